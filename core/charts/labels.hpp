// LabelPlacer: puts the names of dots beside them so that no two names and no name and dot overlap.
// A name that finds no place is left out: the dot keeps its tooltip and the table beside the chart has the name.
#pragma once
#include <initializer_list>
#include <optional>
#include <string_view>
#include <vector>

#include "core/charts/scene.hpp"

namespace problemator {

struct PlacedLabel { Point at; Anchor anchor = Anchor::Start; Box box; };   // at: middle of the first line

class LabelPlacer {
public:
    explicit LabelPlacer(Box bounds) : bounds_{bounds} {}
    void block(Box box) { blocked_.push_back(box); }
    void block_dot(Point centre, double radius);
    /// Tries right, left, above, below and the corners, near first. `height` covers all lines of the label.
    std::optional<PlacedLabel> place(Point dot, double radius, double width, double height) { return place_within(dot, radius, width, height, {4, 9, 16}); }
    /// The same where nothing near is free: so far away that a line must lead to the dot.
    std::optional<PlacedLabel> place_far(Point dot, double radius, double width, double height) { return place_within(dot, radius, width, height, {26, 38, 52}); }

private:
    std::optional<PlacedLabel> place_within(Point dot, double radius, double width, double height, std::initializer_list<double> gaps);
    bool is_free(Box box) const;
    Box bounds_;
    std::vector<Box> blocked_;
};

}  // namespace problemator
