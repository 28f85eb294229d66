// Reference: tests/reference/new_phrases.py, its own counting of words and pairs and the formula in numpy.
#include "core/stats/new_phrases.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "core/stats/phrases.hpp"
#include "core/stats/text_groups.hpp"
#include "tests/unit/stats/vectors.hpp"

namespace problemator {
namespace {

std::vector<std::string> phrases_in(PhraseDictionary& dictionary, std::string_view text, std::string_view place = {}) {
    std::vector<std::uint32_t> found;
    dictionary.read(text, place, found);
    std::vector<std::string> out;
    for (const std::uint32_t phrase : found) out.push_back(dictionary.readable(phrase));
    std::sort(out.begin(), out.end());
    return out;
}

TEST(Phrases, PairsStandSideBySideOrAcrossAPreposition) {
    PhraseDictionary dictionary;
    EXPECT_EQ(phrases_in(dictionary, "Авария на водозаборе, вода мутная"), (std::vector<std::string>{"авария", "авария на водозаборе", "вода", "вода мутная", "водозаборе", "водозаборе вода", "мутная"}));
}

TEST(Phrases, ADenialGoesWithTheWordAfterIt) {
    PhraseDictionary dictionary;
    EXPECT_EQ(phrases_in(dictionary, "Третий день нет отопления"), (std::vector<std::string>{"нет отопления", "отопления", "третий"}));
}

TEST(Phrases, NamesOfThePlaceAndNumbersAreNoWords) {
    PhraseDictionary dictionary;
    EXPECT_EQ(phrases_in(dictionary, "На Лесной, 12 в Приобье порыв", "Приобье ул. Лесная"), (std::vector<std::string>{"порыв"}));
}

TEST(Phrases, TheOrderAndTheFormOfWordsDoNotMatter) {
    PhraseDictionary dictionary;
    std::vector<std::uint32_t> a, b;
    dictionary.read("холодные батареи", {}, a);
    dictionary.read("батарею холодную", {}, b);
    EXPECT_EQ(a, b);
}

struct Corpus { std::vector<std::string> texts[2]; std::vector<PhraseText> views[2]; };

Corpus read_corpus() {
    Corpus corpus;
    for (const auto& row : read_vectors("new_phrases_texts.csv")) corpus.texts[word(row, "side") == "now" ? 0 : 1].emplace_back(word(row, "text"));
    for (int side = 0; side < 2; ++side)
        for (const std::string& text : corpus.texts[side]) corpus.views[side].push_back({text, {}});
    return corpus;
}

TEST(NewPhrases, AgreeWithPython) {
    const Corpus corpus = read_corpus();
    const auto found = new_phrases(corpus.views[0], corpus.views[1]);
    ASSERT_TRUE(found);
    const auto rows = read_vectors("new_phrases.csv");
    ASSERT_EQ(found->size(), rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        EXPECT_EQ((*found)[i].words, word(rows[i], "words"));
        EXPECT_EQ(static_cast<double>((*found)[i].now), number(rows[i], "now"));
        EXPECT_EQ(static_cast<double>((*found)[i].before), number(rows[i], "before"));
        EXPECT_NEAR((*found)[i].z, number(rows[i], "z"), 1e-9);
    }
}

TEST(NewPhrases, TheCauseIsToldByOnePairAndNoWordTwice) {
    const Corpus corpus = read_corpus();
    const auto found = new_phrases(corpus.views[0], corpus.views[1]);
    ASSERT_FALSE(found->empty());
    EXPECT_EQ(found->front().words, "порыв теплотрассы");
    for (const auto& one : *found) EXPECT_NE(one.words, "теплотрассы");
}

TEST(NewPhrases, NothingToCompareGivesAReason) {
    const std::vector<PhraseText> some = {{"порыв теплотрассы", {}}}, empty = {{"", {}}};
    EXPECT_EQ(new_phrases(some, {}).reason, Reason::TooFewCounts);
    EXPECT_EQ(new_phrases({}, some).reason, Reason::TooFewCounts);
    EXPECT_EQ(new_phrases(empty, some).reason, Reason::TooFewCounts);
}

TEST(TextGroups, ATextBelongsToTheGroupItIsMostLike) {
    const std::vector<std::vector<GroupText>> groups = {{{"порыв теплотрассы, холодные батареи", {}}}, {{"счёт за отопление вдвое больше", {}}, {"неверный счёт за отопление", {}}}};
    const std::vector<GroupText> others = {{"снова счёт за отопление неверный", {}}, {"порыв теплотрассы на углу", {}}, {"бродячие собаки у школы", {}}, {"", {}}};
    const auto found = nearest_groups(groups, others);
    EXPECT_EQ(found, (std::vector<std::optional<std::size_t>>{1, 0, std::nullopt, std::nullopt}));
    EXPECT_TRUE(nearest_groups({}, others)[0] == std::nullopt);
}

}  // namespace
}  // namespace problemator
