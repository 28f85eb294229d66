// The card of one message: its name and state, its text where there is one, the bar of its deadline, and its facts.
#include <algorithm>
#include <cmath>

#include "core/charts/pen.hpp"
#include "web/views/drawer.hpp"
#include "web/widgets/badge.hpp"
#include "web/widgets/block_menu.hpp"
#include "web/widgets/link.hpp"
#include "web/widgets/scroll_area.hpp"

namespace problemator::web {
namespace {

constexpr Phrase kHistory = {"История", "History"}, kBeside = {"Рядом", "Beside it"};
constexpr double kMoment = 92, kStep = 26;
constexpr Phrase kPrevious = {"Предыдущее (↑)", "Previous (↑)"}, kNext = {"Следующее (↓)", "Next (↓)"};
constexpr double kTitleLine = 22, kTextLine = 20, kFactLine = 17, kFactStep = 24, kFactValue = 140, kBar = 10;
constexpr TextStyle kTitle{.size = 16, .weight = Weight::SemiBold}, kText{.size = 13}, kFact{.size = 12};
constexpr TextStyle kProblem{.size = 12, .weight = Weight::Medium, .ink = Ink::Accent};
constexpr std::size_t kMostText = 40, kMostProblem = 3;

double fact_height(std::string_view value, double inner) {
    const auto lines = std::max<std::size_t>(1, paragraph_lines(value, inner - kFactValue, 4, kFact));
    return kFactStep + static_cast<double>(lines - 1) * kFactLine;
}

bool has_clock(const MessagesPage::Card& card) { return !card.clock_title.empty() && card.due > 0 && std::isfinite(card.due) && std::isfinite(card.elapsed); }

// Where the parts of the deadline bar end, 0…1: elapsed time, and the deadline on the same scale.
struct ClockShares { double elapsed = 0, due = 1; };
ClockShares clock_shares(const MessagesPage::Card& card) {
    const double elapsed = std::max(0.0, card.elapsed), whole = std::max(elapsed, card.due);
    return {elapsed / whole, std::max(0.28, card.due / whole)};
}

// «14.11, 14:24 поступило»: the moment stands above, the word under it.
std::pair<std::string_view, std::string_view> split_label(std::string_view label) {
    const auto space = label.rfind(' ');
    return space == std::string_view::npos ? std::pair{label, std::string_view{}} : std::pair{label.substr(0, space), label.substr(space + 1)};
}

const std::string& words_of(const MessageLine& line) { return line.text.empty() ? line.topic : line.text; }

double history_height(const MessagesPage::Card& card, CardLayout& at, double y, double inner) {
    at.history_y = y;
    y += 42;
    for (const auto& step : card.history) {
        at.steps.push_back(y);
        const double room = inner - 18 - kMoment, words = text_width(step.what, 12, Weight::Regular) + 8 + text_width(step.note, 11, Weight::Regular);
        y += kStep + (!step.note.empty() && words > room ? 15 : 0);
    }
    return y;
}

double neighbours_height(const MessagesPage::Card& card, CardLayout& at, double y, double inner) {
    at.beside_y = y;
    y += 34;
    for (const auto& beside : card.neighbours) {
        const double height = 28 + kFactLine * static_cast<double>(std::max<std::size_t>(1, paragraph_lines(words_of(beside.line), inner, 2, kFact)));
        at.neighbours.push_back({kDrawerPad, y, inner, height});
        y += height;
    }
    return y;
}

class CardView {
public:
    CardView(Ui& ui, const MessagesPage::Card& card, Box box)
        : ui_{ui}, card_{card}, box_{box}, at_{layout_card(card, box.w)}, left_{box.x + kDrawerPad}, inner_{box.w - 2 * kDrawerPad} {}

