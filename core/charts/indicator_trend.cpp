// Trend of a target indicator: the plan of the decree as a step with its values, the fact by month, the last month as a dot.
#include <algorithm>
#include <cmath>

#include "core/charts/charts.hpp"
#include "core/charts/pen.hpp"

namespace problemator {
namespace {

constexpr Phrase kFact = {"факт", "fact"}, kYearEnd = {"31 декабря", "31 December"};

class TrendPainter {
public:
    TrendPainter(const IndicatorCard& card, double width, double height, Lang lang) : card_{card}, lang_{lang}, pen_{width, height} {
        find_years();
        find_values();
        left_ = std::ceil(widest_tick()) + 9;
        right_ = pen_.width() - 2;
        top_ = 20;
        bottom_ = std::max(top_ + 10, pen_.height() - 22);
        fact_line_ = fact_points();
    }

    Scene paint() && {
        axes();
        plan();
        outlook();
        fact();
        plan_values();
        if (card_.facts.empty()) missing();
        return std::move(pen_).finish(summary());
    }

private:
    void find_years() {
        first_year_ = 2025;
        last_year_ = 2030;
        if (!card_.plan.empty()) {
            first_year_ = card_.plan.front().year;
            last_year_ = std::min(card_.plan.back().year, first_year_ + 20);
        } else if (!card_.facts.empty()) {
            first_year_ = card_.facts.front().first / 12;
            last_year_ = std::min(card_.facts.back().first / 12, first_year_ + 20);
        }
        last_year_ = std::max(last_year_, first_year_);
    }

    void find_values() {
        low_ = std::isfinite(card_.y_min) ? card_.y_min : 0;
        high_ = std::isfinite(card_.y_max) && card_.y_max > low_ ? card_.y_max : low_ + 100;
    }

    double widest_tick() const {
        double widest = 12;
        for (const double g : round_ticks(low_, high_, 5)) widest = std::max(widest, text_width(tick_text(g, lang_), 11, Weight::Regular));
        return widest;
    }

    double month_x(double months) const { return Scale{0, (last_year_ - first_year_ + 1) * 12.0, left_, right_}.clamped(months); }
    double y(double percent) const { return Scale{low_, high_, bottom_, top_}.clamped(percent); }
    int last_fact_year() const { return card_.facts.empty() ? -1 : card_.facts.back().first / 12; }

    void axes() {
        for (const double g : round_ticks(low_, high_, 5)) {
            pen_.line({left_, half_pixel(y(g))}, {right_, half_pixel(y(g))}, Ink::Grid);
            pen_.text(tick_text(g, lang_), {left_ - 7, y(g)}, {.ink = Ink::Ink3, .anchor = Anchor::End});
        }
        pen_.line({left_, half_pixel(bottom_)}, {right_, half_pixel(bottom_)}, Ink::LineStrong);
        const int years = last_year_ - first_year_ + 1;
        const double room = (right_ - left_) / years;
        for (int k = 0; k <= years; ++k) {
            const double x = month_x(k * 12);
            pen_.line({half_pixel(x), bottom_}, {half_pixel(x), bottom_ + 4}, Ink::LineStrong);
            if (k == years) break;
            const bool is_now = first_year_ + k == last_fact_year();
            const std::string text = std::to_string(first_year_ + k);
            if (text_width(text, 11, Weight::Medium) + 2 > room) continue;
            pen_.text(text, {month_x(k * 12 + 6), bottom_ + 13}, {.weight = is_now ? Weight::Medium : Weight::Regular, .ink = is_now ? Ink::Ink1 : Ink::Ink3,
                                                                 .anchor = Anchor::Middle});
        }
    }

    void plan() {
        std::vector<Point> steps;
        for (const PlanYear& p : card_.plan) {
            if (!std::isfinite(p.percent) || p.year < first_year_ || p.year > last_year_) continue;
            const int k = p.year - first_year_;
            steps.push_back({month_x(k * 12), y(p.percent)});
            steps.push_back({month_x(k * 12 + 12), y(p.percent)});
        }
        pen_.path(std::move(steps), Ink::Plan, 1.5);
    }

    // A value stands where the plan changes; a plan that never changes is named once, at its end.
    void plan_values() {
        const bool is_flat = std::all_of(card_.plan.begin(), card_.plan.end(), [&](const PlanYear& p) { return p.percent == card_.plan.front().percent; });
        std::optional<double> before;
        for (std::size_t i = 0; i < card_.plan.size(); ++i) {
            const PlanYear& p = card_.plan[i];
            const bool is_named = is_flat ? i + 1 == card_.plan.size() : !before || *before != p.percent;
            before = p.percent;
            if (!is_named || !std::isfinite(p.percent) || p.year < first_year_ || p.year > last_year_) continue;
            const std::string text = tick_text(p.percent, lang_);
            const double width = text_width(text, 11, Weight::Medium);
            if (width <= month_x(12) - month_x(0)) pen_.text(text, plan_value_at(p, width), {.weight = Weight::Medium, .anchor = Anchor::Middle, .halo = Ink::Surface});
        }
    }

