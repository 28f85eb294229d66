#include "core/documents/paper_blocks.hpp"

#include <map>
#include <memory>

namespace problemator {
namespace {

/// Proposals and lines for a pen belong to the screen of reports; its paper is not opened again inside a paper.
bool holds_papers(Screen screen) { return screen == Screen::Sections; }

}  // namespace

void each_block(const Paper& paper, const World& world, Lang lang, const std::function<void(const PaperBlock&)>& use) {
    std::map<std::string, std::unique_ptr<Page>, std::less<>> pages;
    for (const PaperPart& part : paper.parts) {
        if (!part.is_on) continue;
        State state = from_hash(part.at.link);
        state.lang = lang;
        if (holds_papers(state.screen)) {
            use({part, nullptr, std::nullopt});
            continue;
        }
        auto& page = pages[part.at.link];
        if (!page) page = std::make_unique<Page>(page_of(world, state));
        auto block = block_of(*page, world, state, part.at.block);
        if (block && !part.title.empty()) block->title = part.title;
        use({part, page.get(), std::move(block)});
    }
}

std::vector<PageBlock> paper_blocks(const Paper& paper, const World& world, Lang lang) {
    std::vector<PageBlock> out;
    each_block(paper, world, lang, [&](const PaperBlock& it) { if (it.block) out.push_back(*it.block); });
    return out;
}

}  // namespace problemator
