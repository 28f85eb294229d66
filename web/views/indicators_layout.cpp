#include "web/views/indicators_layout.hpp"

#include <algorithm>
#include <cmath>

#include "web/views/headline.hpp"
#include "web/widgets/badge.hpp"
#include "web/widgets/choice_row.hpp"
#include "web/widgets/panel.hpp"
#include "web/widgets/segmented.hpp"

namespace problemator::web {
namespace {

constexpr double kLeastCard = 332, kMostCard = 460, kNarrowestCard = 300, kTop = 12, kControl = 32;

std::size_t columns_for(const PageGrid& grid) {
    const std::size_t most = grid.form == Form::Wide ? 4 : grid.form == Form::Middle ? 3 : 2;
    const auto fit = static_cast<std::size_t>(std::max(1.0, std::floor((grid.inner() + grid.gap) / (kNarrowestCard + grid.gap))));
    return std::min(most, fit);
}

Box line_box(double x, double middle, double width, double size) { return {x, middle - size * 0.6, width, size * 1.2}; }

/// The switch on the left, buttons on the right where one row holds all; else rows. Returns where the page goes on.
double place_toolbar(IndicatorsLayout& out, const IndicatorsPage& page, const PageGrid& grid) {
    if (page.grains.empty()) return 10;
    const std::vector<double> widths = {segmented_width(page.grains), button_width(page.report_text, kReportLook), button_width(page.plan_text)};
    const auto placed = place_in_rows(widths, {grid.left(), kTop, grid.inner(), 0}, kControl, grid.gap);
    out.grains = placed[0], out.report = placed[1], out.plan = placed[2];
    if (placed.back().y == placed.front().y) {
        out.plan.x = grid.left() + grid.inner() - out.plan.w;
        out.report.x = out.plan.x - 8 - out.report.w;
    }
    return bottom_of(placed.back()) + 6;
}

}  // namespace

IndicatorsLayout layout_indicators(const IndicatorsPage& page, const PageGrid& grid) {
    IndicatorsLayout out;
    out.headline = layout_headline(page.verdict, "", grid, place_toolbar(out, page, grid));
    out.note = {grid.left(), out.headline.bottom() + 3, grid.inner(), note_height(page.note, grid.inner())};
    const double top = std::round(out.note.y + out.note.h + 8);
    double below = top;
    if (page.study) {
        const double wide = grid.inner() - 2 * kPanelPadding;
        double words = 0;
        for (const std::string& signal : page.study->signals) words += 18 * static_cast<double>(paragraph_lines(signal, wide, 3, {.size = 13}));
        out.study_chart = std::clamp(grid.height * 0.38, 240.0, 380.0);
        const double note = 17 * static_cast<double>(paragraph_lines(page.study->method_note, wide, 3, {.size = 12}));
        out.study = {grid.left(), top, grid.inner(), kPanelHead + out.study_chart + 12 + words + 6 + note + 14};
        ListingStack stack = stack_listings(page.listings, grid, bottom_of(out.study) + grid.gap);
        out.listings = std::move(stack.listings);
        below = std::round(stack.bottom + grid.gap);
    }
    const std::size_t columns = columns_for(grid), boxes = page.cards.size() + 1, rows = (boxes + columns - 1) / columns;
    const double free_height = (grid.bottom() - top - grid.gap * static_cast<double>(rows - 1)) / static_cast<double>(rows);
    const double card = std::floor(std::clamp(free_height, kLeastCard, kMostCard));
    out.cards = in_grid({grid.left(), below, grid.inner(), 0}, boxes, columns, card, grid.gap, LastRow::Keeps);
    out.legend = out.cards.back();
    out.cards.pop_back();
    out.height = out.legend.y + out.legend.h + grid.bottom_margin;
    return out;
}

IndicatorLayout layout_card(const IndicatorCard& card, Box box, std::string_view fraction) {
    IndicatorLayout out;
    const double left = box.x + kPanelPadding, right = box.x + box.w - kPanelPadding, width = right - left;
    const std::string number = card.number > 0 ? std::to_string(card.number) : std::string{};
    const double number_width = text_width(number, 14, Weight::SemiBold), shift = number.empty() ? 0 : number_width + 8;
    out.number = line_box(left, box.y + 22, number_width, 14);
    out.name = line_box(left + shift, box.y + 22, std::min(width - shift, text_width(card.name, 14, Weight::SemiBold)), 14);
    out.subtitle = line_box(left, box.y + 42, std::min(width, text_width(card.subtitle, 12, Weight::Regular)), 12);
    const double badge = status_badge_width(card.status);
    out.status = {right - badge, box.y + 66, badge, 20};
    const bool is_missing = !card.missing.empty() || card.fact.text.empty();
    if (is_missing) {
        out.missing = {left, box.y + 60, std::max(1.0, width - (badge > 0 ? badge + 10 : 0)), 32};
        out.status.y = box.y + 62;
    }
    const double fact = is_missing ? 0 : text_width(card.fact.text, 28, Weight::SemiBold), unit = is_missing ? 0 : text_width(card.fact.unit, 13, Weight::Regular);
    out.fact = line_box(left, box.y + 74, fact, 28);
    out.unit = line_box(left + fact + 5, box.y + 79, unit, 13);
    const double plan_left = left + fact + (unit > 0 ? 5 + unit : 0) + 12, plan_room = right - badge - (badge > 0 ? 10 : 0) - plan_left;
    const double plan = text_width(card.plan_text, 12, Weight::Regular);
    if (is_missing) out.plan = {};
    else if (plan <= plan_room + 0.5) out.plan = line_box(plan_left, box.y + 79, plan, 12);
    else if (plan_room > 24) out.plan = {plan_left, box.y + 64, plan_room, 30};   // two lines
    const double outlook = card.outlook_text.empty() && card.outlook_figure.text.empty() ? 0 : 38;
    out.chart = {box.x + 9, box.y + 96, box.w - 9 - 14, std::max(40.0, box.h - 96 - 40 - outlook)};
    out.footer_line = box.y + box.h - 36;
    if (outlook > 0) out.outlook = {left, out.footer_line - 40, width, 34};
    const double foot = box.y + box.h - 20, fraction_width = text_width(fraction, 12, Weight::Medium);
    out.fraction = line_box(right - fraction_width, foot, fraction_width, 12);
    out.footer = line_box(left, foot, std::max(1.0, width - (fraction_width > 0 ? fraction_width + 14 : 0)), 12);
    return out;
}

}  // namespace problemator::web
