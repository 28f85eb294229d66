// «Отчёты», «О данных», «Разделы»: what the decrees ask for is there, parts can be left out, what stands behind the numbers is told.
#include <gtest/gtest.h>

#include <set>

#include "core/model/about/about_methods.hpp"
#include "core/model/about/about_page.hpp"
#include "core/model/frame/header_model.hpp"
#include "core/model/reports/report_kinds.hpp"
#include "core/model/reports/reports_page.hpp"
#include "core/model/reports/sections_page.hpp"
#include "core/model/world.hpp"
#include "tests/unit/model/make_table.hpp"

namespace problemator {
namespace {

using namespace problemator::testing_tables;

Snapshot week_of_messages() {
    Maker maker;
    for (int i = 0; i < 12; ++i) maker.builder.add(maker.message(0, 0, static_cast<std::size_t>(i % 3), 1 + i % 5));
    return std::move(maker).finish();
}

TEST(Reports, EveryReportOfTheDecreesIsThereAndOpens) {
    const Snapshot snapshot = week_of_messages();
    const World world{oktyabrskoe(), snapshot, "7f3a 90c1"};
    std::set<std::string> ids;
    for (const ReportKind& kind : report_kinds()) {
        State state;
        state.screen = Screen::Reports;
        state.paper = kind.id;
        const ReportsPage page = reports_page(world, state);
        EXPECT_EQ(page.paper.id, kind.id);
        EXPECT_FALSE(page.to.empty() || page.rhythm.empty() || page.basis.empty()) << kind.id;
        EXPECT_FALSE(page.paper.parts.empty());
        EXPECT_TRUE(ids.insert(std::string{kind.id}).second);
    }
    for (const char* needed : {"zapiska", "problematory", "rejting", "pokazateli", "kontrol", "prichiny", "karty", "udovletvoryonnost", "protokol", "cur", "plan", "list"}) EXPECT_TRUE(ids.contains(needed)) << needed;
}

TEST(Reports, APartIsLeftOutByItsLinkAndComesBackByIt) {
    const Snapshot snapshot = week_of_messages();
    const World world{oktyabrskoe(), snapshot, ""};
    const ReportsPage whole = reports_page(world, from_hash("#/otchyoty"));
    const ReportsPage less = reports_page(world, from_hash(whole.paper.parts[1].toggle_href));
    EXPECT_TRUE(whole.paper.parts[1].is_on);
    EXPECT_FALSE(less.paper.parts[1].is_on);
    EXPECT_TRUE(less.paper.parts[0].is_on);
    EXPECT_EQ(less.paper.parts[1].toggle_href, "#/otchyoty");
}

TEST(Reports, PartsKeepTheWeekAndTheFilterOfTheReader) {
    const Snapshot snapshot = week_of_messages();
    const ReportsPage page = reports_page({oktyabrskoe(), snapshot, ""}, from_hash("#/otchyoty?b=utilities&w=2026-W45&paper=rejting"));
    for (const PaperPart& part : page.paper.parts) {
        const State state = from_hash(part.at.link);
        EXPECT_EQ(state.keep[index(Dimension::Block)], std::vector<std::string>{"utilities"});
        EXPECT_EQ(state.week, home_week() - 1);
        EXPECT_TRUE(state.paper.empty());
    }
}

TEST(About, TellsTheSnapshotItsMethodsAndWhatIsHidden) {
    const Snapshot snapshot = week_of_messages();
    for (const char* hash : {"#/o-dannykh", "#/o-dannykh?lang=en"}) {
        const AboutPage page = about_page({oktyabrskoe(), snapshot, "7f3a 90c1"}, from_hash(hash));
        EXPECT_NE(page.verdict_tail.find("7f3a 90c1"), std::string::npos);
        std::set<std::string> ids;
        for (const Listing& listing : page.listings) {
            ids.insert(listing.id);
            for (const auto& row : listing.rows) EXPECT_EQ(row.size(), listing.columns.size()) << listing.id;
        }
        for (const char* needed : {"snapshot", "sources", "methods", "indicator-methods", "hidden", "words"}) EXPECT_TRUE(ids.contains(needed)) << needed;
    }
}

TEST(About, EveryMethodIsTwoSentencesInBothLanguages) {
    for (const Method& method : measure_methods())
        for (const Lang lang : {Lang::Ru, Lang::En}) {
            const std::string_view words = method.words.in(lang);
            EXPECT_TRUE(words.ends_with('.')) << words;
            std::size_t ends = 0;
            for (std::size_t i = 0; i < words.size(); ++i)
                if (words[i] == '.' && (i + 1 == words.size() || words[i + 1] == ' ')) ++ends;
            EXPECT_EQ(ends, 2u) << words;
        }
}

TEST(Sections, ASectionBecomesAPaperOfItsBlocksInTheReadersWeek) {
    const Snapshot snapshot = week_of_messages();
    const std::vector<OwnSection> sections = {{"one", "Раз", "", "", {{"#/teplo", "matrix"}}}, {"two", "Два", "Two", "", {{"#/rejting?w=2026-W40", "rating"}, {"#/svodka", "problems"}}}};
    World world{oktyabrskoe(), snapshot, ""};
    world.sections = sections;
    const SectionsPage page = sections_page(world, from_hash("#/razdely?paper=two&w=2026-W45&lang=en"));
    EXPECT_EQ(page.paper.title, "Two");
    ASSERT_EQ(page.paper.parts.size(), 2u);
    EXPECT_EQ(page.paper.parts[0].at.link, "#/rejting?lang=en&w=2026-W40");
    EXPECT_EQ(page.paper.parts[1].at.link, "#/svodka?lang=en&w=2026-W45");
    EXPECT_EQ(page.choices.size(), 2u);
    EXPECT_EQ(header_model(world, State{}).tabs.size(), 9u);
}

TEST(Sections, WithoutOneThePageSaysHowToBegin) {
    const Snapshot snapshot = week_of_messages();
    EXPECT_FALSE(sections_page({oktyabrskoe(), snapshot, ""}, from_hash("#/razdely")).empty.empty());
}

}  // namespace
}  // namespace problemator
