// Matrix: rows × columns of counts, coloured by fixed classes; surges carry a corner and a heavier number; totals on two sides.
#include <algorithm>
#include <cmath>

#include "core/charts/matrix_layout.hpp"
#include "core/charts/pen.hpp"

namespace problemator {
namespace {

constexpr Phrase kAll = {"всего", "total"}, kTotal = {"Итого", "Total"}, kHidden = {"< 3", "< 3"};
constexpr Phrase kSurges = {"всплески", "surges"};

class MatrixPainter {
public:
    MatrixPainter(const Matrix& matrix, MatrixSize size, double width, Lang lang)
        : matrix_{matrix}, size_{size}, lang_{lang}, layout_{matrix, size, width}, pen_{width, layout_.height(matrix.rows.size())} {
        for (const MatrixHead& row : matrix.rows) largest_row_ = std::max(largest_row_, row.value);
        if (matrix.selected && *matrix.selected < matrix.cells.size() && !matrix.columns.empty()) {
            selected_row_ = *matrix.selected / matrix.columns.size();
            selected_column_ = *matrix.selected % matrix.columns.size();
        }
    }

    Scene paint() && {
        for (std::size_t c = 0; c < matrix_.columns.size(); ++c) column_head(c);
        totals_head();
        const std::size_t rows = is_dense() ? matrix_.rows.size() : 0;
        for (std::size_t r = 0; r < rows; ++r) {
            row_label(r);
            for (std::size_t c = 0; c < matrix_.columns.size(); ++c) cell(r, c);
            row_total(r);
        }
        ring();
        if (size_ != MatrixSize::Print) column_totals();
        return std::move(pen_).finish(summary());
    }

private:
    bool is_dense() const { return matrix_.cells.size() >= matrix_.rows.size() * matrix_.columns.size(); }
    bool is_full() const { return size_ == MatrixSize::Full; }

    const std::string& short_head(std::size_t c) const {
        const MatrixHead& head = matrix_.columns[c];
        return head.short_name.empty() ? head.name : head.short_name;
    }

    // Compact: a long head may use what its short neighbours leave; 2 px stay between them.
    double head_room(std::size_t c) const {
        if (size_ != MatrixSize::Compact) return layout_.column_step - 3;
        const double step = layout_.column_step;
        const auto half = [&](std::size_t i) { return std::min(text_width(short_head(i), 11, Weight::Regular), step) / 2; };
        const double left = c == 0 ? step : step - half(c - 1) - 2, right = c + 1 == matrix_.columns.size() ? step : step - half(c + 1) - 2;
        return std::max(step - 1, 2 * std::min(left, right));
    }

    void column_head(std::size_t c) {
        const MatrixHead& head = matrix_.columns[c];
        const double room = head_room(c), x = layout_.column_x(c) + layout_.cell_width() / 2;
        const bool is_on = c == selected_column_;
        const TextLook look{.size = 11, .weight = is_on ? Weight::SemiBold : Weight::Regular, .ink = is_on ? Ink::Ink1 : Ink::Ink2,
                            .anchor = Anchor::Middle, .max_width = room};
        const auto lines = c < layout_.heads.size() ? layout_.heads[c] : std::vector<std::string>{};
        const double last = layout_.head - 12;
        for (std::size_t i = 0; i < lines.size(); ++i) pen_.text(lines[i], {x, last - MatrixLayout::kHeadLine * static_cast<double>(lines.size() - 1 - i)}, look);
        if (lines.empty() && room >= 10) pen_.text(head.short_name.empty() ? head.name : head.short_name, {x, last}, look);   // compact: always the short names
        pen_.hit({layout_.column_x(c), 0, layout_.cell_width(), layout_.head}, head.href, head.name, figure_text(head.total));
    }

