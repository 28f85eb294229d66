#include "core/import/import.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "core/base/format.hpp"

namespace problemator {
namespace {

struct Reading {
    std::vector<Message> messages;
    ImportReport report;
    const FileReport& file() const { return report.files.at(0); }
};

Reading read(std::string_view bytes, const ImportOptions& options = {}) {
    Reading reading;
    reading.report = read_files({{"выгрузка.csv", bytes}}, options, [&](Message&& m, FileReport&) { reading.messages.push_back(std::move(m)); });
    return reading;
}

const std::string kHead = "Номер;Дата поступления;Категория;Стадия;Фаст-трек\n";

TEST(Import, AChecksumThatSomebodyHasTakenAlreadyIsNotTakenAgain) {
    class Summed final : public ByteSource {
    public:
        std::uint64_t size() const override { return 3; }
        Result<std::size_t> read(std::uint64_t, std::span<char>) const override { return Error{.fault = Fault::Io}; }   // must not be asked
        std::optional<std::string> known_sha256() const override { return std::string(64, 'a'); }
    };
    EXPECT_EQ(*sha256_of(Summed{}), std::string(64, 'a'));
    EXPECT_EQ(*sha256_of(BorrowedBytes{"abc"}), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(Import, EveryBrokenFileSaysWhatItIsAndWhatToDo) {
    struct Case { const char* name; std::string bytes; Fault fault; const char* in_text; };
    const Case cases[] = {
        {"empty", "", Fault::EmptyFile, "файл пуст"},
        {"only blank lines", "\r\n \r\n", Fault::EmptyFile, "файл пуст"},
        {"only a byte order mark", "\xEF\xBB\xBF", Fault::EmptyFile, "файл пуст"},
        {"XLSX cut off", std::string("PK\x03\x04\x14\x00\x00\x00", 8), Fault::Truncated, "файл обрывается"},
        {"XLS cut off", std::string("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\x00", 9), Fault::Damaged, "Office 97–2003"},
        {"HTML named .csv", "<html><table><tr><td>Номер</td></tr></table>", Fault::UnknownColumns, "«Номер»"},
        {"HTML without a table", "<html><body>Вход в систему</body></html>", Fault::NotATable, "HTML"},
        {"UTF-32", std::string("\xFF\xFE\x00\x00N\x00\x00\x00", 8), Fault::NotThisFormat, "UTF-32"},
        {"binary", std::string("abc\x00\x01\x02\x00", 7), Fault::NotText, "CSV"},
        {"not UTF-8 nor Russian", "\xB1\xB2\xB3\xB1\xB2\xB3\x98\x98\x98\x98\x98\x98;\x98\n", Fault::BadEncoding, "UTF-8"},
        {"header only", kHead, Fault::NoRows, "нет строк"},
        {"unknown headers", "foo,bar,baz\n1,2,3\n", Fault::UnknownColumns, "--channel mapping.json"},
        {"wrong delimiter", "Номер^Дата поступления^Категория\n1^05.11.2026^Дороги\n", Fault::UnknownColumns, "Номер^Дата поступления^Категория"},
        {"a required column is missing", "Номер;Подкатегория;Фаст-трек;Стадия\n1;x;Да;В работе\n", Fault::UnknownColumns, "Дата поступления"},
    };
    for (const Case& c : cases) {
        const Reading reading = read(c.bytes);
        ASSERT_TRUE(reading.file().failure) << c.name;
        EXPECT_EQ(fault_id(reading.file().failure->fault), fault_id(c.fault)) << c.name;
        const std::string text = report_text(reading.report, Lang::Ru);
        EXPECT_NE(text.find(c.in_text), std::string::npos) << c.name << ": " << text;
        EXPECT_NE(text.find("выгрузка.csv"), std::string::npos) << c.name;
        EXPECT_TRUE(reading.messages.empty()) << c.name;
    }
}

TEST(Import, UnknownHeadersListWhatWasFoundAndWhatTheLikeliestChannelLacks) {
    const Reading reading = read("Подкатегория;Фаст-трек;Дата\nСнег;Да;05.11.2026\n");
    const Error& failure = *reading.file().failure;
    EXPECT_EQ(failure.piece, "Подкатегория, Фаст-трек, Дата");
    EXPECT_NE(failure.expected.find("ПОС"), std::string::npos) << failure.expected;
    EXPECT_NE(failure.expected.find("Дата поступления"), std::string::npos) << failure.expected;
}

TEST(Import, ABadRowNeverStopsTheGoodOnes) {
    const Reading reading = read(kHead +
                                 "1;05.11.2026;Дороги;В работе;Да\n"
                                 "2;32.13.2026;Дороги;В работе;Да\n"        // no such date
                                 "3;06.11.2026;Дороги;В работе\n"           // too few cells
                                 "4;06.11.2026;Дороги;В работе;Да;лишнее\n" // too many
                                 ";06.11.2026;Дороги;В работе;Да\n"         // no number
                                 "6;;Дороги;В работе;Да\n"                  // no date
                                 "\n"
                                 "7;07.11.2026;ЖКХ;В работе;Нет;;\n"        // empty cells beyond the header do no harm
                                 "8;07.11.2026;ЖКХ;В работе;возможно\n");   // a remark, the row is kept
    ASSERT_EQ(reading.messages.size(), 3u);
    EXPECT_EQ(reading.messages[0].id, "1");
    EXPECT_EQ(reading.messages[1].id, "7");
    EXPECT_EQ(reading.messages[2].fast_track, Answer::Unknown);
    const FileReport& file = reading.file();
    EXPECT_EQ(file.rows_read, 8u);
    EXPECT_EQ(file.rows_kept, 3u);
    EXPECT_EQ(file.rows_rejected, 5u);
    const Fault faults[] = {Fault::BadDate, Fault::WrongCellCount, Fault::WrongCellCount, Fault::MissingValue, Fault::MissingValue};
    const std::uint32_t rows[] = {3, 4, 5, 6, 7};
    ASSERT_EQ(file.errors.size(), 5u);
    for (std::size_t i = 0; i < 5; ++i) {
        EXPECT_EQ(fault_id(file.errors[i].fault), fault_id(faults[i])) << i;
        EXPECT_EQ(file.errors[i].place.row, rows[i]) << i;
    }
    ASSERT_EQ(file.warnings.size(), 1u);
    EXPECT_EQ(file.warnings[0].place.column, "Фаст-трек");
    EXPECT_EQ(file.warnings[0].piece, "возможно");
}

TEST(Import, AnErrorTellsPlacePieceAndWhatWasExpected) {
    const Reading reading = read(kHead + "1;32.13.2026;Дороги;В работе;Да\n2;05.11.2026;Дороги;В работе;Да\n");
    const std::string text = describe(reading.file().errors.at(0), Lang::Ru);
    EXPECT_EQ(text.find("выгрузка.csv, строка 2, столбец «Дата поступления»: «32.13.2026» — не дата; ожидается ДД.ММ.ГГГГ"), 0u) << text;
}

TEST(Import, ATruncatedFileKeepsTheRowsBeforeTheBreak) {
    const Reading reading = read(kHead + "1;05.11.2026;Дороги;В работе;Да\n2;05.11.2026;\"Дороги и троту");
    ASSERT_EQ(reading.messages.size(), 1u);
    ASSERT_EQ(reading.file().errors.size(), 1u);
    EXPECT_EQ(reading.file().errors[0].fault, Fault::UnclosedQuote);
    EXPECT_EQ(reading.file().errors[0].place.row, 3u);
}

TEST(Import, RejectedRowsComeBackWithTheirOwnCells) {
    const Reading reading = read(kHead + "1;05.11.2026;Дороги;В работе;Да\n2;вчера;\"Дороги; \"\"снег\"\"\";В работе;Да\n3;x\n");
    const std::string& rejects = reading.file().rejects_csv;
    EXPECT_EQ(rejects.substr(0, 3), "\xEF\xBB\xBF");
    EXPECT_NE(rejects.find("Номер;Дата поступления;Категория;Стадия;Фаст-трек\r\n"), std::string::npos);
    EXPECT_NE(rejects.find(";2;вчера;\"Дороги; \"\"снег\"\"\";В работе;Да\r\n"), std::string::npos) << rejects;
    EXPECT_EQ(rejects.find("05.11.2026;Дороги;"), std::string::npos);
    const Reading again = read(rejects);
    EXPECT_EQ(again.file().channel_id, "pos");
    EXPECT_EQ(again.file().rows_read, 2u);
    EXPECT_TRUE(read(kHead + "1;05.11.2026;Дороги;В работе;Да\n").file().rejects_csv.empty());
}

TEST(Import, RejectsNeverOutgrowTheInputByMuch) {
    std::string csv = kHead;
    for (int i = 0; i < 100000; ++i) csv += "x\n";
    const Reading reading = read(csv);
    EXPECT_EQ(reading.file().rows_rejected, 100000u);
    EXPECT_LT(reading.file().rejects_csv.size(), csv.size() + (std::size_t{65} << 10));
    EXPECT_NE(reading.file().rejects_csv.find("Ещё отклонено строк"), std::string::npos);
}

TEST(Import, Windows1251IsReadAsRussian) {
    std::string bytes = "\xCD\xEE\xEC\xE5\xF0;\xC4\xE0\xF2\xE0 \xEF\xEE\xF1\xF2\xF3\xEF\xEB\xE5\xED\xE8\xFF;\xD4\xE0\xF1\xF2-\xF2\xF0\xE5\xEA;\xCA\xE0\xF2\xE5\xE3\xEE\xF0\xE8\xFF\r\n";
    bytes += "1;05.11.2026;\xC4\xE0;\xC4\xEE\xF0\xEE\xE3\xE8\r\n";
    const Reading reading = read(bytes);
    ASSERT_FALSE(reading.file().failure);
    EXPECT_EQ(reading.file().encoding, "windows-1251");
    EXPECT_EQ(reading.file().channel_id, "pos");
    EXPECT_EQ(reading.messages.at(0).block, "Дороги");
    EXPECT_EQ(reading.messages.at(0).fast_track, Answer::Yes);
}

TEST(Import, TheHeaderMayStandBelowATitle) {
    const Reading reading = read("\xEF\xBB\xBFОтчёт;;;;\n\nПериод: ноябрь;;;;\n" + kHead + "1;05.11.2026;Дороги;В работе;Да\n");
    EXPECT_EQ(reading.file().header_row, 4u);
    EXPECT_EQ(reading.file().encoding, "utf-8-bom");
    EXPECT_EQ(reading.messages.at(0).row, 5u);
}

TEST(Import, ADeclaredDelimiterIsObeyed) {
    const Reading reading = read("sep=|\r\nНомер|Дата поступления|Фаст-трек\r\n1|05.11.2026|Да\r\n");
    EXPECT_EQ(reading.file().delimiter, '|');
    EXPECT_EQ(reading.messages.at(0).row, 3u);
}

TEST(Import, RepeatedHeadersAreToldApartByTheirOccurrence) {
    const std::string csv = "Рубрика;№ РК;Дата рег.;№ РК;Дата рег.;План (РК)\n(0001.0002) Дороги;А-1;12.01.2026;Б-2;20.01.2026;11.02.2026\n";
    const Reading reading = read(csv);
    EXPECT_EQ(reading.file().channel_id, "fz59");
    EXPECT_EQ(reading.messages.at(0).id, "А-1");
    EXPECT_EQ(format_iso_minute(reading.messages.at(0).received), "2026-01-12T00:00");
    EXPECT_EQ(reading.messages.at(0).topic, "Дороги");
}

TEST(Import, ALoneDashIsEmptyNotText) {
    const Reading reading = read("Номер;Дата поступления;Подкатегория;Факт;Фаст-трек\n1;05.11.2026;-;-;-\n");
    EXPECT_EQ(reading.messages.at(0).topic, "");
    EXPECT_EQ(reading.messages.at(0).fast_track, Answer::Unknown);
    EXPECT_EQ(reading.file().warnings_total, 0u);
}

TEST(Import, ADeadlineGivenAsADayLastsToItsEnd) {
    const Reading reading = read("Номер;Дата поступления;Дата планируемого завершения работ\n1;06.01.2026;16.01.2026\n2;06.01.2026;16.01.2026 12:00\n");
    EXPECT_EQ(format_iso_minute(reading.messages.at(0).due), "2026-01-17T00:00");
    EXPECT_TRUE(reading.messages[0].due_is_end_of_day);
    EXPECT_EQ(format_iso_minute(reading.messages.at(1).due), "2026-01-16T12:00");
    EXPECT_FALSE(reading.messages[1].due_is_end_of_day);
}

TEST(Import, AUsersMappingIsTriedFirst) {
    const auto mapping = read_channel(R"({"id": "crm", "name": "Учёт", "columns": [
        {"field": "id", "headers": ["Номер"]}, {"field": "received", "headers": ["Дата поступления"], "dates": ["dd.mm.yyyy"]}]})", "crm.json");
    ASSERT_TRUE(mapping);
    ImportOptions options;
    options.user_channels = {*mapping};
    const Reading reading = read(kHead + "1;05.11.2026;Дороги;В работе;Да\n", options);
    EXPECT_EQ(reading.file().channel_id, "crm");
    EXPECT_EQ(reading.file().unused_columns, (std::vector<std::string>{"Категория", "Стадия", "Фаст-трек"}));
    options.only_user_channels = true;
    EXPECT_TRUE(read("№ РК;Дата рег.\n1;05.11.2026\n", options).file().failure);
}

TEST(Import, TimesAreBroughtToTheMunicipalitysClock) {
    const std::string csv = "id,received,closed\n1,2026-11-16T08:30:00Z,2026-11-16 09:00\n2,2026-11-16,\n";
    ImportOptions options;
    options.utc_offset_minutes = 300;
    Reading reading = read(csv, options);
    EXPECT_EQ(format_iso_minute(reading.messages.at(0).received), "2026-11-16T13:30");
    EXPECT_EQ(format_iso_minute(reading.messages.at(0).closed), "2026-11-16T09:00");
    options.zones = {{"generic", 180}};
    reading = read(csv, options);
    EXPECT_EQ(format_iso_minute(reading.messages.at(0).received), "2026-11-16T13:30");   // its own zone is known
    EXPECT_EQ(format_iso_minute(reading.messages.at(0).closed), "2026-11-16T11:00");
    EXPECT_EQ(format_iso_minute(reading.messages.at(1).received), "2026-11-16T00:00");   // a day has no zone
}

TEST(Import, RowsWithZeroBytesAndEndlessLinesAreRefusedAlone) {
    const std::string good = "1;05.11.2026;Дороги;В работе;Да\n";
    std::string padding;
    for (int i = 0; i < 200; ++i) padding += "9" + std::to_string(i) + ";05.11.2026;Дороги;В работе;Да\n";
    ImportOptions options;
    options.max_cell_bytes = 1000;
    const Reading reading = read(kHead + padding + "2;05.11.2026;" + std::string(3, '\0') + ";В работе;Да\n" + std::string(5000, 'x') + "\n" + good, options);
    EXPECT_EQ(reading.file().rows_kept, 201u);
    ASSERT_EQ(reading.file().errors.size(), 2u);
    EXPECT_EQ(reading.file().errors[0].fault, Fault::NotText);
    EXPECT_EQ(reading.file().errors[1].fault, Fault::CellTooLong);
    EXPECT_EQ(reading.messages.back().id, "1");
}

TEST(Import, ErrorsAreCountedBeyondThoseKept) {
    std::string csv = kHead;
    for (int i = 0; i < 500; ++i) csv += std::to_string(i) + ";нет;Дороги;В работе;Да\n";
    const Reading reading = read(csv);
    EXPECT_EQ(reading.file().errors.size(), kMaxErrors);
    EXPECT_EQ(reading.file().errors_total, 500u);
    EXPECT_NE(report_text(reading.report, Lang::Ru).find("и ещё: 490"), std::string::npos);
}

TEST(Import, AStopLeavesARememberedFailure) {
    std::string csv = kHead;
    for (int i = 0; i < 60000; ++i) csv += std::to_string(i) + ";05.11.2026;Дороги;В работе;Да\n";
    ImportOptions options;
    options.progress = [](std::uint64_t, std::uint64_t) { return false; };
    const Reading reading = read(csv, options);
    EXPECT_TRUE(reading.file().failure);
    EXPECT_LT(reading.messages.size(), 60000u);
}

TEST(Import, TheReportIsReadableByProgramsAndByPeople) {
    const Reading reading = read(kHead + "1;05.11.2026;Дороги;В работе;Да\n2;нет;Дороги;В работе;Да\n");
    const auto json = nlohmann::json::parse(report_json(reading.report), nullptr, false);
    ASSERT_TRUE(json.is_object());
    EXPECT_EQ(json["files"][0]["channel"], "pos");
    EXPECT_EQ(json["files"][0]["rows_rejected"], 1);
    EXPECT_EQ(json["files"][0]["errors"][0]["fault"], "bad_date");
    EXPECT_EQ(json["files"][0]["sha256"].get<std::string>().size(), 64u);
    EXPECT_NE(report_text(reading.report, Lang::Ru).find("прочитано 2\u00A0строки: принято 1, отклонено 1"), std::string::npos) << report_text(reading.report, Lang::Ru);
    EXPECT_NE(report_text(reading.report, Lang::En).find("Feedback platform"), std::string::npos);
}

TEST(Import, NamesWithDoubledQuotesAreTheSameNamesInEveryRow) {
    std::string bytes = kHead;
    for (int i = 1; i <= 40; ++i) bytes += std::to_string(i) + ";05.11.2026;\"ГБУ \"\"Свет" + (i % 2 == 0 ? "" : " 2") + "\"\"\";" + (i % 5 == 0 ? "\"нет \"\"такой\"\"\"" : "В работе") + ";Да\n";
    const Reading named = read(bytes);
    ASSERT_EQ(named.messages.size(), 40u);
    for (std::size_t i = 0; i < named.messages.size(); ++i) EXPECT_EQ(named.messages[i].block, i % 2 == 1 ? "ГБУ \"Свет\"" : "ГБУ \"Свет 2\"") << i;
    ASSERT_EQ(named.file().unknown_words.size(), 1u);
    EXPECT_EQ(named.file().unknown_words[0].value, "нет \"такой\"");
    EXPECT_EQ(named.file().unknown_words[0].count, 8u);
}

TEST(Import, ARuleForAnyTextTakesEveryText) {
    const auto channel = read_channel(R"({"id":"any","name":{"ru":"Любое","en":"Any"},"version":1,"signature":["n","d","r"],"columns":[{"field":"id","headers":["n"],"required":true},
        {"field":"received","headers":["d"],"required":true,"dates":["iso"]},{"field":"repeat","headers":["r"],"values":{"*":"yes"}}]})", "any.json");
    ASSERT_TRUE(channel);
    ImportOptions options;
    options.user_channels.push_back(*channel);
    const Reading reading = read("n,d,r\n1,2026-11-05,\n2,2026-11-05,1\n3,2026-11-05,\"a \"\"b\"\"\"\n", options);
    ASSERT_EQ(reading.messages.size(), 3u);
    EXPECT_EQ(reading.messages[0].repeat, Answer::Unknown);
    EXPECT_EQ(reading.messages[1].repeat, Answer::Yes);
    EXPECT_EQ(reading.messages[2].repeat, Answer::Yes);
    EXPECT_TRUE(reading.file().unknown_words.empty());
}

}  // namespace
}  // namespace problemator
