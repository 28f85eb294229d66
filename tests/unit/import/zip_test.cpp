#include "core/import/zip.hpp"

#include <gtest/gtest.h>

#include "tests/unit/import/package_writer.hpp"
#include "tests/unit/import/read_parts.hpp"

namespace problemator {
namespace {

using namespace testing_parts;
using Lines = std::vector<std::string>;

/// "path = text" or "path ! failure" of every part.
Lines parts_of(const std::string& bytes, const PartLimits& limits = {}) {
    const ReadFile file = read_parts(bytes, limits, "a.zip");
    Lines lines;
    for (const ReadPart& part : file.parts) lines.push_back(part.path + (part.failure.empty() ? " = " + part.text : " ! " + part.failure));
    if (!file.failure.empty()) lines.push_back("! " + file.failure);
    return lines;
}

TEST(Zip, EveryMemberIsOpenedAsWhatItIs) {
    const std::string bytes = make_zip({{"a.csv", "a,b\n"}, {"папка/", ""}, {"папка/б.csv", "в;г\n", true, 2048}});
    EXPECT_EQ(parts_of(bytes), (Lines{"a.zip/a.csv = a,b\n", "a.zip/папка/б.csv = в;г\n"}));
}

TEST(Zip, NamesOfTheRussianExplorerAreReadByTheirCodePage) {
    const std::string cp866 = "\x82\xEB\xA3\xE0\xE3\xA7\xAA\xA0.csv";
    std::string path_field;   // the extra field that says the same in UTF-8
    put_number(path_field, 0x7075, 2), put_number(path_field, 5 + std::string{"имя.csv"}.size(), 2), put_number(path_field, 1, 1);
    put_number(path_field, crc32(0, reinterpret_cast<const Bytef*>("x.csv"), 5), 4);
    path_field += "имя.csv";
    const std::string bytes = make_zip({{cp866, "1"}, {"Без флага.csv", "2"}, {"a\\b.csv", "3"}, {"x.csv", "4", false, 0, 8, path_field}, {"bad\x01name", "5"}});
    EXPECT_EQ(parts_of(bytes), (Lines{"a.zip/Выгрузка.csv = 1", "a.zip/Без флага.csv = 2", "a.zip/a/b.csv = 3", "a.zip/имя.csv = 4", "a.zip/bad_name = 5"}));
}

TEST(Zip, LockFilesAndShadowsAreNoMembers) {
    const std::string bytes = make_zip({{"__MACOSX/._a.csv", "x"}, {"~$ПОС.xlsx", "x"}, {"к/~$ПОС.xlsx", "x"}, {".DS_Store", "x"}, {"a.csv", "1"}});
    EXPECT_EQ(parts_of(bytes), (Lines{"a.zip/a.csv = 1"}));
    EXPECT_EQ(parts_of(make_zip({{"__MACOSX/._a.csv", "x"}})), (Lines{"! not_a_table ZIP"}));
}

TEST(Zip, AMemberThatCannotBeReadCostsOnlyItself) {
    const std::string bytes = make_zip({{"secret.csv", "1", false, 1}, {"deflate64.csv", "1", false, 0, 9}, {"crc.csv", "1", false, 0, 8, "", 7}, {"junk.csv", "1", false, 0, 8, "", 0, "\xFF\xFF\xFF"}, {"good.csv", "5"}});
    EXPECT_EQ(parts_of(bytes), (Lines{"a.zip/secret.csv ! encrypted secret.csv", "a.zip/deflate64.csv ! unknown_archive deflate64.csv", "a.zip/crc.csv ! damaged crc.csv",
                                      "a.zip/junk.csv ! damaged junk.csv", "a.zip/good.csv = 5"}));
}

TEST(Zip, LargeArchivesAndThoseBehindAProgramAreRead) {
    EXPECT_EQ(parts_of(make_zip({{"a.csv", "1"}, {"b.csv", "2"}}, ZipEnd::Zip64)), (Lines{"a.zip/a.csv = 1", "a.zip/b.csv = 2"}));
    const auto inside = ZipArchive::open(std::make_shared<OwnedBytes>("MZ a program" + make_zip({{"a.csv", "12"}})), {}, std::make_shared<UnpackBudget>());
    ASSERT_TRUE(inside.ok());
    EXPECT_EQ(*inside->read_whole(inside->members()[0]), "12");
}

TEST(Zip, AnArchiveThatWasCutGivesWhatCameBefore) {
    const std::vector<ZipEntry> entries = {{"a.csv", "1"}, {"b.csv", "22", false, 8}, {"c.csv", "333", true}, {"d.csv", "4444"}};
    const std::string whole = make_zip(entries, ZipEnd::None);
    EXPECT_EQ(parts_of(whole), (Lines{"a.zip/a.csv = 1", "a.zip/b.csv = 22", "a.zip/c.csv = 333", "a.zip/d.csv = 4444", "a.zip ! truncated"}));
    EXPECT_EQ(parts_of(whole.substr(0, whole.size() - 3)), (Lines{"a.zip/a.csv = 1", "a.zip/b.csv = 22", "a.zip/c.csv = 333", "a.zip/d.csv ! truncated d.csv", "a.zip ! truncated"}));
    EXPECT_EQ(parts_of(whole.substr(0, 20)), (Lines{"! truncated"}));
}

TEST(Zip, EveryCutIsAnErrorOrAPart) {
    const std::string whole = make_zip({{"a.csv", "one,two\n"}, {"b.csv", "three", false, 8}}, ZipEnd::Zip64);
    for (std::size_t size = 4; size < whole.size(); ++size) EXPECT_FALSE(parts_of(whole.substr(0, size)).empty()) << size;
}

TEST(Zip, ArchivesInArchivesGoTwoLevelsDown) {
    const std::string one = make_zip({{"a.csv", "1"}}), two = make_zip({{"1.zip", one}}), three = make_zip({{"2.zip", two}});
    EXPECT_EQ(parts_of(two), (Lines{"a.zip/1.zip/a.csv = 1"}));
    EXPECT_EQ(parts_of(three), (Lines{"a.zip/2.zip/1.zip ! too_large depth"}));
    EXPECT_EQ(parts_of(make_zip({{"g.csv.gz", gzipped("7")}})), (Lines{"a.zip/g.csv.gz/g.csv = 7"}));
}

TEST(Zip, BombsAreRefusedByTheNameOfTheirLimit) {
    const std::string zeros(std::size_t{70} << 20, '0');
    EXPECT_EQ(parts_of(make_zip({{"zeros.csv", zeros}, {"a.csv", "1"}})), (Lines{"a.zip/zeros.csv ! too_large ratio zeros.csv", "a.zip/a.csv = 1"}));
    PartLimits few;
    few.members = 2;
    EXPECT_EQ(parts_of(make_zip({{"a", "1"}, {"b", "2"}, {"c", "3"}}), few), (Lines{"! too_large members 3"}));
    PartLimits small;
    small.unpacked_bytes = 1000;
    EXPECT_EQ(parts_of(make_zip({{"a.csv", std::string(600, 'a')}, {"b.csv", std::string(600, 'b'), true}}), small).at(1), "a.zip/b.csv ! too_large unpacked_bytes b.csv");
    const std::string inner = make_zip({{"x.csv", std::string(600, 'x')}});
    EXPECT_EQ(parts_of(make_zip({{"1.zip", inner}, {"2.zip", inner}}), small).at(1), "a.zip/2.zip/x.csv ! too_large unpacked_bytes x.csv") << "one budget for all levels";
    small.unpacked_bytes = 1 << 20, small.shared_bytes = 500;
    EXPECT_EQ(parts_of(make_zip({{"a.csv", std::string(600, 'a')}}), small), (Lines{"a.zip/a.csv ! too_large shared_bytes"}));
}

TEST(Zip, ADirectoryThatLiesIsNotBelieved) {
    std::string bytes = make_zip({{"a.csv", "1"}});
    const std::size_t entry = bytes.find("PK\x01\x02");
    bytes[entry + 24] = '\x7F', bytes[entry + 27] = '\x7F';   // an unpacked size of 2 GB makes no room for it
    EXPECT_EQ(parts_of(bytes), (Lines{"a.zip/a.csv = 1"}));
    bytes[entry + 42] = '\x77';                               // an offset into nothing
    EXPECT_EQ(parts_of(bytes), (Lines{"a.zip/a.csv ! damaged a.csv"}));
    bytes[entry] = 'X';                                       // no directory: by the headers
    EXPECT_EQ(parts_of(bytes), (Lines{"a.zip/a.csv = 1", "a.zip ! damaged"}));
}

TEST(Gzip, HoldsOneFileHoweverManyStreams) {
    const auto read = [](const std::string& bytes) { return read_parts(bytes, {}, "в.csv.gz"); };
    const ReadFile file = read(gzipped("a,b\n") + gzipped("1,2\n") + std::string(5, '\0'));
    ASSERT_EQ(file.parts.size(), 1u);
    EXPECT_EQ(file.parts[0].path, "в.csv.gz/в.csv");
    EXPECT_EQ(file.parts[0].text, "a,b\n1,2\n");
    EXPECT_EQ(read(gzipped("a,b\n").substr(0, 15)).failure, "truncated");
    EXPECT_EQ(read("\x1F\x8B" "no gzip at all, just its first bytes").failure, "damaged");
}

TEST(Formats, AHeadTellsTheFormat) {
    struct Case { std::string head; const char* format; };
    using namespace std::string_literals;
    const Case cases[] = {
        {"PK\x03\x04", "ZIP"}, {"PK\x05\x06", "ZIP"}, {"\x1F\x8B\x08", "GZIP"}, {"{\"a\":1}", "JSON"}, {"a;b\n1;2\n", "CSV"}, {"", "CSV"}, {"%PDF-1.7", ""}, {"Rar!\x1A\x07", ""}, {"\xEF\xBB\xBF<?xml version=\"1.0\"?><a/>", ""}, {"PAR1;PAR2\n", "CSV"},
        {"\x89PNG\r\n", ""}, {"\xFD" "7zXZ\0"s, ""}, {"<?xml version=\"1.0\"?><office:document office:mimetype=\"application/vnd.oasis.opendocument.spreadsheet\">", "ODS"},
    };
    for (const Case& c : cases) {
        std::string found = "none";
        for (const Format& format : formats())
            if (format.matches(c.head, "файл")) { found = format_name(format.id); break; }
        EXPECT_EQ(found, c.format) << c.head;
    }
}

TEST(Formats, WhatIsNoTableIsSaidByItsName) {
    EXPECT_EQ(read_parts("%PDF-1.7 …").failure, "not_a_table PDF");
    EXPECT_EQ(read_parts("Rar!\x1A\x07\x01").failure, "unknown_archive RAR");
    EXPECT_EQ(read_parts("<?xml version=\"1.0\"?><rss/>").failure, "not_this_format XML");
    EXPECT_EQ(read_parts(make_zip({{"word/document.xml", "<w/>"}})).failure, "not_a_table DOCX");
    EXPECT_EQ(read_parts(make_zip({{"[Content_Types].xml", "<Types/>"}, {"visio/document.xml", "<v/>"}})).failure, "not_a_table OOXML");
    EXPECT_EQ(read_parts(make_zip({{"xl/workbook.bin", "x"}})).failure, "not_this_format XLSB");
}

}  // namespace
}  // namespace problemator
