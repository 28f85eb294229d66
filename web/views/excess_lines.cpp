#include "web/views/excess_lines.hpp"

#include <algorithm>

#include "web/widgets/figure.hpp"

namespace problemator::web {

void draw_excess_lines(Ui& ui, std::string_view id, const std::vector<ExcessLine>& lines, Point top, double width) {
    constexpr double kCount = 34, kGap = 10;
    double by = 0, share = 0;
    for (const ExcessLine& line : lines) {
        by = std::max(by, text_width(line.by, 11, Weight::Regular));
        share = std::max(share, text_width(line.share, 12, Weight::Regular));
    }
    const double right = top.x + width, name_x = top.x + by + kGap;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const ExcessLine& line = lines[i];
        const Box row{top.x - 8, top.y + static_cast<double>(i) * kExcessRow, width + 16, kExcessRow};
        const double middle = row.y + kExcessRow / 2;
        const auto hit = ui.paint.hit(id_of(id, i), row, line.count.href, ui.commands);
        if (hit.hovered && !line.count.href.empty()) ui.paint.rect(row, Ink::Hover, 4);
        ui.paint.text(line.by, top.x, middle, {.size = 11, .ink = Ink::Ink3});
        show_text(ui, line.name, {name_x, middle}, {.size = 12, .weight = i == 0 ? Weight::Medium : Weight::Regular, .max_width = std::max(24.0, right - kCount - share - kGap - name_x)});
        ui.paint.text(line.share, right - kCount, middle, {.size = 12, .ink = i == 0 ? Ink::Bad : Ink::Ink2, .anchor = Anchor::End});
        figure(ui, id_of(std::string{id} + "-count", i), line.count, {right, middle}, {.size = 12, .weight = Weight::Medium, .anchor = Anchor::End});
    }
}

}  // namespace problemator::web
