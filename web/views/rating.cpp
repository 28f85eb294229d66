#include "web/views/rating.hpp"

#include <algorithm>
#include <array>

#include "core/charts/charts.hpp"
#include "web/views/headline.hpp"
#include "web/views/listings.hpp"
#include "web/widgets/button.hpp"
#include "web/widgets/panel.hpp"
#include "web/widgets/scroll_area.hpp"
#include "web/widgets/segmented.hpp"
#include "web/widgets/toggle.hpp"

namespace problemator::web {
namespace {

constexpr Phrase kFunnel = {"Кто за пределами случайности", "Who is beyond chance"};
constexpr Phrase kShare = {"доля в срок, %", "share in time, %"};
constexpr Phrase kHistory = {"История мест", "History of places"}, kHistoryNote = {"полоса — интервал мест, линия — место, где оно присвоено; выше — лучше", "band: range of places, line: the place where it is given; higher is better"};
constexpr Phrase kWeights = {"Из чего складывается балл", "What the score is made of"};
constexpr std::array kFills{Ink::Seq6, Ink::Seq4, Ink::Seq2, Ink::Seq1};

void draw_toolbar(Ui& ui, const RatingPage& page, const RatingLayout& at, double dy) {
    segmented(ui, "span", {at.spans.x, at.spans.y + dy}, page.spans);
    segmented(ui, "subject", {at.subjects.x, at.subjects.y + dy}, page.subjects);
    if (at.adjustment.w > 0) toggle(ui, "adjustment", moved(at.adjustment, dy), page.adjustment);
    if (at.report.w > 0) button(ui, "for-report", moved(at.report, dy), page.report.text, page.report.href, kPaperLook);
}

}  // namespace

void draw_rating(Ui& ui, const RatingPage& page, const ViewContext& context) {
    const PageGrid grid = page_grid(context.width, context.height - context.top);
    const RatingLayout at = layout_rating(page, grid, ui.lang);
    const ScrollArea area{ui, "rating", {0, context.top, grid.width, grid.height}, at.height, Keys::ScrollHere};
    const double dy = context.top + area.shift();
    draw_toolbar(ui, page, at, dy);
    draw_headline(ui, at.headline, dy);
    draw_note(ui, page.note, {at.note.x, at.note.y + kNoteLine / 2 + dy}, at.note.w);
    draw_rating_table(ui, page, at, moved(at.table, dy));
    draw_funnel_panel(ui, page, moved(at.funnel, dy));
    draw_weights_panel(ui, page, moved(at.weights, dy));
    if (at.history.h > 0) draw_history_panel(ui, page, moved(at.history, dy));
    for (std::size_t i = 0; i < at.listings.size(); ++i) draw_listing(ui, page.listings[i], at.listings[i], area, dy);
}

void draw_funnel_panel(Ui& ui, const RatingPage& page, Box box) {
    const Box body = panel(ui, "funnel", box, {.title = ui.say(kFunnel), .subtitle = page.funnel_note.empty() ? ui.say(kShare) : std::string_view{page.funnel_note}});
    ui.paint.scene(funnel(page, body.w - 2 * kPanelPadding, body.h - 12, ui.lang), {body.x + kPanelPadding, body.y}, ui.commands);
}

namespace {

void draw_weight_bar(Ui& ui, const std::vector<double>& values, Box box) {
    double sum = 0;
    for (const double v : values) sum += std::max(0.0, v);
    if (!(sum > 0)) return;
    double x = box.x;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const double wide = box.w * std::max(0.0, values[i]) / sum;
        if (wide > 2) ui.paint.rect({x, box.y, wide - (i + 1 < values.size() ? 2 : 0), box.h}, kFills[std::min(i, kFills.size() - 1)], 2);
        x += wide;
    }
}

double widest_name(const RatingPage& page) {
    double wide = 0;
    for (const auto& [name, share] : page.weights) wide = std::max(wide, text_width(name, 13, Weight::Medium));
    return wide;
}

void draw_weight_row(Ui& ui, const RatingPage& page, std::size_t i, Box row, double name_width) {
    const auto& [name, share] = page.weights[i];
    const double y = row.y + row.h / 2, share_width = text_width(share, 13, Weight::Medium), left = row.x + 18;
    ui.paint.rect({row.x, y - 5, 10, 10}, kFills[std::min(i, kFills.size() - 1)], 2);
    const double room = row.w - 18 - share_width - 10, name_room = std::min(name_width, room);
    show_text(ui, name, {left, y}, {.size = 13, .weight = Weight::Medium, .max_width = name_room + 0.5});
    ui.paint.text(share, right_of(row), y, {.size = 13, .weight = Weight::Medium, .anchor = Anchor::End});
    const double note_room = room - name_room - 10;
    if (i < page.weight_notes.size() && note_room > 36)
        show_text(ui, page.weight_notes[i], {left + name_room + 10, y}, {.size = 12, .ink = Ink::Ink3, .max_width = note_room});
}

}  // namespace

void draw_weights_panel(Ui& ui, const RatingPage& page, Box box) {
    const Box body = panel(ui, "weights", box, {.title = ui.say(kWeights)});
    const double left = box.x + kPanelPadding, width = box.w - 2 * kPanelPadding, name = widest_name(page);
    draw_weight_bar(ui, page.weight_values, {left, body.y + 6, width, 14});
    for (std::size_t i = 0; i < page.weights.size(); ++i) draw_weight_row(ui, page, i, {left, body.y + 31 + 31 * static_cast<double>(i), width, 31}, name);
}

namespace {

void draw_history(Ui& ui, const RatingPage& page, const RatingRow& row, Box box) {
    const double y = box.y + box.h / 2, name = std::min(box.w * 0.46, 190.0), picture = std::min(box.w - name - 70, 260.0);
    show_text(ui, row.short_name.empty() ? row.name : row.short_name, {box.x, y}, {.size = 13, .weight = Weight::Medium, .ink = row.is_few ? Ink::Ink2 : Ink::Ink1, .max_width = name - 10});
    ui.paint.scene(place_history(row, page.history_periods, picture, box.h - 12, ui.lang), {box.x + name, box.y + 6}, ui.commands);
    ui.paint.text(row.place_range.empty() ? "–" : row.place_range, box.x + name + picture + 10, y, {.size = 12, .ink = Ink::Ink3});
}

}  // namespace

void draw_history_panel(Ui& ui, const RatingPage& page, Box box) {
    const Box body = panel(ui, "history", box, {.title = ui.say(kHistory), .subtitle = ui.say(kHistoryNote)});
    const std::vector<Box> boxes = layout_histories(page, body);
    std::size_t at = 0;
    for (const auto* rows : {&page.rows, &page.few})
        for (const RatingRow& row : *rows)
            if (at < boxes.size() && std::any_of(row.history.begin(), row.history.end(), [](const auto& places) { return places.has_value(); })) draw_history(ui, page, row, boxes[at++]);
}

}  // namespace problemator::web
