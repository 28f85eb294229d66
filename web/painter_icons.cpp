// Icons: strokes of 1.5 px on a 16 px grid, written as points; none comes from a font.
#include <array>
#include <span>

#include "imgui.h"
#include "web/painter.hpp"
#include "web/points.hpp"

namespace problemator::web {
namespace {

struct Pen { double x, y; bool lift = false; };   // lift: move here without drawing

constexpr Pen kClose[] = {{4, 4, true}, {12, 12}, {12, 4, true}, {4, 12}};
constexpr Pen kChevronRight[] = {{6, 3.5, true}, {10.5, 8}, {6, 12.5}};
constexpr Pen kChevronLeft[] = {{10, 3.5, true}, {5.5, 8}, {10, 12.5}};
constexpr Pen kChevronDown[] = {{3.5, 6, true}, {8, 10.5}, {12.5, 6}};
constexpr Pen kSearch[] = {{10.4, 10.4, true}, {14, 14}};
constexpr Pen kRepeat[] = {{3, 7, true}, {3, 5.5}, {4.5, 4}, {12.5, 4}, {10.5, 2, true}, {12.5, 4}, {10.5, 6}, {13, 9, true}, {13, 10.5}, {11.5, 12}, {3.5, 12}, {5.5, 10, true}, {3.5, 12}, {5.5, 14}};
constexpr Pen kLock[] = {{3.5, 7.5, true}, {12.5, 7.5}, {12.5, 13.5}, {3.5, 13.5}, {3.5, 7.5}, {5.5, 7.5, true}, {5.5, 5}, {6.5, 3.2}, {8, 2.5}, {9.5, 3.2}, {10.5, 5}, {10.5, 7.5}};
constexpr Pen kDocument[] = {{4, 2, true}, {9.5, 2}, {12.5, 5}, {12.5, 14}, {4, 14}, {4, 2}, {6.5, 7.5, true}, {10, 7.5}, {6.5, 10.5, true}, {10, 10.5}};
constexpr Pen kDownload[] = {{8, 2, true}, {8, 10.5}, {4.5, 7, true}, {8, 10.5}, {11.5, 7}, {3, 13.5, true}, {13, 13.5}};
constexpr Pen kCalendar[] = {{2.5, 3.5, true}, {13.5, 3.5}, {13.5, 13.5}, {2.5, 13.5}, {2.5, 3.5}, {2.5, 6.8, true}, {13.5, 6.8}, {5.5, 1.8, true}, {5.5, 4.4}, {10.5, 1.8, true}, {10.5, 4.4}};
constexpr Pen kPlus[] = {{8, 3, true}, {8, 13}, {3, 8, true}, {13, 8}};

std::span<const Pen> strokes_of(Painter::Icon icon) {
    switch (icon) {
        case Painter::Icon::Close: return kClose;
        case Painter::Icon::ChevronRight: return kChevronRight;
        case Painter::Icon::ChevronDown: return kChevronDown;
        case Painter::Icon::ChevronLeft: return kChevronLeft;
        case Painter::Icon::Search: return kSearch;
        case Painter::Icon::Repeat: return kRepeat;
        case Painter::Icon::Lock: return kLock;
        case Painter::Icon::ArrowUp:
        case Painter::Icon::ArrowDown: return {};
        case Painter::Icon::Document: return kDocument;
        case Painter::Icon::Download: return kDownload;
        case Painter::Icon::Calendar: return kCalendar;
        case Painter::Icon::Plus: return kPlus;
    }
    return {};
}

}  // namespace

void Painter::icon(Icon icon, Point centre, Ink ink_name, double size) {
    const double unit = size / 16, x0 = snap(centre.x - size / 2), y0 = snap(centre.y - size / 2);
    const auto at = [&](double x, double y) { return Point{x0 + x * unit, y0 + y * unit}; };
    if (icon == Icon::ArrowUp) return triangle(at(8, 4.5), at(12, 11.5), at(4, 11.5), ink_name);
    if (icon == Icon::ArrowDown) return triangle(at(4, 4.5), at(12, 4.5), at(8, 11.5), ink_name);
    if (icon == Icon::Search) circle(at(7, 7), 4.6 * unit, Ink::None, ink_name, 1.5);
    std::vector<Point> run;
    const auto draw = [&] {
        if (run.size() > 1) stroke(run, ink_name, 1.5, false);
        run.clear();
    };
    for (const Pen& pen : strokes_of(icon)) {
        if (pen.lift) draw();
        run.push_back(at(pen.x, pen.y));
    }
    draw();
}

}  // namespace problemator::web
