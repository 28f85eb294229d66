// PageFacts: what every export says beside its numbers — whose they are, of which period, under which filter, from which snapshot.
#pragma once
#include <string>
#include <utility>
#include <vector>

#include "core/model/frame/header_model.hpp"
#include "core/model/state.hpp"
#include "core/model/world.hpp"

namespace problemator {

struct PageFacts {
    std::string municipality, screen, period, filter, as_of, checksum;
    std::string hash;                  // the link of the page: "#/teplo?…"
};

PageFacts page_facts(const World& world, const HeaderModel& header, const State& state);
/// «Период», «неделя 46 …» and so on, in the order of a document.
std::vector<std::pair<std::string, std::string>> fact_lines(const PageFacts& facts, Lang lang);
/// «rejting-2026-W46»: a name for a file, ASCII, without what a file system refuses.
std::string file_stem(const World& world, const State& state, std::string_view block);

}  // namespace problemator
