// The blocks of a paper, each built from its own link: one page model per distinct link.
#pragma once
#include <functional>
#include <map>
#include <memory>

#include "core/documents/blocks.hpp"
#include "core/model/reports/paper_states.hpp"

namespace problemator {

/// One part that is on. `page` is null when the link's screen is a paper itself (a paper does not hold papers), `block` is absent when
/// that screen has no such block for this week.
struct PaperBlock { const PaperPart& part; const Page* page; std::optional<PageBlock> block; };

/// The blocks of a paper, built one after the other in pieces of some milliseconds, so that a browser draws between them.
class PaperWalk {
public:
    /// `most_rows`: of a block, see block_of().
    explicit PaperWalk(const Paper& paper, Lang lang, std::size_t most_rows = kAllRows);
    /// Works on the block of `part`. True: block() is at hand.
    bool prepare(const PaperPart& part, const World& world);
    PaperBlock block(const PaperPart& part, const World& world);

private:
    struct Source { PaperSource from; std::optional<Counting> counts{}; std::unique_ptr<Page> page{}; };
    std::size_t most_rows_;
    std::map<std::string, Source, std::less<>> sources_;   // by link
};

/// Calls `use` for every part that is on, in order.
void each_block(const Paper& paper, const World& world, Lang lang, const std::function<void(const PaperBlock&)>& use);
/// Titles are the paper's where it gives one.
std::vector<PageBlock> paper_blocks(const Paper& paper, const World& world, Lang lang);

}  // namespace problemator
