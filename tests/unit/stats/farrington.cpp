#include "core/stats/farrington.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "core/stats/special.hpp"
#include "tests/unit/stats/vectors.hpp"

namespace problemator {
namespace {

using Weeks = std::vector<double>;

// surveillance tests/testthat/test-farringtonFlexible.R, as quoted by Salmon et al. 2016.
TEST(Farrington, PublishedDeltaBoundsHold) {
    const struct { PowerScale scale; double lower, upper, p, score; } cases[] = {
        {PowerScale::None, 1.3073128, 8.6926872, 0.0907246, 0.8124165},
        {PowerScale::Half, 1.9891097, 9.3744842, 0.1189986, 0.6857951},
        {PowerScale::TwoThirds, 1.8084477, 9.1154825, 0.1094727, 0.7289546},
    };
    for (const auto& c : cases) {
        const Bound bound = delta_bound(8, 5, 0.2, 1, 0.05, c.scale);
        EXPECT_NEAR(bound.lower, c.lower, 1e-6);
        EXPECT_NEAR(bound.upper, c.upper, 1e-6);
        EXPECT_NEAR(bound.p, c.p, 1e-6);
        EXPECT_NEAR(bound.score, c.score, 1e-6);
    }
}

TEST(Farrington, PublishedNegativeBinomialBoundsHold) {
    const double high = std::exp(std::log(5.0) + normal_quantile(0.95) * std::log(2.0));   // "muan": the mean's own upper quantile in its place
    const struct { double mean, dispersion, lower, upper, p; } cases[] = {{high, 1.5, 8, 24, 0.8597797}, {high, 1, 9, 22, 0.9093099}, {5, 1.5, 1, 10, 0.0376366}, {5, 1, 2, 9, 0.0136953}};
    for (const auto& c : cases) {
        const Bound bound = nb_bound(11, c.mean, c.dispersion, 0.05);
        EXPECT_EQ(bound.lower, c.lower);
        EXPECT_EQ(bound.upper, c.upper);
        EXPECT_NEAR(bound.p, c.p, 1e-6);
    }
    EXPECT_NEAR(nb_bound(11, 5, 1.5, 0.05).score, 6.0 / 5, 1e-12);   // on the scale of counts: the package mixes in the log of the mean
}

TEST(Farrington, PublishedWeightsAndReferenceDatesHold) {
    EXPECT_EQ(outbreak_weights(Weeks{0, 0, 0, 0, 0, 2, 2, 2, 2, 2}, 0), (Weeks{1.6, 1.6, 1.6, 1.6, 1.6, 0.4, 0.4, 0.4, 0.4, 0.4}));
    const Day day = day_from_date({2013, 6, 6});
    const Date expected[] = {{2012, 6, 7}, {2011, 6, 9}, {2010, 6, 3}};
    const auto lags = year_lags(day, 3);
    ASSERT_EQ(lags.size(), 3u);
    for (std::size_t j = 0; j < 3; ++j) EXPECT_EQ(date_from_day(day - 7 * static_cast<Day>(lags[j])), expected[j]);
    EXPECT_EQ(year_lags(day_from_date({2024, 2, 29}), 2).size(), 2u);
}

FarringtonOptions options_of(const VectorRow& row) {
    FarringtonOptions options;
    options.years = static_cast<std::size_t>(number(row, "years"));
    options.half_window = static_cast<std::size_t>(number(row, "half_window"));
    options.seasons = static_cast<std::size_t>(number(row, "seasons"));
    options.weeks_left_out = static_cast<std::size_t>(number(row, "left_out"));
    options.weights_threshold = number(row, "threshold");
    options.trend_p = number(row, "trend_p");
    options.alpha = number(row, "alpha");
    options.scale = word(row, "power") == "none" ? PowerScale::None : word(row, "power") == "1/2" ? PowerScale::Half : PowerScale::TwoThirds;
    options.form = word(row, "form") == "delta" ? BoundForm::Delta : BoundForm::NbPlugin;
    return options;
}

// The reference mends two things of the package, see tests/reference/farrington.R; the bound as shipped differs by a few per cent, more where its trend does.
TEST(Farrington, SeriesOfSeveralSettingsAgreeWithSurveillance) {
    std::map<std::string, Weeks> series;
    for (const auto& row : read_vectors("farrington_series.csv")) series[word(row, "name")] = numbers(row, "counts");
    std::size_t trends = 0, alarms = 0;
    double largest = 0;
    for (const auto& row : read_vectors("farrington.csv")) {
        const std::string what = word(row, "name") + " " + word(row, "setting") + " " + word(row, "k");
        const auto point = farrington(std::span{series[word(row, "name")]}.first(static_cast<std::size_t>(number(row, "k"))), options_of(row));
        if (is_missing(row, "upper")) { EXPECT_EQ(point.reason, Reason::TooFewCounts) << what; continue; }
        ASSERT_TRUE(point) << what;
        const auto near = [&](double got, const std::string& key, double tolerance) { EXPECT_NEAR(got, number(row, key), tolerance * (1 + std::abs(got))) << what << " " << key; };
        near(point->expected, "expected", 1e-6);
        near(point->dispersion, "dispersion", 1e-6);
        near(point->bound.upper, "upper", 1e-6);
        near(point->bound.p, "p", 1e-6);
        if (word(row, "form") == "delta") near(point->bound.score, "score", 1e-6);
        EXPECT_EQ(point->has_trend, !is_missing(row, "trend")) << what;
        if (point->has_trend) near(point->trend / 52, "trend", 1e-6);
        EXPECT_EQ(point->is_alarm, number(row, "alarm") > 0) << what;
        largest = std::max(largest, std::abs(number(row, "shipped_upper") / point->bound.upper - 1));
        if (number(row, "threshold") == 0 && point->dispersion > 1) near(point->bound.upper, "shipped_upper", 1e-4);
        trends += point->has_trend;
        alarms += point->is_alarm;
    }
    EXPECT_GT(trends, 20u);
    EXPECT_GT(alarms, 3u);
    EXPECT_LT(largest, 0.5);   // where the wrong p-value keeps or drops a trend
}

TEST(Farrington, AHistoryThatDoesNotReachBackIsWithheld) {
    EXPECT_EQ(farrington(Weeks(260, 4), {}).reason, Reason::TooFewPeriods);
    EXPECT_TRUE(farrington(Weeks(261, 4), {}));
    EXPECT_EQ(farrington(Weeks{}, {}).reason, Reason::TooFewPeriods);
    EXPECT_EQ(farrington(Weeks(300, 0), {}).reason, Reason::TooFewCounts);
    EXPECT_EQ(farrington_frame(300, {}, {}, std::vector<Weeks>{Weeks(299, 1)}).reason, Reason::TooFewPeriods);
}

TEST(Farrington, AnEventMarkExplainsTheSurgesOfItsWeeks) {
    Weeks counts(300), event(300);
    for (std::size_t i = 0; i < counts.size(); ++i) {
        event[i] = i % 23 == 0 || i == 299 ? 1 : 0;                    // first snow, say
        counts[i] = static_cast<double>(4 + i % 3) * (event[i] > 0 ? 4 : 1);
    }
    FarringtonOptions options;
    options.alpha = 0.01;
    const auto frame = farrington_frame(300, options, {}, std::vector<Weeks>{event});
    ASSERT_TRUE(frame);
    const auto informed = farrington(*frame, counts), naive = farrington(counts, options);
    ASSERT_TRUE(informed && naive);
    EXPECT_TRUE(naive->is_alarm);
    EXPECT_FALSE(informed->is_alarm);
    EXPECT_NEAR(informed->expected, 20, 3);
}

TEST(Farrington, HostileSeriesGiveAReasonOrFiniteNumbers) {
    const double nan = std::numeric_limits<double>::quiet_NaN();
    for (const double odd : {0.0, 1e9, 1e30, -3.0, nan}) {
        for (const std::size_t at : {3u, 100u, 299u}) {
            Weeks counts(300, 0);
            counts[at] = odd;
            counts[298] = 5;
            const auto point = farrington(counts, {});
            if (!point) { EXPECT_NE(point.reason, Reason::None); continue; }
            for (const double v : {point->expected, point->se, point->dispersion, point->bound.lower, point->bound.upper, point->bound.p, point->bound.score}) EXPECT_TRUE(std::isfinite(v)) << odd << " " << at;
        }
    }
}

}  // namespace
}  // namespace problemator