    void draw() {
        draw_drawer_ground(ui_, box_);
        const ScrollArea area{ui_, "card", {box_.x + 1, box_.y, box_.w - 1, box_.h}, at_.height};
        top_ = box_.y + area.shift();
        head();
        title();
        if (at_.problem.h > 0) problem();
        if (at_.text.h > 0) text();
        if (at_.clock_y > 0) clock();
        if (at_.history_y > 0) history();
        if (at_.facts_y > 0) facts();
        if (at_.beside_y > 0) neighbours();
    }

private:
    double y(double from_top) const { return top_ + from_top; }
    double right() const { return left_ + inner_; }

    void head() {
        show_text(ui_, card_.line.id, {left_, y(24)}, {.size = 12, .weight = Weight::Medium, .ink = Ink::Ink3, .max_width = inner_ - 118});
        block_icon(ui_, "message-card", {right() - 90, y(24)});
        drawer_icon(ui_, "card-previous", DrawerIcon::Up, {right() - 62, y(24)}, card_.previous_href, ui_.say(kPrevious));
        drawer_icon(ui_, "card-next", DrawerIcon::Down, {right() - 34, y(24)}, card_.next_href, ui_.say(kNext));
        drawer_icon(ui_, "card-close", DrawerIcon::Close, {right() - 6, y(24)}, card_.close_href, close_word(ui_.lang));
    }

    void title() {
        show_paragraph(ui_, card_.title, {left_, y(at_.title_y)}, at_.title_width, kTitleLine, 3, kTitle);
        if (!card_.status_badge.empty())
            status_badge(ui_, {at_.badge_is_beside ? right() : left_, y(at_.badge_y)}, at_.badge_is_beside ? Anchor::End : Anchor::Start, card_.status_badge,
                         card_.line.tone);
        show_text(ui_, subtitle(), {left_, y(at_.subtitle_y)}, {.size = 12, .ink = Ink::Ink3, .max_width = inner_});
    }

    std::string subtitle() const {
        std::string out = card_.line.territory;
        if (!card_.kind.empty()) out += (out.empty() ? "" : " · ") + card_.kind;
        return out;
    }

    // The problem of the register that it belongs to: the whole line is the target.
    void problem() {
        const Box target{box_.x + at_.problem.x - 8, y(at_.problem.y), at_.problem.w + 16, at_.problem.h};
        const auto hit = ui_.paint.hit("card-problem", target, card_.problem_href, ui_.commands);
        if (hit.hovered) ui_.paint.rect(target, Ink::Hover, 6);
        show_paragraph(ui_, card_.problem_text, {left_, target.y + 16}, inner_ - 14, kFactLine, kMostProblem, kProblem);
        ui_.paint.icon(Painter::Icon::ChevronRight, {right() - 5, target.y + 16}, Ink::Accent);
    }

    void text() {
        const Box frame{box_.x + at_.text.x, y(at_.text.y), at_.text.w, at_.text.h};
        ui_.paint.rect(frame, Ink::Sunken, 8, Ink::Line);
        show_paragraph(ui_, card_.line.text, {frame.x + 12, frame.y + 20}, frame.w - 24, kTextLine, kMostText, kText);
    }

    void clock() {
        drawer_rule(ui_, left_, y(at_.clock_y), inner_);
        ui_.paint.text(card_.clock_title, left_, y(at_.clock_y) + 20, {.size = 13, .weight = Weight::SemiBold, .max_width = inner_});
        const Box bar{left_, y(at_.clock_y) + 38, inner_, kBar};
        const ClockShares shares = clock_shares(card_);
        clock_bar(bar, shares);
        clock_labels(bar, shares);
    }

    void clock_bar(Box bar, const ClockShares& shares) {
        const double due = bar.x + bar.w * shares.due, elapsed = bar.x + bar.w * shares.elapsed;
        ui_.paint.rect(bar, Ink::Norm, 2);
        ui_.paint.rect({bar.x, bar.y, std::max(2.0, std::min(elapsed, due) - bar.x), bar.h}, Ink::Prev, 2);
        if (is_late()) ui_.paint.rect({due + 1, bar.y, std::max(2.0, right_of(bar) - due - 1), bar.h}, Ink::Bad, 2);
        ui_.paint.rect({std::min(due, right_of(bar)) - 2, bar.y - 4, 2, bar.h + 8}, Ink::Ink1);
    }

