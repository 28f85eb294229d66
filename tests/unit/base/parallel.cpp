#include "core/base/parallel.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <stdexcept>
#include <string>
#include <vector>

namespace problemator {
namespace {

std::vector<std::size_t> squares_by(std::size_t threads) {
    const ThreadsForNow now{threads};
    std::vector<std::size_t> out(1000);
    parallel_for(out.size(), [&](std::size_t i) { out[i] = i * i + 1; });
    return out;
}

TEST(Parallel, ThreadsDoNotShowInTheResult) {
    const auto alone = squares_by(1);
    EXPECT_EQ(alone[999], 998'002u);
    for (const std::size_t threads : {2u, 3u, 7u}) EXPECT_EQ(squares_by(threads), alone) << threads;
}

TEST(Parallel, RangesCoverEachNumberOnce) {
    for (const std::size_t n : {0u, 1u, 63u, 64u, 65u, 1000u}) {
        std::vector<int> met(n);
        parallel_ranges(n, 64, [&](std::size_t begin, std::size_t end) {
            for (std::size_t i = begin; i < end; ++i) ++met[i];
        });
        EXPECT_EQ(met, std::vector<int>(n, 1)) << n;
    }
}

#ifndef __EMSCRIPTEN__
TEST(Parallel, PieceWithinAPieceStaysOnItsThread) {
    const ThreadsForNow now{3};
    std::vector<std::size_t> within(50);
    parallel_for(within.size(), [&](std::size_t i) { within[i] = thread_count(); });
    EXPECT_EQ(within, std::vector<std::size_t>(50, 1));
    EXPECT_EQ(thread_count(), 3u);
}

TEST(Parallel, WhatTheFirstPieceThrowsIsThrown) {
    const ThreadsForNow now{2};
    std::atomic<int> done{0};
    const auto work = [&](std::size_t i) {
        if (i == 5 || i == 70) throw std::runtime_error{"piece " + std::to_string(i)};
        ++done;
    };
    try {
        parallel_for(100, work);
        FAIL() << "nothing was thrown";
    } catch (const std::runtime_error& error) {
        EXPECT_STREQ(error.what(), "piece 5");
    }
    EXPECT_EQ(done, 98);
}
#endif

}  // namespace
}  // namespace problemator
