// Twins, two published snapshots that differ only in counts that are to be hidden, look the same on the canvas: every text stands where
// it stands, every bar is as long. Lists of messages are left out: their rows can be counted.
#include <gtest/gtest.h>

#include <algorithm>

#include "rig.hpp"
#include "tests/unit/model/twins.hpp"
#include "web/views/views.hpp"

namespace problemator::web {
namespace {

using testing_tables::Split;

std::string drawn_of(const Snapshot& snapshot, const std::string& link) {
    const World world{testing_tables::oktyabrskoe(), snapshot, "test"};
    const State state = from_hash(link);
    const Page page = page_of(world, state);
    Rig rig{1440, 808};
    rig.makes_pictures = false;
    const ViewContext context{.width = 1440, .height = 808, .top = 0, .lang = state.lang, .is_touch = false, .world = world, .state = state};
    std::vector<Drawn> drawn;
    for (int frame = 0; frame < 2; ++frame)
        rig.frame([&](Painter& painter, Commands& commands) {
            drawn.clear();
            painter.watch(&drawn);
            draw_page(page, painter, commands, context);
            painter.watch(nullptr);
        });
    std::string out;
    for (const Drawn& one : drawn) out += one.text + " @" + std::to_string(one.box.x) + "," + std::to_string(one.box.y) + " " + std::to_string(one.box.w) + "x" + std::to_string(one.box.h) + "\n";
    return out;
}

bool lists_messages(const std::string& link) { return link.find("soobshcheniya") != std::string::npos || link.find("cell=") != std::string::npos; }

class HiddenCounts : public testing::TestWithParam<Split> {};
INSTANTIATE_TEST_SUITE_P(By, HiddenCounts, testing::ValuesIn(testing_tables::kSplits), [](const auto& split) { return std::to_string(static_cast<int>(split.param)); });

TEST_P(HiddenCounts, TheCanvasDoesNotTellOneMessageFromTwo) {
    const Snapshot one = testing_tables::twin(GetParam(), false), other = testing_tables::twin(GetParam(), true);
    std::size_t told = 0, seen = 0;
    const auto links = testing_tables::links_of_twins(GetParam());
    for (std::size_t i = 0; i < links.size(); i += 3 * kEveryWhich) {
        if (lists_messages(links[i])) continue;
        ++seen;
        const std::string a = drawn_of(one, links[i]), b = drawn_of(other, links[i]);
        if (a == b || ++told > 20) continue;
        const auto at = static_cast<std::size_t>(std::mismatch(a.begin(), a.begin() + static_cast<std::ptrdiff_t>(std::min(a.size(), b.size())), b.begin()).first - a.begin());
        const std::size_t from = at > 120 ? at - 120 : 0;
        ADD_FAILURE() << links[i] << "\n one: …" << a.substr(from, 200) << "\n two: …" << b.substr(from, 200);
    }
    EXPECT_GT(seen, 30u / kEveryWhich);
}

}  // namespace
}  // namespace problemator::web