    // Received at the left, the deadline under its tick, the third label at the right end.
    void clock_labels(Box bar, const ClockShares& shares) {
        const auto& labels = card_.clock_labels;
        const double under = bar.y + bar.h + 16;
        const double due = bar.x + bar.w * shares.due;
        const std::size_t count = std::min<std::size_t>(labels.size(), 3);
        double free_from = left_;
        for (std::size_t i = 0; i < count; ++i) {
            const auto [time, word] = split_label(labels[i]);
            const double wide = std::max(text_width(time, 11, Weight::Medium), text_width(word, 11, Weight::Regular));
            const double wish = i == 0 ? left_ + wide : i == 1 ? due : right();   // right ends
            const double end = std::clamp(wish, std::min(right(), free_from + wide), right() - room_after(labels, i, count));
            const Anchor anchor = i == 0 ? Anchor::Start : Anchor::End;
            const double x = i == 0 ? left_ : end;
            ui_.paint.text(time, x, under, {.size = 11, .weight = Weight::Medium, .ink = i == 2 && is_late() ? Ink::Bad : Ink::Ink1, .anchor = anchor});
            ui_.paint.text(word, x, under + 14, {.size = 11, .ink = Ink::Ink3, .anchor = anchor});
            free_from = end + 10;
        }
    }

    // What the labels after this one need at the least.
    static double room_after(const std::vector<std::string>& labels, std::size_t i, std::size_t count) {
        double room = 0;
        for (std::size_t k = i + 1; k < count; ++k) {
            const auto [time, word] = split_label(labels[k]);
            room += 10 + std::max(text_width(time, 11, Weight::Medium), text_width(word, 11, Weight::Regular));
        }
        return room;
    }

    bool is_late() const { return card_.elapsed > card_.due; }

    // What happened and when: a line of time with a dot for every step.
    void history() {
        drawer_rule(ui_, left_, y(at_.history_y), inner_);
        ui_.paint.text(ui_.say(kHistory), left_, y(at_.history_y) + 20, {.size = 13, .weight = Weight::SemiBold});
        const double x = left_ + 5;
        if (at_.steps.size() > 1) ui_.paint.line({x, y(at_.steps.front())}, {x, y(at_.steps.back())}, Ink::LineStrong);
        for (std::size_t i = 0; i < at_.steps.size(); ++i) step(card_.history[i], y(at_.steps[i]));
    }

    void step(const MessagesPage::Card::Step& step, double middle) {
        const Ink ink = tone_ink(step.tone, Ink::Ink1);
        ui_.paint.circle({left_ + 5, middle}, 4, ink, Ink::Surface, 2);
        ui_.paint.text(step.moment, left_ + 18, middle, {.size = 12, .weight = Weight::Medium, .max_width = kMoment - 8});
        const double room = inner_ - 18 - kMoment;
        const double word = ui_.paint.text(step.what, left_ + 18 + kMoment, middle, {.size = 12, .ink = ink, .max_width = room});
        if (step.note.empty()) return;
        const bool is_beside = word + 8 + text_width(step.note, 11, Weight::Regular) <= room;
        if (is_beside) ui_.paint.text(step.note, left_ + 18 + kMoment + word + 8, middle, {.size = 11, .ink = Ink::Ink3});
        else show_text(ui_, step.note, {left_ + 18 + kMoment, middle + 15}, {.size = 11, .ink = Ink::Ink3, .max_width = room});
    }

    // Other messages that say the same, or of the same place: each opens its card.
    void neighbours() {
        drawer_rule(ui_, left_, y(at_.beside_y), inner_);
        ui_.paint.text(ui_.say(kBeside), left_, y(at_.beside_y) + 20, {.size = 13, .weight = Weight::SemiBold});
        if (!card_.neighbours_href.empty()) link(ui_, "card-alike", {right(), y(at_.beside_y) + 20}, Anchor::End, card_.neighbours_text, card_.neighbours_href);
        for (std::size_t i = 0; i < card_.neighbours.size(); ++i) neighbour(card_.neighbours[i], i);
    }

