// Rows of a register's table: typed cells, refusals with their place, months in words.
#include <gtest/gtest.h>

#include <algorithm>

#include "core/import/register_reader.hpp"

namespace problemator {
namespace {

const Channel& channel(std::string_view id) {
    const auto all = builtin_channels();
    return *std::find_if(all.begin(), all.end(), [&](const Channel& c) { return c.id == id; });
}

struct Cell { std::string_view text; CellKind kind = CellKind::Text; };

struct Table {
    HeaderRow header;
    ChannelMatch match;
    Encoding encoding;
    RegisterReader reader;
    std::vector<Error> warnings;
    std::uint32_t number = 1;

    Table(std::string_view channel_id, std::vector<std::string> names, DateSystem dates = DateSystem::From1900)
        : header{make_header(std::move(names), 1)}, match{match_channel(channel(channel_id), header)}, reader{match, header, encoding, dates, 3} {}

    std::optional<Error> add(std::initializer_list<Cell> cells) {
        TableRow row;
        row.number = ++number;
        for (const Cell& cell : cells) row.cells.push_back({.raw = cell.text, .kind = cell.kind});
        return reader.read(row, [&](Error error) { warnings.push_back(std::move(error)); });
    }
};

TEST(RegisterReader, CellsOfEveryKindBecomeTypedValues) {
    Table table{"reg_hearings", {"Участников", "Проведены через ПОС", "Вопрос слушаний", "Дата слушаний"}};
    EXPECT_FALSE(table.add({{"1 200", CellKind::Text}, {"Да"}, {" Бюджет "}, {"08.10.2026"}}));
    EXPECT_FALSE(table.add({{"18", CellKind::Number}, {"0", CellKind::YesNo}, {"Сквер"}, {"46303", CellKind::Number}}));
    EXPECT_FALSE(table.add({{"–"}, {"нет"}, {"Генплан"}, {"2026-10-09T08:15:30", CellKind::Date}}));
    const Register entries = std::move(table.reader).finish();
    ASSERT_EQ(entries.rows(), 3u);
    const auto cell = [&](std::string_view field, std::size_t row) { return entries.cell(*entries.form.find(field), row); };
    EXPECT_EQ(cell("held", 0).day, day_from_date({2026, 10, 8}));
    EXPECT_EQ(cell("held", 1).day, day_from_date({2026, 10, 8})) << "serial of a spreadsheet";
    EXPECT_EQ(cell("held", 2).day, day_from_date({2026, 10, 9}));
    EXPECT_EQ(cell("title", 0).text, "Бюджет");
    EXPECT_EQ(cell("participants", 0).number, 1200);
    EXPECT_FALSE(cell("participants", 2).is_given()) << "a dash means nothing";
    EXPECT_EQ(cell("through_pos", 1).answer, Answer::No);
    EXPECT_EQ(entries.file[2], 3u);
    EXPECT_EQ(entries.row[2], 4u);
    EXPECT_TRUE(table.warnings.empty());
}

TEST(RegisterReader, ARowIsRefusedWithItsPlaceAndACellIsLeftEmptyWithAWarning) {
    Table table{"reg_hearings", {"Дата слушаний", "Вопрос слушаний", "Проведены через ПОС", "Участников"}};
    struct { Cell day, title, pos; Fault fault; std::string_view column, piece; } rows[] = {
        {{"32.10.2026"}, {"Бюджет"}, {"Да"}, Fault::BadDate, "Дата слушаний", "32.10.2026"},
        {{"08.10.2026"}, {"-"}, {"Да"}, Fault::MissingValue, "Вопрос слушаний", ""},
        {{"08.10.2026"}, {"Бюджет"}, {"возможно"}, Fault::BadValue, "Проведены через ПОС", "возможно"},
    };
    for (const auto& row : rows) {
        const auto error = table.add({row.day, row.title, row.pos, {"5"}});
        ASSERT_TRUE(error);
        EXPECT_EQ(error->fault, row.fault);
        EXPECT_EQ(error->place.column, row.column);
        EXPECT_EQ(error->place.row, table.number);
        EXPECT_EQ(error->piece, row.piece);
    }
    EXPECT_FALSE(table.add({{"08.10.2026"}, {"Бюджет"}, {"Да"}, {"много"}}));
    ASSERT_EQ(table.warnings.size(), 1u);
    EXPECT_EQ(table.warnings[0].fault, Fault::BadNumber);
    EXPECT_FALSE(table.add({{"08.10.2026"}, {"Сквер"}, {"Да"}})) << "trailing cells may be left out";
    const std::string endless(40'000, 'x');
    EXPECT_EQ(table.add({{"08.10.2026"}, {endless}, {"Да"}, {}})->fault, Fault::CellTooLong);
    EXPECT_EQ(std::move(table.reader).finish().rows(), 2u);
}

TEST(RegisterReader, MonthsAreReadInWordsAndDigits) {
    const Day october = day_from_date({2026, 10, 1});
    for (const std::string_view text : {"октябрь 2026", "Октябрь 2026 г.", "октябрь 2026 года", "10.2026", "2026-10", "10/2026"}) EXPECT_EQ(read_month(text), october) << text;
    for (const std::string_view text : {"", "октябрь", "13.2026", "октобрь 2026", "10.20266", "2026", "0.2026", "-1.2026"}) EXPECT_FALSE(read_month(text)) << text;
}

TEST(RegisterChannel, AMistakeNamesItsPathAndTheNearestWord) {
    constexpr std::string_view good = R"({"id": "mine", "name": "Мой", "register": "hearings", "signature": [], "columns": [
        {"entry": "held", "headers": ["Когда"]}, {"entry": "title", "headers": ["Что"]}, {"entry": "through_pos", "headers": ["ПОС"], "values": {"ага": "yes"}}]})";
    EXPECT_TRUE(read_channel(good, "mine.json"));
    struct { std::string_view from, to, path, piece, expected; } table[] = {
        {"\"hearings\"", "\"hearing\"", "register", "hearing", "hearings"},
        {"\"entry\": \"held\"", "\"entry\": \"hold\"", "columns[0].entry", "hold", "held"},
        {"\"yes\"", "\"yess\"", "columns[2].values", "yess", "yes"},
        {"{\"entry\": \"title\", \"headers\": [\"Что\"]}, ", "", "columns", "", "\"entry\": \"title\""},
        {"\"entry\": \"held\"", "\"field\": \"received\"", "columns[0]", "field", "entry"},
    };
    for (const auto& row : table) {
        std::string text{good};
        text.replace(text.find(row.from), row.from.size(), row.to);
        const auto read = read_channel(text, "mine.json");
        ASSERT_FALSE(read) << row.to;
        EXPECT_EQ(read.error().place.column, row.path) << row.to;
        EXPECT_EQ(read.error().piece, row.piece) << row.to;
        EXPECT_EQ(read.error().expected, row.expected) << row.to;
    }
}

}  // namespace
}  // namespace problemator
