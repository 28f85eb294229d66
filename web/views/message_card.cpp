// The card of one message: its name and state, its text where there is one, the bar of its deadline, and its facts.
#include <algorithm>
#include <cmath>

#include "web/views/drawer.hpp"
#include "web/widgets/badge.hpp"
#include "web/widgets/scroll_area.hpp"

namespace problemator::web {
namespace {

constexpr Phrase kPrevious = {"Предыдущее (↑)", "Previous (↑)"}, kNext = {"Следующее (↓)", "Next (↓)"};
constexpr double kTitleLine = 22, kTextLine = 20, kFactLine = 17, kFactStep = 24, kFactValue = 140, kBar = 10;
constexpr TextStyle kTitle{.size = 16, .weight = Weight::SemiBold}, kText{.size = 13}, kFact{.size = 12};
constexpr std::size_t kMostText = 40;

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
        if (at_.text.h > 0) text();
        if (at_.clock_y > 0) clock();
        if (at_.facts_y > 0) facts();
    }

private:
    double y(double from_top) const { return top_ + from_top; }
    double right() const { return left_ + inner_; }

    void head() {
        show_text(ui_, card_.line.id, {left_, y(24)}, {.size = 12, .weight = Weight::Medium, .ink = Ink::Ink3, .max_width = inner_ - 90});
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
        if (card_.elapsed > card_.due) ui_.paint.rect({due + 1, bar.y, std::max(2.0, right_of(bar) - due - 1), bar.h}, Ink::Bad, 2);
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
            const double wide = text_width(labels[i], 11, Weight::Medium);
            const double wish = i == 0 ? left_ : i + 1 == count && count == 3 ? right() - wide : due - wide;
            const double line = i == 0 || wish >= free_from ? 0 : 15;
            const double x = std::clamp(wish, left_, std::max(left_, right() - wide));
            ui_.paint.text(labels[i], x, under + line, {.size = 11, .weight = Weight::Medium, .ink = i == 2 && card_.elapsed > card_.due ? Ink::Bad : Ink::Ink2, .max_width = inner_});
            free_from = x + wide + 10;
        }
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
    if (!card.line.text.empty()) {
        at.text = {kDrawerPad, y, inner, 20 + kTextLine * static_cast<double>(paragraph_lines(card.line.text, inner - 24, kMostText, kText))};
        y += at.text.h + 16;
    }
    if (has_clock(card)) {
        at.clock_y = y;
        y += 104;
    }
    if (!card.facts.empty()) {
        at.facts_y = y;
        y += 20;
        for (const auto& [label, value] : card.facts) {
            at.fact_rows.push_back(y);
            y += fact_height(value, inner);
        }
    }
    at.height = y + 12;
    return at;
}

void draw_card(Ui& ui, const MessagesPage::Card& card, Box box) { CardView{ui, card, box}.draw(); }

}  // namespace problemator::web
