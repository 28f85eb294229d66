// What is counted on many threads is the same, bit for bit, as on one: a reader in the page must see the figures of the builder.
#include <gtest/gtest.h>

#include <numeric>

#include "core/base/parallel.hpp"
#include "core/stats/case_mix.hpp"
#include "core/stats/hot_spots.hpp"
#include "core/stats/overdue_forecast.hpp"
#include "core/stats/poisson_draw.hpp"
#include "core/stats/surge_ladder.hpp"
#include "tests/bench/made_texts.hpp"

namespace problemator {
namespace {

constexpr std::size_t kCells = 200, kWeeks = 60;

std::vector<double> made_counts() {
    Random random{1};
    std::vector<double> counts;
    for (std::size_t cell = 0; cell < kCells; ++cell)
        for (std::size_t week = 0; week <= kWeeks; ++week) counts.push_back(draw_poisson(random, cell % 7 == 0 && week > 50 ? 6 : 2));
    return counts;
}

/// `told()` on one thread and on others.
template <class Told>
void expect_same_on_any(const Told& told) {
    const auto on = [&](std::size_t threads) {
        const ThreadsForNow now{threads};
        return told();
    };
    const auto alone = on(1);
    EXPECT_FALSE(alone.empty());
    for (const std::size_t threads : {2u, 3u, 7u}) EXPECT_EQ(on(threads), alone) << threads << " threads";
}

TEST(Threads, SurgesAreTheSameOnAny) {
    const auto counts = made_counts();
    expect_same_on_any([&] {
        std::vector<double> told;
        for (const auto& cell : judge_cells(SurgeLadder{kWeeks + 1}, counts).cells) told.insert(told.end(), {cell->expected, cell->p, cell->q, cell->upper});
        return told;
    });
}

TEST(Threads, HotSpotsAreTheSameOnAny) {
    Random random{2};
    std::vector<PlanePoint> points(kCells);
    for (PlanePoint& point : points) point = {random.uniform(), random.uniform()};
    const auto near = nearest_places(points, 8, Self::With);
    const auto counts = made_counts();
    expect_same_on_any([&] {
        const HotSpots spots = hot_spots(counts, kWeeks + 1, *near, {.permutations = 19, .seed = 3});
        std::vector<double> told;
        for (std::size_t i = 0; i < kCells; ++i) told.insert(told.end(), {spots.last[i]->z, spots.last[i]->q, static_cast<double>(spots.kinds[i]->kind), spots.kinds[i]->trend.p});
        return told;
    });
}

TEST(Threads, OverdueForecastIsTheSameOnAny) {
    Random random{3};
    std::vector<Duration> took;
    std::vector<std::uint32_t> topic;
    std::vector<OpenMessage> open;
    for (std::uint32_t i = 0; i < 3000; ++i) {
        topic.push_back(i % 11);
        took.push_back({static_cast<std::int32_t>(random.uniform() * 20'000), i % 5 != 0, 0});
        if (i % 5 == 0) open.push_back({i % 11, took.back().minutes, took.back().minutes + 5000});
    }
    expect_same_on_any([&] { return forecast_overdue(open, {took, topic})->chances; });
}

TEST(Threads, CaseMixIsTheSameOnAny) {
    Random random{4};
    std::vector<std::uint32_t> department, topic, month;
    std::vector<double> days;
    for (std::uint32_t i = 0; i < 3000; ++i) {
        department.push_back(i % 7), topic.push_back(i % 13), month.push_back(i % 5);
        days.push_back(random.uniform() * 30);
    }
    expect_same_on_any([&] {
        std::vector<double> told;
        for (const CaseMixUnit& unit : case_mix({department, {topic, month}, days}, {.interval = CaseMixInterval::Amount})) told.insert(told.end(), {unit.expected, unit.variance, unit.ratio->low});
        return told;
    });
}

/// Enough of them for several threads; names of places, or streets that some do not tell.
void expect_same_clusters(const MadeTexts& made) {
    TextReader reader;
    for (const ClusterMessage& m : made.messages) reader.add(m.text);
    const TextWords words = std::move(reader).words();
    std::vector<std::uint32_t> texts(made.messages.size());
    std::iota(texts.begin(), texts.end(), 0u);
    expect_same_on_any([&] {
        FoundClusters found{made.messages, words, texts};
        std::vector<std::vector<std::uint32_t>> told;
        for (std::size_t cluster = 0; cluster < found.size(); ++cluster) {
            MessageCluster one = found.tell(cluster);
            told.push_back(std::move(one.rows));
            told.push_back(std::move(one.unsolved));
        }
        return told;
    });
}

TEST(Threads, ClustersAreTheSameOnAny) {
    constexpr std::size_t kEnough = 51'000;
    expect_same_clusters(made_mixture(kEnough));
    expect_same_clusters(made_sentences(kEnough));
}

}  // namespace
}  // namespace problemator
