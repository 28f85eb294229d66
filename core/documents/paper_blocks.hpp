// The blocks of a paper, each built from its own link: one page model per distinct link.
#pragma once
#include <functional>

#include "core/documents/blocks.hpp"

namespace problemator {

/// One part that is on. `page` is null when the link's screen is a paper itself (a paper does not hold papers), `block` is absent when
/// that screen has no such block for this week.
struct PaperBlock { const PaperPart& part; const Page* page; std::optional<PageBlock> block; };

/// Calls `use` for every part that is on, in order.
void each_block(const Paper& paper, const World& world, Lang lang, const std::function<void(const PaperBlock&)>& use);
/// Titles are the paper's where it gives one.
std::vector<PageBlock> paper_blocks(const Paper& paper, const World& world, Lang lang);

}  // namespace problemator
