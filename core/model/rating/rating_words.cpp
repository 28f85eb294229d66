// Words of the rating's listings: intervals, times, groups, and what a share is set against.
#include "core/base/format.hpp"
#include "core/model/names.hpp"
#include "core/model/rating/rating_parts.hpp"
#include "core/model/reason_words.hpp"

namespace problemator {

std::string RatingFindings::name(Code unit) const { return short_name_of(scope.world, dimension(), unit, scope.lang); }

std::string RatingFindings::full_name(Code unit) const { return name_of(scope.world, dimension(), unit, scope.lang); }

State RatingFindings::rows(Code unit, Basis basis, Marks marks) const {
    State state = with_marks(rows_state(scope, basis, period), marks);
    return unit == kNotGiven ? state : with_code(std::move(state), scope.table, dimension(), unit);
}

const UnitWords& unit_words(Rated rated) {
    static constexpr UnitWords departments = {{"Подразделение", "Department"}, {"подразделения", "department"}, {"подразделений", "departments"}, {"Подразделения", "Departments"}};
    static constexpr UnitWords territories = {{"Территория", "Territory"}, {"территории", "territory"}, {"территорий", "territories"}, {"Территории", "Territories"}};
    return rated == Rated::Territories ? territories : departments;
}

std::string range_words(double low, double high, int digits, Lang lang) {
    const std::string from = format_decimal(low, digits, lang), until = format_decimal(high, digits, lang);
    return from == until ? from : from + "–" + until;
}

std::string days_words(Minute minutes, Lang lang) {
    return format_decimal(minutes / static_cast<double>(kMinutesPerDay), 1, lang) + std::string{Phrase{"\u00A0дн.", "\u00A0d"}.in(lang)};
}

std::string time_interval_words(const TimeQuantile& time, Lang lang) {
    const auto days = [](std::int32_t minutes) { return minutes / static_cast<double>(kMinutesPerDay); };
    if (time.low && time.high) return range_words(days(*time.low), days(*time.high), 1, lang);
    if (time.low) return std::string{Phrase{"от ", "from "}.in(lang)} + format_decimal(days(*time.low), 1, lang);
    if (time.high) return std::string{Phrase{"до ", "up to "}.in(lang)} + format_decimal(days(*time.high), 1, lang);
    return std::string{kNone};
}

std::string places_words(const RankRange& range) {
    return range.low == range.high ? std::to_string(range.low) : std::to_string(range.low) + "–" + std::to_string(range.high);
}

Phrase aspect_name(Aspect aspect) {
    switch (aspect) {
        case Aspect::Quantity: return {"Количество", "Quantity"};
        case Aspect::Terms: return {"Ответы в срок", "Answers in time"};
        case Aspect::Completeness: return {"Полнота ответа", "Completeness"};
        case Aspect::Satisfaction: return {"Оценка жителя", "Residents' rating"};
    }
    return {"–", "–"};
}

Phrase group_name(RatingGroup group) {
    switch (group) {
        case RatingGroup::None: case RatingGroup::Few: return {"мало данных", "little data"};
        case RatingGroup::Worse: return {"хуже", "worse"};
        case RatingGroup::Within: return {"в пределах", "within chance"};
        case RatingGroup::Better: return {"лучше", "better"};
    }
    return {"–", "–"};
}

ListingCell plain_cell(std::string text, Tone tone) {
    ListingCell cell;
    cell.figure.text = std::move(text);
    cell.tone = tone;
    return cell;
}

ListingCell linked_cell(Figure figure, Tone tone) {
    ListingCell cell;
    cell.figure = std::move(figure);
    cell.tone = tone;
    return cell;
}

void add_comparison(Figure& figure, const RatingUnit& unit, const Scope& scope) {
    const Lang lang = scope.lang;
    const auto add = [&](Phrase label, std::string text) { figure.why.emplace_back(label.in(lang), std::move(text)); };
    if (!unit.late.ratio) return add({"Ожидалось", "Expected"}, std::string{reason_words(unit.late.ratio.reason).in(lang)});
    if (is_hidden_count(scope.world, static_cast<std::uint32_t>(unit.late.observed))) return;
    add({"Опозданий", "Late"}, format_count(static_cast<std::int64_t>(unit.late.observed), lang) + std::string{Phrase{", ожидалось ", ", expected "}.in(lang)} + format_decimal(unit.late.expected, 1, lang));
    add({"Факт / ожидание", "Fact / expected"}, format_decimal(unit.late.ratio->value, 2, lang) + " (" + range_words(unit.late.ratio->low, unit.late.ratio->high, 2, lang) + ")");
    if (unit.limit) add({"Пределы с учётом разброса", "Limits with the spread"}, range_words(unit.limit->low95, unit.limit->high95, 2, lang));
    if (!scope.state.is_unadjusted) add({"Та же тема у других", "Same topic elsewhere"}, format_count(static_cast<std::int64_t>(unit.alike), lang) + std::string{Phrase{" из ", " of "}.in(lang)} + format_count(static_cast<std::int64_t>(unit.late.n), lang) +
        std::string{unit.alike < unit.late.n ? Phrase{"; остальные — с тем же каналом", "; the others: same channel"}.in(lang) : ""});
    add({"Группа", "Group"}, std::string{group_name(unit.group).in(lang)});
}

}  // namespace problemator
