// The evidence of «Сводка»: matrix, map, target indicators, rating.
#include <algorithm>

#include "core/charts/pen.hpp"
#include "web/views/overview.hpp"
#include "web/views/share_axis.hpp"
#include "web/widgets/figure.hpp"
#include "web/widgets/panel.hpp"

namespace problemator::web {
namespace {

constexpr Phrase kMap = {"Где горит", "Where it burns"}, kMapLink = {"Карта", "Map"};
constexpr Phrase kOpen = {"Открыть", "Open"}, kAll = {"Все", "All"}, kWhole = {"Весь", "All"};
constexpr Phrase kIndicators = {"Целевые показатели", "Target indicators"}, kRating = {"Рейтинг", "Rating"};
constexpr Phrase kRatingSub = {"доля ответов в срок, %", "share answered in time, %"};
constexpr Phrase kFact = {"факт, %", "actual, %"}, kPlan = {"план", "plan"};
constexpr Phrase kUnit = {"подразделение", "department"}, kScore = {"балл", "score"};

}  // namespace

void draw_matrix_panel(Ui& ui, const Matrix& matrix, Box box, MatrixSize size, std::string_view open_href, bool is_touch) {
    const Box body = panel(ui, "matrix", box, {.title = matrix.title, .subtitle = matrix.note, .link_text = ui.say(kOpen), .link_href = open_href});
    Scene scene = matrix_chart(matrix, size, box.w - 2 * kPanelPadding, ui.lang);
    const Point corner{box.x + kPanelPadding, box.y + kPanelHead};
    if (!is_touch) return ui.paint.scene(scene, corner, ui.commands);
    const auto hit = ui.paint.hit("matrix-whole", {body.x + 6, body.y, body.w - 12, body.h - 6}, open_href, ui.commands);
    if (hit.pressed) ui.paint.rect(ui.paint.last_box(), Ink::Pressed, 6);
    show_marks(ui, std::move(scene), corner);
}

void draw_map_panel(Ui& ui, const OverviewPage& page, Box box, std::string_view open_href) {
    const Box body = panel(ui, "map", box, {.title = ui.say(kMap), .link_text = ui.say(kMapLink), .link_href = open_href});
    const double width = std::max(1.0, body.w - 28), height = std::max(1.0, body.h - 6);
    ui.paint.scene(point_map(page, width, height, ui.lang), {body.x + 14, body.y}, ui.commands);
}

namespace {

// What is missing stands where the bar would be, on one line: «нужен реестр…»; the tooltip has it whole.
void draw_bullet_values(Ui& ui, const Bullet& it, const BulletColumns& at, double y) {
    if (!it.missing.empty() || it.fact.text.empty()) {
        const std::string_view text = it.missing.empty() ? std::string_view{it.status} : std::string_view{it.missing};
        ui.paint.text(text, at.bar_left, y, {.size = 12, .ink = Ink::Ink3, .max_width = at.status_right - at.bar_left});
        return;
    }
    show_marks(ui, bullet(it, at.bar_width, 20), {at.bar_left, y - 10});
    ui.paint.text(it.fact.text, at.value_right, y, {.size = 13, .weight = Weight::Medium, .anchor = Anchor::End});
    ui.paint.text(it.status, at.status_right, y, {.size = 12, .weight = Weight::Medium, .ink = tone_ink(it.tone, Ink::Ink2), .anchor = Anchor::End,
                                                 .max_width = at.status_right - at.value_right - 8});
}

void draw_bullet_row(Ui& ui, const Bullet& it, const BulletColumns& at, Box row) {
    const Box target{row.x + 6, row.y + 1, row.w - 12, row.h - 2};
    const auto hit = ui.paint.hit("bullet/" + it.id, target, it.fact.href, ui.commands);
    const double y = row.y + row.h / 2;
    const TextStyle name{.size = 13, .max_width = at.name_width};
    if (hit.hovered || hit.focused) {
        Facts facts;
        if (!it.missing.empty()) facts.emplace_back(it.missing, "");
        facts.insert(facts.end(), it.fact.why.begin(), it.fact.why.end());
        show_tip(ui, it.name, facts);
    }
    if (hit.hovered && !it.fact.href.empty()) ui.paint.rect(target, hit.pressed ? Ink::Pressed : Ink::Hover, 6);
    ui.paint.text(it.name, at.name_left, y, name);
    draw_bullet_values(ui, it, at, y);
}

void draw_bullet_legend(Ui& ui, const BulletColumns& at, double y) {
    ui.paint.rect({at.bar_left, y - 4, 22, 8}, Ink::Fact, 2);
    const double used = ui.paint.text(ui.say(kFact), at.bar_left + 28, y, {.size = 11, .ink = Ink::Ink3});
    const double x = at.bar_left + 28 + used + 18;
    ui.paint.rect({x, y - 7, 2, 14}, Ink::Plan);
    ui.paint.text(ui.say(kPlan), x + 8, y, {.size = 11, .ink = Ink::Ink3});
}

}  // namespace

void draw_bullets_panel(Ui& ui, const OverviewPage& page, Box box, std::string_view all_href) {
    const Box body = panel(ui, "bullets", box, {.title = ui.say(kIndicators), .subtitle = page.indicators_note, .link_text = ui.say(kAll), .link_href = all_href});
    if (page.indicators.empty()) {
        show_paragraph(ui, page.no_indicators, {box.x + 16, body.y + 14}, box.w - 32, 20, 3, {.size = 13, .ink = Ink::Ink3});
        return;
    }
    const BulletColumns at = layout_bullets(page.indicators, box);
    const double room = body.h - 34, step = std::min(room / static_cast<double>(page.indicators.size()), 44.0);
    for (std::size_t i = 0; i < page.indicators.size(); ++i)
        draw_bullet_row(ui, page.indicators[i], at, {body.x, body.y + 2 + step * static_cast<double>(i), body.w, step});
    draw_bullet_legend(ui, at, bottom_of(box) - 17);
}

namespace {

void draw_rating_head(Ui& ui, const ShortRatingColumns& at, double y) {
    const TextStyle style{.size = 11, .ink = Ink::Ink3};
    TextStyle name = style, score = style;
    name.max_width = std::max(1.0, at.name_width - 6);
    score.anchor = Anchor::End;
    ui.paint.text(ui.say(kUnit), at.name_left, y, name);
    ui.paint.text(ui.say(kScore), at.score_right, y, score);
    draw_share_axis(ui, at.axis_left, at.axis_width, y, Weight::Regular);
}

void draw_rating_row(Ui& ui, const RatingRow& it, std::optional<double> mean, const ShortRatingColumns& at, Box row, std::size_t index) {
    const Box target{row.x + 6, row.y + 1, row.w - 12, row.h - 2};
    const auto hit = ui.paint.hit(id_of("rating", index), target, it.href, ui.commands);
    if (hit.hovered || hit.focused) show_tip(ui, it.name, it.score.why.empty() ? it.in_time.why : it.score.why);
    if (hit.hovered && !it.href.empty()) ui.paint.rect(target, hit.pressed ? Ink::Pressed : Ink::Hover, 6);
    const double y = row.y + row.h / 2;
    ui.paint.text(it.place, at.place_right, y, {.size = 12, .weight = Weight::SemiBold, .ink = Ink::Ink3, .anchor = Anchor::End});
    ui.paint.text(it.short_name, at.name_left, y, {.size = 13, .max_width = at.name_width});
    show_marks(ui, dot_interval(it, mean, kShareLow, kShareHigh, at.axis_width, row.h), {at.axis_left, row.y});
    ui.paint.text(it.score.text, at.score_right, y, {.size = 13, .weight = Weight::Medium, .anchor = Anchor::End});
}

}  // namespace

void draw_short_rating(Ui& ui, const OverviewPage& page, Box box, std::string_view all_href) {
    const Box body = panel(ui, "short-rating", box, {.title = ui.say(kRating), .subtitle = ui.say(kRatingSub), .link_text = ui.say(kWhole), .link_href = all_href});
    const double foot = bottom_of(box) - 17;
    const double note_room = box.w - 2 * kPanelPadding;
    if (page.rating.empty()) {
        show_paragraph(ui, page.rating_note, {box.x + kPanelPadding, body.y + 20}, note_room, 18, 6, {.size = 13, .ink = Ink::Ink2});
        return;
    }
    const ShortRatingColumns at = layout_short_rating(page.rating, box);
    draw_rating_head(ui, at, body.y + 9);
    const double room = foot - 15 - (body.y + 20), step = std::min(room / static_cast<double>(page.rating.size()), 44.0);
    for (std::size_t i = 0; i < page.rating.size(); ++i) {
        const Box row{body.x, body.y + 20 + step * static_cast<double>(i), body.w, step};
        draw_rating_row(ui, page.rating[i], page.rating_mean, at, row, i);
        if (page.rating.size() >= 6 && i == page.rating.size() / 2)   // the best, then the worst
            ui.paint.line({row.x + kPanelPadding, row.y}, {right_of(row) - kPanelPadding, row.y}, Ink::Line);
    }
    show_text(ui, page.rating_note, {box.x + kPanelPadding, foot}, {.size = 11, .ink = Ink::Ink3, .max_width = note_room});
}

}  // namespace problemator::web
