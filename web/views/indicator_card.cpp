// One target indicator: plan as a step, fact as a line, the fraction behind the fact.
#include <algorithm>

#include "core/charts/charts.hpp"
#include "web/views/indicators.hpp"
#include "web/widgets/badge.hpp"
#include "web/widgets/figure.hpp"
#include "web/widgets/panel.hpp"

namespace problemator::web {
namespace {

double middle(Box box) { return box.y + box.h / 2; }

void draw_names(Ui& ui, const IndicatorCard& card, const IndicatorLayout& at, Box box) {
    const TextStyle name{.size = 14, .weight = Weight::SemiBold, .max_width = at.name.w + 0.5};
    const auto hit = ui.paint.hit("card/" + card.id + "/name", {box.x + 8, box.y + 8, box.w - 16, 46}, "", ui.commands);
    if (hit.hovered) {
        Facts facts;
        for (const std::string* line : {&card.subtitle, &card.decree_name, &card.formula, &card.note})
            if (!line->empty() && *line != card.name) facts.emplace_back(*line, "");
        show_tip(ui, card.name, facts);
    }
    if (at.number.w > 0) ui.paint.text(std::to_string(card.number), at.number.x, middle(at.number), {.size = 14, .weight = Weight::SemiBold, .ink = Ink::Ink3});
    ui.paint.text(card.name, at.name.x, middle(at.name), name);
    ui.paint.text(card.subtitle, at.subtitle.x, middle(at.subtitle), {.size = 12, .ink = Ink::Ink3, .max_width = at.subtitle.w + 0.5});
}

void draw_fact(Ui& ui, const IndicatorCard& card, const IndicatorLayout& at) {
    const std::string id = "card/" + card.id;
    if (at.fact.w > 0) figure(ui, id + "/fact", card.fact, {at.fact.x, middle(at.fact)}, {.size = 28, .weight = Weight::SemiBold});
    if (at.unit.w > 0) ui.paint.text(card.fact.unit, at.unit.x, middle(at.unit), {.size = 13, .ink = Ink::Ink3});
    const double line = 15, lines = at.plan.h >= 2 * line ? 2 : 1;
    if (at.plan.w > 0)
        show_paragraph(ui, card.plan_text, {at.plan.x, middle(at.plan) - (lines - 1) * line / 2}, at.plan.w + 0.5, line, static_cast<std::size_t>(lines), {.size = 12, .ink = Ink::Ink2});
    status_badge(ui, {right_of(at.status), middle(at.status)}, Anchor::End, card.status, card.tone);
}

// The card says what is missing; the chart then shows the plan alone.
void draw_chart(Ui& ui, const IndicatorCard& card, const IndicatorLayout& at) {
    if (at.missing.w <= 0) {
        ui.paint.scene(indicator_trend(card, at.chart.w, at.chart.h, ui.lang), {at.chart.x, at.chart.y}, ui.commands);
        return;
    }
    show_paragraph(ui, card.missing, {at.missing.x, at.missing.y + 12}, at.missing.w, 16, 2, {.size = 12, .ink = Ink::Ink2});
    IndicatorCard plan_only = card;
    plan_only.missing.clear();
    ui.paint.scene(indicator_trend(plan_only, at.chart.w, at.chart.h, ui.lang), {at.chart.x, at.chart.y}, ui.commands);
}

// A card without its number keeps the plan in sight.
void draw_footer(Ui& ui, const IndicatorCard& card, const IndicatorLayout& at, Box box) {
    const std::string& text = at.missing.w > 0 ? card.plan_text : card.footer;
    if (text.empty() && card.fraction.empty()) return;
    ui.paint.line({box.x + kPanelPadding, at.footer_line}, {right_of(box) - kPanelPadding, at.footer_line}, Ink::Grid);
    show_text(ui, text, {at.footer.x, middle(at.footer)}, {.size = 12, .ink = Ink::Ink3, .max_width = at.footer.w});
    if (card.fraction.empty()) return;
    const Box target{at.fraction.x - 6, at.footer_line + 2, at.fraction.w + 12, 30};
    const auto hit = card.fraction_href.empty() && card.fact.why.empty() ? Painter::Hit{} : ui.paint.hit("card/" + card.id + "/fraction", target, card.fraction_href, ui.commands);
    if (hit.hovered || hit.focused) show_why(ui, hit, card.fact);
    if (hit.hovered) ui.paint.rect(target, Ink::Hover, 6);
    ui.paint.text(card.fraction, right_of(at.fraction), middle(at.fraction),
                  {.size = 12, .weight = Weight::Medium, .ink = card.fraction_href.empty() ? Ink::Ink2 : Ink::Accent, .anchor = Anchor::End});
}

}  // namespace

void draw_indicator_card(Ui& ui, const IndicatorCard& card, Box box) {
    const IndicatorLayout at = layout_card(card, box, card.fraction);
    panel_frame(ui, box);
    draw_names(ui, card, at, box);
    draw_fact(ui, card, at);
    draw_chart(ui, card, at);
    draw_footer(ui, card, at, box);
}

}  // namespace problemator::web
