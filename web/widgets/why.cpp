#include "web/widgets/why.hpp"

#include <algorithm>

#include "imgui.h"
#include "web/views/memory.hpp"
#include "web/views/sheet.hpp"
#include "web/widgets/figure.hpp"
#include "web/widgets/link.hpp"

namespace problemator::web {
namespace {

constexpr Phrase kRows = {"Открыть строки", "Open the rows"}, kClose = {"Закрыть", "Close"};
constexpr double kWidth = 360, kPad = 16, kTitle = 24, kLabel = 16, kLine = 17, kGap = 8, kLink = 30, kAir = 8;
constexpr std::size_t kMostLines = 6;
constexpr TextStyle kText{.size = 12};

std::size_t lines_of(std::string_view text) { return std::max<std::size_t>(1, paragraph_lines(text, kWidth - 2 * kPad, kMostLines, kText)); }

void draw_rows(Ui& ui, const WhyPanel& why, const WhyLayout& at) {
    for (std::size_t i = 0; i < why.facts.size(); ++i) {
        const auto& [label, text] = why.facts[i];
        const double x = at.box.x + kPad, y = at.box.y + at.rows[i];
        ui.paint.text(label, x, y, {.size = 11, .weight = Weight::Medium, .ink = Ink::Ink3, .max_width = kWidth - 2 * kPad});
        show_paragraph(ui, text, {x, y + kLabel}, kWidth - 2 * kPad, kLine, kMostLines, kText);
    }
}

void draw_head(Ui& ui, const WhyPanel& why, Box box) {
    const double y = box.y + kPad + 4, right = right_of(box) - kPad;
    const double number = ui.paint.text(why.text, right - 28, y, {.size = 13, .weight = Weight::SemiBold, .anchor = Anchor::End, .max_width = 90});
    ui.paint.text(why_title(ui.lang), box.x + kPad, y, {.size = 13, .weight = Weight::SemiBold, .max_width = kWidth - 2 * kPad - 36 - number});
    const auto hit = ui.paint.hit("why-close", {right - 16, y - 14, 28, 28}, {}, ui.commands);
    if (hit.hovered) {
        ui.paint.rect({right - 16, y - 14, 28, 28}, Ink::Hover, 6);
        show_tip(ui, ui.say(kClose));
    }
    ui.paint.icon(Painter::Icon::Close, {right - 2, y}, Ink::Ink2);
    if (hit.clicked) close_why();
}

}  // namespace

int why_signature(const Figure& figure) {
    std::uint32_t mix = 2166136261u;   // FNV-1a
    const auto add = [&mix](std::string_view text) {
        for (const char c : text) mix = (mix ^ static_cast<unsigned char>(c)) * 16777619u;
    };
    add(figure.href);
    add(figure.text);
    for (const auto& [label, text] : figure.why) add(text);
    return static_cast<int>(mix & 0x7FFFFFFFu) | 1;
}

int opened_why() { return recall("why-open", 0); }
void open_why(const Figure& figure) { remember("why-open", why_signature(figure)); }
void close_why() { remember("why-open", 0); }

void offer_why(Ui& ui, const Painter::Hit& hit, const Figure& figure, Box at) {
    if (figure.why.empty()) return;
    const int opened = opened_why();
    const bool is_asked = (hit.hovered || hit.focused) && is_pressed(PageKey::Why);
    if (opened == 0 && !is_asked) return;
    const bool is_own = opened == why_signature(figure);
    if (is_asked) {
        if (is_own) return close_why();
        open_why(figure);
    }
    if (is_asked || is_own) ui.why = WhyPanel{figure.text + (figure.unit.empty() ? "" : "\u00A0" + figure.unit), figure.why, figure.href, at};
}

WhyLayout layout_why(const WhyPanel& why, double width, double height) {
    WhyLayout at;
    double y = kPad + kTitle + 6;
    for (const auto& [label, text] : why.facts) {
        at.rows.push_back(y);
        y += kLabel + kLine * static_cast<double>(lines_of(text)) + kGap - 4;
    }
    if (!why.href.empty()) {
        at.link_y = y + 4;
        y += kLink - 6;
    }
    const double w = std::min(kWidth, width - 2 * kAir), h = y + kPad - 6;
    const double below = bottom_of(why.at) + kAir, above = why.at.y - kAir - h;
    const double top = below + h <= height - kAir ? below : above >= kAir ? above : std::max(kAir, height - kAir - h);
    at.box = {std::clamp(why.at.x, kAir, std::max(kAir, width - kAir - w)), top, w, h};
    return at;
}

void draw_why(Ui& ui, double width, double height) {
    if (opened_why() == 0) return;
    if (!ui.why) return close_why();   // its number has left the page
    const WhyPanel why = *ui.why;
    const WhyLayout at = layout_why(why, width, height);
    const Sheet sheet{"why", {0, 0, width, height}};
    const bool is_beside = ui.paint.hit("why-beside", {0, 0, width, height}, {}, ui.commands).clicked;
    ui.paint.hit("why-ground", at.box, {}, ui.commands);
    ui.paint.rect(at.box, Ink::Surface, 10, Ink::LineStrong);
    draw_head(ui, why, at.box);
    draw_rows(ui, why, at);
    if (at.link_y > 0) link(ui, "why-rows", {at.box.x + kPad, at.box.y + at.link_y}, Anchor::Start, ui.say(kRows), why.href);
    if (is_beside || ImGui::IsKeyPressed(ImGuiKey_Escape, false)) close_why();
}

}  // namespace problemator::web
