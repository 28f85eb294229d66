// The blocks of a paper, each built from its own link: one page model per distinct link.
#pragma once
#include <functional>
#include <map>
#include <memory>

#include "core/documents/blocks.hpp"
#include "core/model/preparations.hpp"

namespace problemator {

/// One part that is on. `page` is null when the link's screen is a paper itself (a paper does not hold papers), `block` is absent when
/// that screen has no such block for this week.
struct PaperBlock { const PaperPart& part; const Page* page; std::optional<PageBlock> block; };

/// The blocks of a paper, built one after the other in pieces of some milliseconds, so that a browser draws between them.
class PaperWalk {
public:
    /// Works on the block of `part`. True: block() is at hand.
    bool prepare(const PaperPart& part, const World& world, Lang lang);
    PaperBlock block(const PaperPart& part, const World& world, Lang lang);

private:
    struct Source { State state{}, counted{}; Preparations steps{}; std::size_t done = 0; std::unique_ptr<Page> page{}; };   // counted: for the state `counted`
    Source& source(const PaperPart& part, const World& world, Lang lang);
    std::map<std::string, Source, std::less<>> sources_;   // by link
};

/// Calls `use` for every part that is on, in order.
void each_block(const Paper& paper, const World& world, Lang lang, const std::function<void(const PaperBlock&)>& use);
/// Titles are the paper's where it gives one.
std::vector<PageBlock> paper_blocks(const Paper& paper, const World& world, Lang lang);

}  // namespace problemator
