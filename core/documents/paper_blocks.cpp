#include "core/documents/paper_blocks.hpp"

namespace problemator {
namespace {

/// Proposals and lines for a pen belong to the screen of reports; its paper is not opened again inside a paper.
bool holds_papers(Screen screen) { return screen == Screen::Sections; }

}  // namespace

PaperWalk::Source& PaperWalk::source(const PaperPart& part, const World& world, Lang lang) {
    const auto known = sources_.find(part.at.link);
    if (known != sources_.end()) return known->second;
    Source made{.state = from_hash(part.at.link)};
    made.state.lang = lang;
    if (world.remembered && !holds_papers(made.state.screen)) {   // without a memory what the steps count would be lost
        made.counted = prepared_state(scope_of(world, made.state));
        made.steps = preparations_of(scope_of(world, made.counted));
    }
    return sources_.emplace(part.at.link, std::move(made)).first->second;
}

bool PaperWalk::prepare(const PaperPart& part, const World& world, Lang lang) {
    Source& from = source(part, world, lang);
    if (from.page || holds_papers(from.state.screen)) return true;
    if (from.done < from.steps.size()) from.steps[from.done++](scope_of(world, from.counted));
    else from.page = std::make_unique<Page>(page_of(world, from.state));
    return false;
}

PaperBlock PaperWalk::block(const PaperPart& part, const World& world, Lang lang) {
    Source& from = source(part, world, lang);
    if (holds_papers(from.state.screen)) return {part, nullptr, std::nullopt};
    if (!from.page) from.page = std::make_unique<Page>(page_of(world, from.state));
    auto block = block_of(*from.page, world, from.state, part.at.block);
    if (block && !part.title.empty()) block->title = part.title;
    return {part, from.page.get(), std::move(block)};
}

void each_block(const Paper& paper, const World& world, Lang lang, const std::function<void(const PaperBlock&)>& use) {
    PaperWalk walk;
    for (const PaperPart& part : paper.parts)
        if (part.is_on) use(walk.block(part, world, lang));
}

std::vector<PageBlock> paper_blocks(const Paper& paper, const World& world, Lang lang) {
    std::vector<PageBlock> out;
    each_block(paper, world, lang, [&](const PaperBlock& it) { if (it.block) out.push_back(*it.block); });
    return out;
}

}  // namespace problemator
