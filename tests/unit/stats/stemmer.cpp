// Oracle: the distribution's own Snowball build (tests/reference/stems.py). Agreement is total.
#include "core/stats/stemmer.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "core/clean/words.hpp"

namespace problemator {
namespace {

std::string without_yo(std::string text) {
    for (std::size_t at = 0; (at = text.find("ё", at)) != std::string::npos;) text.replace(at, std::string_view{"ё"}.size(), "е");
    return text;
}

TEST(Stemmer, AgreesWithSnowballOnTheWholeVocabulary) {
    std::ifstream file{PROBLEMATOR_SOURCE_DIR "/tests/reference/vectors/stems.txt"};
    std::size_t words = 0, wrong = 0;
    for (std::string line; std::getline(file, line);) {
        std::istringstream parts{line};
        std::string begin;
        parts >> begin;
        const std::string stem = without_yo(begin);
        for (std::string ending; parts >> ending; ++words) {
            const std::string word = begin + (ending == "_" ? "" : ending), found = russian_stem_utf8(word);
            if (found != stem && ++wrong < 10) ADD_FAILURE() << word << " gives " << found << ", not " << stem;
        }
    }
    EXPECT_EQ(wrong, 0u);
    EXPECT_GT(words, 25'000u);
}

TEST(Stemmer, InflectedFormsOfOneWordMeet) {
    for (const auto& [word, stem] : {std::pair{"дороги", "дорог"}, {"ДОРОГАМИ", "дорог"}, {"снегом", "снег"}, {"уборки", "уборк"}, {"освещение", "освещен"}, {"важнейшими", "важн"}, {"тёплые", "тепл"}})
        EXPECT_EQ(russian_stem_utf8(word), stem);
}

TEST(Stemmer, WordsOfOneByteALetterGiveTheSameStem) {
    const std::string words = words_of("Расчистили подъезды");
    const std::string_view first = std::string_view{words}.substr(1, words.find(' ', 1) - 1);
    EXPECT_EQ(words_to_utf8(russian_stem(first)), russian_stem_utf8("расчистили"));
}

TEST(Stemmer, WhatIsNotARussianWordStaysWhole) {
    for (const char* word : {"", "45", "wifi", "в", "ст", "12345678901234567890", "\xFF\xFE"}) {
        const std::string stem = russian_stem_utf8(word);
        if (word[0] != '\xFF') { EXPECT_EQ(stem, word); }
    }
    EXPECT_EQ(russian_stem_utf8(std::string(100'000, 'a')).size(), 100'000u);
}

}  // namespace
}  // namespace problemator
