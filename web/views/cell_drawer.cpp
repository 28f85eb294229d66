// The drawer of a selected cell: what it counts, what grew in it, its 52 weeks, and its newest messages.
#include <algorithm>
#include <cmath>

#include "core/charts/charts.hpp"
#include "core/charts/pen.hpp"
#include "web/views/drawer.hpp"
#include "web/views/excess_lines.hpp"
#include "web/widgets/block_menu.hpp"
#include "web/widgets/figure.hpp"
#include "web/widgets/link.hpp"
#include "web/widgets/scroll_area.hpp"

namespace problemator::web {
namespace {

constexpr Phrase kGrew = {"Что выросло", "What grew"}, kExcess = {"Откуда лишние", "Where the excess is from"}, kWeeks = {"52 недели", "52 weeks"}, kNewest = {"Сообщения", "Messages"};
constexpr Phrase kAlike = {"Пишут об одном", "They say the same"}, kNorm = {"норма", "norm"}, kCount = {"нед.", "week"}, kLine = {"линия — порог", "line: threshold"};
constexpr double kAlikeRow = 36;
constexpr double kRow = 23, kTitleLine = 22, kSmallLine = 17, kBarLeft = 164, kBarRight = 76, kLabelGap = 16;
constexpr TextStyle kTitle{.size = 16, .weight = Weight::SemiBold}, kSection{.size = 13, .weight = Weight::SemiBold};
constexpr TextStyle kVerdict{.size = 12, .weight = Weight::SemiBold}, kNote{.size = 12, .ink = Ink::Ink3};

double lines_height(std::string_view text, double width, std::size_t most, double line, const TextStyle& style) {
    return static_cast<double>(paragraph_lines(text, width, most, style)) * line;
}

// The language is not known to the layout: the wider of the two words decides.
double widest_word(const Phrase& phrase) { return std::max(text_width(phrase.ru, 13, Weight::SemiBold), text_width(phrase.en, 13, Weight::SemiBold)); }

double figure_label_lines(const CellDrawer& drawer, double width) {
    std::size_t most = 0;
    for (const auto& [figure, label] : drawer.figures) most = std::max(most, paragraph_lines(label, width, 2, {.size = 11}));
    return static_cast<double>(most);
}

double figure_width(const CellDrawer& drawer, double inner) { return inner / static_cast<double>(std::max<std::size_t>(1, drawer.figures.size())); }

/// Where the norm stands on the line of the verdict; 0: it needs a line of its own.
double norm_x(const CellDrawer& drawer, double inner) {
    const double verdict = text_width(drawer.verdict, 12, Weight::SemiBold);
    return verdict + 10 + text_width(drawer.norm, 12, Weight::Regular) <= inner ? verdict + 10 : 0;
}

double growth_height(const CellDrawer& drawer, CellDrawerLayout& at, double y, double inner) {
    at.growth_y = y;
    at.growth_rows_y = y + 32;
    if (widest_word(kGrew) + 16 + text_width(drawer.growth_note, 12, Weight::Regular) > inner) at.growth_rows_y += kSmallLine;
    at.growth_key_y = at.growth_rows_y + static_cast<double>(drawer.growth.size()) * kRow + 12;
    return at.growth_key_y + 16;
}

double excess_height(const CellDrawer& drawer, CellDrawerLayout& at, double y, double inner) {
    at.excess_y = y;
    at.excess_rows_y = y + 32;
    if (widest_word(kExcess) + 16 + text_width(drawer.excess_note, 12, Weight::Regular) > inner) at.excess_rows_y += kSmallLine;
    return at.excess_rows_y + static_cast<double>(drawer.excess.size()) * kExcessRow + 8;
}

double alike_height(const CellDrawer& drawer, CellDrawerLayout& at, double y, double inner) {
    at.alike_y = y;
    at.alike_rows_y = y + 32;
    const bool is_beside = widest_word(kAlike) + 16 + text_width(drawer.clusters_note, 12, Weight::Regular) <= inner;
    if (!drawer.clusters_note.empty() && !is_beside) at.alike_rows_y += kSmallLine;
    return at.alike_rows_y + static_cast<double>(drawer.clusters.size()) * kAlikeRow + (drawer.clusters.empty() ? 0 : 8);
}

double weeks_height(const CellDrawer& drawer, CellDrawerLayout& at, double y, double inner) {
    at.weeks_y = y;
    at.weeks_note_y = y + 18;
    if (widest_word(kWeeks) + 16 + text_width(drawer.surges_note, 11, Weight::Medium) > inner) at.weeks_note_y += kSmallLine;
    at.weeks = {kDrawerPad, at.weeks_note_y + 16, inner, 109};
    return at.weeks.y + at.weeks.h + 10;
}

double newest_height(const CellDrawer& drawer, CellDrawerLayout& at, double y, double inner) {
    at.newest_y = y;
    y += 34;
    for (const MessageLine& line : drawer.newest) {
        const double words = line.text.empty() ? kSmallLine : lines_height(line.text, inner, 2, kSmallLine, {.size = 12});
        at.newest.push_back({kDrawerPad, y, inner, 30 + words});
        y += 30 + words;
    }
    return y;
}

class CellDrawerView {
public:
    CellDrawerView(Ui& ui, const CellDrawer& drawer, Box box)
        : ui_{ui}, drawer_{drawer}, box_{box}, at_{layout_cell_drawer(drawer, box.w)}, left_{box.x + kDrawerPad}, inner_{box.w - 2 * kDrawerPad} {}