    void totals_head() {
        if (size_ == MatrixSize::Compact) return;
        pen_.text(kAll.in(lang_), {layout_.total_right, layout_.head - 12}, {.ink = Ink::Ink3, .anchor = Anchor::End});
        const bool has_changes = std::any_of(matrix_.rows.begin(), matrix_.rows.end(), [](const MatrixHead& row) { return !row.change.empty(); });
        if (is_full() && has_changes) pen_.text("±", {layout_.change_right, layout_.head - 12}, {.ink = Ink::Ink3, .anchor = Anchor::End});
    }

    void row_label(std::size_t r) {
        const MatrixHead& head = matrix_.rows[r];
        const bool is_on = r == selected_row_;
        pen_.text(head.name, {0, layout_.row_middle(r)}, {.size = is_full() ? 13.0 : 12.0, .weight = is_on ? Weight::SemiBold : Weight::Regular,
                                                         .max_width = layout_.label_width - 8});
        pen_.hit({0, layout_.row_y(r), layout_.label_width - 4, layout_.row_step - 2}, head.href, head.name, figure_text(head.total));
    }

    std::pair<Ink, Ink> inks(const Cell& cell) const {
        if (matrix_.is_diverging) {
            const int k = std::clamp(cell.color_class, 0, 6);
            return {static_cast<Ink>(static_cast<int>(Ink::Div0) + k), static_cast<Ink>(static_cast<int>(Ink::OnDiv0) + k)};
        }
        const int k = std::clamp(cell.color_class, 0, 7);
        return {static_cast<Ink>(static_cast<int>(Ink::Seq0) + k), static_cast<Ink>(static_cast<int>(Ink::OnSeq0) + k)};
    }

    void cell(std::size_t r, std::size_t c) {
        const Cell& it = matrix_.at(r, c);
        const Box box{layout_.column_x(c), layout_.row_y(r), layout_.cell_width(), layout_.row_step - MatrixLayout::kGap};
        const auto [fill, ink] = inks(it);
        if (it.color_class < 0) {
            pen_.rect(box, Ink::Sunken, 2);
            pen_.hatch(box, Ink::LineStrong);
        } else {
            pen_.rect(box, fill, is_full() ? 3 : 2);
        }
        number(it, box, it.color_class < 0 ? Ink::Ink2 : ink);
        if (it.is_surge) {
            const double corner = std::min(is_full() ? 11.0 : 8.0, box.w), right = box.x + box.w;
            pen_.polygon({{right - corner, box.y}, {right, box.y}, {right, box.y + corner}}, matrix_.is_diverging ? Ink::Ink1 : Ink::Bad);   // red on red says nothing
        }
        pen_.hit(box, it.href, it.tooltip_title, hint_lines(it.tooltip));
    }

    // A number that does not fit its cell is left to the tooltip and the table: it is never cut.
    void number(const Cell& it, Box box, Ink ink) {
        const std::string_view text = it.is_hidden ? kHidden.in(lang_) : std::string_view{it.figure.text};
        const Weight weight = it.is_surge ? Weight::SemiBold : Weight::Regular;
        for (const double size : {is_full() ? 14.0 : 11.0, 11.0})
            if (text_width(text, size, weight) <= box.w - 2) {
                pen_.text(text, {box.x + box.w / 2, box.y + box.h / 2}, {.size = size, .weight = weight, .ink = ink, .anchor = Anchor::Middle});
                return;
            }
    }

    void row_total(std::size_t r) {
        const MatrixHead& head = matrix_.rows[r];
        const double y = layout_.row_middle(r), thick = is_full() ? 10 : 8;
        if (largest_row_ > 0 && std::isfinite(head.value))
            pen_.rect({layout_.bar_left, y - thick / 2, std::max(1.0, layout_.bar_width * std::max(0.0, head.value) / largest_row_), thick}, Ink::Prev, 1);
        pen_.text(head.total.text, {layout_.total_right, y}, {.size = is_full() ? 13.0 : 11.0, .weight = Weight::Medium, .anchor = Anchor::End});
        if (is_full()) pen_.text(head.change, {layout_.change_right, y}, {.size = 12, .ink = Ink::Ink3, .anchor = Anchor::End, .max_width = 38});
        pen_.hit({layout_.bar_left, layout_.row_y(r), layout_.change_right - layout_.bar_left, layout_.row_step - 2},
                 head.total.href.empty() ? head.href : head.total.href, head.name, figure_text(head.total));
    }

