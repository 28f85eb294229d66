#include "core/documents/page_text.hpp"

namespace problemator {
namespace {

constexpr std::string_view kPageClasses[] = {"overview", "heatmap", "problems", "rating", "indicators", "messages", "quality", "reports", "about", "sections", "geography"};

struct PageWriter {
    const HeaderModel& header;
    const World& world;
    const State& state;
    PaperFrame operator()(const OverviewPage& page) const { return {nullptr, overview_html(page, state), {}}; }
    PaperFrame operator()(const HeatmapPage& page) const { return {nullptr, heatmap_html(page, state.lang), {}}; }
    PaperFrame operator()(const ProblemsPage& page) const { return {nullptr, problems_html(page, state.lang), {}}; }
    PaperFrame operator()(const RatingPage& page) const { return {nullptr, rating_html(page, state.lang), {}}; }
    PaperFrame operator()(const IndicatorsPage& page) const { return {nullptr, indicators_html(page, state.lang), {}}; }
    PaperFrame operator()(const MessagesPage& page) const { return {nullptr, messages_html(page, sheet_of(page, world, state), state.lang), {}}; }
    PaperFrame operator()(const QualityPage& page) const { return {nullptr, listings_html(page, state.lang), {}}; }
    PaperFrame operator()(const ReportsPage& page) const { return reports_frame(page, header, world, state); }
    PaperFrame operator()(const AboutPage& page) const { return {nullptr, listings_html(page, state.lang), {}}; }
    PaperFrame operator()(const MapPage& page) const { return {nullptr, map_html(page, state.lang), {}}; }
    PaperFrame operator()(const SectionsPage& page) const { return sections_frame(page, header, world, state); }
};

}  // namespace

PageText::PageText(const Page& page, const HeaderModel& header, const World& world, const State& state) : lang_{state.lang} {
    PaperFrame frame = std::visit(PageWriter{header, world, state}, page);
    const bool is_paper = std::holds_alternative<ReportsPage>(page) || std::holds_alternative<SectionsPage>(page);   // has a head and a foot of its own
    text_ = "<article class=\"page " + std::string{kPageClasses[page.index()]} + "\">\n";
    if (!is_paper) text_ += note_head_html(world, header, state);
    text_ += frame.before;
    after_ = std::move(frame.after);
    if (!is_paper) after_ += note_foot_html(world, header, page, state.lang);
    after_ += "</article>\n";
    paper_ = frame.paper;
    if (paper_) walk_.emplace(*paper_, lang_, kPaperRows);
    else text_ += after_;
}

bool PageText::step(const World& world) {
    if (!paper_) return true;
    while (at_ < paper_->parts.size() && !paper_->parts[at_].is_on) ++at_;
    if (at_ == paper_->parts.size()) {
        text_ += after_;
        paper_ = nullptr;
        walk_.reset();
        return true;
    }
    const PaperPart& part = paper_->parts[at_];
    if (!walk_->prepare(part, world)) return false;
    text_ += part_html(walk_->block(part, world), ++number_, lang_);
    ++at_;
    return false;
}

double PageText::share() const { return paper_ ? static_cast<double>(at_) / static_cast<double>(paper_->parts.size() + 1) : 1; }

}  // namespace problemator
