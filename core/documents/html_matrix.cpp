// The matrix as a table: the same colours and corners as the drawn one, and every number a link.
#include <algorithm>
#include <cmath>
#include <cstdio>

#include "core/base/stable_order.hpp"
#include "core/documents/html_parts.hpp"
#include "core/model/heat/matrix_words.hpp"

namespace problemator {
namespace {

constexpr Phrase kAll = {"всего", "total"}, kTotal = {"Итого", "Total"}, kZero = {"0", "0"}, kNoData = {"нет данных", "no data"};
constexpr Phrase kHidden = {"< 3", "< 3"}, kSurge = {"всплеск", "surge"}, kChange = {"±", "±"};
constexpr Phrase kSurgeRule = {"всплеск: выше порога и не менее 7", "surge: above the threshold and at least 7"};
constexpr Phrase kSurgeList = {"Клетки со всплеском", "Cells in a surge"};
constexpr Phrase kChangeName = {"изменение", "change"};

std::string cell_class(const Matrix& matrix, const Cell& cell) {
    if (cell.color_class < 0) return "nodata";
    const int most = matrix.is_diverging ? 6 : 7;
    std::string out = (matrix.is_diverging ? "d" : "q") + std::to_string(std::clamp(cell.color_class, 0, most));
    return cell.is_surge ? out + " surge" : out;
}

std::string cell_text(const Cell& cell, Lang lang) {
    if (cell.is_hidden) return esc(kHidden.in(lang));
    if (!cell.figure.text.empty()) return esc(cell.figure.text);
    return "<span class=\"vh\">" + esc(cell.color_class < 0 ? kNoData.in(lang) : kZero.in(lang)) + "</span>";
}

std::string cell_html(const Matrix& matrix, std::size_t r, std::size_t c, Lang lang) {
    const Cell& cell = matrix.at(r, c);
    const bool is_on = matrix.selected == r * matrix.columns.size() + c;
    std::string inner = cell_text(cell, lang);
    if (cell.is_surge) inner += "<span class=\"vh\">, " + esc(kSurge.in(lang)) + "</span>";
    return "<td class=\"" + cell_class(matrix, cell) + (is_on ? " on\" aria-current=\"true" : "") + "\">" +
           link(cell.href.empty() ? cell.figure.href : cell.href, inner, "cell", title_lines(cell.tooltip_title, cell.tooltip)) + "</td>";
}

std::string bar_html(double value, double largest) {
    if (largest <= 0 || !std::isfinite(value) || value < 0) return {};
    const double share = std::min(100.0, value / largest * 100);
    char style[32];
    std::snprintf(style, sizeof style, "%.1f", share);
    return "<i class=\"size\" style=\"width:" + std::string{style} + "%\"></i>";
}

bool has_changes(const Matrix& matrix) {
    return std::any_of(matrix.rows.begin(), matrix.rows.end(), [](const MatrixHead& row) { return !row.change.empty(); });
}

std::string head_html(const Matrix& matrix, bool changes, Lang lang) {
    std::string out = "<thead><tr><th scope=\"col\"><span class=\"vh\">" + esc(matrix.row_axis_name) + "</span></th>";
    for (const MatrixHead& column : matrix.columns) {
        const std::string& shown = column.short_name.empty() ? column.name : column.short_name;
        out += "<th scope=\"col\">" + link(column.href, "<span class=\"long\">" + esc(column.name) + "</span><span class=\"short\" aria-hidden=\"true\">" + esc(shown) + "</span>", {}, column.name) + "</th>";
    }
    out += "<th scope=\"col\" class=\"total\" colspan=\"2\">" + esc(kAll.in(lang)) + "</th>";
    if (changes) out += "<th scope=\"col\" class=\"diff\"><abbr title=\"" + esc(kChangeName.in(lang)) + "\">" + esc(kChange.in(lang)) + "</abbr></th>";
    return out + "</tr></thead>\n";
}

std::string foot_html(const Matrix& matrix, bool changes, Lang lang) {
    std::string out = "<tfoot><tr><th scope=\"row\">" + esc(kTotal.in(lang)) + "</th>";
    for (const MatrixHead& column : matrix.columns)
        out += "<td>" + explained_html(column.total, Tab::Skips) + (column.change.empty() ? "" : "<small>" + esc(column.change) + "</small>") + "</td>";
    out += "<td class=\"bar-cell\"></td><td class=\"total\">" + figure_html(matrix.total) + "</td>";
    if (changes) out += "<td class=\"diff\">" + esc(matrix.total_change) + "</td>";
    return out + "</tr></tfoot>";
}

}  // namespace

std::string matrix_html(const Matrix& matrix, Lang lang) {
    if (matrix.cells.size() < matrix.rows.size() * matrix.columns.size()) return {};
    const bool changes = has_changes(matrix);
    double largest = 0;
    for (const MatrixHead& row : matrix.rows)
        if (std::isfinite(row.value)) largest = std::max(largest, row.value);
    std::string out = "<div class=\"scroll\"><table class=\"heat\"><caption>" + esc(matrix.caption.empty() ? matrix.title : matrix.caption) + "</caption>\n";
    out += head_html(matrix, changes, lang) + "<tbody>\n";
    for (std::size_t r = 0; r < matrix.rows.size(); ++r) {
        const MatrixHead& row = matrix.rows[r];
        out += "<tr><th scope=\"row\">" + link(row.href, esc(row.name)) + "</th>";
        for (std::size_t c = 0; c < matrix.columns.size(); ++c) out += cell_html(matrix, r, c, lang);
        out += "<td class=\"bar-cell\">" + bar_html(row.value, largest) + "</td><td class=\"total\">" + explained_html(row.total, Tab::Skips) + "</td>";
        if (changes) out += "<td class=\"diff\">" + esc(row.change) + "</td>";
        out += "</tr>\n";
    }
    return out + "</tbody>\n" + foot_html(matrix, changes, lang) + "</table></div>\n";
}

std::string surges_html(const Matrix& matrix, Lang lang) {
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < matrix.cells.size() && !matrix.columns.empty(); ++i)
        if (matrix.cells[i].is_surge && i / matrix.columns.size() < matrix.rows.size()) found.push_back(i);
    if (found.empty()) return {};
    sort_stably(found, [&](std::size_t a, std::size_t b) { return matrix.cells[a].value > matrix.cells[b].value; });
    std::string out = "<h3 class=\"phone\">" + esc(kSurgeList.in(lang)) + "</h3><ol class=\"surges phone\">";
    for (const std::size_t i : found) {
        const Cell& cell = matrix.cells[i];
        const std::string where = matrix.rows[i / matrix.columns.size()].name + " · " + matrix.columns[i % matrix.columns.size()].name;
        const auto norm = std::find_if(cell.tooltip.begin(), cell.tooltip.end(), [&](const auto& line) { return line.first == kNormLine.in(lang); });
        out += "<li>" + link(cell.href, esc(where)) + (norm == cell.tooltip.end() ? "" : " <small>" + esc(norm->first + ' ' + norm->second) + "</small>") +
               " <b>" + figure_html(cell.figure) + "</b></li>";
    }
    return out + "</ol>\n";
}

std::string legend_html(const Matrix& matrix, Lang lang) {
    std::string out = "<ul class=\"legend\">";
    for (std::size_t i = 0; i < matrix.legend.size(); ++i)
        out += "<li><i class=\"swatch " + std::string{matrix.is_diverging ? "d" : "q"} + std::to_string(std::min<std::size_t>(i + (matrix.is_diverging ? 0 : 1), matrix.is_diverging ? 6 : 7)) + "\"></i>" + esc(matrix.legend[i]) + "</li>";
    if (!matrix.is_diverging) out += "<li class=\"rule\"><i class=\"swatch q3 surge\"></i>" + esc(kSurgeRule.in(lang)) + "</li>";
    return out + "</ul>\n";
}

}  // namespace problemator
