#include "core/documents/html.hpp"

#include "core/documents/html_parts.hpp"

namespace problemator {
namespace {

struct PageWriter {
    const World& world;
    const State& state;
    std::string operator()(const OverviewPage& page) const { return overview_html(page, state.lang); }
    std::string operator()(const HeatmapPage& page) const { return heatmap_html(page, state.lang); }
    std::string operator()(const ProblemsPage& page) const { return listings_html(page, state.lang); }
    std::string operator()(const RatingPage& page) const { return rating_html(page, state.lang); }
    std::string operator()(const IndicatorsPage& page) const { return indicators_html(page, state.lang); }
    std::string operator()(const MessagesPage& page) const { return messages_html(page, sheet_of(page, world, state), state.lang); }
    std::string operator()(const QualityPage& page) const { return listings_html(page, state.lang); }
};

constexpr std::string_view kPageClasses[] = {"overview", "heatmap", "problems", "rating", "indicators", "messages", "quality"};

}  // namespace

std::string page_html(const Page& page, const HeaderModel& header, const World& world, const State& state) {
    std::string out = "<article class=\"page ";
    out += kPageClasses[page.index()];
    out += "\">\n" + note_head_html(world, header, state.lang);
    out += std::visit(PageWriter{world, state}, page);
    out += note_foot_html(world, header, state.lang);
    return out + "</article>\n";
}

}  // namespace problemator
