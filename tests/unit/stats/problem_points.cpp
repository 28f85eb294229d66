#include <gtest/gtest.h>

#include <cmath>

#include "core/stats/priority.hpp"
#include "core/stats/repeated_places.hpp"
#include "core/stats/wilson.hpp"

namespace problemator {
namespace {

const ProblemPoint kPoint{.messages = 40, .expected = 10, .weeks_active = 9, .weeks = 12, .overdue = 20, .repeats = 8, .authors = 25};

TEST(Priority, IsTheWeighedSumOfItsParts) {
    const auto priority = priority_of(kPoint, 100, {{0.4, 0.2, 0.2, 0.1, 0.1}});
    const double volume = std::log(41.0) / std::log(101.0), excess = 0.75, persistence = 0.75, overdue = wilson(20, 40).low, repeats = wilson(8, 40).low;
    EXPECT_NEAR(priority.parts[0], volume, 1e-12);
    EXPECT_NEAR(priority.parts[1], excess, 1e-12);
    EXPECT_NEAR(priority.parts[2], persistence, 1e-12);
    EXPECT_NEAR(priority.score, 100 * (0.4 * volume + 0.2 * excess + 0.2 * persistence + 0.1 * overdue + 0.1 * repeats), 1e-9);
}

TEST(Priority, UnknownNormTakesItsWeightAway) {
    ProblemPoint unknown = kPoint;
    unknown.expected.reset();
    const auto priority = priority_of(unknown, 100, {{0, 1, 1, 0, 0}});
    EXPECT_NEAR(priority.score, 75, 1e-9);
}

TEST(Priority, OneOverdueOfOneDoesNotBeatThirtyOfForty) {
    const PriorityWeights overdue_only{{0, 0, 0, 1, 0}};
    const ProblemPoint one{.messages = 1, .overdue = 1, .authors = 1}, many{.messages = 40, .overdue = 30, .authors = 30};
    EXPECT_LT(priority_of(one, 40, overdue_only).score, priority_of(many, 40, overdue_only).score);
}

TEST(Priority, StaysBetweenZeroAndAHundred) {
    const ProblemPoint nothing, broken{.messages = 3, .expected = NAN, .weeks_active = 9, .weeks = 2, .overdue = 50, .repeats = 50, .authors = 0};
    EXPECT_EQ(priority_of(nothing, 0).score, 0);
    const double score = priority_of(broken, 1).score;
    EXPECT_TRUE(score >= 0 && score <= 100) << score;
    EXPECT_EQ(priority_of(kPoint, 100, {{0, 0, 0, 0, -5}}).score, 0);
}

TEST(PollRule, SaysTheFirstConditionThatFails) {
    struct { ProblemPoint point; bool may_be_asked; PollAnswer answer; } const table[] = {
        {kPoint, true, PollAnswer::Ask},
        {kPoint, false, PollAnswer::TopicIsNotAsked},
        {{.messages = 9, .weeks_active = 9, .weeks = 12, .repeats = 8, .authors = 9}, true, PollAnswer::TooFewMessages},
        {{.messages = 40, .weeks_active = 9, .weeks = 12, .repeats = 8, .authors = 6}, true, PollAnswer::TooFewAuthors},
        {{.messages = 40, .weeks_active = 9, .weeks = 12, .repeats = 8, .authors = 19}, true, PollAnswer::TooFewAuthors},   // under a half of them
        {{.messages = 40, .weeks_active = 9, .weeks = 12, .repeats = 8, .authors = std::nullopt}, true, PollAnswer::Ask},
        {{.messages = 40, .weeks_active = 3, .weeks = 12, .repeats = 8, .authors = 25}, true, PollAnswer::TooShort},
        {{.messages = 40, .weeks_active = 9, .weeks = 12, .repeats = 3, .authors = 25}, true, PollAnswer::AnswersHelp},
    };
    for (const auto& t : table) EXPECT_EQ(poll_answer(t.point, t.may_be_asked), t.answer);
}

AddressedMessage message(std::uint32_t street, std::uint32_t house, std::uint64_t author, std::int32_t week, bool is_repeat = false) {
    return {.street = street, .house = house, .author = author, .week = week, .is_repeat = is_repeat};
}

TEST(RepeatedPlaces, CountsMessagesAuthorsWeeksAndRepeatsOfAHouse) {
    const std::vector<AddressedMessage> messages = {message(7, 2, 11, 100), message(7, 2, 12, 101, true), message(7, 3, 11, 100), message(7, 2, 11, 101),
                                                    message(7, 0, 11, 100), message(0, 2, 11, 100), message(7, 2, 0, 103)};
    const auto places = repeated_places(messages, {.min_messages = 2, .weeks = 10, .weights = {}});
    ASSERT_EQ(places.size(), 1u);
    const auto& place = places[0];
    EXPECT_EQ(place.street, 7u);
    EXPECT_EQ(place.house, 2u);
    EXPECT_EQ(place.point.messages, 4u);
    EXPECT_EQ(place.point.authors, 2u);
    EXPECT_EQ(place.point.weeks_active, 3u);
    EXPECT_EQ(place.first_week, 100);
    EXPECT_EQ(place.last_week, 103);
    EXPECT_DOUBLE_EQ(place.repeat_share, 0.25);
    EXPECT_GT(place.priority.score, 0);
}

TEST(RepeatedPlaces, HigherPriorityComesFirstAndEqualOnesByAddress) {
    std::vector<AddressedMessage> messages;
    for (int i = 0; i < 3; ++i) {
        messages.push_back(message(5, 1, 0, i));
        messages.push_back(message(4, 9, 0, i));
    }
    for (int i = 0; i < 6; ++i) messages.push_back(message(9, 9, 0, i, true));
    const auto places = repeated_places(messages);
    ASSERT_EQ(places.size(), 3u);
    EXPECT_EQ(places[0].street, 9u);
    EXPECT_EQ(places[1].street, 4u);
    EXPECT_EQ(places[2].street, 5u);
    EXPECT_FALSE(places[0].point.authors.has_value());
}

TEST(RepeatedPlaces, NothingGivesNothing) { EXPECT_TRUE(repeated_places({}).empty()); }

}  // namespace
}  // namespace problemator
