// PageText: the text view of a page, written in pieces of some milliseconds: a paper part by part, any other page in one.
#pragma once
#include "core/documents/html_blocks.hpp"
#include "core/documents/html_parts.hpp"

namespace problemator {

class PageText {
public:
    /// Writes everything but the parts of a paper. `page` must outlive it.
    PageText(const Page& page, const HeaderModel& header, const World& world, const State& state);
    /// Writes on. True: the text is whole. `world`: as it was at the beginning.
    bool step(const World& world);
    double share() const;                              // of the parts, 0…1
    /// What page_html() gives, once it is whole.
    const std::string& text() const { return text_; }

private:
    std::string text_, after_;
    const Paper* paper_ = nullptr;                     // null: nothing is left to write
    Lang lang_ = Lang::Ru;
    std::size_t at_ = 0;                               // in paper_->parts
    int number_ = 0;                                   // of the parts written
    std::optional<PaperWalk> walk_;
};

}  // namespace problemator
