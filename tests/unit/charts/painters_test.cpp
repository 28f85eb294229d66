// The painters of scenes: SVG with classes, SVG with colours, plain text.
#include <gtest/gtest.h>

#include "core/charts/pen.hpp"

namespace problemator {
namespace {

Scene small_scene() {
    Pen pen{100, 40};
    pen.rect({1, 2, 30.125, 8}, Ink::Seq3, 2);
    pen.dashed({0.5, 0}, {0.5, 40}, Ink::Ink2);
    pen.text("<Речное & Ко>", {50, 20}, {.size = 12, .weight = Weight::Medium, .anchor = Anchor::Middle, .halo = Ink::Land});
    pen.hit({1, 2, 30, 8}, "#/teplo?a=1&b=2", "Речное", "норма\t8,7\nпорог\t18");
    return std::move(pen).finish("Сводка \"недели\"");
}

TEST(Svg, InsideThePageColoursAreClassesAndTextIsEscaped) {
    const std::string svg = to_svg(small_scene());
    EXPECT_NE(svg.find("<rect x=\"1\" y=\"2\" width=\"30.13\" height=\"8\" rx=\"2\" class=\"f-seq-3\"/>"), std::string::npos) << svg;
    EXPECT_EQ(svg.find("role=\"img\""), std::string::npos) << "what holds links is no image";
    EXPECT_NE(svg.find("role=\"group\""), std::string::npos);
    Scene still = small_scene();
    still.hits.clear();
    EXPECT_NE(to_svg(still).find("role=\"img\""), std::string::npos);
    EXPECT_NE(svg.find("<title>Сводка &quot;недели&quot;</title>"), std::string::npos) << svg;
    EXPECT_NE(svg.find("&lt;Речное &amp; Ко&gt;"), std::string::npos);
    EXPECT_NE(svg.find("paint-order=\"stroke\" class=\"f-ink s-land\""), std::string::npos) << svg;
    EXPECT_NE(svg.find("<a href=\"#/teplo?a=1&amp;b=2\" tabindex=\"-1\"><title>Речное\nнорма: 8,7\nпорог: 18</title>"), std::string::npos) << svg;
}

TEST(Svg, AFileOfItsOwnHasColoursAndNoLinks) {
    const std::string svg = to_svg_file(small_scene());
    EXPECT_NE(svg.find("xmlns=\"http://www.w3.org/2000/svg\""), std::string::npos);
    EXPECT_NE(svg.find("fill=\"#95B9E5\""), std::string::npos);
    EXPECT_EQ(svg.find("class="), std::string::npos);
    EXPECT_EQ(svg.find("<a "), std::string::npos);
}

TEST(Svg, EqualScenesGiveEqualBytes) { EXPECT_EQ(to_svg(small_scene()), to_svg(small_scene())); }

TEST(Svg, NumbersHaveAtMostTwoDecimals) {
    const struct { double value; const char* text; } cases[] = {{0.004, "x=\"0\""}, {-0.5, "x=\"-0.5\""}, {12.345, "x=\"12.35\""}, {7.05, "x=\"7.05\""}, {1e12, "x=\"1000000000\""}};
    for (const auto& it : cases) {
        Pen pen{10, 10};
        pen.rect({it.value, 0, 1, 1}, Ink::Fact);
        EXPECT_NE(to_svg(std::move(pen).finish("")).find(it.text), std::string::npos) << it.value;
    }
}

TEST(TextPicture, ShowsSentenceTextsMarksAndLinks) {
    EXPECT_EQ(to_text(small_scene()), "Сводка \"недели\"\n <Речное & Ко>\n[rect 1, line 1, text 1]\n- Речное: норма 8,7; порог 18 → #/teplo?a=1&b=2\n");
}

TEST(Ticks, AreRoundAndFew) {
    const struct { double low, high; std::size_t most; std::vector<double> expected; } cases[] = {
        {0, 57, 4, {0, 20, 40}}, {0.4, 1, 5, {0.4, 0.6, 0.8, 1}}, {60, 100, 5, {60, 70, 80, 90, 100}}, {0, 500, 6, {0, 100, 200, 300, 400, 500}}, {5, 5, 4, {}}, {0, 1e308, 0, {}}};
    for (const auto& it : cases) {
        const auto ticks = round_ticks(it.low, it.high, it.most);
        ASSERT_EQ(ticks.size(), it.expected.size()) << it.low << "…" << it.high;
        for (std::size_t i = 0; i < ticks.size(); ++i) EXPECT_NEAR(ticks[i], it.expected[i], 1e-9);
    }
}

}  // namespace
}  // namespace problemator
