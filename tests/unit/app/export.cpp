// Exports as the menus ask for them: every form of every block, papers, QR, and mistakes with a hint.
#include "core/app/export.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/unit/model/make_table.hpp"

namespace problemator {
namespace {

struct Export : testing::Test {
    std::unique_ptr<App> app = *App::open(testing_tables::random_snapshot(6, 1200), "7f3a 90c1");
    ExportedFile made(const std::string& request) {
        auto file = export_file(*app, request);
        EXPECT_TRUE(file) << request << ": " << (file ? "" : describe(file.error(), Lang::En));
        return file ? *file : ExportedFile{};
    }
    Error refused(const std::string& request) {
        const auto file = export_file(*app, request);
        EXPECT_FALSE(file) << request;
        return file ? Error{} : file.error();
    }
};

TEST_F(Export, EveryBlockOfEveryScreenHasEveryForm) {
    for (const char* hash : {"#/svodka", "#/teplo", "#/problemy", "#/rejting", "#/pokazateli", "#/soobshcheniya", "#/kachestvo", "#/otchyoty", "#/o-dannykh"}) {
        app->apply(Go{hash});
        const auto blocks = nlohmann::json::parse(made(R"({"as": "blocks"})").bytes, nullptr, false);
        ASSERT_FALSE(blocks.empty()) << hash;
        for (const auto& block : blocks)
            for (const char* as : {"csv", "xlsx", "tsv", "html", "words", "svg"}) {
                const ExportedFile file = made(R"({"as": ")" + std::string{as} + R"(", "block": ")" + block["id"].get<std::string>() + "\"}");
                EXPECT_FALSE(file.bytes.empty() || file.type.empty()) << hash << block["id"];
                EXPECT_EQ(file.name.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-."), std::string::npos) << file.name;
            }
    }
}

TEST_F(Export, ABlockOfAnotherLinkLeavesThePageAsItIs) {
    app->apply(Go{"#/teplo"});
    const auto before = app->revision();
    EXPECT_EQ(made(R"({"as": "csv", "block": "rating", "link": "#/rejting"})").name, "rejting-rating-2026-W46.csv");
    EXPECT_EQ(app->revision(), before);
}

TEST_F(Export, AWorkbookOfThePageHoldsAllItsBlocks) {
    app->apply(Go{"#/rejting"});
    EXPECT_GT(made(R"({"as": "xlsx"})").bytes.size(), made(R"({"as": "xlsx", "block": "weights"})").bytes.size());
}

TEST_F(Export, PapersBelongToReportsAndSections) {
    app->apply(Go{"#/otchyoty?paper=protokol"});
    EXPECT_EQ(made(R"({"as": "paper-docx", "to": "Главе", "post": "Куратор", "person": "И. Образцов"})").name, "otchyoty-protokol-2026-W46.docx");
    EXPECT_TRUE(made(R"({"as": "paper-xlsx"})").bytes.starts_with("PK"));
    app->apply(Go{"#/teplo"});
    EXPECT_EQ(refused(R"({"as": "paper-docx"})").fault, Fault::BadValue);
}

TEST_F(Export, WhatCannotBeMadeSaysWhatCould) {
    app->apply(Go{"#/rejting"});
    EXPECT_EQ(refused(R"({"as": "xlsxx", "block": "rating"})").expected, "xlsx");
    EXPECT_EQ(refused(R"({"as": "csv", "block": "ratin"})").expected, "rating");
    EXPECT_EQ(refused(R"({"as": "csv"})").fault, Fault::MissingKey);
    EXPECT_EQ(refused(R"({"as": "csv", "blok": "rating"})").fault, Fault::UnknownKey);
    EXPECT_EQ(refused("[").fault, Fault::BadJson);
    EXPECT_EQ(refused(R"({"as": "qr", "text": ")" + std::string(700, 'x') + "\"}").fault, Fault::TooLarge);
}

TEST_F(Export, AQrIsAnSvg) { EXPECT_TRUE(made(R"({"as": "qr", "text": "https://example.test/#/teplo"})").bytes.starts_with("<svg")); }

}  // namespace
}  // namespace problemator
