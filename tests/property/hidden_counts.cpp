// Hidden counts: a published snapshot never tells one message from two. Whatever a person can look at — text view, header, tooltips,
// pictures, files — is the same for twins, which differ only in counts that are to be hidden. The canvas: tests/ui.
#include <gtest/gtest.h>

#include <algorithm>

#include "core/documents/block_files.hpp"
#include "core/documents/block_scene.hpp"
#include "core/documents/html.hpp"
#include "tests/effort.hpp"
#include "tests/unit/model/twins.hpp"

namespace problemator {
namespace {

using testing_tables::oktyabrskoe;
using testing_tables::Split;
using testing_tables::twin;

std::string without(std::string text, std::string_view from, std::string_view until) {
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at)) {
        const std::size_t end = text.find(until, at);
        text.erase(at, end == std::string::npos ? end : end + until.size() - at);
    }
    return text;
}

/// Rows themselves are listed one by one and can be counted (docs/methods.md): what is left is what the page says about them.
std::string without_rows(std::string html) {
    const std::string_view table = "<table class=\"message-table\">", newest = "<ul class=\"newest\">";
    if (const std::size_t at = html.find(table); at != std::string::npos) {
        const std::size_t body = html.find("<tbody>", at), end = html.find("</tbody>", at);
        html.erase(body, end - body);
    }
    return without(std::move(html), newest, "</ul>");
}

using Hint = std::pair<std::string, std::string>;
std::string lines_of(const std::vector<Hint>& hints) {
    std::string out;
    for (const auto& [label, text] : hints) out += label + ": " + text + "; ";
    return out;
}

std::string hints_of(const Matrix& matrix) {
    std::string out;
    for (const Cell& cell : matrix.cells) out += "\n" + cell.tooltip_title + " " + lines_of(cell.tooltip) + lines_of(cell.figure.why);
    for (const auto* heads : {&matrix.rows, &matrix.columns})
        for (const MatrixHead& head : *heads) out += "\n" + head.name + " " + lines_of(head.total.why);
    return out;
}

/// What only a pointer on the canvas brings up.
std::string hints_of(const Page& page) {
    std::string out;
    if (const auto* overview = std::get_if<OverviewPage>(&page)) out += hints_of(overview->matrix);
    if (const auto* heat = std::get_if<HeatmapPage>(&page)) out += hints_of(heat->matrix);
    if (const auto* heat = std::get_if<HeatmapPage>(&page))
        for (const std::uint32_t day : heat->rail.days) out += std::to_string(day) + " ";
    if (const auto* map = std::get_if<MapPage>(&page)) {
        for (const MapPlace& place : map->places) out += "\n" + place.name + " " + lines_of(place.tooltip) + lines_of(place.count.why) + lines_of(place.measure.why);
        for (const MapSpot& spot : map->spots) out += "\n" + spot.title + " " + lines_of(spot.tooltip);
    }
    return out;
}

std::string shown(const Snapshot& snapshot, const std::string& link) {
    const World world{oktyabrskoe(), snapshot, "test"};
    const State state = from_hash(link);
    const HeaderModel header = header_model(world, state);
    const Page page = page_of(world, state);
    const PageFacts facts = page_facts(world, header, state);
    std::string out = without_rows(header_html(header, state) + page_html(page, header, world, state)) + hints_of(page);
    for (PageBlock& block : blocks_of(page, world, state)) {
        if (block.id == "messages" || block.id == "newest") block.rows.clear();
        out += "\n" + block_csv(block, facts, state.lang) + block_words(block, facts);
        if (block.has_picture && block.id != "messages") {
            const Scene scene = block_scene(page, block, facts, 900, state.lang);
            out += to_svg(scene);
            for (const HitRegion& hit : scene.hits) out += "\n" + hit.title + " " + hit.hint + " " + hit.href;
        }
    }
    return out;
}

std::string around_difference(const std::string& a, const std::string& b) {
    const auto at = static_cast<std::size_t>(std::mismatch(a.begin(), a.begin() + static_cast<std::ptrdiff_t>(std::min(a.size(), b.size())), b.begin()).first - a.begin());
    const std::size_t from = at > 160 ? at - 160 : 0;
    return "\n one: …" + a.substr(from, 240) + "…\n two: …" + b.substr(from, 240) + "…";
}

class HiddenCounts : public testing::TestWithParam<Split> {};
INSTANTIATE_TEST_SUITE_P(By, HiddenCounts, testing::ValuesIn(testing_tables::kSplits), [](const auto& split) { return std::to_string(static_cast<int>(split.param)); });

TEST_P(HiddenCounts, NothingThatIsShownTellsOneMessageFromTwo) {
    const Snapshot one = twin(GetParam(), false), other = twin(GetParam(), true);
    std::size_t told = 0;
    const auto links = testing_tables::links_of_twins(GetParam());
    for (std::size_t i = static_cast<std::size_t>(GetParam()) % kEveryWhich; i < links.size(); i += kEveryWhich) {   // each kind begins at another one
        const std::string& link = links[i];
        const std::string a = shown(one, link), b = shown(other, link);
        if (a != b && ++told <= 40) ADD_FAILURE() << link << around_difference(a, b);
    }
}

TEST_P(HiddenCounts, TheTwinsDifferWhereNothingIsHidden) {
    Snapshot one = twin(GetParam(), false), other = twin(GetParam(), true);
    one.info.is_published = other.info.is_published = false;
    const std::string link = "#/soobshcheniya?" + testing_tables::cell_filter(GetParam());
    EXPECT_NE(shown(one, link), shown(other, link));
}

}  // namespace
}  // namespace problemator
