// What people read on the canvas of the samples' site: at every width from 1024 to 2560 and in both languages no text lies on
// another one, none leaves the canvas, and none is cut off by an edge instead of ending with «…».
#include <gtest/gtest.h>

#include <algorithm>

#include "imgui.h"
#include "tests/screens/sample_app.hpp"
#include "web/frame.hpp"
#include "web/views/views.hpp"

namespace problemator::web {
namespace {

constexpr double kTouch = 1.0;   // glyphs do not fill their boxes to the last pixel

Box common(Box a, Box b) {
    const double left = std::max(a.x, b.x), top = std::max(a.y, b.y);
    return {left, top, std::min(a.x + a.w, b.x + b.w) - left, std::min(a.y + a.h, b.y + b.h) - top};
}
bool holds(Box outer, Box inner) {
    return outer.x <= inner.x + kTouch && outer.y <= inner.y + kTouch && outer.x + outer.w + kTouch >= inner.x + inner.w && outer.y + outer.h + kTouch >= inner.y + inner.h;
}

// The texts that can be seen, each with the part of it that its window leaves.
struct Seen { const Drawn* text; Box part; std::size_t order; };

std::vector<Seen> seen_of(const std::vector<Drawn>& drawn) {
    std::vector<Seen> out;
    for (std::size_t i = 0; i < drawn.size(); ++i) {
        const Box part = common(drawn[i].box, drawn[i].clip);
        if (!drawn[i].text.empty() && part.w > kTouch && part.h > kTouch) out.push_back({&drawn[i], part, i});
    }
    return out;
}

// A surface drawn between two texts hides the earlier one where they meet.
bool is_hidden(const std::vector<Drawn>& drawn, const Seen& earlier, const Seen& later, Box meeting) {
    for (std::size_t i = earlier.order + 1; i < later.order; ++i)
        if (drawn[i].text.empty() && holds(common(drawn[i].box, drawn[i].clip), meeting)) return true;
    return false;
}

std::vector<std::string> faults_of(const std::vector<Drawn>& drawn, double width) {
    std::vector<std::string> faults;
    const std::vector<Seen> seen = seen_of(drawn);
    for (std::size_t i = 0; i < seen.size(); ++i) {
        const Drawn& text = *seen[i].text;
        if (text.box.x < -kTouch || text.box.x + text.box.w > width + kTouch) faults.push_back("«" + text.text + "» leaves the canvas");
        if (seen[i].part.w + 2 * kTouch < text.box.w) faults.push_back("«" + text.text + "» is cut off by an edge");
        for (std::size_t k = i + 1; k < seen.size(); ++k) {
            const Box meeting = common(seen[i].part, seen[k].part);
            if (meeting.w > kTouch && meeting.h > 2 * kTouch && !is_hidden(drawn, seen[i], seen[k], meeting))
                faults.push_back("«" + text.text + "» and «" + seen[k].text->text + "» lie on each other");
        }
    }
    return faults;
}

std::vector<Drawn> draw(App& app, double width, double height) {
    Screenful screen;
    screen.width = width, screen.height = height;
    Stage stage;
    Commands commands;
    std::vector<Drawn> drawn;
    const World world = app.world();
    const ViewContext context{.width = width, .height = height, .top = 0, .lang = app.state().lang, .is_touch = false, .world = world, .state = app.state()};
    for (int frame = 0; frame < 3; ++frame)
        stage.run(screen, 1.0 / 60, commands, [&](Painter& painter, Commands& out) {
            drawn.clear();
            painter.watch(&drawn);
            draw_page(app.page(), painter, out, context);
            painter.watch(nullptr);
        });
    return drawn;
}

class EveryLink : public testing::TestWithParam<std::string> {};
INSTANTIATE_TEST_SUITE_P(Screens, EveryLink, testing::ValuesIn(usual_links()), [](const auto& link) {
    std::string name;
    for (const char c : link.param) name += std::isalnum(static_cast<unsigned char>(c)) ? c : '_';
    return name;
});

TEST_P(EveryLink, NoTextLiesOnAnotherOrIsCutOffAtAnyWidth) {
    std::size_t told = 0;
    for (const char* lang : {"", "lang=en"})
        for (double width = 1024; width <= 2560; width += 96) {
            std::string link = GetParam();
            if (*lang) link += (link.find('?') == std::string::npos ? "?" : "&") + std::string{lang};
            sample_app().apply(Go{link});
            const auto drawn = draw(sample_app(), width, width < 1200 ? 676 : 808);
            EXPECT_GT(drawn.size(), 12u) << link;
            for (const std::string& fault : faults_of(drawn, width))
                if (++told <= 12) ADD_FAILURE() << link << " at " << width << ": " << fault;
        }
}

TEST(TextsCheck, FindsWhatItLooksFor) {
    const Box all{0, 0, 1000, 500};
    const Drawn here{"a", {10, 10, 50, 12}, all}, there{"b", {40, 14, 50, 12}, all}, cover{"", {30, 0, 100, 50}, all};
    EXPECT_EQ(faults_of({here, there}, 1000).size(), 1u);
    EXPECT_EQ(faults_of({here, cover, there}, 1000).size(), 0u);
    EXPECT_EQ(faults_of({cover, here, there}, 1000).size(), 1u);
    EXPECT_EQ(faults_of({{"c", {960, 10, 50, 12}, all}}, 1000).size(), 2u);
    EXPECT_EQ(faults_of({{"c", {60, 100, 50, 12}, {0, 0, 1000, 50}}}, 1000).size(), 0u);
}

}  // namespace
}  // namespace problemator::web
