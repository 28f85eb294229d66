#include "core/documents/html.hpp"

#include "core/documents/html_parts.hpp"

namespace problemator {
namespace {

struct PageWriter {
    const World& world;
    const State& state;
    std::string operator()(const OverviewPage& page) const { return overview_html(page, state); }
    std::string operator()(const HeatmapPage& page) const { return heatmap_html(page, state.lang); }
    std::string operator()(const ProblemsPage& page) const { return problems_html(page, state.lang); }
    std::string operator()(const RatingPage& page) const { return rating_html(page, state.lang); }
    std::string operator()(const IndicatorsPage& page) const { return indicators_html(page, state.lang); }
    std::string operator()(const MessagesPage& page) const { return messages_html(page, sheet_of(page, world, state), state.lang); }
    std::string operator()(const QualityPage& page) const { return listings_html(page, state.lang); }
    std::string operator()(const ReportsPage& page) const { return reports_html(page, world, state); }
    std::string operator()(const AboutPage& page) const { return listings_html(page, state.lang); }
    std::string operator()(const MapPage& page) const { return map_html(page, state.lang); }
    std::string operator()(const SectionsPage& page) const { return sections_html(page, world, state); }
};

constexpr std::string_view kPageClasses[] = {"overview", "heatmap", "problems", "rating", "indicators", "messages", "quality", "reports", "about", "sections", "geography"};

}  // namespace

std::string page_html(const Page& page, const HeaderModel& header, const World& world, const State& state) {
    std::string out = "<article class=\"page ";
    out += kPageClasses[page.index()];
    out += "\">\n";
    const bool is_paper = std::holds_alternative<ReportsPage>(page) || std::holds_alternative<SectionsPage>(page);   // has a head and a foot of its own
    if (!is_paper) out += note_head_html(world, header, state);
    out += std::visit(PageWriter{world, state}, page);
    if (!is_paper) out += note_foot_html(world, header, page, state.lang);
    return out + "</article>\n";
}

}  // namespace problemator
