// «Проблематор»: the register as a table, the board as four lists, and the card of the opened problem.
#include "core/documents/html_parts.hpp"

namespace problemator {
namespace {

constexpr Phrase kViews = {"Вид", "View"}, kSet = {"Какие проблемы", "Which problems"}, kBlocks = {"Блок", "Block"}, kTerritories = {"Территория", "Territory"};
constexpr Phrase kRank = {"№", "No."}, kProblem = {"Проблема", "Problem"}, kStage = {"Стадия", "Stage"}, kWeeks = {"26 недель", "26 weeks"}, kRecent = {"4 нед.", "4 weeks"};
constexpr Phrase kCause = {"Причина и ответственный", "Cause and responsible"}, kDue = {"Срок", "Due"}, kStageList = {"Стадии", "Stages"};
constexpr Phrase kUnpublished = {"не опубликовано", "not published"}, kCloseCard = {"Закрыть карточку", "Close the card"};
constexpr Phrase kCauseHead = {"Причина", "Cause"}, kMap = {"Дорожная карта", "Road map"}, kEffect = {"Эффект мер", "Effect of measures"}, kWrite = {"Записать причину", "Write the cause down"};
constexpr Phrase kMeasure = {"Мера", "Measure"}, kPost = {"Ответственный", "Responsible"}, kDone = {"Выполнено", "Done"}, kYes = {"да", "yes"}, kNo = {"нет", "no"}, kWeek = {"Неделя", "Week"}, kCount = {"Сообщений", "Messages"};
constexpr Phrase kHeads[] = {kRank, kProblem, kStage, kWeeks, kRecent, kCause, kDue}, kMeasureHeads[] = {kMeasure, kPost, kDue, kDone};
constexpr Phrase kResponsible = {"Ответственный: ", "Responsible: "}, kDueWord = {"Срок: ", "Due: "};

std::string drop_html(const std::vector<Choice>& choices, std::string_view label) {
    if (choices.empty()) return {};
    std::string chosen, items;
    for (const Choice& choice : choices) {
        if (choice.is_selected) chosen = choice.text;
        items += "<li><a" + href_attribute(choice.href) + (choice.is_selected ? " aria-current=\"true\"" : "") + '>' + esc(choice.text) + "</a></li>";
    }
    return "<details class=\"drop\"><summary><span class=\"vh\">" + esc(label) + ": </span>" + esc(chosen.empty() ? choices.front().text : chosen) + "</summary><ul>" + items + "</ul></details>\n";
}

std::string toolbar_html(const ProblemsPage& page, Lang lang) {
    std::string out = "<div class=\"register-bar\">" + choices_html(page.views, kViews.in(lang)) + drop_html(page.sets, kSet.in(lang)) + drop_html(page.blocks, kBlocks.in(lang)) + drop_html(page.territories, kTerritories.in(lang));
    return out + "<span class=\"actions needs-js\">" + link(page.protocol_href, esc(page.protocol_text), "button") + " " + link(page.new_href, esc(page.new_text), "button primary") + "</span></div>\n";
}

std::string strip_html(const ProblemsPage& page, Lang lang) {
    std::string out = "<ol class=\"stages\" aria-label=\"" + esc(kStageList.in(lang)) + "\">\n";
    for (const StageCount& stage : page.stages)
        out += "<li" + std::string{stage.is_selected ? " class=\"on\"" : ""} + "><b>" + esc(stage.count) + "</b> <span>" + link(stage.href, esc(stage.name)) + "<small class=\"" + std::string{tone_class(stage.tone)} + "\">" + esc(stage.note) + "</small></span></li>\n";
    return out + "</ol>\n";
}

std::string unpublished_html(bool is_unpublished, Lang lang) { return is_unpublished ? " <span class=\"pill t-warn\">" + esc(kUnpublished.in(lang)) + "</span>" : std::string{}; }

std::string due_html(const ProblemRow& row) {
    return "<td class=\"due" + std::string{row.is_late ? " t-bad" : ""} + "\">" + esc(row.due) + (row.late.empty() ? "" : "<small>" + esc(row.late) + "</small>") + "</td>";
}

std::string row_html(const ProblemRow& row, Lang lang) {
    std::string out = "<tr" + std::string{row.is_selected ? " class=\"on\"" : ""} + "><td class=\"rank\">" + std::to_string(row.rank) + "</td><th scope=\"row\">" + link(row.href, esc(row.title)) + unpublished_html(row.is_unpublished, lang);
    out += "<small>" + esc(row.place) + (row.block.empty() ? "" : " · " + esc(row.block)) + "</small>" + (row.reason.empty() ? "" : "<small class=\"vh\">" + esc(row.reason) + "</small>") + "</th>";
    out += "<td class=\"stage stage-" + std::to_string(static_cast<int>(row.stage)) + "\">" + to_svg(stage_dots(row.stage, 76, 14, lang)) + "<small>" + esc(row.stage_name) + "</small></td>";
    out += "<td class=\"picture\">" + (row.trend.values.empty() ? std::string{} : to_svg(sparkline(row.trend, 92, 30))) + "</td>";
    out += "<td class=\"number\"><b>" + figure_html(row.recent) + "</b><small>" + esc(row.was) + "</small></td>";
    out += "<td class=\"cause\"><span" + std::string{row.has_cause ? "" : " class=\"t-warn\""} + ">" + esc(row.cause) + "</span><small>" + esc(row.unit) + "</small></td>";
    return out + due_html(row) + "</tr>\n";
}

std::string table_html(const ProblemsPage& page, Lang lang) {
    if (page.rows.empty()) return "<p class=\"calm\">" + esc(page.empty) + "</p>\n";
    std::string out = "<div class=\"scroll\"><table class=\"register\"><caption class=\"vh\">" + esc(page.register_name) + "</caption>\n<thead><tr>";
    for (const Phrase& head : kHeads) out += "<th scope=\"col\">" + esc(head.in(lang)) + "</th>";
    out += "</tr></thead>\n<tbody>\n";
    for (const ProblemRow& row : page.rows) out += row_html(row, lang);
    return out + "</tbody></table></div>\n<p class=\"panel-note\">" + esc(page.shown_text) + "</p>\n";
}

std::string board_html(const ProblemsPage& page, Lang lang) {
    std::string out = "<div class=\"board-columns\">\n";
    for (const StageCount& stage : page.stages) {
        out += "<section class=\"panel\"><header class=\"panel-head\"><h2>" + esc(stage.name) + "</h2><p>" + esc(stage.count) + "</p></header><ul>\n";
        for (const ProblemRow& row : page.rows) {
            if (row.stage != stage.stage) continue;
            out += "<li" + std::string{row.is_selected ? " class=\"on\"" : ""} + "><b>" + link(row.href, esc(row.title)) + "</b>" + unpublished_html(row.is_unpublished, lang) + "<small>" + esc(row.place) + "</small><small" + (row.has_cause ? "" : " class=\"t-warn\"") + ">" + esc(row.cause) + "</small>";
            out += "<small>" + figure_html(row.recent) + (row.was.empty() ? "" : ", " + esc(row.was)) + (row.due.empty() ? "" : "<span class=\"due" + std::string{row.is_late ? " t-bad" : ""} + "\">" + esc(row.due) + " " + esc(row.late) + "</span>") + "</small></li>\n";
        }
        out += "</ul></section>\n";
    }
    return out + "</div>\n";
}

std::string steps_html(const ProblemCard& card) {
    std::string out = "<ol class=\"steps-of\">";
    for (std::size_t i = 0; i < card.steps.size(); ++i) {
        const auto at = static_cast<std::size_t>(card.stage);
        out += "<li class=\"" + std::string{i < at ? "passed" : i == at ? "now" : "ahead"} + "\"" + (i == at ? " aria-current=\"step\"" : "") + "><b>" + esc(card.steps[i].name) + "</b><small>" + esc(card.steps[i].day) + "</small></li>";
    }
    return out + "</ol>\n";
}

std::string cause_html(const ProblemCard& card, Lang lang) {
    std::string out = "<section><h3>" + esc(kCauseHead.in(lang)) + " <small>" + esc(card.alike) + "</small></h3><p class=\"" + std::string{card.has_cause ? "cause" : "cause t-warn"} + "\">" + esc(card.cause) + unpublished_html(card.is_unpublished, lang) + "</p>";
    if (!card.words.empty()) {
        out += "<ul class=\"words\">";
        for (const auto& [word, n] : card.words) out += "<li>" + esc(word) + " <b>" + esc(n) + "</b></li>";
        out += "</ul>";
    }
    if (!card.quote.empty()) out += "<blockquote>«" + esc(card.quote) + "»</blockquote>";
    if (!card.unit.empty()) out += "<p class=\"post\">" + esc(kResponsible.in(lang)) + esc(card.unit) + "</p>";
    if (!card.due.empty()) out += "<p class=\"post\">" + esc(kDueWord.in(lang)) + "<span class=\"" + std::string{tone_class(card.due_tone)} + "\">" + esc(card.due) + "</span></p>";
    return out + "</section>\n";
}

std::string measures_html(const ProblemCard& card, Lang lang) {
    std::string out = "<section><h3>" + esc(kMap.in(lang)) + " <small>" + esc(card.measures_note) + "</small></h3>";
    if (!card.gantt) return out + "<p class=\"calm\">" + esc(card.no_measures) + "</p></section>\n";
    out += "<figure>" + to_svg(gantt_chart(*card.gantt, 470, lang)) + "</figure><table class=\"vh\"><caption>" + esc(kMap.in(lang)) + "</caption><thead><tr>";
    for (const Phrase& head : kMeasureHeads) out += "<th scope=\"col\">" + esc(head.in(lang)) + "</th>";
    out += "</tr></thead><tbody>";
    for (const Gantt::Measure& one : card.gantt->measures)
        out += "<tr><th scope=\"row\">" + esc(one.text) + "</th><td>" + esc(one.responsible) + "</td><td>" + esc(one.due_text) + "</td><td>" + esc((one.done ? kYes : kNo).in(lang)) + "</td></tr>";
    return out + "</tbody></table></section>\n";
}

std::string effect_html(const ProblemCard& card, Lang lang) {
    if (!card.effect && card.no_effect.empty()) return {};
    std::string out = "<section><h3>" + esc(kEffect.in(lang));
    if (!card.effect) return out + "</h3><p class=\"calm\">" + esc(card.no_effect) + "</p></section>\n";
    out += " <b class=\"" + std::string{tone_class(card.change_tone)} + "\" title=\"" + esc(title_lines({}, card.change_why)) + "\">" + esc(card.change) + "</b> <small>" + esc(card.interval) + ", " + esc(card.season_note) + "</small></h3>";
    out += "<figure>" + to_svg(effect_bars(*card.effect, 470, 230, lang)) + "</figure><table class=\"vh\"><caption>" + esc(kEffect.in(lang)) + "</caption><thead><tr><th scope=\"col\">" + esc(kWeek.in(lang)) + "</th><th scope=\"col\">" + esc(kCount.in(lang)) + "</th></tr></thead><tbody>";
    for (const Bar& bar : card.effect->weeks) out += "<tr><th scope=\"row\">" + esc(bar.label) + "</th><td>" + std::to_string(static_cast<long>(bar.value)) + "</td></tr>";
    return out + "</tbody></table></section>\n";
}

std::string card_html(const ProblemCard& card, Lang lang) {
    std::string out = "<aside class=\"panel problem-card\" data-block=\"problem-card\"><header class=\"panel-head\"><h2>" + esc(card.title) + "</h2>" + link(card.close_href, "<span class=\"vh\">" + esc(kCloseCard.in(lang)) + "</span>", "close") + "</header>\n";
    out += steps_html(card) + cause_html(card, lang) + excess_html(card.excess, card.excess_note, lang) + measures_html(card, lang) + effect_html(card, lang);
    out += "<p class=\"actions\"><span class=\"needs-js\">" + link(card.cause_href, esc(kWrite.in(lang)), "button") + " </span>" + link(card.protocol_href, esc(card.protocol_text), "button") + " " + link(card.all.href, esc(card.all_text), "button") + "</p>";
    return out + "</aside>\n";
}

}  // namespace

std::string problems_html(const ProblemsPage& page, Lang lang) {
    std::string out = verdict_html(page.verdict, page.verdict_tail, page.note) + toolbar_html(page, lang);
    if (page.view == ProblemView::OfWeek) return out + tiles_html(page) + listings_html(page.listings, lang);
    out += "<div class=\"register-split" + std::string{page.card ? " with-card" : ""} + "\">\n<div>";
    if (page.view == ProblemView::Board) out += board_html(page, lang);
    else out += strip_html(page, lang) + "<section class=\"panel flush\" data-block=\"register\">" + table_html(page, lang) + "</section>\n";
    return out + "</div>\n" + (page.card ? card_html(*page.card, lang) : std::string{}) + "</div>\n";
}

}  // namespace problemator