    // Above the step in the middle of its year; where the fact runs there, below it or further along the year.
    Point plan_value_at(const PlanYear& p, double width) const {
        const double middle = month_x((p.year - first_year_) * 12 + 6), free = (month_x(12) - month_x(0) - width) / 2;
        for (const double along : {0.0, -0.45, 0.45, -0.9, 0.9})
            for (const double above : {-9.0, 10.0}) {
                const Point at{middle + along * free, y(p.percent) + above};
                if (at.y + 7 <= bottom_ && is_clear({at.x - width / 2 - 2, at.y - 6, width + 4, 12})) return at;
            }
        return {middle, y(p.percent) - 9};
    }

    bool is_clear(const Box& box) const {
        for (std::size_t i = 1; i < fact_line_.size(); ++i)
            if (is_crossed(box, fact_line_[i - 1], fact_line_[i])) return false;
        return true;
    }

    // The part of the segment over the box's width, against the box's height.
    static bool is_crossed(const Box& box, Point a, Point b) {
        if (b.x < box.x || a.x > box.x + box.w) return false;
        const Scale along{a.x, std::max(b.x, a.x + 1e-9), a.y, b.y};
        const double first = along.clamped(box.x), last = along.clamped(box.x + box.w);
        return std::max(first, last) >= box.y && std::min(first, last) <= box.y + box.h;
    }

    std::vector<Point> fact_points() const {
        std::vector<Point> line;
        for (const auto& [month, percent] : card_.facts)
            if (std::isfinite(percent) && month / 12 >= first_year_ && month / 12 <= last_year_)
                line.push_back({month_x(month - first_year_ * 12 + 1 - card_.step / 2.0), y(percent)});
        return line;
    }

    void fact() {
        pen_.path(fact_line_, Ink::Accent, 2);
        if (fact_line_.empty()) return;
        const Point end = fact_line_.back();
        pen_.dot(end, 3.5, tone_fill(card_.tone == Tone::Good ? Tone::Plain : card_.tone, Ink::Accent), Ink::Surface, 1);
        pen_.hit({end.x - 8, end.y - 8, 16, 16}, card_.fact.href, card_.name, std::string{kFact.in(lang_)} + '\t' + figure_text(card_.fact));
    }

    // From the share so far to that of the whole year: a wedge that opens to the interval of 31 December.
    void outlook() {
        if (!card_.outlook) return;
        const auto& o = *card_.outlook;
        const int year = o.from / 12;
        if (year < first_year_ || year > last_year_ || !std::isfinite(o.low) || !std::isfinite(o.high) || !std::isfinite(o.so_far)) return;
        const double from = month_x(o.from - first_year_ * 12 + 1), end = month_x((year - first_year_ + 1) * 12);
        pen_.polygon({{from, y(o.so_far)}, {end, y(o.high)}, {end, y(o.low)}}, Ink::AccentSoft);
        pen_.path({{from, y(o.so_far)}, {end, y(o.value)}}, Ink::Accent, 1);
        pen_.path({{end, y(o.high)}, {end, y(o.low)}}, Ink::Accent, 2);
        pen_.dot({end, y(o.value)}, 3, Ink::Surface, Ink::Accent, 1.5);
        pen_.hit({end - 8, y(o.high) - 4, 16, y(o.low) - y(o.high) + 8}, "", card_.name, std::string{kYearEnd.in(lang_)} + '\t' + card_.outlook_figure.text);
    }

    void missing() {
        const auto lines = wrap_text(card_.missing, 12, Weight::Regular, right_ - left_ - 24);
        double at = (top_ + bottom_) / 2 - static_cast<double>(lines.size() - (lines.empty() ? 0 : 1)) * 8.5;
        for (const std::string& line : lines) {
            if (at > bottom_ - 6) break;
            pen_.text(line, {(left_ + right_) / 2, at}, {.size = 12, .ink = Ink::Ink3, .anchor = Anchor::Middle, .max_width = right_ - left_, .halo = Ink::Surface});
            at += 17;
        }
    }

    std::string summary() const {
        std::string out = card_.name;
        const std::string fact = figure_text(card_.fact);
        if (!fact.empty()) out += ": " + fact;
        if (!card_.plan_text.empty()) out += ", " + card_.plan_text;
        if (!card_.status.empty()) out += ", " + card_.status;
        if (!card_.outlook_text.empty()) out += ", " + card_.outlook_text;
        if (!card_.missing.empty()) out += ", " + card_.missing;
        return out;
    }

    const IndicatorCard& card_;
    Lang lang_;
    Pen pen_;
    int first_year_ = 0, last_year_ = 0;
    double low_ = 0, high_ = 100, left_ = 0, right_ = 0, top_ = 0, bottom_ = 0;
    std::vector<Point> fact_line_;              // by month, in the picture's units
};

}  // namespace

Scene indicator_trend(const IndicatorCard& card, double width, double height, Lang lang) {
    return TrendPainter{card, width, height, lang}.paint();
}

}  // namespace problemator
