// LabelPlacer: puts the names of dots beside them so that no two names and no name and dot overlap.
// A name that finds no place is left out: the dot keeps its tooltip and the table beside the chart has the name.
#pragma once
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
    std::optional<PlacedLabel> place(Point dot, double radius, double width, double height);

private:
    bool is_free(Box box) const;
    Box bounds_;
    std::vector<Box> blocked_;
};

}  // namespace problemator
