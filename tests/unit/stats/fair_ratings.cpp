// Fair ratings against R (tests/reference/ratings.R): exact intervals, funnels, empirical Bayes, case mix, groups, scores.
#include <gtest/gtest.h>

#include <cmath>

#include "core/stats/case_mix.hpp"
#include "core/stats/funnel.hpp"
#include "core/stats/poisson_interval.hpp"
#include "core/stats/ranks.hpp"
#include "core/stats/rate_shrinkage.hpp"
#include "core/stats/score.hpp"
#include "core/stats/shrinkage.hpp"
#include "core/stats/special.hpp"
#include "core/stats/wilson.hpp"
#include "tests/unit/stats/vectors.hpp"

namespace problemator {
namespace {

void expect_near(double value, double expected, double part = 1e-8) { EXPECT_NEAR(value, expected, part * std::max(1.0, std::abs(expected))); }

void expect_limits(const FunnelLimit& limit, const VectorRow& row, const std::string& prefix = "") {
    expect_near(limit.low95, number(row, prefix + "low95"));
    expect_near(limit.high95, number(row, prefix + "high95"));
    expect_near(limit.low998, number(row, prefix + "low998"));
    expect_near(limit.high998, number(row, prefix + "high998"));
}

TEST(PoissonInterval, ExactMidPAndByarAreThoseOfR) {
    for (const auto& row : read_vectors("poisson_interval.csv")) {
        const double y = number(row, "count");
        struct { CountInterval kind; const char* low; const char* high; } const kinds[] = {{CountInterval::Exact, "low", "high"}, {CountInterval::MidP, "mid_low", "mid_high"}, {CountInterval::Byar, "byar_low", "byar_high"}};
        for (const auto& k : kinds) {
            const auto interval = poisson_interval(y, k.kind);
            EXPECT_EQ(interval.value, y);
            expect_near(interval.low, number(row, k.low));
            expect_near(interval.high, number(row, k.high));
        }
    }
}

TEST(PoissonInterval, HostileCountsStayFinite) {
    for (const double y : {-3.0, 0.0, 1e9, 1e15, std::nan(""), HUGE_VAL})
        for (const auto kind : {CountInterval::Exact, CountInterval::MidP, CountInterval::Byar}) EXPECT_TRUE(std::isfinite(poisson_interval(y, kind).high)) << y;
    EXPECT_EQ(observed_to_expected(5, 0).reason, Reason::TooFewCounts);
    EXPECT_NEAR(observed_to_expected(15, 20)->value, 0.75, 1e-12);
}

TEST(Funnel, PoissonLimitsAreExactAndThePublishedOnes) {
    for (const auto& row : read_vectors("funnel_poisson.csv")) expect_limits(poisson_funnel(number(row, "n")), row);
    EXPECT_NEAR(poisson_funnel(20).low95, .610826, 1e-6);      // FunnelPlotR
    EXPECT_NEAR(poisson_funnel(30).high998, 1.7027708, 1e-6);
}

TEST(Funnel, BinomialAndArcsineLimitsAreThoseOfR) {
    for (const auto& row : read_vectors("funnel_share.csv")) {
        const double target = number(row, "target"), n = number(row, "n");
        expect_limits(word(row, "kind") == "binomial" ? binomial_funnel(target, n) : share_funnel(target, n), row);
    }
}

TEST(Funnel, OverdispersionWidensTheLimitsAsInR) {
    const auto rows = read_vectors("funnel_spread.csv");
    double all = 0, successes = 0;
    for (const auto& row : rows) {
        all += number(row, "n");
        successes += number(row, "x");
    }
    const double target = successes / all;
    std::vector<FunnelDistance> shares, ratios, calm;
    for (const auto& row : rows) {
        shares.push_back(share_point(number(row, "x"), number(row, "n"), target));
        ratios.push_back(ratio_point(number(row, "observed"), number(row, "expected")));
        calm.push_back({shares.back().z / 9, shares.back().s});
        expect_near(shares.back().z, number(row, "z_share"));
        expect_near(ratios.back().z, number(row, "z_ratio"));
    }
    const Overdispersion found[] = {*overdispersion(shares), *overdispersion(ratios), *overdispersion(shares, 0), *overdispersion(calm)};
    const auto expected = read_vectors("overdispersion.csv");
    for (std::size_t i = 0; i < 4; ++i) {
        expect_near(found[i].phi, number(expected[i], "phi"));
        expect_near(found[i].tau2, number(expected[i], "tau2"));
    }
    EXPECT_EQ(found[3].tau2, 0);   // less than chance is read as chance
    for (const auto& row : rows) {
        expect_limits(share_funnel(target, number(row, "n"), found[0], Spread::Added), row, "share_added_");
        expect_limits(share_funnel(target, number(row, "n"), found[0], Spread::Multiplied), row, "share_multiplied_");
        expect_limits(ratio_funnel(number(row, "expected"), found[1], Spread::Added), row, "ratio_added_");
        expect_limits(ratio_funnel(number(row, "expected"), found[1], Spread::Multiplied), row, "ratio_multiplied_");
    }
}

TEST(Funnel, FewUnitsAndOddNumbersSayNothing) {
    EXPECT_EQ(overdispersion({}).reason, Reason::TooFewCounts);
    const std::vector<FunnelDistance> odd(9, FunnelDistance{std::nan(""), 1});
    EXPECT_FALSE(overdispersion(odd));
    EXPECT_EQ(poisson_funnel(-1).high95, 0);
    EXPECT_TRUE(std::isfinite(poisson_funnel(1e12).high998));
    EXPECT_TRUE(std::isfinite(binomial_funnel(0, 1e12).high998));
    EXPECT_EQ(binomial_funnel(1, 5).high95, 1);
}

TEST(FairRatings, NumbersThatAreNoneNeverComeOut) {
    const double nan = std::nan(""), odd[] = {nan, HUGE_VAL, -HUGE_VAL, -1, 0, 1e300};
    const auto expect_finite = [](const FunnelLimit& limit) { EXPECT_TRUE(std::isfinite(limit.low95) && std::isfinite(limit.high95) && std::isfinite(limit.low998) && std::isfinite(limit.high998)); };
    for (const double a : odd) {
        for (const double b : odd) {
            EXPECT_TRUE(std::isfinite(wilson(a, b).low) && std::isfinite(wilson(a, b).high)) << a << " " << b;
            for (const auto& limit : {binomial_funnel(a, b), share_funnel(a, b), poisson_funnel(b), ratio_funnel(b)}) expect_finite(limit);
            EXPECT_TRUE(std::isfinite(ratio_point(a, b).z) && std::isfinite(share_point(a, b, a).z)) << a << " " << b;
            const std::vector<Rate> rates = {{a, b}, {b, a}, {3, 10}, {5, 9}};
            const auto prior = fit_rates(rates);
            EXPECT_TRUE(!prior || std::isfinite(shrunk_rate({a, b}, *prior).high)) << a << " " << b;
            const std::vector<std::uint32_t> unit = {1, 2, 2}, topic = {1, 1, 1};
            const std::vector<double> outcome = {a, b, 1};
            for (const auto& u : case_mix({unit, {topic}, outcome}, {.min_peers = 1, .interval = CaseMixInterval::Amount})) EXPECT_TRUE(!u.ratio || std::isfinite(u.ratio->high));
        }
    }
}

TEST(RateShrinkage, AgreesWithSpdepAndGammaQuantiles) {
    std::map<std::string, std::vector<VectorRow>> sets;
    for (const auto& row : read_vectors("marshall.csv")) sets[word(row, "set")].push_back(row);
    for (const auto& [name, rows] : sets) {
        std::vector<Rate> rates;
        for (const auto& row : rows) rates.push_back({number(row, "events"), number(row, "exposure")});
        const auto prior = fit_rates(rates);
        ASSERT_TRUE(prior) << name;
        EXPECT_NEAR(prior->mean, number(rows[0], "mean"), 1e-12);
        EXPECT_NEAR(prior->variance, number(rows[0], "variance"), 1e-12);
        for (std::size_t i = 0; i < rows.size(); ++i) {
            const auto shrunk = shrunk_rate(rates[i], *prior);
            EXPECT_NEAR(shrunk.value, number(rows[i], "shrunk"), 1e-12);
            if (is_missing(rows[i], "low")) continue;
            EXPECT_NEAR(shrunk.low, number(rows[i], "low"), 1e-9);
            EXPECT_NEAR(shrunk.high, number(rows[i], "high"), 1e-9);
        }
    }
    EXPECT_EQ(sets.size(), 3u);
}

TEST(RateShrinkage, SpreadBelowChancePoolsFully) {
    const std::vector<Rate> even = {{10, 100}, {20, 200}, {31, 300}};
    const auto prior = fit_rates(even);
    EXPECT_EQ(prior->variance, 0);
    EXPECT_NEAR(shrunk_rate({10, 100}, *prior).value, 61 / 600.0, 1e-12);
    EXPECT_LT(shrunk_rate({10, 100}, *prior).low, 61 / 600.0);
    EXPECT_EQ(fit_rates({}).reason, Reason::TooFewCounts);
    const std::vector<Rate> none = {{0, 5}, {0, 9}, {3, 0}, {std::nan(""), 4}};
    EXPECT_EQ(fit_rates(none).reason, Reason::NoVariation);
}

TEST(Shrinkage, PosteriorIntervalIsThatOfR) {
    for (const auto& row : read_vectors("shrunk.csv")) {
        const auto shrunk = shrunk_interval({number(row, "x"), number(row, "n")}, {number(row, "alpha"), number(row, "beta")});
        EXPECT_NEAR(shrunk.value, number(row, "mean"), 1e-12);
        EXPECT_NEAR(shrunk.low, number(row, "low"), 1e-9);
        EXPECT_NEAR(shrunk.high, number(row, "high"), 1e-9);
    }
}

struct Messages { std::vector<std::uint32_t> unit, topic, channel, month; std::vector<double> outcome, time; };

Messages messages() {
    Messages m;
    for (const auto& row : read_vectors("case_mix_data.csv")) {
        const auto code = [&](const char* key) { return static_cast<std::uint32_t>(number(row, key)); };
        m.unit.push_back(code("unit"));
        m.topic.push_back(code("topic"));
        m.channel.push_back(code("channel"));
        m.month.push_back(code("month"));
        m.outcome.push_back(number(row, "outcome"));
        m.time.push_back(number(row, "time"));
    }
    return m;
}

TEST(CaseMix, ExpectedAndPooledAreThoseOfAPlainLoopInR) {
    const Messages m = messages();
    for (const auto& row : read_vectors("case_mix.csv")) {
        const bool is_time = word(row, "outcome") == "time";
        CaseMixOptions options;
        options.min_peers = number(row, "least");
        options.kept_columns = static_cast<std::size_t>(number(row, "kept"));
        options.peers = word(row, "peers") == "all" ? Peers::All : Peers::Others;
        options.interval = is_time ? CaseMixInterval::Amount : CaseMixInterval::Share;
        const auto units = case_mix({m.unit, {m.topic, m.channel, m.month}, is_time ? m.time : m.outcome}, options);
        ASSERT_EQ(units.size(), 6u);
        const auto& unit = units[static_cast<std::size_t>(number(row, "unit")) - 1];
        EXPECT_EQ(unit.n, number(row, "n"));
        EXPECT_EQ(unit.pooled, number(row, "pooled"));
        EXPECT_EQ(unit.left_out, number(row, "left_out"));
        expect_near(unit.observed, number(row, "observed"));
        expect_near(unit.expected, number(row, "expected"));
        expect_near(unit.variance, number(row, "variance"));
        EXPECT_EQ(bool{unit.ratio}, unit.n > 0);
    }
}

TEST(CaseMix, HousingIsNoWorseThanCultureWhenItsTopicsAreHarder) {
    // Topic 1 is overdue in 40 % for everybody, topic 2 in 5 %; department 1 gets the hard one, 2 the easy one, 3 and 4 both.
    CaseMix mix;
    std::vector<std::uint32_t> unit, topic;
    std::vector<double> overdue;
    const auto add = [&](std::uint32_t u, std::uint32_t t, int n, int late) {
        for (int i = 0; i < n; ++i) unit.push_back(u), topic.push_back(t), overdue.push_back(i < late ? 1 : 0);
    };
    add(1, 1, 100, 40), add(2, 2, 100, 5), add(3, 1, 50, 20), add(3, 2, 60, 3), add(4, 1, 50, 20), add(4, 2, 40, 2);
    const auto units = case_mix({unit, {topic}, overdue}, {});
    for (const auto& u : units) {
        EXPECT_NEAR(u.ratio->value, 1, 1e-9) << u.unit;
        EXPECT_EQ(rating_group(*u.ratio, 1, static_cast<double>(u.n), Best::Low), RatingGroup::Within);
    }
}

TEST(CaseMix, SumsAgreeWhenEverybodyIsAPeer) {
    const Messages m = messages();
    CaseMixOptions options;
    options.peers = Peers::All;
    options.min_peers = 1;
    double observed = 0, expected = 0;
    for (const auto& unit : case_mix({m.unit, {m.topic, m.channel, m.month}, m.outcome}, options)) {
        observed += unit.observed;
        expected += unit.expected;
    }
    EXPECT_NEAR(observed, expected, 1e-9);
}

TEST(CaseMix, OddColumnsDoNoHarm) {
    EXPECT_TRUE(case_mix({}, {}).empty());
    const std::vector<std::uint32_t> unit = {7, 7, 7}, shorter = {1, 2};
    const std::vector<double> outcome = {1, std::nan(""), 0};
    const auto alone = case_mix({unit, {shorter}, outcome}, {});
    ASSERT_EQ(alone.size(), 1u);
    EXPECT_EQ(alone[0].left_out, 1u);
    EXPECT_EQ(alone[0].ratio.reason, Reason::TooFewCounts);
}

TEST(Ranks, ChancesOfTheThirdsFollowTheOrder) {
    std::vector<ScorePosterior> units;
    for (int i = 0; i < 6; ++i) units.push_back({{900.0 - 100 * i, 100.0 + 100 * i, 1}});
    const auto chances = rank_chances(units, 1000, 7);
    EXPECT_EQ(chances[0].top_third, 1);
    EXPECT_EQ(chances[5].bottom_third, 1);
    EXPECT_EQ(chances[3].top_third, 0);
    EXPECT_NEAR(chances[2].mean_place, 3, 1e-9);
    const std::vector<ScorePosterior> twins(9, ScorePosterior{{8, 2, 1}});
    double sum = 0;
    for (const auto& chance : rank_chances(twins, 3000, 7)) {
        EXPECT_NEAR(chance.top_third, 1 / 3.0, 0.04);
        sum += chance.top_third;
    }
    EXPECT_NEAR(sum, 3, 1e-9);   // of nine, three are always there
}

TEST(Ranks, DrawsMadeElsewhereRankTheSameAndTwoUnitsHaveNoThirds) {
    const std::vector<std::vector<double>> draws = {{1, 5, 1, 1}, {2, 2, 2, 2}, {3, 3, 3, std::nan("")}};
    const auto chances = rank_chances(draws);
    EXPECT_EQ(chances[0].top_third, 0.25);
    EXPECT_EQ(chances[1].top_third, 0.25);
    EXPECT_EQ(chances[2].bottom_third, 0.25);
    EXPECT_EQ(rank_chances(std::span{draws}.first(2))[0].top_third, 0);
    EXPECT_TRUE(rank_chances(std::span<const std::vector<double>>{}).empty());
}

TEST(RatingGroup, ColoursOnlyWhenTheIntervalExcludesTheReferenceAndDataSuffice) {
    struct { Interval interval; double n; Best best; RatingGroup expected; } const table[] = {
        {{.9, .85, .95}, 50, Best::High, RatingGroup::Better}, {{.9, .85, .95}, 50, Best::Low, RatingGroup::Worse},
        {{.7, .6, .79}, 50, Best::High, RatingGroup::Worse},   {{.7, .6, .8}, 50, Best::High, RatingGroup::Within},
        {{.1, 0, .3}, 9, Best::High, RatingGroup::Few},        {{.1, 0, .3}, 4, Best::High, RatingGroup::None},
        {{.1, 0, .3}, std::nan(""), Best::High, RatingGroup::None}};
    for (const auto& t : table) EXPECT_EQ(rating_group(t.interval, 0.8, t.n, t.best), t.expected) << t.n;
}

const std::vector<AspectRule> kRules = {{Aspect::Quantity, 20, 0, 10, 1}, {Aspect::Terms, 50, 0.5, 1, 10}, {Aspect::Completeness, 30, 1, 0, 10}};

TEST(Score, PointsFollowFloorAndCeilingAndWeights) {
    const std::vector<AspectKnown> known = {{Aspect::Quantity, MeanKnown{5, 0}, 40}, {Aspect::Terms, ShareKnown{900, 100}, 1000}, {Aspect::Completeness, ShareKnown{100, 900}, 1000}};
    const auto found = score(kRules, known);
    ASSERT_TRUE(found);
    EXPECT_NEAR(found->total.value, 20 * 0.5 + 50 * 0.8 + 30 * 0.9, 1e-9);   // the last: less is better
    EXPECT_EQ(found->aspects[0].points.low, 0.5);
    EXPECT_NEAR(found->aspects[1].figure.low, beta_quantile(900, 100, 0.025), 2e-3);
    EXPECT_EQ(found->aspects[2].n, 1000);
    EXPECT_LT(found->total.low, found->total.value);
    EXPECT_EQ(found->total.low, score(kRules, known)->total.low);            // same seed, same interval
}

TEST(Score, AspectsWithoutDataPassTheirWeightOnUntilTooLittleIsLeft) {
    std::vector<AspectKnown> known = {{Aspect::Terms, ShareKnown{900, 100}, 1000}, {Aspect::Completeness, ShareKnown{2, 2}, 3}};
    const auto found = score(kRules, known);
    ASSERT_TRUE(found);
    EXPECT_NEAR(found->total.value, 80, 1e-9);
    EXPECT_EQ(found->aspects[2].weight, 0);
    EXPECT_EQ(found->aspects[2].n, 3);
    known[0].n = 9;
    EXPECT_EQ(score(kRules, known).reason, Reason::TooFewCounts);
    EXPECT_FALSE(score({}, {}));
}

TEST(Score, IntervalOfASumIsThatOfItsParts) {
    const std::vector<AspectRule> rules = {{Aspect::Terms, 1, 0, 1, 1}, {Aspect::Completeness, 1, 0, 1, 1}};
    const std::vector<AspectKnown> known = {{Aspect::Terms, ShareKnown{80, 20}, 100}, {Aspect::Completeness, ShareKnown{160, 40}, 200}};
    const auto found = score(rules, known, {.draws = 20'000});
    const double error = 50 * std::sqrt(0.16 / 101 + 0.16 / 201);
    EXPECT_NEAR(found->total.low, 80 - 1.96 * error, 0.35);
    EXPECT_NEAR(found->total.high, 80 + 1.96 * error, 0.35);
    EXPECT_EQ(score(rules, known, {.draws = 500})->draws.size(), 500u);
}

TEST(Score, HostileEvidenceGivesFiniteNumbers) {
    const std::vector<AspectRule> rules = {{Aspect::Quantity, 1, 3, 3, 0}, {Aspect::Terms, HUGE_VAL, 0, 1, 1}, {Aspect::Completeness, 2, 0, 1, 1}};
    const std::vector<AspectKnown> known = {{Aspect::Quantity, MeanKnown{std::nan(""), HUGE_VAL}, 10}, {Aspect::Completeness, ShareKnown{-1, std::nan("")}, 5}};
    const auto found = score(rules, known, {.draws = 300});
    ASSERT_TRUE(found);
    EXPECT_TRUE(std::isfinite(found->total.value) && std::isfinite(found->total.low) && std::isfinite(found->total.high));
}

}  // namespace
}  // namespace problemator
