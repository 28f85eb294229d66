// Time to closing against R's package survival; the series and the numbers are those of tests/reference/survival.R.
#include <gtest/gtest.h>

#include <cmath>
#include <set>

#include "core/stats/aalen_johansen.hpp"
#include "core/stats/kaplan_meier.hpp"
#include "core/stats/log_rank.hpp"
#include "core/stats/overdue_forecast.hpp"
#include "core/stats/random.hpp"
#include "tests/unit/stats/vectors.hpp"

namespace problemator {
namespace {

struct Series { std::vector<Duration> durations; std::vector<std::uint32_t> group; std::vector<Ending> endings; };

std::map<std::string, Series> series() {
    std::map<std::string, Series> out;
    for (const auto& row : read_vectors("survival_data.csv")) {
        auto& s = out[word(row, "set")];
        const auto time = static_cast<std::int32_t>(number(row, "time")), entry = static_cast<std::int32_t>(number(row, "entry"));
        s.durations.push_back({time, number(row, "ending") > 0, entry});
        s.group.push_back(static_cast<std::uint32_t>(number(row, "group")));
        s.endings.push_back({time, static_cast<std::uint8_t>(number(row, "ending")), entry});
    }
    return out;
}

std::vector<Duration> group_of(const Series& s, double group) {
    std::vector<Duration> out;
    for (std::size_t i = 0; i < s.durations.size(); ++i)
        if (s.group[i] == static_cast<std::uint32_t>(group)) out.push_back(s.durations[i]);
    return out;
}

TEST(KaplanMeier, CurvesWithLateEntryAndTiesAreThoseOfR) {
    const auto all = series();
    std::map<std::string, std::vector<VectorRow>> expected;
    for (const auto& row : read_vectors("kaplan_meier.csv")) expected[word(row, "set") + word(row, "group")].push_back(row);
    for (const auto& [name, rows] : expected) {
        const auto steps = kaplan_meier(group_of(all.at(word(rows[0], "set")), number(rows[0], "group")));
        ASSERT_EQ(steps.size(), rows.size()) << name;
        for (std::size_t i = 0; i < rows.size(); ++i) {
            EXPECT_EQ(steps[i].minutes, number(rows[i], "time"));
            EXPECT_EQ(steps[i].at_risk, number(rows[i], "at_risk"));
            EXPECT_EQ(steps[i].closed, number(rows[i], "closed"));
            EXPECT_NEAR(steps[i].open_share, number(rows[i], "open"), 1e-9);
            if (steps[i].open_share < 1e-12) continue;   // R gives no interval at 0
            EXPECT_NEAR(steps[i].open_share * std::sqrt(steps[i].greenwood), number(rows[i], "error"), 1e-9);
            EXPECT_NEAR(steps[i].low, number(rows[i], "low"), 1e-9);
            EXPECT_NEAR(steps[i].high, number(rows[i], "high"), 1e-9);
        }
    }
}

TEST(KaplanMeier, QuantilesAndTheirIntervalsAreThoseOfR) {
    const auto all = series();
    int compared = 0;
    for (const auto& row : read_vectors("time_quantile.csv")) {
        const auto steps = kaplan_meier(group_of(all.at(word(row, "set")), number(row, "group")));
        const auto found = time_quantile(steps, number(row, "share"));
        EXPECT_EQ(bool{found}, !is_missing(row, "time"));
        if (!found) continue;
        // R takes the middle of a stretch that lies at 1 − share exactly, we its beginning.
        const bool is_flat = std::abs(open_share_at(steps, found->minutes) - (1 - number(row, "share"))) < 1e-9;
        EXPECT_LE(found->minutes, number(row, "time"));
        EXPECT_TRUE(is_flat || found->minutes == number(row, "time")) << word(row, "set") << word(row, "group");
        EXPECT_EQ(found->low.value_or(-1), is_missing(row, "low") ? -1 : number(row, "low"));
        EXPECT_EQ(found->high.value_or(-1), is_missing(row, "high") ? -1 : number(row, "high"));
        ++compared;
    }
    EXPECT_GT(compared, 25);
}

TEST(KaplanMeier, WithoutEntryOldMessagesOfAnExportLookSlower) {
    // Twenty messages take 10 each; the export begins at age 8 of half of them and knows ten more that closed before by their absence only.
    std::vector<Duration> known(20, Duration{10, true}), seen = known;
    for (int i = 0; i < 10; ++i) {
        known.push_back({30, true, 25});
        seen.push_back({30, true});
    }
    EXPECT_EQ(median_minutes(known), 10);
    EXPECT_GT(kaplan_meier(seen)[0].open_share, kaplan_meier(known)[0].open_share);
    EXPECT_TRUE(kaplan_meier({{5, true, 5}, {5, false, 9}}).empty());   // never watched
}

TEST(KaplanMeier, ShareAtATimeIsThatOfTheStepBefore) {
    const auto steps = kaplan_meier({{10, true}, {20, true}, {30, false}, {40, false}});
    EXPECT_EQ(open_share_at(steps, 9), 1);
    EXPECT_EQ(open_share_at(steps, 10), 0.75);
    EXPECT_EQ(open_share_at(steps, 1'000'000), 0.5);
    EXPECT_EQ(open_share_at({}, 5), 1);
    EXPECT_EQ(time_quantile({}, 0.5).reason, Reason::TooFewCounts);
}

TEST(Survival, AnyTimesGiveSharesBetweenZeroAndOne) {
    constexpr std::int32_t kLow = INT32_MIN, kHigh = INT32_MAX;
    const std::vector<Duration> odd = {{kLow, true, kLow}, {kHigh, true, kHigh}, {kHigh, true, 5}, {0, true, 0}, {-5, false, 3}, {kHigh, false, kLow}};
    for (const auto& step : kaplan_meier(odd)) EXPECT_TRUE(step.open_share >= 0 && step.open_share <= 1 && step.low >= 0 && step.high <= 1) << step.minutes;
    const std::vector<std::uint32_t> group = {1, 2, 1, 2, 1, 2};
    const auto test = log_rank(odd, group);
    EXPECT_TRUE(!test || (test->p >= 0 && test->p <= 1));
    const std::vector<OpenMessage> open = {{1, kHigh, kLow}, {1, kLow, kHigh}, {2, -1, 0}};
    const auto forecast = forecast_overdue(open, {odd, group}, {.horizon_minutes = kHigh, .min_closed = 1});
    ASSERT_TRUE(forecast);
    for (const double chance : forecast->chances) EXPECT_TRUE(chance >= 0 && chance <= 1);
}

TEST(LogRank, AgreesWithSurvdiffAndWithTheScoreTestForLateEntry) {
    const auto all = series();
    for (const auto& row : read_vectors("log_rank.csv")) {
        const auto& s = all.at(word(row, "set"));
        const auto test = log_rank(s.durations, s.group);
        ASSERT_TRUE(test) << word(row, "set");
        EXPECT_NEAR(test->chi2, number(row, "chi2"), 1e-6) << word(row, "set");
        EXPECT_EQ(test->degrees, number(row, "degrees"));
        EXPECT_NEAR(test->p, number(row, "p"), 1e-7);
    }
    const auto& aml = all.at("aml");
    EXPECT_NEAR(log_rank(aml.durations, aml.group)->chi2, 3.396389, 1e-6);   // published
}

TEST(LogRank, ExpectedClosingsAreThoseOfSurvdiff) {
    const auto all = series();
    std::map<std::string, std::size_t> at;
    for (const auto& row : read_vectors("log_rank_groups.csv")) {
        const auto& s = all.at(word(row, "set"));
        const auto test = log_rank(s.durations, s.group);
        const auto& group = test->groups[at[word(row, "set")]++];
        EXPECT_EQ(group.group, number(row, "group"));
        EXPECT_EQ(group.observed, number(row, "observed"));
        EXPECT_NEAR(group.expected, number(row, "expected"), 1e-9);
    }
}

TEST(LogRank, EachAgainstTheRestIsTheTestOfTwoGroups) {
    Random random{5};
    for (int round = 0; round < 20; ++round) {
        std::vector<Duration> durations;
        std::vector<std::uint32_t> group;
        for (int i = 0; i < 400; ++i) {
            const auto minutes = static_cast<std::int32_t>(1 + random.uniform() * 60);                    // many ties
            durations.push_back({minutes, random.uniform() < 0.7, random.uniform() < 0.2 ? minutes / 3 : 0});   // some entered late
            group.push_back(static_cast<std::uint32_t>(random.uniform() * random.uniform() * 6));
        }
        const auto each = log_rank_each(durations, group);
        for (const auto& [code, test] : each) {
            std::vector<std::uint32_t> two;
            for (const std::uint32_t one : group) two.push_back(one == code ? 1 : 0);
            const auto known = log_rank(durations, two);
            ASSERT_EQ(bool{test}, bool{known}) << code;
            EXPECT_NEAR(test->chi2, known->chi2, 1e-9 * (1 + known->chi2)) << code;
            EXPECT_NEAR(test->p, known->p, 1e-9);
            EXPECT_EQ(test->own.observed, known->groups.back().observed);
            EXPECT_NEAR(test->own.expected, known->groups.back().expected, 1e-9);
            EXPECT_NEAR(test->rest_expected, known->groups.front().expected, 1e-9);
            EXPECT_EQ(test.n, known.n);
        }
        EXPECT_EQ(each.size(), std::set<std::uint32_t>(group.begin(), group.end()).size());
    }
    const std::vector<Duration> alone = {{5, true}, {6, true}};
    const std::vector<std::uint32_t> same = {3, 3};
    EXPECT_EQ(log_rank_each(alone, same).at(3).reason, Reason::TooFewCounts);
    EXPECT_TRUE(log_rank_each({}, {}).empty());
}

TEST(LogRank, SaysWhyItSaysNothing) {
    EXPECT_EQ(log_rank({}, {}).reason, Reason::TooFewCounts);
    const std::vector<Duration> open = {{5, false}, {6, false}}, apart = {{5, true}, {100, true, 50}};
    const std::vector<std::uint32_t> two = {1, 2};
    EXPECT_EQ(log_rank(open, two).reason, Reason::TooFewCounts);
    EXPECT_EQ(log_rank(apart, two).reason, Reason::TooFewCounts);   // never at risk together
    std::vector<Duration> many(301, Duration{5, true});
    std::vector<std::uint32_t> groups(301);
    for (std::uint32_t i = 0; i < 301; ++i) groups[i] = i;
    EXPECT_EQ(log_rank(many, groups).reason, Reason::TooLarge);
}

TEST(AalenJohansen, SharesAreThoseOfRAndErrorsThoseOfTheFormula) {
    const auto all = series();
    std::map<std::string, std::vector<VectorRow>> expected;
    for (const auto& row : read_vectors("aalen_johansen.csv")) expected[word(row, "set")].push_back(row);
    for (const auto& [name, rows] : expected) {
        const auto curves = aalen_johansen(all.at(name).endings);
        ASSERT_EQ(curves.size(), 3u);
        std::size_t i = 0;
        for (const auto& curve : curves) {
            for (const auto& step : curve.steps) {
                ASSERT_LT(i, rows.size());
                EXPECT_EQ(curve.ending, number(rows[i], "ending"));
                EXPECT_EQ(step.minutes, number(rows[i], "time"));
                EXPECT_NEAR(step.share, number(rows[i], "share"), 1e-9);
                EXPECT_NEAR(step.error, number(rows[i], "error"), 1e-9);
                EXPECT_NEAR(step.error, number(rows[i], "jackknife"), name == "four" ? 1e-9 : 0.02 * step.error);   // R's own: another estimate with late entry
                EXPECT_LE(step.low, step.share);
                EXPECT_GE(step.high, step.share);
                ++i;
            }
        }
        EXPECT_EQ(i, rows.size());
    }
}

TEST(AalenJohansen, EndingsAndTheOpenSumToOne) {
    const std::vector<Ending> all = {{1, 1}, {2, 2}, {2, 1}, {3, 0}, {4, 3}, {5, 1}, {9, 0}};
    std::vector<Duration> durations;
    for (const auto& e : all) durations.push_back({e.minutes, e.ending != 0});
    double sum = open_share_at(kaplan_meier(durations), 100);
    for (const auto& curve : aalen_johansen(all)) sum += curve.steps.back().share;
    EXPECT_NEAR(sum, 1, 1e-12);
    EXPECT_TRUE(aalen_johansen({}).empty());
}

TEST(OverdueForecast, ChancesAndIntervalAreThoseOfR) {
    const auto all = series();
    std::vector<OpenMessage> open;
    const auto rows = read_vectors("overdue_chances.csv");
    for (const auto& row : rows)
        open.push_back({static_cast<std::uint32_t>(number(row, "stratum")), static_cast<std::int32_t>(number(row, "age")), static_cast<std::int32_t>(number(row, "due"))});
    const auto& s = all.at("four");
    const auto forecast = forecast_overdue(open, {s.durations, s.group}, {.horizon_minutes = 30, .min_closed = 5});
    ASSERT_TRUE(forecast);
    for (std::size_t i = 0; i < rows.size(); ++i) EXPECT_NEAR(forecast->chances[i], number(rows[i], "chance"), 1e-9) << i;
    const auto total = read_vectors("overdue_forecast.csv").at(0);
    EXPECT_EQ(forecast->due, number(total, "due"));
    EXPECT_NEAR(forecast->overdue.value, number(total, "expected"), 1e-9);
    EXPECT_EQ(forecast->overdue.low, number(total, "low"));
    EXPECT_EQ(forecast->overdue.high, number(total, "high"));
}

TEST(OverdueForecast, RareKindsFollowTheCurveOfAll) {
    std::vector<Duration> past(30, Duration{10, true});
    std::vector<std::uint32_t> stratum(30, 1);
    past.push_back({50, true});
    stratum.push_back(2);
    const std::vector<OpenMessage> open = {{2, 0, 20}};
    const auto forecast = forecast_overdue(open, {past, stratum}, {.horizon_minutes = 100, .min_closed = 20});
    EXPECT_NEAR(forecast->overdue.value, 1 / 31.0, 1e-12);
    EXPECT_EQ(forecast_overdue(open, {}, {}).reason, Reason::TooFewCounts);
}

TEST(OverdueForecast, ManyMessagesGoByTheNormalDistributionAndAgree) {
    const std::vector<double> few(2000, 0.1), many(2001, 0.1);
    EXPECT_NEAR(poisson_binomial(few).low, poisson_binomial(many).low, 1.5);
    EXPECT_NEAR(poisson_binomial(few).high, poisson_binomial(many).high, 1.5);
    EXPECT_EQ(poisson_binomial({}).high, 0);
    const std::vector<double> odd = {std::nan(""), 7, -3};
    EXPECT_EQ(poisson_binomial(odd).value, 1);
}

TEST(DeadlineRadar, CountsDaysLeft) {
    const std::vector<std::int32_t> days = {-5, -1, 0, 0, 3, 8, 9, 400};
    const auto radar = deadline_radar(days);
    EXPECT_EQ(radar.overdue, 2u);
    EXPECT_EQ(radar.due[0], 2u);
    EXPECT_EQ(radar.due[3], 1u);
    EXPECT_EQ(radar.due[8], 1u);
    EXPECT_EQ(radar.later, 2u);
}

}  // namespace
}  // namespace problemator
