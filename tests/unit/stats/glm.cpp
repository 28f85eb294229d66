#include "core/stats/glm.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "tests/unit/stats/vectors.hpp"

namespace problemator {
namespace {

using Values = std::vector<double>;

void expect_near(const Values& got, const Values& expected, double tolerance, const std::string& what) {
    ASSERT_EQ(got.size(), expected.size()) << what;
    for (std::size_t i = 0; i < got.size(); ++i) EXPECT_NEAR(got[i], expected[i], tolerance * (1 + std::abs(expected[i]))) << what << " " << i;
}

GlmDesign trend(std::size_t rows, std::size_t levels = 1) {
    GlmDesign design{.rows = rows, .levels = levels, .columns = 1, .level = {}, .x = {}};
    for (std::size_t i = 0; i < rows; ++i) {
        design.level.push_back(static_cast<std::uint32_t>(i % levels));
        design.x.push_back(static_cast<double>(i));
    }
    return design;
}

TEST(Glm, EverythingAgreesWithR) {
    for (const auto& row : read_vectors("glm.csv")) {
        const std::string name = word(row, "name");
        GlmDesign design{.rows = numbers(row, "y").size(), .levels = static_cast<std::size_t>(number(row, "levels")), .columns = static_cast<std::size_t>(number(row, "columns")), .level = {}, .x = numbers(row, "x")};
        for (const double level : numbers(row, "level")) design.level.push_back(static_cast<std::uint32_t>(level));
        const Values weights = numbers(row, "w");
        Values offset = numbers(row, "exposure");
        for (double& v : offset) v = std::log(v);
        const auto fit = fit_quasi_poisson(design, numbers(row, "y"), {.weights = weights, .offset = offset});
        ASSERT_TRUE(fit) << name;
        // R names the factor first when there is no intercept, and the intercept first otherwise: our order in both cases.
        Values coefficients = fit->intercepts;
        coefficients.insert(coefficients.end(), fit->slopes.begin(), fit->slopes.end());
        expect_near(coefficients, numbers(row, "coefficients"), 1e-6, name + " coefficients");
        expect_near(covariance(*fit, fit->dispersion), numbers(row, "covariance"), 1e-6, name + " covariance");
        expect_near(fit->hat, numbers(row, "hat"), 1e-6, name + " hat");
        expect_near(fit->fitted, numbers(row, "fitted"), 1e-6, name + " fitted");
        EXPECT_NEAR(fit->dispersion, number(row, "dispersion"), 1e-6);
        EXPECT_EQ(fit->df, number(row, "df"));
        const auto line = predict(*fit, static_cast<std::size_t>(number(row, "new_level")), numbers(row, "new_x"), 0, fit->dispersion);
        ASSERT_TRUE(line);
        EXPECT_NEAR(line->eta, number(row, "eta"), 1e-6);
        EXPECT_NEAR(line->se, number(row, "se"), 1e-6);
        for (std::size_t j = 0; j < design.columns; ++j) {
            const std::size_t at = design.levels + j, size = design.levels + design.columns;
            EXPECT_NEAR(slope_error(*fit, j, fit->dispersion), std::sqrt(numbers(row, "covariance")[at * size + at]), 1e-6);
        }
    }
}

TEST(Glm, AColumnThatOthersAlreadySayIsDroppedAndTheRestIsUnmoved) {
    GlmDesign design = trend(40), doubled = design;
    doubled.columns = 3;
    doubled.x.clear();
    Values counts;
    for (std::size_t i = 0; i < 40; ++i) {
        for (const double v : {static_cast<double>(i), 2.0 * static_cast<double>(i) + 3, 0.0}) doubled.x.push_back(v);
        counts.push_back(static_cast<double>(3 + i / 5 + i % 3));
    }
    const auto fit = fit_quasi_poisson(design, counts), same = fit_quasi_poisson(doubled, counts);
    ASSERT_TRUE(fit && same);
    EXPECT_EQ(same->is_dropped, (std::vector<bool>{false, true, true}));
    EXPECT_NEAR(same->slopes[0], fit->slopes[0], 1e-9);
    EXPECT_EQ(same->slopes[1], 0);
    EXPECT_EQ(same->df, fit->df);
}

TEST(Glm, WhatCannotBeFittedIsWithheldWithItsReason) {
    const double nan = std::numeric_limits<double>::quiet_NaN(), huge = std::numeric_limits<double>::infinity();
    EXPECT_EQ(fit_quasi_poisson({}, {}).reason, Reason::TooFewPeriods);
    EXPECT_EQ(fit_quasi_poisson(trend(2), Values{1, 2}).reason, Reason::TooFewPeriods);
    EXPECT_EQ(fit_quasi_poisson(trend(20), Values(20, 0)).reason, Reason::TooFewCounts);
    for (const double bad : {nan, huge, -1.0, 1e12}) {
        Values counts(20, 3);
        counts[7] = bad;
        EXPECT_EQ(fit_quasi_poisson(trend(20), counts).reason, Reason::NotConverged) << bad;
    }
    EXPECT_EQ(fit_quasi_poisson(trend(20), Values(20, 1), {.weights = Values(20, 0), .offset = {}}).reason, Reason::TooFewPeriods);
}

TEST(Glm, AnEmptySeasonAndALoneMessageGiveFiniteNumbers) {
    for (const std::size_t one : {0u, 13u, 39u}) {
        Values counts(40, 0);
        counts[one] = 1;
        const auto fit = fit_quasi_poisson(trend(40, 4), counts);
        if (!fit) { EXPECT_EQ(fit.reason, Reason::NotConverged); continue; }
        for (const auto* values : {&fit->intercepts, &fit->slopes, &fit->fitted, &fit->hat})
            for (const double v : *values) EXPECT_TRUE(std::isfinite(v));
        EXPECT_TRUE(std::isfinite(fit->dispersion));
    }
}

TEST(Glm, HugeAndWildCountsEndWell) {
    Values counts;
    for (int i = 0; i < 60; ++i) counts.push_back(i % 7 == 0 ? 1e9 : i % 5);
    const auto fit = fit_quasi_poisson(trend(60), counts);
    EXPECT_TRUE(fit ? std::isfinite(fit->dispersion) && std::isfinite(fit->slopes[0]) : fit.reason == Reason::NotConverged);
}

TEST(Student, TailAndCriticalValueAreThoseOfTables) {
    EXPECT_NEAR(t_two_sided(2.228138851964939, 10), 0.05, 1e-9);
    EXPECT_NEAR(t_critical(0.05, 10), 2.228138851964939, 1e-8);
    EXPECT_NEAR(t_critical(0.01, 3), 5.84090931, 1e-6);
    EXPECT_EQ(t_two_sided(0, 4), 1);
}

}  // namespace
}  // namespace problemator
