// IndicatorTerm: a numerator or denominator of a target indicator as a profile writes it —
//   "in_time"                                   messages, by a measure of the table
//   "messages?basis=closed&with=rated"          messages, by a filter as --filter and links write it
//   "register:hearings?through_pos=yes"         entries of a register
//   "register:pages.institution?active=yes"     different values of one field among them
//   "topics:road_maps?done=*"                   messages whose topic the entries name
// Conditions are joined by "&": field=value, field!=value, field>=number; "*" is any given value. A date that lies after the month is
// not given yet. "any_period" takes every entry known by the end of the month, of whatever month it speaks.
#pragma once
#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.hpp"
#include "core/schema/dimension.hpp"
#include "core/schema/register.hpp"

namespace problemator {

struct TermCondition {
    enum class Is : std::uint8_t { Equal, Different, AtLeast };
    std::string field;
    Is is = Is::Equal;
    std::string value;
    friend bool operator==(const TermCondition&, const TermCondition&) = default;
};

/// The words of a filter of messages. Names of dimensions are those of the profile, by id.
struct TermRows {
    std::string basis = "received";
    std::vector<std::string> with, without;                            // marks: "rated", "late", …
    std::array<std::vector<std::string>, kDimensions> keep;            // ids; empty = all
    friend bool operator==(const TermRows&, const TermRows&) = default;
};

struct IndicatorTerm {
    enum class Of : std::uint8_t { Messages, Rows, Entries, Topics };
    Of of = Of::Messages;
    std::string measure;                 // of messages
    TermRows rows{};                     // of rows
    std::string register_id;
    std::string different;               // field whose values are counted once each; empty = entries are counted
    std::vector<TermCondition> conditions;
    bool any_period = false;
    friend bool operator==(const IndicatorTerm&, const IndicatorTerm&) = default;
};

/// Measures of messages, marks and bases that a term may name.
std::span<const std::string_view> message_measures();
std::span<const std::string_view> message_marks();
std::span<const std::string_view> message_bases();
/// An Error has the piece that is wrong and the nearest known word; no place.
Result<IndicatorTerm> parse_term(std::string_view text);

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