    void draw() {
        draw_drawer_ground(ui_, box_);
        const ScrollArea area{ui_, "drawer", {box_.x + 1, box_.y, box_.w - 1, box_.h}, at_.height};
        top_ = box_.y + area.shift();
        head();
        figures();
        if (at_.growth_y > 0) growth();
        if (at_.excess_y > 0) excess();
        if (at_.alike_y > 0) alike();
        if (at_.weeks_y > 0) weeks();
        newest();
    }

private:
    double y(double from_top) const { return top_ + from_top; }
    double right() const { return left_ + inner_; }

    void head() {
        show_paragraph(ui_, drawer_.title, {left_, y(at_.title_y)}, at_.title_width, kTitleLine, 2, kTitle);
        block_icon(ui_, "drawer", {right() - 34, y(at_.title_y)});
        block_corner(ui_, "drawer", {box_.x, box_.y, box_.w, box_.h}, right() - 26, y(at_.title_y));
        drawer_icon(ui_, "drawer-close", DrawerIcon::Close, {right() - 6, y(at_.title_y)}, drawer_.close_href, close_word(ui_.lang));
        TextStyle verdict = kVerdict;
        verdict.ink = tone_ink(drawer_.verdict_tone, Ink::Ink1);
        const double next = show_paragraph(ui_, drawer_.verdict, {left_, y(at_.verdict_y)}, inner_, kSmallLine, 3, verdict);
        if (drawer_.norm.empty()) return;
        const double beside = norm_x(drawer_, inner_);
        show_text(ui_, drawer_.norm, beside > 0 ? Point{left_ + beside, y(at_.verdict_y)} : Point{left_, next}, {.size = 12, .ink = Ink::Ink3, .max_width = inner_ - std::max(0.0, beside) + 0.5});
    }

    void figures() {
        const double step = figure_width(drawer_, inner_);
        for (std::size_t i = 0; i < drawer_.figures.size(); ++i) {
            const auto& [figure_, label] = drawer_.figures[i];
            const double x = left_ + static_cast<double>(i) * step;
            if (i > 0) ui_.paint.line({x - 12, y(at_.figures_y) - 10}, {x - 12, y(at_.figures_y) + 30}, Ink::Line);
            const double wide = figure(ui_, id_of("drawer-figure", i), figure_, {x, y(at_.figures_y)}, {.size = 18, .weight = Weight::SemiBold});
            if (!figure_.unit.empty())
                ui_.paint.text(figure_.unit, x + wide + 4, y(at_.figures_y) + 2, {.size = 12, .ink = Ink::Ink3, .max_width = std::max(8.0, step - wide - 24)});
            change(i, x + wide + 8, step - wide - 28);
            show_paragraph(ui_, label, {x, y(at_.figures_y) + 21}, step - kLabelGap, 14, 2, {.size = 11, .ink = Ink::Ink3});
        }
    }

    // «+16» beside its number, where something is compared.
    void change(std::size_t number, double x, double room) {
        if (number >= drawer_.figure_changes.size() || drawer_.figure_changes[number].text.empty() || room < 12) return;
        const Change& it = drawer_.figure_changes[number];
        ui_.paint.text(it.text, x, y(at_.figures_y) + 1, {.size = 12, .weight = Weight::Medium, .ink = tone_ink(it.tone, Ink::Ink3), .max_width = room});
    }

    // A section's title and the note at the right of it, or under it where both do not fit.
    void section(double rule, const Phrase& title, std::string_view note, const TextStyle& note_style) {
        drawer_rule(ui_, left_, y(rule), inner_);
        ui_.paint.text(ui_.say(title), left_, y(rule) + 18, kSection);
        if (note.empty()) return;
        TextStyle style = note_style;
        const double widest = widest_word(title) + 16;
        const bool is_beside = widest + text_width(note, style.size, style.weight) <= inner_;
        style.max_width = is_beside ? inner_ - widest : inner_;
        style.anchor = is_beside ? Anchor::End : Anchor::Start;
        show_text(ui_, note, {is_beside ? right() : left_, y(rule) + 18 + (is_beside ? 0 : kSmallLine)}, style);
    }

