#include "core/model/map/territory_points.hpp"

#include <algorithm>
#include <vector>

namespace problemator {

namespace {

struct Points { Territory* territory; std::vector<std::int32_t> lat_e6, lon_e6; };

double median_degrees(std::vector<std::int32_t>& values_e6) {
    const auto middle = values_e6.begin() + static_cast<std::ptrdiff_t>(values_e6.size() / 2);
    std::nth_element(values_e6.begin(), middle, values_e6.end());
    return *middle / 1e6;
}

}  // namespace

void place_by_messages(Profile& profile, const Table& table) {
    const Dictionary& names = table.dictionary(Dimension::Territory);
    std::vector<Points> wanted;
    for (Territory& territory : profile.territories)
        if ((!territory.lat || !territory.lon) && names.find_id(territory.id) != kNotGiven) wanted.push_back({&territory, {}, {}});
    if (wanted.empty()) return;
    std::vector<std::size_t> place_of(names.size(), wanted.size());
    for (std::size_t i = 0; i < wanted.size(); ++i) place_of[names.find_id(wanted[i].territory->id)] = i;
    const auto& codes = table.column(Dimension::Territory);
    for (std::size_t row = 0; row < std::min(table.lat_e6.size(), table.rows()); ++row) {
        const std::size_t place = place_of[codes[row]];
        if (place == wanted.size() || !has(table.marks[row], Mark::HasPlace)) continue;
        wanted[place].lat_e6.push_back(table.lat_e6[row]);
        wanted[place].lon_e6.push_back(table.lon_e6[row]);
    }
    for (auto& [territory, lat_e6, lon_e6] : wanted) {
        if (lat_e6.size() < kLeastForPoint) continue;
        territory->lat = median_degrees(lat_e6);
        territory->lon = median_degrees(lon_e6);
        territory->is_placed_by_messages = true;
    }
}

}  // namespace problemator
