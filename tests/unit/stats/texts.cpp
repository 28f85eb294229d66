// Tokens, words of texts, TF-IDF (oracle: scikit-learn, tests/reference/tf_idf.py) and the window of cosines (oracle: each cosine by itself).
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <numeric>

#include "core/stats/random.hpp"
#include "core/stats/text_weights.hpp"
#include "core/stats/text_window.hpp"
#include "core/stats/tokens.hpp"
#include "tests/unit/stats/vectors.hpp"

namespace problemator {
namespace {

std::vector<std::string> tokens_of(const char* text) {
    TokenDictionary dictionary;
    std::vector<std::uint32_t> tokens;
    dictionary.read(text, tokens);
    const auto readable = dictionary.readable();
    std::vector<std::string> out;
    for (const auto token : tokens) out.push_back(readable[token]);
    return out;
}

TEST(Tokens, AreWhatTheMessageIsAbout) {
    const struct { const char* text; std::vector<std::string> tokens; } cases[] = {
        {"Здравствуйте! Не горят фонари на ул. Речной, д. 45а", {"горят", "фонари", "речной", "45а"}},
        {"[club12|Администрация], ТЁПЛЫЕ батареи 😡 https://vk.com/wall1_2", {"администрация", "теплые", "батареи"}},
        {"<b>Яма</b>, яма и ямы &nbsp; 7", {"яма", "яма", "яма", "7"}},
        {"и в на от", {}},
        {"", {}},
    };
    for (const auto& c : cases) EXPECT_EQ(tokens_of(c.text), c.tokens) << c.text;
}

TEST(Tokens, FormsOfAWordAreOneTokenShownAsMostPeopleWriteIt) {
    TokenDictionary dictionary;
    std::vector<std::uint32_t> a, b;
    dictionary.read("дорога дороги дорогой", a);
    dictionary.read("дороги", b);
    EXPECT_EQ(dictionary.size(), 1u);
    EXPECT_EQ(a, (std::vector<std::uint32_t>{0, 0, 0}));
    EXPECT_EQ(dictionary.readable()[0], "дороги");
}

TEST(Tokens, WordsOfAnyLengthAreToldApart) {
    TokenDictionary dictionary;
    std::vector<std::uint32_t> tokens;
    std::string text;
    for (std::size_t size = 1; size <= TokenDictionary::kLongestWord; ++size) text += std::string(size, 'w') + "5 " + std::string(size, 'w') + "7 ";
    dictionary.read(text, tokens);
    EXPECT_EQ(dictionary.size(), 2 * TokenDictionary::kLongestWord - 2);   // with the digit the longest ones are no words
    const auto readable = dictionary.readable();
    for (std::size_t i = 0; i < readable.size(); ++i) EXPECT_EQ(readable[i], std::string(i / 2 + 1, 'w') + (i % 2 == 0 ? "5" : "7"));
    EXPECT_EQ(dictionary.token_of("www7"), 5u);
    EXPECT_EQ(dictionary.token_of(""), TokenDictionary::kNoToken);
}

TEST(Tokens, ManyWordsKeepTheirNumbers) {
    TokenDictionary dictionary;
    std::vector<std::uint32_t> tokens;
    for (std::uint32_t i = 0; i < 50'000; ++i) {
        dictionary.read("n" + std::to_string(i), tokens);
        ASSERT_EQ(tokens, std::vector<std::uint32_t>{i});
    }
    for (std::uint32_t i = 0; i < 50'000; ++i) ASSERT_EQ(dictionary.token_of("n" + std::to_string(i)), i);
}

TEST(Tokens, LongTextsAndWordsAreBounded) {
    TokenDictionary dictionary;
    std::vector<std::uint32_t> tokens;
    std::string text;
    for (int i = 0; i < 5000; ++i) text += "слово" + std::to_string(i) + " ";
    dictionary.read(text, tokens);
    EXPECT_EQ(tokens.size(), TokenDictionary::kMostTokens);
    dictionary.read(std::string(1'000'000, 'x') + " яма", tokens);
    EXPECT_EQ(tokens.size(), 1u);
}

TEST(TextWords, AreCountedOnceEachWithoutThoseOfThePlace) {
    TextWords words;
    words.add("яма, ямы и лужа на Речной", "Речная");
    words.add("");
    words.add("лужа");
    std::vector<std::pair<std::uint32_t, std::uint32_t>> met;
    const auto keep = [&](std::uint32_t word, std::uint32_t times) { met.emplace_back(word, times); };
    TextWords::for_each_word(words.coded(0), keep);
    EXPECT_EQ(met, (std::vector<std::pair<std::uint32_t, std::uint32_t>>{{0, 2}, {1, 1}}));
    TextWords::for_each_word(words.coded(2), keep);
    EXPECT_EQ(met.back().first, 1u);
    EXPECT_EQ(words.count_of(0), 2u);
    EXPECT_EQ(words.count_of(1), 0u);
    EXPECT_EQ(words.size(), 3u);
}

/// Numbered words as a text: «w3 w12 w3».
std::string text_of(const std::vector<double>& tokens) {
    std::string text;
    for (const double token : tokens) text += "w" + std::to_string(static_cast<int>(token)) + " ";
    return text;
}

TEST(TextWeights, AreThoseOfScikitLearn) {
    const auto rows = read_vectors("tf_idf.csv");
    TextWords words;
    std::vector<std::uint32_t> texts;
    for (const auto& row : rows) {
        texts.push_back(static_cast<std::uint32_t>(words.size()));
        words.add(text_of(numbers(row, "tokens")));
    }
    const auto readable = words.dictionary().readable();
    const TextWeights weights{words, texts};
    OpenText open{weights};
    for (std::uint32_t i = 0; i < rows.size(); ++i) {
        std::map<int, double> found;
        weights.for_each(i, [&](std::uint32_t word, float weight) { found[std::stoi(readable[word].substr(1))] = static_cast<double>(weight); });
        const auto expected = numbers(rows[i], "weights");
        ASSERT_EQ(found.size(), expected.size());
        auto next = expected.begin();   // by number of the word, as `found`
        for (const auto& [token, weight] : found) EXPECT_NEAR(weight, *next++, 1e-6);
        open.open(i);
        EXPECT_NEAR(open.likeness((i + 1) % static_cast<std::uint32_t>(rows.size())), number(rows[i], "cosine"), 1e-6);
    }
}

TEST(TextWeights, NothingIsLikeNothing) {
    TextWords words;
    words.add("");
    words.add("яма");
    const TextWeights weights{words, std::vector<std::uint32_t>{0, 0, 1}};
    OpenText open{weights};
    open.open(0);
    EXPECT_EQ(open.likeness(0), 0);
    EXPECT_EQ(open.likeness(1), 0);
    EXPECT_EQ(open.likeness(2), 0);
}

TEST(TextWeights, AreThoseOfTheChosenTextsOnly) {
    TextWords words;
    for (const char* text : {"яма дорога", "яма мусор", "яма снег", "дорога снег"}) words.add(text);
    const TextWeights all{words, std::vector<std::uint32_t>{0, 1, 2, 3}}, two{words, std::vector<std::uint32_t>{3, 0}};
    EXPECT_EQ(all.texts_with(0), 3u);
    EXPECT_EQ(two.texts_with(0), 1u);
    EXPECT_EQ(two.count_of(0), 2u);
    TextWords apart;
    apart.add("дорога снег");
    apart.add("яма дорога");
    const TextWeights alone{apart, std::vector<std::uint32_t>{0, 1}};
    OpenText of_two{two}, of_alone{alone};
    of_two.open(0), of_alone.open(0);
    EXPECT_EQ(of_two.likeness(1), of_alone.likeness(1));
}

/// Words drawn from few, so that texts share many.
std::string random_text(Random& random, std::size_t different) {
    std::string text;
    for (std::size_t n = 1 + random.next() % 30; n > 0; --n) text += "w" + std::to_string(random.next() % different) + " ";
    return text;
}

TEST(TextWindow, KnowsTheCosineToEachOfTheNewestInTheList) {
    Random random{20261122};
    TextWords words;
    std::vector<std::uint32_t> texts(300);
    std::iota(texts.begin(), texts.end(), 0u);
    for (std::size_t i = 0; i < texts.size(); ++i) words.add(random_text(random, i % 2 == 0 ? 12 : 60));
    const TextWeights weights{words, texts};
    OpenText open{weights};
    TextWindow window{weights};
    std::uint32_t begin = 0;
    for (std::uint32_t text = 0; text < texts.size(); ++text) {
        if (text % 70 == 0) window.clear(), begin = text;   // another list
        window.add(text);
        ASSERT_EQ(window.before(), std::min(text - begin, TextWindow::kNewest));
        open.open(text);
        for (std::uint32_t back = 1; back <= window.before(); ++back) ASSERT_NEAR(static_cast<double>(window.likeness(back)), open.likeness(text - back), 1e-5) << text << ' ' << back;
    }
}

}  // namespace
}  // namespace problemator
