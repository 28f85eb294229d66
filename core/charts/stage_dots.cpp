// Life-cycle of a problem: four dots on a line.
#include <array>

#include "core/charts/charts.hpp"
#include "core/charts/pen.hpp"

namespace problemator {

Scene stage_dots(ProblemStage stage, double width, double height, Lang lang) {
    constexpr std::array<Phrase, kStages> names = {Phrase{"Выявлена", "Found"}, {"В работе", "In work"}, {"Дорожная карта", "Road map"}, {"Устранена", "Solved"}};
    Pen pen{width, height};
    const double radius = 4, left = radius + 1, y = pen.height() / 2, step = (pen.width() - 2 * left) / (kStages - 1);
    const auto at = static_cast<std::size_t>(stage);
    const bool is_solved = stage == ProblemStage::Solved;
    for (std::size_t i = 0; i + 1 < kStages; ++i) {
        const double x = left + step * static_cast<double>(i);
        pen.line({x, y}, {x + step, y}, i < at ? (is_solved ? Ink::Good : Ink::Ink1) : Ink::LineStrong, i < at ? 2 : 1.5);
    }
    for (std::size_t i = 0; i < kStages; ++i) {
        const Point centre{left + step * static_cast<double>(i), y};
        if (i > at) pen.dot(centre, radius, Ink::Surface, Ink::LineStrong, 1.5);
        else pen.dot(centre, i == at && !is_solved ? radius + 1 : radius, is_solved ? Ink::Good : i == at ? Ink::Accent : Ink::Ink1);
    }
    return std::move(pen).finish(std::string{names[at].in(lang)});
}

}  // namespace problemator
