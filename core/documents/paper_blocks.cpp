#include "core/documents/paper_blocks.hpp"

namespace problemator {
namespace {

/// Proposals and lines for a pen belong to the screen of reports; its paper is not opened again inside a paper.
bool holds_papers(Screen screen) { return screen == Screen::Sections; }

}  // namespace

PaperWalk::PaperWalk(const Paper& paper, Lang lang, std::size_t most_rows) : most_rows_{most_rows} {
    for (PaperSource& source : paper_sources(paper, lang)) {
        std::string link = source.link;
        sources_.emplace(std::move(link), Source{.from = std::move(source)});
    }
}

bool PaperWalk::prepare(const PaperPart& part, const World& whole) {
    Source& source = sources_.at(part.at.link);
    if (source.page || holds_papers(source.from.state.screen)) return true;
    const World world = source.from.world_of(whole);
    const State& state = source.from.state;
    if (!source.counts) source.counts = world.remembered ? source_counting(world, state) : Counting{state};   // without a memory the counts would be lost
    if (!source.counts->step(world)) source.page = std::make_unique<Page>(source_page(world, state));
    return false;
}

PaperBlock PaperWalk::block(const PaperPart& part, const World& whole) {
    Source& source = sources_.at(part.at.link);
    const State& state = source.from.state;
    if (holds_papers(state.screen)) return {part, nullptr, std::nullopt};
    const World world = source.from.world_of(whole);
    if (!source.page) source.page = std::make_unique<Page>(source_page(world, state));
    auto block = block_of(*source.page, world, state, part.at.block, most_rows_);
    if (block && !part.title.empty()) block->title = part.title;
    return {part, source.page.get(), std::move(block)};
}

void each_block(const Paper& paper, const World& world, Lang lang, const std::function<void(const PaperBlock&)>& use) {
    PaperWalk walk{paper, lang};
    for (const PaperPart& part : paper.parts)
        if (part.is_on) use(walk.block(part, world));
}

std::vector<PageBlock> paper_blocks(const Paper& paper, const World& world, Lang lang) {
    std::vector<PageBlock> out;
    each_block(paper, world, lang, [&](const PaperBlock& it) { if (it.block) out.push_back(*it.block); });
    return out;
}

}  // namespace problemator
