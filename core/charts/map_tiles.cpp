// Equal tiles: every territory counts alike, however large or empty it is. Tiles are put one after another, the largest count first,
// each on the free place nearest to its point (the idea of the sugarbag hexagon map: Kobakian, Cook & Duncan 2021, R Journal 13(1)).
#include <algorithm>
#include <cmath>
#include <set>

#include "core/charts/map_charts.hpp"

namespace problemator {
namespace {

constexpr double kLargest = 134, kGap = 6, kWidest = 1.6, kAroundName = 8;   // kWidest: times the height
constexpr double kHasChange = 72, kHasName = 56, kHasNumber = 20;   // a tile from this size has room for …

struct Wish { std::size_t place = 0; double x = 0, y = 0; };   // in tiles

/// Points spread over a square of about twice as many places as there are tiles.
std::vector<Wish> wishes_of(const std::vector<MapPlace>& places) {
    std::vector<Wish> out;
    double south = 90, north = -90, west = 360, east = -360, first_lon = 0;
    bool is_first = true;
    const auto near_first = [&](double lon) { return lon - 360 * std::floor((lon - first_lon + 180) / 360); };
    for (std::size_t i = 0; i < places.size(); ++i) {
        if (!places[i].at) continue;
        if (is_first) first_lon = places[i].at->lon;
        is_first = false;
        const double lon = near_first(places[i].at->lon);
        south = std::min(south, places[i].at->lat), north = std::max(north, places[i].at->lat);
        west = std::min(west, lon), east = std::max(east, lon);
        out.push_back({i, lon, places[i].at->lat});
    }
    const double squeeze = std::cos((south + north) / 2 * 3.14159265358979323846 / 180);
    const double wide = std::max(1e-9, (east - west) * squeeze), tall = std::max(1e-9, north - south);
    const double across = std::max(1.0, std::sqrt(2.0 * static_cast<double>(out.size())) - 1), scale = across / std::max(wide, tall);
    for (Wish& wish : out) {
        wish.x = (wish.x - west) * squeeze * scale;
        wish.y = (north - wish.y) * scale;
    }
    return out;
}

TileSpot nearest_free(const Wish& wish, const std::set<std::pair<int, int>>& taken) {
    const int cx = static_cast<int>(std::lround(wish.x)), cy = static_cast<int>(std::lround(wish.y));
    TileSpot best;
    double least = 1e300;
    for (int reach = 0; reach <= static_cast<int>(taken.size()) + 1; ++reach) {
        for (int dy = -reach; dy <= reach; ++dy)
            for (int dx = -reach; dx <= reach; ++dx) {
                if (std::max(std::abs(dx), std::abs(dy)) != reach || taken.contains({cx + dx, cy + dy})) continue;
                const double distance = std::hypot(cx + dx - wish.x, cy + dy - wish.y);
                if (distance < least) least = distance, best = {cx + dx, cy + dy};
            }
        if (least <= reach) break;                       // nothing farther out can be nearer
    }
    return best;
}

/// Tiles of one size in the middle of the picture: square, and wider where names need it and there is room.
class TileGrid {
public:
    TileGrid(const std::vector<MapPlace>& places, const std::vector<TileSpot>& spots, double width, double height) {
        int columns = 1, rows = 1;
        for (const TileSpot& spot : spots) columns = std::max(columns, spot.column + 1), rows = std::max(rows, spot.row + 1);
        const double room = (width - kGap) / columns - kGap;
        tall_ = std::clamp(std::min(room, (height - kGap) / rows - kGap), 4.0, kLargest);
        double name = 0;
        for (const MapPlace& place : places) name = std::max(name, text_width(place.name, 12, Weight::Medium) + kAroundName);
        wide_ = tall_ < kHasName ? tall_ : std::max(tall_, std::min({name, room, kWidest * tall_}));
        left_ = std::max(0.0, (width - columns * (wide_ + kGap) + kGap) / 2);
        top_ = std::max(0.0, (height - rows * (tall_ + kGap) + kGap) / 2);
    }
    Box box(TileSpot spot) const { return {left_ + spot.column * (wide_ + kGap), top_ + spot.row * (tall_ + kGap), wide_, tall_}; }

private:
    double wide_ = 0, tall_ = 0, left_ = 0, top_ = 0;
};

std::string number_of(const MapPlace& place) {
    return place.measure.text.empty() ? "0" : place.measure.text + (place.measure.unit.empty() ? "" : "\u00A0" + place.measure.unit);
}

void draw_tile(Pen& pen, const MapPage& page, const MapPlace& place, Box box) {
    const bool has_class = place.color_class >= 0, has_name = box.h >= kHasName;
    pen.rect(box, has_class ? map_ink(page, place.color_class) : Ink::Sunken, 6);
    if (!has_class) pen.hatch(box, Ink::Line);
    if (!place.at) pen.frame(box, Ink::LineStrong, 1, 6);
    if (place.is_selected) pen.frame({box.x - 2, box.y - 2, box.w + 4, box.h + 4}, Ink::Accent, 2, 8);
    const Ink ink = has_class ? map_ink_on(page, place.color_class) : Ink::Ink1;
    const double x = box.x + box.w / 2, room = box.w - kAroundName;
    if (has_name) pen.text(place.name, {x, box.y + box.h * 0.3}, {.size = 12, .weight = Weight::Medium, .ink = ink, .anchor = Anchor::Middle, .max_width = room});
    if (box.h >= kHasNumber) pen.text(number_of(place), {x, box.y + box.h * (has_name ? 0.58 : 0.5)}, {.size = has_name ? 18.0 : 11.0, .weight = Weight::SemiBold, .ink = ink, .anchor = Anchor::Middle, .max_width = box.w - 2});
    if (box.h >= kHasChange && !page.is_diverging && !place.change.empty()) pen.text(place.change, {x, box.y + box.h * 0.82}, {.size = 12, .ink = ink, .anchor = Anchor::Middle, .max_width = room});
    pen.hit(box, place.href, place.name, hint_lines(place.tooltip));
}

}  // namespace

std::vector<TileSpot> place_tiles(const std::vector<MapPlace>& places) {
    std::vector<TileSpot> out(places.size());
    std::set<std::pair<int, int>> taken;
    for (const Wish& wish : wishes_of(places)) {         // places come by count: the largest stand where they belong
        out[wish.place] = nearest_free(wish, taken);
        taken.insert({out[wish.place].column, out[wish.place].row});
    }
    int left = 0, right = 0, bottom = -1;
    for (const auto& [column, row] : taken) {
        left = std::min(left, column), right = std::max(right, column);
        bottom = std::max(bottom, row);
    }
    const int columns = std::max(right - left + 1, static_cast<int>(std::ceil(std::sqrt(static_cast<double>(places.size())))));
    int next = 0;
    for (std::size_t i = 0; i < places.size(); ++i) {
        if (places[i].at) continue;
        out[i] = {left + next % columns, bottom + 1 + next / columns};
        ++next;
    }
    int top = 0;
    for (const TileSpot& spot : out) left = std::min(left, spot.column), top = std::min(top, spot.row);
    for (TileSpot& spot : out) spot.column -= left, spot.row -= top;
    return out;
}

Scene map_tiles(const MapPage& page, double width, double height, Lang lang) {
    Pen pen{width, height};
    const auto spots = place_tiles(page.places);
    const TileGrid grid{page.places, spots, pen.width(), pen.height()};
    std::string summary;
    for (std::size_t i = 0; i < page.places.size(); ++i) {
        draw_tile(pen, page, page.places[i], grid.box(spots[i]));
        summary += (summary.empty() ? "" : "; ") + page.places[i].name + ' ' + number_of(page.places[i]);
    }
    if (summary.empty()) summary = Phrase{"Территорий нет", "No territories"}.in(lang);
    return std::move(pen).finish(std::move(summary));
}

}  // namespace problemator
