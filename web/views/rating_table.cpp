// The table of the rating: place with its interval, share in time on a common scale, the parts of the score.
#include <algorithm>

#include "core/charts/charts.hpp"
#include "core/charts/pen.hpp"
#include "web/views/rating.hpp"
#include "web/views/share_axis.hpp"
#include "web/widgets/block_menu.hpp"
#include "web/widgets/badge.hpp"
#include "web/widgets/figure.hpp"
#include "web/widgets/panel.hpp"
#include "web/widgets/table_head.hpp"

namespace problemator::web {
namespace {

constexpr Phrase kFew = {"Мало данных: место не присваивается", "Little data: no place is given"};
constexpr Phrase kPick = {"Сравнить с другими", "Compare with others"}, kUnpick = {"Убрать из сравнения", "Out of the comparison"};
constexpr Phrase kNobody = {"За этот период нет закрытых сообщений со сроком", "No closed messages with a deadline in this period"};

double end_of(const Span& span) { return span.x + span.w; }

/// The column as the page orders by it; null for those that it does not.
const RatingPage::Column* find_column(const RatingPage& page, std::string_view id) {
    const auto found = std::find_if(page.columns.begin(), page.columns.end(), [id](const RatingPage::Column& column) { return column.id == id; });
    return found == page.columns.end() ? nullptr : &*found;
}

void draw_heads(Ui& ui, const RatingPage& page, const RatingColumns& at, Box box) {
    const RatingHeads heads = rating_heads(ui.lang);
    std::vector<HeadCell> cells;
    const auto add = [&](std::string_view id, std::string_view text, const Span& span, Anchor anchor) {
        const RatingPage::Column* column = find_column(page, id);
        const Sorting sorting = !column || !column->is_sorted ? Sorting::None : column->is_descending ? Sorting::Descending : Sorting::Ascending;
        if (span.w > 0) cells.push_back({.id = id, .text = text, .href = column ? std::string_view{column->href} : std::string_view{}, .x = span.x, .w = span.w, .anchor = anchor, .sorting = sorting});
    };
    add("place", heads.place, at.place, Anchor::Start);
    add("range", heads.range, at.range, Anchor::End);
    add("name", page.unit_title.empty() ? heads.name : std::string_view{page.unit_title}, at.name, Anchor::Start);
    add("count", heads.count, at.count, Anchor::End);
    add("in-time", heads.in_time, at.in_time, Anchor::End);
    add("completeness", heads.completeness, at.completeness, Anchor::End);
    add("median", heads.median, at.median, Anchor::End);
    add("satisfaction", heads.satisfaction, at.satisfaction, Anchor::End);
    add("repeats", heads.repeats, at.repeats, Anchor::End);
    add("score", heads.score, at.score, Anchor::End);
    table_head(ui, "rating-head", box, cells);
    if (at.axis.w > 0) draw_share_axis(ui, at.axis.x, at.axis.w, box.y + box.h / 2, Weight::Medium);
}

void draw_place(Ui& ui, const RatingRow& it, const RatingColumns& at, double y) {
    const double right = at.place.x + 20;
    ui.paint.text(it.place, right, y, {.size = 13, .weight = Weight::SemiBold, .anchor = Anchor::End});
    if (it.movement_direction != 0) {
        const Ink ink = it.movement_direction > 0 ? Ink::Good : Ink::Bad;
        triangle_mark(ui, {right + 8, y}, it.movement_direction, ink);
        ui.paint.text(it.movement, right + 18, y, {.size = 12, .weight = Weight::Medium, .ink = ink});
    }
    if (at.range.w > 0) ui.paint.text(it.place_range, end_of(at.range) - 6, y, {.size = 12, .ink = Ink::Ink3, .anchor = Anchor::End});
}

void draw_number(Ui& ui, const std::string& id, const Figure& value, const Span& span, double y, TextStyle style) {
    if (span.w <= 0) return;
    style.anchor = Anchor::End;
    style.max_width = span.w + 8;
    if (value.text.empty()) {
        ui.paint.text("–", end_of(span), y, {.size = 13, .ink = Ink::Ink3, .anchor = Anchor::End});
        return;
    }
    figure(ui, id, value, {end_of(span), y}, style);
}

void draw_score(Ui& ui, const std::string& id, const RatingRow& it, const RatingColumns& at, double y) {
    if (at.bar.w > 0 && !it.is_few && it.score.value) {
        ui.paint.rect({at.bar.x, y - 4, at.bar.w, 8}, Ink::Norm, 2);
        ui.paint.rect({at.bar.x, y - 4, std::max(1.0, at.bar.w * std::clamp(*it.score.value / 100, 0.0, 1.0)), 8}, Ink::Fact, 2);
    }
    draw_number(ui, id, it.score, at.score, y, {.size = 13, .weight = Weight::SemiBold, .ink = it.is_few ? Ink::Ink3 : Ink::Ink1});
}

void draw_numbers(Ui& ui, const std::string& id, const RatingRow& it, const RatingColumns& at, double y) {
    const Ink ink = it.is_few ? Ink::Ink2 : Ink::Ink1;
    const TextStyle plain{.size = 13, .ink = ink};
    draw_number(ui, id + "/count", it.count, at.count, y, {.size = 13});
    draw_number(ui, id + "/in-time", it.in_time, at.in_time, y,
                it.is_few ? TextStyle{.size = 12, .ink = Ink::Ink2} : TextStyle{.size = 13, .weight = Weight::Medium, .ink = it.tone == Tone::Bad ? Ink::Bad : Ink::Ink1});
    draw_number(ui, id + "/completeness", it.completeness, at.completeness, y, plain);
    draw_number(ui, id + "/median", it.median_reply, at.median, y, plain);
    draw_number(ui, id + "/satisfaction", it.satisfaction, at.satisfaction, y, plain);
    draw_number(ui, id + "/repeats", it.repeats, at.repeats, y, plain);
    draw_score(ui, id + "/score", it, at, y);
}

/// A box that takes the department into the comparison.
void draw_pick(Ui& ui, const std::string& id, const RatingRow& it, const RatingColumns& at, double y) {
    if (at.pick.w <= 0 || (it.versus_href.empty() && !it.is_compared)) return;
    const Box box{at.pick.x + 10, y - 7.5, 15, 15};
    const auto hit = ui.paint.hit(id + "/pick", {box.x - 6, box.y - 8, 28, 31}, it.versus_href, ui.commands);
    if (hit.hovered || hit.focused) show_tip(ui, ui.say(it.is_compared ? kUnpick : kPick));
    ui.paint.rect(box, it.is_compared ? Ink::Accent : hit.hovered ? Ink::Pressed : Ink::Surface, 3, it.is_compared ? Ink::Accent : Ink::LineStrong);
    if (it.is_compared) ui.paint.polyline({{box.x + 3.5, y}, {box.x + 6.5, y + 3}, {box.x + 11.5, y - 3}}, Ink::OnAccent, 1.5);
}

enum class Names : std::uint8_t { Full, Short };

constexpr TextStyle kName{.size = 13, .weight = Weight::Medium};

/// One form for the whole table: a full name beside a shortened one would look like another kind of unit.
Names names_of(const std::vector<RatingRow>& rows, double room) {
    const bool all_fit = std::all_of(rows.begin(), rows.end(), [room](const RatingRow& row) { return text_width(row.name, kName.size, kName.weight) <= room; });
    return all_fit ? Names::Full : Names::Short;
}

struct RowLook { std::optional<double> mean; Names names; };

void draw_row(Ui& ui, const RatingRow& it, const RowLook& look, const RatingColumns& at, Box row, const std::string& id) {
    const auto hit = ui.paint.hit(id, row, it.href, ui.commands);
    TextStyle name = kName;
    name.ink = it.is_few ? Ink::Ink2 : Ink::Ink1;
    name.max_width = at.name.w;
    const std::string& shown = look.names == Names::Short && !it.short_name.empty() ? it.short_name : it.name;
    if ((hit.hovered || hit.focused) && (shown != it.name || is_cut(shown, name) || at.range.w <= 0)) show_tip(ui, it.name, {{it.place_range, ""}});
    if (hit.hovered && !it.href.empty()) ui.paint.rect(row, hit.pressed ? Ink::Pressed : Ink::Hover);
    const double y = row.y + row.h / 2;
    if (at.axis.w > 0) show_marks(ui, dot_interval(it, look.mean, kShareLow, kShareHigh, at.axis.w, row.h), {at.axis.x, row.y});
    if (!it.is_few) draw_place(ui, it, at, y);
    ui.paint.text(shown, at.name.x, y, name);
    draw_numbers(ui, id, it, at, y);
    draw_pick(ui, id, it, at, y);
}

double draw_rows(Ui& ui, const RowLook& look, const std::vector<RatingRow>& rows, const RatingColumns& at, Box first, const std::string& id) {
    Box row = first;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        draw_row(ui, rows[i], look, at, row, id_of(id, i));
        if (i > 0) ui.paint.line({row.x + 15, row.y}, {row.x + row.w - 15, row.y}, Ink::Grid);
        row.y += row.h;
    }
    return row.y;
}

std::vector<RatingRow> all_rows(const RatingPage& page) {
    std::vector<RatingRow> rows = page.rows;
    rows.insert(rows.end(), page.few.begin(), page.few.end());
    return rows;
}

}  // namespace

