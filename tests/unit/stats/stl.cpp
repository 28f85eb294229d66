#include "core/stats/stl.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "tests/unit/stats/vectors.hpp"

namespace problemator {
namespace {

using Values = std::vector<double>;

std::size_t size_of(const VectorRow& row, const std::string& key) { return static_cast<std::size_t>(number(row, key)); }

StlOptions options_of(const VectorRow& row) {
    const auto loess = [&](const std::string& part) { return Loess{size_of(row, "n" + part), static_cast<int>(number(row, "d" + part)), size_of(row, "j" + part)}; };
    return {size_of(row, "period"), loess("s"), loess("t"), loess("l"), size_of(row, "inner"), size_of(row, "outer")};
}

void expect_same(const Values& got, const Values& expected, const std::string& what) {
    ASSERT_EQ(got.size(), expected.size()) << what;
    for (std::size_t i = 0; i < got.size(); ++i) EXPECT_NEAR(got[i], expected[i], 1e-6) << what << " " << i;
}

TEST(StlParts, AgreeWithRAndWithStatsmodels) {
    for (const std::string file : {"stl.csv", "stl_statsmodels.csv"}) {
        for (const auto& row : read_vectors(file)) {
            const Values y = numbers(row, "y");
            const auto parts = stl(y, options_of(row));
            ASSERT_TRUE(parts) << word(row, "name");
            expect_same(parts->seasonal, numbers(row, "seasonal"), file + " " + word(row, "name") + " seasonal");
            expect_same(parts->trend, numbers(row, "trend"), file + " " + word(row, "name") + " trend");
            expect_same(parts->weights, numbers(row, "weights"), file + " " + word(row, "name") + " weights");
            for (std::size_t i = 0; i < y.size(); ++i) EXPECT_NEAR(parts->seasonal[i] + parts->trend[i] + parts->remainder[i], y[i], 1e-9 * (1 + std::abs(y[i])));
        }
    }
}

TEST(StlParts, UsualOptionsAreThoseOfR) {
    for (const auto& row : read_vectors("stl.csv")) {
        if (word(row, "name") != "weekly_robust") continue;
        const StlOptions usual = robust(stl_options(52, 9)), expected = options_of(row);
        EXPECT_EQ(usual.trend.window, expected.trend.window);
        EXPECT_EQ(usual.low_pass.window, expected.low_pass.window);
        EXPECT_EQ(usual.seasonal.jump, expected.seasonal.jump);
        EXPECT_EQ(usual.trend.jump, expected.trend.jump);
        EXPECT_EQ(usual.low_pass.jump, expected.low_pass.jump);
        EXPECT_EQ(usual.outer, expected.outer);
    }
}

TEST(StlParts, ShortEqualAndWildSeriesEndWell) {
    const double huge = std::numeric_limits<double>::infinity();
    EXPECT_EQ(stl({}, stl_options(52, 7)).reason, Reason::TooFewPeriods);
    EXPECT_EQ(stl(Values(103, 1), stl_options(52, 7)).reason, Reason::TooFewPeriods);
    EXPECT_EQ(stl(Values(40, 1), stl_options(1, 7)).reason, Reason::TooFewPeriods);
    EXPECT_EQ(stl(Values(104, 1), stl_options(52, 7)).reason, Reason::NoVariation);
    EXPECT_EQ(stl(Values(104, huge), stl_options(52, 7)).reason, Reason::NotConverged);
    for (const std::size_t window : {std::size_t{0}, std::size_t{2}, std::size_t{100000}, SIZE_MAX}) {
        Values y(30, 0);
        y[17] = 1e50;
        StlOptions options = robust(stl_options(4, 7));
        options.seasonal = options.trend = options.low_pass = {window, 1, window};
        const auto parts = stl(y, options);
        ASSERT_TRUE(parts);
        for (const auto* part : {&parts->seasonal, &parts->trend, &parts->remainder, &parts->weights})
            for (const double v : *part) EXPECT_TRUE(std::isfinite(v));
    }
}

}  // namespace
}  // namespace problemator
