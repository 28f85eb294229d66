// One settlement close up: every cell at its own size, hot ones outlined, numbers in the densest.
#include <algorithm>

#include "core/charts/map_charts.hpp"

namespace problemator {
namespace {

constexpr int kNumbered = 3;                             // class from which a cell shows its number

Ink ink_on(int density_class) {
    constexpr Ink inks[] = {Ink::OnSeq3, Ink::OnSeq3, Ink::OnSeq4, Ink::OnSeq5, Ink::OnSeq6, Ink::OnSeq7};
    return inks[std::clamp(density_class, 0, 5)];
}

void draw_cells(Pen& pen, const MapPage& page, const MapView& view, Lang lang) {
    const HexLayer& layer = page.inset->density;
    const double half = view.pixels(layer.size_m) / 2;
    const std::string messages{Phrase{"сообщений", "messages"}.in(lang)};
    for (const MapHex& hex : layer.cells) {
        const Point c = view.at(hex_centre(hex.cell, layer.size_m));
        if (!view.sees(c, half)) continue;
        auto shape = clip_polygon(hex_polygon(view, hex.cell, layer.size_m, 0.96), view.box());
        if (shape.size() > 2) pen.polygon(std::move(shape), density_ink(hex.color_class));
        const bool is_whole = view.sees(c, -half);
        if (is_whole && hex.color_class >= kNumbered && text_width(hex.count.text, 11, Weight::SemiBold) < 1.8 * half)
            pen.text(hex.count.text, c, {.weight = Weight::SemiBold, .ink = ink_on(hex.color_class), .anchor = Anchor::Middle});
        if (is_whole) pen.hit({c.x - half, c.y - half, 2 * half, 2 * half}, hex.count.href, hex.title, messages + '\t' + hex.count.text);
    }
}

}  // namespace

Scene map_inset(const MapPage& page, double width, double height, Lang lang) {
    Pen pen{width, height};
    const Box box{0, 0, pen.width(), pen.height()};
    const double across = std::max(1.0, page.inset->across_m), shorter = std::max(1.0, std::min(box.w, box.h));
    const MapView view{page.plane, page.inset->middle, across * box.w / shorter, across * box.h / shorter, box};
    pen.rect(box, Ink::Land, 6);
    if (page.ground) draw_ground(pen, *page.ground, view);
    draw_cells(pen, page, view, lang);
    for (const MapSpot& spot : page.spots) draw_hex_outlines(pen, view, spot.close_cells, page.inset->density.size_m, Ink::Bad, 2.5);
    pen.frame(box, Ink::Line, 1, 6);
    return std::move(pen).finish(page.inset->title + ", " + page.inset->note);
}

}  // namespace problemator