void draw_rating_table(Ui& ui, const RatingPage& page, const RatingLayout& at, Box box) {
    panel_frame(ui, box);
    const std::vector<RatingRow> all = all_rows(page);
    const RatingColumns columns = layout_rating_columns(all, box, ui.lang);
    const RowLook look{page.mean, names_of(all, columns.name.w)};
    draw_heads(ui, page, columns, {box.x + 1, box.y, box.w - 2, at.head});
    double y = draw_rows(ui, look, page.rows, columns, {box.x + 1, box.y + at.head, box.w - 2, at.row}, "row");
    if (page.rows.empty()) {
        show_paragraph(ui, ui.say(kNobody), {columns.name.x, y + at.row / 2}, box.x + box.w - kPanelPadding - columns.name.x, 18, 2, {.size = 13, .ink = Ink::Ink2});
        y += at.row;
    }
    if (!page.few.empty()) {
        ui.paint.rect({box.x + 1, y, box.w - 2, at.band}, Ink::Sunken);
        show_text(ui, ui.say(kFew), {columns.name.x, y + at.band / 2},
                  {.size = 11, .weight = Weight::SemiBold, .ink = Ink::Ink3, .max_width = box.x + box.w - kPanelPadding - columns.name.x});
        draw_rows(ui, look, page.few, columns, {box.x + 1, y + at.band, box.w - 2, at.row}, "few");
    }
    const double foot = bottom_of(box) - at.foot;
    ui.paint.line({box.x + 1, foot}, {box.x + box.w - 1, foot}, Ink::Line);
    show_paragraph(ui, page.footnote, {box.x + kPanelPadding, foot + 18}, box.w - 2 * kPanelPadding, 16, 3, {.size = 11, .ink = Ink::Ink3});
    block_corner(ui, "rating", box, right_of(box) - 8, box.y + at.head / 2);
}

}  // namespace problemator::web
