// What the inks of the map mean.
#include <algorithm>

#include "core/charts/map_charts.hpp"

namespace problemator {
namespace {

constexpr std::string_view kDensityWords[] = {"1", "2", "3", "5", "8+"};

Ink shifted(Ink first, int by) { return static_cast<Ink>(static_cast<int>(first) + by); }

}  // namespace

Ink map_ink(const MapPage& page, int color_class) {
    return page.is_diverging ? shifted(Ink::Div0, std::clamp(color_class, 0, 6)) : shifted(Ink::Seq0, std::clamp(color_class, 0, 7));
}

Ink map_ink_on(const MapPage& page, int color_class) {
    return page.is_diverging ? shifted(Ink::OnDiv0, std::clamp(color_class, 0, 6)) : shifted(Ink::OnSeq0, std::clamp(color_class, 0, 7));
}

Ink density_ink(int density_class) {
    constexpr Ink inks[] = {Ink::Seq3, Ink::Seq3, Ink::Seq4, Ink::Seq5, Ink::Seq6, Ink::Seq7};
    return inks[std::clamp(density_class, 0, 5)];
}

Scene density_key(double width, double height) {
    Pen pen{width, height};
    const double step = pen.width() / 5;
    for (int i = 0; i < 5; ++i) {
        const Point c{step * (i + 0.5), 7};
        std::vector<Point> shape;
        for (const Metres corner : hex_corners({0, 0}, 11)) shape.push_back({c.x + corner.x, c.y - corner.y});
        pen.polygon(std::move(shape), density_ink(i + 1));
        pen.text(kDensityWords[i], {c.x, 20}, {.ink = Ink::Ink2, .anchor = Anchor::Middle});
    }
    return std::move(pen).finish("1, 2, 3, 5, 8+");
}

Scene measure_key(const MapPage& page, double width, Lang lang) {
    Pen pen{width, 34};
    std::string summary = page.measure_name + ": ";
    pen.text(page.measure_name, {0, 6}, {.ink = Ink::Ink2, .max_width = pen.width()});
    const int first = page.is_diverging ? 0 : 1;
    const double step = pen.width() / static_cast<double>(std::max<std::size_t>(1, page.legend.size()));
    for (std::size_t i = 0; i < page.legend.size(); ++i) {
        const int color_class = first + static_cast<int>(i);
        const Box box{step * static_cast<double>(i), 15, std::max(1.0, step - 1), 18};
        pen.rect(box, map_ink(page, color_class), 3);
        pen.text(page.legend[i], {box.x + box.w / 2, box.y + 9}, {.ink = map_ink_on(page, color_class), .anchor = Anchor::Middle, .max_width = box.w - 2});
        summary += (i ? ", " : "") + page.legend[i];
    }
    if (page.legend.empty()) summary += Phrase{"нет", "none"}.in(lang);
    return std::move(pen).finish(std::move(summary));
}

}  // namespace problemator
