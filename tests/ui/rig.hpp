// Rig: a stage without a screen — run frames, move the pointer, click, and look at the picture.
// With PROBLEMATOR_PICTURES=<folder> set, save() writes <folder>/<name>.ppm to look at.
#pragma once
#include <cstdlib>
#include <fstream>
#include <string>

#include <gtest/gtest.h>

#include "imgui.h"
#include "imgui_internal.h"
#include "tests/effort.hpp"
#include "web/asserts.hpp"
#include "web/frame.hpp"
#include "web/render/raster.hpp"
#include "web/theme.hpp"

namespace problemator::web {

class Rig {
public:
    explicit Rig(double width = 320, double height = 200) { screen.width = width, screen.height = height; }

    Screenful screen;
    Commands commands;
    double seconds = 1.0 / 60;
    Raster raster;
    bool makes_pictures = true;   // off: frames of thousands of places of the pointer, whose pictures nobody looks at

    ImDrawData& frame(const Stage::Draw& draw) {
        ImDrawData& data = stage_.run(screen, seconds, commands, draw);
        if (makes_pictures) raster.render(data, colour(Ink::Bg, screen.theme));
        return data;
    }
    void frames(int count, const Stage::Draw& draw) {
        for (int i = 0; i < count; ++i) frame(draw);
    }
    void point_at(double x, double y) { ImGui::GetIO().AddMousePosEvent(static_cast<float>(x), static_cast<float>(y)); }
    void click_at(double x, double y, const Stage::Draw& draw) {
        point_at(x, y);
        frames(2, draw);
        ImGui::GetIO().AddMouseButtonEvent(0, true);
        frames(2, draw);
        ImGui::GetIO().AddMouseButtonEvent(0, false);
        frames(2, draw);
    }
    double wake_after() const { return stage_.wake_after(); }
    Point aim(Point at) const { return stage_.aim(at); }
    std::uint32_t pixel(int x, int y) const { return raster.pixels()[static_cast<std::size_t>(y * raster.width() + x)]; }

    void save(const std::string& name) const {
        const char* folder = std::getenv("PROBLEMATOR_PICTURES");
        if (!folder) return;
        std::ofstream out{std::string{folder} + "/" + name + ".ppm", std::ios::binary};
        out << "P6\n" << raster.width() << ' ' << raster.height() << "\n255\n";
        for (const std::uint32_t p : raster.pixels()) out << static_cast<char>(p) << static_cast<char>(p >> 8) << static_cast<char>(p >> 16);
    }

private:
    Stage stage_;
};

inline constexpr double kSweepStep = 23 * kEveryWhich;

/// Sweeping the pointer over everything finds ids that are not unique: Dear ImGui names them only under the pointer.
inline void expect_no_two_targets_of_one_id(Rig& rig, const Stage::Draw& draw) {
    rig.makes_pictures = false;
    for (double y = 10; y < 800; y += kSweepStep)
        for (double x = 15; x < 1440; x += 61) {
            rig.point_at(x, y);
            rig.frames(1, draw);
            ASSERT_LE(ImGui::GetCurrentContext()->HoveredIdPreviousFrameItemCount, 1) << "two items of one id at " << x << ", " << y;
        }
}

}  // namespace problemator::web
