#include "web/views/indicators.hpp"

#include <algorithm>

#include "core/model/indicators/indicator_facts.hpp"
#include "core/charts/charts.hpp"
#include "web/views/headline.hpp"
#include "web/views/listings.hpp"
#include "web/views/memory.hpp"
#include "web/widgets/badge.hpp"
#include "web/widgets/button.hpp"
#include "web/widgets/panel.hpp"
#include "web/widgets/scroll_area.hpp"
#include "web/widgets/segmented.hpp"

namespace problemator::web {
namespace {

constexpr Phrase kClose = {"Закрыть", "Close"};
constexpr Phrase kTitle = {"Как читать", "How to read"};
// The marks of the chart, beside the sentence that names them.
double draw_signs(Ui& ui, std::string_view sentence, Box box) {
    const double y = box.y + 9;
    ui.paint.line({box.x, y}, {box.x + 29, y}, Ink::Accent, 2);
    ui.paint.circle({box.x + 29, y}, 3.5, Ink::Accent);
    ui.paint.polyline({{box.x, y + 22}, {box.x + 15, y + 22}, {box.x + 15, y + 14}, {box.x + 32, y + 14}}, Ink::Plan, 1.5);
    return std::max(y + 40, show_paragraph(ui, sentence, {box.x + 44, y}, box.w - 44, 17, 4, {.size = 12, .ink = Ink::Ink2}) + 6);
}

struct StatusSentence { std::string_view word, rest; Tone tone = Tone::Plain; };

// «выполняется — факт не ниже плана»: the status word becomes the badge that stands on the cards.
std::optional<StatusSentence> status_sentence(std::string_view sentence, Lang lang) {
    for (const Standing standing : {Standing::Met, Standing::Close, Standing::Behind, Standing::Few, Standing::NoPlan, Standing::Missing}) {
        const std::string word = standing_word(standing, lang);
        if (sentence.substr(0, word.size()) != word) continue;
        for (const std::string_view joint : {" — ", ": "})
            if (sentence.substr(word.size(), joint.size()) == joint)
                return StatusSentence{sentence.substr(0, word.size()), sentence.substr(word.size() + joint.size()), standing_tone(standing)};
    }
    return std::nullopt;
}

double draw_sentence(Ui& ui, std::string_view sentence, Box box, double badge_width) {
    const TextStyle style{.size = 12, .ink = Ink::Ink2};
    const auto lines_that_fit = static_cast<std::size_t>(std::max(0.0, (box.h - 9) / 17)) + 1;
    const auto status = status_sentence(sentence, ui.lang);
    if (!status) return show_paragraph(ui, sentence, {box.x, box.y + 9}, box.w, 17, lines_that_fit, style) - 9 + 8;
    status_badge(ui, {box.x, box.y + 9}, Anchor::Start, status->word, status->tone);
    const double end = show_paragraph(ui, status->rest, {box.x + badge_width + 12, box.y + 9}, box.w - badge_width - 12, 17, lines_that_fit, style) - 9;
    return std::max(end, box.y + 18) + 8;
}

double widest_badge(const IndicatorsPage& page, Lang lang) {
    double wide = 0;
    for (const std::string& sentence : page.how_to_read)
        if (const auto status = status_sentence(sentence, lang)) wide = std::max(wide, status_badge_width(status->word));
    return wide;
}

}  // namespace

void draw_how_to_read(Ui& ui, const IndicatorsPage& page, Box box) {
    ui.paint.rect(box, Ink::None, 10, Ink::Line);
    const double left = box.x + kPanelPadding, width = box.w - 2 * kPanelPadding, badge = widest_badge(page, ui.lang);
    ui.paint.text(ui.say(kTitle), left, box.y + 22, {.size = 14, .weight = Weight::SemiBold});
    if (page.how_to_read.empty()) return;
    double y = draw_signs(ui, page.how_to_read.front(), {left, box.y + 44, width, 0});
    ui.paint.line({left, y}, {left + width, y}, Ink::Line);
    y += 12;
    for (std::size_t i = 1; i < page.how_to_read.size() && y + 18 < bottom_of(box); ++i)
        y = draw_sentence(ui, page.how_to_read[i], {left, y, width, bottom_of(box) - 12 - y}, badge);
}

void draw_indicator_study(Ui& ui, const IndicatorStudy& study, double chart_height, Box box) {
    const Box body = panel(ui, "study", box, {.title = study.title, .subtitle = study.subtitle, .link_text = ui.say(kClose), .link_href = study.close_href});
    const double left = box.x + kPanelPadding, width = box.w - 2 * kPanelPadding;
    ui.paint.scene(indicator_study(study, width, chart_height, ui.lang), {left, body.y}, ui.commands);
    double y = body.y + chart_height + 20;
    for (const std::string& signal : study.signals) y = show_paragraph(ui, signal, {left, y}, width, 18, 3, {.size = 13, .weight = Weight::Medium});
    show_paragraph(ui, study.method_note, {left, y + 4}, width, 17, 3, {.size = 12, .ink = Ink::Ink3});
}

void draw_indicators(Ui& ui, const IndicatorsPage& page, const ViewContext& context) {
    const PageGrid grid = page_grid(context.width, context.height - context.top);
    const IndicatorsLayout at = layout_indicators(page, grid);
    const ScrollArea area{ui, "indicators", {0, context.top, grid.width, grid.height}, at.height, Keys::ScrollHere};
    const double dy = context.top + area.shift();
    draw_headline(ui, at.headline, dy);
    if (at.grains.w > 0) {
        segmented(ui, "grain", {at.grains.x, at.grains.y + dy}, page.grains);
        button(ui, "indicators-report", moved(at.report, dy), page.report_text, page.report_href, kReportLook);
        button(ui, "indicators-plan", moved(at.plan, dy), page.plan_text, page.plan_href);
    }
    draw_note(ui, page.note, {at.note.x, at.note.y + kNoteLine / 2 + dy}, at.note.w);
    if (page.study) {
        draw_indicator_study(ui, *page.study, at.study_chart, moved(at.study, dy));
        for (std::size_t i = 0; i < at.listings.size(); ++i) draw_listing(ui, page.listings[i], at.listings[i], area, dy);
        if (is_pressed(PageKey::Escape)) ui.commands.push_back(Go{page.study->close_href});
    }
    for (std::size_t i = 0; i < at.cards.size(); ++i) draw_indicator_card(ui, page.cards[i], moved(at.cards[i], dy));
    draw_how_to_read(ui, page, moved(at.legend, dy));
}

}  // namespace problemator::web
