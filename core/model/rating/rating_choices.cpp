// What the reader chooses over the rating — period, who is rated, the adjustment, the paper — and the words under its table.
#include "core/base/format.hpp"
#include "core/model/rating/rating_parts.hpp"
#include "core/model/reports/report_kinds.hpp"

namespace problemator {
namespace {

std::vector<Choice> span_choices(const Scope& scope) {
    constexpr std::pair<RatingSpan, Phrase> all[] = {{RatingSpan::FourWeeks, {"4 недели", "4 weeks"}}, {RatingSpan::Quarter, {"13 недель", "13 weeks"}}, {RatingSpan::YearToDate, {"С начала года", "Year to date"}}};
    std::vector<Choice> out;
    for (const auto& [span, name] : all) {
        State state = scope.state;
        state.span = span;
        state.period.reset();
        out.push_back({std::string{name.in(scope.lang)}, to_hash(state), !scope.state.period && scope.state.span == span});
    }
    return out;
}

std::vector<Choice> subject_choices(const Scope& scope) {
    std::vector<Choice> out;
    for (const Rated rated : {Rated::Departments, Rated::Territories}) {
        State state = on_screen(scope.state, Screen::Rating);   // a department that was opened or compared is no territory
        state.rated = rated;
        out.push_back({std::string{unit_words(rated).many.in(scope.lang)}, to_hash(state), scope.state.rated == rated});
    }
    return out;
}

Choice adjustment_choice(const Scope& scope) {
    State state = scope.state;
    state.is_unadjusted = !state.is_unadjusted;
    return {std::string{Phrase{"С поправкой на темы и каналы", "Adjusted for topics and channels"}.in(scope.lang)}, to_hash(state), !scope.state.is_unadjusted};
}

Choice report_choice(const Scope& scope) {
    State state = on_screen(scope.state, Screen::Reports);
    state.paper = kRatingReport;
    return {std::string{Phrase{"Таблица для отчёта", "Table for a report"}.in(scope.lang)}, to_hash(state), false};
}

constexpr Phrase kFairFoot = {". Черта — интервал 95 %; зелёный и красный — достоверно лучше и хуже, чем у других на тех же темах, каналах и месяцах", ". Line: 95 % interval; green and red: reliably better and worse than others on the same topics, channels and months"};
constexpr Phrase kRawFoot = {". Черта — интервал 95 %; зелёный и красный — достоверно лучше и хуже среднего, без поправки на темы и каналы", ". Line: 95 % interval; green and red: reliably better and worse than the mean, not adjusted for topics and channels"};
constexpr Phrase kFootRest = {". Медиана — с учётом открытых. Балл и место — по весам профиля, от поправки не зависят", ". Median: open ones included. Score and place follow the weights of the profile, not the adjustment"};

}  // namespace

void add_choices(RatingPage& page, const Scope& scope) {
    const UnitWords& words = unit_words(scope.state.rated);
    page.spans = span_choices(scope);
    page.subjects = subject_choices(scope);
    page.adjustment = adjustment_choice(scope);
    page.report = report_choice(scope);
    page.unit_title = words.one.in(scope.lang);
    page.caption = std::string{Phrase{"Рейтинг ", "Rating of "}.in(scope.lang)} + std::string{words.of_many.in(scope.lang)};
}

std::string footnote_of(const RatingPage& page, const Scope& scope) {
    if (!page.mean) return {};
    return std::string{Phrase{"Пунктир — среднее, ", "Dashed: mean, "}.in(scope.lang)} + format_percent(*page.mean, 1, scope.lang) + std::string{(scope.state.is_unadjusted ? kRawFoot : kFairFoot).in(scope.lang)} + std::string{kFootRest.in(scope.lang)};
}

}  // namespace problemator
