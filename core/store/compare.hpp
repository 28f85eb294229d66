// Compare: how one week's set of messages became the next one's, by key.
#pragma once
#include "core/store/table.hpp"

namespace problemator {

struct TableChange { std::uint32_t added = 0, updated = 0, kept = 0, gone = 0; };
/// added: keys that only `now` has; gone: only `before`; updated: names, times, rating or flags of the source differ. Texts and points are
/// not compared, because a published table has none; keys that publishing has hidden («pos:~12») say nothing and are not counted.
TableChange compare_tables(const Table& before, const Table& now);

}  // namespace problemator
