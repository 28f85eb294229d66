#include "web/views/problems_layout.hpp"

#include <algorithm>
#include <cmath>

#include "core/charts/charts.hpp"
#include "web/views/excess_lines.hpp"
#include "web/widgets/button.hpp"
#include "web/widgets/choice_row.hpp"

namespace problemator::web {
namespace {

constexpr double kTop = 12, kControl = 32, kGap = 10, kStrip = 64, kCardShare = 0.372, kLeastCard = 420, kMostCard = 620, kPad = 20, kSection = 25;
constexpr double kTextLine = 18, kWord = 24, kLeastEffect = 140, kMostEffect = 300;

/// Choices on the left, buttons on the right where one row holds all; else rows.
void place_toolbar(ProblemsLayout& out, const PageGrid& grid, const std::vector<double>& widths) {
    Box* const boxes[] = {&out.views, &out.sets, &out.blocks, &out.territories, &out.protocol, &out.fresh};
    std::vector<double> shown;
    std::vector<Box*> targets;
    for (std::size_t i = 0; i < widths.size() && i < std::size(boxes); ++i)
        if (widths[i] > 0) {
            shown.push_back(std::min(widths[i], grid.inner()));
            targets.push_back(boxes[i]);
        }
    const auto placed = place_in_rows(shown, {grid.left(), kTop, grid.inner(), 0}, kControl, kGap);
    for (std::size_t i = 0; i < placed.size(); ++i) *targets[i] = placed[i];
    out.toolbar_bottom = placed.empty() ? kTop : placed.back().y + kControl;
    const bool is_one_row = !placed.empty() && placed.back().y == placed.front().y;
    if (!is_one_row) return;
    out.fresh.x = grid.left() + grid.inner() - out.fresh.w;
    out.protocol.x = out.fresh.x - kGap - out.protocol.w;
}

}  // namespace

ProblemsLayout layout_problems(const ProblemsPage& page, const PageGrid& grid, const std::vector<double>& widths) {
    ProblemsLayout out;
    place_toolbar(out, grid, widths);
    const double top = out.toolbar_bottom + kTop, bottom = std::max(top + 220, grid.bottom());
    const bool splits = page.card && grid.form == Form::Wide;
    const double card = std::clamp(std::round(grid.inner() * kCardShare), kLeastCard, kMostCard);
    const double left = splits ? grid.inner() - card - grid.gap : grid.inner();
    if (page.card) {
        out.card_lies_over = !splits;
        const double wide = splits ? card : std::min(grid.width, kMostCard - 60);
        out.card = splits ? Box{grid.left() + left + grid.gap, top, card, bottom - top} : Box{grid.width - wide, 0, wide, grid.height};
    }
    if (page.view == ProblemView::Board) {
        out.columns = in_columns({grid.left(), top, left, bottom - top}, page.stages.size(), grid.gap);
        return out;
    }
    out.strip = {grid.left(), top, left, kStrip};
    const double table = top + kStrip + grid.gap;
    out.table = {grid.left(), table, left, bottom - table};
    return out;
}

RegisterColumns layout_register(Box table) {
    RegisterColumns out;
    struct Wish { RegisterColumns::Span* span; double width; };
    double rank = 34, stage = 122, trend = 104, recent = 66, due = 76;
    constexpr double pad = 16, least = 330;
    const auto words = [&] { return table.w - 2 * pad - rank - stage - trend - recent - due; };
    for (double* column : {&trend, &stage, &rank})
        if (words() < least) *column = 0;
    const double rest = std::max(80.0, words()), problem = std::round(rest * 0.48);
    double x = table.x + pad;
    for (const Wish& wish : {Wish{&out.rank, rank}, {&out.problem, problem}, {&out.stage, stage}, {&out.trend, trend}, {&out.recent, recent}, {&out.cause, rest - problem}, {&out.due, due}}) {
        *wish.span = {x, wish.width};
        x += wish.width;
    }
    out.problem.w -= 12;
    out.cause.x += 20;
    out.cause.w -= 24;
    return out;
}

ProblemCardLayout layout_problem_card(const ProblemCard& card, double width, double room, Lang lang) {
    ProblemCardLayout out;
    const double inner = width - 2 * kPad;
    out.title_height = kTextLine * static_cast<double>(std::max<std::size_t>(1, std::min<std::size_t>(2, wrap_text(card.title, 16, Weight::SemiBold, inner - 36).size()))) + 8;
    out.steps_y = 18 + out.title_height + 14;
    double y = out.steps_y + 50;
    out.cause_y = y + kSection;
    y = out.cause_y + 20;
    const auto lines = [&](std::string_view text, std::size_t most) { return static_cast<double>(std::min(most, std::max<std::size_t>(1, wrap_text(text, 12, Weight::Regular, inner).size()))); };
    y += kTextLine * lines(card.cause, 2) + 4;
    out.words_y = y;
    double x = kPad;
    for (const auto& [word, n] : card.words) {
        const double wide = text_width(word + " " + n, 12, Weight::Regular) + 18;
        if (x > kPad && x + wide > kPad + inner) {
            x = kPad;
            y += kWord + 5;
        }
        out.words.push_back({x, y, std::min(wide, inner), kWord});
        x += wide + 8;
    }
    if (!card.words.empty()) y += kWord + 8;
    if (!card.quote.empty()) {
        out.quote_y = y + 8;
        y += kTextLine * lines("«" + card.quote + "»", 3) + 6;
    }
    if (!card.excess.empty()) {
        out.excess_y = y + 12;
        y = out.excess_y + 10 + kExcessRow * static_cast<double>(card.excess.size()) + 4;
    }
    if (!card.unit.empty() || !card.due.empty()) {
        out.post_y = y + 8;
        y += kTextLine * (lines(card.unit, 1) * (card.unit.empty() ? 0 : 1) + (card.due.empty() ? 0 : 1)) + 4;
    }
    out.map_y = y + kSection;
    y = out.map_y + 16;
    if (card.gantt) {
        out.gantt_y = y - 4;
        y += gantt_height(*card.gantt) - 8;
    } else y += kTextLine;
    const std::vector<double> widths = {button_width(card.cause_href.empty() ? "" : lang == Lang::Ru ? "Записать причину" : "Write the cause down"), button_width(card.protocol_text), button_width(card.all_text)};
    out.buttons = place_in_rows(widths, {kPad, 0, inner, 0}, 32, 8);
    const double buttons = out.buttons.back().y + 32;
    if (card.effect || !card.no_effect.empty()) {
        out.effect_y = y + kSection;
        y = out.effect_y + 18;
        if (card.effect) {
            const double season = kTextLine, chart = std::clamp(room - y - season - buttons - 34, kLeastEffect, kMostEffect);
            out.effect = {kPad, y, inner, chart};
            y += chart + season;
        } else y += kTextLine * lines(card.no_effect, 2);
    }
    out.buttons_y = std::max(y + 14, room - buttons - 16);
    for (Box& button : out.buttons) button.y += out.buttons_y;
    out.height = out.buttons_y + buttons + 16;
    return out;
}

}  // namespace problemator::web
