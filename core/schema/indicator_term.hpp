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
};

/// The words of a filter of messages. Names of dimensions are those of the profile, by id.
struct TermRows {
    std::string basis = "received";
    std::vector<std::string> with, without;                            // marks: "rated", "late", …
    std::array<std::vector<std::string>, kDimensions> keep;            // ids; empty = all
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
};

/// Measures of messages, marks and bases that a term may name.
std::span<const std::string_view> message_measures();
std::span<const std::string_view> message_marks();
std::span<const std::string_view> message_bases();
/// An Error has the piece that is wrong and the nearest known word; no place.
Result<IndicatorTerm> parse_term(std::string_view text);

/// Entries of the month that meet the conditions, in their order. pre: the term is of this register's form
std::vector<std::uint32_t> entries_of_month(const Register& entries, const IndicatorTerm& term, Month month);
/// How many of them the term counts: entries, or different values.
std::uint32_t count_entries(const Register& entries, const IndicatorTerm& term, const std::vector<std::uint32_t>& rows);
/// Values of a field (lists taken apart) among the entries, folded, sorted, each once. `field`: a text or category.
std::vector<std::string> values_of(const Register& entries, std::string_view field, const std::vector<std::uint32_t>& rows);
/// The months of which some entry speaks by a day of its own, ascending.
std::vector<Month> months_of(const Register& entries);

}  // namespace problemator