    void neighbour(const MessagesPage::Card::Neighbour& beside, std::size_t number) {
        const Box place = at_.neighbours[number];
        const Box row{left_ - 8, y(place.y), inner_ + 16, place.h};
        const auto hit = ui_.paint.hit(id_of("card-neighbour", number), row, beside.line.href, ui_.commands);
        if (hit.hovered) ui_.paint.rect(row, Ink::Hover, 4);
        const double middle = row.y + 14;
        const double date = ui_.paint.text(beside.line.received, left_, middle, {.size = 11, .weight = Weight::Medium, .ink = Ink::Ink2});
        ui_.paint.text(beside.line.channel + " · " + beside.why, left_ + std::max(84.0, date + 10), middle, {.size = 11, .ink = Ink::Ink3, .max_width = inner_ - std::max(84.0, date + 10)});
        show_paragraph(ui_, words_of(beside.line), {left_, row.y + 32}, inner_, kFactLine, 2, kFact);
    }

    void facts() {
        drawer_rule(ui_, left_, y(at_.facts_y), inner_);
        for (std::size_t i = 0; i < card_.facts.size(); ++i) {
            const auto& [label, value] = card_.facts[i];
            show_text(ui_, label, {left_, y(at_.fact_rows[i])}, {.size = 12, .ink = Ink::Ink3, .max_width = kFactValue - 10});
            show_paragraph(ui_, value, {left_ + kFactValue, y(at_.fact_rows[i])}, inner_ - kFactValue, kFactLine, 4, kFact);
        }
    }

    Ui& ui_;
    const MessagesPage::Card& card_;
    Box box_;
    CardLayout at_;
    double left_, inner_, top_ = 0;
};

}  // namespace

CardLayout layout_card(const MessagesPage::Card& card, double width) {
    CardLayout at;
    const double inner = width - 2 * kDrawerPad;
    const double badge = card.status_badge.empty() ? 0 : status_badge_width(card.status_badge) + 12;
    at.badge_is_beside = width_of(card.title, kTitle) + badge <= inner;
    at.title_width = at.badge_is_beside ? inner - badge : inner;
    double y = at.title_y + kTitleLine * static_cast<double>(std::max<std::size_t>(1, paragraph_lines(card.title, at.title_width, 3, kTitle)));
    at.badge_y = at.badge_is_beside ? at.title_y : y + 2;
    if (!at.badge_is_beside && badge > 0) y += 26;
    at.subtitle_y = y;
    y += 20;
    if (!card.problem_text.empty()) {
        at.problem = {kDrawerPad, y - 4, inner, 15 + kFactLine * static_cast<double>(paragraph_lines(card.problem_text, inner - 14, kMostProblem, kProblem))};
        y += at.problem.h + 8;
    }
    if (!card.line.text.empty()) {
        at.text = {kDrawerPad, y, inner, 20 + kTextLine * static_cast<double>(paragraph_lines(card.line.text, inner - 24, kMostText, kText))};
        y += at.text.h + 16;
    }
    if (has_clock(card)) {
        at.clock_y = y;
        y += 104;
    }
    if (!card.history.empty()) y = history_height(card, at, y, inner);
    if (!card.facts.empty()) {
        at.facts_y = y;
        y += 20;
        for (const auto& [label, value] : card.facts) {
            at.fact_rows.push_back(y);
            y += fact_height(value, inner);
        }
    }
    if (!card.neighbours.empty()) y = neighbours_height(card, at, y, inner);
    at.height = y + 12;
    return at;
}

void draw_card(Ui& ui, const MessagesPage::Card& card, Box box) { CardView{ui, card, box}.draw(); }

}  // namespace problemator::web
