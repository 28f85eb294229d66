#include "core/documents/html_blocks.hpp"

#include "core/base/format.hpp"
#include "core/charts/charts.hpp"
#include "core/documents/block_parts.hpp"
#include "core/documents/html_parts.hpp"

namespace problemator {
namespace {

constexpr Phrase kProblem = {"Проблема", "Problem"}, kReason = {"Причина тревоги", "Reason of the alarm"}, kUnit = {"Ответственный", "In charge"}, kDue = {"Срок", "Due"};
constexpr Phrase kNow = {"сейчас", "now"}, kChange = {"изменение", "change"}, kYearAgo = {"АППГ", "a year ago"}, kWeeks = {"26 недель", "26 weeks"};
constexpr Phrase kIndicator = {"Показатель", "Indicator"}, kFact = {"факт, %", "fact, %"}, kPlan = {"план, %", "plan, %"}, kState = {"состояние", "state"}, kNothing = {"Нет данных за этот период", "No data for this period"};
constexpr Counted kMessages = {"сообщение", "сообщения", "сообщений", "message", "messages"};
constexpr std::size_t kDenseColumns = 7;               // more of them need a smaller type
constexpr Counted kRows = {"строка", "строки", "строк", "row", "rows"};

std::string head_cell(std::string_view text, bool is_number) { return std::string{"<th scope=\"col\""} + (is_number ? " class=\"num\"" : "") + '>' + esc(text) + "</th>"; }

std::string tiles_table(const std::vector<Tile>& tiles, Lang lang) {
    std::string out = "<table class=\"doc-table tiles-table\"><thead><tr><th></th>" + head_cell(kNow.in(lang), true) + head_cell(kChange.in(lang), true) + head_cell(kYearAgo.in(lang), true) + head_cell(kWeeks.in(lang), true) + "</tr></thead><tbody>\n";
    for (const Tile& tile : tiles) {
        out += "<tr><th scope=\"row\">" + esc(tile.label) + (tile.aside.empty() ? "" : " <small>" + esc(tile.aside) + "</small>") + "</th><td class=\"num strong\">" + figure_html(tile.figure) + "</td>";
        out += "<td class=\"num " + std::string{tone_class(tile.change.tone)} + "\">" + esc(tile.change.text) + "</td><td class=\"num\">" + esc(bare_year_ago(tile, lang)) + "</td><td class=\"num\">" + (tile.trend.values.empty() ? "" : to_svg(sparkline(tile.trend, 92, 22))) + "</td></tr>\n";
    }
    return out + "</tbody></table>\n";
}

std::string problem_row(const Problem& problem, Lang lang) {
    const std::string count = problem.count.value ? format_counted(static_cast<std::int64_t>(problem.count.n), kMessages, lang) : problem.count.text;
    std::string out = "<tr><td class=\"num\">" + std::to_string(problem.rank) + "</td><td><b>" + link(problem.count.href, esc(problem.title)) + "</b><br>" + esc(problem.place) + ", " + esc(count) + (problem.was.empty() ? "" : ", " + esc(problem.was)) + "</td><td>";
    for (std::size_t i = 0; i < problem.reasons.size(); ++i)
        out += i == 0 ? "<b class=\"" + std::string{tone_class(problem.reasons[i].second)} + "\">" + esc(problem.reasons[i].first) + "</b><br>" : (i > 1 ? ", " : "") + esc(problem.reasons[i].first);
    return out + "</td><td>" + esc(problem.unit) + "</td><td class=\"num\">" + esc(problem.due) + "</td></tr>\n";
}

std::string problems_table(const OverviewPage& page, Lang lang) {
    if (page.problems.empty()) return "<p>" + esc(page.no_problems) + "</p>\n";
    std::string out = "<table class=\"doc-table\"><thead><tr><th></th>" + head_cell(kProblem.in(lang), false) + head_cell(kReason.in(lang), false) + head_cell(kUnit.in(lang), false) + head_cell(kDue.in(lang), true) + "</tr></thead><tbody>\n";
    for (const Problem& problem : page.problems) out += problem_row(problem, lang);
    return out + "</tbody></table>\n";
}

std::string bullets_table(const OverviewPage& page, Lang lang) {
    if (page.indicators.empty()) return "<p>" + esc(page.no_indicators) + "</p>\n";
    std::string out = "<table class=\"doc-table\"><thead><tr>" + head_cell(kIndicator.in(lang), false) + head_cell(kFact.in(lang), true) + head_cell(kPlan.in(lang), true) + "<th></th>" + head_cell(kState.in(lang), true) + "</tr></thead><tbody>\n";
    for (const Bullet& it : page.indicators) {
        Figure fact = it.fact;
        fact.unit.clear();                             // the head of the column has it
        out += "<tr><th scope=\"row\">" + esc(it.name) + "</th>";
        if (!it.missing.empty()) out += "<td colspan=\"4\" class=\"t-muted\">" + esc(it.missing) + "</td></tr>\n";
        else out += "<td class=\"num strong\">" + figure_html(fact) + "</td><td class=\"num\">" + (it.plan ? format_decimal(*it.plan, *it.plan == static_cast<int>(*it.plan) ? 0 : 1, lang) : "–") + "</td><td>" + to_svg(bullet(it, 106, 16)) + "</td><td class=\"num " + std::string{tone_class(it.tone)} + "\">" + esc(it.status) + "</td></tr>\n";
    }
    return out + "</tbody></table>\n";
}

/// Blocks that have a form of their own on paper; nothing for the others.
struct OwnForm {
    const PageBlock& block;
    Lang lang;
    std::string operator()(const OverviewPage& page) const {
        if (block.id == "tiles") return tiles_table(page.tiles, lang);
        if (block.id == "problems") return problems_table(page, lang);
        if (block.id == "matrix") return matrix_html(page.matrix, lang) + legend_html(page.matrix, lang);
        if (block.id == "bullets") return bullets_table(page, lang);
        if (block.id == "short-rating") return rating_table_html(page.rating, {}, page.rating_mean, true, lang);
        return {};
    }
    std::string operator()(const HeatmapPage& page) const { return block.id == "matrix" ? "<div class=\"full\">" + matrix_html(page.matrix, lang) + legend_html(page.matrix, lang) + "</div>" : std::string{}; }
    std::string operator()(const RatingPage& page) const { return block.id == "rating" ? rating_table_html(page.rows, page.few, page.mean, false, lang, {page.caption, page.unit_title}) : std::string{}; }
    std::string operator()(const ListingsPage& page) const { return block.id == "tiles" ? tiles_table(page.tiles, lang) : std::string{}; }
    std::string operator()(const IndicatorsPage&) const { return {}; }
    std::string operator()(const MessagesPage&) const { return {}; }
    std::string operator()(const MapPage&) const { return {}; }
};

std::string cell_html(const BlockCell& cell, const BlockColumn& column, bool is_head) {
    const std::string tag = is_head ? "th scope=\"row\"" : "td";
    return "<" + tag + (column.is_number ? " class=\"num\"" : "") + ">" + (cell.href.empty() ? esc(cell.text) : link(cell.href, esc(cell.text))) + (is_head ? "</th>" : "</td>");
}

}  // namespace

std::string plain_table_html(const PageBlock& block, Lang lang) {
    std::string out = std::string{"<table class=\"doc-table"} + (block.columns.size() > kDenseColumns ? " dense" : "") + "\"><caption class=\"vh\">" + esc(block.title) + "</caption><thead><tr>";
    for (const BlockColumn& column : block.columns) out += head_cell(column.title, column.is_number);
    out += "</tr></thead><tbody>\n";
    for (std::size_t r = 0; r < block.rows.size() && r < kPaperRows; ++r) {
        out += "<tr>";
        for (std::size_t c = 0; c < block.columns.size() && c < block.rows[r].size(); ++c) out += cell_html(block.rows[r][c], block.columns[c], c == 0 && !block.columns[0].is_number);
        out += "</tr>\n";
    }
    out += "</tbody></table>\n";
    const std::size_t rows = block.rows.size() + block.rows_left_out;
    if (rows > kPaperRows)
        out += "<p class=\"doc-note\">" + esc(Phrase{"… и ещё ", "… and "}.in(lang)) + format_counted(static_cast<std::int64_t>(rows - kPaperRows), kRows, lang) + esc(Phrase{": все строки в XLSX и CSV", " more: all rows are in the XLSX and the CSV"}.in(lang)) + "</p>\n";
    return out;
}

std::string block_html(const Page& page, const PageBlock& block, double width, Lang lang) {
    std::string own = std::visit(OwnForm{block, lang}, page);
    if (!own.empty()) return own;
    std::string out = block.words.empty() ? std::string{} : "<p class=\"doc-words\">" + esc(block.words) + "</p>\n";
    if (block.has_picture)
        if (const auto scene = block_picture(page, block.id, width, lang)) out += "<figure>" + to_svg(*scene) + "</figure>\n";
    if (!block.rows.empty()) out += plain_table_html(block, lang);
    if (!block.more.empty()) out += "<p class=\"doc-note\">" + esc(block.more) + "</p>\n";
    return out.empty() ? "<p class=\"doc-words\">" + esc(kNothing.in(lang)) + "</p>\n" : out;
}

}  // namespace problemator
