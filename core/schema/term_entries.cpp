#include "core/schema/term_entries.hpp"

#include <algorithm>
#include <map>

#include "core/base/text.hpp"

namespace problemator {
namespace {

Day day_at(const std::vector<Day>* days, std::size_t row) { return days ? (*days)[row] : kNoDay; }

const std::vector<Day>* days_of(const Register& entries, std::string_view field) {
    const auto at = entries.form.find(field);
    return at && entries.columns[*at].days.size() == entries.rows() ? &entries.columns[*at].days : nullptr;
}

/// Is "*" asked of a date? Then the month decides whether it is given yet.
bool is_of_days(const Register& entries, const TermCondition& condition) {
    const auto field = entries.form.find(condition.field);
    return field && entries.form.fields[*field].type == ValueType::Date && condition.is != TermCondition::Is::AtLeast && condition.value == "*";
}

/// Clears the rows that do not meet a condition which no month changes.
void keep_meeting(std::vector<std::uint8_t>& rows, const Register& entries, const TermCondition& condition) {
    const auto field = entries.form.find(condition.field);
    const std::string asked = fold(condition.value);
    const double least = whole_number(condition.value).value_or(0);
    const auto meets = [&](std::size_t row) {
        const RegisterCell cell = entries.cell(*field, row);
        if (condition.is == TermCondition::Is::AtLeast) return cell.number && *cell.number >= least;
        const bool is_equal = condition.value == "*" ? cell.is_given() : (cell.answer == Answer::Yes ? "yes" : cell.answer == Answer::No ? "no" : fold(cell.text)) == asked;
        return is_equal == (condition.is == TermCondition::Is::Equal);
    };
    for (std::size_t row = 0; row < rows.size(); ++row) rows[row] = rows[row] != 0 && field && meets(row) ? 1 : 0;
}

/// Values of a field of one entry, folded; a list is taken apart.
std::vector<std::string> values_at(const Register& entries, std::size_t field, std::size_t row) {
    const std::string& text = entries.columns[field].texts[row];
    std::vector<std::string> values;
    for (const std::string_view part : entries.form.fields[field].is_list ? split(text, ';') : std::vector<std::string_view>{text})
        if (std::string key = fold(part); !key.empty()) values.push_back(std::move(key));
    return values;
}

}  // namespace

TermEntries::TermEntries(const Register& entries, const IndicatorTerm& term)
    : counts_values_{!term.different.empty()}, any_period_{term.any_period}, meets_(entries.rows(), 1),
      own_{days_of(entries, entries.form.period)}, from_{days_of(entries, entries.form.from)}, until_{days_of(entries, entries.form.until)} {
    for (const TermCondition& condition : term.conditions) {
        if (is_of_days(entries, condition)) by_day_.push_back({days_of(entries, condition.field), condition.is});
        else keep_meeting(meets_, entries, condition);
    }
    const auto field = entries.form.find(term.different);
    if (!counts_values_ || !field || entries.columns[*field].texts.empty()) return;
    std::map<std::string, std::uint32_t> numbers;
    values_.resize(entries.rows());
    for (std::size_t row = 0; row < values_.size(); ++row)
        for (std::string& value : values_at(entries, *field, row)) values_[row].push_back(numbers.emplace(std::move(value), static_cast<std::uint32_t>(numbers.size())).first->second);
}

bool TermEntries::is_of_month(std::size_t row, Day first, Day until) const {
    if (const Day own = day_at(own_, row); own != kNoDay) return own < until && (any_period_ || own >= first);
    const Day begun = day_at(from_, row), ended = day_at(until_, row);
    return begun < until && (any_period_ || ended == kNoDay || ended >= first);
}

std::vector<std::uint32_t> TermEntries::of_month(Month month) const {
    const Day first = first_day_of_month(month), until = first_day_of_month(month + 1);
    const auto is_met = [&](const DayCondition& condition, std::size_t row) {
        const Day day = (*condition.days)[row];
        return (day != kNoDay && day < until) == (condition.is == TermCondition::Is::Equal);
    };
    std::vector<std::uint32_t> rows;
    for (std::size_t row = 0; row < meets_.size(); ++row) {
        if (meets_[row] == 0 || !is_of_month(row, first, until)) continue;
        if (std::all_of(by_day_.begin(), by_day_.end(), [&](const DayCondition& condition) { return is_met(condition, row); })) rows.push_back(static_cast<std::uint32_t>(row));
    }
    return rows;
}

std::uint32_t TermEntries::count(const std::vector<std::uint32_t>& rows) const {
    if (!counts_values_) return static_cast<std::uint32_t>(rows.size());
    std::vector<std::uint32_t> values;
    for (const std::uint32_t row : rows)
        if (!values_.empty()) values.insert(values.end(), values_[row].begin(), values_[row].end());
    std::sort(values.begin(), values.end());
    return static_cast<std::uint32_t>(std::unique(values.begin(), values.end()) - values.begin());
}

std::vector<std::uint32_t> entries_of_month(const Register& entries, const IndicatorTerm& term, Month month) { return TermEntries{entries, term}.of_month(month); }

std::vector<std::string> values_of(const Register& entries, std::string_view field, const std::vector<std::uint32_t>& rows) {
    std::vector<std::string> values;
    const auto at = entries.form.find(field);
    if (!at || entries.columns[*at].texts.empty()) return values;
    for (const auto row : rows)
        for (std::string& value : values_at(entries, *at, row)) values.push_back(std::move(value));
    std::sort(values.begin(), values.end());
    values.erase(std::unique(values.begin(), values.end()), values.end());
    return values;
}

std::vector<Month> months_of(const Register& entries) {
    std::vector<Month> months;
    for (std::size_t row = 0; row < entries.rows(); ++row)
        if (const Day day = day_at(days_of(entries, entries.form.period), row); day != kNoDay) months.push_back(month_from_day(day));
    std::sort(months.begin(), months.end());
    months.erase(std::unique(months.begin(), months.end()), months.end());
    return months;
}

}  // namespace problemator
