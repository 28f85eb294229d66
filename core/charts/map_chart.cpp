// The district: numbers over the ground. Hexagons say where, rings how many, red outlines what is unusual.
#include <algorithm>
#include <cmath>

#include "core/base/format.hpp"
#include "core/base/stable_order.hpp"
#include "core/charts/labels.hpp"
#include "core/charts/map_charts.hpp"

namespace problemator {
namespace {

constexpr Phrase kNothing = {"Точек на карте нет", "No points on the map"};
constexpr double kLine = 14, kBadge = 9;

bool is_shown(const MapPage& page, MapLayer layer) { return (page.look.hidden & bit(layer)) == 0; }

Box body_box(double width, double height) { return {0, 0, std::max(1.0, width), std::max(1.0, height)}; }

/// 1, 2 or 5 × 10ⁿ, at most `most`.
double round_down(double most) {
    const double power = std::pow(10, std::floor(std::log10(std::max(most, 1e-9))));
    return most >= 5 * power ? 5 * power : most >= 2 * power ? 2 * power : power;
}

class MapPainter {
public:
    MapPainter(const MapPage& page, double width, double height, Lang lang, MapHits hits, std::optional<Degrees> middle)
        : page_{page}, lang_{lang}, hits_{hits}, pen_{width, height}, view_{map_view(page, width, height, middle)}, placer_{{2, 2, pen_.width() - 4, pen_.height() - 4}} {
        for (const MapPlace& place : page.places)
            if (place.at && view_.sees(view_.at(*place.at), kMaxRing)) seen_.push_back(&place);
        for (const MapPlace& place : page.places)
            if (place.at) most_ = std::max(most_, place.count.n);
        largest_ = std::clamp(std::min(pen_.width(), pen_.height()) * 0.08, 14.0, kMaxRing);
    }

    Scene paint() && {
        if (page_.ground) draw_ground(pen_, *page_.ground, view_, area_ink());
        if (seen_.empty() && page_.density.cells.empty()) pen_.text(kNothing.in(lang_), {pen_.width() / 2, pen_.height() / 2}, {.size = 13, .ink = Ink::Ink2, .anchor = Anchor::Middle});
        if (page_.placed > 0 && is_shown(page_, MapLayer::Density) && !area_ink()) hexes();   // blue cells on blue areas would say nothing
        rings();
        if (is_shown(page_, MapLayer::Spots)) outlines();
        keys();
        if (is_shown(page_, MapLayer::Spots)) badges();
        labels();
        return std::move(pen_).finish(summary());
    }

private:
    AreaInk area_ink() const {
        if (!page_.fills_areas || !is_shown(page_, MapLayer::Areas)) return {};
        return [this](const std::string& territory) {
            for (const MapPlace& place : page_.places)
                if (place.id == territory) return place.color_class < 0 ? Ink::None : map_ink(page_, place.color_class);
            return Ink::None;
        };
    }

    void hit(Box box, const std::string& href, const std::string& title, std::string hint) {
        if (hits_ == MapHits::On) pen_.hit(box, href, title, std::move(hint));
    }

    void hexes() {
        const double half = view_.pixels(page_.density.size_m) / 2;
        for (const MapHex& hex : page_.density.cells) {
            const Point c = view_.at(hex_centre(hex.cell, page_.density.size_m));
            if (!view_.sees(c, half)) continue;
            auto shape = clip_polygon(hex_polygon(view_, hex.cell, page_.density.size_m, 0.94), view_.box());
            if (shape.size() > 2) pen_.polygon(std::move(shape), density_ink(hex.color_class));
            const double reach = std::max(half, 3.0);
            cells_.push_back({{c.x - reach, c.y - reach, 2 * reach, 2 * reach}, &hex});
        }
    }

    double radius(std::uint32_t n) const { return n == 0 || most_ == 0 ? 3 : std::max(3.0, largest_ * std::sqrt(static_cast<double>(n) / most_)); }
    double radius(const MapPlace& place) const { return is_shown(page_, MapLayer::Totals) ? radius(place.count.n) : 3; }

    bool fills_rings() const { return !page_.fills_areas && (page_.is_diverging || page_.measure_name != std::string{measure_name(Measure::Count).in(lang_)}); }

