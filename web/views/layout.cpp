#include "web/views/layout.hpp"

#include <algorithm>
#include <cmath>

namespace problemator::web {
namespace {

constexpr double kWide = 1280, kMiddle = 860, kLongestLine = 1400;

}  // namespace

PageGrid page_grid(double width, double height) {
    PageGrid grid;
    grid.width = std::max(1.0, width);
    grid.height = std::max(1.0, height);
    grid.form = width >= kWide ? Form::Wide : width >= kMiddle ? Form::Middle : Form::Narrow;
    grid.pad = grid.form == Form::Wide ? 20 : 16;
    return grid;
}

std::vector<Box> in_columns(Box area, std::size_t count, double gap) {
    std::vector<Box> boxes;
    const double step = (area.w + gap) / static_cast<double>(std::max<std::size_t>(1, count));
    for (std::size_t i = 0; i < count; ++i) {
        const double left = std::round(area.x + step * static_cast<double>(i)), right = std::round(area.x + step * static_cast<double>(i + 1) - gap);
        boxes.push_back({left, area.y, std::max(1.0, right - left), area.h});
    }
    return boxes;
}

std::vector<Box> in_grid(Box area, std::size_t count, std::size_t columns, double height, double gap, LastRow last_row) {
    std::vector<Box> boxes;
    columns = std::max<std::size_t>(1, columns);
    for (std::size_t first = 0; first < count; first += columns) {
        const std::size_t here = std::min(columns, count - first);
        const Box row{area.x, area.y + static_cast<double>(first / columns) * (height + gap), area.w, height};
        auto cells = in_columns(row, last_row == LastRow::Fills ? here : columns, gap);
        cells.resize(here);
        boxes.insert(boxes.end(), cells.begin(), cells.end());
    }
    return boxes;
}

Headline layout_headline(std::string_view verdict, std::string_view tail, const PageGrid& grid, double top) {
    Headline out;
    out.whole = std::string{verdict};
    out.strong = verdict.size();
    if (!tail.empty()) out.whole += (verdict.empty() ? "" : " ") + std::string{tail};
    out.size = grid.form == Form::Wide ? 20 : 18;
    out.line_height = grid.form == Form::Wide ? 26 : 24;
    out.x = grid.left();
    out.y = top + out.line_height / 2;
    if (!out.whole.empty()) out.lines = wrap_text(out.whole, out.size, Weight::SemiBold, std::min(grid.inner(), kLongestLine));
    return out;
}

std::string link_to_map(State state) {
    state.view = MatrixView::Map;
    return link_to(state, Screen::Heatmap);
}

std::string link_to(const State& state, Screen screen) {
    State next = state;
    next.screen = screen;
    next.cell.reset();
    next.message.clear();
    next.sort.clear();
    return to_hash(next);
}

}  // namespace problemator::web
