// Pictures of the register, of the rating's history and of an opened indicator: texts stand apart at every width, states have their colours.
#include <gtest/gtest.h>

#include <limits>

#include "core/charts/charts.hpp"
#include "sample_pages.hpp"
#include "scene_check.hpp"

namespace problemator::testing_parts {
namespace {

template <class Mark>
std::size_t count_fill(const Scene& scene, Ink fill) {
    std::size_t n = 0;
    for (const Mark2D& mark : scene.marks)
        if (const auto* m = std::get_if<Mark>(&mark)) n += m->fill == fill ? 1u : 0u;
    return n;
}

TEST(StageDots, PassedPresentAndAheadAreToldApart) {
    const Scene scene = stage_dots(ProblemStage::RoadMap, 76, 14, Lang::Ru);
    EXPECT_EQ(count_fill<CircleMark>(scene, Ink::Ink1), 2u);
    EXPECT_EQ(count_fill<CircleMark>(scene, Ink::Accent), 1u);
    EXPECT_EQ(count_fill<CircleMark>(scene, Ink::Surface), 1u);
    EXPECT_EQ(scene.summary, "Дорожная карта");
    EXPECT_EQ(count_fill<CircleMark>(stage_dots(ProblemStage::Solved, 76, 14, Lang::En), Ink::Good), 4u);
}

TEST(GanttChart, TextsStandApartAndLateMeasuresAreRed) {
    for (const Lang lang : {Lang::Ru, Lang::En}) {
        const Gantt gantt = *sample_problem_card(lang).gantt;
        for (const double width : {260.0, 340.0, 470.0, 620.0, 900.0}) {
            const Scene scene = gantt_chart(gantt, width, lang);
            expect_sound(scene);
            EXPECT_GT(count_fill<RectMark>(scene, Ink::Bad), 0u);
        }
    }
}

TEST(GanttChart, AMeasureWithoutABeginningIsADotOnItsDay) {
    Gantt gantt = *sample_problem_card(Lang::Ru).gantt;
    gantt.measures = {{.text = "Проверить", .responsible = {}, .due_text = "30.11", .from = {}, .due = gantt.today + 10, .done = {}, .is_late = false}};
    const Scene scene = gantt_chart(gantt, 470, Lang::Ru);
    EXPECT_EQ(count_fill<RectMark>(scene, Ink::Norm), 0u);
    EXPECT_EQ(count_fill<CircleMark>(scene, Ink::Surface), 1u);
}

TEST(EffectBars, SidesAreToldByColourAndTextsStandApart) {
    for (const Lang lang : {Lang::Ru, Lang::En}) {
        const EffectPicture effect = *sample_problem_card(lang).effect;
        for (const double width : {300.0, 380.0, 480.0, 700.0})
            for (const double height : {150.0, 230.0, 300.0}) expect_sound(effect_bars(effect, width, height, lang));
        const Scene scene = effect_bars(effect, 480, 230, lang);
        EXPECT_EQ(count_fill<RectMark>(scene, Ink::Prev), effect.start);
        EXPECT_EQ(count_fill<RectMark>(scene, Ink::Seq4), effect.weeks.size() - effect.start);
    }
}

TEST(EffectBars, SurviveWhatIsNoNumber) {
    EffectPicture effect = *sample_problem_card(Lang::Ru).effect;
    effect.weeks[3].value = std::numeric_limits<double>::quiet_NaN();
    effect.before = 0;
    expect_finite(effect_bars(effect, 480, 230, Lang::Ru));
    expect_finite(effect_bars({}, 480, 230, Lang::Ru));
}

TEST(PlaceHistory, ShowsRangesAndBreaksTheLineWhereNoPlaceIsTold) {
    RatingRow row;
    row.places = 9;
    row.history = {RatingRow::Places{1, 4, 0}, RatingRow::Places{2, 3, 2}, std::nullopt, RatingRow::Places{1, 2, 1}, RatingRow::Places{1, 1, 1}};
    const Scene scene = place_history(row, {"a", "b", "c", "d", "e"}, 200, 32, Lang::Ru);
    EXPECT_EQ(count_fill<RectMark>(scene, Ink::Norm), 4u);
    EXPECT_EQ(scene.summary, "Места за периоды: 1–4, 2–3, мало данных, 1–2, 1");
    EXPECT_EQ(scene.hits.size(), 5u);
}

TEST(IndicatorStudyChart, TextsStandApartInBothLanguages) {
    for (const Lang lang : {Lang::Ru, Lang::En})
        for (const double width : {390.0, 700.0, 1000.0, 1400.0, 2400.0})
            for (const double height : {240.0, 380.0}) expect_sound(indicator_study(sample_study(lang), width, height, lang));
}

TEST(IndicatorStudyChart, MonthsThatAreSignalsAreMarkedAndEventsStandOnTheirMonths) {
    const Scene scene = indicator_study(sample_study(Lang::Ru), 1000, 340, Lang::Ru);
    EXPECT_EQ(count_fill<CircleMark>(scene, Ink::Bad), 1u);
    EXPECT_EQ(count_fill<PolygonMark>(scene, Ink::WarnFill), 2u);
    expect_finite(indicator_study({}, 1000, 340, Lang::Ru));
}

}  // namespace
}  // namespace problemator::testing_parts