    double largest_growth() const {
        double most = 0;
        for (const auto& row : drawer_.growth) most = std::max({most, row.count.value.value_or(row.count.n), row.expected});
        return most;
    }

    void growth() {
        section(at_.growth_y, kGrew, drawer_.growth_note, kNote);
        const double most = largest_growth();
        for (std::size_t i = 0; i < drawer_.growth.size(); ++i) growth_row(i, y(at_.growth_rows_y + static_cast<double>(i) * kRow), most);
        const double key = y(at_.growth_key_y);
        ui_.paint.rect({left_ + kBarLeft, key - 5, 2, 10}, Ink::Ink3);
        ui_.paint.text(ui_.say(kNorm), left_ + kBarLeft + 7, key, {.size = 11, .ink = Ink::Ink3});
        ui_.paint.text(ui_.say(kCount), right() - 36, key, {.size = 11, .ink = Ink::Ink3, .anchor = Anchor::End});
        ui_.paint.text("±", right(), key, {.size = 11, .ink = Ink::Ink3, .anchor = Anchor::End});
    }

    void growth_row(std::size_t number, double top, double most) {
        const CellDrawer::Growth& row = drawer_.growth[number];
        const double middle = top + kRow / 2;
        const Box line{left_ - 8, top, inner_ + 16, kRow};
        const auto hit = ui_.paint.hit(id_of("drawer-growth", number), line, row.href, ui_.commands);
        if (hit.hovered && !row.href.empty()) ui_.paint.rect(line, Ink::Hover, 4);
        const Weight weight = row.is_culprit ? Weight::Medium : Weight::Regular;
        show_text(ui_, row.name, {left_, middle}, {.size = 12, .weight = weight, .max_width = kBarLeft - 8});
        show_marks(ui_, growth_bar(row, most, inner_ - kBarLeft - kBarRight, kRow), {left_ + kBarLeft, top});
        figure(ui_, id_of("drawer-growth-count", number), row.count, {right() - 36, middle}, {.size = 12, .weight = Weight::Medium, .anchor = Anchor::End});
        ui_.paint.text(row.excess, right(), middle, {.size = 12, .ink = row.is_culprit ? Ink::Bad : Ink::Ink3, .anchor = Anchor::End, .max_width = 34});
    }

    void excess() {
        section(at_.excess_y, kExcess, drawer_.excess_note, kNote);
        draw_excess_lines(ui_, "drawer-excess", drawer_.excess, {left_, y(at_.excess_rows_y)}, inner_);
    }

    // Words that tell the cluster from others; the row is a filter, its number lists the messages.
    void alike() {
        section(at_.alike_y, kAlike, drawer_.clusters_note, kNote);
        for (std::size_t i = 0; i < drawer_.clusters.size(); ++i) {
            const auto& cluster = drawer_.clusters[i];
            const Box row{left_ - 8, y(at_.alike_rows_y + static_cast<double>(i) * kAlikeRow), inner_ + 16, kAlikeRow};
            const auto hit = ui_.paint.hit(id_of("drawer-alike", i), row, cluster.href, ui_.commands);
            if (cluster.is_selected) ui_.paint.rect(row, Ink::AccentSoft, 4);
            else if (hit.hovered) ui_.paint.rect(row, Ink::Hover, 4);
            const TextStyle words{.size = 12, .weight = cluster.is_selected ? Weight::Medium : Weight::Regular, .ink = cluster.is_selected ? Ink::Accent : Ink::Ink1, .max_width = inner_ - 48};
            const double middle = row.y + (cluster.note.empty() ? kAlikeRow / 2 : 12);
            ui_.paint.text(cluster.words, left_, middle, words);
            if (!cluster.note.empty()) ui_.paint.text(cluster.note, left_, row.y + 27, {.size = 11, .ink = Ink::Ink3, .max_width = inner_ - 48});
            if (hit.hovered && is_cut(cluster.words, words)) show_tip(ui_, cluster.words);
            figure(ui_, id_of("drawer-alike-count", i), cluster.count, {right(), middle}, {.size = 12, .weight = Weight::Medium, .anchor = Anchor::End});
        }
    }

