// Indicator counts: a numerator or a denominator of a target indicator by month, from the marks of the table or from a register.
#pragma once
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/model/scope.hpp"
#include "core/schema/indicator_term.hpp"

namespace problemator {

using MonthCounts = std::map<Month, std::uint32_t>;

/// Messages that a measure counts: rows with every mark of `with` and, when it is not empty, one of `either`.
struct CountedRows { std::string_view measure; Basis basis = Basis::Received; Marks with = 0, either = 0; };
const CountedRows* find_measure(std::string_view measure);   // null when there is none

/// Rows by month of `rows.basis`, from the first month of the table to `last`; months without rows may be absent.
MonthCounts count_messages(const Scope& scope, const CountedRows& rows, Month last);
/// Rows whose topic or block the road maps name. `rows`: of which messages.
MonthCounts count_topics(const Scope& scope, const IndicatorTerm& term, const Register& entries, const CountedRows& rows, Month last);
/// Entries by month: of the months that `timed` speaks of, or of `last` alone when it is a list without months.
MonthCounts count_entries_by_month(const Register& entries, const IndicatorTerm& term, const Register& timed, Month last);

/// Names in the register's field «topic» (folded) that are neither a topic nor a block of the profile.
std::vector<std::string> unknown_topics(const Scope& scope, const IndicatorTerm& term, const Register& entries, Month month);

}  // namespace problemator
