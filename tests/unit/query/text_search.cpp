#include "core/query/text_search.hpp"

#include <gtest/gtest.h>

#include "core/base/text.hpp"

namespace problemator {
namespace {

Table of_texts(const std::vector<std::string>& texts) {
    TableBuilder builder;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        Message m;
        m.channel = "pos";
        m.id = std::to_string(1000 + i);
        m.received = 20601 * kMinutesPerDay + static_cast<Minute>(i);
        m.text = texts[i];
        builder.add(m);
    }
    return std::move(builder).finish(20700 * kMinutesPerDay, {});
}

TEST(SearchWords, CompareAsToLowerDoesWhateverTheLetters) {
    const std::string texts[] = {"ЁЖ у дома № 5", "ПРОРВАЛО трубу на Лесной", "Straße ÀÞ×", "Њега, Џ и ѓ", "— «Ямы» №", "", "a", "ДЁгтЯРная"};
    const char* const words[] = {"ёж", "ПРОРВАЛО лесной", "àþ", "њега џ", "ямы", "дёгтярная", "нет такого", "ss", "трубу трубу", "×", "", "  ", "№ 5"};
    for (const std::string& text : texts)
        for (const char* const asked : words) {
            const std::string low = to_lower(text), folded = to_lower(asked);
            bool is_expected = true;
            for (const auto word : split(folded, ' '))
                is_expected = is_expected && (word.empty() || low.find(word) != std::string::npos);
            EXPECT_EQ(SearchWords{asked}.all_in(text), is_expected) << text << " ? " << asked;
        }
}

TEST(TextSearch, SlicesFindWhatOneLookFinds) {
    std::vector<std::string> texts;
    for (int i = 0; i < 500; ++i) texts.push_back(i % 7 == 3 ? "Нет Тепла в доме " + std::to_string(i) : "тёплый дом, вода есть " + std::to_string(i));
    const Table table = of_texts(texts);
    TextSearch whole{table, "тепла НЕТ", {0, table.rows()}}, sliced{table, "тепла НЕТ", {0, table.rows()}};
    EXPECT_TRUE(whole.step(SIZE_MAX));
    int steps = 1;
    double before = 0;
    for (; !sliced.step(300); ++steps) {
        EXPECT_GT(sliced.share(), before);
        before = sliced.share();
    }
    EXPECT_GT(steps, 20);
    EXPECT_EQ(sliced.share(), 1);
    EXPECT_EQ(whole.rows().size(), 71u);
    EXPECT_EQ(sliced.rows(), whole.rows());
}

TEST(TextSearch, LooksOnlyThroughItsRangeAndThroughNoTextsThatAreNotThere) {
    const Table table = of_texts({"яма", "яма", "яма"});
    TextSearch middle{table, "яма", {1, 2}}, beyond{table, "яма", {7, 900}};
    EXPECT_TRUE(middle.step(SIZE_MAX));
    EXPECT_EQ(middle.rows(), std::vector<std::uint32_t>{1});
    EXPECT_TRUE(beyond.step(1));
    EXPECT_TRUE(beyond.rows().empty());
}

}  // namespace
}  // namespace problemator
