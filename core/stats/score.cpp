#include "core/stats/score.hpp"

#include <algorithm>
#include <cmath>

#include "core/stats/random.hpp"

namespace problemator {
namespace {

struct Part { AspectRule rule; Known known; double n = 0, weight = 0; };

double positive(double x) { return x > 1e-9 && std::isfinite(x) ? x : 1e-9; }

double mean_of(const Known& known) {
    struct {
        double operator()(const ShareKnown& s) const { return positive(s.alpha) / (positive(s.alpha) + positive(s.beta)); }
        double operator()(const RateKnown& r) const { return positive(r.shape) / positive(r.rate); }
        double operator()(const MeanKnown& m) const { return std::isfinite(m.mean) ? m.mean : 0; }
    } mean;
    return std::visit(mean, known);
}

double draw(const Known& known, Random& random) {
    if (const auto* s = std::get_if<ShareKnown>(&known)) return random.beta(positive(s->alpha), positive(s->beta));
    if (const auto* r = std::get_if<RateKnown>(&known)) return random.gamma(positive(r->shape)) / positive(r->rate);
    const auto& m = std::get<MeanKnown>(known);
    return mean_of(known) + random.normal() * (m.error > 0 && std::isfinite(m.error) ? m.error : 0);
}

double points_of(double figure, const AspectRule& rule) {
    const double width = rule.ceiling - rule.floor;
    if (width == 0 || !std::isfinite(width)) return figure >= rule.ceiling ? 1 : 0;
    return std::clamp((figure - rule.floor) / width, 0.0, 1.0);
}

// Rules with their evidence; weights sum to 1, or are all 0 when too little is known.
std::vector<Part> parts_of(std::span<const AspectRule> rules, std::span<const AspectKnown> known, double least_weight) {
    std::vector<Part> parts;
    double all = 0, kept = 0;
    for (const auto& rule : rules) {
        const double weight = rule.weight > 0 && std::isfinite(rule.weight) ? rule.weight : 0;
        const auto evidence = std::find_if(known.begin(), known.end(), [&](const AspectKnown& k) { return k.aspect == rule.aspect; });
        const bool is_known = evidence != known.end() && evidence->n >= std::max(rule.min_n, 1.0);
        parts.push_back({rule, evidence != known.end() ? evidence->known : Known{}, evidence != known.end() ? evidence->n : 0, is_known ? weight : 0});
        all += weight;
        kept += parts.back().weight;
    }
    const bool is_enough = kept > 0 && kept >= least_weight * all;
    for (auto& part : parts) part.weight = is_enough ? part.weight / kept : 0;
    return parts;
}

// The value is always within its interval, also where the cut at floor and ceiling moves the draws to one side.
Interval central(std::vector<double>& draws, double value) {   // reorders
    const auto place_of = [&](double p) { return draws.begin() + static_cast<std::ptrdiff_t>(p * static_cast<double>(draws.size() - 1) + 0.5); };
    const auto low = place_of(0.025), high = place_of(0.975);   // two of the sorted draws: the others need no order
    std::nth_element(draws.begin(), low, draws.end());
    const double least = *low;   // what follows moves it
    std::nth_element(low, high, draws.end());
    return {value, std::min(least, value), std::max(*high, value)};
}

// Of the points of the draws, which keep the order of the figures where more is better.
Interval central_points(const Interval& figure, std::vector<double>& draws, const AspectRule& rule) {
    if (rule.floor <= rule.ceiling) return {points_of(figure.value, rule), points_of(figure.low, rule), points_of(figure.high, rule)};
    for (double& drawn : draws) drawn = points_of(drawn, rule);
    return central(draws, points_of(figure.value, rule));
}

struct Drawn { std::vector<double> total; std::vector<std::vector<double>> figures; };

Drawn draw_all(const std::vector<Part>& parts, const ScoreOptions& options) {
    Random random{options.seed};
    const auto draws = static_cast<std::size_t>(std::clamp(options.draws, 1, 100'000));
    Drawn drawn{std::vector<double>(draws), std::vector<std::vector<double>>(parts.size())};
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (parts[i].weight <= 0) continue;
        drawn.figures[i].resize(draws);
        for (auto& figure : drawn.figures[i]) figure = draw(parts[i].known, random);
        for (std::size_t at = 0; at < draws; ++at) drawn.total[at] += 100 * parts[i].weight * points_of(drawn.figures[i][at], parts[i].rule);
    }
    return drawn;
}

bool is_scored(const std::vector<Part>& parts) {
    return std::any_of(parts.begin(), parts.end(), [](const Part& part) { return part.weight > 0; });
}

}  // namespace

Finding<Score> score(std::span<const AspectRule> rules, std::span<const AspectKnown> known, const ScoreOptions& options) {
    const auto parts = parts_of(rules, known, options.least_weight);
    double n = 0;
    for (const auto& part : parts) n = std::max(n, part.n);
    const auto least = static_cast<std::size_t>(std::clamp(n, 0.0, 1e15));
    if (!is_scored(parts)) return withheld<Score>(Reason::TooFewCounts, least);
    Drawn drawn = draw_all(parts, options);
    Score out;
    double total = 0;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        AspectScore aspect{parts[i].rule.aspect, parts[i].n, parts[i].weight, {}, {}};
        if (parts[i].weight > 0) {
            aspect.figure = central(drawn.figures[i], mean_of(parts[i].known));
            aspect.points = central_points(aspect.figure, drawn.figures[i], parts[i].rule);
            total += 100 * parts[i].weight * aspect.points.value;
        }
        out.aspects.push_back(aspect);
    }
    out.draws = drawn.total;   // those of several units belong together, draw by draw
    out.total = central(drawn.total, total);
    return found(std::move(out), least);
}

}  // namespace problemator
