// Tokens, TF-IDF (oracle: scikit-learn, tests/reference/tf_idf.py) and MinHash (oracle: the exact Jaccard index).
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "core/clean/words.hpp"
#include "core/stats/minhash.hpp"
#include "core/stats/random.hpp"
#include "core/stats/tf_idf.hpp"
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

TEST(Tokens, HashIsOfTheStemNotOfTheOrder) {
    TokenDictionary one, two;
    std::vector<std::uint32_t> tokens;
    one.read("вода мусор", tokens);
    two.read("мусором водой", tokens);
    EXPECT_EQ(one.hash_of(0), two.hash_of(1));
    EXPECT_NE(one.hash_of(0), one.hash_of(1));
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

std::vector<std::uint32_t> whole(const std::vector<double>& numbers) { return {numbers.begin(), numbers.end()}; }

TEST(TfIdf, IsThatOfScikitLearn) {
    const auto rows = read_vectors("tf_idf.csv");
    std::vector<std::uint32_t> counts(60);
    for (const auto& row : rows)
        for (const auto token : whole(numbers(row, "different"))) ++counts[token];
    const auto idf = smooth_idf(counts, rows.size());
    std::vector<std::vector<TokenWeight>> texts;
    for (const auto& row : rows) {
        texts.push_back(tf_idf(whole(numbers(row, "tokens")), idf));
        const auto weights = numbers(row, "weights");
        ASSERT_EQ(texts.back().size(), weights.size());
        for (std::size_t i = 0; i < weights.size(); ++i) EXPECT_NEAR(static_cast<double>(texts.back()[i].weight), weights[i], 1e-6);
    }
    for (std::size_t i = 0; i < rows.size(); ++i) EXPECT_NEAR(cosine(texts[i], texts[(i + 1) % rows.size()]), number(rows[i], "cosine"), 1e-6);
}

TEST(TfIdf, NothingIsLikeNothing) {
    const auto empty = tf_idf({}, {});
    EXPECT_TRUE(empty.empty());
    EXPECT_EQ(cosine(empty, empty), 0);
}

/// Two sets with `common` items in common and `apart` of their own each.
std::pair<std::vector<std::uint32_t>, std::vector<std::uint32_t>> two_sets(Random& random, std::size_t common, std::size_t apart) {
    std::vector<std::uint32_t> a, b;
    const auto item = [&] { return static_cast<std::uint32_t>(random.next() >> 32); };
    for (std::size_t i = 0; i < common; ++i) a.push_back(item()), b.push_back(a.back());
    for (std::size_t i = 0; i < apart; ++i) a.push_back(item()), b.push_back(item());
    std::sort(a.begin(), a.end());
    std::sort(b.begin(), b.end());
    return {a, b};
}

TEST(MinHash, EstimatesTheExactJaccardIndexWithItsStatedError) {
    Random random{20261121};
    const MinHash minhash;
    for (const auto& [common, apart] : {std::pair<std::size_t, std::size_t>{2, 8}, {5, 5}, {8, 2}, {30, 20}, {100, 10}}) {
        constexpr int kPairs = 1500;
        double sum = 0, squares = 0, exact = 0;
        for (int i = 0; i < kPairs; ++i) {
            const auto [a, b] = two_sets(random, common, apart);
            exact = jaccard(a, b);
            const double error = MinHash::estimate(minhash.sketch_of(a), minhash.sketch_of(b)) - exact;
            sum += error;
            squares += error * error;
        }
        const double se = std::sqrt(exact * (1 - exact) / MinHash::kFunctions);
        EXPECT_NEAR(sum / kPairs, 0, 4 * se / std::sqrt(kPairs)) << exact;                    // no bias
        EXPECT_NEAR(std::sqrt(squares / kPairs) / se, 1, 0.08) << exact;                       // 1500 pairs: ± 2 % at one deviation
    }
}

TEST(MinHash, BandsMeetAsOftenAsTheFormulaSays) {
    Random random{7};
    const MinHash minhash;
    for (const auto& [common, apart] : {std::pair<std::size_t, std::size_t>{3, 7}, {4, 4}, {6, 3}}) {
        constexpr int kPairs = 1500;
        double met = 0, exact = 0;
        for (int i = 0; i < kPairs; ++i) {
            const auto [a, b] = two_sets(random, common, apart);
            exact = jaccard(a, b);
            bool meets = false;
            for (std::size_t band = 0; band < MinHash::kBands && !meets; ++band) meets = minhash.band_of(a, band) == minhash.band_of(b, band);
            met += meets;
        }
        const double chance = 1 - std::pow(1 - std::pow(exact, MinHash::kRowsPerBand), MinHash::kBands);
        EXPECT_NEAR(met / kPairs, chance, 4 * std::sqrt(chance * (1 - chance) / kPairs) + 0.005) << exact;
    }
}

TEST(MinHash, EmptySetsAreNoTrouble) {
    const MinHash minhash;
    EXPECT_EQ(MinHash::estimate(minhash.sketch_of({}), minhash.sketch_of({})), 1);
    EXPECT_EQ(minhash.band_of({}, 0), minhash.band_of({}, 0));
    EXPECT_EQ(jaccard({}, {}), 0);
}

}  // namespace
}  // namespace problemator
