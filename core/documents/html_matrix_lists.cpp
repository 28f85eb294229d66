// The matrix on a phone: one list per column, its rows by value with a bar each; where columns are weeks or hours, one list per row, in time.
#include <algorithm>
#include <cmath>
#include <cstdio>

#include "core/base/stable_order.hpp"
#include "core/base/time.hpp"
#include "core/documents/html_parts.hpp"

namespace problemator {
namespace {

constexpr Phrase kLists = {"Матрица списками", "The matrix as lists"}, kHidden = {"< 3", "< 3"}, kNoData = {"нет данных", "no data"}, kSurge = {"всплеск", "surge"}, kNothing = {"Сообщений нет", "No messages"};

/// Weeks name themselves, and hours have no link of their own.
bool goes_by_time(const Matrix& matrix) {
    return std::all_of(matrix.columns.begin(), matrix.columns.end(), [](const MatrixHead& column) { return column.href.empty() || parse_week(column.id).has_value(); });
}

struct Line { const Cell* cell; const MatrixHead* head; };

bool is_empty(const Cell& cell) { return cell.figure.text.empty() && !cell.is_hidden; }

std::vector<Line> by_value(std::vector<Line> lines) {
    std::erase_if(lines, [](const Line& line) { return is_empty(*line.cell); });
    sort_stably(lines, [](const Line& a, const Line& b) { return a.cell->value > b.cell->value; });
    return lines;
}

std::string bar_html(const Matrix& matrix, const Cell& cell, double largest) {
    if (cell.color_class < 0) return "<i class=\"bar\"></i>";
    const double share = largest > 0 && std::isfinite(cell.value) ? std::min(100.0, std::fabs(cell.value) / largest * 100) : 0;
    char width[32];
    std::snprintf(width, sizeof width, "%.1f", share);
    const int most = matrix.is_diverging ? 6 : 7;
    return "<i class=\"bar\"><i class=\"" + std::string{matrix.is_diverging ? "d" : "q"} + std::to_string(std::clamp(cell.color_class, 0, most)) + "\" style=\"width:" + width + "%\"></i></i>";
}

std::string value_html(const Cell& cell, Lang lang) {
    if (cell.is_hidden) return esc(kHidden.in(lang));
    if (!cell.figure.text.empty()) return esc(cell.figure.text);
    return cell.color_class < 0 ? "<span class=\"vh\">" + esc(kNoData.in(lang)) + "</span>–" : "0";
}

std::string line_html(const Matrix& matrix, const Line& line, double largest, Lang lang) {
    const Cell& cell = *line.cell;
    std::string inner = "<span>" + esc(line.head->name) + "</span>" + bar_html(matrix, cell, largest) + "<b>" + value_html(cell, lang) + "</b>";
    if (cell.is_surge) inner += "<span class=\"vh\">, " + esc(kSurge.in(lang)) + "</span>";
    return "<li" + std::string{cell.is_surge ? " class=\"hot\"" : ""} + ">" + link(cell.href.empty() ? cell.figure.href : cell.href, inner, "line") + "</li>";
}

std::string group_html(const Matrix& matrix, const MatrixHead& head, const std::vector<Line>& lines, double largest, bool is_open, Lang lang) {
    const auto surges = std::count_if(lines.begin(), lines.end(), [](const Line& line) { return line.cell->is_surge; });
    std::string out = "<details" + std::string{is_open ? " open" : ""} + "><summary><span>" + esc(head.name) + (surges > 0 ? " <i class=\"alarm\" aria-hidden=\"true\"></i><span class=\"vh\">" + esc(kSurge.in(lang)) + "</span>" : "") + "</span><b>" + esc(head.total.text) + "</b><small>" + esc(head.change) + "</small></summary><ol>";
    for (const Line& line : lines) out += line_html(matrix, line, largest, lang);
    return out + "</ol>" + (lines.empty() ? "<p>" + esc(kNothing.in(lang)) + "</p>" : "") + "</details>\n";
}

}  // namespace

std::string matrix_lists_html(const Matrix& matrix, Lang lang) {
    if (matrix.cells.size() < matrix.rows.size() * matrix.columns.size()) return {};
    double largest = 0;
    for (const Cell& cell : matrix.cells)
        if (std::isfinite(cell.value)) largest = std::max(largest, std::fabs(cell.value));
    const bool by_time = goes_by_time(matrix);
    const auto& groups = by_time ? matrix.rows : matrix.columns;
    std::string out = "<div class=\"matrix-lists phone\" role=\"group\" aria-label=\"" + esc(kLists.in(lang)) + "\">\n";
    for (std::size_t g = 0; g < groups.size(); ++g) {
        std::vector<Line> lines;
        if (by_time)
            for (std::size_t c = 0; c < matrix.columns.size(); ++c) lines.push_back({&matrix.at(g, c), &matrix.columns[c]});
        else
            for (std::size_t r = 0; r < matrix.rows.size(); ++r) lines.push_back({&matrix.at(r, g), &matrix.rows[r]});
        out += group_html(matrix, groups[g], by_time ? lines : by_value(std::move(lines)), largest, g == 0, lang);
    }
    return out + "</div>\n";
}

}  // namespace problemator
