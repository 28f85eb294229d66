#include "core/import/table_shape.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "core/base/text.hpp"
#include "core/import/dates.hpp"
#include "core/import/values.hpp"

namespace problemator {
namespace {

constexpr std::size_t kLongestName = 80, kLongestDate = 40, kRowsBelow = 12;

double share(std::size_t part, std::size_t whole) { return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole); }

std::size_t filled(const std::vector<std::string>& row) {
    return static_cast<std::size_t>(std::count_if(row.begin(), row.end(), [](const std::string& cell) { return !cell.empty(); }));
}

/// Columns under a name in which most cells are numbers or dates.
std::size_t unlike_below(std::span<const std::vector<std::string>> rows, std::size_t header) {
    std::size_t count = 0;
    const std::size_t last = std::min(rows.size(), header + 1 + kRowsBelow);
    for (std::size_t column = 0; column < rows[header].size(); ++column) {
        if (look_of(rows[header][column]) != CellLook::Text) continue;
        std::size_t typed = 0, texts = 0;
        for (std::size_t row = header + 1; row < last; ++row) {
            const CellLook look = column < rows[row].size() ? look_of(rows[row][column]) : CellLook::Empty;
            typed += look == CellLook::Number || look == CellLook::Date;
            texts += look == CellLook::Text;
        }
        count += typed > texts;
    }
    return count;
}

/// 0…4: filled, made of texts, unlike what is below, and above something.
double score_of(std::span<const std::vector<std::string>> rows, std::size_t index, std::size_t widest) {
    const std::vector<std::string>& row = rows[index];
    const std::size_t named = filled(row);
    if (named == 0) return 0;
    std::size_t texts = 0, longs = 0;
    std::set<std::string> distinct;
    for (const std::string& cell : row) {
        if (cell.empty()) continue;
        texts += look_of(cell) == CellLook::Text;
        longs += count_chars(cell) > kLongestName;
        distinct.insert(fold(cell));
    }
    const double names = share(texts, named) * share(distinct.size(), named) * (1 - share(longs, named));
    const double contrast = share(unlike_below(rows, index), named);
    const bool has_rows_below = index + 1 < rows.size();
    return share(named, widest) * 1.5 + names + contrast + (has_rows_below ? 0.3 : 0);
}

struct Marks { std::size_t points = 0, commas = 0; std::size_t after_last = 0; };   // after_last: digits behind the last mark

std::optional<Marks> marks_of(std::string_view text) {
    Marks marks;
    bool has_digit = false;
    if (!text.empty() && (text.front() == '-' || text.front() == '+')) text.remove_prefix(1);
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = next_char(text, at);
        if (c >= '0' && c <= '9') { has_digit = true; ++marks.after_last; continue; }
        if (c == ' ' || c == 0xA0 || c == 0x202F) continue;
        if (c != '.' && c != ',') return std::nullopt;
        ++(c == '.' ? marks.points : marks.commas);
        marks.after_last = 0;
    }
    return has_digit ? std::optional{marks} : std::nullopt;
}

}  // namespace

CellLook look_of(std::string_view cell) {
    cell = trim(cell);
    if (cell.empty()) return CellLook::Empty;
    if (cell.size() > kLongestDate || cell.find_first_of("0123456789") == std::string_view::npos) return CellLook::Text;
    if (read_number(cell)) return CellLook::Number;
    return read_date(cell, usual_date_forms()) ? CellLook::Date : CellLook::Text;
}

double column_consistency(std::span<const std::size_t> cells_of_rows) {
    std::map<std::size_t, std::size_t> times;
    for (const std::size_t cells : cells_of_rows) ++times[cells];
    std::size_t usual = 0, most = 0;
    for (const auto& [cells, count] : times)
        if (count >= most) usual = cells, most = count;   // of two equally usual numbers the greater one
    if (usual < 2) return 0;
    return share(most, cells_of_rows.size()) * (1 - 0.5 / static_cast<double>(usual));
}

std::optional<HeaderShape> header_by_shape(std::span<const std::vector<std::string>> rows) {
    if (rows.empty()) return std::nullopt;
    std::size_t widest = 0;
    for (const auto& row : rows) widest = std::max(widest, filled(row));
    HeaderShape best;
    double best_score = -1, next_score = -1;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const double score = score_of(rows, i, widest);
        if (score > best_score) next_score = best_score, best_score = score, best.index = i;
        else next_score = std::max(next_score, score);
    }
    const double lead = next_score < 0 ? 0.5 : std::min(best_score - next_score, 1.0);
    best.confidence = std::clamp(best_score / 4 + lead / 2, 0.0, 0.95);
    return best;
}

DecimalGuess guess_decimal(std::span<const std::string_view> cells) {
    std::size_t comma = 0, point = 0;
    DecimalGuess guess;
    for (const std::string_view cell : cells) {
        const auto marks = marks_of(trim(cell));
        if (!marks) continue;
        ++guess.numbers;
        const std::size_t all = marks->points + marks->commas;
        if (all == 0) continue;
        const std::size_t last_comma = cell.rfind(','), last_point = cell.rfind('.');
        const bool is_comma_last = last_comma != std::string_view::npos && (last_point == std::string_view::npos || last_comma > last_point);
        const bool is_repeated = is_comma_last ? marks->commas > 1 : marks->points > 1;   // "1,234,567": a mark of thousands
        guess.has_thousands |= all > 1;
        if (is_repeated) ++(is_comma_last ? point : comma);
        else if (all > 1 || marks->after_last != 3) ++(is_comma_last ? comma : point);     // "1,234" alone may be both
    }
    if (comma + point == 0) return guess;
    guess.mark = comma > point ? DecimalMark::Comma : DecimalMark::Point;
    guess.confidence = std::max(0.5, share(std::max(comma, point), comma + point));
    return guess;
}

}  // namespace problemator
