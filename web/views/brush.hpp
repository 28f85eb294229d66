// Brush: choosing a period on the day histogram by dragging its edges, its middle or a new stretch. Arithmetic only, no drawing.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string>

#include "core/model/state.hpp"

namespace problemator::web {

struct BrushSpan {                     // bars [begin, end)
    std::size_t begin = 0, end = 0;
    friend bool operator==(const BrushSpan&, const BrushSpan&) = default;
};

enum class BrushGrip : std::uint8_t { None, Left, Right, Middle, New };

/// What a press at `x` (pixels from the first bar) takes hold of. Handles win within 6 px of an edge.
BrushGrip grip_at(double x, const BrushSpan& span, std::size_t days, double width);
/// The bar under `x`, clamped to the histogram. pre: days > 0
std::size_t bar_at(double x, std::size_t days, double width);
/// The span after dragging from bar `from` to bar `to`; always at least one day long and within the histogram.
BrushSpan dragged(const BrushSpan& start, BrushGrip grip, std::size_t from, std::size_t to, std::size_t days);
/// Both edges moved by `days_moved`, without leaving the histogram or changing its length.
BrushSpan moved(const BrushSpan& span, int days_moved, std::size_t days);
/// The link of the state with this period. `first_day` is the day of bar 0.
std::string brushed_href(State state, Day first_day, const BrushSpan& span);

}  // namespace problemator::web
