// A finger means the target in its neighbourhood of 44 px, the nearer of two, and never what lies under another.
#include "web/touch.hpp"

#include <gtest/gtest.h>

#include "rig.hpp"
#include "views_rig.hpp"

namespace problemator::web {
namespace {

bool is_inside(Box box, Point at) { return at.x >= box.x && at.x <= box.x + box.w && at.y >= box.y && at.y <= box.y + box.h; }

TEST(Touch, AControlOf32PixelsAnswersIn44) {
    const std::vector<Box> one = {{100, 100, 32, 32}};
    for (const Point at : {Point{95, 116}, Point{137, 116}, Point{116, 95}, Point{116, 137}, Point{95, 95}}) EXPECT_TRUE(is_inside(one[0], aim(one, at))) << at.x << ", " << at.y;
    EXPECT_EQ(aim(one, {93, 116}), (Point{93, 116}));
    EXPECT_EQ(aim(one, {110, 120}), (Point{110, 120})) << "inside nothing moves";
    EXPECT_EQ(aim({}, {1, 2}), (Point{1, 2}));
}

TEST(Touch, BetweenTwoTheNearerAnswersAndTheyNeverOverlap) {
    const std::vector<Box> two = {{0, 0, 60, 26}, {0, 34, 60, 26}};
    for (double y = -8; y <= 68; y += 0.5) {
        const Point pressed = aim(two, {30, y});
        const bool first = is_inside(two[0], pressed), second = is_inside(two[1], pressed);
        EXPECT_TRUE(first != second) << y;
        if (y != 30) { EXPECT_EQ(first, y < 30) << y; }
    }
}

TEST(Touch, AButtonWinsOverTheRowThatItLiesOnAndNotOverItsNeighbour) {
    const std::vector<Box> list = {{0, 0, 400, 60}, {360, 20, 24, 24}, {0, 60, 400, 60}};
    EXPECT_TRUE(is_inside(list[1], aim(list, {355, 15}))) << "on the row, near its button";
    EXPECT_EQ(aim(list, {200, 30}), (Point{200, 30})) << "on the row alone";
    EXPECT_EQ(aim(list, {372, 70}), (Point{372, 70})) << "on the next row";
    const std::vector<Box> covered = {{10, 10, 24, 24}, {0, 0, 200, 200}};
    EXPECT_EQ(aim(covered, {40, 40}), (Point{40, 40})) << "a sheet over a button hides it";
}

TEST(Touch, ATapBesideASmallTargetOfTheScreenOpensIt) {
    Rig rig{200, 200};
    const Stage::Draw draw = [](Painter& painter, Commands& commands) {
        painter.hit("chip", {60, 80, 80, 24}, "#/teplo?b=utilities", commands);
        painter.hit("cut", {60, 108, 80, 12}, "", commands);
        painter.only_explains();
    };
    rig.frames(2, draw);
    const Point pressed = rig.aim({100, 113});
    EXPECT_TRUE(is_inside({60, 80, 80, 24}, pressed));
    rig.click_at(pressed.x, pressed.y, draw);
    EXPECT_EQ(hrefs_of(rig.commands), std::vector<std::string>{"#/teplo?b=utilities"});
}

TEST(Touch, TargetsCutOffByTheirScrollAreaAnswerOnlyWhereTheyAreSeen) {
    Rig rig{200, 200};
    const Stage::Draw draw = [](Painter& painter, Commands& commands) {
        painter.begin_scroll("list", {0, 0, 200, 100}, 100);
        painter.hit("half", {0, 80, 200, 60}, "#/half", commands);
        painter.hit("beyond", {0, 140, 200, 40}, "#/beyond", commands);
        painter.end_scroll();
    };
    rig.frames(2, draw);
    EXPECT_EQ(rig.aim({100, 160}), (Point{100, 160}));
    EXPECT_LE(rig.aim({100, 110}).y, 100);
}

}  // namespace
}  // namespace problemator::web
