// Reference: tests/reference/new_words.py (numpy).
#include "core/stats/new_words.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "tests/unit/stats/vectors.hpp"

namespace problemator {
namespace {

std::vector<WordCount> read_words(std::vector<VectorRow>& rows) {
    rows = read_vectors("new_words.csv");
    std::vector<WordCount> words;
    for (const auto& row : rows) words.push_back({number(row, "now"), number(row, "before")});
    return words;
}

TEST(NewWords, AgreeWithNumpy) {
    std::vector<VectorRow> rows;
    const auto words = read_words(rows);
    const auto changes = word_changes(words);
    ASSERT_TRUE(changes);
    for (std::size_t i = 0; i < words.size(); ++i) {
        EXPECT_NEAR((*changes)[i].log_odds, number(rows[i], "log_odds"), 1e-10);
        EXPECT_NEAR((*changes)[i].z, number(rows[i], "z"), 1e-10);
    }
}

TEST(NewWords, PlantedWordsAreFoundAndTheFrequentOnesAreNot) {
    std::vector<VectorRow> rows;
    const auto found_words = new_words(read_words(rows));
    std::vector<std::size_t> numbers;
    for (const auto& w : *found_words) numbers.push_back(w.word);
    EXPECT_EQ(numbers.front(), 45u);
    EXPECT_NE(std::find(numbers.begin(), numbers.end(), 20u), numbers.end());
    EXPECT_EQ(std::find(numbers.begin(), numbers.end(), 0u), numbers.end());
    for (const auto& w : *found_words) EXPECT_EQ(w.is_first_seen, w.word == 50u);
}

TEST(NewWords, OneMisprintIsNoNews) {
    const std::vector<WordCount> words = {{100, 1000}, {50, 500}, {1, 0}, {6, 0}};
    const auto news = new_words(words);
    ASSERT_EQ(news->size(), 1u);
    EXPECT_EQ(news->front().word, 3u);
}

TEST(NewWords, NothingToCompareIsSaid) {
    EXPECT_EQ(new_words({}).reason, Reason::TooFewCounts);
    EXPECT_EQ(new_words(std::vector<WordCount>{{5, 0}, {3, 0}}).reason, Reason::TooFewCounts);
    EXPECT_EQ(new_words(std::vector<WordCount>{{5, 7}}).reason, Reason::NoVariation);
    EXPECT_EQ(new_words(std::vector<WordCount>{{NAN, -3}, {INFINITY, 2}}).reason, Reason::TooFewCounts);
    const auto huge = new_words(std::vector<WordCount>{{1e300, 1}, {1, 1e300}});
    for (const auto& w : huge.value.value_or(std::vector<WordChange>{})) EXPECT_TRUE(std::isfinite(w.z));
}

}  // namespace
}  // namespace problemator
