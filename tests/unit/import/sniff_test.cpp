#include "core/import/sniff.hpp"

#include <gtest/gtest.h>

#include "core/import/column_forms.hpp"
#include "core/import/table_shape.hpp"

namespace problemator {
namespace {

std::vector<std::vector<const Channel*>> groups() {
    std::vector<std::vector<const Channel*>> all(1);
    for (const Channel& channel : builtin_channels()) all[0].push_back(&channel);
    return all;
}

TableStart start_of(std::string_view text, const TableHints& hints = {}) { return find_table(text, Encoding{}, groups(), hints); }

TEST(Sniff, DelimiterAndHeaderOfATableThatNoChannelKnowsFollowItsShape) {
    struct Case { const char* name; const char* text; char delimiter; std::uint32_t row; };
    const Case cases[] = {
        {"semicolons, commas in texts", "Порода;Надой, л;Отёл\nХолмогорка;12,5;01.02.2026\nЯрославка;11,0;02.02.2026\nТагилка;10,25;03.02.2026\n", ';', 1},
        {"quotes around everything", "\"Breed\",\"Milk\",\"Calved\"\n\"A; B\",\"12.5\",\"2026-02-01\"\n\"C; D\",\"11\",\"2026-02-02\"\n", ',', 1},
        {"tabs", "Breed\tMilk\nA, b, c\t12\nD, e, f\t11\n", '\t', 1},
        {"pipes", "Breed|Milk|Calved\nA|1|2026-01-01\nB|2|2026-01-02\n", '|', 1},
        {"a title and a period above", "Стадо колхоза;;\nЗа февраль;;\n\nПорода;Надой;Отёл\nХолмогорка;12;01.02.2026\nЯрославка;11;02.02.2026\n", ';', 4},
        {"texts only", "Порода;Масть\nХолмогорка;чёрная\nЯрославка;пёстрая\n", ';', 1},
        {"a repeated name is no name", "Да;Да;Да\nПорода;Масть;Надой\nХолмогорка;чёрная;12\nЯрославка;белая;11\n", ';', 2},
        {"one column", "Порода\nХолмогорка\n", ',', 1},
    };
    for (const Case& c : cases) {
        const TableStart start = start_of(c.text);
        EXPECT_FALSE(start.match.is_usable) << c.name;
        EXPECT_EQ(start.delimiter, c.delimiter) << c.name;
        EXPECT_EQ(start.header.row, c.row) << c.name;
        EXPECT_GT(start.header_confidence, 0.3) << c.name;
        EXPECT_LE(start.header_confidence, 0.95) << c.name;
    }
}

TEST(Sniff, AChannelThatKnowsTheNamesIsSurerThanAnyShape) {
    const TableStart start = start_of("a,b;c,d\nНомер;Дата поступления;Категория\n1;01.02.2026;Дороги, мосты\n");
    EXPECT_TRUE(start.match.is_usable);
    EXPECT_EQ(start.header.row, 2u);
    EXPECT_EQ(start.delimiter_guess.value, ";");
    EXPECT_GE(start.delimiter_guess.confidence, 0.9);
}

TEST(Sniff, WhatTheUserSaysIsTaken) {
    const char* text = "Порода;Надой,Отёл\nХолмогорка;12,1\nЯрославка;11,2\n";
    const TableStart given = start_of(text, {.delimiter = ',', .header_row = 2});
    EXPECT_EQ(given.delimiter, ',');
    EXPECT_EQ(given.header.row, 2u);
    EXPECT_TRUE(given.delimiter_guess.is_given);
    EXPECT_EQ(start_of(text, {.delimiter = {}, .header_row = 77}).header.row, 0u);   // the table ends before it
}

TEST(Sniff, DelimitersHaveNamesInBothLanguages) {
    for (const char* name : {"tab", "\\t", "\t", "TAB", "табуляция"}) EXPECT_EQ(parse_delimiter(name), '\t') << name;
    for (const char* name : {";", "semicolon"}) EXPECT_EQ(parse_delimiter(name), ';') << name;
    for (const char* name : {"", "x", ";;"}) EXPECT_FALSE(parse_delimiter(name)) << name;
    EXPECT_EQ(delimiter_name('\t'), "tab");
}

TEST(Sniff, DecimalCommasAreToldFromThousands) {
    struct Case { std::vector<std::string_view> cells; DecimalMark mark; bool is_sure; };
    const Case cases[] = {
        {{"1 234,5", "12,75"}, DecimalMark::Comma, true}, {{"1,234.5", "12.75"}, DecimalMark::Point, true}, {{"1.234,5"}, DecimalMark::Comma, true},
        {{"1,234,567"}, DecimalMark::Point, true}, {{"55.751244", "37.618423"}, DecimalMark::Point, true}, {{"1,234", "5,678"}, DecimalMark::Point, false}, {{"5", "17"}, DecimalMark::Point, false},
        {{"1\u00A0234,50"}, DecimalMark::Comma, true}, {{"снег", "1.2.2026 г."}, DecimalMark::Point, false},
    };
    for (const Case& c : cases) {
        const DecimalGuess guess = guess_decimal(c.cells);
        EXPECT_EQ(guess.mark, c.mark) << c.cells[0];
        EXPECT_EQ(guess.confidence > 0.5, c.is_sure) << c.cells[0];
    }
}

TEST(ColumnForms, OnlyColumnsThatTheChannelLeavesOpenAreGuessed) {
    const auto channel = read_channel(R"({"id": "open", "name": "open", "columns": [
        {"field": "id", "headers": ["id"]}, {"field": "received", "headers": ["opened"]}, {"field": "closed", "headers": ["closed"]},
        {"field": "due", "headers": ["due"], "dates": ["dd.mm.yyyy"]}, {"field": "lat", "headers": ["lat"]}]})", "open.json");
    ASSERT_TRUE(channel);
    const std::string_view text = "id,opened,closed,due,lat\n1,1/2/20 0:05,1/3/20,01.02.2020,\"55,75\"\n2,1/20/20 8:00,2/1/20,01.02.2020,\"55,5\"\n3,1/21/20 8:00,2/1/20,,\n4,1/22/20 8:00,2/1/20,,\n";
    const std::vector<std::vector<const Channel*>> own = {{&*channel}};
    const TableStart start = find_table(text, Encoding{}, own);
    const auto rows = rows_under(text, start.delimiter, start.header.row, Encoding{}, 100);
    ASSERT_EQ(rows.size(), 4u);
    const ColumnForms forms = find_column_forms(start.match, rows, std::nullopt);
    EXPECT_EQ(forms.of_rules[1], &date_forms(DateOrder::MonthFirst));
    EXPECT_EQ(forms.of_rules[2], &date_forms(DateOrder::MonthFirst));   // fits both, agrees with its neighbour
    EXPECT_EQ(forms.of_rules[3], nullptr);
    ASSERT_EQ(forms.guesses.size(), 2u);
    EXPECT_EQ(forms.guesses[0].value, "mdy");
    EXPECT_EQ(forms.guesses[0].confidence, 0.9);
    EXPECT_EQ(forms.guesses[1].value, "comma");
    const ColumnForms given = find_column_forms(start.match, rows, DateOrder::DayFirst);
    EXPECT_EQ(given.of_rules[1], &date_forms(DateOrder::DayFirst));
    EXPECT_TRUE(given.guesses[0].is_given);
}

}  // namespace
}  // namespace problemator
