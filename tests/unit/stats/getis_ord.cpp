// Reference: tests/reference/getis_ord.R (spdep), and the small example of esda's test suite.
#include "core/stats/getis_ord.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "tests/unit/stats/vectors.hpp"

namespace problemator {
namespace {

constexpr LocalGOptions kAnalytic{.permutations = 0};
const std::vector<PlanePoint> kSix = {{10, 10}, {20, 10}, {40, 10}, {15, 20}, {30, 20}, {30, 30}};
const std::vector<double> kSixValues = {2, 3, 3.2, 5, 8, 7};

double first_z(Self self, WeightStyle style) { return local_g(kSixValues, *distance_band(kSix, 15, self, style), kAnalytic)[0]->z; }

struct Town { std::vector<PlanePoint> points; std::vector<double> values; std::vector<VectorRow> rows; };

Town read_town() {
    Town town;
    town.rows = read_vectors("getis_ord.csv");
    for (const auto& row : town.rows) {
        town.points.push_back({number(row, "x"), number(row, "y")});
        town.values.push_back(number(row, "value"));
    }
    return town;
}

TEST(LocalG, AgreesWithEsda) {
    EXPECT_NEAR(first_z(Self::Without, WeightStyle::Binary), -1.0136729, 1e-7);
    EXPECT_NEAR(first_z(Self::With, WeightStyle::Binary), -1.39727626, 1e-7);
}

TEST(LocalG, RowWeightsChangeTheSumButNotTheSurprise) {
    EXPECT_NEAR(first_z(Self::Without, WeightStyle::Row), -1.0136729, 1e-7);
    // esda says −0.62074534: for weights ½, ½ it takes the spread of one neighbour of N = 5, W(N−W)/(N−1) = 1, instead of (N·Σw² − W²)/(N−1) = 0.375.
    EXPECT_NEAR(first_z(Self::Without, WeightStyle::Row) * std::sqrt(0.375), -0.62074534, 1e-7);
}

TEST(LocalG, AgreesWithSpdep) {
    const Town town = read_town();
    const auto gi = local_g(town.values, *distance_band(town.points, 1800, Self::Without), kAnalytic);
    const auto star = local_g(town.values, *distance_band(town.points, 1800, Self::With), kAnalytic);
    const auto near = local_g(town.values, *nearest_places(town.points, 6, Self::With, WeightStyle::Row), kAnalytic);
    for (std::size_t i = 0; i < town.rows.size(); ++i) {
        EXPECT_NEAR(near[i]->z, number(town.rows[i], "gi_star_nearest"), 1e-9);
        EXPECT_EQ(gi[i].n, static_cast<std::size_t>(number(town.rows[i], "neighbours")));
        if (gi[i].n == 0) {
            EXPECT_EQ(gi[i].reason, Reason::NoNeighbours);
            EXPECT_EQ(star[i].reason, Reason::NoNeighbours);
            continue;
        }
        EXPECT_NEAR(gi[i]->z, number(town.rows[i], "gi"), 1e-9);
        EXPECT_NEAR(star[i]->z, number(town.rows[i], "gi_star"), 1e-9);
    }
}

// spdep itself draws with replacement and gives larger p; see the script.
TEST(LocalG, PermutationAgreesWithRWithinChance) {
    const Town town = read_town();
    const auto ours = local_g(town.values, *distance_band(town.points, 1800, Self::Without), {.permutations = 9999, .seed = 3});
    const auto star = local_g(town.values, *distance_band(town.points, 1800, Self::With), {.permutations = 9999, .seed = 4});
    for (std::size_t i = 0; i < town.rows.size(); ++i) {
        if (!ours[i]) continue;
        const double p = number(town.rows[i], "p"), error = 5 * std::sqrt(2 * std::max(p, 1e-4) / 9999) + 2e-4;   // p/2 is a share of 9,999 in both, doubled
        EXPECT_NEAR(ours[i]->p, p, error) << i;
        EXPECT_NEAR(star[i]->p, p, error) << i;   // the own value stays where it is, so it only moves all sums alike
    }
}

TEST(LocalG, PlantedHillIsHotAndNothingElseIs) {
    const Town town = read_town();
    const auto all = local_g(town.values, *distance_band(town.points, 1800, Self::With), {.permutations = 9999});
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (!all[i] || all[i]->q > 0.05 || all[i]->z < 0) continue;
        EXPECT_LT(std::hypot(town.points[i].x - 7000, town.points[i].y - 3000), 3500) << i;
        EXPECT_LT(all[i]->p_hot, all[i]->p_cold);
    }
    EXPECT_LT(all[0]->q, 0.05);
    EXPECT_GT(all[0]->around, all[0]->expected);
}

TEST(LocalG, SameSeedSameAnswer) {
    const Town town = read_town();
    const auto weights = *nearest_places(town.points, 5, Self::With);
    const auto a = local_g(town.values, weights, {.permutations = 199, .seed = 9}), b = local_g(town.values, weights, {.permutations = 199, .seed = 9});
    for (std::size_t i = 0; i < a.size(); ++i) EXPECT_EQ(a[i]->p, b[i]->p);
}

TEST(LocalG, NothingToCompareIsSaid) {
    const auto weights = *distance_band(kSix, 15, Self::With);
    for (const auto& g : local_g(std::vector<double>(6, 4), weights)) EXPECT_EQ(g.reason, Reason::NoVariation);
    for (const auto& g : local_g(std::vector<double>(6, 0), weights)) EXPECT_EQ(g.reason, Reason::NoVariation);
    for (const auto& g : local_g(kSixValues, *distance_band(kSix, 1e6, Self::With))) EXPECT_EQ(g.reason, Reason::NoVariation);   // everybody is near
    for (const auto& g : local_g(kSixValues, *distance_band(kSix, 1, Self::Without))) EXPECT_EQ(g.reason, Reason::NoNeighbours);
    for (const auto& g : local_g(std::vector<double>{1, 2}, weights)) EXPECT_EQ(g.reason, Reason::TooFewCounts);
    EXPECT_TRUE(local_g({}, SpatialWeights{}).empty());
}

TEST(LocalG, HugeAndBrokenValuesStayFinite) {
    const auto weights = *distance_band(kSix, 15, Self::With);
    for (const auto& g : local_g(std::vector<double>{1e308, 1e308, 3, 1e300, 1e308, 0}, weights)) EXPECT_TRUE(!g || (std::isfinite(g->z) && std::isfinite(g->around) && g->p > 0));
    for (const auto& g : local_g(std::vector<double>{1, NAN, 3, 5, 8, 7}, weights)) EXPECT_FALSE(g);
}

}  // namespace
}  // namespace problemator
