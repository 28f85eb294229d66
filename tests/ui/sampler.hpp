// A small view that uses every primitive once: what the golden picture shows and the id checks walk over.
#pragma once
#include "web/painter.hpp"

namespace problemator::web {

inline Scene sample_scene() {
    Scene scene;
    scene.width = 140, scene.height = 60;
    scene.marks.push_back(RectMark{.box = {0, 0, 140, 60}, .fill = Ink::Sunken, .radius = 4});
    scene.marks.push_back(PolygonMark{.points = {{6, 50}, {30, 30}, {54, 50}, {54, 56}, {30, 40}, {6, 56}}, .fill = Ink::ForecastBand});
    scene.marks.push_back(LineMark{.points = {{6, 44}, {30, 20}, {54, 40}, {90, 10}}, .stroke = Ink::Fact, .width = 1.5});
    scene.marks.push_back(LineMark{.points = {{6, 12}, {134, 12}}, .stroke = Ink::Ink3, .dashed = true});
    scene.marks.push_back(CircleMark{.centre = {90, 10}, .radius = 3, .fill = Ink::Bad});
    scene.marks.push_back(TextMark{.text = "57", .at = {120, 40}, .size = 14, .weight = Weight::SemiBold, .fill = Ink::OnSeq7, .anchor = Anchor::Middle, .halo = Ink::Seq7});
    scene.hits.push_back({.box = {0, 0, 70, 60}, .href = "#/left", .title = "Речное", .hint = "Сообщений\t57\nНорма\t9"});
    scene.hits.push_back({.box = {70, 0, 70, 60}, .href = "#/right", .title = "Дубки", .hint = ""});
    return scene;
}

inline void draw_sampler(Painter& painter, Commands& commands) {
    painter.rect({8, 8, 304, 184}, Ink::Surface, 10, Ink::Line);
    painter.text("Проблемы недели", 20, 30, {.size = 14, .weight = Weight::SemiBold});
    painter.text("1 234", 300, 30, {.size = 28, .weight = Weight::SemiBold, .anchor = Anchor::End});
    painter.text("Очень длинное название, которое не помещается", 20, 52, {.size = 12, .ink = Ink::Ink3, .max_width = 150});
    painter.line({20, 64}, {300, 64}, Ink::LineStrong);
    painter.scene(sample_scene(), {20, 72}, commands);
    painter.scene(sample_scene(), {168, 72}, commands);
    for (int i = 0; i < 13; ++i) painter.icon(static_cast<Painter::Icon>(i), {28.0 + 21 * i, 148}, Ink::Ink2);
    painter.rect({20, 164, 60, 20}, Ink::AccentSoft, 5);
    painter.hatch({90, 164, 60, 20}, Ink::Prev);
    painter.triangle({160, 184}, {172, 184}, {166, 172}, Ink::Bad);
    painter.circle({190, 174}, 8, Ink::None, Ink::Accent, 1.25);
    for (int i = 0; i < 8; ++i) painter.rect({210.0 + 10 * i, 164, 9, 20}, static_cast<Ink>(static_cast<int>(Ink::Seq0) + i), 2);
    const auto chip = painter.hit("chip", {20, 164, 60, 20}, "#/chip", commands);
    if (chip.hovered || chip.focused) painter.tooltip("Отбор", {{"Сообщений", "57"}});
}

}  // namespace problemator::web
