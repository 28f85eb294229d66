#include "core/stats/surge_ladder.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/stats/poisson_draw.hpp"
#include "core/stats/random.hpp"
#include "core/stats/special.hpp"
#include "core/stats/surge.hpp"

namespace problemator {
namespace {

using Weeks = std::vector<double>;

/// Seasonal counts about `mean`, made by chance alone.
Weeks seasonal(std::size_t length, double mean, std::uint64_t seed) {
    Random chance{seed};
    Weeks weeks;
    for (std::size_t t = 0; t < length; ++t) weeks.push_back(draw_poisson(chance, mean * std::exp(0.4 * std::sin(0.12 * static_cast<double>(t)))));
    return weeks;
}

TEST(SurgeLadderRungs, FollowTheLengthOfTheHistory) {
    const struct { std::size_t history; SurgeMethod method; } cases[] = {{8, SurgeMethod::Tail}, {51, SurgeMethod::Tail}, {52, SurgeMethod::SeasonalGlm}, {155, SurgeMethod::SeasonalGlm}, {156, SurgeMethod::Farrington}, {300, SurgeMethod::Farrington}};
    for (const auto& c : cases) {
        Weeks weeks = seasonal(c.history + 1, 9, 3);
        weeks.back() = 8;
        const auto verdict = SurgeLadder{weeks.size()}.judge(weeks);
        ASSERT_TRUE(verdict) << c.history;
        EXPECT_EQ(verdict->method, c.method) << c.history;
        EXPECT_EQ(verdict->weeks, c.history);
        EXPECT_GT(verdict->expected, 3) << c.history;
        EXPECT_LT(verdict->expected, 20) << c.history;
        EXPECT_NEAR(verdict->p, count_tail(8, verdict->expected, verdict->dispersion), 1e-12);
    }
    EXPECT_EQ(SurgeLadder{8}.judge(seasonal(8, 9, 3)).reason, Reason::TooFewPeriods);
    EXPECT_EQ(SurgeLadder{0}.judge(Weeks{}).reason, Reason::TooFewPeriods);
}

TEST(SurgeLadderRungs, AnUnfinishedWeekIsNeverJudged) {
    LadderOptions options;
    options.is_finished = false;
    EXPECT_EQ((SurgeLadder{200, options}.judge(seasonal(200, 5, 1)).reason), Reason::Unfinished);
}

TEST(SurgeLadderRungs, ACellTooSparseForItsRungStandsOneLower) {
    Weeks weeks(200, 0);
    weeks[190] = 1;
    weeks.back() = 9;
    const auto verdict = SurgeLadder{200}.judge(weeks);
    ASSERT_TRUE(verdict);
    EXPECT_EQ(verdict->method, SurgeMethod::Tail);
    EXPECT_LT(verdict->p, 1e-6);
}

TEST(SurgeLadderRungs, ExpectedOfThreeYearsIsFarringtons) {
    const Weeks weeks = seasonal(262, 9, 5);
    FarringtonOptions options;
    options.min_total = 0;
    const auto point = farrington(weeks, options);
    const auto verdict = SurgeLadder{262}.judge(weeks);
    ASSERT_TRUE(point && verdict);
    EXPECT_NEAR(verdict->expected, point->expected, 1e-12);
    EXPECT_NEAR(verdict->dispersion, point->dispersion + point->se * point->se / point->expected, 1e-12);
}

TEST(SurgeLadderRungs, InOneYearAFallIsNoTrendButFromTwoYearsOnItIs) {
    const auto falling = [](std::size_t length) {
        Weeks weeks;
        for (std::size_t t = 0; t < length; ++t) weeks.push_back(std::round(20 * std::exp(-0.4 * static_cast<double>(t) / 52)));
        return weeks;
    };
    const Weeks one = falling(80), two = falling(105);
    const auto early = SurgeLadder{80}.judge(one), late = SurgeLadder{105}.judge(two);
    ASSERT_TRUE(early && late);
    EXPECT_EQ(early->method, SurgeMethod::SeasonalGlm);
    EXPECT_EQ(late->method, SurgeMethod::SeasonalGlm);
    EXPECT_GT(early->expected, one.back() + 1);   // a year and a half leave it to the season, which turns
    EXPECT_NEAR(late->expected, two.back(), 0.5);
}

TEST(SurgeLadderRungs, BelowTwoYearsACellVariesAtLeastAsAllCellsTogether) {
    Weeks one = seasonal(80, 9, 5), two = seasonal(140, 9, 5);
    one.back() = two.back() = 25;
    const auto alone = SurgeLadder{80}.judge(one), shared = SurgeLadder{80}.judge(one, 0.5);
    ASSERT_TRUE(alone && shared);
    EXPECT_GT(shared->dispersion, 1 + 0.5 * shared->expected);
    EXPECT_GT(shared->p, alone->p);
    EXPECT_EQ(SurgeLadder{140}.judge(two, 0.5)->dispersion, SurgeLadder{140}.judge(two)->dispersion);
}

TEST(SurgeLadderRungs, UpperIsTheLargestCountThatIsNoSurprise) {
    const Weeks weeks = seasonal(120, 6, 9);
    const auto verdict = SurgeLadder{120}.judge(weeks);
    ASSERT_TRUE(verdict);
    EXPECT_GT(count_tail(verdict->upper, verdict->expected, verdict->dispersion), 0.001);
    EXPECT_LE(count_tail(verdict->upper + 1, verdict->expected, verdict->dispersion), 0.001);
}

TEST(SurgeLadderRungs, ARegressorExplainsWhatItAlwaysBrought) {
    Weeks weeks = seasonal(101, 6, 11), snow(101, 0);
    for (const std::size_t t : {20u, 31u, 55u, 72u, 90u, 100u}) {
        snow[t] = 1;
        weeks[t] = 24 + static_cast<double>(t % 3);
    }
    const auto naive = SurgeLadder{101}.judge(weeks), informed = SurgeLadder{101, {}, {snow}}.judge(weeks);
    ASSERT_TRUE(naive && informed);
    EXPECT_LT(naive->p, 0.001);
    EXPECT_GT(informed->p, 0.05);
    EXPECT_EQ(informed->method, SurgeMethod::SeasonalGlm);
}

TEST(SurgeBoards, PlantedSurgesAreFoundAndHardlyAnythingElse) {
    for (const std::size_t length : {12u, 40u, 100u, 200u}) {
        Weeks counts;
        for (std::size_t cell = 0; cell < 300; ++cell) {
            Weeks weeks = seasonal(length, cell % 3 == 0 ? 0.5 : 4, 100 + cell);
            if (cell % 60 == 7) weeks.back() = 30;
            counts.insert(counts.end(), weeks.begin(), weeks.end());
        }
        const auto board = judge_cells(SurgeLadder{length}, counts);
        ASSERT_EQ(board.cells.size(), 300u);
        std::size_t found_planted = 0, found_other = 0;
        for (std::size_t cell = 0; cell < 300; ++cell) {
            const auto& verdict = board.cells[cell];
            ASSERT_TRUE(verdict);
            EXPECT_EQ(verdict->q <= 0.05, verdict->p <= board.p_bound);
            (cell % 60 == 7 ? found_planted : found_other) += is_surge(*verdict);
        }
        EXPECT_EQ(found_planted, 5u) << length;
        EXPECT_LE(found_other, 1u) << length;
    }
}

TEST(SurgeBoards, SilentCellsAreNoTests) {
    Weeks counts(20 * 40, 0);
    for (std::size_t t = 0; t < 40; ++t) counts[t] = 5;
    const auto board = judge_cells(SurgeLadder{40}, counts);
    EXPECT_EQ(board.tests, 1u);
    EXPECT_EQ(board.cells[7]->q, 1);
    EXPECT_EQ(judge_cells(SurgeLadder{40}, {}).cells.size(), 0u);
}

TEST(SurgeBoards, SharedOverdispersionIsThatOfTheCells) {
    Random chance{17};
    Weeks counts;
    for (int cell = 0; cell < 400; ++cell)
        for (int t = 0; t < 13; ++t) counts.push_back(draw_poisson(chance, 8 * chance.gamma(4) / 4));   // negative binomial with v = 1/4
    EXPECT_NEAR(shared_overdispersion(counts, 13), 0.25, 0.03);
    Weeks plain;
    for (int i = 0; i < 400 * 13; ++i) plain.push_back(draw_poisson(chance, 8));
    EXPECT_NEAR(shared_overdispersion(plain, 13), 0, 0.01);
}

TEST(SurgeLadderRungs, HostileCountsGiveAReasonOrFiniteNumbers) {
    const double nan = std::numeric_limits<double>::quiet_NaN(), huge = std::numeric_limits<double>::infinity();
    for (const std::size_t length : {1u, 9u, 60u, 180u}) {
        for (const double odd : {0.0, 1.0, 1e9, 1e20, -1.0, nan, huge}) {
            for (const std::size_t at : {std::size_t{0}, length / 2, length - 1}) {
                Weeks weeks(length, at % 2 == 0 ? 0 : 3);
                weeks[at] = odd;
                const auto verdict = SurgeLadder{length, {}, {weeks}}.judge(weeks);
                if (!verdict) { EXPECT_NE(verdict.reason, Reason::None); continue; }
                for (const double v : {verdict->expected, verdict->upper, verdict->dispersion, verdict->p}) EXPECT_TRUE(std::isfinite(v)) << length << " " << odd << " " << at;
            }
        }
    }
}

}  // namespace
}  // namespace problemator
