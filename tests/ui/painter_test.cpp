#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "core/charts/text_metrics.hpp"
#include "rig.hpp"
#include "sampler.hpp"
#include "web/points.hpp"

namespace problemator::web {
namespace {

std::vector<std::string> links(const Commands& commands) {
    std::vector<std::string> all;
    for (const Command& c : commands) all.push_back(std::get<Go>(c).href);
    return all;
}

// The leftmost and rightmost corner of what was drawn between two sizes of the vertex buffer.
std::pair<double, double> extent(const ImDrawList& list, int from) {
    double left = 1e9, right = -1e9;
    for (int i = from; i < list.VtxBuffer.Size; ++i) left = std::min<double>(left, list.VtxBuffer[i].pos.x), right = std::max<double>(right, list.VtxBuffer[i].pos.x);
    return {left, right};
}

TEST(Painter, EveryPrimitiveWithoutMisuseOfImGui) {
    take_failed_asserts();
    Rig rig;
    rig.frames(3, draw_sampler);
    rig.point_at(30, 174);
    rig.frames(30, draw_sampler);
    rig.save("sampler");
    EXPECT_EQ(take_failed_asserts(), std::vector<std::string>{});
}

TEST(Painter, DrawsTextAsWideAsItIsMeasured) {
    Rig rig;
    const std::pair<std::string, TextStyle> samples[] = {
        {"Никольское поселение", {.size = 13}}, {"HHHHHHHHHHHHHHHHHHHH", {.size = 11, .weight = Weight::Medium}}, {"ННННННННННН", {.size = 28, .weight = Weight::SemiBold}}};
    for (const auto& sample : samples) {
        const std::string& text = sample.first;
        const TextStyle& style = sample.second;
        double reported = 0;
        std::pair<double, double> drawn;
        for (int i = 0; i < 2; ++i) rig.frame([&](Painter& painter, Commands&) {
            const int from = ImGui::GetWindowDrawList()->VtxBuffer.Size;
            reported = painter.text(text, 10, 50, style);
            drawn = extent(*ImGui::GetWindowDrawList(), from);
        });
        EXPECT_DOUBLE_EQ(reported, text_width(text, style.size, style.weight)) << text;
        EXPECT_NEAR(drawn.second - drawn.first, reported, style.size * 0.2 + 1) << text;   // side bearings
        EXPECT_NEAR(drawn.first, 10, style.size * 0.15 + 1) << text;
    }
}

TEST(Painter, CapitalsAreCentredOnTheGivenHeight) {
    Rig rig;
    rig.screen.ratio = 4;
    const auto draw = [](Painter& painter, Commands&) { painter.text("H", 20, 60, {.size = 28, .ink = Ink::Ink1}); };
    rig.frames(2, draw);
    int top = -1, bottom = -1;
    for (int y = 0; y < rig.raster.height(); ++y)
        for (int x = 0; x < 300; ++x)
            if ((rig.pixel(x, y) & 0xFF) < 128) top = top < 0 ? y : top, bottom = y;
    EXPECT_NEAR((top + bottom + 1) / 2.0 / 4, 60, 0.3);
    EXPECT_NEAR((bottom + 1 - top) / 4.0, 28 * 2048.0 / 2816, 0.4);
}

TEST(Painter, TextThatDoesNotFitEndsWithDots) {
    EXPECT_EQ(fit_text("Пени", 13, Weight::Regular, 200), "Пени");
    const std::string cut = fit_text("Благоустройство территорий", 13, Weight::Regular, 80);
    EXPECT_TRUE(cut.ends_with("…")) << cut;
    EXPECT_LE(text_width(cut, 13, Weight::Regular), 80);
    Rig rig;
    rig.frame([](Painter& painter, Commands&) {
        EXPECT_LE(painter.text("Благоустройство территорий", 0, 20, {.max_width = 80}), 80);
    });
}

TEST(Painter, HairlineFillsExactlyOneRowOfPixels) {
    for (const double ratio : {1.0, 1.25, 2.0}) {
        Rig rig{60, 40};
        rig.screen.ratio = ratio;
        rig.frames(2, [](Painter& painter, Commands&) { painter.line({4, 10.3}, {50, 10.3}, Ink::Bad); });
        const std::uint32_t line = colour(Ink::Bad, Theme::Light), ground = colour(Ink::Bg, Theme::Light);
        int rows = 0;
        for (int y = 0; y < rig.raster.height(); ++y) {
            const std::uint32_t p = rig.pixel(20, y);
            EXPECT_TRUE(p == line || p == ground) << "a blurred row at ratio " << ratio;
            rows += p == line;
        }
        EXPECT_EQ(rows, std::max(1, static_cast<int>(std::round(ratio)))) << ratio;
    }
}

TEST(Painter, RoundedSurfaceHasThePixelsOfDearImGuisOwn) {
    const struct { Box box; double radius; } table[] = {{{10, 12, 200, 150}, 12}, {{20, 15, 60, 24}, 12}, {{5, 7, 90, 31}, 6}, {{30, 40, 9, 9}, 3}, {{3, 4, 17, 160}, 8}};
    Rig rig;
    for (const auto& row : table) {
        const Box& box = row.box;
        rig.frame([&](Painter& painter, Commands&) { painter.rect(box, Ink::Ink1, row.radius); });
        const std::vector<std::uint32_t> ours(rig.raster.pixels().begin(), rig.raster.pixels().end());
        rig.frame([&](Painter&, Commands&) {
            ImGui::GetWindowDrawList()->AddRectFilled(vec(box.x, box.y), vec(box.x + box.w, box.y + box.h), colour(Ink::Ink1, rig.screen.theme), real(row.radius));
        });
        EXPECT_TRUE(std::equal(ours.begin(), ours.end(), rig.raster.pixels().begin())) << box.w << " × " << box.h;
    }
}

TEST(PainterHits, ClickAsksForTheLinkUnderThePointer) {
    Rig rig;
    rig.frames(2, draw_sampler);
    rig.click_at(30, 174, draw_sampler);
    rig.click_at(25, 100, draw_sampler);
    rig.click_at(300, 120, draw_sampler);
    EXPECT_EQ(links(rig.commands), (std::vector<std::string>{"#/chip", "#/left", "#/right"}));
}

TEST(PainterHits, LaterHitLiesOnTopOfAnEarlierOne) {
    Rig rig;
    const auto draw = [](Painter& painter, Commands& commands) {
        painter.hit("row", {0, 0, 200, 40}, "#/row", commands);
        painter.hit("link", {150, 5, 40, 30}, "#/link", commands);
    };
    rig.frames(2, draw);
    rig.click_at(170, 20, draw);
    rig.click_at(20, 20, draw);
    EXPECT_EQ(links(rig.commands), (std::vector<std::string>{"#/link", "#/row"}));
}

TEST(PainterHits, TooltipComesAfterAQuarterOfASecondAndAsksForThatFrame) {
    Rig rig;
    const auto front_vertices = [] { return ImGui::GetForegroundDrawList()->VtxBuffer.Size; };
    rig.frames(2, draw_sampler);
    EXPECT_LT(rig.wake_after(), 0);
    rig.point_at(30, 174);
    rig.frames(3, draw_sampler);
    EXPECT_EQ(front_vertices(), 0);
    EXPECT_GT(rig.wake_after(), 0.1);
    EXPECT_LT(rig.wake_after(), 0.3);
    rig.seconds = 0.26;
    rig.frames(2, draw_sampler);
    EXPECT_GT(front_vertices(), 0);
    EXPECT_LT(rig.wake_after(), 0);
    ImGui::GetIO().AddKeyEvent(ImGuiKey_Escape, true);
    rig.frames(2, draw_sampler);
    EXPECT_EQ(front_vertices(), 0);
}

TEST(PainterHits, FocusOfTheTextViewDrawsOneRingAndItsTooltip) {
    Rig rig;
    rig.frames(2, draw_sampler);
    const std::uint32_t before = rig.pixel(20 + 30, 163 - 2);
    rig.screen.focus_href = "#/chip";
    rig.frames(2, draw_sampler);
    EXPECT_NE(rig.pixel(20 + 30, 163 - 2), before);
    EXPECT_EQ(rig.pixel(20 + 30, 163 - 2), colour(Ink::Focus, Theme::Light));
}

TEST(PainterScroll, WheelMovesTheInnermostAreaAndStopsAtTheEnds) {
    take_failed_asserts();
    Rig rig;
    double outer = -1, inner = -1;
    const auto draw = [&](Painter& painter, Commands&) {
        outer = painter.begin_scroll("outer", {0, 0, 300, 180}, 500);
        inner = painter.begin_scroll("inner", {10, 10 - outer, 100, 100}, 220);
        painter.end_scroll();
        painter.end_scroll();
    };
    rig.point_at(50, 50);
    rig.frames(3, draw);
    EXPECT_EQ(std::pair(outer, inner), std::pair(0.0, 0.0));
    ImGui::GetIO().AddMouseWheelEvent(0, -0.5f);           // 50 px
    rig.frames(3, draw);
    EXPECT_EQ(std::pair(outer, inner), std::pair(0.0, 50.0));
    ImGui::GetIO().AddMouseWheelEvent(0, -9);
    rig.frames(3, draw);
    EXPECT_EQ(std::pair(outer, inner), std::pair(0.0, 120.0));
    rig.point_at(250, 50);
    rig.frames(2, draw);
    ImGui::GetIO().AddMouseWheelEvent(0, -0.7f);
    rig.frames(3, draw);
    EXPECT_EQ(std::pair(outer, inner), std::pair(70.0, 120.0));
    EXPECT_EQ(take_failed_asserts(), std::vector<std::string>{});
}

TEST(Painter, SurvivesNumbersThatAreNotOnAnyScreen) {
    take_failed_asserts();
    constexpr double kNan = std::numeric_limits<double>::quiet_NaN(), kInf = std::numeric_limits<double>::infinity();
    Rig rig;
    rig.frames(2, [&](Painter& painter, Commands& commands) {
        for (const double v : {kNan, kInf, -kInf, 1e300, -1e300, 0.0}) {
            painter.rect({v, 10, v, 10}, Ink::Bad, v, Ink::Accent, 1);
            painter.line({v, 1}, {5, v}, Ink::Bad, 1);
            painter.dashed({v, 1}, {5, 1}, Ink::Bad, 1);
            painter.circle({v, 10}, 5, Ink::Bad, Ink::Accent);
            painter.polygon({{v, 1}, {5, v}, {7, 7}, {1, 9}, {1, 9}}, Ink::Bad);
            painter.polyline({{v, 1}, {5, v}, {5, v}, {7, 7}}, Ink::Bad, 1.5, true);
            painter.text("Текст", v, 10, {});
            painter.text("Текст", 10, 10, {.size = v});
            painter.hit("h" + std::to_string(v), {v, 0, v, 5}, "#/x", commands);
        }
        painter.polygon({{0, 0}, {100, 100}, {100, 0}, {0, 100}}, Ink::Good);   // crosses itself
        painter.text(std::string_view{"\xff\xfe\x80\xd0", 4}, 10, 10, {});
        painter.text("😀 e\u0301 漢字", 10, 30, {});
    });
    EXPECT_EQ(take_failed_asserts(), std::vector<std::string>{});
}

}  // namespace
}  // namespace problemator::web
