#include "web/views/matrix_view.hpp"

#include <algorithm>

#include "core/charts/matrix_layout.hpp"
#include "imgui.h"
#include "web/points.hpp"
#include "web/views/heatmap_layout.hpp"
#include "web/views/matrix_cursor.hpp"
#include "web/views/memory.hpp"
#include "web/widgets/figure.hpp"
#include "web/widgets/scroll_area.hpp"
#include "web/widgets/why.hpp"

namespace problemator::web {
namespace {

constexpr double kBarsGap = 3, kBars = 34;
constexpr Phrase kWhyKey = {"клавиша i", "key i"};

bool is_dense(const Matrix& matrix) { return !matrix.cells.empty() && matrix.cells.size() >= matrix.rows.size() * matrix.columns.size(); }

int shape_of(const Matrix& matrix) {
    return signature_of(matrix.cells.size(), static_cast<std::uint32_t>(matrix.rows.size()), static_cast<std::uint32_t>(matrix.columns.size()),
                        static_cast<std::uint32_t>(matrix.row_axis_name.size()));
}

std::optional<GridCell> recall_cursor(const Matrix& matrix) {
    if (recall("matrix-shape", -1) != shape_of(matrix) || recall("matrix-row", -1) < 0) return std::nullopt;
    return GridCell{static_cast<std::size_t>(recall("matrix-row", 0)), static_cast<std::size_t>(recall("matrix-column", 0))};
}

void remember_cursor(const Matrix& matrix, const std::optional<GridCell>& cell) {
    remember("matrix-shape", shape_of(matrix));
    remember("matrix-row", cell ? static_cast<int>(cell->row) : -1);
    remember("matrix-column", cell ? static_cast<int>(cell->column) : -1);
}

// The keys begin where the reader has last clicked.
std::optional<GridCell> start_of(const Matrix& matrix) {
    if (!matrix.selected || *matrix.selected >= matrix.cells.size()) return std::nullopt;
    return GridCell{*matrix.selected / matrix.columns.size(), *matrix.selected % matrix.columns.size()};
}

std::optional<Step> pressed_step() {
    if (is_pressed(PageKey::Up)) return Step::Up;
    if (is_pressed(PageKey::Down)) return Step::Down;
    if (is_pressed(PageKey::Left)) return Step::Left;
    if (is_pressed(PageKey::Right)) return Step::Right;
    if (is_pressed(PageKey::Home)) return Step::First;
    if (is_pressed(PageKey::End)) return Step::Last;
    return std::nullopt;
}

class MatrixView {
public:
    MatrixView(Ui& ui, const Matrix& matrix, Box box, MatrixPointer pointer)
        : ui_{ui}, matrix_{matrix}, box_{box}, pointer_{pointer}, width_{box.w - kMatrixAir - kMatrixBar}, layout_{matrix, MatrixSize::Full, width_} {}

    void draw(MatrixKeys keys) {
        const ScrollArea area{ui_, "matrix", box_, layout_.height(matrix_.rows.size()) + kBarsGap + kBars + kMatrixAir};
        origin_ = {box_.x + kMatrixAir, box_.y + area.shift()};
        Scene scene = matrix_chart(matrix_, MatrixSize::Full, width_, ui_.lang);
        std::vector<HitRegion> regions = std::move(scene.hits);
        scene.hits.clear();
        ui_.paint.scene(scene, origin_, ui_.commands);
        hanging_bars();
        point_at(regions);
        if (keys == MatrixKeys::Move && is_dense(matrix_)) walk();
        follow_text_view();
        keep_why();
        if (magnifies()) magnify();
    }

private:
    bool magnifies() const { return pointer_ == MatrixPointer::Finger && is_dense(matrix_) && layout_.column_step < kFinger; }

    Box cell_box(const GridCell& cell) const {
        return {origin_.x + layout_.column_x(cell.column), origin_.y + layout_.row_y(cell.row), layout_.cell_width(), layout_.row_step - MatrixLayout::kGap};
    }

    void hanging_bars() {
        Scene bars = column_bars(matrix_, width_, kBars);
        bars.hits.clear();
        ui_.paint.scene(bars, {origin_.x, origin_.y + layout_.height(matrix_.rows.size()) + kBarsGap}, ui_.commands);
    }

    // One target for the whole picture: the region under the pointer is looked up, not asked of a hundred buttons.
    void point_at(const std::vector<HitRegion>& regions) {
        const auto hit = ui_.paint.hit("matrix-cells", {origin_.x, origin_.y, width_, layout_.height(matrix_.rows.size())}, {}, ui_.commands);
        if (!hit.hovered) return;
        const ImVec2 pointer = ImGui::GetIO().MousePos;
        const Point at{static_cast<double>(pointer.x) - origin_.x, static_cast<double>(pointer.y) - origin_.y};
        const auto found = region_at(regions, at);
        if (!found) return;
        const HitRegion& region = regions[*found];
        if (!region.href.empty()) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
        const auto cell = cell_at(at);
        if (cell) explain(*cell);
        else explain(region);
        if (hit.clicked && cell && magnifies()) return remember_cursor(matrix_, cell);
        if (!hit.clicked || region.href.empty()) return;
        ui_.commands.push_back(Go{region.href});
        if (cell) remember_cursor(matrix_, std::nullopt);
    }

    std::optional<GridCell> cell_at(Point at) const {
        if (!is_dense(matrix_) || at.x < layout_.left || at.y < layout_.head) return std::nullopt;
        const GridCell cell{static_cast<std::size_t>((at.y - layout_.head) / layout_.row_step), static_cast<std::size_t>((at.x - layout_.left) / layout_.column_step)};
        return cell.row < matrix_.rows.size() && cell.column < matrix_.columns.size() ? std::optional{cell} : std::nullopt;
    }

