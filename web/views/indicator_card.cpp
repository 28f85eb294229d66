// One target indicator: plan as a step, fact as a line, the fraction behind the fact.
#include <algorithm>

#include "core/charts/charts.hpp"
#include "core/charts/pen.hpp"
#include "web/views/indicators.hpp"
#include "web/widgets/block_menu.hpp"
#include "web/widgets/badge.hpp"
#include "web/widgets/figure.hpp"
#include "web/widgets/panel.hpp"

namespace problemator::web {
namespace {

constexpr Phrase kChangePlan = {"Изменить план по годам", "Change the plan by year"};
constexpr Phrase kYearEnd = {"за весь год, к 31 декабря: ", "the whole year, by 31 December: "};

double middle(Box box) { return box.y + box.h / 2; }

void draw_names(Ui& ui, const IndicatorCard& card, const IndicatorLayout& at, Box box) {
    const TextStyle name{.size = 14, .weight = Weight::SemiBold, .max_width = at.name.w + 0.5};
    const auto hit = ui.paint.hit("card/" + card.id + "/name", {box.x + 8, box.y + 8, box.w - 16, 46}, card.href, ui.commands);
    if (hit.hovered) ui.paint.rect({box.x + 8, box.y + 8, box.w - 16, 46}, Ink::Hover, 6);
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

// The plan opens its form.
void draw_plan(Ui& ui, const IndicatorCard& card, const IndicatorLayout& at) {
    const double line = 15, lines = at.plan.h >= 2 * line ? 2 : 1;
    const Box target{at.plan.x - 4, at.plan.y - 5, at.plan.w + 8, at.plan.h + 10};
    const auto hit = card.plan_href.empty() ? Painter::Hit{} : ui.paint.hit("card/" + card.id + "/plan", target, card.plan_href, ui.commands);
    if (hit.hovered) ui.paint.rect(target, Ink::Hover, 6);
    if (hit.hovered) show_tip(ui, ui.say(kChangePlan));
    show_paragraph(ui, card.plan_text, {at.plan.x, middle(at.plan) - (lines - 1) * line / 2}, at.plan.w + 0.5, line, static_cast<std::size_t>(lines), {.size = 12, .ink = card.is_plan_unpublished ? Ink::Warn : Ink::Ink2});
}

void draw_fact(Ui& ui, const IndicatorCard& card, const IndicatorLayout& at) {
    const std::string id = "card/" + card.id;
    if (at.fact.w > 0) figure(ui, id + "/fact", card.fact, {at.fact.x, middle(at.fact)}, {.size = 28, .weight = Weight::SemiBold});
    if (at.unit.w > 0) ui.paint.text(card.fact.unit, at.unit.x, middle(at.unit), {.size = 13, .ink = Ink::Ink3});
    if (at.plan.w > 0) draw_plan(ui, card, at);
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

// What 31 December will bring: the verdict in its colour, under it the share of the year.
void draw_outlook(Ui& ui, const IndicatorCard& card, const IndicatorLayout& at) {
    if (at.outlook.w <= 0) return;
    const std::string& text = card.outlook_figure.text;
    const std::string end = text.empty() ? std::string{} : std::string{ui.say(kYearEnd)} + text;
    const double y = at.outlook.y + 9;
    const auto hit = ui.paint.hit("card/" + card.id + "/outlook", {at.outlook.x - 6, at.outlook.y, at.outlook.w + 12, at.outlook.h}, "", ui.commands);
    show_why(ui, hit, card.outlook_figure);
    show_text(ui, card.outlook_text, {at.outlook.x, y}, {.size = 12, .weight = Weight::Medium, .ink = tone_ink(card.outlook_tone, Ink::Ink2), .max_width = at.outlook.w});
    show_text(ui, end, {at.outlook.x, y + 17}, {.size = 12, .ink = Ink::Ink2, .max_width = at.outlook.w});
}

// The numerator and the denominator are two links, one beside the other.
void draw_fraction(Ui& ui, const IndicatorCard& card, const IndicatorLayout& at) {
    const std::string id = "card/" + card.id, part = card.part.text;
    const bool is_split = !card.part_href.empty() && card.fraction.starts_with(part);
    const double part_width = is_split ? text_width(part, 12, Weight::Medium) : 0;
    const auto draw = [&](const std::string& name, Box target, const Figure& figure, const std::string& href) {
        const auto hit = href.empty() && figure.why.empty() ? Painter::Hit{} : ui.paint.hit(name, target, href, ui.commands);
        if (hit.hovered || hit.focused) show_why(ui, hit, figure);
        if (hit.hovered) ui.paint.rect(target, Ink::Hover, 6);
    };
    const double top = at.footer_line + 2, left = at.fraction.x, right = right_of(at.fraction);
    if (is_split) draw(id + "/part", {left - 6, top, part_width + 9, 30}, card.part, card.part_href);
    draw(id + "/fraction", {is_split ? left + part_width + 3 : left - 6, top, right + 6 - (is_split ? left + part_width + 3 : left - 6), 30}, card.fact, card.fraction_href);
    ui.paint.text(card.fraction, right, middle(at.fraction), {.size = 12, .weight = Weight::Medium, .ink = card.fraction_href.empty() ? Ink::Ink2 : Ink::Accent, .anchor = Anchor::End});
}

// A card without its number keeps the plan in sight.
void draw_footer(Ui& ui, const IndicatorCard& card, const IndicatorLayout& at, Box box) {
    const std::string& text = at.missing.w > 0 ? card.plan_text : card.footer;
    if (text.empty() && card.fraction.empty()) return;
    ui.paint.line({box.x + kPanelPadding, at.footer_line}, {right_of(box) - kPanelPadding, at.footer_line}, Ink::Grid);
    show_text(ui, text, {at.footer.x, middle(at.footer)}, {.size = 12, .ink = Ink::Ink3, .max_width = at.footer.w});
    if (!card.fraction.empty()) draw_fraction(ui, card, at);
}

}  // namespace

void draw_indicator_card(Ui& ui, const IndicatorCard& card, Box box) {
    const IndicatorLayout at = layout_card(card, box, card.fraction);
    panel_frame(ui, box);
    draw_names(ui, card, at, box);
    draw_fact(ui, card, at);
    draw_chart(ui, card, at);
    draw_outlook(ui, card, at);
    draw_footer(ui, card, at, box);
    block_corner(ui, "card-" + card.id, box, right_of(box) - 10, box.y + 23);
}

}  // namespace problemator::web
