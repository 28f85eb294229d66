// Blocks of «Рейтинг» and «Показатели».
#include "core/base/format.hpp"
#include "core/charts/charts.hpp"
#include "core/documents/block_parts.hpp"
#include "core/model/indicators/indicator_facts.hpp"

namespace problemator {
namespace {

constexpr Phrase kRating = {"Рейтинг подразделений", "Rating of departments"}, kFunnel = {"Кто за пределами случайности", "Who is beyond chance"}, kWeights = {"Из чего складывается балл", "What the score is made of"};
constexpr Phrase kPlace = {"Место", "Rank"}, kRange = {"Интервал мест", "Range of ranks"}, kDepartment = {"Подразделение", "Department"}, kCount = {"Сообщений", "Messages"}, kInTime = {"В срок, %", "In time, %"};
constexpr Phrase kLow = {"От, %", "From, %"}, kHigh = {"До, %", "To, %"}, kComplete = {"Полнота, %", "Complete, %"}, kMedian = {"Медиана, дн.", "Median, days"}, kGrade = {"Оценка", "Grade"}, kScore = {"Балл", "Score"};
constexpr Phrase kAnswers = {"Ответов со сроком", "Answers with a deadline"}, kShare = {"Доля в срок, %", "Share in time, %"}, kPart = {"Составляющая", "Part"}, kWeight = {"Вес", "Weight"}, kMeaning = {"Что считается", "What is counted"};
constexpr Phrase kIndicators = {"Показатели", "Indicators"}, kIndicator = {"Показатель", "Indicator"}, kFact = {"Факт, %", "Fact, %"}, kPlan = {"План", "Plan"}, kState = {"Состояние", "State"}, kOutlook = {"К 31 декабря", "By 31 December"}, kFraction = {"Числитель и знаменатель", "Fraction"};

Figure bare(Figure figure) {
    figure.unit.clear();
    return figure;
}

BlockCell percent(std::optional<double> share, Lang lang) { return share ? cell_of(format_decimal(*share * 100, 1, lang), lang) : BlockCell{}; }

std::vector<BlockCell> rating_cells(const RatingRow& row, Lang lang) {
    return {cell_of(row.place, lang), {.text = row.place_range}, {.text = row.name}, cell_of(bare(row.count), lang), cell_of(bare(row.in_time), lang), percent(row.low, lang), percent(row.high, lang),
            cell_of(bare(row.completeness), lang), cell_of(bare(row.median_reply), lang), cell_of(bare(row.satisfaction), lang), cell_of(bare(row.score), lang)};
}

std::string unit_title(const RatingPage& page, const BlockSource& from) { return page.unit_title.empty() ? from.say(kDepartment) : page.unit_title; }

void fill_rating(PageBlock& block, const RatingPage& page, const BlockSource& from) {
    block.note = page.note;
    block.columns = {{from.say(kPlace), true}, {from.say(kRange)}, {unit_title(page, from)}, {from.say(kCount), true}, {from.say(kInTime), true}, {from.say(kLow), true}, {from.say(kHigh), true},
                     {from.say(kComplete), true}, {from.say(kMedian), true}, {from.say(kGrade), true}, {from.say(kScore), true}};
    for (const auto* rows : {&page.rows, &page.few})
        for (const RatingRow& row : *rows) block.rows.push_back(rating_cells(row, from.lang));
    block.more = page.footnote;
}

void fill_funnel(PageBlock& block, const RatingPage& page, const BlockSource& from) {
    block.note = page.funnel_note;
    block.columns = {{unit_title(page, from)}, {from.say(kAnswers), true}, {from.say(kShare), true}};
    for (const FunnelPoint& point : page.funnel)
        block.rows.push_back({{.text = point.name}, cell_of(format_count(static_cast<std::int64_t>(point.n), from.lang), from.lang), cell_of(format_decimal(point.share * 100, 1, from.lang), from.lang)});
}

void fill_weights(PageBlock& block, const RatingPage& page, const BlockSource& from) {
    block.columns = {{from.say(kPart)}, {from.say(kWeight), true}, {from.say(kMeaning)}};
    for (std::size_t i = 0; i < page.weights.size(); ++i)
        block.rows.push_back({{.text = page.weights[i].first}, cell_of(page.weights[i].second, from.lang), {.text = i < page.weight_notes.size() ? page.weight_notes[i] : std::string{}}});
}

std::string card_block(const IndicatorCard& card) { return "card-" + card.id; }

void fill_indicators(PageBlock& block, const IndicatorsPage& page, const BlockSource& from) {
    block.note = page.note;
    block.columns = {{from.say(kIndicator)}, {from.say(kFact), true}, {from.say(kPlan)}, {from.say(kState)}, {from.say(kOutlook)}, {from.say(kFraction)}};
    for (const IndicatorCard& card : page.cards) {
        const std::string outlook = card.outlook_figure.text.empty() ? card.outlook_text : card.outlook_figure.text + (card.outlook_text.empty() ? "" : ", " + card.outlook_text);
        block.rows.push_back({{.text = card.name}, cell_of(bare(card.fact), from.lang), {.text = card.plan_text}, {.text = card.missing.empty() ? card.status : card.missing}, {.text = outlook}, {.text = card.fraction}});
    }
}

/// A small multiple by itself: fact and plan by month.
void fill_card(PageBlock& block, const IndicatorCard& card, const BlockSource& from) {
    block.note = card.subtitle;
    block.words = card.outlook_text;
    block.columns = {{from.say(card.is_since_january ? Phrase{"С января по месяц", "January up to"} : card.step > 1 ? Phrase{"Квартал", "Quarter"} : Phrase{"Месяц", "Month"})}, {from.say(kFact), true}};
    for (const auto& [month, value] : card.facts) block.rows.push_back({{.text = point_name(month, card.step, from.lang)}, cell_of(format_decimal(value, 1, from.lang), from.lang)});
}

}  // namespace

std::vector<BlockName> names_of(const RatingPage& page, Lang lang) {
    std::vector<BlockName> names = {{"rating", page.caption.empty() ? std::string{kRating.in(lang)} : page.caption, false}};
    if (!page.funnel.empty()) names.push_back({"funnel", std::string{kFunnel.in(lang)}, true});
    if (!page.weights.empty()) names.push_back({"weights", std::string{kWeights.in(lang)}, false});
    add_names(names, page.listings);
    return names;
}

void fill(PageBlock& block, const RatingPage& page, const BlockSource& from) {
    if (fill_from(block, page.listings, from.lang)) return;
    if (block.id == "rating") fill_rating(block, page, from);
    else if (block.id == "funnel") fill_funnel(block, page, from);
    else if (block.id == "weights") fill_weights(block, page, from);
}

std::optional<Scene> picture_of(const RatingPage& page, std::string_view id, double width, Lang lang) {
    if (id == "funnel" && !page.funnel.empty()) return funnel(page, width, width * 0.75, lang);
    return std::nullopt;
}

std::vector<BlockName> names_of(const IndicatorsPage& page, Lang lang) {
    std::vector<BlockName> names = {{"indicators", std::string{kIndicators.in(lang)}, false}};
    for (const IndicatorCard& card : page.cards) names.push_back({card_block(card), card.name, true});
    add_names(names, page.listings);
    return names;
}

void fill(PageBlock& block, const IndicatorsPage& page, const BlockSource& from) {
    if (fill_from(block, page.listings, from.lang)) return;
    if (block.id == "indicators") fill_indicators(block, page, from);
    for (const IndicatorCard& card : page.cards)
        if (card_block(card) == block.id) fill_card(block, card, from);
}

std::optional<Scene> picture_of(const IndicatorsPage& page, std::string_view id, double width, Lang lang) {
    for (const IndicatorCard& card : page.cards)
        if (card_block(card) == id) return indicator_trend(card, width, width * 0.58, lang);
    return std::nullopt;
}

}  // namespace problemator