    void ring() {
        if (selected_row_ == kNone || !is_dense()) return;
        pen_.frame({layout_.column_x(selected_column_) - 2, layout_.row_y(selected_row_) - 2, layout_.cell_width() + 4, layout_.row_step + 2},
                   Ink::Ink1, 2, 4);
    }

    void column_totals() {
        const double line = layout_.row_y(matrix_.rows.size()) + (is_full() ? 6 : 2), y = line + (is_full() ? 18 : 12);
        const double size = is_full() ? 13 : 11;
        pen_.line({0, half_pixel(line)}, {layout_.change_right, half_pixel(line)}, Ink::LineStrong);
        pen_.text(kTotal.in(lang_), {0, y}, {.size = is_full() ? 13.0 : 12.0, .weight = Weight::Medium, .max_width = layout_.label_width - 8});
        for (std::size_t c = 0; c < matrix_.columns.size(); ++c) {
            const MatrixHead& head = matrix_.columns[c];
            const double x = layout_.column_x(c) + layout_.cell_width() / 2;
            if (text_width(head.total.text, size, Weight::Medium) <= layout_.column_step)
                pen_.text(head.total.text, {x, y}, {.size = size, .weight = Weight::Medium, .anchor = Anchor::Middle});
            if (is_full() && text_width(head.change, 11, Weight::Regular) <= layout_.column_step)
                pen_.text(head.change, {x, y + 17}, {.ink = Ink::Ink3, .anchor = Anchor::Middle});
            pen_.hit({layout_.column_x(c), line + 1, layout_.cell_width(), layout_.foot - 8}, head.total.href.empty() ? head.href : head.total.href,
                     head.name, figure_text(head.total));
        }
        pen_.text(matrix_.total.text, {layout_.total_right, y}, {.size = size, .weight = Weight::SemiBold, .anchor = Anchor::End});
        if (is_full()) pen_.text(matrix_.total_change, {layout_.change_right, y}, {.size = 12, .ink = Ink::Ink3, .anchor = Anchor::End, .max_width = 38});
        pen_.hit({layout_.bar_left, line + 1, layout_.change_right - layout_.bar_left, layout_.foot - 8}, matrix_.total.href,
                 std::string{kTotal.in(lang_)}, figure_text(matrix_.total));
    }

    // «Территория × блок: 444; всплески: Речное — ЖКХ 57, Таёжный — ТКО 19»
    std::string summary() const {
        std::string out = matrix_.title;
        if (!matrix_.total.text.empty()) out += (out.empty() ? "" : ": ") + matrix_.total.text;
        std::string surges;
        for (std::size_t r = 0; is_dense() && r < matrix_.rows.size(); ++r)
            for (std::size_t c = 0; c < matrix_.columns.size(); ++c)
                if (matrix_.at(r, c).is_surge)
                    surges += (surges.empty() ? "" : ", ") + matrix_.rows[r].name + " — " + matrix_.columns[c].name + ' ' + matrix_.at(r, c).figure.text;
        return surges.empty() ? out : out + "; " + std::string{kSurges.in(lang_)} + ": " + surges;
    }

    static constexpr std::size_t kNone = static_cast<std::size_t>(-1);
    const Matrix& matrix_;
    MatrixSize size_;
    Lang lang_;
    MatrixLayout layout_;
    Pen pen_;
    double largest_row_ = 0;
    std::size_t selected_row_ = kNone, selected_column_ = kNone;
};

}  // namespace

Scene matrix_chart(const Matrix& matrix, MatrixSize size, double width, Lang lang) {
    return MatrixPainter{matrix, size, width, lang}.paint();
}

}  // namespace problemator
