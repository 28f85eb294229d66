// Funnel (Spiegelhalter 2005, doi 10.1002/sim.1970): share in time against the number of answers, with the bands that chance
// alone would fill around the mean. Whoever is outside differs for a reason.
#include <algorithm>
#include <cmath>

#include "core/base/stable_order.hpp"
#include "core/charts/charts.hpp"
#include "core/charts/labels.hpp"
#include "core/charts/pen.hpp"

namespace problemator {
namespace {

constexpr Phrase kAxis = {"ответов со сроком", "answers with a deadline"};
constexpr Phrase kMean = {"среднее", "mean"};
constexpr Phrase kChance = {"95\u00a0% случайных отклонений", "95% of chance deviations"};
constexpr Phrase kWide = {"99,8\u00a0%", "99.8%"}, kFew = {"мало данных", "little data"};
constexpr Phrase kBelow = {"достоверно ниже", "credibly below"}, kAbove = {"достоверно выше", "credibly above"};
constexpr Phrase kNobody = {"Все в пределах случайности", "Everyone is within chance"}, kShare = {"в срок, %", "in time, %"};
constexpr double kDot = 5;

struct Frame { double left, right, top, bottom, most = 100, least = 0; };

class FunnelPainter {
public:
    FunnelPainter(const RatingPage& page, double width, double height, Lang lang) : page_{page}, lang_{lang}, pen_{width, height} {
        frame_ = {36, pen_.width() - 16, 12, std::max(40.0, pen_.height() - 42 - legend_height()), 100, 0};
        double most = 10, least = is_finite(page.mean) ? *page.mean : 1;
        for (const FunnelPoint& p : page.funnel) {
            if (std::isfinite(p.n)) most = std::max(most, p.n);
            if (std::isfinite(p.share)) least = std::min(least, p.share);
        }
        frame_.most = most * 1.06;
        frame_.least = std::clamp(std::floor((least - 0.02) * 10) / 10, 0.0, 0.9);
    }

    Scene paint() && {
        bands();
        axes();
        dots();
        legend();
        return std::move(pen_).finish(summary());
    }

private:
    double x(double n) const { return Scale{0, frame_.most, frame_.left, frame_.right}.clamped(n); }
    double y(double share) const { return Scale{frame_.least, 1, frame_.bottom, frame_.top}.clamped(share); }

    template <class Low, class High>
    void band(Low low, High high, Ink fill, Ink edge) {
        std::vector<Point> upper, lower;
        for (const RatingPage::Limit& limit : page_.limits) {
            if (!std::isfinite(limit.n) || limit.n > frame_.most || !std::isfinite(low(limit)) || !std::isfinite(high(limit))) continue;
            upper.push_back({x(limit.n), y(high(limit))});
            lower.push_back({x(limit.n), y(low(limit))});
        }
        std::vector<Point> around = upper;
        around.insert(around.end(), lower.rbegin(), lower.rend());
        pen_.polygon(std::move(around), fill);
        if (edge == Ink::None) return;
        pen_.path(std::move(upper), edge, 1);
        pen_.path(std::move(lower), edge, 1);
    }

    void bands() {
        using Limit = RatingPage::Limit;
        band([](const Limit& l) { return l.low998; }, [](const Limit& l) { return l.high998; }, Ink::Sunken, Ink::Prev);
        band([](const Limit& l) { return l.low95; }, [](const Limit& l) { return l.high95; }, Ink::Norm, Ink::None);
    }

    void axes() {
        for (const double g : round_ticks(frame_.least, 1, 5)) {
            pen_.line({frame_.left, half_pixel(y(g))}, {frame_.right, half_pixel(y(g))}, Ink::Grid);
            pen_.text(tick_text(g * 100, lang_), {frame_.left - 8, y(g)}, {.ink = Ink::Ink3, .anchor = Anchor::End});
        }
        pen_.line({frame_.left, half_pixel(frame_.bottom)}, {frame_.right, half_pixel(frame_.bottom)}, Ink::LineStrong);
        const auto ticks = round_ticks(0, frame_.most, frame_.right - frame_.left > 240 ? 6 : 4);
        for (const double n : ticks)
            pen_.text(tick_text(n, lang_), {x(n), frame_.bottom + 13}, {.ink = Ink::Ink3, .anchor = Anchor::Middle});
        pen_.text(kAxis.in(lang_), {frame_.right, frame_.bottom + 29}, {.ink = Ink::Ink3, .anchor = Anchor::End, .max_width = frame_.right});
        if (is_finite(page_.mean)) pen_.line({frame_.left, half_pixel(y(*page_.mean))}, {frame_.right, half_pixel(y(*page_.mean))}, Ink::Ink2);
    }

