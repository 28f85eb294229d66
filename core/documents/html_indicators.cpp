// Target indicators: a card each with its fact, its plan to 2030 and the rows behind the fraction.
#include <algorithm>

#include "core/base/format.hpp"
#include "core/documents/html_parts.hpp"
#include "core/model/indicators/indicator_facts.hpp"

namespace problemator {
namespace {

constexpr Phrase kHow = {"Как читать", "How to read"}, kDecree = {"В постановлении", "In the decree"}, kFormula = {"Формула", "Formula"};
constexpr Phrase kClose = {"Закрыть", "Close"}, kStep = {"Шаг времени", "Time step"};
constexpr Phrase kPlanTable = {"План и факт", "Plan and fact"}, kYear = {"Год", "Year"}, kPlan = {"План, %", "Plan, %"}, kFact = {"Факт, %", "Fact, %"}, kYearEnd = {"к 31.12: ", "by 31 Dec: "};

// Last fact of each year of the plan: what the picture shows, in a table.
std::string years_html(const IndicatorCard& card, Lang lang) {
    if (card.plan.empty()) return {};
    std::string out = "<details class=\"years\"><summary>" + esc(kPlanTable.in(lang)) + "</summary><table><thead><tr><th scope=\"col\">" + esc(kYear.in(lang)) + "</th><th scope=\"col\">" +
                      esc(kPlan.in(lang)) + "</th><th scope=\"col\">" + esc(kFact.in(lang)) + "</th></tr></thead><tbody>";
    for (const PlanYear& plan : card.plan) {
        std::string fact = "–";
        for (const auto& [month, percent] : card.facts)
            if (month / 12 == plan.year) fact = format_decimal(percent, 1, lang) + " (" + (card.step > 1 ? point_name(month, card.step, lang) : format_month_short(month, lang)) + ')';
        out += "<tr><th scope=\"row\">" + std::to_string(plan.year) + "</th><td>" + format_decimal(plan.percent, plan.percent == static_cast<int>(plan.percent) ? 0 : 1, lang) + "</td><td>" +
               esc(fact) + "</td></tr>";
    }
    return out + "</tbody></table></details>\n";
}

std::string outlook_html(const IndicatorCard& card, Lang lang) {
    if (card.outlook_text.empty() && card.outlook_figure.text.empty()) return {};
    std::string out = "<p class=\"outlook\"><span class=\"" + std::string{tone_class(card.outlook_tone)} + "\">" + esc(card.outlook_text) + "</span>";
    if (!card.outlook_figure.text.empty()) out += " <span>" + esc(kYearEnd.in(lang)) + figure_html(card.outlook_figure) + "</span>";
    return out + "</p>\n";
}

/// The numerator has a link of its own where its rows can be listed.
std::string fraction_html(const IndicatorCard& card) {
    if (card.part_href.empty() || !card.fraction.starts_with(card.part.text)) return link(card.fraction_href, esc(card.fraction), "more");
    return "<span>" + link(card.part_href, esc(card.part.text), "more") + link(card.fraction_href, esc(card.fraction.substr(card.part.text.size())), "more") + "</span>";
}

std::string card_html(const IndicatorCard& card, Lang lang) {
    const std::string number = card.number > 0 ? "<span class=\"number\">" + std::to_string(card.number) + "</span> " : std::string{};
    std::string out = "<section class=\"panel card\"" + block_attribute("card-" + card.id) + "><h2>" + number + link(card.href, esc(card.name)) + "</h2>";
    out += "<p class=\"subtitle\">" + esc(card.subtitle) + "</p>\n<p class=\"fact\">";
    if (!card.fact.text.empty()) out += "<span class=\"big\">" + figure_html(card.fact) + "</span>";
    if (!card.plan_text.empty()) out += " <span class=\"plan" + std::string{card.is_plan_unpublished ? " t-warn" : ""} + "\">" + link(card.plan_href, esc(card.plan_text)) + "</span>";
    if (!card.status.empty()) out += " <span class=\"pill " + std::string{tone_class(card.tone)} + "\">" + esc(card.status) + "</span>";
    out += "</p>\n" + outlook_html(card, lang) + "<figure>" + to_svg(indicator_trend(card, 308, 180, lang)) + "</figure>\n<p class=\"foot\"><span>" + esc(card.footer) + "</span>";
    if (!card.fraction.empty()) out += fraction_html(card);
    out += "</p>\n" + years_html(card, lang);
    if (!card.decree_name.empty() || !card.formula.empty()) {
        out += "<dl class=\"method\">";
        if (!card.decree_name.empty()) out += "<dt>" + esc(kDecree.in(lang)) + "</dt><dd>" + esc(card.decree_name) + "</dd>";
        if (!card.formula.empty()) out += "<dt>" + esc(kFormula.in(lang)) + "</dt><dd>" + esc(card.formula) + "</dd>";
        out += "</dl>\n";
    }
    if (!card.note.empty()) out += "<p class=\"card-note\">" + esc(card.note) + "</p>\n";
    return out + "</section>\n";
}

std::string study_html(const IndicatorsPage& page, Lang lang) {
    const IndicatorStudy& study = *page.study;
    std::string out = "<section class=\"panel study\"><header class=\"panel-head\"><h2>" + esc(study.title) + "</h2><p>" + esc(study.subtitle) + "</p>" + link(study.close_href, esc(kClose.in(lang)), "more") + "</header>\n";
    out += "<figure>" + to_svg(indicator_study(study, 1100, 340, lang)) + "</figure>\n<ul class=\"signals\">";
    for (const std::string& signal : study.signals) out += "<li>" + esc(signal) + "</li>";
    return out + "</ul><p class=\"panel-note\">" + esc(study.method_note) + "</p></section>\n" + listings_html(page.listings, lang);
}

/// The form works only with the program; a page without it keeps the report.
std::string toolbar_html(const IndicatorsPage& page, Lang lang) {
    if (page.grains.empty()) return {};
    return "<div class=\"register-bar\">" + choices_html(page.grains, kStep.in(lang)) + "<p class=\"actions\">" + link(page.report_href, esc(page.report_text), "button") + " <span class=\"needs-js\">" + link(page.plan_href, esc(page.plan_text), "button") +
           "</span></p></div>\n";
}

}  // namespace

std::string indicators_html(const IndicatorsPage& page, Lang lang) {
    std::string out = toolbar_html(page, lang) + verdict_html(page.verdict, {}, page.note) + (page.study ? study_html(page, lang) : std::string{}) + "<div class=\"cards\">\n";
    for (const IndicatorCard& card : page.cards) out += card_html(card, lang);
    if (!page.how_to_read.empty()) {
        out += "<section class=\"panel card how\"><h2>" + esc(kHow.in(lang)) + "</h2><ul>";
        for (const std::string& line : page.how_to_read) out += "<li>" + esc(line) + "</li>";
        out += "</ul></section>\n";
    }
    return out + "</div>\n";
}

}  // namespace problemator
