// Blocks of «Сводка» and of the heat map.
#include <algorithm>

#include "core/base/format.hpp"
#include "core/charts/charts.hpp"
#include "core/documents/block_parts.hpp"

namespace problemator {
namespace {

constexpr Phrase kMain = {"Главное", "In short"}, kNumbers = {"Показатели недели", "Numbers of the week"}, kProblems = {"Проблемы недели", "Problems of the week"};
constexpr Phrase kMap = {"Где горит", "Where it burns"}, kBullets = {"Целевые показатели", "Target indicators"}, kRating = {"Рейтинг", "Rating"};
constexpr Phrase kRank = {"№", "No."}, kProblem = {"Проблема", "Problem"}, kPlace = {"Территория", "Territory"}, kBlock = {"Блок", "Block"}, kReason = {"Причина тревоги", "Reason of the alarm"};
constexpr Phrase kUnit = {"Ответственный", "In charge"}, kDue = {"Срок", "Due"}, kCount = {"Сообщений", "Messages"}, kWas = {"Было", "Before"}, kInSurge = {"Во всплеске", "In a surge"};
constexpr Phrase kIndicator = {"Показатель", "Indicator"}, kFact = {"Факт, %", "Fact, %"}, kPlan = {"План, %", "Plan, %"}, kState = {"Состояние", "State"};
constexpr Phrase kDepartment = {"Подразделение", "Department"}, kPlaceInRating = {"Место", "Rank"}, kInTime = {"В срок, %", "In time, %"}, kScore = {"Балл", "Score"};
constexpr Phrase kDrawer = {"Выбранная клетка", "Selected cell"}, kTopic = {"Что выросло", "What grew"}, kExpected = {"Обычно", "Usual"}, kExcess = {"Сверх нормы", "Above the norm"};

Figure without_unit(Figure figure) {
    figure.unit.clear();                               // the head of the column has it
    return figure;
}

void fill_problems(PageBlock& block, const OverviewPage& page, const BlockSource& from) {
    block.columns = {{from.say(kRank), true}, {from.say(kProblem)}, {from.say(kPlace)}, {from.say(kBlock)}, {from.say(kReason)}, {from.say(kCount), true}, {from.say(kWas)}, {from.say(kUnit)}, {from.say(kDue)}};
    for (const Problem& problem : page.problems) {
        std::string reasons;
        for (const auto& [text, tone] : problem.reasons) reasons += (reasons.empty() ? "" : "; ") + text;
        block.rows.push_back({cell_of(std::to_string(problem.rank), from.lang), {.text = problem.title}, {.text = problem.place}, {.text = problem.block}, {.text = reasons}, cell_of(problem.count, from.lang),
                              {.text = problem.was}, {.text = problem.unit}, {.text = problem.due}});
    }
    if (page.problems.empty()) block.words = page.no_problems;
}

void fill_map(PageBlock& block, const OverviewPage& page, const BlockSource& from) {
    block.note = page.map_note;
    block.columns = {{from.say(kPlace)}, {from.say(kCount), true}, {from.say(kInSurge), true}};
    for (const auto& point : page.map) block.rows.push_back({{.text = point.name}, cell_of(point.all, from.lang), cell_of(point.surge, from.lang)});
}

void fill_bullets(PageBlock& block, const OverviewPage& page, const BlockSource& from) {
    block.note = page.indicators_note;
    block.columns = {{from.say(kIndicator)}, {from.say(kFact), true}, {from.say(kPlan), true}, {from.say(kState)}};
    for (const Bullet& it : page.indicators) {
        const int digits = it.plan && *it.plan != static_cast<int>(*it.plan) ? 1 : 0;
        block.rows.push_back({{.text = it.name}, cell_of(without_unit(it.fact), from.lang), cell_of(it.plan ? format_decimal(*it.plan, digits, from.lang) : std::string{}, from.lang), {.text = it.missing.empty() ? it.status : it.missing}});
    }
    if (page.indicators.empty()) block.words = page.no_indicators;
}

void fill_short_rating(PageBlock& block, const OverviewPage& page, const BlockSource& from) {
    block.note = page.rating_note;
    block.columns = {{from.say(kPlaceInRating), true}, {from.say(kDepartment)}, {from.say(kInTime), true}, {from.say(kScore), true}};
    for (const RatingRow& row : page.rating)
        block.rows.push_back({cell_of(row.place, from.lang), {.text = row.name}, cell_of(without_unit(row.in_time), from.lang), cell_of(without_unit(row.score), from.lang)});
}

void fill_drawer(PageBlock& block, const CellDrawer& drawer, const BlockSource& from) {
    block.note = drawer.title;
    block.words = drawer.norm.empty() ? drawer.verdict : drawer.verdict + ", " + drawer.norm;
    for (const auto& [figure, label] : drawer.figures) block.words += (block.words.empty() ? "" : "; ") + (figure.text.empty() ? std::string{"–"} : figure.text) + (figure.unit.empty() ? "" : " " + figure.unit) + " " + label;
    block.columns = {{from.say(kTopic)}, {from.say(kCount), true}, {from.say(kExpected), true}, {from.say(kExcess)}};
    for (const auto& growth : drawer.growth)
        block.rows.push_back({{.text = growth.name}, cell_of(growth.count, from.lang), cell_of(format_decimal(growth.expected, 1, from.lang), from.lang), {.text = growth.excess}});
}

}  // namespace

std::vector<BlockName> names_of(const OverviewPage& page, Lang lang) {
    const auto say = [lang](const Phrase& phrase) { return std::string{phrase.in(lang)}; };
    return {{"main", say(kMain), false}, {"tiles", say(kNumbers), false}, {"problems", say(kProblems), false}, {"matrix", page.matrix.title, true}, {"map", say(kMap), true}, {"bullets", say(kBullets), false}, {"short-rating", say(kRating), false}};
}

void fill(PageBlock& block, const OverviewPage& page, const BlockSource& from) {
    if (block.id == "main") block.words = page.verdict + (page.verdict_tail.empty() ? "" : " " + page.verdict_tail);
    else if (block.id == "tiles") fill_tiles(block, page.tiles, from.lang);
    else if (block.id == "problems") fill_problems(block, page, from);
    else if (block.id == "matrix") fill_matrix(block, page.matrix, from.lang);
    else if (block.id == "map") fill_map(block, page, from);
    else if (block.id == "bullets") fill_bullets(block, page, from);
    else if (block.id == "short-rating") fill_short_rating(block, page, from);
}

std::optional<Scene> picture_of(const OverviewPage& page, std::string_view id, double width, Lang lang) {
    if (id == "matrix") return matrix_chart(page.matrix, MatrixSize::Full, width, lang);
    if (id == "map") return point_map(page, width, width * 0.75, lang);
    return std::nullopt;
}

std::vector<BlockName> names_of(const HeatmapPage& page, Lang lang) {
    std::vector<BlockName> names = {{"matrix", page.matrix.title.empty() ? page.matrix.caption : page.matrix.title, true}};
    if (page.drawer) names.push_back({"drawer", std::string{kDrawer.in(lang)}, true});
    return names;
}

void fill(PageBlock& block, const HeatmapPage& page, const BlockSource& from) {
    if (block.id == "matrix") fill_matrix(block, page.matrix, from.lang);
    else if (block.id == "drawer" && page.drawer) fill_drawer(block, *page.drawer, from);
}

std::optional<Scene> picture_of(const HeatmapPage& page, std::string_view id, double width, Lang lang) {
    if (id == "matrix") return matrix_chart(page.matrix, MatrixSize::Full, width, lang);
    if (id == "drawer" && page.drawer) return week_bars(*page.drawer, width, width * 0.3, lang);
    return std::nullopt;
}

}  // namespace problemator
