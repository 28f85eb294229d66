// Tokens, words of texts, TF-IDF (oracle: scikit-learn, tests/reference/tf_idf.py) and the window of cosines (oracle: each cosine by itself).
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <numeric>

#include "core/stats/random.hpp"
#include "core/stats/rare_words.hpp"
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

TextWords words_of(const std::vector<std::string>& texts) {
    TextReader reader;
    for (const std::string& text : texts) reader.add(text);
    return std::move(reader).words();
}

/// 0, 1, 2 … n − 1.
std::vector<std::uint32_t> first(std::size_t n) {
    std::vector<std::uint32_t> out(n);
    std::iota(out.begin(), out.end(), 0u);
    return out;
}

TEST(TextWords, AreCountedOnceEachWithoutThoseOfThePlace) {
    TextReader reader;
    reader.add("яма, ямы и лужа на Речной", "Речная");
    reader.add("");
    reader.add("лужа");
    const TextWords words = std::move(reader).words();
    std::vector<std::pair<std::uint32_t, std::uint32_t>> met;   // tokens in the order in which they were read, and how often
    const auto keep = [&](std::uint32_t word, std::uint32_t times) { met.emplace_back(words.token_of(word), times); };
    TextWords::for_each_word(words.coded(0), keep);
    EXPECT_EQ(met, (std::vector<std::pair<std::uint32_t, std::uint32_t>>{{1, 1}, {0, 2}}));
    TextWords::for_each_word(words.coded(2), keep);
    EXPECT_EQ(met.back().first, 1u);
    EXPECT_EQ(words.count_of(0), 2u);
    EXPECT_EQ(words.count_of(1), 0u);
    EXPECT_EQ(words.size(), 3u);
}

TEST(TextWords, StandByRarityAndThoseOfOneTextBehindAllOthers) {
    std::vector<std::string> texts = {"снег яма лёд фонарь", "яма снег фонарь", "снег фонарь", "снег"};
    texts.push_back(texts[0].substr(0, texts[0].find(' ')));
    std::string many;
    for (int i = 0; i < 100; ++i) many += "w" + std::to_string(i) + " ";
    texts.push_back("яма " + many + "снег");   // longer than most
    const TextWords words = words_of(texts);
    const auto readable = words.dictionary().readable();
    const auto read = [&](std::uint32_t text) {
        std::vector<std::string> out;
        TextWords::for_each_word(words.coded(text), [&](std::uint32_t word, std::uint32_t) { out.push_back(readable[words.token_of(word)]); });
        return out;
    };
    EXPECT_EQ(words.shared_words(), 3u);
    const auto one = read(0), longest = read(5);
    ASSERT_EQ(one.size(), 4u);
    EXPECT_EQ(one[2], "снег");
    EXPECT_EQ(one[3], "лед");
    EXPECT_EQ(longest[0], "яма");
    EXPECT_EQ(longest[1], "снег");
    EXPECT_EQ(longest.size(), 102u);
}

/// Numbered words as a text: «w3 w12 w3».
std::string text_of(const std::vector<double>& tokens) {
    std::string text;
    for (const double token : tokens) text += "w" + std::to_string(static_cast<int>(token)) + " ";
    return text;
}

TEST(TextWeights, AreThoseOfScikitLearn) {
    const auto rows = read_vectors("tf_idf.csv");
    std::vector<std::string> texts;
    for (const auto& row : rows) texts.push_back(text_of(numbers(row, "tokens")));
    const TextWords words = words_of(texts);
    const auto readable = words.dictionary().readable();
    const TextWeights weights{words, first(texts.size())};
    OpenText open{weights};
    for (std::uint32_t i = 0; i < rows.size(); ++i) {
        std::map<int, double> found;
        weights.for_each(i, [&](std::uint32_t word, float weight) { found[std::stoi(readable[words.token_of(word)].substr(1))] = static_cast<double>(weight); });
        const auto expected = numbers(rows[i], "weights");
        ASSERT_EQ(found.size(), expected.size());
        auto next = expected.begin();   // by number of the word, as `found`
        for (const auto& [token, weight] : found) EXPECT_NEAR(weight, *next++, 1e-6);
        open.open(i);
        EXPECT_NEAR(open.likeness((i + 1) % static_cast<std::uint32_t>(rows.size())), number(rows[i], "cosine"), 1e-6);
    }
}

