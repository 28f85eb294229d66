// Golden picture: the sampler as 32 × 20 blocks of average colour, in both themes. Blocks, because compilers may place a soft edge a
// hair apart; a moved, missing or miscoloured mark changes a block by far more. PROBLEMATOR_UPDATE_GOLDEN=1 rewrites the file.
#include <gtest/gtest.h>

#include <cstdio>
#include <sstream>

#include "rig.hpp"
#include "sampler.hpp"

namespace problemator::web {
namespace {

constexpr int kBlock = 10, kTolerance = 2;
constexpr const char* kGolden = PROBLEMATOR_SOURCE_DIR "/tests/ui/golden/sampler.txt";

std::string block_colours(const Raster& raster) {
    std::string text;
    for (int top = 0; top + kBlock <= raster.height(); top += kBlock) {
        for (int left = 0; left + kBlock <= raster.width(); left += kBlock) {
            unsigned sum[3] = {0, 0, 0};
            for (int y = top; y < top + kBlock; ++y)
                for (int x = left; x < left + kBlock; ++x)
                    for (int c = 0; c < 3; ++c) sum[c] += raster.pixels()[static_cast<std::size_t>(y * raster.width() + x)] >> (8 * c) & 0xFF;
            char hex[32];
            std::snprintf(hex, sizeof hex, "%02x%02x%02x ", (sum[0] + 50) / 100, (sum[1] + 50) / 100, (sum[2] + 50) / 100);
            text += hex;
        }
        text.back() = '\n';
    }
    return text;
}

std::vector<int> channels(const std::string& text) {
    std::vector<int> all;
    for (std::size_t i = 0; i + 1 < text.size();) {
        if (text[i] == ' ' || text[i] == '\n') { ++i; continue; }
        all.push_back(static_cast<int>(std::strtol(text.substr(i, 2).c_str(), nullptr, 16)));
        i += 2;
    }
    return all;
}

TEST(Picture, SamplerLooksAsItDid) {
    std::string now;
    for (const Theme theme : {Theme::Light, Theme::Dark}) {
        Rig rig;
        rig.screen.theme = theme;
        rig.frames(3, draw_sampler);
        rig.save(theme == Theme::Light ? "picture-light" : "picture-dark");
        now += block_colours(rig.raster);
    }
    if (std::getenv("PROBLEMATOR_UPDATE_GOLDEN")) std::ofstream{kGolden} << now;
    std::ostringstream text;
    text << std::ifstream{kGolden}.rdbuf();
    const auto before = channels(text.str()), after = channels(now);
    ASSERT_EQ(before.size(), after.size());
    for (std::size_t i = 0; i < after.size(); ++i)
        EXPECT_NEAR(after[i], before[i], kTolerance) << "block " << i / 3 % 32 << ", " << i / 3 / 32;
}

TEST(Picture, IsTheSameEveryTime) {
    Rig first, second;
    first.frames(3, draw_sampler);
    const std::vector<std::uint32_t> picture{first.raster.pixels().begin(), first.raster.pixels().end()};
    second.frames(5, draw_sampler);
    EXPECT_EQ(picture, (std::vector<std::uint32_t>{second.raster.pixels().begin(), second.raster.pixels().end()}));
}

}  // namespace
}  // namespace problemator::web
