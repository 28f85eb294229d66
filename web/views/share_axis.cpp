#include "web/views/share_axis.hpp"

#include "core/charts/pen.hpp"

namespace problemator::web {

void draw_share_axis(Ui& ui, double left, double width, double y, Weight weight) {
    const Scale scale{kShareLow, kShareHigh, left + 6, left + width - 6};   // as dot_interval insets it
    double free_from = left - 12;
    for (const double share : {0.25, 0.5, 0.75, 1.0}) {   // the grid lines of dot_interval
        const std::string text = tick_text(share * 100, ui.lang);
        const double half = text_width(text, 11, weight) / 2, x = scale(share);
        if (x - half < free_from) continue;
        ui.paint.text(text, x, y, {.size = 11, .weight = weight, .ink = Ink::Ink3, .anchor = Anchor::Middle});
        free_from = x + half + 6;
    }
}

}  // namespace problemator::web