    void weeks() {
        const bool has_surge = std::any_of(drawer_.weeks.begin(), drawer_.weeks.end(), [](const Bar& bar) { return bar.is_alarm; });
        TextStyle note{.size = 11, .weight = has_surge ? Weight::Medium : Weight::Regular, .ink = has_surge ? Ink::Bad : Ink::Ink3};
        const double line = text_width(ui_.say(kLine), 11, Weight::Regular) + 12, surges = text_width(drawer_.surges_note, 11, Weight::Medium);
        if (drawer_.surges_note.empty()) section(at_.weeks_y, kWeeks, ui_.say(kLine), {.size = 11, .ink = Ink::Ink3});
        else if (widest_word(kWeeks) + 16 + surges + line > inner_) section(at_.weeks_y, kWeeks, drawer_.surges_note, note);
        else {
            section(at_.weeks_y, kWeeks, {}, note);
            ui_.paint.text(ui_.say(kLine), right(), y(at_.weeks_y) + 18, {.size = 11, .ink = Ink::Ink3, .anchor = Anchor::End});
            note.anchor = Anchor::End;
            ui_.paint.text(drawer_.surges_note, right() - line, y(at_.weeks_y) + 18, note);
        }
        const Box area{box_.x + at_.weeks.x, y(at_.weeks.y), at_.weeks.w, at_.weeks.h};
        ui_.paint.scene(week_bars(drawer_, area.w, area.h, ui_.lang), {area.x, area.y}, ui_.commands);
    }

    void newest() {
        if (at_.newest_y <= 0) return;
        drawer_rule(ui_, left_, y(at_.newest_y), inner_);
        ui_.paint.text(ui_.say(kNewest), left_, y(at_.newest_y) + 18, kSection);
        if (!drawer_.all_href.empty()) link(ui_, "drawer-all", {right(), y(at_.newest_y) + 18}, Anchor::End, drawer_.all_text, drawer_.all_href);
        for (std::size_t i = 0; i < drawer_.newest.size(); ++i) {
            const Box place = at_.newest[i];
            if (i > 0) ui_.paint.line({left_, y(place.y)}, {right(), y(place.y)}, Ink::Grid);
            message(drawer_.newest[i], {left_ - 8, y(place.y), inner_ + 16, place.h}, i);
        }
    }

    void message(const MessageLine& line, Box row, std::size_t number) {
        const auto hit = ui_.paint.hit(id_of("drawer-message", number), row, line.href, ui_.commands);
        if (hit.hovered) ui_.paint.rect({row.x, row.y + 1, row.w, row.h - 1}, Ink::Hover, 4);
        const double middle = row.y + 15;
        const Ink ink = tone_ink(line.tone, Ink::Ink2);
        const double status = ui_.paint.text(line.status, right(), middle, {.size = 11, .weight = Weight::Medium, .ink = ink, .anchor = Anchor::End, .max_width = 130});
        ui_.paint.circle({right() - status - 8, middle}, 3, ink);
        const double date = ui_.paint.text(line.received, left_, middle, {.size = 11, .weight = Weight::Medium, .ink = Ink::Ink2});
        const double room = inner_ - status - 20 - std::max(84.0, date + 10);
        if (room > 24) ui_.paint.text(line.channel, left_ + std::max(84.0, date + 10), middle, {.size = 11, .ink = Ink::Ink3, .max_width = room});
        show_paragraph(ui_, line.text.empty() ? line.topic : line.text, {left_, row.y + 33}, inner_, kSmallLine, line.text.empty() ? 1 : 2, {.size = 12});
    }

    Ui& ui_;
    const CellDrawer& drawer_;
    Box box_;
    CellDrawerLayout at_;
    double left_, inner_, top_ = 0;
};

}  // namespace

CellDrawerLayout layout_cell_drawer(const CellDrawer& drawer, double width) {
    CellDrawerLayout at;
    const double inner = width - 2 * kDrawerPad;
    at.title_width = inner - 60;
    at.verdict_y = at.title_y + std::max(kTitleLine, lines_height(drawer.title, at.title_width, 2, kTitleLine, kTitle)) + 1;
    double y = at.verdict_y + std::max(kSmallLine, lines_height(drawer.verdict, inner, 3, kSmallLine, kVerdict));
    if (!drawer.norm.empty() && norm_x(drawer, inner) == 0) y += kSmallLine;
    at.figures_y = y + 11;
    y = at.figures_y + 30 + 14 * figure_label_lines(drawer, figure_width(drawer, inner) - kLabelGap);
    if (!drawer.growth.empty()) y = growth_height(drawer, at, y, inner);
    if (!drawer.excess.empty()) y = excess_height(drawer, at, y, inner);
    if (!drawer.clusters.empty() || !drawer.clusters_note.empty()) y = alike_height(drawer, at, y, inner);
    if (!drawer.weeks.empty()) y = weeks_height(drawer, at, y, inner);
    if (!drawer.newest.empty() || !drawer.all_href.empty()) y = newest_height(drawer, at, y, inner);
    at.height = y + 12;
    return at;
}

void draw_cell_drawer(Ui& ui, const CellDrawer& drawer, Box box) { CellDrawerView{ui, drawer, box}.draw(); }

}  // namespace problemator::web
