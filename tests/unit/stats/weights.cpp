#include "core/stats/weights.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "core/stats/random.hpp"

namespace problemator {
namespace {

std::vector<PlanePoint> scattered(std::size_t n, double side) {
    Random random{11};
    std::vector<PlanePoint> points(n);
    for (auto& p : points) p = {random.uniform() * side, random.uniform() * side};
    return points;
}

double square(PlanePoint a, PlanePoint b) { return (a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y); }

// Great-circle distance on the same sphere.
double haversine(LatLon a, LatLon b) {
    const double degree = 3.14159265358979323846 / 180, dlat = (b.latitude - a.latitude) * degree, dlon = (b.longitude - a.longitude) * degree;
    const double h = std::pow(std::sin(dlat / 2), 2) + std::cos(a.latitude * degree) * std::cos(b.latitude * degree) * std::pow(std::sin(dlon / 2), 2);
    return 2 * 6'371'008.8 * std::asin(std::sqrt(h));
}

TEST(Weights, DistancesOfAMunicipalityAreThoseOfTheGlobe) {
    const std::vector<LatLon> points = {{61.20, 72.90}, {61.75, 73.90}, {61.40, 72.10}};
    const auto plane = project(points);
    for (const auto& [a, b] : {std::pair{0u, 1u}, {1u, 2u}, {0u, 2u}}) {
        const double true_metres = haversine(points[a], points[b]);
        EXPECT_NEAR(std::sqrt(square(plane[a], plane[b])), true_metres, 0.01 * true_metres) << a << b;
    }
}

TEST(Weights, ThePlaneLeadsBackToTheGlobe) {
    const std::vector<LatLon> points = {{66.0, 179.9}, {66.4, -179.7}};
    const Projection projection = projection_of(points);
    const LatLon back = projection.globe(projection.plane(points[1]));
    EXPECT_NEAR(back.latitude, 66.4, 1e-9);
    EXPECT_NEAR(back.longitude, -179.7, 1e-9);
    EXPECT_LT(std::abs(projection.plane(points[1]).x), 20'000);   // not once around the world
}

TEST(Weights, BandHoldsEveryPairWithinItAndNoOther) {
    const auto points = scattered(400, 10'000);
    const auto band = distance_band(points, 900, Self::Without);
    ASSERT_TRUE(band);
    for (std::size_t i = 0; i < points.size(); ++i) {
        std::vector<std::uint32_t> expected, got(band->of(i).begin(), band->of(i).end());
        for (std::uint32_t j = 0; j < points.size(); ++j)
            if (j != i && square(points[i], points[j]) <= 900.0 * 900) expected.push_back(j);
        std::sort(got.begin(), got.end());
        EXPECT_EQ(got, expected) << i;
    }
}

TEST(Weights, NearestAreTheNearestInOrder) {
    const auto points = scattered(1500, 10'000);
    const auto near = nearest_places(points, 7, Self::With, WeightStyle::Row);
    ASSERT_TRUE(near);
    for (std::size_t i = 0; i < points.size(); i += 37) {
        std::vector<std::uint32_t> all(points.size());
        for (std::uint32_t j = 0; j < all.size(); ++j) all[j] = j;
        std::stable_sort(all.begin(), all.end(), [&](auto a, auto b) { return square(points[i], points[a]) < square(points[i], points[b]); });
        all.resize(8);
        EXPECT_EQ(std::vector(near->of(i).begin(), near->of(i).end()), all) << i;
        EXPECT_DOUBLE_EQ(near->weights_of(i)[0], 1.0 / 8);
    }
}

TEST(Weights, PlacesAtOneSpotAreNeighboursInTheirOrder) {
    const std::vector<PlanePoint> points(5, PlanePoint{3, 3});
    const auto near = nearest_places(points, 2, Self::Without);
    EXPECT_EQ(std::vector(near->of(3).begin(), near->of(3).end()), (std::vector<std::uint32_t>{0, 1}));
    EXPECT_EQ(distance_band(points, 0, Self::Without)->of(0).size(), 4u);
}

TEST(Weights, HostilePointsAreRefusedOrEmpty) {
    EXPECT_EQ(nearest_places({}, 3, Self::With)->places(), 0u);
    EXPECT_EQ(nearest_places(std::vector<PlanePoint>(1), 3, Self::Without)->of(0).size(), 0u);
    EXPECT_EQ(nearest_places(std::vector<PlanePoint>(kMaxPlaces + 1), 3, Self::With).reason, Reason::TooLarge);
    EXPECT_EQ(distance_band(std::vector<PlanePoint>(4000), 1, Self::With).reason, Reason::TooLarge);   // 16 million links
    EXPECT_EQ(distance_band(std::vector<PlanePoint>{{NAN, 0}, {0, 0}}, 1, Self::With).reason, Reason::TooLarge);
    EXPECT_EQ(distance_band(std::vector<PlanePoint>{{0, 0}, {0, 0}}, -1, Self::Without)->of(0).size(), 0u);
}

}  // namespace
}  // namespace problemator
