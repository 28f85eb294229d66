#include "core/charts/matrix_layout.hpp"

#include <algorithm>
#include <cmath>

#include "core/charts/hyphens.hpp"

namespace problemator {
namespace {

// Lines lost a space between them, or broke after a hyphen: no word was cut.
bool breaks_between_words(const std::vector<std::string>& lines, const std::string& name) {
    std::size_t at = 0;
    for (const std::string& line : lines) {
        if (at > 0 && name[at - 1] != ' ' && name[at - 1] != '-' && name[at - 1] != '/') return false;
        at = std::min(name.size(), at + line.size());
        while (at < name.size() && name[at] == ' ') ++at;
    }
    return true;
}

// Heights and paddings by size: compact in a panel, full on its own screen, print on A4.
struct Measures { double row, head, foot, least_label, label_size, totals, change; };

constexpr Measures measures_of(MatrixSize size) {
    switch (size) {
        case MatrixSize::Compact: return {20, 22, 26, 72, 12, 50, 0};
        case MatrixSize::Full: return {44, 34, 50, 92, 13, 74, 40};
        case MatrixSize::Print: return {19, 20, 2, 88, 12, 76, 0};
    }
    return {20, 22, 26, 72, 12, 50, 0};
}

constexpr std::size_t kManyColumns = 8, kHyphenLines = 3;   // more lines of broken words read worse than an abbreviation

/// Lines of whole words no wider than `room`; empty when there is none, or more than `most`.
std::vector<std::string> whole_lines(const std::string& name, double room, std::size_t most) {
    auto lines = wrap_text(name, 11, Weight::SemiBold, room);
    const bool fits = lines.size() <= most && std::all_of(lines.begin(), lines.end(), [&](const std::string& line) { return text_width(line, 11, Weight::SemiBold) <= room; });
    return fits && breaks_between_words(lines, name) ? lines : std::vector<std::string>{};
}

/// The whole name in two lines, else a short one that is a word («ТКО», not «Благ.»), else more lines, else lines broken between
/// syllables; nothing when none of them fits. «неделя 46» is no prose: it is short before it is broken.
std::vector<std::string> head_lines(const MatrixHead& head, double room, std::size_t most) {
    if (auto lines = whole_lines(head.name, room, 2); !lines.empty()) return lines;
    const bool is_word = !head.short_name.empty() && !head.short_name.ends_with('.');
    if (auto lines = is_word ? whole_lines(head.short_name, room, 2) : std::vector<std::string>{}; !lines.empty()) return lines;
    if (auto lines = whole_lines(head.name, room, most); !lines.empty()) return lines;
    const bool has_digit = std::any_of(head.name.begin(), head.name.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (!has_digit)
        if (auto lines = hyphenated_lines(head.name, 11, Weight::SemiBold, room, kHyphenLines)) return *std::move(lines);
    if (auto lines = hyphenated_lines(head.short_name, 11, Weight::SemiBold, room, most)) return *std::move(lines);
    return {};
}

// The selected row is heavier; a panel has none.
double widest_label(const Matrix& matrix, MatrixSize size, double text_size) {
    const Weight weight = size == MatrixSize::Full ? Weight::SemiBold : Weight::Regular;
    double widest = 0;
    for (const MatrixHead& row : matrix.rows) widest = std::max(widest, text_width(row.name, text_size, weight));
    return widest;
}

double widest_total(const Matrix& matrix, double text_size) {
    double widest = text_width(matrix.total.text, text_size, Weight::SemiBold);
    for (const MatrixHead& row : matrix.rows) widest = std::max(widest, text_width(row.total.text, text_size, Weight::Medium));
    return widest;
}

}  // namespace

MatrixLayout::MatrixLayout(const Matrix& matrix, MatrixSize size, double full_width) : width{full_width} {
    const Measures m = measures_of(size);
    row_step = m.row;
    head = m.head;
    foot = m.foot;
    const double most = std::max(40.0, width * 0.3);
    label_width = std::ceil(std::clamp(widest_label(matrix, size, m.label_size) + (size == MatrixSize::Compact ? 8 : 12), std::min(m.least_label, most), most));
    left = label_width;
    const double room = width - label_width - m.totals - m.change;
    const auto columns = std::max<std::size_t>(1, matrix.columns.size());
    column_step = std::max(3.0, std::floor(room / static_cast<double>(columns)));
    if (size == MatrixSize::Full) column_step = std::min(column_step, 120.0);
    if (size == MatrixSize::Full) {
        std::size_t lines = 2;
        for (const MatrixHead& column : matrix.columns) {
            heads.push_back(head_lines(column, column_step - 3, matrix.columns.size() > kManyColumns ? 4 : 3));
            lines = std::max(lines, heads.back().size());
        }
        head += kHeadLine * static_cast<double>(lines - 2);
    }
    change_right = size == MatrixSize::Full ? std::min(width, left + column_step * static_cast<double>(columns) + m.totals + m.change) : width;
    total_right = change_right - m.change;
    bar_left = left + column_step * static_cast<double>(columns) + 6;
    bar_width = std::max(2.0, total_right - bar_left - std::max(size == MatrixSize::Full ? 40.0 : 26.0, widest_total(matrix, m.label_size) + 8));
}

double matrix_height(const Matrix& matrix, MatrixSize size, double width) { return MatrixLayout{matrix, size, width}.height(matrix.rows.size()); }

}  // namespace problemator
