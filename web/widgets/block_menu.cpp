#include "web/widgets/block_menu.hpp"

#include <algorithm>

#include "imgui.h"
#include "web/points.hpp"

namespace problemator::web {
namespace {

constexpr double kSide = 26;
constexpr Phrase kHint = {"Скопировать или скачать", "Copy or download"};

bool is_exported(const Ui& ui, std::string_view block) {
    return std::any_of(ui.blocks.begin(), ui.blocks.end(), [&](const BlockName& name) { return name.id == block; });
}

bool is_focused(const Ui& ui, std::string_view block) { return ui.paint.focus_href() == "block:" + std::string{block}; }

bool is_under_pointer(Box box) {
    const ImVec2 at = ImGui::GetIO().MousePos;
    return ImGui::IsMousePosValid(&at) && ImGui::IsWindowHovered(ImGuiHoveredFlags_ChildWindows | ImGuiHoveredFlags_AllowWhenBlockedByActiveItem) && at.x >= real(box.x) && at.x < real(box.x + box.w) && at.y >= real(box.y) && at.y < real(box.y + box.h);
}

}  // namespace

void block_corner(Ui& ui, std::string_view block, Box box, double right, double y) {
    const bool has_focus = is_focused(ui, block);
    if (!is_exported(ui, block) || (!has_focus && !is_under_pointer(box))) return;
    const Box target{right - kSide, y - kSide / 2, kSide, kSide};
    const auto hit = ui.paint.hit("export/" + std::string{block}, target, {}, ui.commands);
    ui.paint.rect({target.x - 6, target.y, target.w + 6, target.h}, Ink::Surface);
    ui.paint.rect(target, hit.hovered ? Ink::Hover : Ink::Surface, 6, has_focus ? Ink::Focus : Ink::LineStrong, has_focus ? 2 : 1);
    ui.paint.icon(Painter::Icon::Download, {target.x + kSide / 2, y}, Ink::Ink2, 14);
    if (hit.hovered) show_tip(ui, ui.say(kHint));
    if (hit.clicked) ui.commands.push_back(OpenBlock{std::string{block}, target.x, target.y + target.h});
}

void block_icon(Ui& ui, std::string_view block, Point centre) {
    if (!is_exported(ui, block)) return;
    const Box target{centre.x - kBlockIcon / 2, centre.y - kBlockIcon / 2, kBlockIcon, kBlockIcon};
    const auto hit = ui.paint.hit("export/" + std::string{block}, target, {}, ui.commands);
    if (hit.hovered) ui.paint.rect(target, Ink::Hover, 6);
    if (is_focused(ui, block)) ui.paint.rect(target, Ink::None, 6, Ink::Focus, 2);
    ui.paint.icon(Painter::Icon::Download, centre, Ink::Ink2, 14);
    if (hit.hovered) show_tip(ui, ui.say(kHint));
    if (hit.clicked) ui.commands.push_back(OpenBlock{std::string{block}, target.x, target.y + target.h});
}

}  // namespace problemator::web
