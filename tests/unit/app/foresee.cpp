// A page that is counted before it is opened: it is at hand then, and shows nothing until then.
#include <gtest/gtest.h>

#include "core/documents/html.hpp"
#include "tests/unit/app/opened_app.hpp"

namespace problemator {
namespace {

int foreseen_in_steps(App& app, std::string_view href) {
    int steps = 1;
    while (!app.foresee(href)) ++steps;
    return steps;
}

TEST(Foresee, ThePageIsAtHandWhenItIsOpened) {
    for (const char* link : {"#/rejting", "#/svodka?b=utilities", "#/teplo?cell=andra,utilities", "#/teplo?view=map", "#/soobshcheniya?p=all", "#/problemy?tab=week"}) {
        const auto app = opened();
        foreseen_in_steps(*app, link);
        app->apply(Go{link});
        EXPECT_FALSE(app->is_built()) << link;
        EXPECT_TRUE(app->prepare(0)) << link;
        World world = app->world();
        world.remembered = nullptr;
        EXPECT_EQ(page_html(app->page(), app->header(), app->world(), app->state()), page_html(page_of(world, app->state()), app->header(), world, app->state())) << link;
    }
}

TEST(Foresee, APaperWalksItsStepsAgainForItIsWrittenOfManyPages) {
    const auto app = opened();
    foreseen_in_steps(*app, "#/otchyoty");
    app->apply(Go{"#/otchyoty"});
    EXPECT_FALSE(app->prepare(0));
    EXPECT_GT(steps_to(*app), 3);
    EXPECT_TRUE(std::holds_alternative<ReportsPage>(app->page()));
}

TEST(Foresee, TheStateAndWhatIsShownStay) {
    const auto app = opened();
    const std::uint64_t revision = app->revision();
    const State state = app->state();
    const Page* shown = app->shown().page.get();
    EXPECT_GT(foreseen_in_steps(*app, "#/rejting"), 3);
    EXPECT_EQ(app->revision(), revision);
    EXPECT_EQ(app->state(), state);
    EXPECT_EQ(app->shown().page.get(), shown);
    EXPECT_TRUE(app->is_built());
}

TEST(Foresee, AClickGoesOnWhereTheCountingWas) {
    const auto app = opened();
    const int all = foreseen_in_steps(*opened(), "#/rejting");
    for (int i = 0; i < all / 2; ++i) ASSERT_FALSE(app->foresee("#/rejting"));
    app->apply(Go{"#/rejting"});
    EXPECT_EQ(steps_to(*app), all - all / 2);
}

TEST(Foresee, SeveralLinksAreForeseenTogether) {
    const auto app = opened();
    const char* const links[] = {"#/rejting", "#/pokazateli", "#/teplo", "#/svodka?b=utilities"};
    app->foresee(links[0]);                            // begun, left for another, finished later
    for (const char* link : {links[1], links[2], links[3], links[0]}) foreseen_in_steps(*app, link);
    for (const char* link : links) {
        app->apply(Go{link});
        EXPECT_TRUE(app->prepare(0)) << link;
    }
}

TEST(Foresee, OnlyTheLastOnesAreKept) {
    const auto app = opened();
    foreseen_in_steps(*app, "#/rejting");
    for (std::size_t i = 1; i <= App::kForeseen; ++i) app->foresee("#/svodka?t=andra&d=" + std::to_string(i));
    app->apply(Go{"#/rejting"});
    EXPECT_FALSE(app->prepare(0));
    EXPECT_GT(steps_to(*app), 0);
    EXPECT_TRUE(std::holds_alternative<RatingPage>(*app->shown().page));
}

TEST(Foresee, WhatIsAskedForAgainIsKept) {
    const auto app = opened();
    foreseen_in_steps(*app, "#/rejting");
    for (std::size_t i = 1; i <= App::kForeseen; ++i) {
        app->foresee("#/svodka?t=andra&d=" + std::to_string(i));
        EXPECT_TRUE(app->foresee("#/rejting"));
    }
    app->apply(Go{"#/rejting"});
    EXPECT_TRUE(app->prepare(0));
}

TEST(Foresee, WhatWasBegunAndTakenOverIsBegunAnew) {
    const auto app = opened();
    app->foresee("#/rejting");
    app->apply(Go{"#/rejting"});
    ASSERT_FALSE(app->prepare(0));
    app->apply(Go{"#/svodka"});                        // left before it was counted
    foreseen_in_steps(*app, "#/rejting");
    app->apply(Go{"#/rejting"});
    EXPECT_TRUE(app->prepare(0));
}

TEST(Foresee, PagesNobodyOpenedPushOutNoneThatWereOpened) {
    const auto app = opened();
    const char* const seen[] = {"#/rejting", "#/pokazateli", "#/kachestvo", "#/problemy"};
    for (const char* link : seen) {
        app->apply(Go{link});
        app->page();
    }
    for (const char* link : {"#/teplo", "#/teplo?b=utilities", "#/teplo?b=roads", "#/svodka?b=utilities", "#/svodka?b=roads", "#/svodka?t=andra", "#/soobshcheniya", "#/teplo?t=andra", "#/about"})
        foreseen_in_steps(*app, link);
    for (const char* link : seen) {
        app->apply(Go{link});
        EXPECT_TRUE(app->prepare(0)) << link;
    }
}

TEST(Foresee, NothingIsDoneForTheOpenPageAndForPagesOfLately) {
    const auto app = opened();
    EXPECT_TRUE(app->foresee("#/svodka"));
    app->apply(Go{"#/rejting"});
    app->page();
    EXPECT_TRUE(app->foresee("#/svodka"));
}

TEST(Foresee, WhatIsEnteredInTheBrowserEndsIt) {
    const auto app = opened();
    const int all = foreseen_in_steps(*app, "#/problemy");
    app->set_unpublished(Register{*find_register_form("problems")});
    EXPECT_EQ(foreseen_in_steps(*app, "#/problemy"), all);
}

}  // namespace
}  // namespace problemator
