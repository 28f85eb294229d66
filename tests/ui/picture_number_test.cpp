// A frame is not painted again when it would show the same: the number tells pictures apart.
#include <gtest/gtest.h>

#include <vector>

#include "rig.hpp"
#include "web/picture.hpp"

namespace problemator::web {
namespace {

Stage::Draw saying(const std::string& words, double x) {
    return [=](Painter& painter, Commands&) { painter.text(words, x, 40, {}); };
}

TEST(PictureNumber, IsZeroWhileAGlyphIsNewAndThenStaysWithThePicture) {
    Rig rig;
    rig.makes_pictures = false;
    EXPECT_EQ(picture_number(rig.frame(saying("Проблемы недели", 10)), 1), 0u);
    rig.makes_pictures = true;                         // a renderer takes the texture
    rig.frame(saying("Проблемы недели", 10));
    const std::uint64_t seen = picture_number(rig.frame(saying("Проблемы недели", 10)), 1);
    EXPECT_NE(seen, 0u);
    EXPECT_EQ(picture_number(rig.frame(saying("Проблемы недели", 10)), 1), seen);
}

TEST(PictureNumber, OfAPaintedFrameWithNewGlyphsIsThatOfTheNextFrame) {
    Rig rig;
    rig.frame(saying("Проблемы недели", 10));
    ImDrawData& newer = rig.frame(saying("Жильё", 10));   // the rig has painted it
    const std::uint64_t painted = picture_number(newer, 1);
    EXPECT_NE(painted, 0u);
    EXPECT_EQ(picture_number(rig.frame(saying("Жильё", 10)), 1), painted);
}

TEST(PictureNumber, DiffersWhereverAPixelMayDiffer) {
    Rig rig;
    rig.frames(2, saying("Проблемы недели", 10));
    std::vector<std::uint64_t> numbers = {picture_number(rig.frame(saying("Проблемы недели", 10)), 1), picture_number(rig.frame(saying("Проблемы недели", 10)), 2)};
    numbers.push_back(picture_number(rig.frame(saying("Проблемы недели", 11)), 1));
    numbers.push_back(picture_number(rig.frame(saying("Проблемы неделе", 10)), 1));
    rig.screen.width += 1;
    numbers.push_back(picture_number(rig.frame(saying("Проблемы недели", 10)), 1));
    for (std::size_t i = 0; i < numbers.size(); ++i)
        for (std::size_t j = 0; j < i; ++j) EXPECT_NE(numbers[i], numbers[j]) << i << " and " << j;
}

}  // namespace
}  // namespace problemator::web
