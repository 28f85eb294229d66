// GeometryCentre: the point that stands for a GeoJSON geometry on the map, from the events of its JSON. Memory does not grow with it.
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>

#include "core/import/json_events.hpp"

namespace problemator {

struct GeoText { std::string lat, lon; };   // decimal degrees; of a Point the digits as written

class GeometryCentre {
public:
    void key(std::string_view name);
    void open(char bracket);
    void close(char bracket);
    void scalar(const JsonScalar& scalar);
    /// Polygons: centre of mass of the outer rings; anything else: mean of its points. nullopt when there is none.
    std::optional<GeoText> centre() const;

private:
    struct Sum { double weight = 0, x = 0, y = 0; };   // means are x / weight, y / weight
    void add_point();
    void end_ring(bool is_outer);
    void commit();

    std::string type_, key_;
    std::uint32_t depth_ = 0;                          // of arrays inside "coordinates"
    bool in_coordinates_ = false, has_position_ = false;
    std::array<std::uint32_t, 8> ordinals_{};          // of the array at each depth within its parent
    std::uint32_t numbers_ = 0;                        // of the position being read
    double x_ = 0, y_ = 0;
    std::string x_text_, y_text_;
    struct Ring { std::uint64_t points = 0; double first_x = 0, first_y = 0, last_x = 0, last_y = 0, area = 0, x = 0, y = 0; } ring_;
    Sum points_, rings_;                               // of the geometry being read
    Sum all_points_, all_rings_;
};

}  // namespace problemator
