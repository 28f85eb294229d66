#include "core/stats/plan_forecast.hpp"

#include <gtest/gtest.h>

#include <numeric>

#include "core/stats/random.hpp"
#include "core/stats/special.hpp"

namespace problemator {
namespace {

using Months = std::vector<double>;

/// A count around `mean`, near enough to Poisson.
double count_around(Random& random, double mean) { return std::max(0.0, std::round(mean + std::sqrt(mean) * random.normal())); }

TEST(PlanForecast, ShareAtYearEndIsItsPartsPutTogether) {
    const Months done(10, 90), all(10, 100);
    const auto found = forecast_plan({.numerator = done, .denominator = all, .this_year = 10, .remaining = 2, .plan = 0.85});
    ASSERT_TRUE(found);
    EXPECT_DOUBLE_EQ(found->so_far, 0.9);
    EXPECT_DOUBLE_EQ(found->at_year_end.value, (900.0 + 180) / (1000 + 200));
    EXPECT_EQ(found->verdict, PlanVerdict::OnTrack);
}

TEST(PlanForecast, LargeMonthsWeighMoreThanSmallOnes) {
    const Months done{10, 10, 10, 450}, all{10, 10, 10, 500};
    const auto found = forecast_plan({.numerator = done, .denominator = all, .this_year = 4, .remaining = 0, .plan = 0.95});
    EXPECT_NEAR(found->so_far, 480.0 / 530, 1e-12);     // the mean of the shares would be 0.975
    EXPECT_EQ(found->verdict, PlanVerdict::Missed);
}

TEST(PlanForecast, ChanceOfASumIsThatOfTheNormalLaw) {
    const Months done{18, 22, 20, 25, 15, 20};
    const auto found = forecast_plan({.numerator = done, .this_year = 6, .remaining = 6, .plan = 250, .method = PlanMethod::Mean, .draws = 40000});
    ASSERT_TRUE(found);
    const double sigma = std::sqrt(20.0), sd = std::sqrt(6 * sigma * sigma + 36 * sigma * sigma / 6);   // noise of six months and of the mean; the chance spread exceeds the seen one
    EXPECT_NEAR(found->chance, 1 - normal_lower((250 - 240) / sd), 0.01);
    EXPECT_NEAR(found->at_year_end.high, 240 + 1.96 * sd, 0.5);
}

TEST(PlanForecast, AtMostTurnsTheChanceRound) {
    const Months done{18, 22, 20, 25, 15, 20, 21, 19, 20, 23};
    PlanQuestion question{.numerator = done, .this_year = 10, .remaining = 2, .plan = 240};
    const double at_least = forecast_plan(question)->chance;
    question.direction = PlanDirection::AtMost;
    EXPECT_NEAR(forecast_plan(question)->chance, 1 - at_least, 1e-12);
}

TEST(PlanForecast, CertainOutcomesNeedNoChance) {
    const Months done{30, 30, 30};
    PlanQuestion question{.numerator = done, .this_year = 3, .remaining = 9, .plan = 80};
    EXPECT_EQ(forecast_plan(question)->verdict, PlanVerdict::Met);
    question.direction = PlanDirection::AtMost;
    EXPECT_EQ(forecast_plan(question)->verdict, PlanVerdict::Missed);
    question.plan = 300;
    EXPECT_EQ(forecast_plan(question)->verdict, PlanVerdict::TooEarly);
}

TEST(PlanForecast, SameSeedSameAnswer) {
    const Months done{12, 15, 9, 14, 11, 16, 13, 12, 18, 10}, all{20, 22, 18, 21, 19, 25, 20, 21, 26, 17};
    PlanQuestion question{.numerator = done, .denominator = all, .this_year = 10, .remaining = 2, .plan = 0.62, .seed = 7};
    const auto a = forecast_plan(question), b = forecast_plan(question);
    EXPECT_EQ(a->chance, b->chance);
    EXPECT_EQ(a->at_year_end.low, b->at_year_end.low);
    question.seed = 8;
    EXPECT_NEAR(forecast_plan(question)->chance, a->chance, 0.04);
}

TEST(PlanForecast, ReadsOnlyAsMuchAsTheHistoryBears) {
    Random random{3};
    Months season, flat;
    for (std::size_t t = 0; t < 34; ++t) season.push_back(t % 12 == 0 ? 90 : 10 + static_cast<double>(t % 12)), flat.push_back(count_around(random, 40));
    const auto method = [](const Months& months, std::size_t n) { return forecast_plan({.numerator = std::span{months}.first(n), .this_year = 1, .remaining = 2, .plan = 50})->method; };
    EXPECT_EQ(method(flat, 7), PlanMethod::Mean);
    EXPECT_EQ(method(flat, 20), PlanMethod::Theta);
    EXPECT_EQ(method(flat, 34), PlanMethod::Theta);
    EXPECT_EQ(method(season, 34), PlanMethod::Theta);       // it takes the season out first
    Months zeros = season;
    for (std::size_t t = 0; t < 34; ++t) zeros[t] = t % 12 < 2 ? 60 + static_cast<double>(t % 5) : 0;
    EXPECT_EQ(method(zeros, 34), PlanMethod::SeasonalNaive);   // factors cannot be taken of zeros, and the plain Theta errs more
}

TEST(PlanForecast, SaysWhyItSaysNothing) {
    const Months two{1, 2}, three{1, 2, 3}, none(8, 0), broken{1, NAN, 2, 3}, negative{1, -2, 2, 3};
    EXPECT_EQ(forecast_plan({.numerator = {}, .remaining = 2}).reason, Reason::TooFewPeriods);
    EXPECT_EQ(forecast_plan({.numerator = two, .this_year = 2, .remaining = 10}).reason, Reason::TooFewPeriods);
    EXPECT_EQ(forecast_plan({.numerator = three, .denominator = two, .remaining = 1}).reason, Reason::TooLarge);
    EXPECT_EQ(forecast_plan({.numerator = none, .denominator = none, .this_year = 8, .remaining = 4}).reason, Reason::TooFewCounts);
    EXPECT_EQ(forecast_plan({.numerator = broken, .remaining = 1}).reason, Reason::TooLarge);
    EXPECT_EQ(forecast_plan({.numerator = negative, .remaining = 1}).reason, Reason::TooLarge);
    EXPECT_EQ(forecast_plan({.numerator = three, .this_year = 9, .remaining = 1}).reason, Reason::TooLarge);
    const auto zeros = forecast_plan({.numerator = none, .this_year = 8, .remaining = 4, .plan = 1});
    ASSERT_TRUE(zeros);
    EXPECT_TRUE(zeros->chance > 0 && zeros->chance < 1);   // eight empty months do not make a message impossible
}

/// 300 made indicators: the interval holds what came of the year, and the chance means what it says.
TEST(PlanForecast, IntervalsAndChancesHoldOnMadeYears) {
    Random random{20261121};
    int inside = 0, met = 0, years = 300;
    double promised = 0;
    for (int i = 0; i < years; ++i) {
        const double volume = 20 + 180 * random.uniform(), share = 0.6 + 0.35 * random.uniform();
        Months done, all;
        for (int t = 0; t < 36; ++t) {
            const double n = count_around(random, volume), p = share * n;
            all.push_back(n);
            done.push_back(std::clamp(std::round(p + std::sqrt(p * (1 - share)) * random.normal()), 0.0, n));
        }
        const Months seen_done(done.begin(), done.begin() + 30), seen_all(all.begin(), all.begin() + 30);
        const auto found = forecast_plan({.numerator = seen_done, .denominator = seen_all, .this_year = 6, .remaining = 6, .plan = share, .draws = 1000});
        ASSERT_TRUE(found);
        const double truth = std::accumulate(done.end() - 12, done.end(), 0.0) / std::accumulate(all.end() - 12, all.end(), 0.0);
        inside += truth >= found->at_year_end.low && truth <= found->at_year_end.high;
        met += truth >= share;
        promised += found->chance;
    }
    EXPECT_GE(inside, 0.90 * years);
    EXPECT_LE(inside, 0.99 * years);
    EXPECT_NEAR(promised / years, static_cast<double>(met) / years, 0.07);
}

}  // namespace
}  // namespace problemator
