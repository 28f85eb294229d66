// Reference: tests/reference/kernel_density.py (scipy).
#include "core/stats/kernel_density.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

#include "tests/unit/stats/vectors.hpp"

namespace problemator {
namespace {

struct Scene { std::vector<WeighedPoint> points; double total = 0; };

Scene read_scene() {
    Scene scene;
    for (const auto& row : read_vectors("kernel_density.csv"))
        if (word(row, "kind") == "point") scene.points.push_back({{number(row, "x"), number(row, "y")}, number(row, "weight")});
    for (const auto& p : scene.points) scene.total += p.weight;
    return scene;
}

double sum(const std::vector<double>& values) { return std::accumulate(values.begin(), values.end(), 0.0); }

TEST(KernelDensity, AgreesWithScipy) {
    const Scene scene = read_scene();
    const DensityGrid grid{{-1500, -1500}, 500, 7, 7};
    const auto gaussian = kernel_density(scene.points, grid, 400, Kernel::Gaussian), quartic = kernel_density(scene.points, grid, 400, Kernel::Quartic);
    std::size_t cell = 0;
    for (const auto& row : read_vectors("kernel_density.csv")) {
        if (word(row, "kind") != "cell") continue;
        EXPECT_NEAR((*gaussian)[cell], number(row, "gaussian"), 1e-6 * number(row, "gaussian") + 1e-12);   // scipy does not cut the tail
        EXPECT_NEAR((*quartic)[cell], number(row, "quartic"), 1e-12);
        ++cell;
    }
    EXPECT_EQ(cell, 49u);
}

TEST(KernelDensity, IntegralIsTheNumberOfMessages) {
    const Scene scene = read_scene();
    for (const Kernel kernel : {Kernel::Quartic, Kernel::Gaussian}) {
        const auto grid = grid_around(scene.points, 20, 400, kernel);
        ASSERT_TRUE(grid);
        EXPECT_NEAR(sum(*kernel_density(scene.points, *grid, 400, kernel).value) * 20 * 20, scene.total, 1e-3 * scene.total);
    }
}

TEST(RelativeRisk, SameShareEverywhereIsOne) {
    const Scene scene = read_scene();
    auto half = scene.points;
    for (auto& p : half) p.weight /= 2;
    const auto risk = relative_risk(half, scene.points, DensityGrid{{-1500, -1500}, 500, 7, 7}, 400, Kernel::Quartic, 0.1);
    std::size_t known = 0;
    for (const auto& r : *risk.value) {
        if (!r) continue;
        EXPECT_NEAR(*r, 1, 1e-12);
        ++known;
    }
    EXPECT_GT(known, 10u);
}

TEST(RelativeRisk, CrowdedPlaceIsNoHotSpotAndAnEmptyOneIsWithheld) {
    const std::vector<WeighedPoint> all = {{{0, 0}, 1000}, {{5000, 0}, 100}, {{10000, 0}, 2}};
    const std::vector<WeighedPoint> cases = {{{0, 0}, 20}, {{5000, 0}, 20}, {{10000, 0}, 1}};
    const auto risk = relative_risk(cases, all, DensityGrid{{0, 0}, 5000, 3, 1}, 800, Kernel::Quartic, 10);
    ASSERT_TRUE(risk);
    EXPECT_NEAR((*risk)[0].value(), 20.0 / 41 / (1000.0 / 1102), 1e-12);
    EXPECT_NEAR((*risk)[1].value(), 20.0 / 41 / (100.0 / 1102), 1e-12);
    EXPECT_FALSE((*risk)[2].has_value());   // one of two says nothing
}

TEST(KernelDensity, HostileInputGivesAReason) {
    const std::vector<WeighedPoint> one = {{{0, 0}, 1}}, broken = {{{NAN, 0}, 1}}, far = {{{1e300, 0}, 1}};
    const DensityGrid grid{{0, 0}, 100, 10, 10};
    EXPECT_EQ(kernel_density({}, grid, 300, Kernel::Quartic).reason, Reason::TooFewCounts);
    EXPECT_EQ(kernel_density(one, grid, 0, Kernel::Quartic).reason, Reason::NoVariation);
    EXPECT_EQ(kernel_density(one, grid, NAN, Kernel::Quartic).reason, Reason::NoVariation);
    EXPECT_EQ(kernel_density(one, DensityGrid{{0, 0}, 100, 1u << 20, 1u << 20}, 300, Kernel::Quartic).reason, Reason::TooLarge);
    EXPECT_EQ(kernel_density(broken, grid, 300, Kernel::Quartic).reason, Reason::TooLarge);
    EXPECT_DOUBLE_EQ(sum(*kernel_density(far, grid, 300, Kernel::Gaussian).value), 0);
    EXPECT_FALSE(grid_around(std::vector<WeighedPoint>{{{0, 0}, 1}, {{1e9, 1e9}, 1}}, 10, 100, Kernel::Quartic));
    EXPECT_EQ(relative_risk(one, std::vector<WeighedPoint>{{{0, 0}, 0}}, grid, 300, Kernel::Quartic).reason, Reason::TooFewCounts);
}

}  // namespace
}  // namespace problemator
