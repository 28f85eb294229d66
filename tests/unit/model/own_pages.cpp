// Views and sections of readers: the file goes round, and nothing in it is believed.
#include <gtest/gtest.h>

#include "core/model/reports/own_pages.hpp"

namespace problemator {
namespace {

OwnPages sample() {
    return {.views = {{"Мой блок", "My block", "#/svodka?b=utilities", "curator"}, {"Просрочено", "", "#/soobshcheniya?m=overdue", ""}},
            .sections = {{"zhkh", "ЖКХ: неделя", "Utilities: the week", "для планёрки", {{"#/teplo?b=utilities", "matrix"}, {"#/rejting", "deadlines"}}}, {"empty", "Пустой", "", "", {}}}};
}

TEST(OwnPages, TheFileGoesRound) {
    const auto read = read_own_pages(write_own_pages(sample()), "own.json");
    ASSERT_TRUE(read) << describe(read.error(), Lang::En);
    EXPECT_EQ(*read, sample());
}

TEST(OwnPages, EitherListMayBeAbsent) {
    EXPECT_EQ(*read_own_pages(R"({"version": 1})", "own.json"), OwnPages{});
    EXPECT_EQ(read_own_pages(R"({"version": 1, "views": [{"name": "a", "link": "#/teplo"}]})", "own.json")->views.size(), 1u);
}

TEST(OwnPages, WhatIsWrongIsNamedWithItsPlace) {
    struct Case { std::string json, column; Fault fault; };
    const std::string long_title(121, 'x');
    const Case cases[] = {
        {R"({"version": 2})", "version", Fault::BadValue},
        {R"({"views": []})", "", Fault::MissingKey},
        {R"x({"version": 1, "views": [{"name": "a", "link": "javascript:alert(1)"}]})x", "views[0]", Fault::BadValue},
        {R"({"version": 1, "views": [{"name": "", "link": "#/teplo"}]})", "views[0].name", Fault::MissingValue},
        {R"({"version": 1, "views": [{"name": ")" + long_title + R"(", "link": "#/teplo"}]})", "views[0].name", Fault::CellTooLong},
        {R"({"version": 1, "views": [{"name": "a\u0007", "link": "#/teplo"}]})", "views[0].name", Fault::BadValue},
        {R"({"version": 1, "views": [{"name": "a", "link": "#/teplo", "role": "king"}]})", "views[0]", Fault::BadValue},
        {R"({"version": 1, "views": [{"name": "a", "lnk": "#/teplo"}]})", "views[0]", Fault::UnknownKey},
        {R"({"version": 1, "sections": [{"id": "a b", "title": "x"}]})", "sections[0]", Fault::BadValue},
        {R"({"version": 1, "sections": [{"id": "a", "title": "x"}, {"id": "a", "title": "y"}]})", "sections[1]", Fault::DuplicateKey},
        {R"({"version": 1, "sections": [{"id": "a", "title": "x", "blocks": [{"link": "#/teplo", "block": "<b>"}]}]})", "sections[0].blocks[0]", Fault::BadValue},
        {R"({"version": 1, "sections": {}})", "sections", Fault::WrongType},
    };
    for (const Case& it : cases) {
        const auto read = read_own_pages(it.json, "own.json");
        ASSERT_FALSE(read) << it.json;
        EXPECT_EQ(read.error().fault, it.fault) << it.json << ": " << describe(read.error(), Lang::En);
        EXPECT_EQ(read.error().place.column, it.column) << it.json;
        EXPECT_EQ(read.error().place.file, "own.json");
    }
}

TEST(OwnPages, ListsAreBounded) {
    std::string json = R"({"version": 1, "views": [)";
    for (std::size_t i = 0; i <= kMostViews; ++i) json += (i ? "," : "") + std::string{R"({"name": "a", "link": "#/teplo"})"};
    EXPECT_EQ(read_own_pages(json + "]}", "own.json").error().fault, Fault::OutOfRange);
    EXPECT_EQ(read_own_pages(std::string((1 << 20) + 1, ' '), "own.json").error().fault, Fault::TooLarge);
}

TEST(OwnPages, LaterOnesTakeThePlaceOfEarlierOnes) {
    OwnPages all = sample();
    add_own_pages(all, {.views = {{"Просрочено", "", "#/rejting", ""}}, .sections = {{"zhkh", "Новый", "", "", {}}}});
    ASSERT_EQ(all.views.size(), 2u);
    EXPECT_EQ(all.views.back().link, "#/rejting");
    EXPECT_EQ(all.sections.back().title_ru, "Новый");
}

}  // namespace
}  // namespace problemator
