#include <gtest/gtest.h>

#include "views_rig.hpp"
#include "web/views/messages.hpp"
#include "web/views/messages_layout.hpp"
#include "web/views/rail_layout.hpp"
#include "web/views/virtual_rows.hpp"

namespace problemator::web {
namespace {

struct MessagesScreen {
    MessagesPage page;
    SampleWorld world;
    Rig rig;
    Lang lang;
    std::vector<std::uint32_t> asked;                  // rows whose line was made in the last frame

    MessagesScreen(double width, Lang in, std::uint32_t rows, double height = 808)
        : page{sample_messages(in, rows)}, world{Screen::Messages, rows}, rig{width, height}, lang{in} {}
    Stage::Draw draw() {
        return [this](Painter& painter, Commands& commands) {
            asked.clear();
            Ui ui{painter, commands, lang};
            draw_messages(ui, page, world.context(rig, lang), [this](std::uint32_t row) {
                asked.push_back(row);
                return sample_line(row);
            });
        };
    }
    void open(std::uint32_t row) {
        page.card = sample_card(row);
        world.state.message = "m" + std::to_string(row);
    }
};

constexpr double kFirstRow = 90 + 17;                  // middle of the first row at 1440 px

TEST(MessagesView, DrawsAtEveryWidthInBothLanguagesWithoutMisuseOfImGui) {
    take_failed_asserts();
    for (const double width : {390.0, 1024.0, 1280.0, 1440.0, 2560.0})
        for (const Lang lang : {Lang::Ru, Lang::En})
            for (const bool has_card : {false, true}) {
                MessagesScreen screen{width, lang, 298};
                if (has_card) screen.open(7);
                screen.rig.frames(3, screen.draw());
                if (width <= 1440) { EXPECT_LE(ImGui::GetDrawData()->TotalVtxCount, kVertexBudget) << width; }
                screen.rig.save("messages-" + std::to_string(static_cast<int>(width)) + (lang == Lang::Ru ? "-ru" : "-en") + (has_card ? "-card" : ""));
                EXPECT_EQ(take_failed_asserts(), std::vector<std::string>{}) << width;
                EXPECT_TRUE(screen.rig.commands.empty());
            }
}

TEST(MessagesView, NothingFoundOffersToResetTheFilters) {
    MessagesScreen screen{1440, Lang::Ru, 0};
    screen.rig.frames(2, screen.draw());
    screen.rig.save("messages-empty");
    for (double y = 300; y < 420 && screen.rig.commands.empty(); y += 6) screen.rig.click_at(720, y, screen.draw());
    EXPECT_EQ(hrefs_of(screen.rig.commands), std::vector<std::string>{"#/teplo"});
}

TEST(MessagesView, AHundredThousandRowsMakeOnlyTheVisibleLines) {
    MessagesScreen screen{1440, Lang::Ru, 100'000};
    const auto draw = screen.draw();
    screen.rig.point_at(500, 400);
    screen.rig.frames(2, draw);
    for (int turn = 0; turn < 200; ++turn) {
        ImGui::GetIO().AddMouseWheelEvent(0, -3.3f);
        screen.rig.frame(draw);
        EXPECT_LT(screen.asked.size(), 60u);
    }
    ASSERT_FALSE(screen.asked.empty());
    EXPECT_EQ(screen.asked.front(), 200u * 330 / 34) << "the wheel scrolls pixel by pixel";
    press(screen.rig, ImGuiKey_End, draw);
    EXPECT_EQ(screen.asked.back(), 99'999u);
    EXPECT_LT(screen.asked.size(), 60u);
    screen.rig.save("messages-end");
}

TEST(MessagesView, KeysMoveTheCursorAndEnterOpensTheCard) {
    MessagesScreen screen{1440, Lang::Ru, 1'000};
    const auto draw = screen.draw();
    screen.rig.frames(2, draw);
    const std::pair<ImGuiKey, std::uint32_t> steps[] = {{ImGuiKey_DownArrow, 0}, {ImGuiKey_DownArrow, 1}, {ImGuiKey_DownArrow, 2}, {ImGuiKey_UpArrow, 1},
                                                        {ImGuiKey_PageDown, 1 + 18}, {ImGuiKey_PageUp, 1}, {ImGuiKey_End, 999}, {ImGuiKey_Home, 0}};
    for (const auto& [key, expected] : steps) {
        press(screen.rig, key, draw);
        screen.rig.commands.clear();
        press(screen.rig, ImGuiKey_Enter, draw);
        EXPECT_EQ(hrefs_of(screen.rig.commands), std::vector<std::string>{sample_line(expected).href});
    }
}

TEST(MessagesView, ClickOnARowOpensItsCard) {
    MessagesScreen screen{1440, Lang::Ru, 298};
    screen.rig.click_at(500, kFirstRow + 3 * 34, screen.draw());
    EXPECT_EQ(hrefs_of(screen.rig.commands), std::vector<std::string>{"#/soobshcheniya?id=m3"});
}

TEST(MessagesView, OpenCardGoesAlongWithTheArrowsAsOneStepOfHistory) {
    MessagesScreen screen{1440, Lang::Ru, 298};
    screen.open(250);
    const auto draw = screen.draw();
    screen.rig.frames(2, draw);
    EXPECT_NE(std::find(screen.asked.begin(), screen.asked.end(), 250u), screen.asked.end()) << "the list shows the row of the card";
    press(screen.rig, ImGuiKey_DownArrow, draw);
    ASSERT_EQ(hrefs_of(screen.rig.commands), std::vector<std::string>{"#/soobshcheniya?id=m251"});
    EXPECT_TRUE(std::get<Go>(screen.rig.commands[0]).replace);
}

TEST(MessagesView, EscapeClosesTheCard) {
    MessagesScreen screen{1440, Lang::Ru, 298};
    screen.open(3);
    screen.rig.frames(2, screen.draw());
    press(screen.rig, ImGuiKey_Escape, screen.draw());
    EXPECT_EQ(hrefs_of(screen.rig.commands), std::vector<std::string>{"#/soobshcheniya?closed"});
}

TEST(MessagesView, ClickOnAHeadSorts) {
    MessagesScreen screen{1440, Lang::Ru, 298};
    screen.rig.click_at(24, 71, screen.draw());
    EXPECT_EQ(hrefs_of(screen.rig.commands), std::vector<std::string>{"#/soobshcheniya?sort=received"});
}

TEST(MessagesView, FiltersStandBesideTheListOfAWidePage) {
    MessagesScreen screen{1440, Lang::Ru, 298};
    const auto draw = screen.draw();
    screen.open(5);
    screen.rig.click_at(60, 28, draw);
    screen.rig.save("messages-filters");
    screen.rig.click_at(kRailWidth + 60, kFirstRow, draw);
    EXPECT_EQ(hrefs_of(screen.rig.commands), std::vector<std::string>{"#/soobshcheniya?id=m0"});
    screen.rig.click_at(kRailWidth + 60, 28, draw);
    screen.rig.commands.clear();
    screen.rig.click_at(60, kFirstRow + 34, draw);
    EXPECT_EQ(hrefs_of(screen.rig.commands), std::vector<std::string>{"#/soobshcheniya?id=m1"}) << "the second click has closed them";
}

TEST(MessagesView, FiltersOpenAsASheetAndCloseOnEscape) {
    MessagesScreen screen{1024, Lang::Ru, 298};
    const auto draw = screen.draw();
    screen.rig.click_at(60, 28, draw);
    screen.rig.save("messages-filters-sheet");
    screen.rig.click_at(60, 700, draw);
    for (const auto& href : hrefs_of(screen.rig.commands)) EXPECT_EQ(href.find("id="), std::string::npos) << "the list under the sheet answers nothing";
    screen.rig.commands.clear();
    press(screen.rig, ImGuiKey_Escape, draw);
    screen.rig.click_at(60, kFirstRow, draw);
    EXPECT_EQ(hrefs_of(screen.rig.commands), std::vector<std::string>{"#/soobshcheniya?id=m0"});
}

TEST(MessagesLayout, ColumnsNeverOverlapAndEndInside) {
    const auto columns = sample_messages(Lang::Ru, 1).columns;
    for (double right = 300; right <= 2560; right += 13) {
        const auto places = layout_columns(columns, TextColumn::Shown, 20, right);
        for (std::size_t i = 0; i < places.size(); ++i) {
            EXPECT_GT(places[i].w, 0) << right;
            EXPECT_LE(places[i].x + places[i].w, i + 1 < places.size() ? places[i + 1].x : right + 0.01) << right;
        }
    }
    EXPECT_EQ(layout_columns(columns, TextColumn::Shown, 20, 1420).size(), 7u);
    EXPECT_EQ(layout_columns(columns, TextColumn::LeftOut, 20, 1420).size(), 6u);
    EXPECT_LT(layout_columns(columns, TextColumn::Shown, 20, 700).size(), 7u) << "the text gives way first";
}

TEST(VirtualRows, SlicesTheListExactly) {
    const RowView view{1'000'000, 34, 340};
    struct Case { double scroll; std::size_t first, last; double y; };
    for (const Case& c : {Case{0, 0, 10, 0}, Case{10, 0, 11, -10}, Case{34, 1, 11, 0}, Case{1e12, 999'990, 1'000'000, 0}, Case{-5, 0, 10, 0}}) {
        const RowSlice slice = slice_at(c.scroll, view);
        EXPECT_EQ(slice.first, c.first) << c.scroll;
        EXPECT_EQ(slice.last, c.last) << c.scroll;
        EXPECT_DOUBLE_EQ(slice.y, c.y) << c.scroll;
    }
    EXPECT_EQ(slice_at(0, {0, 34, 340}).last, 0u);
    EXPECT_EQ(row_at(33, 34, view), 1u);
    EXPECT_EQ(row_at(400, 0, view), view.rows);
}

TEST(VirtualRows, RevealingMovesNoFurtherThanNeeded) {
    const RowView view{100, 34, 340};
    EXPECT_DOUBLE_EQ(revealing(100, 5, view), 100);
    EXPECT_DOUBLE_EQ(revealing(100, 2, view), 68);
    EXPECT_DOUBLE_EQ(revealing(0, 20, view), 21 * 34 - 340);
    EXPECT_DOUBLE_EQ(revealing(0, 99, view), 3400 - 340);
}

TEST(VirtualRows, ThumbAndScrollAreInverse) {
    const RowView view{100'000, 34, 700};
    for (const double scroll : {0.0, 12'345.0, 1'700'000.0, longest_scroll(view)}) {
        const Thumb thumb = thumb_of(scroll, view, 700);
        EXPECT_GE(thumb.h, 32);
        EXPECT_LE(thumb.y + thumb.h, 700.001);
        EXPECT_NEAR(scroll_of_thumb(thumb.y, view, 700), scroll, 1e-3);
    }
    EXPECT_EQ(thumb_of(0, {3, 34, 700}, 700).h, 0) << "everything is seen";
}

}  // namespace
}  // namespace problemator::web
