// Reference: tests/reference/stats_vectors.txt, made with scipy.
#include "core/stats/special.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace problemator {
namespace {

void expect_close(double value, double expected) { EXPECT_NEAR(value, expected, 1e-10 * std::max(1.0, std::abs(expected))); }

TEST(Special, GammaUpperAgreesWithScipy) {
    struct { double a, x, expected; } const table[] = {{0.5, 0.3, 0.4385780260809997}, {3, 2.5, 0.5438131158833297}, {3, 9, 0.006232195106377317},
                                                       {120, 100, 0.9717696060351343}, {120, 150, 0.0051047116031504676}};
    for (const auto& t : table) expect_close(gamma_upper(t.a, t.x), t.expected);
}

TEST(Special, BetaLowerAgreesWithScipy) {
    struct { double a, b, x, expected; } const table[] = {{2, 3, 0.4, 0.5248}, {0.5, 0.5, 0.1, 0.2048327646991335}, {30, 4, 0.9, 0.5769436641256928},
                                                          {200, 180, 0.5, 0.15212954940790557}, {7, 0.6, 0.3, 7.49176824233981e-05}};
    for (const auto& t : table) expect_close(beta_lower(t.a, t.b, t.x), t.expected);
}

TEST(Special, BetaQuantileAgreesWithScipy) {
    EXPECT_NEAR(beta_quantile(2, 3, 0.025), 0.06758598648854296, 1e-10);
    EXPECT_NEAR(beta_quantile(19, 3, 0.975), 0.9695110323784845, 1e-10);
    EXPECT_NEAR(beta_quantile(0.7, 0.7, 0.5), 0.5, 1e-10);
}

TEST(Special, NormalQuantileAgreesWithScipy) {
    struct { double p, expected; } const table[] = {{1e-6, -4.753424308822899}, {0.001, -3.090232306167813}, {0.025, -1.9599639845400545}, {0.31, -0.4958503473474533},
                                                    {0.5, 0}, {0.9, 1.2815515655446004}, {0.975, 1.959963984540054}, {0.999999, 4.753424308817087}};
    for (const auto& t : table) EXPECT_NEAR(normal_quantile(t.p), t.expected, 1e-9) << t.p;
}

TEST(Special, CountTailAgreesWithScipyAndWithSurveillance) {
    struct { double y, mean, dispersion, expected; } const table[] = {{8, 5, 1, 0.13337167407000744}, {11, 5, 1, 0.013695268598382914}, {11, 5, 1.5, 0.03763657109466347},
                                                                      {1, 0.2, 1, 0.18126924692201815}, {40, 12.5, 2.2, 9.706381757449373e-05}, {57, 33, 1.7, 0.0026969750605305453}};
    for (const auto& t : table) expect_close(count_tail(t.y, t.mean, t.dispersion), t.expected);
    EXPECT_EQ(count_tail(0, 5, 1), 1);
    EXPECT_EQ(count_tail(3, 0, 1), 0);
}

TEST(Special, CountWithTailIsTheSmallestCount) {
    EXPECT_EQ(count_with_tail(0.05, 5, 1), 10);
    EXPECT_EQ(count_with_tail(0.001, 5, 1.5), 17);
    EXPECT_EQ(count_with_tail(0.001, 33, 1.7), 61);
    EXPECT_EQ(count_with_tail(0.1, 0.4, 1), 2);
}

TEST(Special, HugeMeansStayFinite) {
    EXPECT_GT(count_with_tail(0.001, 1e6, 3), 1'000'000);
    EXPECT_TRUE(std::isfinite(count_tail(1e6, 1e6, 2)));
}

}  // namespace
}  // namespace problemator
