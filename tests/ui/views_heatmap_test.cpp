#include <gtest/gtest.h>

#include "core/charts/matrix_layout.hpp"
#include "views_rig.hpp"
#include "web/views/brush.hpp"
#include "web/views/heatmap.hpp"
#include "web/views/heatmap_layout.hpp"
#include "web/views/matrix_cursor.hpp"

namespace problemator::web {
namespace {

struct HeatmapScreen {
    HeatmapPage page;
    SampleWorld world{Screen::Heatmap};
    Rig rig;
    Lang lang;
    bool is_touch = false;

    HeatmapScreen(double width, Lang in, bool has_drawer, double height = 808) : page{sample_heatmap(in, has_drawer)}, rig{width, height}, lang{in} {}
    Stage::Draw draw() {
        return [this](Painter& painter, Commands& commands) {
            Ui ui{painter, commands, lang};
            ViewContext context = world.context(rig, lang);
            context.is_touch = is_touch;
            draw_heatmap(ui, page, context);
        };
    }
};

// Middle of the first column's first cell: a wide page without a drawer, words of one line.
constexpr double kCellX = 264 + 20 + 92 + 20, kCellY = 114 + 34 + 21;

TEST(HeatmapView, DrawsAtEveryWidthInBothLanguagesWithoutMisuseOfImGui) {
    take_failed_asserts();
    for (const double width : {390.0, 1024.0, 1280.0, 1440.0, 2560.0})
        for (const Lang lang : {Lang::Ru, Lang::En})
            for (const bool has_drawer : {false, true}) {
                HeatmapScreen screen{width, lang, has_drawer};
                screen.rig.frames(3, screen.draw());
                if (width <= 1440) { EXPECT_LE(ImGui::GetDrawData()->TotalVtxCount, kVertexBudget) << width; }
                screen.rig.save("heatmap-" + std::to_string(static_cast<int>(width)) + (lang == Lang::Ru ? "-ru" : "-en") + (has_drawer ? "-drawer" : ""));
                EXPECT_EQ(take_failed_asserts(), std::vector<std::string>{}) << width;
                EXPECT_TRUE(screen.rig.commands.empty());
            }
}

TEST(HeatmapView, DarkAndShortPagesDrawToo) {
    take_failed_asserts();
    HeatmapScreen screen{1440, Lang::Ru, true, 560};
    screen.rig.screen.theme = Theme::Dark;
    screen.rig.frames(3, screen.draw());
    screen.rig.save("heatmap-dark-short");
    EXPECT_EQ(take_failed_asserts(), std::vector<std::string>{});
}

TEST(HeatmapView, ClickOnACellGoesToItsLink) {
    HeatmapScreen screen{1440, Lang::Ru, false};
    screen.rig.click_at(kCellX, kCellY, screen.draw());
    EXPECT_EQ(hrefs_of(screen.rig.commands), std::vector<std::string>{"#/teplo?cell=r0,b0"});
}

/// The sample's matrix with three times as many columns, as narrow as hours are.
Matrix with_narrow_columns(Matrix matrix) {
    const std::size_t columns = matrix.columns.size();
    std::vector<Cell> cells;
    for (std::size_t r = 0; r < matrix.rows.size(); ++r)
        for (std::size_t c = 0; c < 3 * columns; ++c) {
            cells.push_back(matrix.cells[r * columns + c % columns]);
            cells.back().href = "#/teplo?cell=r" + std::to_string(r) + ",c" + std::to_string(c);
        }
    for (std::size_t c = columns; c < 3 * columns; ++c) matrix.columns.push_back(matrix.columns[c % columns]);
    matrix.cells = std::move(cells);
    return matrix;
}

TEST(HeatmapView, AFingerMagnifiesANarrowCellBeforeItOpens) {
    HeatmapScreen screen{1024, Lang::Ru, false};
    screen.page.matrix = with_narrow_columns(std::move(screen.page.matrix));
    screen.is_touch = true;
    const auto draw = screen.draw();
    const MatrixLayout at{screen.page.matrix, MatrixSize::Full, 1024 - 2 * 16};
    ASSERT_LT(at.column_step, 44);
    const double x = 16 + at.column_x(7) + at.cell_width() / 2, top = kCellY - 34 - 21 + at.row_y(2);
    screen.rig.click_at(x, top + 20, draw);
    screen.rig.save("heatmap-magnified");
    EXPECT_TRUE(screen.rig.commands.empty()) << "the first tap only shows what lies under the finger";
    screen.rig.click_at(x, top - 30, draw);
    EXPECT_EQ(hrefs_of(screen.rig.commands), std::vector<std::string>{"#/teplo?cell=r2,c7"});
    screen.is_touch = false;
    screen.rig.commands.clear();
    screen.rig.click_at(x, top + 20, draw);
    EXPECT_EQ(hrefs_of(screen.rig.commands), std::vector<std::string>{"#/teplo?cell=r2,c7"}) << "a mouse opens at once";
}

TEST(HeatmapView, ToolbarStandsOnOneLineFromASmallLaptopOn) {
    for (const Lang lang : {Lang::Ru, Lang::En})
        for (const double width : {1024.0, 1100.0, 1279.0, 1280.0, 1440.0}) {
            HeatmapScreen screen{width, lang, false};
            for (const char* name : {"Территория × неделя", "Подразделение × тема", "Карта"}) screen.page.views.push_back({name, "#/teplo?view=more", false});
            screen.page.reorder = {lang == Lang::Ru ? "Обновить порядок" : "Refresh the order", "#/teplo?ow=2026-W40", false};
            const HeatmapLayout at = lay_out_heatmap(screen.page, width, 808, lang);
            EXPECT_EQ(at.views.y, at.orders.y) << width;
            EXPECT_EQ(at.views.y, at.measures.y) << width;
            if (at.filters_button.w > 0) { EXPECT_EQ(at.filters_button.y, at.views.y) << width; }
        }
}

TEST(HeatmapView, ClickOnARowNameGoesToItsLink) {
    HeatmapScreen screen{1440, Lang::Ru, false};
    screen.rig.click_at(264 + 30, kCellY + 44, screen.draw());
    EXPECT_EQ(hrefs_of(screen.rig.commands), std::vector<std::string>{"#/teplo?t=r1"});
}

TEST(HeatmapView, ArrowsMoveTheCursorAndEnterOpensItsCell) {
    HeatmapScreen screen{1440, Lang::Ru, false};
    const auto draw = screen.draw();
    screen.rig.frames(2, draw);
    for (const ImGuiKey key : {ImGuiKey_RightArrow, ImGuiKey_RightArrow, ImGuiKey_DownArrow, ImGuiKey_DownArrow, ImGuiKey_UpArrow}) press(screen.rig, key, draw);
    screen.rig.save("heatmap-cursor");
    EXPECT_TRUE(screen.rig.commands.empty()) << "moving the cursor changes no state";
    press(screen.rig, ImGuiKey_Enter, draw);
    EXPECT_EQ(hrefs_of(screen.rig.commands), std::vector<std::string>{"#/teplo?cell=r1,b1"});
}

TEST(HeatmapView, ShiftEnterOpensTheMessagesOfTheCell) {
    HeatmapScreen screen{1440, Lang::Ru, false};
    const auto draw = screen.draw();
    screen.rig.frames(2, draw);
    press(screen.rig, ImGuiKey_DownArrow, draw);
    ImGui::GetIO().AddKeyEvent(ImGuiMod_Shift, true);
    press(screen.rig, ImGuiKey_Enter, draw);
    EXPECT_EQ(hrefs_of(screen.rig.commands), std::vector<std::string>{"#/soobshcheniya?cell=r0,b0"});
}

TEST(HeatmapView, CursorStartsAtTheSelectedCell) {
    HeatmapScreen screen{1440, Lang::Ru, true};
    const auto draw = screen.draw();
    screen.page.matrix.selected = 2 * 8 + 3;
    screen.rig.frames(2, draw);
    press(screen.rig, ImGuiKey_RightArrow, draw);
    press(screen.rig, ImGuiKey_Enter, draw);
    EXPECT_EQ(hrefs_of(screen.rig.commands), std::vector<std::string>{"#/teplo?cell=r2,b4"});
}

TEST(HeatmapView, EscapeClosesTheDrawer) {
    HeatmapScreen screen{1440, Lang::Ru, true};
    const auto draw = screen.draw();
    screen.rig.frames(2, draw);
    press(screen.rig, ImGuiKey_Escape, draw);
    EXPECT_EQ(hrefs_of(screen.rig.commands), std::vector<std::string>{"#/teplo?closed"});
}

TEST(HeatmapView, DrawerOverTheMiddleTakesThePointerFromTheMatrix) {
    HeatmapScreen screen{940, Lang::Ru, true};
    ASSERT_TRUE(layout_heatmap(screen.page, {}, 940, 808).drawer_overlays);
    screen.rig.click_at(940 - 200, 400, screen.draw());
    for (const auto& href : hrefs_of(screen.rig.commands)) EXPECT_EQ(href.find("cell="), std::string::npos) << href;
}

TEST(HeatmapView, PickingAMeasureInTheDropDownGoesToItsLink) {
    HeatmapScreen screen{1440, Lang::Ru, false};
    const auto draw = screen.draw();
    screen.rig.click_at(1440 - 20 - 112 - 8 - 50, 28, draw);
    screen.rig.save("heatmap-list");
    press(screen.rig, ImGuiKey_DownArrow, draw);
    press(screen.rig, ImGuiKey_Enter, draw);
    EXPECT_EQ(hrefs_of(screen.rig.commands), std::vector<std::string>{"#/teplo?measure=1"});
    screen.rig.frames(2, draw);
    press(screen.rig, ImGuiKey_DownArrow, draw);
    press(screen.rig, ImGuiKey_Enter, draw);
    EXPECT_EQ(screen.rig.commands.size(), 2u) << "the list has closed, the keys are the matrix's again";
}

TEST(HeatmapView, CtrlClickAddsAFacetValue) {
    HeatmapScreen screen{1440, Lang::Ru, false};
    const auto draw = screen.draw();
    const auto groups = rail_groups(screen.page.rail, Lang::Ru);
    double chips = 0;
    for (double tried = 0; tried < 120 && screen.rig.commands.empty(); tried += 8) {   // the first row of the first facet, below the chips
        chips = tried;
        ImGui::GetIO().AddKeyEvent(ImGuiMod_Ctrl, true);
        const RailLayout layout = layout_rail(screen.page.rail, groups, kRailWidth, chips);
        const Box row = layout.groups[0].rows[0];
        screen.rig.click_at(row.x + 40, row.y + row.h / 2, draw);
        if (!screen.rig.commands.empty() && hrefs_of(screen.rig.commands)[0].find("set=") == std::string::npos &&
            hrefs_of(screen.rig.commands)[0].find("add=") == std::string::npos)
            screen.rig.commands.clear();   // a chip
    }
    ASSERT_FALSE(screen.rig.commands.empty());
    EXPECT_EQ(hrefs_of(screen.rig.commands)[0], "#/teplo?add=channel0");
}

TEST(HeatmapView, DraggingTheBrushGivesThePeriodUnderIt) {
    HeatmapScreen screen{1440, Lang::Ru, false};
    const auto draw = screen.draw();
    const Box days = layout_rail(screen.page.rail, {}, kRailWidth, 0).histogram;
    const double step = days.w / 56;
    screen.rig.point_at(days.x + 10.5 * step, days.y + 30);
    screen.rig.frames(2, draw);
    ImGui::GetIO().AddMouseButtonEvent(0, true);
    screen.rig.frames(2, draw);
    screen.rig.point_at(days.x + 12.5 * step, days.y + 30);
    screen.rig.frames(2, draw);
    ASSERT_FALSE(screen.rig.commands.empty());
    const auto first = std::get<Go>(screen.rig.commands.front());
    EXPECT_EQ(from_hash(first.href).period, (Period{minute_from_day(screen.page.rail.first_day + 10), minute_from_day(screen.page.rail.first_day + 13)}));
    EXPECT_FALSE(first.replace) << "the drag is one step of history";
    screen.page.rail.brush_begin = 10;
    screen.page.rail.brush_end = 13;
    screen.rig.commands.clear();
    screen.rig.point_at(days.x + 19.5 * step, days.y + 30);
    screen.rig.frames(2, draw);
    ASSERT_FALSE(screen.rig.commands.empty());
    const auto next = std::get<Go>(screen.rig.commands.back());
    EXPECT_EQ(from_hash(next.href).period, (Period{minute_from_day(screen.page.rail.first_day + 10), minute_from_day(screen.page.rail.first_day + 20)}));
    EXPECT_TRUE(next.replace);
    EXPECT_EQ(from_hash(next.href).screen, Screen::Heatmap);
}

TEST(HeatmapView, ArrowsOverTheHistogramMoveThePeriodAndNotTheCursor) {
    HeatmapScreen screen{1440, Lang::Ru, false};
    const auto draw = screen.draw();
    const Box days = layout_rail(screen.page.rail, {}, kRailWidth, 0).histogram;
    screen.rig.point_at(days.x + days.w / 2, days.y + 30);
    screen.rig.frames(3, draw);
    press(screen.rig, ImGuiKey_LeftArrow, draw);
    ASSERT_EQ(screen.rig.commands.size(), 1u);
    const Day first = screen.page.rail.first_day;
    EXPECT_EQ(from_hash(std::get<Go>(screen.rig.commands[0]).href).period, (Period{minute_from_day(first + 48), minute_from_day(first + 55)}));
    press(screen.rig, ImGuiKey_Enter, draw);
    EXPECT_EQ(screen.rig.commands.size(), 1u) << "the matrix has no cursor yet";
}

TEST(Brush, EveryGripMovesItsOwnEdge) {
    const BrushSpan week{20, 27};
    struct Case { BrushGrip grip; std::size_t from, to; BrushSpan expected; };
    const Case cases[] = {
        {BrushGrip::Left, 20, 15, {15, 27}},   {BrushGrip::Left, 20, 40, {26, 27}},  {BrushGrip::Right, 26, 30, {20, 31}}, {BrushGrip::Right, 26, 3, {20, 21}},
        {BrushGrip::Middle, 22, 25, {23, 30}}, {BrushGrip::Middle, 22, 55, {49, 56}}, {BrushGrip::Middle, 22, 0, {0, 7}},   {BrushGrip::New, 40, 35, {35, 41}},
        {BrushGrip::New, 40, 40, {40, 41}},    {BrushGrip::None, 0, 9, week},         {BrushGrip::New, 3, 500, {3, 56}},
    };
    for (const Case& c : cases) EXPECT_EQ(dragged(week, c.grip, c.from, c.to, 56), c.expected) << static_cast<int>(c.grip) << ' ' << c.to;
}

TEST(Brush, HandlesWinNearAnEdge) {
    const BrushSpan week{20, 27};                       // 4 px a day: edges at 80 and 108
    struct Case { double x; BrushGrip expected; };
    for (const Case& c : {Case{79, BrushGrip::Left}, Case{85, BrushGrip::Left}, Case{104, BrushGrip::Right}, Case{94, BrushGrip::Middle}, Case{10, BrushGrip::New}, Case{200, BrushGrip::New}})
        EXPECT_EQ(grip_at(c.x, week, 56, 224), c.expected) << c.x;
    EXPECT_EQ(grip_at(10, week, 0, 224), BrushGrip::None);
}

TEST(MatrixCursor, StaysInsideTheMatrix) {
    EXPECT_EQ(stepped(std::nullopt, Step::Left, 3, 4), (GridCell{0, 0}));
    EXPECT_EQ(stepped(GridCell{0, 0}, Step::Up, 3, 4), (GridCell{0, 0}));
    EXPECT_EQ(stepped(GridCell{2, 1}, Step::Down, 3, 4), (GridCell{2, 1}));
    EXPECT_EQ(stepped(GridCell{2, 1}, Step::Last, 3, 4), (GridCell{2, 3}));
    EXPECT_EQ(stepped(GridCell{9, 9}, Step::Left, 3, 4), (GridCell{2, 2})) << "the matrix has shrunk";
    EXPECT_EQ(stepped(GridCell{1, 1}, Step::Down, 0, 4), std::nullopt);
}

TEST(HeatmapLayout, ToolbarNeverOverlapsItself) {
    for (const bool has_drawer : {false, true}) {
        const HeatmapPage page = sample_heatmap(Lang::Ru, has_drawer);
        for (double width = 600; width <= 2560; width += 7) {
            const HeatmapSizes sizes{110, 400, 190, 130, 32};
            const HeatmapLayout at = layout_heatmap(page, sizes, width, 700);
            const Box views{at.views.x, at.views.y, sizes.views, 32}, measures{at.measures.x, at.measures.y, sizes.measures, 32}, orders{at.orders.x, at.orders.y, sizes.orders, 32};
            EXPECT_TRUE(right_of(views) <= measures.x || bottom_of(views) <= measures.y) << width;
            EXPECT_LE(right_of(measures), orders.x) << width;
            EXPECT_LE(right_of(orders), right_of(at.middle)) << width;
            EXPECT_TRUE(at.filters_button.w == 0 || right_of(at.filters_button) <= views.x || bottom_of(at.filters_button) <= views.y) << width;
            EXPECT_LE(bottom_of(at.matrix), at.legend.y) << width;
            EXPECT_GT(at.verdict_y, bottom_of(orders)) << width;
        }
    }
}

}  // namespace
}  // namespace problemator::web
