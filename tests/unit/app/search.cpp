// A search over many texts goes on in slices, the page stays as it was until the end, and what was found is what one look finds.
#include <gtest/gtest.h>

#include "core/app/app.hpp"
#include "tests/unit/model/make_table.hpp"

namespace problemator {
namespace {

using testing_tables::Maker;

/// 2,400 messages of a kilobyte each over a hundred days; every sixth speaks of heat.
std::unique_ptr<App> app_of() {
    Maker maker;
    const std::string filler(1000, 'x');
    for (int i = 0; i < 2400; ++i) {
        Message m = maker.message(static_cast<std::size_t>(i) % 3, 0, 1, 1 + i % 100);
        m.text = (i % 6 == 0 ? "Нет ТЕПЛА в доме " : "Не чистят снег ") + filler;
        maker.builder.add(m);
    }
    return *App::open(std::move(maker).finish(), "test");
}

const MessagesPage& messages(App& app) { return std::get<MessagesPage>(app.page()); }

TEST(Search, OfOneWeekIsDoneAtOnce) {
    const auto app = app_of();
    app->apply(Go{"#/soobshcheniya"});
    const auto before = app->revision();
    EXPECT_FALSE(app->begin_search("тепла"));
    EXPECT_GT(app->revision(), before);
    for (const std::uint32_t row : messages(*app).rows) EXPECT_NE(app->world().snapshot.table.text[row].find("ТЕПЛА"), std::string_view::npos);
    EXPECT_GT(messages(*app).rows_total, 0u);
}

TEST(Search, OfEverythingGoesOnInSlicesAndThePageStaysUntilTheEnd) {
    const auto app = app_of();
    app->apply(Go{"#/soobshcheniya?p=all"});
    EXPECT_TRUE(app->begin_search("Тепла нет"));
    int slices = 0;
    double before = 0;
    for (double share = 0; (share = app->search_step(200'000)) < 1; ++slices) {
        EXPECT_GT(share, before);
        before = share;
        EXPECT_EQ(messages(*app).rows_total, 2400u);
        EXPECT_TRUE(app->state().search.empty());
    }
    EXPECT_GT(slices, 5);
    EXPECT_EQ(messages(*app).rows_total, 400u);
    EXPECT_EQ(app->state().search, "Тепла нет");
    EXPECT_EQ(to_hash(app->state()), "#/soobshcheniya?p=all");   // the words are told to no link
}

TEST(Search, WhatWasFoundServesTheOtherFiltersAndPeriods) {
    const auto app = app_of(), other = app_of();
    app->apply(Go{"#/soobshcheniya?p=all"});
    app->search("тепла");
    EXPECT_FALSE(app->begin_search("тепла"));   // nothing new
    for (const char* hash : {"#/soobshcheniya?b=utilities&p=all", "#/soobshcheniya", "#/soobshcheniya?p=2026-10-01..2026-10-31&sort=topic"}) {
        app->apply(Go{hash});
        other->apply(Go{std::string{hash} + (std::string_view{hash}.find('?') == std::string_view::npos ? "?" : "&") + "q=тепла"});
        EXPECT_EQ(messages(*app).rows, messages(*other).rows) << hash;
    }
    app->search("");
    app->apply(Go{"#/soobshcheniya?p=all"});
    EXPECT_EQ(messages(*app).rows_total, 2400u);
}

TEST(Search, WordsOfALinkAreLookedForInSlicesUnderThePageBefore) {
    const auto app = app_of(), other = app_of();
    app->page();
    app->apply(Go{"#/soobshcheniya?p=all&q=тепла"});
    int slices = 0;
    for (double before = -1; !app->prepare(); ++slices) {
        EXPECT_GT(app->prepared(), before);
        before = app->prepared();
        EXPECT_EQ(app->header().filters.search, "тепла");
        EXPECT_TRUE(app->header().filters.nothing.empty()) << "nothing is said before it is known";
        EXPECT_EQ(app->shown().state.screen, Screen::Overview);
    }
    EXPECT_GT(slices, 1);
    EXPECT_EQ(messages(*app).rows_total, 400u);
    other->apply(Go{"#/soobshcheniya?p=all&q=тепла"});
    EXPECT_EQ(messages(*other).rows, messages(*app).rows);
    EXPECT_EQ(app->header().filters.search_note, other->header().filters.search_note);
}

TEST(Search, WordsOfALinkThatLookThroughLittleAreFoundAtOnce) {
    const auto app = app_of();
    app->apply(Go{"#/soobshcheniya?q=тепла"});
    EXPECT_TRUE(app->prepare());
}

TEST(Search, CanBeCancelledAndEndsWhenTheReaderGoesElsewhere) {
    const auto app = app_of();
    app->apply(Go{"#/soobshcheniya?p=all"});
    EXPECT_TRUE(app->begin_search("тепла"));
    EXPECT_LT(app->search_step(1000), 1);
    app->cancel_search();
    EXPECT_EQ(app->search_step(1000), 1);
    EXPECT_EQ(messages(*app).rows_total, 2400u);
    EXPECT_TRUE(app->begin_search("тепла"));
    app->apply(Go{"#/svodka"});
    EXPECT_EQ(app->search_step(1000), 1);
    EXPECT_EQ(app->state().screen, Screen::Overview);
}

}  // namespace
}  // namespace problemator
