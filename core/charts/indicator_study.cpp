// One indicator large: months as dots on a line, mean and limits of chance, the trend without season, the plan, and events as marks.
#include <algorithm>
#include <cmath>

#include "core/base/format.hpp"
#include "core/base/stable_order.hpp"
#include "core/charts/charts.hpp"
#include "core/charts/pen.hpp"

namespace problemator {
namespace {

constexpr double kTop = 18, kFoot = 38, kLabelGap = 12;
constexpr Phrase kMean = {"среднее", "mean"}, kUpper = {"верхняя граница", "upper limit"}, kLower = {"нижняя граница", "lower limit"}, kPlan = {"план", "plan"}, kTrend = {"тренд", "trend"};

class StudyPainter {
public:
    StudyPainter(const IndicatorStudy& study, double width, double height, Lang lang)
        : study_{study}, lang_{lang}, pen_{width, height}, left_{34}, right_{std::max(60.0, pen_.width() - 150)}, bottom_{std::max(kTop + 20, pen_.height() - kFoot)} {
        if (!study_.points.empty()) {
            first_ = study_.points.front().month - study_.step + 1;
            last_ = std::max(first_, study_.points.back().month);
        }
    }

    Scene paint() && {
        axes();
        limits();
        plan();
        events();
        trend();
        facts();
        side_labels();
        return std::move(pen_).finish(study_.summary);
    }

private:
    double x(double month) const { return Scale{static_cast<double>(first_) - 0.5, static_cast<double>(last_) + 0.5, left_, right_}.clamped(month); }
    /// A quarter stands in the middle of its months.
    double middle_of(const IndicatorStudy::Point& point) const { return x(point.month - (study_.step - 1) / 2.0); }
    double y(double percent) const { return Scale{study_.y_min, study_.y_max, bottom_, kTop}.clamped(percent); }

    void axes() {
        for (const double g : round_ticks(study_.y_min, study_.y_max, 5)) {
            pen_.line({left_, half_pixel(y(g))}, {right_, half_pixel(y(g))}, Ink::Grid);
            pen_.text(tick_text(g, lang_), {left_ - 7, y(g)}, {.ink = Ink::Ink3, .anchor = Anchor::End});
        }
        pen_.line({left_, half_pixel(bottom_)}, {right_, half_pixel(bottom_)}, Ink::LineStrong);
        double free_from = left_ - 4;
        for (Month month = first_; month <= last_; ++month) {
            const bool has_room = month != first_ || x(month + 12 - month % 12) - x(month) > 40;   // the next January has its own
            const bool is_year = month % 12 == 0 || (month == first_ && has_room);
            const std::string text = format_month_short(month, lang_);
            const double wide = text_width(text, 11, Weight::Regular), at = x(month);
            if (is_year) pen_.text(std::to_string(month / 12), {std::max(left_, at - wide / 2), bottom_ + 27}, {.weight = Weight::Medium});
            if (at - wide / 2 < free_from || at + wide / 2 > right_ + 6) continue;
            pen_.text(text, {at, bottom_ + 12}, {.ink = Ink::Ink3, .anchor = Anchor::Middle});
            free_from = at + wide / 2 + 6;
        }
    }

    void limits() {
        if (study_.lower && study_.upper) pen_.rect({left_, y(*study_.upper), right_ - left_, std::max(0.0, y(*study_.lower) - y(*study_.upper))}, Ink::Norm);
        for (const auto& limit : {study_.lower, study_.upper})
            if (limit) pen_.dashed({left_, half_pixel(y(*limit))}, {right_, half_pixel(y(*limit))}, Ink::Ink3);
        if (study_.mean) pen_.line({left_, half_pixel(y(*study_.mean))}, {right_, half_pixel(y(*study_.mean))}, Ink::Ink3, 1);
    }