TEST(TextWeights, NothingIsLikeNothing) {
    const TextWords words = words_of({"", "", "яма"});
    const TextWeights weights{words, first(3)};
    OpenText open{weights};
    open.open(0);
    EXPECT_EQ(open.likeness(0), 0);
    EXPECT_EQ(open.likeness(1), 0);
    EXPECT_EQ(open.likeness(2), 0);
}

TEST(TextWeights, AreThoseOfTheChosenTextsOnly) {
    const TextWords words = words_of({"яма дорога", "яма мусор", "яма снег", "дорога снег"});
    const TextWeights all{words, first(4)}, two{words, std::vector<std::uint32_t>{3, 0}};
    std::uint32_t pit = 0;
    while (words.token_of(pit) != 0) ++pit;
    EXPECT_EQ(all.texts_with(pit), 3u);
    EXPECT_EQ(two.texts_with(pit), 1u);
    EXPECT_EQ(two.count_of(0), 2u);
    const TextWords apart = words_of({"дорога снег", "яма дорога"});
    const TextWeights alone{apart, first(2)};
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
    std::vector<std::string> texts;
    for (std::size_t i = 0; i < 300; ++i) texts.push_back(random_text(random, i % 2 == 0 ? 12 : 60));
    const TextWords words = words_of(texts);
    const TextWeights weights{words, first(texts.size())};
    OpenText open{weights};
    TextWindow window{weights};
    std::uint32_t begin = 0;
    for (std::uint32_t text = 0; text < texts.size(); ++text) {
        if (text % 70 == 0) begin = text;                          // another list
        else if (text % 70 == 40) begin = text - 3;                // the others are too old
        const std::uint32_t held = std::min(text - begin, TextWindow::kNewest);
        window.add(text, held);
        open.open(text);
        std::vector<std::uint32_t> alike, expected;
        window.for_each_like(0.4f, [&](std::uint32_t back) { alike.push_back(back); });
        for (std::uint32_t back = 1; back <= held; ++back)
            if (window.likeness(back) >= 0.4f) expected.push_back(back);
        EXPECT_EQ(alike, expected);
        for (std::uint32_t back = 1; back <= held; ++back) ASSERT_NEAR(static_cast<double>(window.likeness(back)), open.likeness(text - back), 1e-5) << text << ' ' << back;
    }
}

/// Words that differ by a few, some of them often, more of them than are kept or fewer.
TEST(RareWords, NeverPassOverTextsThatAreAlike) {
    Random random{20261124};
    std::vector<std::string> texts;
    for (std::size_t i = 0; i < 240; ++i) {
        const std::string own = random_text(random, 400), common = random_text(random, 40);
        texts.push_back(i % 3 == 0 || texts.empty() ? own + common : texts[random.next() % texts.size()] + (i % 3 == 1 ? common : own));
    }
    const TextWords words = words_of(texts);
    for (const auto& chosen : {first(240), first(60)}) {
        const TextWeights weights{words, chosen};
        const ClusterLimits limits;
        const RareWords rare{weights, limits};
        OpenRarest opened{rare};
        OpenText open{weights};
        std::size_t passed_over = 0, alike = 0;
        for (std::uint32_t a = 0; a < chosen.size(); ++a) {
            const Rarest own = rare.of(a).first;
            opened.open(own);
            open.open(a);
            for (std::uint32_t b = 0; b < a; ++b)
                for (const float least : {0.3f, 0.5f, 0.9f}) {
                    const bool is_like = open.likeness(b) >= static_cast<double>(least), may_be = opened.may_be_like(own, rare.of(b).first, least);
                    ASSERT_TRUE(may_be || !is_like) << a << ' ' << b << ' ' << open.likeness(b);
                    alike += is_like ? 1u : 0u, passed_over += may_be ? 0u : 1u;
                }
        }
        EXPECT_GT(alike, 100u);
        EXPECT_GT(passed_over, chosen.size() * chosen.size() / 2);   // and most of the others are
    }
}

}  // namespace
}  // namespace problemator
