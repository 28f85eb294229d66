// Coverage of the rating's intervals: 500 made municipalities of 25 departments whose true figures are known. How often does the 95 %
// interval hold the truth, by the number of answers, and where is it worst? Prints the table of docs/methods.md. Run: see README.md.
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <string>
#include <vector>

#include "core/stats/case_mix.hpp"
#include "core/stats/prior_mixture.hpp"
#include "core/stats/random.hpp"
#include "core/stats/ranks.hpp"
#include "core/stats/satisfaction.hpp"
#include "core/stats/score.hpp"
#include "core/stats/shrinkage.hpp"
#include "core/stats/wilson.hpp"

namespace {

using namespace problemator;

constexpr int kDepartments = 25, kStrata = 4;
constexpr const char* kStratum[kStrata] = {"5–9", "10–19", "20–49", "50–300"};
constexpr double kShareSteps[] = {0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.000001};   // true shares told apart for the worst case

int stratum_of(double n) { return n < 10 ? 0 : n < 20 ? 1 : n < 50 ? 2 : 3; }

struct Count {
    double hits = 0, all = 0;
    void add(bool is_hit) { hits += is_hit ? 1 : 0, all += 1; }
    double percent() const { return all > 0 ? 100 * hits / all : 0; }
};

// Coverage of one interval by answers, and by (answers, true share).
struct Method { Count by_n[kStrata]; std::map<int, Count> by_share[kStrata]; };
using Methods = std::map<std::string, Method>;

void note(Methods& methods, const char* name, double n, double share, const Interval& interval, double truth) {
    int step = 0;
    while (share >= kShareSteps[step + 1]) ++step;
    const bool is_hit = interval.low <= truth + 1e-12 && truth <= interval.high + 1e-12;
    auto& method = methods[name];
    method.by_n[stratum_of(n)].add(is_hit);
    method.by_share[stratum_of(n)][step].add(is_hit);
}

double draw_binomial(Random& random, double n, double p) {
    double x = 0;
    for (int i = 0; i < n; ++i) x += random.uniform() < p ? 1 : 0;
    return x;
}

struct Department { double n = 0, share = 0, in_time = 0, complete_share = 0, complete = 0; };

Department make_department(Random& random, double mean, double worth) {
    Department d;
    d.n = std::floor(std::exp(std::log(5.0) + random.uniform() * std::log(300.0 / 5)));   // as many small ones as large ones
    d.share = random.beta(mean * worth, (1 - mean) * worth);
    d.complete_share = random.beta(0.9 * 30, 0.1 * 30);
    d.in_time = draw_binomial(random, d.n, d.share);
    d.complete = draw_binomial(random, d.n, d.complete_share);
    return d;
}

void rate_shares(Methods& methods, const std::vector<Department>& departments, std::uint64_t seed) {
    std::vector<Portion> terms, complete;
    for (const auto& d : departments) terms.push_back({d.in_time, d.n}), complete.push_back({d.complete, d.n});
    const auto prior = *fit_prior(terms);
    const auto mixture = *fit_prior_mixture(terms), mixture2 = *fit_prior_mixture(complete);
    const std::vector<AspectRule> rules = {{Aspect::Terms, 0.6, 0, 1, 5}, {Aspect::Completeness, 0.4, 0, 1, 5}};
    std::vector<std::vector<double>> draws;
    for (const auto& d : departments) {
        note(methods, "1 share, Wilson", d.n, d.share, wilson(d.in_time, d.n), d.share);
        note(methods, "2 share shrunk, one prior", d.n, d.share, shrunk_interval({d.in_time, d.n}, prior), d.share);
        note(methods, "3 share shrunk, prior averaged", d.n, d.share, shrunk_interval({d.in_time, d.n}, mixture), d.share);
        const BetaPrior terms_known = posterior_of({d.in_time, d.n}, mixture), complete_known = posterior_of({d.complete, d.n}, mixture2);
        const std::vector<AspectKnown> known = {{Aspect::Terms, ShareKnown{terms_known.alpha, terms_known.beta}, d.n},
                                                {Aspect::Completeness, ShareKnown{complete_known.alpha, complete_known.beta}, d.n}};
        const ScoreOptions options{.draws = 600, .seed = seed + draws.size()};
        auto scored = score(rules, known, options);
        note(methods, "4 score of two aspects", d.n, d.share, scored->total, 60 * d.share + 40 * d.complete_share);
        draws.push_back(std::move(scored.value->draws));
    }
    const auto chances = rank_chances(draws);
    for (std::size_t i = 0; i < departments.size(); ++i) {
        const auto truth = [&](const Department& d) { return 60 * d.share + 40 * d.complete_share; };
        double place = 1;
        for (const auto& other : departments) place += truth(other) > truth(departments[i]) ? 1 : 0;
        note(methods, "5 range of places", departments[i].n, departments[i].share, {place, double(chances[i].range.low), double(chances[i].range.high)}, place);
    }
}

// Overdue by topic: four topics with their own shares; a department multiplies the odds of all. Truth: its true sum over the peers' true sum.
void rate_case_mix(Methods& methods, Random& random, double mean) {
    std::vector<std::uint32_t> unit, topic;
    std::vector<double> overdue, n(kDepartments), own(kDepartments), usual(kDepartments);
    for (std::uint32_t d = 0; d < kDepartments; ++d) {
        const double odds = std::exp(0.4 * random.normal());
        n[d] = std::floor(std::exp(std::log(5.0) + random.uniform() * std::log(300.0 / 5)));
        for (int i = 0; i < n[d]; ++i) {
            const auto t = static_cast<std::uint32_t>(random.uniform() * 4);
            const double base = (1 - mean) * (0.5 + t / 3.0), p = odds * base / (1 - base + odds * base);
            unit.push_back(d), topic.push_back(t), overdue.push_back(random.uniform() < p ? 1 : 0);
            own[d] += p, usual[d] += base;
        }
    }
    struct { const char* name; CaseMixInterval interval; CountInterval count; } const kinds[] = {
        {"6 O/E, Wilson over expected", CaseMixInterval::Share, CountInterval::Exact}, {"7 O/E, exact Poisson", CaseMixInterval::Count, CountInterval::Exact},
        {"8 O/E, mid-p Poisson", CaseMixInterval::Count, CountInterval::MidP}, {"9 O/E, Byar", CaseMixInterval::Count, CountInterval::Byar}};
    for (const auto& kind : kinds) {
        const auto units = case_mix({unit, {topic}, overdue}, {.min_peers = 20, .kept_columns = 0, .peers = Peers::Others, .interval = kind.interval, .count = kind.count});
        for (const auto& u : units)   // the expected sum as found: the interval speaks of this department's chance, not of the yardstick's
            if (u.ratio) note(methods, kind.name, n[u.unit], 1 - own[u.unit] / n[u.unit], *u.ratio, own[u.unit] / u.expected);
    }
}

void rate_answers(Methods& methods, Random& random) {
    constexpr double kShapes[][5] = {{.05, .05, .1, .2, .6}, {.3, .1, .1, .1, .4}, {.1, .2, .4, .2, .1}, {.02, .02, .04, .12, .8}};
    for (const auto& shape : kShapes) {
        const double n = std::floor(std::exp(std::log(5.0) + random.uniform() * std::log(300.0 / 5)));
        double truth = 0, good = shape[3] + shape[4];
        for (int level = 0; level < 5; ++level) truth += shape[level] * (level + 1);
        std::vector<double> answers;
        for (int i = 0; i < n; ++i) {
            double u = random.uniform();
            int level = 0;
            while (level < 4 && u >= shape[level]) u -= shape[level++];
            answers.push_back(level + 1);
        }
        const auto found = satisfaction(answers, 0, {.draws = 1000, .seed = 7});
        note(methods, "A satisfaction, mean", n, good, found->mean, truth);
    }
}

void print(const Methods& methods) {
    std::printf("| Interval |");
    for (const auto* name : kStratum) std::printf(" n = %s |", name);
    std::printf(" all | worst |\n| --- | --- | --- | --- | --- | --- | --- |\n");
    for (const auto& [name, method] : methods) {
        std::printf("| %s |", name.c_str() + 2);
        Count all;
        double worst = 100;
        std::string where;
        for (int s = 0; s < kStrata; ++s) {
            std::printf(" %.1f |", method.by_n[s].percent());
            all.hits += method.by_n[s].hits, all.all += method.by_n[s].all;
            for (const auto& [step, count] : method.by_share[s]) {
                if (count.all < 150 || count.percent() >= worst) continue;
                worst = count.percent();
                char text[80];
                std::snprintf(text, sizeof text, "n %s, share %.2f–%.2f", kStratum[s], kShareSteps[step], std::min(kShareSteps[step + 1], 1.0));
                where = text;
            }
        }
        std::printf(" %.1f | %.1f (%s) |\n", all.percent(), worst, where.c_str());
    }
}

// All outcomes of Binomial(n, p) weighed by their chance: no simulation.
void print_exact_wilson() {
    std::printf("\n| n | mean over p = 0.01…0.99 | worst | at p |\n| --- | --- | --- | --- |\n");
    for (const int n : {5, 6, 7, 8, 9, 10, 15, 20, 30, 50, 100, 300}) {
        double sum = 0, worst = 1, at = 0;
        for (int i = 1; i < 100; ++i) {
            const double p = i / 100.0;
            double covered = 0, chance = n * std::log(1 - p);   // logarithm
            for (int x = 0; x <= n; ++x) {
                const auto interval = wilson(x, n);
                if (interval.low <= p && p <= interval.high) covered += std::exp(chance);
                chance += std::log((n - x) * p / ((x + 1) * (1 - p)));
            }
            sum += covered / 99;
            if (covered < worst) worst = covered, at = p;
        }
        std::printf("| %d | %.1f | %.1f | %.2f |\n", n, 100 * sum, 100 * worst, at);
    }
}

}  // namespace

int main(int argc, char** argv) {
    const int municipalities = argc > 1 ? std::max(1, std::atoi(argv[1])) : 500;
    constexpr double kMeans[] = {0.65, 0.8, 0.9}, kWorth[] = {6, 20, 60};
    Methods methods;
    Random random{20261121};
    for (int m = 0; m < municipalities; ++m) {
        const double mean = kMeans[m % 3], worth = kWorth[m / 3 % 3];
        std::vector<Department> departments;
        for (int d = 0; d < kDepartments; ++d) departments.push_back(make_department(random, mean, worth));
        rate_shares(methods, departments, static_cast<std::uint64_t>(m) * 100);
        rate_case_mix(methods, random, mean);
        for (int i = 0; i < 6; ++i) rate_answers(methods, random);
    }
    print(methods);
    print_exact_wilson();
}
