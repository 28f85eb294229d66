// Facts: what a Tally counts about a row, as one small code, so that counting a row is one increment of a histogram.
// Real tables have a few hundred different codes; a Tally of a group is the sum over them at the end.
#pragma once
#include <cstdint>
#include <vector>

#include "core/query/tally.hpp"

namespace problemator {

struct Facts {
    std::vector<std::uint16_t> code;   // per row
    std::vector<Tally> tally;          // per code: the tally of one such row
};

Facts facts_of(const Table& table);
/// Facts of the rows listed only: code[i] belongs to rows[i].
Facts facts_of(const Table& table, const std::vector<std::uint32_t>& rows);

}  // namespace problemator
