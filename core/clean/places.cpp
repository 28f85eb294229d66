#include "core/clean/places.hpp"

#include <tuple>
#include <utility>

namespace problemator {
namespace {

std::string spot_key(const Territory& territory, const std::string& street, const std::string& house) {
    return territory.id + '\n' + street_key(street) + '\n' + house;
}

std::optional<GeoPoint> centre_of(const Territory& territory) {
    if (!territory.lat || !territory.lon) return std::nullopt;
    return GeoPoint{*territory.lat, *territory.lon};
}

bool is_whole(const Address& address) { return !address.settlement.empty() || !address.house.empty() || (!address.rest.empty() && !address.street.empty()); }

const std::string& first_given(const std::string& a, const std::string& b) { return a.empty() ? b : a; }

}  // namespace

PlaceIndex::PlaceIndex(const Profile& profile, std::vector<GeoPlace> own) : settlements_{profile} {
    for (GeoPlace& place : own) add_own(std::move(place));   // first: the user knows better than the profile
    for (const Territory& territory : profile.territories) add_streets(territory);
}

void PlaceIndex::add_streets(const Territory& territory) {
    for (const Street& street : territory.streets) {
        if (!street.lat || !street.lon) continue;
        const Spot spot{{*street.lat, *street.lon}, Precision::Street};
        spots_.emplace(spot_key(territory, street.name, {}), spot);
        for (const std::string& alias : street.aliases) spots_.emplace(spot_key(territory, alias, {}), spot);
    }
}

void PlaceIndex::add_own(GeoPlace place) {
    const Territory* territory = settlements_.named(place.territory);
    if (!territory) return;
    ++own_places_;
    if (!place.rings.empty()) return areas_.emplace_back(territory, std::move(place)), void();
    const std::string house = clean_house(place.house);
    const Precision precision = place.street.empty() ? Precision::Settlement : house.empty() ? Precision::Street : Precision::Exact;
    spots_.emplace(spot_key(*territory, place.street, house), Spot{place.point, precision});
}

const Territory* PlaceIndex::territory_at(GeoPoint point) const {
    for (const auto& [territory, area] : areas_)
        if (is_inside(area, point)) return territory;
    return nullptr;
}

const Territory* PlaceIndex::named_by_part(const Address& address) const {
    const Territory* territory = settlements_.named(address.settlement);
    return territory ? territory : settlements_.named(address.rest);
}

PlaceIndex::Cell PlaceIndex::read_territory(std::string_view text) const {
    Cell cell{.whole = settlements_.named(text), .parts = {}, .of_part = nullptr};
    if (!cell.whole) cell.parts = split_address(text);
    cell.of_part = named_by_part(cell.parts);
    return cell;
}

PlaceIndex::Cell PlaceIndex::read_street(std::string_view text) const {
    Cell cell{.whole = nullptr, .parts = split_address(text), .of_part = nullptr};
    if (!is_whole(cell.parts)) cell.parts = {.settlement = {}, .street = clean_street(text), .house = {}, .rest = {}};
    cell.of_part = named_by_part(cell.parts);
    return cell;
}

/// The most precise point that is known; a house without its own point is told by its street, a street by its settlement.
std::optional<PlaceIndex::Spot> PlaceIndex::spot_of(const Territory& territory, const std::string& street, const std::string& house) const {
    const auto known = [&](const std::string& key) -> std::optional<Spot> {
        const auto found = spots_.find(key);
        return found == spots_.end() ? std::nullopt : std::optional{found->second};
    };
    if (!street.empty() && !house.empty())
        if (const auto exact = known(spot_key(territory, street, house))) return exact;
    if (!street.empty())
        if (const auto of_street = known(spot_key(territory, street, {}))) return Spot{of_street->point, Precision::Street};
    if (const auto own = known(spot_key(territory, {}, {}))) return own;
    const auto centre = centre_of(territory);
    return centre ? std::optional{Spot{*centre, Precision::Settlement}} : std::nullopt;
}

/// A whole address may stand in the column of either.
PlaceFound PlaceIndex::join(const PlaceQuery& query, const Cell& territory, const Cell& street) const {
    PlaceFound found;
    found.territory = territory.whole ? territory.whole : query.territory.empty() ? street.of_part : territory.of_part;
    found.is_unknown = !found.territory && (!query.territory.empty() || !street.parts.settlement.empty());
    found.street = first_given(street.parts.street, territory.parts.street);
    found.house = first_given(clean_house(query.house), first_given(street.parts.house, territory.parts.house));
    return found;
}

/// Columns first, then the point, then an organisation's name («Администрация с. Болхуны»), then the words of the message.
PlaceFound PlaceIndex::finish(PlaceFound found, const Territory* of_department, const PlaceQuery& query, std::optional<std::string_view> text_words) const {
    found.point = query.point;
    found.precision = query.point ? Precision::Exact : Precision::None;
    if (!found.territory && !found.is_unknown) {
        if (query.point) found.territory = territory_at(*query.point);
        if (!found.territory) found.territory = of_department;
        if (!found.territory) found.territory = text_words ? settlements_.in_words(*text_words) : settlements_.in_text(query.text);
    }
    if (found.point || !found.territory) return found;
    if (const auto spot = spot_of(*found.territory, found.street, found.house)) std::tie(found.point, found.precision) = std::tuple{spot->point, spot->precision};
    return found;
}

PlaceFound PlaceIndex::find(const PlaceQuery& query) const {
    return finish(join(query, read_territory(query.territory), read_street(query.street)), settlements_.in_text(query.department), query, std::nullopt);
}

PlaceFound PlaceIndex::apply(Message& m, std::string_view text_words) {
    const std::optional<GeoPoint> given = m.has_place ? std::optional{GeoPoint{m.lat, m.lon}} : std::nullopt;
    const PlaceQuery query{.territory = m.territory, .street = m.street, .house = m.house, .department = m.department, .text = m.text, .point = given};
    const Cell& territory = territory_cells_.of(m.territory, [&](std::string_view text) { return read_territory(text); });
    const Cell& street = street_cells_.of(m.street, [&](std::string_view text) { return read_street(text); });
    const Territory* of_department = department_cells_.of(m.department, [&](std::string_view text) { return settlements_.in_text(text); });
    const PlaceFound found = finish(join(query, territory, street), of_department, query, text_words);
    if (found.territory) m.territory = found.territory->name.ru;
    if (!found.street.empty()) m.street = found.street;
    if (!found.house.empty() || !m.house.empty()) m.house = found.house;
    if (found.precision == Precision::Exact) std::tie(m.lat, m.lon, m.has_place) = std::tuple{found.point->lat, found.point->lon, true};
    return found;
}

void count_place(const PlaceQuery& query, const PlaceFound& found, PlaceCounts& counts) {
    counts.with_territory += found.territory ? 1u : 0u;
    counts.with_street += found.street.empty() ? 0u : 1u;
    counts.with_point_given += query.point ? 1u : 0u;
    counts.with_point_found += found.point && !query.point ? 1u : 0u;
    counts.without_place += !found.territory && found.street.empty() && !found.point ? 1u : 0u;
}

}  // namespace problemator
