#include "core/model/reports/paper_states.hpp"

#include <algorithm>

namespace problemator {

World PaperSource::world_of(const World& world) const {
    World out = world;
    out.blocks = blocks;
    return out;
}

std::vector<PaperSource> paper_sources(const Paper& paper, Lang lang) {
    std::vector<PaperSource> out;
    for (const PaperPart& part : paper.parts) {
        if (!part.is_on) continue;
        auto source = std::find_if(out.begin(), out.end(), [&](const PaperSource& known) { return known.link == part.at.link; });
        if (source == out.end()) {
            source = out.insert(out.end(), {part.at.link, from_hash(part.at.link), {}});
            source->state.lang = lang;
        }
        source->blocks.push_back(part.at.block);
    }
    return out;
}

Page source_page(const World& world, const State& state) {
    if (state.screen == Screen::Messages) return listed_messages(world, state);
    return page_of(world, state);
}

Counting source_counting(const World& world, const State& state) { return state.screen == Screen::Messages ? Counting{state} : counting_of(scope_of(world, state)); }

}  // namespace problemator
