// Ratings: 500 made municipalities of 20 departments with topics of unequal difficulty, three of them slow. Whom does the fair rating put
// into «хуже», whom the plain share, and whom a table of places? Prints the tables of docs/methods.md. Run: see README.md.
#include <algorithm>
#include <cstdlib>
#include <numeric>
#include <string>

#include "core/stats/case_mix.hpp"
#include "core/stats/prior_mixture.hpp"
#include "core/stats/ranks.hpp"
#include "core/stats/score.hpp"
#include "core/stats/wilson.hpp"
#include "tests/reference/simulation/made.hpp"

namespace {

using namespace problemator;
using namespace problemator::made;

constexpr std::size_t kDepartments = 20, kSlow = 3, kTopics = 8, kMonths = 6;
constexpr double kOdds[] = {1.5, 2, 3, 5};                             // of being late, times a fair department's
constexpr double kLate[kTopics] = {0.30, 0.25, 0.20, 0.15, 0.10, 0.08, 0.05, 0.03};
constexpr const char* kSize[] = {"10–29", "30–99", "100–400"};
std::size_t size_of(double n) { return n < 30 ? 0u : n < 100 ? 1u : 2u; }

struct Department { double n = 0, late = 0, odds = 1; bool is_slow = false; std::size_t effect = 0; };
struct Municipality {
    std::vector<Department> departments;
    std::vector<std::uint32_t> unit, topic, month;
    std::vector<double> late;
};

/// Two topics side by side make most of a department's work: housing has hard ones, culture easy ones.
std::uint32_t topic_for(Random& random, std::size_t main) {
    const double u = random.uniform();
    return static_cast<std::uint32_t>(u < 0.5 ? main : u < 0.8 ? (main + 1) % kTopics : draw_below(random, kTopics));
}

Municipality make_municipality(Random& random) {
    Municipality m;
    for (std::uint32_t d = 0; d < kDepartments; ++d) {
        Department department{.n = std::floor(10 * std::exp(random.uniform() * std::log(40.0))), .late = 0, .odds = 1, .is_slow = d < kSlow, .effect = draw_below(random, std::size(kOdds))};
        if (department.is_slow) department.odds = kOdds[department.effect];
        const std::size_t main = draw_below(random, kTopics);
        for (int i = 0; i < department.n; ++i) {
            const std::uint32_t topic = topic_for(random, main);
            const double p = department.odds * kLate[topic] / (1 - kLate[topic] + department.odds * kLate[topic]);
            m.unit.push_back(d), m.topic.push_back(topic), m.month.push_back(static_cast<std::uint32_t>(draw_below(random, kMonths)));
            m.late.push_back(random.uniform() < p ? 1 : 0);
            department.late += m.late.back();
        }
        m.departments.push_back(department);
    }
    return m;
}

struct Verdicts {
    Share fair, fair_by_size[std::size(kSize)], slow[std::size(kOdds)], slow_by_size[std::size(kSize)];
    double worse = 0, wrong = 0;
    void note(const Department& d, bool is_worse) {
        if (d.is_slow) slow[d.effect].add(is_worse), slow_by_size[size_of(d.n)].add(is_worse);
        else fair.add(is_worse), fair_by_size[size_of(d.n)].add(is_worse);
        worse += is_worse ? 1 : 0, wrong += is_worse && !d.is_slow ? 1 : 0;
    }
};

bool is_worse(const Interval& interval, double reference, double n) { return rating_group(interval, reference, n, Best::Low) == RatingGroup::Worse; }

void by_case_mix(Verdicts& columns3, Verdicts& columns1, const Municipality& m) {
    const auto note = [&](Verdicts& out, const CaseMix& mix) {
        for (const auto& u : case_mix(mix)) out.note(m.departments[u.unit], u.ratio && is_worse(*u.ratio, 1, static_cast<double>(u.n)));
    };
    note(columns3, {m.unit, {m.topic, m.month}, m.late});
    note(columns1, {m.unit, {m.topic}, m.late});
}

void by_share(Verdicts& plain, Verdicts& shrunk, const Municipality& m) {
    std::vector<Portion> portions;
    double late = 0, all = 0;
    for (const auto& d : m.departments) portions.push_back({d.late, d.n}), late += d.late, all += d.n;
    const auto mixture = fit_prior_mixture(portions);
    for (std::size_t i = 0; i < kDepartments; ++i) {
        const Department& d = m.departments[i];
        plain.note(d, is_worse(wilson(d.late, d.n), late / all, d.n));
        shrunk.note(d, mixture && is_worse(shrunk_interval(portions[i], *mixture), late / all, d.n));
    }
}

/// Places: the last three by the share in time, as league tables do; and P(bottom third) ≥ 0.95 by joint draws of the score.
void by_place(Verdicts& last, Verdicts& third, const Municipality& m, std::uint64_t seed) {
    std::vector<Portion> portions;
    for (const auto& d : m.departments) portions.push_back({d.n - d.late, d.n});
    const auto mixture = fit_prior_mixture(portions);
    const std::vector<AspectRule> rules = {{Aspect::Terms, 1, 0, 1, 5}};
    std::vector<std::vector<double>> draws;
    for (std::size_t i = 0; i < kDepartments; ++i) {
        const BetaPrior known = posterior_of(portions[i], *mixture);
        const std::vector<AspectKnown> aspects = {{Aspect::Terms, ShareKnown{known.alpha, known.beta}, portions[i].n}};
        draws.push_back(score(rules, aspects, {.draws = 1000, .seed = seed + i, .least_weight = 0.5})->draws);
    }
    const auto chances = rank_chances(draws);
    std::vector<std::size_t> order(kDepartments);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return m.departments[a].late / m.departments[a].n > m.departments[b].late / m.departments[b].n; });
    for (std::size_t place = 0; place < kDepartments; ++place) last.note(m.departments[order[place]], place < kSlow);
    for (std::size_t i = 0; i < kDepartments; ++i) third.note(m.departments[i], chances[i].bottom_third >= 0.95);
}

