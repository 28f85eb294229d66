#include "web/views/drop_down.hpp"

#include "imgui.h"

#include <algorithm>
#include <cmath>

#include "web/views/memory.hpp"

namespace problemator::web {
namespace {

constexpr double kHeight = 32, kItem = 30, kPadding = 12, kChevron = 34, kEdge = 4, kRadius = 6;
constexpr TextStyle kText{.size = 13, .weight = Weight::Medium};

std::size_t selected_of(const std::vector<Choice>& choices) {
    for (std::size_t i = 0; i < choices.size(); ++i)
        if (choices[i].is_selected) return i;
    return 0;
}

double widest(const std::vector<Choice>& choices) {
    double out = 0;
    for (const Choice& choice : choices) out = std::max(out, text_width(choice.text, kText.size, kText.weight));
    return std::ceil(out);
}

void draw_face(Ui& ui, Box box, std::string_view text, bool is_hovered) {
    ui.paint.rect(box, is_hovered ? Ink::Hover : Ink::Surface, kRadius, Ink::LineStrong);
    TextStyle style = kText;
    style.max_width = box.w - kPadding - kChevron;
    ui.paint.text(text, box.x + kPadding, box.y + box.h / 2, style);
    ui.paint.icon(Painter::Icon::ChevronDown, {right_of(box) - 16, box.y + box.h / 2}, Ink::Ink3);
}

// The list's own keys: up and down move the marked line, Enter takes it.
std::size_t move_mark(std::size_t mark, std::size_t count) {
    if (ImGui::IsKeyPressed(ImGuiKey_DownArrow)) return std::min(mark + 1, count - 1);
    if (ImGui::IsKeyPressed(ImGuiKey_UpArrow)) return mark > 0 ? mark - 1 : 0;
    if (ImGui::IsKeyPressed(ImGuiKey_Home)) return 0;
    return ImGui::IsKeyPressed(ImGuiKey_End) ? count - 1 : mark;
}

void take(Ui& ui, const Choice& choice) {
    if (!choice.href.empty()) ui.commands.push_back(Go{choice.href});
    ImGui::CloseCurrentPopup();
}

void draw_item(Ui& ui, Box box, const Choice& choice, bool is_marked) {
    if (is_marked) ui.paint.rect(box, Ink::Hover, 4);
    TextStyle style = kText;
    if (choice.is_selected) style.ink = Ink::Accent;
    ui.paint.text(choice.text, box.x + kPadding - kEdge, box.y + box.h / 2, style);
}

void draw_list(Ui& ui, Box box, const std::vector<Choice>& choices) {
    ui.paint.rect(box, Ink::Surface, kRadius, Ink::LineStrong);
    std::size_t mark = std::min(static_cast<std::size_t>(recall("mark", 0)), choices.size() - 1);
    mark = move_mark(mark, choices.size());
    for (std::size_t i = 0; i < choices.size(); ++i) {
        const Box item{box.x + kEdge, box.y + kEdge + static_cast<double>(i) * kItem, box.w - 2 * kEdge, kItem};
        const auto hit = ui.paint.hit(id_of("item", i), item, {}, ui.commands);
        if (hit.hovered && (ImGui::GetIO().MouseDelta.x != 0 || ImGui::GetIO().MouseDelta.y != 0)) mark = i;
        draw_item(ui, item, choices[i], i == mark);
        if (hit.clicked) take(ui, choices[i]);
    }
    if (ImGui::IsKeyPressed(ImGuiKey_Enter, false) || ImGui::IsKeyPressed(ImGuiKey_KeypadEnter, false)) take(ui, choices[mark]);
    if (ImGui::IsKeyPressed(ImGuiKey_Escape, false)) ImGui::CloseCurrentPopup();
    remember("mark", static_cast<int>(mark));
}

// Under the button, or above it when the page ends; never over the page's edges.
Box list_box(Box face, const std::vector<Choice>& choices) {
    const ImVec2 page = ImGui::GetIO().DisplaySize;
    const double width = std::max(face.w, widest(choices) + 2 * kPadding), height = static_cast<double>(choices.size()) * kItem + 2 * kEdge;
    double y = bottom_of(face) + 4;
    if (y + height > static_cast<double>(page.y) && face.y - 4 - height > 0) y = face.y - 4 - height;
    return {std::max(0.0, std::min(face.x, static_cast<double>(page.x) - width - 4)), y, width, height};
}

void open_list(Ui& ui, Box face, const std::vector<Choice>& choices) {
    const Box box = list_box(face, choices);
    ImGui::SetNextWindowPos({static_cast<float>(box.x), static_cast<float>(box.y)});
    ImGui::SetNextWindowSize({static_cast<float>(box.w), static_cast<float>(box.h)});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
    ImGui::PushStyleVar(ImGuiStyleVar_PopupBorderSize, 0);
    ImGui::PushStyleColor(ImGuiCol_PopupBg, IM_COL32(0, 0, 0, 0));
    const bool is_open = ImGui::BeginPopup("list", ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings);
    ImGui::PopStyleColor();
    ImGui::PopStyleVar(2);
    if (!is_open) return;
    if (ImGui::IsWindowAppearing()) remember("mark", static_cast<int>(selected_of(choices)));
    draw_list(ui, box, choices);
    ImGui::EndPopup();
}

}  // namespace

double drop_down_width(const std::vector<Choice>& choices) {
    if (choices.empty()) return 0;
    return std::ceil(text_width(choices[selected_of(choices)].text, kText.size, kText.weight)) + kPadding + kChevron;
}

void drop_down(Ui& ui, std::string_view id, Point at, const std::vector<Choice>& choices) {
    if (choices.empty()) return;
    const Box face{at.x, at.y, drop_down_width(choices), kHeight};
    ImGui::PushID(id.data(), id.data() + id.size());
    const auto hit = ui.paint.hit("face", face, {}, ui.commands);
    draw_face(ui, face, choices[selected_of(choices)].text, hit.hovered);
    if (hit.clicked) ImGui::OpenPopup("list");
    open_list(ui, face, choices);
    ImGui::PopID();
}

double filters_button_width(std::string_view text) { return std::ceil(text_width(text, kText.size, kText.weight)) + 22 + 24; }

bool filters_button(Ui& ui, std::string_view id, Box box, std::string_view text, bool is_on) {
    const auto hit = ui.paint.hit(id, box, {}, ui.commands);
    const Ink fill = is_on ? Ink::AccentSoft : hit.hovered ? Ink::Hover : Ink::Surface;
    ui.paint.rect(box, fill, kRadius, is_on ? Ink::Accent : Ink::LineStrong);
    const Point icon{box.x + 18, box.y + box.h / 2};
    for (const auto [reach, dy] : {Point{6, -3.5}, Point{3.5, 0}, Point{1.5, 3.5}})
        ui.paint.polyline({{icon.x - reach, icon.y + dy}, {icon.x + reach, icon.y + dy}}, is_on ? Ink::Accent : Ink::Ink2, 1.5);
    TextStyle style = kText;
    style.ink = is_on ? Ink::Accent : Ink::Ink1;
    style.max_width = box.w - 32 - 8;
    ui.paint.text(text, box.x + 32, box.y + box.h / 2, style);
    return hit.clicked;
}

}  // namespace problemator::web
