#include "web/views/message_row.hpp"

#include <algorithm>
#include <cmath>

#include "core/base/format.hpp"
#include "core/charts/pen.hpp"
#include "imgui.h"
#include "web/views/drawer.hpp"

namespace problemator::web {
namespace {

constexpr Phrase kRows = {"Строки", "Rows"}, kOf = {"из", "of"}, kRepeated = {"повторное", "repeated"};
constexpr Phrase kHidden = {"имена, телефоны и адреса скрыты при загрузке", "names, phones and addresses were hidden on loading"};
constexpr Phrase kRowKey = {"строка", "row"}, kOpenKey = {"открыть", "open"}, kCloseKey = {"закрыть", "close"};
constexpr double kRepeatRoom = 24;

std::string_view words_of(const MessageLine& line, MessageField field) {
    switch (field) {
        case MessageField::Received: return line.received;
        case MessageField::Channel: return line.channel;
        case MessageField::Territory: return line.territory;
        case MessageField::Topic: return line.topic;
        case MessageField::Text: return line.text;
        case MessageField::Department: return line.department;
        case MessageField::Status: return line.status;
        case MessageField::Unknown: return {};
    }
    return {};
}

TextStyle style_of(const MessageLine& line, MessageField field) {
    switch (field) {
        case MessageField::Territory: return {.size = 13};
        case MessageField::Topic: return {.size = 13, .weight = Weight::Medium};
        case MessageField::Status: return {.size = 12, .weight = Weight::Medium, .ink = tone_ink(line.tone, Ink::Ink2)};
        case MessageField::Received:
        case MessageField::Channel:
        case MessageField::Text:
        case MessageField::Department:
        case MessageField::Unknown: return {.size = 12, .ink = Ink::Ink2};
    }
    return {};
}

void draw_ground(Ui& ui, const TableRow& row, bool is_open) {
    if (is_open) {
        ui.paint.rect(row.box, Ink::AccentSoft);
        ui.paint.rect({row.box.x, row.box.y, 3, row.box.h}, Ink::Accent);
    } else if (row.is_hovered) {
        ui.paint.rect(row.box, Ink::Hover);
    }
}

// A key cap whose right end is at `right`; returns its left end.
double key_cap(Ui& ui, double right, double y, std::string_view key) {
    const double wide = std::ceil(text_width(key, 11, Weight::Medium)) + 10;
    ui.paint.rect({right - wide, y - 9, wide, 18}, Ink::Hover, 4, Ink::Line);
    ui.paint.text(key, right - wide / 2, y, {.size = 11, .weight = Weight::Medium, .ink = Ink::Ink3, .anchor = Anchor::Middle});
    return right - wide;
}

double draw_keys(Ui& ui, double right, double y, bool has_card, double free_from) {
    struct Key { std::string_view cap; const Phrase* word; };
    const Key keys[] = {{"Esc", &kCloseKey}, {"Enter", &kOpenKey}, {"↑ ↓", &kRowKey}};
    for (const Key& key : keys) {
        if (key.word == &kCloseKey && !has_card) continue;
        const double word = text_width(ui.say(*key.word), 12, Weight::Regular);
        const double cap = std::ceil(text_width(key.cap, 11, Weight::Medium)) + 10;
        if (right - word - 8 - cap < free_from) break;
        ui.paint.text(ui.say(*key.word), right, y, {.size = 12, .ink = Ink::Ink3, .anchor = Anchor::End});
        right = key_cap(ui, right - word - 8, y, key.cap) - 16;
    }
    return right;
}

std::string place_text(const TableFoot& foot, Lang lang) {
    const auto number = [&](std::size_t n) { return format_count(static_cast<std::int64_t>(n), lang); };
    return std::string{kRows.in(lang)} + " " + number(foot.whole.first + 1) + "–" + number(foot.whole.last) + " " + std::string{kOf.in(lang)} + " " + number(foot.rows);
}

void legend(Ui& ui, double& x, double y, Painter::Icon icon, Ink ink, std::string_view words, double right) {
    const double wide = 22 + text_width(words, 12, Weight::Regular);
    if (x + wide > right) return;
    ui.paint.icon(icon, {x + 8, y}, ink);
    ui.paint.text(words, x + 22, y, {.size = 12, .ink = Ink::Ink2});
    x += wide + 24;
}

}  // namespace

void draw_message_row(Ui& ui, const MessageLine& line, const TableRow& row, const std::vector<ColumnPlace>& places, bool is_open) {
    draw_ground(ui, row, is_open);
    const double left = places.empty() ? row.box.x : places.front().x, right = right_of(row.box) - (left - row.box.x), y = row.box.y + row.box.h / 2;
    if (row.row > 0) ui.paint.line({left, row.box.y}, {right, row.box.y}, Ink::Grid);
    const double pointer = static_cast<double>(ImGui::GetIO().MousePos.x);
    for (const ColumnPlace& place : places) {
        std::string words{words_of(line, place.field)};
        std::replace(words.begin(), words.end(), '\n', ' ');
        TextStyle style = style_of(line, place.field);
        const bool has_mark = place.field == MessageField::Topic && line.is_repeat;
        style.anchor = place.anchor;
        style.max_width = std::max(8.0, place.w - (has_mark ? kRepeatRoom : 0));
        const double drawn = ui.paint.text(words, place.anchor == Anchor::End ? place.x + place.w : place.x, y, style);
        if (has_mark) ui.paint.icon(Painter::Icon::Repeat, {place.x + drawn + 14, y}, Ink::Warn);
        const bool is_under = row.is_hovered && pointer >= place.x && pointer < place.x + place.w;
        if (is_under && is_cut(words, style)) show_tip(ui, words);
    }
    const bool is_focused = !line.href.empty() && line.href == ui.paint.focus_href();
    if ((row.is_cursor && !is_open) || is_focused) ui.paint.rect(row.box, Ink::None, 0, Ink::Focus, 2);
}

void draw_table_foot(Ui& ui, Box box, const TableFoot& foot) {
    ui.paint.rect(box, Ink::Sunken);
    ui.paint.line({box.x, box.y}, {right_of(box), box.y}, Ink::Line);
    if (foot.rows == 0) return;
    const double y = box.y + 18;
    double x = box.x + foot.padding;
    x += ui.paint.text(place_text(foot, ui.lang), x, y, {.size = 12, .ink = Ink::Ink2}) + 24;
    const double right = draw_keys(ui, right_of(box) - foot.padding, y, foot.has_card, x);
    legend(ui, x, y, Painter::Icon::Repeat, Ink::Warn, ui.say(kRepeated), right);
    if (foot.is_published) legend(ui, x, y, Painter::Icon::Lock, Ink::Ink3, ui.say(kHidden), right);
}

}  // namespace problemator::web