void print(const char* name, const Verdicts& v) {
    std::printf("| %s | %.1f | %.0f |", name, v.fair.percent(), v.worse > 0 ? 100 * v.wrong / v.worse : 0.0);
    for (const Share& share : v.slow) std::printf(" %.0f |", share.percent());
    std::printf("\n");
}

void print_sizes(const Verdicts& v) {
    std::printf("\n| Messages of the department | fair ones in «хуже», %% | slow ones in «хуже», %% |\n| --- | --- | --- |\n");
    for (std::size_t s = 0; s < std::size(kSize); ++s) std::printf("| %s | %.1f | %.0f |\n", kSize[s], v.fair_by_size[s].percent(), v.slow_by_size[s].percent());
}

}  // namespace

int main(int argc, char** argv) {
    const int municipalities = argc > 1 ? std::max(1, std::atoi(argv[1])) : 500;
    Verdicts columns3, columns1, plain, shrunk, last, third;
    Random random{20261121};
    for (int i = 0; i < municipalities; ++i) {
        const Municipality m = make_municipality(random);
        by_case_mix(columns3, columns1, m);
        by_share(plain, shrunk, m);
        by_place(last, third, m, static_cast<std::uint64_t>(i) * 100);
    }
    std::printf("| Who is «хуже» | fair ones, %% | fair among «хуже», %% |");
    for (const double odds : kOdds) std::printf(" slow ×%g, %% |", odds);
    std::printf("\n| --- | --- | --- | --- | --- | --- | --- |\n");
    print("observed/expected by topic × month, its interval above 1", columns3);
    print("observed/expected by topic", columns1);
    print("plain share late, Wilson's interval above the municipality's", plain);
    print("the same share shrunk", shrunk);
    print("P(last third) ≥ 0.95 of the score", third);
    print("the last three places", last);
    print_sizes(columns3);
}
