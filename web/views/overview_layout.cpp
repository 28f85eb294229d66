#include "web/views/overview_layout.hpp"

#include <algorithm>
#include <cmath>

#include "web/widgets/panel.hpp"

namespace problemator::web {
namespace {

constexpr double kProblemRow = 74, kIndicatorRow = 24, kIndicatorFoot = 34, kRatingRow = 26, kRatingAround = 98, kLeast = 200;

double problems_height(const OverviewPage& page) {
    return page.problems.empty() ? kLeast : kPanelHead + 8 + kProblemRow * static_cast<double>(page.problems.size());
}
double matrix_panel_height(const OverviewPage& page, MatrixSize size) {
    return std::max(240.0, kPanelHead + matrix_height(page.matrix, size) + 4);
}
double indicators_height(const OverviewPage& page) {
    return std::max(kLeast, kPanelHead + kIndicatorFoot + kIndicatorRow * static_cast<double>(page.indicators.size()));
}
double rating_height(const OverviewPage& page) {
    return std::max(kLeast, kRatingAround + kRatingRow * static_cast<double>(page.rating.size()));
}

// The tall window gets the full matrix, when there is width for it too.
bool has_room_for_full(const OverviewPage& page, double width, double height, double below) {
    return width >= 640 && height >= matrix_panel_height(page, MatrixSize::Full) + below;
}

void place_wide(OverviewLayout& out, const OverviewPage& page, const PageGrid& grid, double top) {
    const double gap = grid.gap, left_w = std::round(std::clamp(grid.inner() * 0.4, 480.0, 640.0));
    const double right_x = grid.left() + left_w + gap, right_w = grid.inner() - left_w - gap;
    const double matrix_w = std::round((right_w - gap) * 0.65), indicators_w = std::round((right_w - gap) * 0.5466);
    const double second = std::max(indicators_height(page), rating_height(page));
    const double least = std::max(problems_height(page), matrix_panel_height(page, MatrixSize::Compact) + gap + second);
    const double full = matrix_panel_height(page, MatrixSize::Full) + gap + second;
    const double most = std::max({least, kPanelHead + 8 + 112 * static_cast<double>(page.problems.size()), full * 1.1});
    const double height = std::clamp(grid.bottom() - top, least, most);
    out.matrix_size = has_room_for_full(page, matrix_w, height, gap + second) ? MatrixSize::Full : MatrixSize::Compact;
    const double first = matrix_panel_height(page, out.matrix_size);
    out.problems = {grid.left(), top, left_w, height};
    out.matrix = {right_x, top, matrix_w, first};
    out.map = {right_x + matrix_w + gap, top, right_w - matrix_w - gap, first};
    out.indicators = {right_x, top + first + gap, indicators_w, height - first - gap};
    out.rating = {right_x + indicators_w + gap, out.indicators.y, right_w - indicators_w - gap, out.indicators.h};
    out.height = top + height + grid.bottom_margin;
}

void place_middle(OverviewLayout& out, const OverviewPage& page, const PageGrid& grid, double top) {
    const double left_w = std::round((grid.inner() - grid.gap) * 0.462);
    const Box left{grid.left(), top, left_w, 0}, right{grid.left() + left_w + grid.gap, top, grid.inner() - left_w - grid.gap, 0};
    const double first = matrix_panel_height(page, MatrixSize::Compact);
    const double height = std::max(problems_height(page), first + grid.gap + indicators_height(page));
    out.problems = {left.x, top, left.w, height};
    out.matrix = {right.x, top, right.w, first};
    out.indicators = {right.x, top + first + grid.gap, right.w, height - first - grid.gap};
    const double below = top + height + grid.gap, low = std::max(300.0, rating_height(page));
    out.map = {left.x, below, left.w, low};
    out.rating = {right.x, below, right.w, low};
    out.height = below + low + grid.bottom_margin;
}

void place_narrow(OverviewLayout& out, const OverviewPage& page, const PageGrid& grid, double top) {
    double y = top;
    const auto next = [&](double height) {
        const Box box{grid.left(), y, grid.inner(), height};
        y += height + grid.gap;
        return box;
    };
    out.problems = next(problems_height(page));
    out.matrix = next(matrix_panel_height(page, MatrixSize::Compact));
    out.indicators = next(indicators_height(page));
    out.rating = next(rating_height(page));
    out.map = next(320);
    out.height = out.map.y + out.map.h + grid.bottom_margin;
}

}  // namespace

OverviewLayout layout_overview(const OverviewPage& page, const PageGrid& grid) {
    OverviewLayout out;
    const bool is_wide = grid.form == Form::Wide;
    out.headline = layout_headline(page.verdict, page.verdict_tail, grid, is_wide ? 10 : 12);
    out.tile_size = is_wide ? TileSize::Full : TileSize::Compact;
    const double top = out.headline.lines.empty() ? grid.gap : std::round(out.headline.bottom() + 10), tile = tile_height(out.tile_size);
    out.tiles = in_grid({grid.left(), top, grid.inner(), 0}, page.tiles.size(), grid.form == Form::Narrow ? 2 : std::max<std::size_t>(1, page.tiles.size()), tile,
                        grid.gap, LastRow::Fills);
    const double below = out.tiles.empty() ? top : bottom_of(out.tiles.back()) + grid.gap;
    switch (grid.form) {
        case Form::Wide: place_wide(out, page, grid, below); break;
        case Form::Middle: place_middle(out, page, grid, below); break;
        case Form::Narrow: place_narrow(out, page, grid, below); break;
    }
    return out;
}

namespace {

constexpr double kReasonGap = 12, kMark = 13;

double reason_width(const Problem& problem, std::size_t i) {
    return (i == 0 ? kMark : 0) + text_width(problem.reasons[i].first, i == 0 ? 13 : 12, i == 0 ? Weight::SemiBold : Weight::Regular);
}

void place_reasons(ProblemLayout& out, const Problem& problem, double right) {
    double x = out.text_left;
    for (std::size_t i = 0; i < problem.reasons.size(); ++i) {
        const double wide = reason_width(problem, i), room = right - x;
        if (wide > room && i > 0) {
            out.is_cut = true;
            return;
        }
        out.is_cut = out.is_cut || wide > room;
        out.reasons.push_back({x, out.middle - 7, std::min(wide, room), 16});
        x += wide + kReasonGap;
    }
}

void place_names(ProblemLayout& out, const Problem& problem, double right) {
    const double room = right - out.text_left, title = text_width(problem.title, 14, Weight::SemiBold), place = text_width(problem.place, 14, Weight::Medium);
    out.title = {out.text_left, out.middle - 29, std::min(title, room), 18};
    out.is_cut = out.is_cut || title > room;
    out.is_place_below = title + 8 + place > room;
    if (!problem.place.empty() && !out.is_place_below) out.place = {out.text_left + title + 8, out.title.y, place, 18};
}

// The last line: the unit and the day it is due; before them the place that had no room beside the name.
void place_unit(ProblemLayout& out, const Problem& problem, double right, double due) {
    const double y = out.middle + 14, least_unit = 40;
    double left = out.text_left;
    if (out.is_place_below && !problem.place.empty()) {
        const double wide = text_width(problem.place, 12, Weight::Medium), room = std::max(1.0, right - left - due - least_unit);
        out.place = {left, y, std::min(wide, room), 14};
        out.is_cut = out.is_cut || wide > room;
        left = right_of(out.place) + 8;
    }
    const double room = right - left - due;
    out.has_block = text_width(unit_line(problem, true), 12, Weight::Regular) <= room;
    const double wide = text_width(unit_line(problem, out.has_block), 12, Weight::Regular);
    out.unit = {left, y, std::min(wide, std::max(1.0, room)), 14};
    out.is_cut = out.is_cut || !out.has_block || wide > room;
}

}  // namespace

std::string unit_line(const Problem& problem, bool has_block) {
    return !has_block || problem.block.empty() ? problem.unit : problem.unit + (problem.unit.empty() ? "" : " · ") + problem.block;
}

double count_column(const std::vector<Problem>& problems) {
    double wide = 44;
    for (const Problem& it : problems) wide = std::max({wide, text_width(it.count.text, 18, Weight::SemiBold), text_width(it.was, 11, Weight::Regular)});
    return std::ceil(wide);
}

ProblemLayout layout_problem(const Problem& problem, Box row, Form form, double count_width, std::string_view due_text) {
    ProblemLayout out;
    const double inset_right = form == Form::Wide ? 16 : 14, trend = form == Form::Wide ? 92 : form == Form::Middle ? 70 : 0;
    const double right = row.x + row.w - inset_right, texts = right - count_width - 8 - trend - (trend > 0 ? 12 : 0);
    out.middle = row.y + row.h / 2;
    out.rank_right = row.x + (form == Form::Wide ? 30 : 27);
    out.text_left = row.x + (form == Form::Wide ? 42 : 38);
    out.count = {right - count_width, out.middle - 18, count_width, 38};
    if (trend > 0) out.trend = {right - count_width - 8 - trend, out.middle - 16, trend, 30};
    place_names(out, problem, texts);
    place_reasons(out, problem, texts);
    const double due = due_text.empty() ? 0 : text_width(due_text, 12, Weight::Medium);
    place_unit(out, problem, texts, due > 0 ? due + 12 : 0);
    if (due > 0) out.due = {right_of(out.unit) + 12, out.unit.y, due, 14};
    return out;
}

BulletColumns layout_bullets(const std::vector<Bullet>& bullets, Box panel) {
    double name = 100, value = 36, status = 40;
    for (const Bullet& it : bullets) {
        name = std::max(name, text_width(it.name, 13, Weight::Regular));
        value = std::max(value, text_width(it.fact.text, 13, Weight::Medium));
        status = std::max(status, text_width(it.status, 12, Weight::Medium));
    }
    BulletColumns out;
    out.name_left = panel.x + kPanelPadding;
    out.status_right = panel.x + panel.w - kPanelPadding;
    out.name_width = std::ceil(std::min(name + 2, panel.w * 0.38));
    out.value_right = std::floor(out.status_right - std::min(status, panel.w * 0.3) - 24);
    out.bar_left = out.name_left + out.name_width + 8;
    out.bar_width = std::max(24.0, out.value_right - value - 10 - out.bar_left);
    return out;
}

ShortRatingColumns layout_short_rating(const std::vector<RatingRow>& rows, Box panel) {
    double name = 96;
    for (const RatingRow& row : rows) name = std::max(name, text_width(row.short_name, 13, Weight::Regular));
    ShortRatingColumns out;
    out.place_right = panel.x + 30;
    out.name_left = panel.x + 40;
    out.score_right = panel.x + panel.w - kPanelPadding;
    const double room = out.score_right - 40 - out.name_left;
    out.name_width = std::ceil(std::min(name + 2, room * 0.52));
    out.axis_left = out.name_left + out.name_width + 10;
    out.axis_width = std::max(24.0, out.score_right - 38 - out.axis_left);
    return out;
}

}  // namespace problemator::web