    void explain(const GridCell& at) {
        const Cell& cell = matrix_.at(at.row, at.column);
        ui_.paint.rect(cell_box(at), Ink::None, 3, Ink::Ink1);
        Facts facts = cell.tooltip;
        if (!cell.figure.why.empty()) facts.emplace_back(why_title(ui_.lang), std::string{ui_.say(kWhyKey)});
        show_tip(ui_, cell.tooltip_title, facts);
        offer_why(ui_, {.hovered = true}, cell.figure, cell_box(at));
    }

    // What the finger covers, above it and as tall as a finger; a tap on it opens the cell.
    void magnify() {
        const auto cursor = recall_cursor(matrix_);
        if (!cursor || cursor->row >= matrix_.rows.size() || cursor->column >= matrix_.columns.size()) return;
        const Cell& cell = matrix_.at(cursor->row, cursor->column);
        const Box small = cell_box(*cursor);
        const double title = text_width(cell.tooltip_title, 12, Weight::Medium), wide = std::min(title + 28, width_);
        const double left = std::clamp(small.x + small.w / 2 - wide / 2, origin_.x, origin_.x + width_ - wide);
        const double above = small.y - kFinger - 14;
        const Box large{left, above >= box_.y ? above : bottom_of(small) + 8, wide, kFinger + 6};
        const std::string& href = cell.href.empty() ? cell.figure.href : cell.href;
        const auto hit = ui_.paint.hit("matrix-magnified", large, href, ui_.commands);
        ui_.paint.rect(large, hit.pressed ? Ink::Pressed : Ink::Surface, 7, Ink::Ink1, 1.5);
        ui_.paint.text(cell.tooltip_title, large.x + large.w / 2, large.y + 15, {.size = 12, .weight = Weight::Medium, .ink = Ink::Ink2, .anchor = Anchor::Middle, .max_width = large.w - 12});
        ui_.paint.text(cell.figure.text.empty() ? "0" : cell.figure.text, large.x + large.w / 2, large.y + 34, {.size = 18, .weight = Weight::SemiBold, .ink = href.empty() ? Ink::Ink1 : Ink::Accent, .anchor = Anchor::Middle});
    }

    // The explanation stays while the pointer moves on.
    void keep_why() {
        if (opened_why() == 0 || ui_.why || !is_dense(matrix_)) return;
        for (std::size_t i = 0; i < matrix_.cells.size(); ++i)
            offer_why(ui_, {}, matrix_.cells[i].figure, cell_box({i / matrix_.columns.size(), i % matrix_.columns.size()}));
    }

    void explain(const HitRegion& region) {
        ui_.paint.rect({origin_.x + region.box.x, origin_.y + region.box.y, region.box.w, region.box.h}, Ink::None, 3, Ink::LineStrong);
        show_tip(ui_, region.title, {{region.hint, ""}});
    }

    void walk() {
        auto cursor = recall_cursor(matrix_);
        if (const auto step = pressed_step()) {
            cursor = stepped(cursor ? cursor : start_of(matrix_), *step, matrix_.rows.size(), matrix_.columns.size());
            remember_cursor(matrix_, cursor);
            reveal(*cursor);
        }
        if (!cursor || cursor->row >= matrix_.rows.size() || cursor->column >= matrix_.columns.size()) return;
        ring(*cursor);
        offer_why(ui_, {.focused = true}, matrix_.at(cursor->row, cursor->column).figure, cell_box(*cursor));
        const Cell& cell = matrix_.at(cursor->row, cursor->column);
        if (is_pressed(PageKey::Enter) && !cell.href.empty()) ui_.commands.push_back(Go{cell.href});
        if (is_pressed(PageKey::ShiftEnter) && !cell.figure.href.empty()) ui_.commands.push_back(Go{cell.figure.href});
    }

    // The cell that the text view focuses gets the ring here, because cells are no targets of their own.
    void follow_text_view() {
        const auto focus = ui_.paint.focus_href();
        if (focus.empty() || !is_dense(matrix_)) return;
        for (std::size_t i = 0; i < matrix_.cells.size(); ++i) {
            if (matrix_.cells[i].href != focus) continue;
            const GridCell cell{i / matrix_.columns.size(), i % matrix_.columns.size()};
            if (ui_.paint.focus_is_new()) {
                remember_cursor(matrix_, cell);
                reveal(cell);
            }
            return ring(cell);
        }
    }

    void ring(const GridCell& cell) {
        const Box box = cell_box(cell);
        ui_.paint.rect({box.x - 4, box.y - 4, box.w + 8, box.h + 8}, Ink::None, 6, Ink::Focus, 2);
    }

    void reveal(const GridCell& cell) {
        const Box box = cell_box(cell);
        const double now = static_cast<double>(ImGui::GetScrollY());
        if (box.y - 8 < box_.y) ImGui::SetScrollY(real(std::max(0.0, now - (box_.y - box.y + 8))));
        else if (bottom_of(box) + 8 > bottom_of(box_)) ImGui::SetScrollY(real(now + bottom_of(box) + 8 - bottom_of(box_)));
    }

    Ui& ui_;
    const Matrix& matrix_;
    Box box_;
    MatrixPointer pointer_;
    double width_;
    MatrixLayout layout_;
    Point origin_;
};

}  // namespace

void draw_matrix_view(Ui& ui, const Matrix& matrix, Box box, MatrixKeys keys, MatrixPointer pointer) { MatrixView{ui, matrix, box, pointer}.draw(keys); }

}  // namespace problemator::web
