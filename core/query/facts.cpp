// Facts: thirteen marks and the rating packed into 16 bits, then numbered densely in the order of their first row.
#include "core/query/facts.hpp"

#include <algorithm>

namespace problemator {
namespace {

constexpr std::uint32_t kUnseen = UINT32_MAX;
constexpr std::size_t kFewRows = 1024;   // with fewer, clearing the table of 65,536 codes would cost more than the rows

/// Marks that a Tally counts lie at the bits 1…6, 10…15 and 17; the rating follows from 0…5.
std::uint32_t packed(Marks marks, std::uint8_t rating) {
    return (marks >> 1 & 0x3F) | (marks >> 10 & 0x3F) << 6 | (marks >> 17 & 1) << 12 | std::min<std::uint32_t>(rating, 7) << 13;
}

Tally tally_of(Marks marks, std::uint8_t rating) {
    const auto is = [marks](Mark m) { return has(marks, m) ? 1u : 0u; };
    Tally t;
    t.n = 1;
    t.open = is(Mark::Open);
    t.overdue_now = is(Mark::OverdueNow);
    t.due_soon = is(Mark::DueSoon);
    t.decided = is(Mark::Decided);
    t.in_time = is(Mark::InTime);
    t.closed = is(Mark::Closed);
    t.repeats = is(Mark::Repeat);
    t.fast_track = is(Mark::FastTrack);
    t.fast_eligible = is(Mark::FastEligible);
    t.fast_in_time = is(Mark::FastTrack) & is(Mark::InTime);
    t.auto_routed = is(Mark::AutoRouted);
    t.auto_control = is(Mark::AutoControl);
    t.rated = rating > 0 ? 1 : 0;
    t.rated_high = rating > 3 ? 1 : 0;
    t.rating_sum = rating;
    t.gratitude = is(Mark::Gratitude);
    t.consultation = is(Mark::Consultation);
    return t;
}

template <class RowAt>
Facts number_facts(const Table& table, std::size_t count, RowAt row_at) {
    std::vector<std::uint32_t> code_of(1u << 16, kUnseen);
    Facts facts;
    facts.code.resize(count);
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t row = row_at(i);
        std::uint32_t& code = code_of[packed(table.marks[row], table.rating[row])];
        if (code == kUnseen) {
            code = static_cast<std::uint32_t>(facts.tally.size());
            facts.tally.push_back(tally_of(table.marks[row], table.rating[row]));
        }
        facts.code[i] = static_cast<std::uint16_t>(code);
    }
    return facts;
}

/// Every row is a kind of its own.
Facts facts_one_by_one(const Table& table, const std::vector<std::uint32_t>& rows) {
    Facts facts;
    for (const auto row : rows) {
        facts.code.push_back(static_cast<std::uint16_t>(facts.tally.size()));
        facts.tally.push_back(tally_of(table.marks[row], table.rating[row]));
    }
    return facts;
}

}  // namespace

Facts facts_of(const Table& table) {
    return number_facts(table, table.rows(), [](std::size_t i) { return i; });
}

Facts facts_of(const Table& table, const std::vector<std::uint32_t>& rows) {
    if (rows.size() <= kFewRows) return facts_one_by_one(table, rows);
    return number_facts(table, rows.size(), [&rows](std::size_t i) { return rows[i]; });
}

}  // namespace problemator
