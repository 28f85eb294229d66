#include "core/import/json_geometry.hpp"

#include <cmath>

namespace problemator {
namespace {

/// Seven decimals: about a centimetre.
std::string degrees_text(double degrees) {
    const auto scaled = std::llround(std::fabs(degrees) * 1e7);
    std::string fraction = std::to_string(scaled % 10'000'000);
    fraction.insert(0, 7 - fraction.size(), '0');
    while (fraction.size() > 1 && fraction.back() == '0') fraction.pop_back();
    return (degrees < 0 ? "-" : "") + std::to_string(scaled / 10'000'000) + "." + fraction;
}

bool is_plausible(double degrees) { return std::fabs(degrees) <= 1e6; }

}  // namespace

void GeometryCentre::key(std::string_view name) {
    if (!in_coordinates_) key_ = name;
}

void GeometryCentre::open(char bracket) {
    if (!in_coordinates_) {
        in_coordinates_ = bracket == '[' && key_ == "coordinates";
        if (!in_coordinates_) return;
        depth_ = 0;
        ordinals_ = {};
        ring_ = {};
    }
    ++depth_;
    if (depth_ < ordinals_.size()) ordinals_[depth_] = 0;
    numbers_ = 0;
    has_position_ = false;
}

void GeometryCentre::scalar(const JsonScalar& scalar) {
    if (!in_coordinates_) {
        if (key_ == "type" && scalar.kind == JsonKind::String) type_ = scalar.text;
        return;
    }
    if (scalar.kind != JsonKind::Number) return;
    if (numbers_ == 0) { x_ = scalar.value; x_text_ = scalar.text; }
    if (numbers_ == 1) { y_ = scalar.value; y_text_ = scalar.text; has_position_ = true; }
    ++numbers_;
}

void GeometryCentre::close(char bracket) {
    if (!in_coordinates_) {
        if (bracket == '}') commit();
        return;
    }
    if (has_position_) add_point();
    else if (ring_.points > 0) end_ring(depth_ < ordinals_.size() && ordinals_[depth_ - 1] == 0);
    has_position_ = false;
    numbers_ = 0;
    --depth_;
    if (depth_ < ordinals_.size()) ++ordinals_[depth_];
    if (depth_ == 0) in_coordinates_ = false;
}

void GeometryCentre::add_point() {
    if (!is_plausible(x_) || !is_plausible(y_)) return;
    points_.weight += 1;
    points_.x += x_;
    points_.y += y_;
    if (ring_.points++ == 0) {
        ring_.first_x = x_;
        ring_.first_y = y_;
    } else {   // around the first point, so that small shapes far from zero keep their digits
        const double ax = ring_.last_x - ring_.first_x, ay = ring_.last_y - ring_.first_y, bx = x_ - ring_.first_x, by = y_ - ring_.first_y;
        const double cross = ax * by - bx * ay;
        ring_.area += cross;
        ring_.x += (ax + bx) * cross;
        ring_.y += (ay + by) * cross;
    }
    ring_.last_x = x_;
    ring_.last_y = y_;
}

void GeometryCentre::end_ring(bool is_outer) {
    if (is_outer && ring_.area != 0) {
        const double weight = std::fabs(ring_.area);
        rings_.weight += weight;
        rings_.x += weight * (ring_.first_x + ring_.x / (3 * ring_.area));
        rings_.y += weight * (ring_.first_y + ring_.y / (3 * ring_.area));
    }
    ring_ = {};
}

/// The end of an object with "type" and "coordinates", in whichever order they came.
void GeometryCentre::commit() {
    const auto add = [](Sum& to, const Sum& from) { to.weight += from.weight; to.x += from.x; to.y += from.y; };
    add(all_points_, points_);
    if (type_ == "Polygon" || type_ == "MultiPolygon") add(all_rings_, rings_);
    points_ = rings_ = {};
    ring_ = {};
    type_.clear();
}

std::optional<GeoText> GeometryCentre::centre() const {
    if (all_points_.weight == 1) {
        const auto x = plain_number(x_text_), y = plain_number(y_text_);
        if (x && y) return GeoText{*y, *x};
    }
    const Sum& sum = all_rings_.weight > 0 ? all_rings_ : all_points_;
    if (sum.weight == 0) return std::nullopt;
    const double x = sum.x / sum.weight, y = sum.y / sum.weight;
    if (!is_plausible(x) || !is_plausible(y)) return std::nullopt;   // also when a sum is not a number
    return GeoText{degrees_text(y), degrees_text(x)};
}

}  // namespace problemator
