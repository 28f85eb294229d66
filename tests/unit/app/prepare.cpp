// A page in pieces: what a canvas shows until it is built, and what a newer click does to it.
#include <gtest/gtest.h>

#include "core/base/format.hpp"
#include "core/documents/page_text.hpp"
#include "tests/unit/app/opened_app.hpp"

namespace problemator {
namespace {

TEST(Prepare, ThePageBeforeStaysUntilTheNextIsBuilt) {
    const auto app = opened();
    app->apply(Go{"#/rejting"});
    EXPECT_FALSE(app->prepare(0));
    EXPECT_FALSE(app->is_built());
    EXPECT_EQ(app->shown().state.screen, Screen::Overview);
    EXPECT_GT(steps_to(*app), 3);
    EXPECT_EQ(app->shown().state.screen, Screen::Rating);
    EXPECT_TRUE(std::holds_alternative<RatingPage>(*app->shown().page));
}

TEST(Prepare, FewMessagesAreBuiltInOneGo) {
    const auto app = opened();
    app->apply(Go{"#/rejting"});
    EXPECT_TRUE(app->prepare());
}

TEST(Prepare, TheFirstPageIsCountedInStepsTooWithNothingShownInItsPlace) {
    const auto app = *App::open(testing_tables::random_snapshot(6, 3000, 60), "test");
    EXPECT_FALSE(app->prepare(0));
    EXPECT_EQ(app->shown().page, nullptr);
    EXPECT_GT(steps_to(*app), 3);
    ASSERT_NE(app->shown().page, nullptr);
    EXPECT_TRUE(std::holds_alternative<OverviewPage>(*app->shown().page));
}

TEST(Prepare, ThePartDoneGrowsToOneAndBeginsAnewWithTheNextLink) {
    const auto app = opened();
    EXPECT_EQ(app->prepared(), 1);
    for (const char* link : {"#/rejting", "#/otchyoty", "#/problemy?t=andra"}) {
        app->apply(Go{link});
        double before = app->prepared();
        EXPECT_EQ(before, 0) << link;
        while (!app->prepare(0)) {
            EXPECT_GT(app->prepared(), before) << link;
            EXPECT_LT(app->prepared(), 1) << link;
            before = app->prepared();
        }
        EXPECT_EQ(app->prepared(), 1) << link;
    }
}

TEST(Prepare, APaperIsCountedBlockByBlock) {
    const auto app = opened();
    app->apply(Go{"#/otchyoty"});
    EXPECT_GT(steps_to(*app), 10);
    app->apply(Go{"#/otchyoty?paper=protokol&skip=decisions,orders,problems,proposals"});   // nothing is on but the list of alarms
    EXPECT_LT(steps_to(*app), 5);
}

TEST(Prepare, ANewerClickCancelsTheOlder) {
    const auto app = opened();
    app->apply(Go{"#/rejting"});
    app->prepare(0);
    app->apply(Go{"#/pokazateli"});
    steps_to(*app);
    EXPECT_EQ(app->shown().state.screen, Screen::Indicators);
}

TEST(Prepare, AStepBackIsBuiltAtOnce) {
    const auto app = opened();
    app->apply(Go{"#/rejting"});
    steps_to(*app);
    app->apply(Go{"#/svodka"});
    EXPECT_EQ(steps_to(*app), 1);
}

TEST(Prepare, WhoAsksForThePageGetsItWhole) {
    const auto app = opened();
    for (const char* link : {"#/svodka?t=andra", "#/teplo?b=utilities", "#/teplo?view=map", "#/problemy", "#/pokazateli", "#/rejting?span=quarter"}) {
        app->apply(Go{link});
        app->prepare(0);
        const Page* page = &app->page();
        EXPECT_TRUE(app->prepare(0));
        EXPECT_EQ(app->shown().page.get(), page) << link;
    }
}

std::string alarms_told(const HeaderModel& header) { return header.tabs[4].count; }

TEST(Prepare, TheHeaderOfANewWeekCountsItsAlarmsInSteps) {
    const auto app = opened();
    const Week last = app->world().snapshot.info.week;
    std::size_t told = 0;
    for (Week week = last; week > last - 12; --week) {
        app->apply(Go{"#/teplo?w=" + format_week_key(week)});
        EXPECT_EQ(alarms_told(app->header(HeaderDetail::AtHand)), "");
        EXPECT_FALSE(app->prepare_header());
        while (!app->prepare_header()) {}
        State state;
        state.week = week;
        World world = app->world();
        world.remembered = nullptr;
        const std::string counted = alarms_told(header_model(world, state));
        EXPECT_EQ(alarms_told(app->header(HeaderDetail::AtHand)), counted) << week;
        EXPECT_TRUE(app->prepare_header());
        if (!counted.empty()) ++told;
    }
    EXPECT_GT(told, 0u);
}

TEST(Prepare, ThePaperIsWrittenPartByPart) {
    const auto app = opened();
    for (const char* link : {"#/otchyoty", "#/otchyoty?paper=kontrol", "#/svodka"}) {
        app->apply(Go{link});
        PageText text{app->page(), app->header(), app->world(), app->state()};
        double before = text.share();
        int steps = 1;
        for (; !text.step(app->world()); ++steps) {
            EXPECT_GE(text.share(), before);
            EXPECT_LT(text.share(), 1);
            before = text.share();
        }
        EXPECT_EQ(text.share(), 1);
        EXPECT_EQ(steps > 8, app->state().screen == Screen::Reports) << link;
        EXPECT_EQ(text.text(), page_html(app->page(), app->header(), app->world(), app->state())) << link;
    }
}

}  // namespace
}  // namespace problemator
