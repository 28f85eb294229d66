#include "core/base/recent.hpp"

#include <gtest/gtest.h>

#include <string>

namespace problemator {
namespace {

TEST(Recent, TheSameQuestionIsWorkedOutOnce) {
    Recent<int, std::string> recent{2};
    int made = 0;
    const auto ask = [&](int key) { return *recent.get(key, [&] { return ++made, "answer " + std::to_string(key); }); };
    EXPECT_EQ(ask(1), "answer 1");
    EXPECT_EQ(ask(1), "answer 1");
    EXPECT_EQ(made, 1);
}

TEST(Recent, WhatWasAskedForLongestAgoIsForgotten) {
    Recent<int, int> recent{2};
    for (const int key : {1, 2, 1, 3}) recent.get(key, [key] { return 10 * key; });
    EXPECT_TRUE(recent.find(1));
    EXPECT_FALSE(recent.find(2));
    EXPECT_EQ(*recent.find(3), 30);
    EXPECT_EQ(recent.size(), 2u);
}

TEST(Recent, AnAnswerOutlivesItsPlaceInTheList) {
    Recent<int, int> recent{1};
    const auto first = recent.get(1, [] { return 10; });
    recent.get(2, [] { return 20; });
    EXPECT_EQ(*first, 10);
}

TEST(Recent, AnswersMayAskEachOther) {
    Recent<int, int> recent{8};
    const auto ask = [&](const auto& self, int n) -> int { return *recent.get(n, [&] { return n < 2 ? n : self(self, n - 1) + self(self, n - 2); }); };
    EXPECT_EQ(ask(ask, 6), 8);
}

}  // namespace
}  // namespace problemator
