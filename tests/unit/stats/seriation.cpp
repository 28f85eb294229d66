#include "core/stats/seriation.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/stats/random.hpp"

namespace problemator {
namespace {

using Order = std::vector<std::size_t>;

/// Rows along a line: each shares most with its neighbours.
std::vector<double> band(std::size_t rows, std::size_t columns) {
    std::vector<double> out;
    for (std::size_t r = 0; r < rows; ++r)
        for (std::size_t c = 0; c < columns; ++c) {
            const double at = static_cast<double>(r) * static_cast<double>(columns - 1) / static_cast<double>(rows - 1);
            out.push_back(std::round(100 * std::exp(-0.5 * std::pow((static_cast<double>(c) - at) / 1.5, 2))));
        }
    return out;
}

std::vector<double> permuted(const std::vector<double>& counts, std::size_t columns, const Order& order) {
    std::vector<double> out;
    for (const std::size_t row : order) out.insert(out.end(), counts.begin() + static_cast<std::ptrdiff_t>(row * columns), counts.begin() + static_cast<std::ptrdiff_t>((row + 1) * columns));
    return out;
}

Order shuffled(std::size_t n, Random& random) {
    Order order(n);
    std::iota(order.begin(), order.end(), std::size_t{0});
    for (std::size_t i = n; i > 1; --i) std::swap(order[i - 1], order[static_cast<std::size_t>(random.uniform() * static_cast<double>(i))]);
    return order;
}

TEST(Seriation, RowsAlongALineComeBackInTheirOrder) {
    const auto counts = band(12, 9);
    Random random{4};
    for (int round = 0; round < 20; ++round) {
        const Order shuffle = shuffled(12, random);
        Order back;
        for (const std::size_t place : likeness_order(permuted(counts, 9, shuffle), 9)) back.push_back(shuffle[place]);
        if (back.front() > back.back()) std::reverse(back.begin(), back.end());
        EXPECT_TRUE(std::is_sorted(back.begin(), back.end())) << round;
    }
}

TEST(Seriation, DistanceKnowsTheShapeAndNotTheSize) {
    const std::vector<double> a = {1, 2, 3}, ten_times = {10, 20, 30}, elsewhere = {0, 0, 0}, apart = {0, 0, 5}, other = {7, 0, 0};
    EXPECT_NEAR(profile_distance(a, ten_times), 0, 1e-7);
    EXPECT_DOUBLE_EQ(profile_distance(apart, other), 1);
    EXPECT_DOUBLE_EQ(profile_distance(a, elsewhere), 1);
    EXPECT_NEAR(profile_distance(a, apart), std::sqrt(1 - std::sqrt(0.5)), 1e-12);
}

TEST(Seriation, NoOrderOfThatTreeIsShorter) {
    // Three pairs: the tree is known, so its 2^5 orders are few enough to try.
    const std::vector<double> counts = {9, 1, 0, 0, 8, 2, 0, 0, 0, 9, 1, 0, 0, 8, 2, 0, 0, 0, 9, 1, 0, 0, 8, 2};
    const Order found = likeness_order(counts, 4);
    const double length = path_length(counts, 4, found);
    for (int turns = 0; turns < 32; ++turns) {
        std::vector<Order> pairs = {{0, 1}, {2, 3}, {4, 5}};
        for (int p = 0; p < 3; ++p)
            if (turns & (1 << p)) std::swap(pairs[static_cast<std::size_t>(p)][0], pairs[static_cast<std::size_t>(p)][1]);
        for (const auto& of : {std::vector<std::size_t>{0, 1, 2}, {1, 0, 2}, {2, 0, 1}, {2, 1, 0}}) {
            Order order;
            for (const std::size_t p : of) order.insert(order.end(), pairs[p].begin(), pairs[p].end());
            EXPECT_LE(length, path_length(counts, 4, order) + 1e-12);
        }
    }
}

TEST(Seriation, AnyInputGivesEveryRowOnceAndTheSameOrderTwice) {
    Random random{11};
    for (int round = 0; round < 200; ++round) {
        const auto rows = static_cast<std::size_t>(random.uniform() * 24), columns = 1 + static_cast<std::size_t>(random.uniform() * 8);
        std::vector<double> counts;
        for (std::size_t i = 0; i < rows * columns; ++i) counts.push_back(random.uniform() < 0.6 ? 0 : std::floor(random.uniform() * 40));
        const Order order = likeness_order(counts, columns);
        Order sorted = order, every(rows);
        std::iota(every.begin(), every.end(), std::size_t{0});
        std::sort(sorted.begin(), sorted.end());
        EXPECT_EQ(sorted, every);
        EXPECT_EQ(likeness_order(counts, columns), order);
    }
}

TEST(Seriation, EmptyRowsStayAtTheEndInTheirOrder) {
    const std::vector<double> counts = {0, 0, 5, 1, 0, 0, 1, 5, 4, 2};
    const Order order = likeness_order(counts, 2);
    EXPECT_EQ(order, (Order{1, 4, 3, 0, 2}));
    EXPECT_TRUE(likeness_order({}, 3).empty());
}

}  // namespace
}  // namespace problemator
