// What the blocks of a paper are built from: the states that its links say, so that they can be counted in steps before it is shown.
#pragma once
#include <vector>

#include "core/model/pages.hpp"
#include "core/model/preparations.hpp"

namespace problemator {

/// The paper of «Отчёты» or «Разделы»; without parts where readers have no section yet. It counts nothing.
Paper report_paper(const World& world, const State& state);
Paper section_paper(const World& world, const State& state);

/// A page that a paper takes blocks from.
struct PaperSource {
    std::string link;
    State state;
    std::vector<std::string> blocks;
    /// `world` with pages of these blocks alone. It borrows them.
    World world_of(const World& world) const;
};
/// Of the parts that are on, each link once.
std::vector<PaperSource> paper_sources(const Paper& paper, Lang lang);
/// `world`: of the source. Of the messages it holds their list alone.
Page source_page(const World& world, const State& state);
/// What source_page() will ask the memory for.
Counting source_counting(const World& world, const State& state);

}  // namespace problemator
