#include "web/views/indicators.hpp"

#include "web/views/headline.hpp"
#include "web/widgets/badge.hpp"
#include "web/widgets/panel.hpp"
#include "web/widgets/scroll_area.hpp"

namespace problemator::web {
namespace {

constexpr Phrase kTitle = {"Как читать", "How to read"};
constexpr Phrase kFact = {"факт, последний месяц — точка", "actual, the dot is the last month"};
constexpr Phrase kPlan = {"план на год", "plan of the year"};

double draw_fact_sign(Ui& ui, Box row) {
    const double y = row.y + row.h / 2;
    ui.paint.line({row.x, y}, {row.x + 30, y}, Ink::Accent, 2);
    ui.paint.circle({row.x + 30, y}, 3.5, Ink::Accent);
    show_text(ui, ui.say(kFact), {row.x + 44, y}, {.size = 12, .ink = Ink::Ink2, .max_width = row.w - 44});
    return bottom_of(row);
}

double draw_plan_sign(Ui& ui, Box row) {
    const double y = row.y + row.h / 2;
    ui.paint.polyline({{row.x, y + 4}, {row.x + 15, y + 4}, {row.x + 15, y - 4}, {row.x + 32, y - 4}}, Ink::Plan, 1.5);
    show_text(ui, ui.say(kPlan), {row.x + 44, y}, {.size = 12, .ink = Ink::Ink2, .max_width = row.w - 44});
    return bottom_of(row);
}

}  // namespace

void draw_how_to_read(Ui& ui, const IndicatorsPage& page, Box box) {
    ui.paint.rect(box, Ink::None, 10, Ink::Line);
    const double left = box.x + kPanelPadding, width = box.w - 2 * kPanelPadding;
    ui.paint.text(ui.say(kTitle), left, box.y + 22, {.size = 14, .weight = Weight::SemiBold});
    double y = draw_fact_sign(ui, {left, box.y + 39, width, 26});
    y = draw_plan_sign(ui, {left, y, width, 26});
    ui.paint.line({left, y + 8}, {left + width, y + 8}, Ink::Line);
    y += 28;
    for (const std::string& sentence : page.how_to_read) {
        const double room = bottom_of(box) - 12 - y;
        if (room < 0) break;
        y = show_paragraph(ui, sentence, {left, y}, width, 17, static_cast<std::size_t>(room / 17) + 1, {.size = 12, .ink = Ink::Ink2}) + 6;
    }
}

void draw_indicators(Ui& ui, const IndicatorsPage& page, const ViewContext& context) {
    const PageGrid grid = page_grid(context.width, context.height - context.top);
    const IndicatorsLayout at = layout_indicators(page, grid);
    const ScrollArea area{ui, "indicators", {0, context.top, grid.width, grid.height}, at.height, Keys::ScrollHere};
    const double dy = context.top + area.shift();
    draw_headline(ui, at.headline, dy);
    draw_note(ui, page.note, {at.note.x, at.note.y + kNoteLine / 2 + dy}, at.note.w);
    for (std::size_t i = 0; i < at.cards.size(); ++i) draw_indicator_card(ui, page.cards[i], moved(at.cards[i], dy));
    draw_how_to_read(ui, page, moved(at.legend, dy));
}

}  // namespace problemator::web
