// Bullet: the fact as a bar on a track of 0–100, the plan as a tick with a gap around it.
#include <algorithm>

#include "core/charts/charts.hpp"
#include "core/charts/pen.hpp"

namespace problemator {

Scene bullet(const Bullet& bullet, double width, double height) {
    Pen pen{width, height};
    const double y = pen.height() / 2;
    const Scale x{0, 100, 0, pen.width() - 1};          // the tick at 100 stays inside
    pen.rect({0, y - 4, pen.width() - 1, 8}, Ink::Norm, 2);
    std::string summary = bullet.name;
    if (is_finite(bullet.fact.value)) {
        pen.rect({0, y - 4, std::max(1.0, x.clamped(*bullet.fact.value)), 8}, tone_fill(bullet.tone == Tone::Good ? Tone::Plain : bullet.tone, Ink::Fact), 2);
        summary += ": " + figure_text(bullet.fact);
    }
    if (is_finite(bullet.plan)) {
        const double at = std::max(1.0, x.clamped(*bullet.plan));
        pen.rect({at - 2.5, y - 4, 5, 8}, Ink::Surface);
        pen.rect({at - 1, y - 8, 2, 16}, Ink::Plan);
    }
    if (!bullet.status.empty()) summary += ", " + bullet.status;
    if (!bullet.missing.empty()) summary += ", " + bullet.missing;
    pen.hit({0, 0, pen.width(), pen.height()}, bullet.fact.href, bullet.name, figure_text(bullet.fact) + (bullet.status.empty() ? "" : "\t" + bullet.status));
    return std::move(pen).finish(std::move(summary));
}

}  // namespace problemator
