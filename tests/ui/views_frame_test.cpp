// Views on a stage without a screen: no misuse of Dear ImGui at any size and language, and a click goes where its number says.
#include <gtest/gtest.h>

#include "core/charts/matrix_layout.hpp"
#include "imgui_internal.h"
#include "rig.hpp"
#include "sample_pages.hpp"
#include "web/views/overview_layout.hpp"
#include "web/views/listings_layout.hpp"
#include "web/views/rating_layout.hpp"
#include "web/views/views.hpp"
#include "web/widgets/ui.hpp"
#include "web/widgets/why.hpp"

namespace problemator::web {
namespace {

// A page on a stage: what the frame of the app does, with a page filled by hand.
struct Show {
    Rig rig;
    State state;
    Page page;
    Profile profile;
    Snapshot snapshot;
    World world{profile, snapshot, ""};
    bool is_touch = false;

    Show(Screen screen, Lang lang, double width, double height, Amount amount = Amount::Usual) : rig{width, height}, state{}, page{} {
        state.screen = screen;
        state.lang = lang;
        page = *sample_page(state, amount);
    }
    Stage::Draw draw() {
        return [this](Painter& painter, Commands& commands) {
            const ViewContext context{.width = rig.screen.view_width(), .height = rig.screen.view_height(), .top = 0, .lang = state.lang, .is_touch = is_touch, .world = world, .state = state};
            draw_page(page, painter, commands, context);
        };
    }
    std::string gone_to() const { return rig.commands.empty() ? std::string{} : std::get<Go>(rig.commands.back()).href; }
};

constexpr Screen kSampled[] = {Screen::Overview, Screen::Rating, Screen::Indicators, Screen::Problems, Screen::Quality};

class EveryScreen : public testing::TestWithParam<Screen> {};
INSTANTIATE_TEST_SUITE_P(Views, EveryScreen, testing::ValuesIn(kSampled));

TEST_P(EveryScreen, RendersWithoutImGuiErrorsAtEveryWidthInBothLanguages) {
    take_failed_asserts();
    for (const double width : {390.0, 1024.0, 1440.0, 2560.0})
        for (const Lang lang : {Lang::Ru, Lang::En})
            for (const Amount amount : {Amount::Usual, Amount::Scarce, Amount::Long}) {
                Show show{GetParam(), lang, width, 800, amount};
                show.rig.frames(3, show.draw());
                const auto failed = take_failed_asserts();
                EXPECT_TRUE(failed.empty()) << width << ": " << failed.front();
                EXPECT_TRUE(show.rig.commands.empty());
            }
}

TEST_P(EveryScreen, RendersAtLargerTextAndInTheDark) {
    take_failed_asserts();
    Show show{GetParam(), Lang::Ru, 1024, 700};
    show.rig.screen.text_scale = 1.15;
    show.rig.screen.theme = Theme::Dark;
    show.rig.frames(3, show.draw());
    EXPECT_TRUE(take_failed_asserts().empty());
}

TEST_P(EveryScreen, HasNoTwoTargetsOfOneId) {
    take_failed_asserts();
    Show show{GetParam(), Lang::Ru, 1440, 808, Amount::Long};
    expect_no_two_targets_of_one_id(show.rig, show.draw());
    EXPECT_TRUE(take_failed_asserts().empty());
}

TEST_P(EveryScreen, DrawsTheSameUnderAFinger) {
    take_failed_asserts();
    Show mouse{GetParam(), Lang::Ru, 1180, 760}, finger{GetParam(), Lang::Ru, 1180, 760};
    finger.is_touch = true;
    mouse.rig.frames(3, mouse.draw());
    finger.rig.frames(3, finger.draw());
    EXPECT_TRUE(take_failed_asserts().empty());
    EXPECT_TRUE(std::equal(mouse.rig.raster.pixels().begin(), mouse.rig.raster.pixels().end(), finger.rig.raster.pixels().begin(), finger.rig.raster.pixels().end()));
}

TEST(OverviewView, ATapOnTheSmallMatrixOpensTheLargeOneWhereAClickOpensACell) {
    for (const bool is_touch : {false, true}) {
        Show show{Screen::Overview, Lang::Ru, 1180, 760};
        show.is_touch = is_touch;
        const auto& page = std::get<OverviewPage>(show.page);
        const OverviewLayout at = layout_overview(page, page_grid(1180, 760));
        const MatrixLayout cells{page.matrix, at.matrix_size, at.matrix.w - 32};
        ASSERT_LT(cells.row_step, 44);
        const Point cell{at.matrix.x + 16 + cells.column_x(0) + cells.cell_width() / 2, at.matrix.y + 44 + cells.row_y(0) + cells.row_step / 2};
        show.rig.click_at(cell.x, cell.y, show.draw());
        EXPECT_EQ(show.gone_to(), is_touch ? "#/teplo" : page.matrix.cells[0].href);
    }
}

TEST_P(EveryScreen, DrawsTheSameFrameTwice) {
    Show first{GetParam(), Lang::En, 1280, 720}, second{GetParam(), Lang::En, 1280, 720};
    first.rig.frames(3, first.draw());
    second.rig.frames(3, second.draw());
    EXPECT_TRUE(std::equal(first.rig.raster.pixels().begin(), first.rig.raster.pixels().end(), second.rig.raster.pixels().begin(), second.rig.raster.pixels().end()));
}

TEST_P(EveryScreen, ScrollsWithTheKeysWhenTallerThanTheWindow) {
    Show show{GetParam(), Lang::Ru, 1024, 500};
    show.rig.frames(3, show.draw());
    const std::vector<std::uint32_t> before{show.rig.raster.pixels().begin(), show.rig.raster.pixels().end()};
    ImGui::GetIO().AddKeyEvent(ImGuiKey_End, true);
    show.rig.frames(2, show.draw());
    ImGui::GetIO().AddKeyEvent(ImGuiKey_End, false);
    show.rig.frames(2, show.draw());
    const std::vector<std::uint32_t> end{show.rig.raster.pixels().begin(), show.rig.raster.pixels().end()};
    EXPECT_NE(before, end);
    ImGui::GetIO().AddKeyEvent(ImGuiKey_Home, true);
    show.rig.frames(2, show.draw());
    ImGui::GetIO().AddKeyEvent(ImGuiKey_Home, false);
    show.rig.frames(2, show.draw());
    EXPECT_EQ(before, (std::vector<std::uint32_t>{show.rig.raster.pixels().begin(), show.rig.raster.pixels().end()}));
}

TEST(OverviewView, AClickOnATileOpensItsRows) {
    for (std::size_t i = 0; i < 5; ++i) {
        Show show{Screen::Overview, Lang::Ru, 1440, 808};
        const auto& page = std::get<OverviewPage>(show.page);
        const OverviewLayout at = layout_overview(page, page_grid(1440, 808));
        show.rig.click_at(at.tiles[i].x + 20, at.tiles[i].y + at.tiles[i].h - 8, show.draw());
        EXPECT_EQ(show.gone_to(), page.tiles[i].figure.href);
        EXPECT_EQ(show.rig.commands.size(), 1u);
    }
}

TEST(OverviewView, TheExplanationMarkOpensThePanelAndItsLinkTheSameRows) {
    Show show{Screen::Overview, Lang::Ru, 1440, 808};
    const auto& page = std::get<OverviewPage>(show.page);
    const OverviewLayout at = layout_overview(page, page_grid(1440, 808));
    const Point why = *layout_tile(page.tiles[2], at.tiles[2], at.tile_size).why;
    show.rig.click_at(why.x, why.y, show.draw());
    EXPECT_TRUE(show.rig.commands.empty()) << "the mark explains and goes nowhere";
    show.rig.frames(2, show.draw());
    show.rig.save("why-panel");
    const Figure& figure = page.tiles[2].figure;
    const WhyLayout panel = layout_why({figure.text, figure.why, figure.href, {why.x - 12, why.y - 12, 24, 24}}, 1440, 808);
    show.rig.click_at(panel.box.x + 40, panel.box.y + panel.link_y, show.draw());
    EXPECT_EQ(show.gone_to(), figure.href);
}

TEST(OverviewView, AClickOnAProblemOpensItsRows) {
    Show show{Screen::Overview, Lang::Ru, 1440, 808};
    const auto& page = std::get<OverviewPage>(show.page);
    const Box box = layout_overview(page, page_grid(1440, 808)).problems;
    const double step = (box.h - 52) / 7;
    show.rig.click_at(box.x + 300, box.y + 44 + step * 3.5, show.draw());
    EXPECT_EQ(show.gone_to(), page.problems[3].count.href);
}

TEST(OverviewView, TheLinksOfThePanelsKeepTheWeekAndTheFilters) {
    Show show{Screen::Overview, Lang::Ru, 1440, 808};
    show.state.keep[static_cast<std::size_t>(Dimension::Block)] = {"zhkh"};
    const Box box = layout_overview(std::get<OverviewPage>(show.page), page_grid(1440, 808)).indicators;
    show.rig.click_at(box.x + box.w - 30, box.y + 22, show.draw());
    State wanted = show.state;
    wanted.screen = Screen::Indicators;
    EXPECT_EQ(show.gone_to(), to_hash(wanted));
}

TEST(OverviewView, AClickWorksOnAScrolledPageToo) {
    Show show{Screen::Overview, Lang::Ru, 1024, 500};
    const auto& page = std::get<OverviewPage>(show.page);
    const OverviewLayout at = layout_overview(page, page_grid(1024, 500));
    show.rig.frames(2, show.draw());
    show.rig.point_at(500, 250);
    ImGui::GetIO().AddMouseWheelEvent(0, -100);
    show.rig.frames(4, show.draw());
    const double shift = at.height - 500;
    const Box rating = at.rating;
    show.rig.click_at(rating.x + 60, bottom_of(rating) - 17 - 15 - 20 - shift, show.draw());
    EXPECT_EQ(show.gone_to(), page.rating.back().href);
}

TEST(RatingView, ARowOpensItsDepartmentAndANumberItsRows) {
    Show show{Screen::Rating, Lang::Ru, 1440, 808};
    const auto& page = std::get<RatingPage>(show.page);
    const RatingLayout at = layout_rating(page, page_grid(1440, 808), Lang::Ru);
    const RatingColumns columns = layout_rating_columns(page.rows, at.table, Lang::Ru);
    const double third = at.table.y + at.head + at.row * 2.5;
    show.rig.click_at(columns.name.x + 20, third, show.draw());
    EXPECT_EQ(show.gone_to(), page.rows[2].href);
    show.rig.click_at(columns.in_time.x + columns.in_time.w - 8, third, show.draw());
    EXPECT_EQ(show.gone_to(), page.rows[2].in_time.href);
}

TEST(QualityView, ANumberOpensItsRows) {
    Show show{Screen::Quality, Lang::Ru, 1440, 1200};
    const auto& page = std::get<QualityPage>(show.page);
    const ListingsLayout at = layout_listings(page, page_grid(1440, 1200));
    const ListingLayout& weeks = at.listings[1];
    const ListingSpan last = weeks.columns.back();
    show.rig.click_at(last.x + last.w - 8, weeks.box.y + 44 + weeks.head + weeks.row * 2.5, show.draw());
    EXPECT_EQ(show.gone_to(), page.listings[1].rows[2].back().figure.href);
}

TEST(RatingView, TheSwitchOpensAnotherSpan) {
    Show show{Screen::Rating, Lang::Ru, 1440, 808};
    show.rig.click_at(20 + 150, 12 + 16, show.draw());
    EXPECT_EQ(show.gone_to(), std::get<RatingPage>(show.page).spans[1].href);
}

TEST(RatingView, WhoIsRatedTheAdjustmentAndThePaperAreTargetsAtEveryWidth) {
    for (const double width : {1024.0, 1440.0, 2560.0})
        for (const Lang lang : {Lang::Ru, Lang::En}) {
            Show show{Screen::Rating, lang, width, 808};
            const auto& page = std::get<RatingPage>(show.page);
            const RatingLayout at = layout_rating(page, page_grid(width, 808), lang);
            const std::pair<Box, std::string> targets[] = {{{at.subjects.x + at.subjects.w - 40, at.subjects.y, 20, 32}, page.subjects[1].href}, {at.adjustment, page.adjustment.href}, {at.report, page.report.href}};
            for (const auto& [box, href] : targets) {
                show.rig.click_at(box.x + box.w / 2, box.y + box.h / 2, show.draw());
                EXPECT_EQ(show.gone_to(), href) << width;
            }
        }
}

}  // namespace
}  // namespace problemator::web
