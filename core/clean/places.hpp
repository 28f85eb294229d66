// Places: where a message is about — its territory of the profile, one spelling of street and house, a point with its precision.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/clean/address.hpp"
#include "core/clean/geo_places.hpp"
#include "core/clean/words.hpp"
#include "core/import/import_report.hpp"
#include "core/schema/message.hpp"
#include "core/schema/profile.hpp"

namespace problemator {

enum class Precision : std::uint8_t { None, Settlement, Street, Exact };

/// What a record says of its place. `text` is only looked at when the columns name no territory.
struct PlaceQuery {
    std::string_view territory, street, house, department, text;
    std::optional<GeoPoint> point;               // from the file
};
struct PlaceFound {
    const Territory* territory = nullptr;        // null: not told, or not one of the profile
    std::string street, house;                   // one spelling: «ул. Лесная», "4а"; empty when not told
    std::optional<GeoPoint> point;
    Precision precision = Precision::None;       // of `point`; only an Exact one may be drawn as a dot
    bool is_unknown = false;                     // a settlement is named that the profile does not have
};

/// The profile (and the user's own places) must outlive the index. All look-ups are exact after normalisation; nearness only suggests.
class PlaceIndex {
public:
    explicit PlaceIndex(const Profile& profile, std::vector<GeoPlace> own = {});
    /// Pure: equal queries give equal answers. O(length of the query).
    PlaceFound find(const PlaceQuery& query) const;
    /// find() on a message after NameIndex::apply: sets territory, street, house and, when Exact, the point (has_place).
    PlaceFound apply(Message& message) const;
    /// Territory that a settlement's name stands for: «пос. Приобье», «ПРИОБЬЕ п.г.т.», or null.
    const Territory* territory_named(std::string_view name) const;
    /// The one territory that a text names («в Приобье», «из Шеркал», «село Каменное»); null when none or several.
    const Territory* territory_in_text(std::string_view text) const;

private:
    struct Named { const Territory* territory = nullptr; std::string type; };
    struct Spot { GeoPoint point; Precision precision; };
    void add_name(std::string_view name, const Territory& territory);
    void add_text_forms(const Territory& territory);
    void add_own(GeoPlace place);
    const Territory* territory_at(GeoPoint point) const;
    const Territory* territory_of(const PlaceQuery& query, Address& address, bool& is_unknown) const;
    std::optional<Spot> spot_of(const Territory& territory, std::string_view street, std::string_view house) const;

    std::unordered_map<std::string, std::vector<Named>> by_name_;
    std::unordered_map<std::string, Spot> spots_;             // "<territory id>\n<street key>\n<house>"
    std::vector<std::pair<const Territory*, GeoPlace>> areas_;
    std::vector<const Territory*> in_text_;                   // by tag / 2 of the patterns
    WordPatterns patterns_;
};

/// Adds one record to the counts of the report.
void count_place(const PlaceQuery& query, const PlaceFound& found, PlaceCounts& counts);

}  // namespace problemator