    void dots() {
        LabelPlacer placer{{frame_.left, 0, frame_.right - frame_.left + 12, frame_.bottom}};
        if (is_finite(page_.mean)) {
            const double at = y(*page_.mean) + 9, wide = text_width(kMean.in(lang_), 11, Weight::Regular);
            pen_.text(kMean.in(lang_), {frame_.right - 4, at}, {.ink = Ink::Ink2, .anchor = Anchor::End});
            placer.block({frame_.right - 6 - wide, at - 7, wide + 6, 14});
        }
        for (const FunnelPoint& p : page_.funnel) {
            const Point at{x(p.n), y(p.share)};
            placer.block_dot(at, kDot + 1);
            if (p.is_few) pen_.dot(at, kDot, Ink::Surface, Ink::Ink3, 1.5);
            else pen_.dot(at, kDot, tone_ink(p.tone, Ink::Fact), Ink::Surface, 1);
            pen_.hit({at.x - 8, at.y - 8, 16, 16}, p.href, p.name,
                     std::string{kAxis.in(lang_)} + '\t' + tick_text(std::round(p.n), lang_) + '\n' + std::string{kShare.in(lang_)} + '\t' +
                         tick_text(std::round(p.share * 1000) / 10, lang_));
        }
        for (const FunnelPoint* p : labelled()) {
            const Point at{x(p->n), y(p->share)};
            const double wide = text_width(p->name, 11, Weight::Medium);
            if (const auto spot = placer.place(at, kDot, wide, 14))
                pen_.text(p->name, spot->at, {.weight = Weight::Medium, .ink = tone_ink(p->tone, Ink::Ink2), .anchor = spot->anchor, .halo = Ink::Surface});
        }
    }

    // Outliers first, then the largest: when room is short the outliers keep their names.
    std::vector<const FunnelPoint*> labelled() const {
        std::vector<const FunnelPoint*> out;
        for (const FunnelPoint& p : page_.funnel)
            if (!p.is_few && (p.is_labelled || p.tone == Tone::Bad || p.tone == Tone::Good)) out.push_back(&p);
        const auto rank = [](const FunnelPoint* p) { return p->tone == Tone::Bad ? 0 : p->tone == Tone::Good ? 1 : 2; };
        sort_stably(out, [&](const FunnelPoint* a, const FunnelPoint* b) {
            return rank(a) != rank(b) ? rank(a) < rank(b) : a->n > b->n;
        });
        return out;
    }

    bool is_wide() const { return pen_.width() >= 376; }
    double legend_height() const { return is_wide() ? 20 : 38; }

    void legend() {
        double at = 0, line = pen_.height() - legend_height() + 9;
        const auto words = [&](const Phrase& phrase) {
            pen_.text(phrase.in(lang_), {at + 22, line}, {.ink = Ink::Ink2, .max_width = pen_.width() - at - 22});
            at += 22 + text_width(phrase.in(lang_), 11, Weight::Regular) + 20;
        };
        pen_.rect({at, line - 6, 16, 12}, Ink::Norm, 2);
        words(kChance);
        if (!is_wide()) at = 0, line += 18;
        pen_.rect({at, line - 6, 16, 12}, Ink::Sunken, 2);
        pen_.frame({at, line - 6, 16, 12}, Ink::Prev, 1, 2);
        words(kWide);
        pen_.dot({at + 8, line}, 4, Ink::None, Ink::Ink3, 1.5);
        words(kFew);
    }

    std::string summary() const {
        std::string below, above;
        for (const FunnelPoint& p : page_.funnel) {
            if (p.tone == Tone::Bad) below += (below.empty() ? "" : ", ") + p.name;
            if (p.tone == Tone::Good) above += (above.empty() ? "" : ", ") + p.name;
        }
        if (below.empty() && above.empty()) return std::string{kNobody.in(lang_)};
        std::string out = below.empty() ? "" : std::string{kBelow.in(lang_)} + ": " + below;
        if (!above.empty()) out += (out.empty() ? "" : "; ") + std::string{kAbove.in(lang_)} + ": " + above;
        return out;
    }

    const RatingPage& page_;
    Lang lang_;
    Pen pen_;
    Frame frame_{};
};

}  // namespace

Scene funnel(const RatingPage& page, double width, double height, Lang lang) { return FunnelPainter{page, width, height, lang}.paint(); }

}  // namespace problemator
