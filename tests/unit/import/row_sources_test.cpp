// Tables that are not CSV: typed cells, headers of two rows, totals, several sheets. The rows are handed over by hand.
#include <gtest/gtest.h>

#include "core/base/format.hpp"
#include "core/import/table_import.hpp"

namespace problemator {
namespace {

struct Cell { std::string text; CellKind kind = CellKind::Text; };
using Row = std::vector<Cell>;
using Sheet = std::vector<Row>;

class SheetRows final : public RowSource {
public:
    SheetRows(Sheet sheet, DateSystem dates, std::optional<Error> failure) : sheet_{std::move(sheet)}, dates_{dates}, failure_{std::move(failure)} {}
    bool next(TableRow& row) override {
        if (at_ == sheet_.size()) return false;
        row.cells.clear();
        row.fault.reset();
        for (const Cell& cell : sheet_[at_]) row.cells.push_back({cell.text, false, cell.kind});
        row.number = static_cast<std::uint32_t>(++at_);
        return true;
    }
    std::optional<Error> failure() const override { return failure_; }
    std::uint64_t position() const override { return at_; }
    DateSystem date_system() const override { return dates_; }

private:
    Sheet sheet_;
    DateSystem dates_;
    std::optional<Error> failure_;
    std::size_t at_ = 0;
};

struct Book {
    std::vector<std::pair<std::string, Sheet>> sheets;
    DateSystem dates = DateSystem::From1900;
    std::optional<Error> failure{};
};

struct Reading {
    std::vector<FileReport> files;
    std::vector<Message> messages;
};

Reading read(const Book& book, const ImportOptions& options = {}) {
    Reading reading;
    const SourceFile file{"книга.xlsx", std::string_view{"PK"}};
    const ViewSink sink = [&](const MessageView& m, FileReport&) { m.copy_to(reading.messages.emplace_back()); };
    const auto open = [&](const FileView& view, const PartSink& take) -> std::optional<Error> {
        for (const auto& [name, sheet] : book.sheets) {
            TablePart part;
            part.path = view.path;
            part.sheet = name;
            part.format = FileFormat::Xlsx;
            part.rows = std::make_unique<SheetRows>(sheet, book.dates, book.failure);
            if (!take(std::move(part))) break;
        }
        return std::nullopt;
    };
    const RegisterSink registers;
    import_file({.file = file, .options = options, .sink = sink, .registers = registers, .progress = [](std::uint64_t) { return true; }, .open = open}, reading.files);
    return reading;
}

const Row kHead = {{"Номер"}, {"Дата поступления"}, {"Категория"}, {"Стадия"}, {"Фаст-трек"}, {"Оценка ответа заявителем"}};

TEST(RowSources, TypedCellsAreReadAsWhatTheyAre) {
    const Reading reading = read({{{"Sheet0",
                                    {{{"ПОС, выгрузка"}},
                                     kHead,
                                     {{"327441806", CellKind::Number}, {"2026-11-09", CellKind::Date}, {"Дороги"}, {"В работе"}, {"1", CellKind::YesNo}, {"5", CellKind::Number}},
                                     {{"327441807"}, {"46335.34375", CellKind::Number}, {"ЖКХ"}},
                                     {{"327441808"}, {"09.11.2026"}, {"ЖКХ"}, {""}, {"Нет"}}}}}});
    ASSERT_EQ(reading.messages.size(), 3u);
    EXPECT_EQ(reading.messages[0].id, "327441806");
    EXPECT_EQ(format_iso_minute(reading.messages[0].received), "2026-11-09T00:00");
    EXPECT_FALSE(reading.messages[0].received_has_time);
    EXPECT_EQ(reading.messages[0].fast_track, Answer::Yes);
    EXPECT_EQ(reading.messages[0].rating, 5);
    EXPECT_EQ(format_iso_minute(reading.messages[1].received), "2026-11-09T08:15");
    EXPECT_EQ(format_iso_minute(reading.messages[2].received), "2026-11-09T00:00");
    const FileReport& file = reading.files.at(0);
    EXPECT_EQ(file.header_row, 2u);
    EXPECT_EQ(file.format, "XLSX");
    EXPECT_EQ(file.sheet, "Sheet0");
    EXPECT_EQ(file.channel_id, "pos");
}

TEST(RowSources, The1904SystemShiftsSerials) {
    const Book book{{{"Лист1", {kHead, {{"1"}, {"44873", CellKind::Number}}}}}, DateSystem::From1904};
    EXPECT_EQ(format_iso_minute(read(book).messages.at(0).received), "2026-11-09T00:00");
}

TEST(RowSources, TotalsAndRepeatedHeadersAreSkippedAndCounted) {
    const Reading reading = read({{{"Sheet0",
                                    {kHead,
                                     {{"1"}, {"09.11.2026"}, {"Дороги"}},
                                     kHead,
                                     {{"2"}, {"10.11.2026"}, {"Дороги"}},
                                     {{"Итого:"}, {""}, {"2", CellKind::Number}},
                                     {{""}, {""}, {"2", CellKind::Number}, {"4,5"}},
                                     {{""}, {""}, {"Итоги обсудим"}}}}}});
    const FileReport& file = reading.files.at(0);
    EXPECT_EQ(file.rows_kept, 2u);
    EXPECT_EQ(file.rows_skipped, 3u);
    EXPECT_EQ(file.rows_rejected, 1u);
    EXPECT_EQ(file.rows_read, 6u);
    EXPECT_EQ(file.errors.at(0).place.row, 7u);
}

TEST(RowSources, ASecondHeaderRowCompletesTheFirst) {
    const Row upper = {{"Номер"}, {"Дата"}, {"Дата"}, {"Категория"}, {"Стадия"}, {"Фаст-трек"}};
    const Row lower = {{""}, {"поступления"}, {"планируемого завершения работ"}, {""}, {""}, {""}};
    const Reading reading = read({{{"Sheet0", {upper, lower, {{"1"}, {"09.11.2026"}, {"04.12.2026"}, {"Дороги"}, {"В работе"}, {"Да"}}}}}});
    ASSERT_EQ(reading.messages.size(), 1u);
    EXPECT_EQ(format_iso_minute(reading.messages[0].due), "2026-12-05T00:00");
    EXPECT_EQ(reading.messages[0].fast_track, Answer::Yes);
}

TEST(RowSources, EverySheetHasItsReportAndEmptyOnesAreNoNews) {
    const Sheet good = {kHead, {{"1"}, {"09.11.2026"}}};
    const Reading reading = read({{{"Лист1", good}, {"Лист2", {}}, {"Справка", {{{"Подготовил"}, {"отдел"}}}}}});
    ASSERT_EQ(reading.files.size(), 2u);
    EXPECT_FALSE(reading.files[0].failure);
    EXPECT_EQ(reading.files[1].sheet, "Справка");
    ASSERT_TRUE(reading.files[1].failure);
    EXPECT_EQ(reading.files[1].failure->fault, Fault::UnknownColumns);
}

TEST(RowSources, TheUserMayNameSheetHeaderAndChannel) {
    const Sheet one = {kHead, {{"1"}, {"09.11.2026"}}}, two = {kHead, kHead, {{"2"}, {"09.11.2026"}}};
    ImportOptions options;
    options.overrides.sheet = "лист2";
    options.overrides.header_row = 2;
    options.overrides.channel_id = "pos";
    const Reading reading = read({{{"Лист1", one}, {"Лист2", two}}}, options);
    ASSERT_EQ(reading.files.size(), 1u);
    EXPECT_EQ(reading.files[0].header_row, 2u);
    EXPECT_EQ(reading.messages.at(0).id, "2");
    options.overrides.sheet = "Лист3";
    const Reading none = read({{{"Лист1", one}, {"Лист2", two}}}, options);
    ASSERT_TRUE(none.files.at(0).failure);
    EXPECT_EQ(none.files[0].failure->expected, "Лист1, Лист2");
    options.overrides.channel_id = "poss";
    EXPECT_EQ(read({{{"Лист1", one}}}, options).files.at(0).failure->expected, "pos");
}

TEST(RowSources, WhatCameBeforeTheDamageStays) {
    Book book{{{"Sheet0", {kHead, {{"1"}, {"09.11.2026"}}}}}};
    book.failure = Error{.fault = Fault::Truncated};
    const Reading reading = read(book);
    EXPECT_EQ(reading.messages.size(), 1u);
    EXPECT_EQ(reading.files.at(0).rows_kept, 1u);
    ASSERT_TRUE(reading.files[0].failure);
    EXPECT_EQ(reading.files[0].failure->place.file, "книга.xlsx");
}

}  // namespace
}  // namespace problemator