    void plan() {
        std::vector<Point> steps;
        for (const PlanYear& one : study_.plan) {
            const double from = one.year * 12.0 - 0.5, until = from + 12;
            if (until < first_ || from > last_ + 0.5) continue;
            steps.push_back({x(from), y(one.percent)});
            steps.push_back({x(until), y(one.percent)});
        }
        pen_.path(std::move(steps), Ink::Plan, 1.5);
    }

    void trend() {
        std::vector<Point> line;
        for (const auto& [month, value] : study_.trend) line.push_back({x(month - (study_.step - 1) / 2.0), y(value)});
        pen_.path(std::move(line), Ink::Ink2, 2);
    }

    void facts() {
        std::vector<Point> line;
        for (const auto& point : study_.points) line.push_back({middle_of(point), y(point.value)});
        pen_.path(line, Ink::Accent, 1.5);
        const double step = static_cast<double>(study_.step) * (right_ - left_) / static_cast<double>(last_ - first_ + 1);
        for (std::size_t i = 0; i < line.size(); ++i) {
            const auto& point = study_.points[i];
            pen_.dot(line[i], point.tone == Tone::Plain ? 2.5 : 4, tone_fill(point.tone, Ink::Accent), Ink::Surface, 1);
            pen_.hit({line[i].x - step / 2, kTop, step, bottom_ - kTop}, point.href, point.name, point.label);
        }
    }

    /// A mark on the axis for every event; several of one month are one mark.
    void events() {
        for (std::size_t i = 0; i < study_.events.size();) {
            const Month month = month_from_day(study_.events[i].day);
            std::string hint;
            std::size_t end = i;
            for (; end < study_.events.size() && month_from_day(study_.events[end].day) == month; ++end)
                hint += (hint.empty() ? "" : "\n") + study_.events[end].text + '\t' + format_date(study_.events[end].day, lang_);
            i = end;
            if (month < first_ || month > last_) continue;
            const double at = x(month);
            pen_.polygon({{at, kTop - 10}, {at + 5, kTop - 5}, {at, kTop}, {at - 5, kTop - 5}}, Ink::WarnFill);
            pen_.hit({at - 7, kTop - 12, 14, 14}, {}, format_month(month, lang_), hint);
        }
    }

    /// What the lines are, beside their right ends; they push each other down where they would touch.
    void side_labels() {
        struct Label { double at; std::string text; Ink ink; };
        std::vector<Label> labels;
        const auto add = [&](std::optional<double> value, const Phrase& name, Ink ink) {
            if (value) labels.push_back({y(*value), std::string{name.in(lang_)} + " " + format_decimal(*value, 1, lang_), ink});
        };
        add(study_.upper, kUpper, Ink::Ink3);
        add(study_.mean, kMean, Ink::Ink3);
        add(study_.lower, kLower, Ink::Ink3);
        if (!study_.trend.empty()) add(study_.trend.back().second, kTrend, Ink::Ink2);
        for (const PlanYear& one : study_.plan)
            if (one.year == last_ / 12) add(one.percent, kPlan, Ink::Ink1);
        sort_stably(labels, [](const Label& a, const Label& b) { return a.at < b.at; });
        double free_from = kTop - 6;
        for (Label& label : labels) {
            label.at = std::max(label.at, free_from);
            free_from = label.at + kLabelGap;
        }
        double most = bottom_ + 4;
        for (std::size_t i = labels.size(); i-- > 0;) {
            labels[i].at = std::min(labels[i].at, most);
            most = labels[i].at - kLabelGap;
        }
        for (const Label& label : labels) pen_.text(label.text, {right_ + 6, label.at}, {.ink = label.ink, .max_width = pen_.width() - right_ - 6});
    }

    const IndicatorStudy& study_;
    Lang lang_;
    Pen pen_;
    double left_, right_, bottom_;
    Month first_ = 0, last_ = 0;
};

}  // namespace

Scene indicator_study(const IndicatorStudy& study, double width, double height, Lang lang) { return StudyPainter{study, width, height, lang}.paint(); }

}  // namespace problemator
