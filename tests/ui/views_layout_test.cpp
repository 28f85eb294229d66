// Layouts are pure: every box lies inside the page and none lies on another, at every width, in both languages, with the longest names.
#include <gtest/gtest.h>

#include "sample_pages.hpp"
#include "web/views/indicators_layout.hpp"
#include "web/views/overview_layout.hpp"
#include "web/views/listings_layout.hpp"
#include "web/views/rating_layout.hpp"
#include "web/widgets/choice_row.hpp"

namespace problemator::web {
namespace {

constexpr double kWidths[] = {390, 787, 890, 1024, 1113, 1279, 1280, 1440, 1920, 2560};
constexpr double kHeights[] = {600, 808, 1300};

bool overlap(Box a, Box b) { return a.w > 0 && b.w > 0 && a.x + 0.01 < b.x + b.w && b.x + 0.01 < a.x + a.w && a.y + 0.01 < b.y + b.h && b.y + 0.01 < a.y + a.h; }

void expect_apart(const std::vector<Box>& boxes, const std::string& where) {
    for (std::size_t i = 0; i < boxes.size(); ++i)
        for (std::size_t j = i + 1; j < boxes.size(); ++j) EXPECT_FALSE(overlap(boxes[i], boxes[j])) << where << ": boxes " << i << " and " << j;
}

void expect_within(const std::vector<Box>& boxes, Box outer, const std::string& where) {
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        if (boxes[i].w <= 0) continue;
        EXPECT_GE(boxes[i].x, outer.x - 0.01) << where << ": box " << i;
        EXPECT_GE(boxes[i].y, outer.y - 0.01) << where << ": box " << i;
        EXPECT_LE(right_of(boxes[i]), right_of(outer) + 0.6) << where << ": box " << i;
        EXPECT_LE(bottom_of(boxes[i]), bottom_of(outer) + 0.6) << where << ": box " << i;
    }
}

template <class Check>
void at_every_size(Check check) {
    for (const double width : kWidths)
        for (const double height : kHeights)
            for (const Lang lang : {Lang::Ru, Lang::En})
                for (const Amount amount : {Amount::Usual, Amount::Scarce, Amount::Long})
                    check(page_grid(width, height), lang, amount,
                          std::to_string(width) + (lang == Lang::Ru ? " ru " : " en ") + std::to_string(static_cast<int>(amount)));
}

std::vector<Box> panels_of(const OverviewLayout& at) {
    std::vector<Box> boxes = at.tiles;
    boxes.insert(boxes.end(), {at.problems, at.matrix, at.map, at.indicators, at.rating});
    return boxes;
}

TEST(OverviewLayout, PanelsStandApartInsideThePage) {
    at_every_size([](const PageGrid& grid, Lang lang, Amount amount, const std::string& where) {
        const OverviewLayout at = layout_overview(sample_overview(lang, amount), grid);
        expect_apart(panels_of(at), where);
        expect_within(panels_of(at), {grid.left(), at.headline.bottom(), grid.inner(), at.height - at.headline.bottom() - grid.bottom_margin}, where);
    });
}

TEST(OverviewLayout, FillsTheDesignSheetExactly) {
    const OverviewLayout at = layout_overview(sample_overview(Lang::Ru), page_grid(1440, 808));
    EXPECT_EQ(at.headline.lines.size(), 1u);
    EXPECT_EQ(at.tiles.front(), (Box{20, 46, 270, 104}));
    EXPECT_EQ(at.problems, (Box{20, 162, 560, 630}));
    EXPECT_EQ(at.height, 808);
}

TEST(OverviewLayout, MatrixGetsItsFullSizeOnlyWhereItFits) {
    EXPECT_EQ(layout_overview(sample_overview(Lang::Ru), page_grid(1440, 808)).matrix_size, MatrixSize::Compact);
    EXPECT_EQ(layout_overview(sample_overview(Lang::Ru), page_grid(2560, 1300)).matrix_size, MatrixSize::Full);
}

TEST(ProblemLayout, TextsEndBeforeTheSparklineAndTheCount) {
    at_every_size([](const PageGrid& grid, Lang lang, Amount amount, const std::string& where) {
        const OverviewPage page = sample_overview(lang, amount);
        const Box row{grid.left(), 100, layout_overview(page, grid).problems.w, 74};
        for (const Problem& problem : page.problems) {
            const ProblemLayout at = layout_problem(problem, row, grid.form, count_column(page.problems), problem.due);
            std::vector<Box> boxes{at.title, at.place, at.unit, at.due, at.trend, at.count};
            boxes.insert(boxes.end(), at.reasons.begin(), at.reasons.end());
            expect_apart(boxes, where);
            expect_within(boxes, row, where);
            EXPECT_FALSE(at.reasons.empty());
        }
    });
}

TEST(ProblemLayout, ALongNameLeavesRoomForItsPlaceAndSaysThatItIsCut) {
    const OverviewPage page = sample_overview(Lang::Ru, Amount::Long);
    const ProblemLayout at = layout_problem(page.problems[0], {0, 0, 560, 80}, Form::Wide, count_column(page.problems), "до 18.11");
    EXPECT_GT(at.place.w, 60);
    EXPECT_TRUE(at.is_cut);
    EXPECT_FALSE(at.has_block);
}

TEST(ProblemLayout, APlaceWithoutRoomBesideTheNameStandsInTheLastLine) {
    Problem problem;
    problem.title = "Очистка от снега и наледи", problem.place = "Октябрьское", problem.unit = "Отдел дорожного хозяйства";
    problem.reasons = {{"12 вместо обычных 0–3", Tone::Bad}};
    const ProblemLayout at = layout_problem(problem, {0, 0, 446, 76}, Form::Middle, 46, "до 09.12");
    EXPECT_DOUBLE_EQ(at.title.w, text_width(problem.title, 14, Weight::SemiBold)) << "whole";
    EXPECT_TRUE(at.is_place_below);
    EXPECT_DOUBLE_EQ(at.place.w, text_width(problem.place, 12, Weight::Medium));
    EXPECT_EQ(at.place.y, at.unit.y);
}

TEST(TileLayout, PartsStandApartInsideTheTile) {
    at_every_size([](const PageGrid& grid, Lang lang, Amount amount, const std::string& where) {
        const OverviewPage page = sample_overview(lang, amount);
        const OverviewLayout overview = layout_overview(page, grid);
        for (std::size_t i = 0; i < page.tiles.size(); ++i) {
            const TileLayout at = layout_tile(page.tiles[i], overview.tiles[i], overview.tile_size);
            std::vector<Box> boxes{at.label, at.aside, at.value, at.unit, at.change, at.year_ago, at.trend};
            if (at.why) boxes.push_back({at.why->x - 6, at.why->y - 6, 12, 12});
            expect_apart(boxes, where);
            expect_within(boxes, overview.tiles[i], where);
        }
    });
}

TEST(BulletColumns, StandInOrderAndKeepABar) {
    at_every_size([](const PageGrid& grid, Lang lang, Amount amount, const std::string& where) {
        const OverviewPage page = sample_overview(lang, amount);
        const Box box = layout_overview(page, grid).indicators;
        const BulletColumns at = layout_bullets(page.indicators, box);
        EXPECT_GE(at.bar_width, 24) << where;
        EXPECT_LE(at.name_left + at.name_width, at.bar_left) << where;
        EXPECT_LE(at.bar_left + at.bar_width, at.value_right) << where;
        EXPECT_LT(at.value_right, at.status_right) << where;
    });
}

TEST(RatingLayout, PanelsStandApartInsideThePage) {
    at_every_size([](const PageGrid& grid, Lang lang, Amount amount, const std::string& where) {
        const RatingLayout at = layout_rating(sample_rating(lang, amount), grid, lang);
        const std::vector<Box> boxes = {at.spans, at.subjects, at.adjustment, at.report, at.note, at.table, at.funnel, at.weights};
        expect_apart(boxes, where);
        expect_within(boxes, {grid.left(), 0, grid.inner(), at.height}, where);
        EXPECT_GT(at.subjects.w * at.adjustment.w * at.report.w, 0) << where;
        EXPECT_GE(at.funnel.h, 200) << where;
    });
}

TEST(RatingColumns, FitTheTableAndNeverLoseNameCountShareAndScore) {
    at_every_size([](const PageGrid& grid, Lang lang, Amount amount, const std::string& where) {
        const RatingPage page = sample_rating(lang, amount);
        const Box table = layout_rating(page, grid, lang).table;
        const RatingColumns at = layout_rating_columns(page.rows, table, lang);
        for (const Span& column : {at.name, at.count, at.in_time, at.score}) EXPECT_GT(column.w, 30) << where;
        double end = table.x;
        for (const Span& column : {at.place, at.range, at.name, at.count, at.in_time, at.axis, at.completeness, at.median, at.satisfaction, at.repeats, at.bar, at.score}) {
            if (column.w <= 0) continue;
            EXPECT_GE(column.x, end) << where;
            end = column.x + column.w;
        }
        EXPECT_LE(end, table.x + table.w - 15) << where;
    });
}

TEST(IndicatorsLayout, CardsAndTheirPartsStandApart) {
    at_every_size([](const PageGrid& grid, Lang lang, Amount amount, const std::string& where) {
        const IndicatorsPage page = sample_indicators(lang, amount);
        const IndicatorsLayout at = layout_indicators(page, grid);
        std::vector<Box> boxes = at.cards;
        boxes.push_back(at.legend);
        expect_apart(boxes, where);
        expect_within(boxes, {grid.left(), at.note.y + at.note.h, grid.inner(), at.height}, where);
        expect_apart({at.grains, at.report, at.plan, at.note}, where);
        expect_within({at.grains, at.report, at.plan}, {grid.left(), 0, grid.inner(), at.headline.y - at.headline.line_height / 2}, where);
        for (std::size_t i = 0; i < page.cards.size(); ++i) {
            const IndicatorLayout card = layout_card(page.cards[i], at.cards[i], page.cards[i].fraction);
            const std::vector<Box> parts{card.number, card.name, card.subtitle, card.fact, card.unit, card.plan, card.status, card.chart, card.footer, card.fraction, card.missing};
            expect_apart(parts, where);
            expect_within(parts, at.cards[i], where);
        }
    });
}

TEST(ListingsLayout, TilesAndSectionsStandApartInsideThePage) {
    at_every_size([](const PageGrid& grid, Lang lang, Amount amount, const std::string& where) {
        const ListingsLayout at = layout_listings(sample_quality(lang, amount), grid);
        std::vector<Box> boxes = at.tiles;
        for (const ListingLayout& listing : at.listings) boxes.push_back(listing.box);
        expect_apart(boxes, where);
        expect_within(boxes, {grid.left(), at.note.y + at.note.h, grid.inner(), at.height - at.note.y - at.note.h}, where);
    });
}

TEST(ListingsLayout, ColumnsStandInOrderInsideTheirSectionAndNumbersAreNeverCut) {
    at_every_size([](const PageGrid& grid, Lang lang, Amount amount, const std::string& where) {
        const QualityPage page = sample_quality(lang, amount);
        const ListingsLayout at = layout_listings(page, grid);
        for (std::size_t i = 0; i < page.listings.size(); ++i) {
            const Listing& listing = page.listings[i];
            const std::string place = where + " " + listing.id;
            double end = at.listings[i].box.x + 15;
            for (std::size_t c = 0; c < listing.columns.size(); ++c) {
                const ListingSpan& span = at.listings[i].columns[c];
                if (span.w <= 0) continue;
                EXPECT_GE(span.x, end) << place;
                end = span.x + span.w;
                for (const auto& row : listing.rows)
                    if (listing.columns[c].is_number) { EXPECT_GE(span.w, text_width(row[c].figure.text, 13, Weight::Regular) - 0.01) << place; }
            }
            EXPECT_LE(end, right_of(at.listings[i].box) - 15) << place;
            EXPECT_GT(at.listings[i].columns[0].w, 20) << place;
        }
    });
}

TEST(ListingsLayout, NoColumnIsLeftOutFromALaptopOn) {
    for (const double width : {1024.0, 1440.0})
        for (const Lang lang : {Lang::Ru, Lang::En})
            for (const ListingLayout& listing : layout_listings(sample_quality(lang), page_grid(width, 700)).listings)
                for (const ListingSpan& span : listing.columns) EXPECT_GT(span.w, 30) << width;
}

TEST(Headline, BreaksItsTwoShadesWithoutLosingAWord) {
    const Headline at = layout_headline("444 сообщения за неделю.", "Тревог 7: первыми разобрать отопление в Речном и вывоз мусора в Таёжном.", page_grid(600, 600), 10);
    std::string joined;
    for (const std::string& line : at.lines) joined += (joined.empty() ? "" : " ") + line;
    EXPECT_EQ(joined, at.whole);
    EXPECT_GT(at.lines.size(), 1u);
    EXPECT_EQ(at.whole.substr(0, at.strong), "444 сообщения за неделю.");
}

TEST(ChoiceRow, GoesOnBelowWhenTheWidthEnds) {
    const auto boxes = place_in_rows({100, 120, 80}, {10, 5, 240, 0}, 32, 12);
    EXPECT_EQ(boxes[1], (Box{122, 5, 120, 32}));
    EXPECT_EQ(boxes[2], (Box{10, 45, 80, 32}));
}

}  // namespace
}  // namespace problemator::web
