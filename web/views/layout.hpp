// Layout: the page's grid — paddings, breakpoints, columns — and the headline over it. Pure geometry: no ImGui, tested without a screen.
// Coordinates are those of the unscrolled page; a view moves them by its scroll.
#pragma once
#include <string_view>
#include <vector>

#include "core/charts/scene.hpp"
#include "core/model/state.hpp"

namespace problemator::web {

inline constexpr double kNoteLine = 17;   // a line of the note under a headline

/// DESIGN.md, 10: ≥ 1280 as drawn; 860–1279 two columns and a page that scrolls; below that one column.
enum class Form : std::uint8_t { Wide, Middle, Narrow };

struct PageGrid {
    Form form = Form::Wide;
    double width = 0, height = 0;      // of the window
    double pad = 20, gap = 12, bottom_margin = 16;
    double left() const { return pad; }
    double inner() const { return width > 2 * pad + 1 ? width - 2 * pad : 1; }
    /// Where panels end when the page just fills the window.
    double bottom() const { return height - bottom_margin; }
};
PageGrid page_grid(double width, double height);

/// `count` equal boxes side by side; their edges lie on whole pixels.
std::vector<Box> in_columns(Box area, std::size_t count, double gap);
/// Boxes of one height in rows of `columns`, filled from the left; `last_row_fills` widens those of an incomplete last row.
enum class LastRow : std::uint8_t { Keeps, Fills };
std::vector<Box> in_grid(Box area, std::size_t count, std::size_t columns, double height, double gap, LastRow last_row);

/// The sentence that answers before the charts: `verdict` in the strong ink, `tail` after it in the softer one.
struct Headline {
    std::string whole;                 // verdict, a space, tail
    std::size_t strong = 0;            // bytes of the verdict
    std::vector<std::string> lines;
    double x = 0, y = 0, size = 20, line_height = 26;   // y: middle of the first line
    double bottom() const { return y + line_height * (static_cast<double>(lines.size()) - 0.5); }
};
Headline layout_headline(std::string_view verdict, std::string_view tail, const PageGrid& grid, double top);

/// The link that shows `screen` for the week and the filters where the reader stands.
std::string link_to(const State& state, Screen screen);
/// The map of the week and the filters where the reader stands.
std::string link_to_map(State state);

}  // namespace problemator::web
