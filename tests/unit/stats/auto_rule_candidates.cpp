#include "core/stats/auto_rule_candidates.hpp"

#include <gtest/gtest.h>

#include <limits>

namespace problemator {
namespace {

using Messages = std::vector<SentMessage>;

void add(Messages& messages, std::size_t n, std::uint32_t topic, std::uint32_t settlement, std::uint32_t department, std::optional<double> days = 2) {
    for (std::size_t i = 0; i < n; ++i) messages.push_back({topic, settlement, department, days});
}

TEST(RuleCandidates, StableExecutorOfATopicIsFound) {
    Messages messages;
    add(messages, 97, 1, 0, 5);
    add(messages, 3, 1, 0, 6);
    add(messages, 60, 2, 0, 5);
    add(messages, 40, 2, 0, 6);
    const auto found = find_rule_candidates(messages);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].topic, 1u);
    EXPECT_EQ(found[0].department, 5u);
    EXPECT_EQ(found[0].sent, 97u);
    EXPECT_NEAR(found[0].share.low, 0.9154806357, 1e-9);   // statsmodels, proportion_confint(97, 100, method="wilson")
    EXPECT_TRUE(found[0].suits_fast_track);
}

TEST(RuleCandidates, SmallNumbersProveNothing) {
    Messages messages;
    add(messages, 29, 1, 0, 5);
    add(messages, 30, 2, 0, 5);
    EXPECT_TRUE(find_rule_candidates(messages).empty());   // 30 of 30 has the lower bound 0.886
    EXPECT_EQ(find_rule_candidates(messages, {.least_share = 0.88}).size(), 1u);
}

TEST(RuleCandidates, SettlementIsToldOnlyWhereItDiffersFromItsTopic) {
    Messages messages;
    add(messages, 400, 1, 7, 5);
    add(messages, 50, 2, 7, 5);
    add(messages, 60, 2, 8, 6);
    const auto found = find_rule_candidates(messages);
    ASSERT_EQ(found.size(), 3u);
    EXPECT_EQ(found[0].settlement, 0u);
    EXPECT_EQ(found[1].settlement, 8u);
    EXPECT_EQ(found[1].department, 6u);
    EXPECT_EQ(found[2].settlement, 7u);
}

TEST(RuleCandidates, OpenMessagesCountAgainstTheFastTrack) {
    Messages messages;
    for (int i = 0; i < 100; ++i) messages.push_back({1, 0, 5, i % 5 + 1.0});
    auto found = find_rule_candidates(messages);
    EXPECT_DOUBLE_EQ(*found[0].median_days, 3);
    EXPECT_DOUBLE_EQ(*found[0].spread_days, 2);
    EXPECT_TRUE(found[0].suits_fast_track);
    add(messages, 60, 1, 0, 5, std::nullopt);
    found = find_rule_candidates(messages);
    EXPECT_TRUE(found[0].median_days.has_value());
    EXPECT_FALSE(found[0].spread_days.has_value());   // the last quarter is open
    EXPECT_FALSE(found[0].suits_fast_track);
}

TEST(RuleCandidates, UnknownCodesAndStrangeTimesAreHarmless) {
    Messages messages;
    EXPECT_TRUE(find_rule_candidates(messages).empty());
    add(messages, 50, 0, 1, 5);
    add(messages, 50, 1, 1, 0);
    EXPECT_TRUE(find_rule_candidates(messages, {.least_messages = 0}).empty());
    add(messages, 50, 3, 0, 5, std::numeric_limits<double>::quiet_NaN());
    add(messages, 50, 3, 0, 5, -4);
    EXPECT_EQ(find_rule_candidates(messages).size(), 1u);
}

}  // namespace
}  // namespace problemator
