// Reference: tests/reference/scans.py, a brute force in numpy with its own chance.
#include <gtest/gtest.h>

#include <cmath>

#include "core/stats/poisson_draw.hpp"
#include "core/stats/scan_norms.hpp"
#include "core/stats/scan_permutation.hpp"
#include "core/stats/scan_poisson.hpp"
#include "tests/unit/stats/vectors.hpp"

namespace problemator {
namespace {

constexpr ScanOptions kAsInReference{.max_periods = 5, .replicas = 1999, .max_clusters = 4, .seed = 5};

struct Case {
    std::vector<PlanePoint> points;
    std::vector<double> counts, baselines;
    std::vector<VectorRow> clusters;
    std::size_t periods = 0;

    std::vector<std::uint32_t> whole() const { return {counts.begin(), counts.end()}; }
    SpatialWeights zones() const { return *nearest_places(points, 6, Self::With); }
};

Case read_case(std::string_view file) {
    Case read;
    for (const auto& row : read_vectors(file)) {
        if (word(row, "kind") == "cluster") {
            read.clusters.push_back(row);
            continue;
        }
        read.points.push_back({number(row, "x"), number(row, "y")});
        const auto counts = numbers(row, "counts"), baselines = numbers(row, "baselines");
        read.periods = counts.size();
        read.counts.insert(read.counts.end(), counts.begin(), counts.end());
        read.baselines.insert(read.baselines.end(), baselines.begin(), baselines.end());
    }
    return read;
}

void expect_same(const std::vector<ScanCluster>& ours, const std::vector<VectorRow>& theirs) {
    ASSERT_EQ(ours.size(), theirs.size());
    for (std::size_t i = 0; i < ours.size(); ++i) {
        EXPECT_EQ(ours[i].centre, static_cast<std::uint32_t>(number(theirs[i], "id")));
        const auto places = numbers(theirs[i], "places");
        EXPECT_EQ(std::vector<double>(ours[i].places.begin(), ours[i].places.end()), places);
        EXPECT_EQ(static_cast<double>(ours[i].periods), number(theirs[i], "periods"));
        EXPECT_NEAR(ours[i].count, number(theirs[i], "count"), 1e-9);   // the quasi form divides counts by φ
        EXPECT_NEAR(ours[i].expected, number(theirs[i], "expected"), 1e-9);
        EXPECT_NEAR(ours[i].score, number(theirs[i], "score"), 1e-9);
        const double p = number(theirs[i], "p");
        EXPECT_NEAR(ours[i].p, p, 4 * std::sqrt(2 * p * (1 - p) / 1999) + 1.0 / 1999);   // both are shares of 1,999 replicas
        EXPECT_DOUBLE_EQ(ours[i].recurrence, 1 / ours[i].p);
    }
}

TEST(ScanPermutation, AgreesWithBruteForce) {
    const Case read = read_case("scan_permutation.csv");
    const auto counts = read.whole();
    const auto clusters = scan_permutation({read.points.size(), read.periods, counts}, read.zones(), kAsInReference);
    ASSERT_TRUE(clusters);
    expect_same(*clusters, read.clusters);
}

TEST(ScanPermutation, ScoreIsTheLikelihoodRatio) {
    EXPECT_NEAR(permutation_score(10, 4, 100), 10 * std::log(2.5) + 90 * std::log(90.0 / 96), 1e-12);
    EXPECT_EQ(permutation_score(4, 4, 100), 0);
    EXPECT_NEAR(permutation_score(5, 2, 5), 5 * std::log(2.5), 1e-12);   // nothing outside
}

TEST(ScanPermutation, TownThatIsAlwaysLoudIsNoCluster) {
    std::vector<std::uint32_t> counts;
    for (std::size_t place = 0; place < 4; ++place) counts.insert(counts.end(), 10, place == 2 ? 40u : 3u);
    const auto zones = *nearest_places(std::vector<PlanePoint>{{0, 0}, {1, 0}, {2, 0}, {3, 0}}, 1, Self::With);
    const auto clusters = scan_permutation({4, 10, counts}, zones);
    ASSERT_TRUE(clusters);
    EXPECT_TRUE(clusters->empty());
}

TEST(ScanPermutation, SameSeedSameP) {
    const Case read = read_case("scan_permutation.csv");
    const auto counts = read.whole();
    const ScanOptions options{.replicas = 99, .seed = 77};
    const auto a = scan_permutation({read.points.size(), read.periods, counts}, read.zones(), options), b = scan_permutation({read.points.size(), read.periods, counts}, read.zones(), options);
    for (std::size_t i = 0; i < a->size(); ++i) EXPECT_EQ((*a)[i].p, (*b)[i].p);
}

TEST(ScanPermutation, HostileTablesGiveAReason) {
    const auto two = *nearest_places(std::vector<PlanePoint>{{0, 0}, {1, 0}}, 1, Self::With);
    const std::vector<std::uint32_t> zeros(4), huge(4, 4'000'000'000u), ones(4, 1);
    EXPECT_EQ(scan_permutation({0, 0, {}}, SpatialWeights{}).reason, Reason::TooFewPeriods);
    EXPECT_EQ(scan_permutation({2, 2, zeros}, two).reason, Reason::TooFewCounts);
    EXPECT_EQ(scan_permutation({2, 2, huge}, two).reason, Reason::TooLarge);
    EXPECT_EQ(scan_permutation({2, 3, ones}, two).reason, Reason::NoNeighbours);   // the table is not whole
    EXPECT_EQ(scan_permutation({2, 2, ones}, two, {.max_periods = 0, .replicas = 0})->size(), 0u);
}

TEST(ScanPoisson, AgreesWithBruteForce) {
    const Case read = read_case("scan_poisson.csv");
    const std::size_t n = read.points.size();
    const auto clusters = scan_poisson({n, read.periods, read.counts}, {n, read.periods, read.baselines}, read.zones(), kAsInReference);
    ASSERT_TRUE(clusters);
    expect_same(*clusters, read.clusters);
}

TEST(ScanPoisson, QuasiPoissonFormAgreesWithBruteForce) {
    std::vector<PlanePoint> points;
    std::vector<double> weeks, baselines;
    std::vector<VectorRow> theirs;
    for (const auto& row : read_vectors("scan_quasi.csv")) {
        if (word(row, "kind") == "cluster") {
            theirs.push_back(row);
            continue;
        }
        points.push_back({number(row, "x"), number(row, "y")});
        const auto counts = numbers(row, "counts"), norms = numbers(row, "baselines");
        weeks.insert(weeks.end(), counts.begin(), counts.end());
        baselines.insert(baselines.end(), norms.begin(), norms.end());
    }
    const std::size_t n = points.size(), window = baselines.size() / n;
    const auto norms = scan_norms({n, weeks.size() / n, weeks}, window);
    ASSERT_TRUE(norms);
    EXPECT_NEAR(norms->dispersion, number(theirs.front(), "dispersion"), 1e-9);
    EXPECT_GT(norms->dispersion, 1.5) << "the made-up counts vary more than Poisson";
    for (std::size_t i = 0; i < baselines.size(); ++i) EXPECT_NEAR(norms->baselines[i], baselines[i], 1e-9);
    const auto clusters = scan_poisson({n, window, norms->counts}, {n, window, norms->baselines}, *nearest_places(points, 6, Self::With), {.max_periods = window, .replicas = 1999, .max_clusters = 4, .seed = 5});
    ASSERT_TRUE(clusters);
    expect_same(*clusters, theirs);
}

TEST(ScanPoisson, NormsNeedAPast) {
    const std::vector<double> none(30 * 2, 0.0), some(30 * 2, 1.0);
    EXPECT_EQ(scan_norms({2, 30, none}, 4).reason, Reason::TooFewCounts);
    EXPECT_EQ(scan_norms({2, 30, some}, 5).reason, Reason::TooFewPeriods);
    EXPECT_EQ(scan_norms({2, 29, some}, 4).reason, Reason::NoNeighbours) << "the table is not whole";
    EXPECT_EQ(scan_norms({2, 30, some}, 0).reason, Reason::TooFewPeriods);
    EXPECT_DOUBLE_EQ(scan_norms({2, 30, some}, 4)->dispersion, 1 + 4.0 / 26) << "never below chance";
}

TEST(ScanPoisson, AgreesWithScanstatistics) {
    EXPECT_NEAR(poisson_score(1, 0.5), 0.1931471806, 1e-10);
    EXPECT_EQ(poisson_score(0, 2), 0);
    EXPECT_EQ(poisson_score(1, 2.5), 0);
    const std::vector<double> counts = {1, 0}, baselines = {0.5, 2};
    const auto zones = *nearest_places(std::vector<PlanePoint>{{0, 0}, {1, 0}}, 1, Self::With);
    const auto clusters = scan_poisson({2, 1, counts}, {2, 1, baselines}, zones);
    ASSERT_EQ(clusters->size(), 1u);
    EXPECT_NEAR(clusters->front().score, 0.1931471806, 1e-10);
    EXPECT_DOUBLE_EQ(clusters->front().relative_risk, 2);
}

TEST(ScanPoisson, PUnderChanceIsUniform) {
    const Case read = read_case("scan_poisson.csv");
    const std::size_t n = read.points.size();
    const auto zones = read.zones();
    Random random{31};
    int small = 0;
    for (std::uint64_t round = 0; round < 200; ++round) {
        std::vector<double> counts;
        for (const double b : read.baselines) counts.push_back(draw_poisson(random, b));
        const auto clusters = scan_poisson({n, read.periods, counts}, {n, read.periods, read.baselines}, zones, {.replicas = 99, .seed = round});
        small += !clusters->empty() && clusters->front().p <= 0.1 ? 1 : 0;
    }
    EXPECT_NEAR(small, 20, 4 * std::sqrt(200 * 0.1 * 0.9));
}

TEST(ScanPoisson, HostileTablesGiveAReason) {
    const auto two = *nearest_places(std::vector<PlanePoint>{{0, 0}, {1, 0}}, 1, Self::With);
    const std::vector<double> zeros(2), huge(2, 1e300), broken = {NAN, 1}, ones(2, 1);
    EXPECT_EQ(scan_poisson({0, 0, {}}, {0, 0, {}}, SpatialWeights{}).reason, Reason::NoNeighbours);
    EXPECT_EQ(scan_poisson({2, 1, huge}, {2, 1, ones}, two).reason, Reason::TooLarge);
    EXPECT_EQ(scan_poisson({2, 1, broken}, {2, 1, ones}, two).reason, Reason::TooLarge);
    EXPECT_TRUE(scan_poisson({2, 1, ones}, {2, 1, zeros}, two)->empty());   // a norm of nothing is no norm
}

TEST(PoissonDraw, MeanAndVarianceAreTheMean) {
    Random random{2};
    for (const double mean : {0.3, 4.0, 11.9, 12.1, 150.0, 1e6}) {
        double sum = 0, squares = 0;
        constexpr int kDraws = 20'000;
        for (int i = 0; i < kDraws; ++i) {
            const double d = draw_poisson(random, mean) - mean;
            sum += d;
            squares += d * d;
        }
        EXPECT_NEAR(sum / kDraws, 0, 5 * std::sqrt(mean / kDraws)) << mean;
        EXPECT_NEAR(squares / kDraws / mean, 1, 5 * std::sqrt((2 + 1 / mean) / kDraws)) << mean;
    }
    EXPECT_EQ(draw_poisson(random, 0), 0);
    EXPECT_EQ(draw_poisson(random, NAN), 0);
    EXPECT_LT(draw_poisson(random, 1e300), 2e9);
}

TEST(PoissonDraw, LogFactorialIsExact) {
    EXPECT_NEAR(log_factorial(0), 0, 1e-12);
    EXPECT_NEAR(log_factorial(5), std::log(120.0), 1e-12);
    EXPECT_NEAR(log_factorial(100), 363.73937555556349, 1e-10);
}

}  // namespace
}  // namespace problemator
