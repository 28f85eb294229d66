// Golden pictures of every chart in both languages, as text and as SVG, and the HTML of a tiny overview: small enough to read.
// scripts/update-golden rewrites tests/golden/files after a change that was meant; git diff is the review.
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <functional>
#include <sstream>

#include "core/documents/html_parts.hpp"
#include "tests/unit/charts/sample_pages.hpp"

namespace problemator {
namespace {

using namespace problemator::testing_parts;

std::string read(const std::string& path) {
    std::ifstream in{path, std::ios::binary};
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
}

void expect_golden(const std::string& name, const std::string& text) {
    const std::string path = std::string{PROBLEMATOR_SOURCE_DIR} + "/tests/golden/files/" + name;
    if (std::getenv("PROBLEMATOR_UPDATE_GOLDEN")) std::ofstream{path, std::ios::binary} << text;
    EXPECT_EQ(read(path), text) << name << " differs; scripts/update-golden rewrites it when the change is meant";
}

// Two rows and three columns are enough to read by eye.
Matrix small_matrix(Lang lang) {
    const Matrix whole = sample_matrix(lang);
    Matrix m = whole;
    m.rows.resize(2);
    m.columns.resize(3);
    m.cells.clear();
    for (std::size_t r = 0; r < 2; ++r)
        for (std::size_t c = 0; c < 3; ++c) m.cells.push_back(whole.at(r, c));
    m.cells[4].is_hidden = true;
    m.cells[5].color_class = -1;
    m.cells[5].figure = {};
    m.selected = 0;
    return m;
}

RatingPage small_rating(Lang lang) {
    RatingPage page = sample_rating(lang);
    std::vector<RatingPage::Limit> limits;
    for (std::size_t i = 0; i < page.limits.size(); i += 8) limits.push_back(page.limits[i]);
    page.limits = limits;
    return page;
}

CellDrawer small_drawer(Lang lang) {
    CellDrawer drawer = sample_drawer(lang);
    drawer.weeks.resize(4);
    drawer.weeks[3].is_alarm = true;
    drawer.thresholds.resize(4);
    drawer.week_labels.resize(1);
    return drawer;
}

Rail small_rail(Lang lang) {
    Rail rail = sample_rail(lang);
    rail.days.resize(7);
    rail.brush_begin = 5;
    rail.brush_end = 7;
    rail.day_labels.resize(1);
    return rail;
}

OverviewPage small_overview(Lang lang) {
    OverviewPage page = sample_overview(lang);
    page.tiles.resize(2);
    page.problems.resize(1);
    page.matrix = small_matrix(lang);
    page.map.resize(3);
    page.indicators.resize(1);
    page.rating.resize(1);
    for (Tile& tile : page.tiles) tile.trend.values.resize(5);
    for (Problem& problem : page.problems) problem.trend.values.resize(5);
    return page;
}

const struct { const char* name; std::function<Scene(Lang)> draw; } kCharts[] = {
    {"sparkline", [](Lang) { return sparkline(sample_trend(3, 20, Tone::Bad), 92, 30); }},
    {"matrix-compact", [](Lang lang) { return matrix_chart(small_matrix(lang), MatrixSize::Compact, 320, lang); }},
    {"matrix-full", [](Lang lang) { return matrix_chart(small_matrix(lang), MatrixSize::Full, 480, lang); }},
    {"matrix-print", [](Lang lang) { return matrix_chart(small_matrix(lang), MatrixSize::Print, 400, lang); }},
    {"matrix-legend", [](Lang lang) { return matrix_legend(small_matrix(lang), 640, lang); }},
    {"column-bars", [](Lang lang) { return column_bars(small_matrix(lang), 480, 30); }},
    {"bullet", [](Lang lang) { return bullet(sample_overview(lang).indicators[1], 128, 18); }},
    {"dot-interval", [](Lang lang) { return dot_interval(sample_rating(lang).rows[4], 0.858, 0.25, 1, 170, 34); }},
    {"funnel", [](Lang lang) { return funnel(small_rating(lang), 412, 380, lang); }},
    {"indicator-trend", [](Lang lang) { return indicator_trend(sample_indicators(lang).cards[1], 308, 180, lang); }},
    {"indicator-missing", [](Lang lang) { return indicator_trend(sample_indicators(lang).cards[2], 308, 180, lang); }},
    {"day-histogram", [](Lang lang) { return day_histogram(small_rail(lang), 224, 80, lang); }},
    {"week-bars", [](Lang lang) { return week_bars(small_drawer(lang), 340, 107, lang); }},
    {"growth-bar", [](Lang lang) { return growth_bar(sample_drawer(lang).growth[0], 32, 112, 18); }},
    {"point-map", [](Lang lang) { return point_map(sample_overview(lang), 286, 262, lang); }},
};

TEST(Golden, EveryChartAsTextAndAsSvgInBothLanguages) {
    for (const auto& chart : kCharts)
        for (const Lang lang : {Lang::Ru, Lang::En}) {
            const std::string name = std::string{chart.name} + (lang == Lang::Ru ? ".ru" : ".en");
            expect_golden(name + ".txt", to_text(chart.draw(lang)));
            expect_golden(name + ".svg", to_svg_file(chart.draw(lang)));
        }
}

TEST(Golden, HtmlOfATinyOverviewInBothLanguages) {
    expect_golden("overview.ru.html", overview_html(small_overview(Lang::Ru), from_hash("#/svodka")));
    expect_golden("overview.en.html", overview_html(small_overview(Lang::En), from_hash("#/svodka?lang=en")));
}

}  // namespace
}  // namespace problemator
