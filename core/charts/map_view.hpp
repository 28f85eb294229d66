// MapView: the plane of a map put into a box of pixels, and what lies outside of the box cut away. Shared by the map, its inset and
// the small map of the overview.
#pragma once
#include <functional>
#include <optional>
#include <vector>

#include "core/base/hex_grid.hpp"
#include "core/charts/pen.hpp"
#include "core/schema/district_map.hpp"

namespace problemator {

class MapView {
public:
    /// `wide_m` × `tall_m` about `middle` fit into `box`; both axes have one scale.
    MapView(GridPlane plane, Degrees middle, double wide_m, double tall_m, Box box);
    Point at(Metres p) const;
    Point at(Degrees p) const { return at(to_metres(plane_, p)); }
    Point at(MapVertex v) const { return at(Degrees{v.lat_e5 / 1e5, v.lon_e5 / 1e5}); }
    /// The other way: what stands under a pixel.
    Degrees under(Point p) const;
    double pixels(double metres) const { return metres * scale_; }
    double pixels_per_metre() const { return scale_; }
    bool sees(Point p, double reach) const;
    const Box& box() const { return box_; }

private:
    GridPlane plane_;
    Metres middle_;
    Box box_;
    double scale_ = 1;
};

/// The part of a polygon in the box (Sutherland & Hodgman 1974); where it leaves the box its edge runs along the border.
std::vector<Point> clip_polygon(std::vector<Point> polygon, Box box);
/// The parts of a line in the box, in order.
std::vector<std::vector<Point>> clip_line(const std::vector<Point>& line, Box box);
/// `share`: of its size, so that neighbours stand apart.
std::vector<Point> hex_polygon(const MapView& view, HexCell cell, double size_m, double share = 1);

/// The borders of a set of cells as closed lines: edges between two of its cells are not drawn.
std::vector<std::vector<Point>> hex_outlines(const MapView& view, const std::vector<HexCell>& cells, double size_m);
/// Draws them, cut at the box.
void draw_hex_outlines(Pen& pen, const MapView& view, const std::vector<HexCell>& cells, double size_m, Ink ink, double width);

/// Ink of a territory's area; None leaves the land as it is.
using AreaInk = std::function<Ink(const std::string& territory)>;
/// Land, areas, water, roads, borders — everything that lies under the numbers.
void draw_ground(Pen& pen, const DistrictMap& ground, const MapView& view, const AreaInk& area_ink = {});

}  // namespace problemator