    // Targets of rings lie under those of the cells.
    void rings() {
        for (const MapPlace* place : seen_) {
            const Point c = view_.at(*place->at);
            const double r = radius(*place);
            if (is_shown(page_, MapLayer::Totals)) {
                const Ink fill = fills_rings() && place->color_class >= 0 ? map_ink(page_, place->color_class) : Ink::None;
                if (area_ink()) pen_.dot(c, r, Ink::None, Ink::Surface, 3.5);
                pen_.dot(c, r, fill, place->is_selected ? Ink::Accent : place->is_hot ? Ink::Bad : Ink::Ink1, place->is_selected ? 2.5 : 1);
            } else {
                pen_.dot(c, 3, Ink::Ink2);
            }
            const double reach = std::max(r, 10.0);
            hit({c.x - reach, c.y - reach, 2 * reach, 2 * reach}, place->href, place->name, hint_lines(place->tooltip));
            placer_.block_dot(c, r + 1);
        }
        const std::string messages{Phrase{"сообщений", "messages"}.in(lang_)};
        for (const auto& [box, hex] : cells_) hit(box, hex->count.href, hex->title, messages + '\t' + hex->count.text);
    }

    void outlines() {
        for (const MapSpot& spot : page_.spots) draw_hex_outlines(pen_, view_, spot.cells, page_.density.size_m, Ink::Bad, 2.5);
    }

    // Badges of one place step aside to the right.
    void badges() {
        std::vector<Point> taken;
        for (const MapSpot& spot : page_.spots) {
            if (!spot.at) continue;
            Point c = view_.at(*spot.at);
            if (!view_.sees(c, 0)) continue;
            c.y -= std::max(spot.cells.empty() ? 0.0 : view_.pixels(page_.density.size_m) * 0.6, 4.0) + kBadge;
            while (std::any_of(taken.begin(), taken.end(), [&](Point t) { return std::hypot(t.x - c.x, t.y - c.y) < 2 * kBadge + 1; })) c.x += 2 * kBadge + 2;
            c.x = std::clamp(c.x, kBadge, std::max(kBadge, pen_.width() - kBadge));
            c.y = std::clamp(c.y, kBadge, std::max(kBadge, pen_.height() - kBadge));
            taken.push_back(c);
            const Ink fill = spot.tone == Tone::Bad ? Ink::Bad : Ink::Warn;
            pen_.dot(c, kBadge, fill, Ink::Surface, 1.5);
            pen_.text(std::to_string(spot.number), c, {.size = 11, .weight = Weight::SemiBold, .ink = Ink::OnAccent, .anchor = Anchor::Middle});
            hit({c.x - kBadge - 2, c.y - kBadge - 2, 2 * kBadge + 4, 2 * kBadge + 4}, spot.count.href, spot.title + ", " + spot.place, hint_lines(spot.tooltip));
            placer_.block({c.x - kBadge, c.y - kBadge, 2 * kBadge, 2 * kBadge});
        }
    }

    // Selected and hot places first; who finds no room keeps the tooltip, and the table beside the map has the name.
    void labels() {
        std::vector<const MapPlace*> order = seen_;
        sort_stably(order, [](const MapPlace* a, const MapPlace* b) { return std::pair{a->is_selected, a->is_hot} > std::pair{b->is_selected, b->is_hot}; });
        for (const MapPlace* place : order) {
            const bool is_measured = page_.fills_areas || fills_rings();
            const std::string number = is_measured ? figure_text(place->measure) : place->count.text;
            const std::string change = is_measured ? std::string{} : place->change;
            const double name = text_width(place->name, 13, Weight::SemiBold), count = text_width(number, 12, Weight::SemiBold);
            const double after = change.empty() ? 0 : 5 + text_width(change, 12, Weight::Regular);
            const auto spot = placer_.place(view_.at(*place->at), radius(*place), std::max(name, count + after) + 2, 2 * kLine + 2);
            if (!spot) continue;
            pen_.text(place->name, spot->at, {.size = 13, .weight = Weight::SemiBold, .anchor = spot->anchor, .halo = Ink::Land});
            const double line = count + after, x = spot->anchor == Anchor::Start ? spot->at.x : spot->anchor == Anchor::End ? spot->at.x - line : spot->at.x - line / 2;
            const double y = spot->at.y + kLine + 1;
            pen_.text(number, {x, y}, {.size = 12, .weight = Weight::SemiBold, .halo = Ink::Land});
            if (!change.empty()) pen_.text(change, {x + count + 5, y}, {.size = 12, .ink = Ink::Ink2});
            hit(spot->box, place->href, place->name, hint_lines(place->tooltip));
        }
    }

