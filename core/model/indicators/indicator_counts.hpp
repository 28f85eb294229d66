// Indicator counts: a numerator or a denominator of a target indicator by month, from the marks of the table or from a register.
#pragma once
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/model/scope.hpp"
#include "core/schema/term_entries.hpp"

namespace problemator {

using MonthCounts = std::map<Month, std::uint32_t>;

/// Codes of topics and of whole blocks that the entries of a month name.
struct NamedCodes { std::vector<bool> topics, blocks; std::vector<std::string> unknown; };

/// Messages that a term counts: rows with every mark of `with`, none of `without` and, when it is not empty, one of `either`.
struct CountedRows {
    Basis basis = Basis::Received;
    Marks with = 0, without = 0, either = 0;
    std::array<std::vector<std::string>, kDimensions> keep{};   // ids, sorted; empty = all
};
/// nullopt when the term is not about messages.
std::optional<CountedRows> rows_of_term(const IndicatorTerm& term);
/// Only rows that both count: what `of` asks is asked of `rows` too. Their bases are not looked at.
void narrow(CountedRows& rows, const CountedRows& of);
/// The link that lists them. `either` cannot be said in a link.
State counted_state(const Scope& scope, const CountedRows& rows, const Period& period);

/// All: from the first month of the table to `last`; Last: of `last` alone, for who shows no history.
enum class MonthSpan : std::uint8_t { All, Last };
/// Rows by month of `rows.basis`; months without rows may be absent.
MonthCounts count_messages(const Scope& scope, const CountedRows& rows, Month last, MonthSpan span);
/// Rows whose topic or block the road maps name. `rows`: of which messages.
MonthCounts count_topics(const Scope& scope, const IndicatorTerm& term, const Register& entries, const CountedRows& rows, Month last, MonthSpan span);
/// Entries by month: of the months that `timed` speaks of, or of `last` alone when it is a list without months.
MonthCounts count_entries_by_month(const Scope& scope, const Register& entries, const IndicatorTerm& term, const Register& timed, Month last);

/// Names in the register's field «topic» (folded) that are neither a topic nor a block of the profile.
std::vector<std::string> unknown_topics(const Scope& scope, const IndicatorTerm& term, const Register& entries, Month month);

}  // namespace problemator
