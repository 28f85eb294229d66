// Term entries: which entries of a register a term of an indicator counts, month by month.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/schema/indicator_term.hpp"
#include "core/schema/register.hpp"

namespace problemator {

/// The entries of a register as one term reads them: words are compared once, and every month is then a comparison of days.
/// pre: the term is of this register's form; `entries` outlives it.
class TermEntries {
public:
    TermEntries(const Register& entries, const IndicatorTerm& term);
    /// Entries of the month that meet the conditions, in their order.
    std::vector<std::uint32_t> of_month(Month month) const;
    /// How many of them the term counts: entries, or different values.
    std::uint32_t count(const std::vector<std::uint32_t>& rows) const;

private:
    struct DayCondition { const std::vector<Day>* days; TermCondition::Is is; };   // "*" of a date: given by the end of the month
    bool is_of_month(std::size_t row, Day first, Day until) const;
    bool counts_values_ = false, any_period_ = false;
    std::vector<std::uint8_t> meets_;                                  // by row: every condition that no month changes
    std::vector<DayCondition> by_day_;
    const std::vector<Day>* own_ = nullptr;                            // of the form's period, from and until; null where it has no such field
    const std::vector<Day>* from_ = nullptr;
    const std::vector<Day>* until_ = nullptr;
    std::vector<std::vector<std::uint32_t>> values_;                   // by row: numbers of the values of the counted field
};

/// TermEntries::of_month() of one month.
std::vector<std::uint32_t> entries_of_month(const Register& entries, const IndicatorTerm& term, Month month);
/// Values of a field (lists taken apart) among the entries, folded, sorted, each once. `field`: a text or category.
std::vector<std::string> values_of(const Register& entries, std::string_view field, const std::vector<std::uint32_t>& rows);
/// The months of which some entry speaks by a day of its own, ascending.
std::vector<Month> months_of(const Register& entries);

}  // namespace problemator
