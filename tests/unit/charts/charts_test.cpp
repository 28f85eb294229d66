#include "core/charts/charts.hpp"
#include "core/charts/hyphens.hpp"

#include <cmath>
#include <limits>

#include "tests/unit/charts/sample_pages.hpp"
#include "tests/unit/charts/scene_check.hpp"

namespace problemator {
namespace {

using namespace problemator::testing_parts;

constexpr Lang kBoth[] = {Lang::Ru, Lang::En};
constexpr double kNan = std::numeric_limits<double>::quiet_NaN(), kInfinity = std::numeric_limits<double>::infinity();

template <class Mark>
std::size_t count_marks(const Scene& scene, Ink fill) {
    std::size_t n = 0;
    for (const Mark2D& mark : scene.marks)
        if (const auto* m = std::get_if<Mark>(&mark)) n += m->fill == fill;
    return n;
}

std::string texts_of(const Scene& scene) {
    std::string out;
    for (const auto& box : text_boxes(scene)) out += box.text + '|';
    return out;
}

TEST(MatrixChart, TextsStandApartInBothLanguagesAtEveryWidthAndSize) {
    for (const Lang lang : kBoth)
        for (const MatrixSize size : {MatrixSize::Compact, MatrixSize::Full, MatrixSize::Print})
            for (const double width : {358.0, 466.0, 640.0, 756.0, 1180.0}) {
                const Scene scene = matrix_chart(sample_matrix(lang), size, width, lang);
                expect_sound(scene);
                EXPECT_EQ(scene.height, matrix_height(sample_matrix(lang), size, width));
            }
}

TEST(MatrixChart, HeadsOfManyNarrowColumnsStandInThreeLines) {
    Matrix matrix = sample_matrix(Lang::Ru);
    const std::size_t columns = matrix.columns.size();
    std::vector<Cell> cells;
    for (std::size_t r = 0; r < matrix.rows.size(); ++r)
        for (std::size_t c = 0; c < columns + 2; ++c) cells.push_back(matrix.cells[r * columns + c % columns]);
    for (std::size_t c = 0; c < 2; ++c) matrix.columns.push_back(matrix.columns[c]);
    matrix.columns.back().name = matrix.columns.back().short_name = "Очистка от снега и наледи";
    matrix.cells = std::move(cells);
    const Scene scene = matrix_chart(matrix, MatrixSize::Full, 860, Lang::Ru);
    expect_sound(scene);
    EXPECT_NE(texts_of(scene).find("Очистка|от снега и|наледи|"), std::string::npos) << texts_of(scene);
    EXPECT_EQ(scene.height, matrix_height(matrix, MatrixSize::Full, 860));
}

TEST(Hyphens, WordsAreBrokenBetweenSyllables) {
    const std::pair<const char*, const char*> cases[] = {{"Благоустройство", "Бла|го|у|строй|ство"}, {"Собственность", "Собст|вен|ность"}, {"Социальная", "Со|ци|аль|ная"},
                                                         {"Дороги", "До|ро|ги"}, {"Электроснабжение", "Элект|ро|снаб|же|ние"}, {"Очистка", "Очист|ка"}, {"Хозяйство", "Хо|зяй|ство"}, {"ЖКХ", "ЖКХ"}, {"Транспорт", "Транс|порт"}, {"Объезд", "Объ|езд"}, {"Ёлка", "Ёл|ка"}, {"ТКО-2", "ТКО-2"}, {"Transport", "Trans|port"}, {"Roads", "Roads"}, {"", ""}};
    for (const auto& [word, expected] : cases) {
        std::string shown;
        std::size_t from = 0;
        for (const std::size_t point : hyphen_points(word)) {
            shown += std::string{word}.substr(from, point - from) + '|';
            from = point;
        }
        EXPECT_EQ(shown + std::string{word}.substr(from), expected);
    }
}

TEST(Hyphens, LinesAreNoWiderThanTheirRoomAndLoseNothing) {
    for (const char* name : {"Благоустройство", "ЖКХ и энергетика", "Имущественные отношения", "Экономика и финансы", "Температура в квартирах"})
        for (double room = 30; room < 160; room += 7) {
            const auto lines = hyphenated_lines(name, 11, Weight::SemiBold, room, 4);
            if (!lines) continue;
            std::string whole;
            for (const std::string& line : *lines) {
                EXPECT_LE(text_width(line, 11, Weight::SemiBold), room) << line;
                whole += line.ends_with('-') ? line.substr(0, line.size() - 1) : line + ' ';
            }
            EXPECT_EQ(whole, std::string{name} + ' ');
        }
    EXPECT_EQ(hyphenated_lines("Благоустройство", 11, Weight::SemiBold, 70, 3), (std::vector<std::string>{"Благоу-", "стройство"}));
    EXPECT_EQ(hyphenated_lines("Благоустройство", 11, Weight::SemiBold, 56, 3), (std::vector<std::string>{"Благоуст-", "ройство"})) << "two lines rather than three";
    EXPECT_FALSE(hyphenated_lines("Благоустройство", 11, Weight::SemiBold, 8, 3));
}

TEST(MatrixChart, EveryNumberIsALinkToItsCell) {
    const Matrix matrix = sample_matrix(Lang::Ru);
    const Scene scene = matrix_chart(matrix, MatrixSize::Full, 756, Lang::Ru);
    for (const Cell& cell : matrix.cells) {
        const auto hits = [&] { std::size_t n = 0; for (const HitRegion& hit : scene.hits) n += hit.href == cell.href; return n; }();
        EXPECT_EQ(hits, 1u) << cell.href;
    }
}

TEST(MatrixChart, SurgesHaveCornerAndWeightAndAreNamedInTheSummary) {
    const Scene scene = matrix_chart(sample_matrix(Lang::Ru), MatrixSize::Compact, 466, Lang::Ru);
    EXPECT_EQ(count_marks<PolygonMark>(scene, Ink::Bad), 4u);
    std::size_t heavy = 0;
    for (const Mark2D& mark : scene.marks)
        if (const auto* text = std::get_if<TextMark>(&mark)) heavy += text->weight == Weight::SemiBold && text->text == "57";
    EXPECT_EQ(heavy, 1u);
    EXPECT_EQ(scene.summary, "Территория × блок: 444; всплески: Речное — ЖКХ и энергетика 57, Таёжный — ТКО 19, Октябрьское — Дороги 19, Каменка — Транспорт 11");
}

TEST(MatrixChart, HiddenNumbersAreLessThanThreeAndAbsentOnesAreHatched) {
    Matrix matrix = sample_matrix(Lang::Ru);
    matrix.cells[8].is_hidden = true;
    matrix.cells[9].color_class = -1;
    matrix.cells[9].figure = {};
    const Scene scene = matrix_chart(matrix, MatrixSize::Full, 756, Lang::Ru);
    EXPECT_NE(texts_of(scene).find("< 3"), std::string::npos);
    std::size_t hatching = 0;
    for (const Mark2D& mark : scene.marks)
        if (const auto* line = std::get_if<LineMark>(&mark)) hatching += line->stroke == Ink::LineStrong;
    EXPECT_GT(hatching, 5u);
}

TEST(MatrixChart, SelectedCellHasARingAndHeavyLabels) {
    Matrix matrix = sample_matrix(Lang::En);
    matrix.selected = 9;
    const Scene scene = matrix_chart(matrix, MatrixSize::Full, 756, Lang::En);
    std::size_t rings = 0;
    for (const Mark2D& mark : scene.marks)
        if (const auto* rect = std::get_if<RectMark>(&mark)) rings += rect->stroke == Ink::Ink1 && rect->stroke_width == 2;
    EXPECT_EQ(rings, 1u);
}

TEST(MatrixChart, DivergingClassesTakeTheDivergingPalette) {
    Matrix matrix = sample_matrix(Lang::En);
    matrix.is_diverging = true;
    const Scene scene = matrix_chart(matrix, MatrixSize::Full, 756, Lang::En);
    EXPECT_GT(count_marks<RectMark>(scene, Ink::Div6), 0u);
    EXPECT_EQ(count_marks<RectMark>(scene, Ink::Seq7), 0u);
}

TEST(MatrixChart, HoursAndManyWeeksStillStandApart) {
    Matrix matrix;
    matrix.title = "День × час";
    for (int c = 0; c < 24; ++c) matrix.columns.push_back({std::to_string(c), std::to_string(c), std::to_string(c), shown("1234", 1234), "+12", 1234, ""});
    for (int r = 0; r < 7; ++r) {
        matrix.rows.push_back({std::to_string(r), "Понедельник", "пн", shown("12 345", 12345), "−1 234", 12345, ""});
        for (int c = 0; c < 24; ++c) {
            Cell cell;
            cell.figure = shown("1 234", 1234);
            cell.color_class = 7;
            matrix.cells.push_back(std::move(cell));
        }
    }
    for (const double width : {390.0, 756.0, 1400.0}) expect_sound(matrix_chart(matrix, MatrixSize::Full, width, Lang::Ru));
}

TEST(MatrixChart, TooFewCellsDrawNoCells) {
    Matrix matrix = sample_matrix(Lang::Ru);
    matrix.cells.resize(10);
    matrix.selected = 9;
    expect_finite(matrix_chart(matrix, MatrixSize::Full, 756, Lang::Ru));
}

TEST(MatrixLegend, WrapsInsteadOfLeavingTheScene) {
    for (const Lang lang : kBoth)
        for (const double width : {300.0, 466.0, 756.0}) expect_sound(matrix_legend(sample_matrix(lang), width, lang));
}

TEST(MatrixLegend, SurgesAreExplainedOnlyWhereCellsAreJudged) {
    Matrix matrix = sample_matrix(Lang::Ru);
    EXPECT_NE(texts_of(matrix_legend(matrix, 756, Lang::Ru)).find("всплеск"), std::string::npos);
    matrix.is_diverging = true;
    EXPECT_NE(texts_of(matrix_legend(matrix, 756, Lang::Ru)).find("всплеск"), std::string::npos);
    for (Cell& cell : matrix.cells) cell.is_surge = false, cell.threshold.reset();
    EXPECT_EQ(texts_of(matrix_legend(matrix, 756, Lang::Ru)).find("всплеск"), std::string::npos);
}

TEST(ColumnBars, StandUnderTheColumnsOfTheFullMatrix) {
    const Matrix matrix = sample_matrix(Lang::Ru);
    const Scene bars = column_bars(matrix, 756, 30), full = matrix_chart(matrix, MatrixSize::Full, 756, Lang::Ru);
    expect_sound(bars);
    ASSERT_EQ(bars.hits.size(), 8u);
    EXPECT_EQ(bars.hits[3].box.x, full.hits[3].box.x);      // the first hits of the matrix are its column heads
}

TEST(Sparkline, EndDotHasTheColourOfItsState) {
    const struct { Tone tone; Ink ink; } cases[] = {{Tone::Bad, Ink::Bad}, {Tone::Warn, Ink::WarnFill}, {Tone::Plain, Ink::Fact}};
    for (const auto& it : cases) EXPECT_EQ(count_marks<CircleMark>(sparkline(sample_trend(3, 20, it.tone), 92, 30), it.ink), 1u);
}

TEST(Sparkline, GapsStayGapsAndFewWeeksAreSquares) {
    Trend gap = sample_trend(1, 10, Tone::Plain);
    gap.values[10].reset();
    gap.values[11] = kNan;
    std::size_t lines = 0;
    for (const Mark2D& mark : sparkline(gap, 104, 30).marks) lines += std::holds_alternative<LineMark>(mark);
    EXPECT_EQ(lines, 2u);
    Trend few;
    few.values = {1.0, 2.0, 3.0};
    EXPECT_EQ(count_marks<RectMark>(sparkline(few, 104, 30), Ink::Fact), 3u);
}

TEST(Bullet, BarEndsAtTheFactAndTickStandsAtThePlan) {
    const Bullet it{"a", "Автоконтроль", shown("53,0", 53, "%"), 60, "отстаёт", Tone::Bad, ""};
    const Scene scene = bullet(it, 101, 18);
    expect_sound(scene);
    EXPECT_EQ(std::get<RectMark>(scene.marks[1]).box.w, 53);
    EXPECT_EQ(std::get<RectMark>(scene.marks[1]).fill, Ink::Bad);
    EXPECT_EQ(std::get<RectMark>(scene.marks[3]).box.x, 59);
    EXPECT_EQ(scene.summary, "Автоконтроль: 53,0\u00a0%, отстаёт");
}

TEST(DotInterval, FewDataIsAHollowDot) {
    RatingRow row = sample_rating(Lang::Ru).few[0];
    EXPECT_EQ(count_marks<CircleMark>(dot_interval(row, 0.858, 0.25, 1, 170, 34), Ink::Surface), 1u);
    row.is_few = false;
    row.tone = Tone::Good;
    EXPECT_EQ(count_marks<CircleMark>(dot_interval(row, 0.858, 0.25, 1, 170, 34), Ink::Good), 1u);
}

TEST(Funnel, LabelsOfOutliersStandApartInBothLanguages) {
    for (const Lang lang : kBoth)
        for (const double width : {300.0, 412.0, 700.0}) {
            const Scene scene = funnel(sample_rating(lang), width, 380, lang);
            expect_sound(scene);
            EXPECT_EQ(scene.hits.size(), sample_rating(lang).funnel.size());
        }
    EXPECT_NE(texts_of(funnel(sample_rating(Lang::Ru), 412, 380, Lang::Ru)).find("Управление ЖКХ"), std::string::npos);
}

TEST(Funnel, FortyDepartmentsInOneCornerStillStandApart) {
    RatingPage page = sample_rating(Lang::Ru);
    for (int i = 0; i < 40; ++i)
        page.funnel.push_back({"Отдел номер " + std::to_string(i), 60.0 + i, 0.80 + i * 0.002, Tone::Bad, false, true, "#/rejting"});
    expect_sound(funnel(page, 412, 380, Lang::Ru));
}

TEST(IndicatorTrend, TextsStandApartInBothLanguages) {
    for (const Lang lang : kBoth)
        for (const double width : {260.0, 308.0, 480.0})
            for (const IndicatorCard& card : sample_indicators(lang).cards) expect_sound(indicator_trend(card, width, 180, lang));
}

TEST(IndicatorTrend, SteppedPlanIsNamedWhereItChangesAndAFlatOneOnce) {
    const auto cards = sample_indicators(Lang::Ru).cards;
    const std::string flat = texts_of(indicator_trend(cards[0], 308, 180, Lang::Ru)), stepped = texts_of(indicator_trend(cards[1], 308, 180, Lang::Ru));
    EXPECT_NE(stepped.find("|72|74|76|78|80|"), std::string::npos) << stepped;
    EXPECT_NE(flat.find("2030|90|"), std::string::npos) << flat;
    EXPECT_EQ(flat.find("|90|90|90|"), std::string::npos) << flat;
}

TEST(IndicatorTrend, AValueOfThePlanStandsBesideTheFactAndNotOnIt) {
    IndicatorCard card = sample_indicators(Lang::Ru).cards[0];
    card.plan = {{2026, 60}};
    card.y_min = 40, card.outlook.reset(), card.facts.clear();
    for (Month month = 0; month < 12; ++month) card.facts.push_back({2026 * 12 + month, 66});   // where the value would stand above the step
    const Scene scene = indicator_trend(card, 308, 180, Lang::Ru);
    double fact = 0, step = 0, value = 0;
    for (const Mark2D& mark : scene.marks) {
        if (const auto* line = std::get_if<LineMark>(&mark); line && line->stroke == Ink::Accent) fact = line->points.front().y;
        if (const auto* line = std::get_if<LineMark>(&mark); line && line->stroke == Ink::Plan) step = line->points.front().y;
        if (const auto* text = std::get_if<TextMark>(&mark); text && text->text == "60" && text->weight == Weight::Medium) value = text->at.y;
    }
    ASSERT_LT(fact, step);
    EXPECT_GT(std::abs(value - fact), 6) << "the line runs through the value";
    EXPECT_GT(value, step) << "below the step, for the fact runs above it";
}

TEST(IndicatorTrend, WhatIsMissingIsSaidInThePicture) {
    EXPECT_NE(texts_of(indicator_trend(sample_indicators(Lang::Ru).cards[2], 308, 180, Lang::Ru)).find("Нужен реестр"), std::string::npos);
}

TEST(DayHistogram, BrushAndLabelsStayInside) {
    for (const Lang lang : kBoth)
        for (const double width : {200.0, 224.0, 340.0}) {
            const Scene scene = day_histogram(sample_rail(lang), width, 80, lang);
            expect_sound(scene);
            EXPECT_EQ(scene.hits.size(), 56u);
        }
}

TEST(DayHistogram, BrushBeyondTheDaysIsCutToThem) {
    Rail rail = sample_rail(Lang::Ru);
    rail.brush_begin = 900;
    rail.brush_end = 9000;
    expect_sound(day_histogram(rail, 224, 80, Lang::Ru));
    rail.days.clear();
    expect_sound(day_histogram(rail, 224, 80, Lang::Ru));
}

TEST(WeekBars, SurgesAreRedAndEveryWeekIsALink) {
    for (const Lang lang : kBoth) {
        const Scene scene = week_bars(sample_drawer(lang), 340, 107, lang);
        expect_sound(scene);
        EXPECT_EQ(count_marks<RectMark>(scene, Ink::Bad), 1u);
        EXPECT_EQ(scene.hits.size(), 52u);
        EXPECT_EQ(scene.hits[51].href, "#/teplo?w=51");
    }
}

TEST(GrowthBar, CulpritIsRedAndNormIsATick) {
    const auto growth = sample_drawer(Lang::Ru).growth;
    EXPECT_EQ(count_marks<RectMark>(growth_bar(growth[0], 32, 112, 18), Ink::Bad), 1u);
    EXPECT_EQ(count_marks<RectMark>(growth_bar(growth[1], 32, 112, 18), Ink::Fact), 1u);
    EXPECT_EQ(count_marks<RectMark>(growth_bar(growth[1], 32, 112, 18), Ink::Ink2), 1u);
}

TEST(PointMap, NamesStandApartAndMissingPlacesAreNamed) {
    for (const Lang lang : kBoth)
        for (const double width : {240.0, 286.0, 600.0}) {
            const OverviewPage page = sample_overview(lang);
            const Scene scene = point_map(page, width, 262, lang);
            expect_sound(scene);
            EXPECT_EQ(scene.hits.size(), page.map.size());
        }
    EXPECT_NE(texts_of(point_map(sample_overview(Lang::Ru), 286, 262, Lang::Ru)).find("Верхний Яр"), std::string::npos);
}

TEST(PointMap, AreaOfACircleIsProportionalToItsCount) {
    OverviewPage page;
    page.map = {{"a", 60, 60, shown("100", 100), {}, false}, {"b", 61, 61, shown("25", 25), {}, false}};
    const Scene scene = point_map(page, 300, 300, Lang::Ru);
    std::vector<double> radii;
    for (const Mark2D& mark : scene.marks)
        if (const auto* circle = std::get_if<CircleMark>(&mark)) radii.push_back(circle->radius - 2.5);
    EXPECT_NEAR(radii.at(0) / radii.at(1), 2, 1e-9);
}

// Of a crowd, a burning place is named in the open, and a line leads to it.
TEST(PointMap, ABurningPlaceAmongLargeNeighboursIsNamedPastThem) {
    OverviewPage page;
    page.map = {{"Каменное", 61, 66, shown("9", 9), shown("9", 9), true}};
    for (const auto& [lat, lon] : {std::pair{61.1, 66.0}, std::pair{60.9, 66.0}, std::pair{61.0, 66.25}, std::pair{61.0, 65.75}}) page.map.push_back({"", lat, lon, shown("90", 90), {}, false});
    page.map.push_back({"", 59.5, 63, shown("1", 1), {}, false});
    page.map.push_back({"", 62.5, 69, shown("1", 1), {}, false});
    const Scene scene = point_map(page, 286, 262, Lang::Ru);
    expect_sound(scene);
    EXPECT_EQ(std::count_if(scene.marks.begin(), scene.marks.end(), [](const Mark2D& mark) { return std::holds_alternative<LineMark>(mark); }), 1);
    for (const TextBox& text : text_boxes(scene)) {
        if (text.text != "Каменное") continue;
        for (const Mark2D& mark : scene.marks)
            if (const auto* circle = std::get_if<CircleMark>(&mark); circle && circle->radius > 4) {
                const double r = circle->radius * 0.7;
                EXPECT_FALSE(overlap(text.box, {circle->centre.x - r, circle->centre.y - r, 2 * r, 2 * r})) << "a circle at " << circle->centre.x << ", " << circle->centre.y;
            }
        return;
    }
    FAIL() << "not named";
}

TEST(PointMap, TwentyPlacesAtOnePointAndNoPlaceAtAllAreDrawn) {
    OverviewPage page;
    for (int i = 0; i < 20; ++i) page.map.push_back({"Очень длинное название поселения", 61, 66, shown("7", 7), {}, false});
    expect_sound(point_map(page, 286, 262, Lang::Ru));
    page.map.assign(3, {"нет", kNan, kInfinity, {}, {}, false});
    expect_sound(point_map(page, 286, 262, Lang::En));
}

// Hostile numbers: nothing that is not finite may reach a painter.
TEST(AllCharts, NotNumbersAndInfinitiesNeverReachTheScene) {
    for (const double bad : {kNan, kInfinity, -kInfinity, 1e300}) {
        Trend trend = sample_trend(1, 10, Tone::Bad);
        trend.values[3] = bad;
        trend.norm_high = bad;
        expect_finite(sparkline(trend, 104, 30));
        Matrix matrix = sample_matrix(Lang::Ru);
        matrix.rows[0].value = bad;
        matrix.columns[0].value = bad;
        expect_finite(matrix_chart(matrix, MatrixSize::Full, 756, Lang::Ru));
        expect_finite(column_bars(matrix, 756, 30));
        RatingPage rating = sample_rating(Lang::Ru);
        rating.mean = bad;
        rating.funnel[0].n = bad;
        rating.funnel[1].share = bad;
        rating.limits[2].high998 = bad;
        expect_finite(funnel(rating, 412, 380, Lang::Ru));
        IndicatorCard card = sample_indicators(Lang::Ru).cards[1];
        card.facts[2].second = bad;
        card.plan[1].percent = bad;
        card.y_max = bad;
        expect_finite(indicator_trend(card, 308, 180, Lang::Ru));
        CellDrawer drawer = sample_drawer(Lang::Ru);
        drawer.weeks[1].value = bad;
        drawer.thresholds[4] = bad;
        expect_finite(week_bars(drawer, 340, 107, Lang::Ru));
        expect_finite(growth_bar(drawer.growth[0], bad, 112, 18));
        expect_finite(bullet({"", "x", shown("1", bad), bad, "", Tone::Bad, ""}, bad, bad));
    }
}

TEST(AllCharts, WithoutDataAreDrawnAllTheSame) {
    expect_finite(sparkline({}, 104, 30));
    expect_finite(matrix_chart({}, MatrixSize::Compact, 466, Lang::Ru));
    expect_finite(matrix_legend({}, 466, Lang::Ru));
    expect_finite(funnel({}, 412, 380, Lang::Ru));
    expect_finite(indicator_trend({}, 308, 180, Lang::Ru));
    expect_finite(day_histogram({}, 224, 80, Lang::Ru));
    expect_finite(week_bars({}, 340, 107, Lang::Ru));
    expect_finite(point_map({}, 286, 262, Lang::Ru));
    expect_finite(column_bars({}, 756, 30));
}

}  // namespace
}  // namespace problemator
