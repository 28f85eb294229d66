#include <gtest/gtest.h>

#include <cmath>

#include "core/stats/funnel.hpp"
#include "core/stats/multiple_testing.hpp"
#include "core/stats/ranks.hpp"
#include "core/stats/shrinkage.hpp"
#include "core/stats/wilson.hpp"

namespace problemator {
namespace {

TEST(Wilson, AgreesWithStatsmodelsAndR) {
    struct { double x, n, low, high; } const table[] = {{18, 20, 0.6989663548, 0.9721335188}, {4, 20, 0.0806576626, 0.4160174323}, {4, 200, 0.0078044264, 0.0502870869}};
    for (const auto& t : table) {
        const auto interval = wilson(t.x, t.n);
        EXPECT_NEAR(interval.low, t.low, 1e-9);
        EXPECT_NEAR(interval.high, t.high, 1e-9);
    }
}

TEST(Wilson, NothingIsKnownWithoutData) {
    EXPECT_EQ(wilson(0, 0).low, 0);
    EXPECT_EQ(wilson(0, 0).high, 1);
}

TEST(BenjaminiHochberg, AgreesWithThePublishedVector) {
    const std::vector<double> p = {.001, .008, .039, .041, .042, .06, .074, .205, .212, .216};
    const std::vector<double> q = {.01, .04, .084, .084, .084, .1, .1057142857, .216, .216, .216};
    const auto found = benjamini_hochberg(p);
    for (std::size_t i = 0; i < p.size(); ++i) EXPECT_NEAR(found[i], q[i], 1e-9) << i;
}

TEST(BenjaminiHochberg, CellsThatWereLookedAtAndLeftOutCount) {
    EXPECT_NEAR(benjamini_hochberg({0.01}, 5)[0], 0.05, 1e-12);
    EXPECT_TRUE(benjamini_hochberg({}).empty());
}

TEST(Shrinkage, PriorFromMomentsIsTheKnownOne) {
    const auto prior = beta_from_moments(0.8, 0.01);
    EXPECT_NEAR(prior.alpha, 12, 1e-9);
    EXPECT_NEAR(prior.beta, 3, 1e-9);
}

TEST(Shrinkage, SmallUnitsMoveMoreThanLargeOnes) {
    const std::vector<Portion> units = {{5, 10}, {450, 500}, {30, 60}, {95, 100}, {3, 3}};
    const auto prior = fit_prior(units);
    ASSERT_TRUE(prior.has_value());
    const double mean = (5 + 450 + 30 + 95 + 3) / (10.0 + 500 + 60 + 100 + 3);
    EXPECT_NEAR(prior->alpha / (prior->alpha + prior->beta), mean, 1e-9);
    EXPECT_LT(shrunk_share({3, 3}, *prior), 1.0);
    EXPECT_GT(shrunk_share({3, 3}, *prior), mean);
    EXPECT_LT(std::abs(shrunk_share({450, 500}, *prior) - 0.9), std::abs(shrunk_share({3, 3}, *prior) - 1.0));
}

TEST(Shrinkage, UnitsThatDifferByChanceAlonePoolAlmostFully) {
    const auto prior = fit_prior({{80, 100}, {81, 100}, {79, 100}, {80, 100}});
    ASSERT_TRUE(prior.has_value());
    EXPECT_NEAR(prior->alpha + prior->beta, 200, 1e-9);
    EXPECT_FALSE(fit_prior({}).has_value());
    EXPECT_FALSE(fit_prior({{0, 0}}).has_value());
}

TEST(Funnel, LimitsNarrowWithTheSquareRootOfN) {
    const auto few = funnel_limit(0.5, 25), many = funnel_limit(0.5, 100);
    EXPECT_NEAR(few.high95 - 0.5, 0.19599639845, 1e-9);
    EXPECT_NEAR(many.high95 - 0.5, 0.097998199227, 1e-9);
    EXPECT_NEAR(many.low998, 0.5 - 0.05 * 3.090232306167813, 1e-9);
    EXPECT_EQ(funnel_limit(0.99, 2).high95, 1);
}

TEST(Ranks, ClearOrderGivesNarrowRangesAndEqualUnitsShareAll) {
    const ScorePosterior best = {{950, 50, 1}}, middle = {{800, 200, 1}}, last = {{500, 500, 1}}, twin = {{40, 10, 1}};
    const auto clear = rank_ranges({last, best, middle}, 1000, 7);
    EXPECT_EQ(clear[0].low, 3);
    EXPECT_EQ(clear[1].high, 1);
    EXPECT_EQ(clear[2].low, 2);
    EXPECT_EQ(clear[2].high, 2);
    const auto equal = rank_ranges({twin, twin, twin}, 1000, 7);
    for (const auto& range : equal) {
        EXPECT_EQ(range.low, 1);
        EXPECT_EQ(range.high, 3);
    }
}

TEST(Ranks, SameSeedGivesTheSameRanges) {
    const std::vector<ScorePosterior> units = {{{9, 2, 1}}, {{40, 10, 1}}, {{7, 2, 1}}, {{80, 30, 1}}};
    const auto a = rank_ranges(units, 500, 1844), b = rank_ranges(units, 500, 1844);
    for (std::size_t i = 0; i < units.size(); ++i) {
        EXPECT_EQ(a[i].low, b[i].low);
        EXPECT_EQ(a[i].high, b[i].high);
    }
}

// The squeeze accepts without logarithms only what they would accept: draw after draw the same numbers.
TEST(Random, GammaDrawsAreThoseOfTheRejectionWithoutSqueeze) {
    for (const double shape : {1.0, 1.5, 4.0, 37.5, 900.0, 1e5}) {
        Random fast{7}, plain{7};
        const double d = shape - 1.0 / 3, c = 1 / std::sqrt(9 * d);
        for (int i = 0; i < 20'000; ++i) {
            double expected = -1;
            while (expected < 0) {
                const double x = plain.normal(), root = 1 + c * x, v = root * root * root;
                if (root > 0 && std::log(plain.uniform()) < 0.5 * x * x + d - d * v + d * std::log(v)) expected = d * v;
            }
            ASSERT_EQ(fast.gamma(shape), expected) << shape << ", draw " << i;
        }
    }
}

TEST(Random, BetaHasItsMeanAndSpread) {
    Random random{3};
    double sum = 0, squares = 0;
    constexpr int kDraws = 20'000;
    for (int i = 0; i < kDraws; ++i) {
        const double x = random.beta(8, 2);
        sum += x;
        squares += x * x;
    }
    const double mean = sum / kDraws;
    EXPECT_NEAR(mean, 0.8, 0.004);
    EXPECT_NEAR(squares / kDraws - mean * mean, 8.0 * 2 / (100.0 * 11), 0.0007);
}

}  // namespace
}  // namespace problemator
