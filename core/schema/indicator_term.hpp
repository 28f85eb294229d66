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
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.hpp"
#include "core/schema/dimension.hpp"

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
/// The number of «field>=number»; none when it is not a whole one.
std::optional<double> whole_number(std::string_view text);
/// An Error has the piece that is wrong and the nearest known word; no place.
Result<IndicatorTerm> parse_term(std::string_view text);

}  // namespace problemator