    // Bottom left: circles of round sizes and a length in kilometres.
    void keys() {
        double y = pen_.height() - 10;
        if (view_.pixels_per_metre() > 0) {
            const double metres = round_down(92 / view_.pixels_per_metre()), length = view_.pixels(metres);
            const std::string text = metres >= 1000 ? format_decimal(metres / 1000, 0, lang_) + std::string{Phrase{"\u00A0км", "\u00A0km"}.in(lang_)} : format_decimal(metres, 0, lang_) + std::string{Phrase{"\u00A0м", "\u00A0m"}.in(lang_)};
            pen_.path({{2.5, y - 6}, {2.5, y + 0.5}, {2.5 + length, y + 0.5}, {2.5 + length, y - 6}}, Ink::Ink2, 1);
            pen_.text(text, {length + 10, y - 2}, {.ink = Ink::Ink2});
            placer_.block({0, y - 10, length + 14 + text_width(text, 11, Weight::Regular), 20});
        }
        if (!is_shown(page_, MapLayer::Totals) || most_ < 2) return;
        size_key(y - 30);
    }

    void size_key(double bottom) {
        std::vector<std::uint32_t> sizes;
        for (double n = round_down(most_); n >= 1 && sizes.size() < 3; n = round_down(n / 2.2)) {
            if (sizes.empty() || sizes.back() != static_cast<std::uint32_t>(n)) sizes.push_back(static_cast<std::uint32_t>(n));
            if (n <= 1) break;
        }
        if (sizes.empty()) return;
        const double widest = radius(sizes.front()), left = widest + 3;
        double free_y = -1e9;
        for (const std::uint32_t n : sizes) {
            const double r = radius(n), top = bottom - 2 * r;
            pen_.dot({left, bottom - r}, r, Ink::None, Ink::Ink2, 1);
            const double y = std::max(top, free_y);
            if (y > bottom - 2) continue;
            pen_.line({left, half_pixel(top)}, {left + widest + 8, half_pixel(y)}, Ink::Ink3, 0.75);
            pen_.text(format_count(n, lang_), {left + widest + 12, y}, {.ink = Ink::Ink2});
            free_y = y + 13;
        }
        placer_.block({0, bottom - 2 * widest - 8, left + widest + 46, 2 * widest + 12});
    }

    std::string summary() const {
        std::string out;
        for (const MapSpot& spot : page_.spots) out += (out.empty() ? "" : "; ") + std::to_string(spot.number) + ". " + spot.title + ", " + spot.place + " — " + spot.count.text + ", " + spot.status;
        for (const MapPlace& place : page_.places) out += (out.empty() ? "" : "; ") + place.name + ' ' + (place.count.text.empty() ? "0" : place.count.text);
        return out.empty() ? std::string{kNothing.in(lang_)} : out;
    }

    const MapPage& page_;
    Lang lang_;
    MapHits hits_;
    Pen pen_;
    MapView view_;
    LabelPlacer placer_;
    std::vector<const MapPlace*> seen_;
    std::vector<std::pair<Box, const MapHex*>> cells_;
    std::uint32_t most_ = 0;
    double largest_ = 20;
};

}  // namespace

MapView map_view(const MapPage& page, double width, double height, std::optional<Degrees> middle) {
    // Outlines leave air around the points; without them the rings at the edges need it.
    const double air = page.ground ? 0 : 2 * std::min(kMaxRing, 0.1 * std::min(width, height));
    const Box box = body_box(width, height);
    return {page.plane, middle.value_or(page.middle), page.wide_m * box.w / std::max(1.0, box.w - air), page.tall_m * box.h / std::max(1.0, box.h - air), box};
}

Scene map_chart(const MapPage& page, double width, double height, Lang lang, MapHits hits, std::optional<Degrees> middle) {
    return MapPainter{page, width, height, lang, hits, middle}.paint();
}

}  // namespace problemator
