// The head's page: one sentence, five numbers, the problems of the week, the matrix, the map, indicators and rating.
#include "core/base/format.hpp"
#include "core/charts/pen.hpp"
#include "core/documents/html_parts.hpp"
#include "core/model/scope.hpp"

namespace problemator {
namespace {

constexpr Phrase kBar = {"Полоса", "Bar"};
constexpr Phrase kNumbers = {"Показатели недели", "Numbers of the week"}, kChangeHead = {"изменение", "change"}, kWeeks = {"26 недель", "26 weeks"};
constexpr Phrase kYearAgo = {"год назад", "a year ago"}, kThisWeek = {"неделя", "week"};
constexpr Phrase kProblems = {"Проблемы недели", "Problems of the week"}, kByForce = {"по силе тревоги, полоса — норма", "by strength of alarm, band — norm"};
constexpr Phrase kAllProblems = {"Весь проблематор", "Whole register"}, kNoProblems = {"Отклонений нет", "Nothing unusual"};
constexpr Phrase kOpen = {"Открыть", "Open"}, kMap = {"Где горит", "Where it burns"}, kMapLink = {"Карта", "Map"}, kAll = {"Все", "All"}, kWhole = {"Весь", "All"};
constexpr Phrase kIndicators = {"Целевые показатели", "Target indicators"}, kRating = {"Рейтинг", "Rating"};
constexpr Phrase kShare = {"доля ответов в срок, %", "share of answers in time, %"}, kDeadline = {"срок", "due"};
constexpr Counted kMessageCount = {"сообщение", "сообщения", "сообщений", "message", "messages"};
constexpr Phrase kPlace = {"Территория", "Territory"}, kMessages = {"Сообщений", "Messages"}, kInSurge = {"Во всплеске", "In a surge"};
constexpr Phrase kIndicator = {"Показатель", "Indicator"}, kFact = {"факт, %", "fact, %"}, kPlan = {"план, %", "plan, %"}, kState = {"состояние", "state"};
constexpr Phrase kFactWord = {"факт, %", "fact, %"}, kPlanWord = {"план", "plan"};

std::string tile_html(const Tile& tile) {
    std::string out = "<div class=\"tile\"><dt>" + esc(tile.label);
    if (!tile.aside.empty()) out += " <small>" + esc(tile.aside) + "</small>";
    out += "</dt><dd class=\"value\">" + explained_html(tile.figure) + "</dd>";
    out += "<dd class=\"delta\">" + change_html(tile.change) + "</dd>";
    out += "<dd class=\"ago\">" + esc(tile.year_ago) + "</dd>";
    return out + "<dd class=\"spark\">" + to_svg(sparkline(tile.trend, 104, 30)) + "</dd></div>\n";
}

std::string tiles_html(const std::vector<Tile>& tiles, Lang lang) {
    std::string out = "<div class=\"tiles-head paper\" aria-hidden=\"true\"><span></span><span>" + esc(kThisWeek.in(lang)) + "</span><span>" + esc(kChangeHead.in(lang)) +
                      "</span><span>" + esc(kYearAgo.in(lang)) + "</span><span>" + esc(kWeeks.in(lang)) + "</span></div>\n";
    out += "<dl class=\"tiles\" aria-label=\"" + esc(kNumbers.in(lang)) + "\">\n";
    for (const Tile& tile : tiles) out += tile_html(tile);
    return out + "</dl>\n";
}

std::string reasons_html(const Problem& problem) {
    std::string out = "<p class=\"reasons\">";
    for (std::size_t i = 0; i < problem.reasons.size() && i < 3; ++i) {
        const auto& [text, tone] = problem.reasons[i];
        if (i == 0) out += "<b class=\"" + std::string{problem.is_surge ? "surge-sign " : "chronic-sign "} + std::string{tone_class(tone)} + "\">" + esc(text) + "</b>";
        else out += " <span>" + esc(text) + "</span>";
    }
    return out + "</p>";
}

// «32 сообщения, было 14»: on paper the count stands in the line of the place.
std::string figure_words(const Problem& problem, Lang lang) {
    const std::string count = problem.count.value ? format_counted(static_cast<std::int64_t>(problem.count.n), kMessageCount, lang) : problem.count.text;
    return count + (problem.was.empty() ? "" : ", " + problem.was);
}

std::string problem_html(const Problem& problem, Lang lang) {
    std::string out = "<li><span class=\"rank\">" + std::to_string(problem.rank) + "</span><div class=\"what\"><h3>" + link(problem.count.href, esc(problem.title)) +
                      " <span class=\"place\">" + esc(problem.place) + "<span class=\"paper-inline\">, " + esc(figure_words(problem, lang)) + "</span></span></h3>";
    out += reasons_html(problem);
    out += "<p class=\"unit-line\"><span class=\"unit-name\">" + esc(problem.unit) + "</span>";
    if (!problem.block.empty()) out += "<span class=\"block-name\"> · " + esc(problem.block) + "</span>";
    if (!problem.due.empty()) out += "<span class=\"due\"><span class=\"due-word\"> · " + esc(kDeadline.in(lang)) + " </span>" + esc(problem.due) + "</span>";
    out += "</p></div><div class=\"spark\">" + to_svg(sparkline(problem.trend, 92, 30)) + "</div>";
    return out + "<div class=\"count\">" + explained_html(problem.count) + "<small>" + esc(problem.was) + "</small></div></li>\n";
}

std::string problems_html(const OverviewPage& page, const State& state) {
    const Lang lang = state.lang;
    std::string body;
    if (page.problems.empty()) {
        body = "<p class=\"calm\">" + esc(page.no_problems.empty() ? kNoProblems.in(lang) : std::string_view{page.no_problems}) + "</p>";
    } else {
        body = "<ol class=\"problem-list\">\n";
        for (const Problem& problem : page.problems) body += problem_html(problem, lang);
        body += "</ol>\n";
    }
    return panel_html("problems", {kProblems.in(lang), kByForce.in(lang), kAllProblems.in(lang), to_hash(on_screen(state, Screen::Problems)), "problems"}, body);
}

std::string map_html(const OverviewPage& page, const State& state) {
    const Lang lang = state.lang;
    State map = on_screen(state, Screen::Heatmap);
    map.view = MatrixView::Map;
    std::string body = "<figure>" + to_svg(point_map(page, 286, 262, lang)) + "</figure>\n<table class=\"vh\"><caption>" + esc(kMap.in(lang)) + "</caption><thead><tr><th scope=\"col\">" +
                       esc(kPlace.in(lang)) + "</th><th scope=\"col\">" + esc(kMessages.in(lang)) + "</th><th scope=\"col\">" + esc(kInSurge.in(lang)) + "</th></tr></thead><tbody>";
    for (const auto& point : page.map)
        body += "<tr><th scope=\"row\">" + esc(point.name) + "</th><td>" + explained_html(point.all, Tab::Skips) + "</td><td>" + explained_html(point.surge, Tab::Skips) + "</td></tr>";
    return panel_html("map", {.title = kMap.in(lang), .link_text = kMapLink.in(lang), .link_href = to_hash(map), .block = "map"}, body + "</tbody></table>\n");
}

std::string bullet_html(const Bullet& it, Lang lang) {
    std::string out = "<tr><th scope=\"row\">" + esc(it.name) + "</th>";
    if (!it.missing.empty()) return out + "<td colspan=\"4\" class=\"missing\" title=\"" + esc(it.missing) + "\">" + esc(it.missing) + "</td></tr>\n";
    out += "<td class=\"picture\">" + to_svg(bullet(it, 128, 18)) + "</td>";
    Figure fact = it.fact;
    fact.unit.clear();                                 // the head of the column has it
    out += "<td>" + explained_html(fact, Tab::Skips) + "</td><td class=\"plan vh-cell\">" + (it.plan ? esc(tick_text(*it.plan, lang)) : "–") + "</td>";
    return out + "<td class=\"state " + std::string{tone_class(it.tone)} + "\">" + esc(it.status) + "</td></tr>\n";
}

std::string indicators_panel(const OverviewPage& page, const State& state) {
    const Lang lang = state.lang;
    if (page.indicators.empty())
        return panel_html("bullets-panel", {kIndicators.in(lang), {}, {}, {}}, "<p class=\"calm\">" + esc(page.no_indicators) + "</p>");
    std::string body = "<table class=\"bullets\"><caption class=\"vh\">" + esc(kIndicators.in(lang)) + ", " + esc(page.indicators_note) + "</caption><thead class=\"vh-head\"><tr><th scope=\"col\">" +
                       esc(kIndicator.in(lang)) + "</th><th scope=\"col\"><span class=\"vh\">" + esc(kBar.in(lang)) + "</span></th><th scope=\"col\">" + esc(kFact.in(lang)) + "</th><th scope=\"col\" class=\"vh-cell\">" + esc(kPlan.in(lang)) + "</th><th scope=\"col\">" + esc(kState.in(lang)) +
                       "</th></tr></thead><tbody>\n";
    for (const Bullet& it : page.indicators) body += bullet_html(it, lang);
    body += "</tbody></table>\n<p class=\"key\" aria-hidden=\"true\"><i class=\"key-fact\"></i>" + esc(kFactWord.in(lang)) + "<i class=\"key-plan\"></i>" + esc(kPlanWord.in(lang)) + "</p>\n";
    return panel_html("bullets-panel", {kIndicators.in(lang), page.indicators_note, kAll.in(lang), to_hash(on_screen(state, Screen::Indicators)), "bullets"}, body);
}

std::string rating_panel(const OverviewPage& page, const State& state) {
    const Lang lang = state.lang;
    std::string body = rating_table_html(page.rating, {}, page.rating_mean, true, lang);
    if (!page.rating_note.empty()) body += "<p class=\"panel-note\">" + esc(page.rating_note) + "</p>\n";
    return panel_html("rating-panel", {kRating.in(lang), kShare.in(lang), kWhole.in(lang), to_hash(on_screen(state, Screen::Rating)), "short-rating"}, body);
}

}  // namespace

std::string overview_html(const OverviewPage& page, const State& state) {
    const Lang lang = state.lang;
    std::string out = verdict_html(page.verdict, page.verdict_tail, {});
    out += "<div data-block=\"tiles\">" + tiles_html(page.tiles, lang) + "</div>\n";
    out += "<div class=\"board\">\n" + problems_html(page, state) + "<div class=\"evidence\">\n";
    out += panel_html("matrix-panel", {page.matrix.title, page.matrix.note, kOpen.in(lang), to_hash(on_screen(state, Screen::Heatmap)), "matrix"},
                      surges_html(page.matrix, lang) + matrix_html(page.matrix, lang) + "<div class=\"paper\">" + legend_html(page.matrix, lang) + "</div>");
    out += map_html(page, state) + indicators_panel(page, state) + rating_panel(page, state);
    return out + "</div></div>\n";
}

}  // namespace problemator
