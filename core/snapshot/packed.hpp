// Packed columns: integers as a base and offsets of the least whole number of bytes. A constant column takes 16 bytes.
#pragma once
#include <cstdint>
#include <optional>
#include <vector>

#include "core/snapshot/layout.hpp"

namespace problemator::layout {

inline constexpr std::size_t kPackedHeader = 16;                // width, has_none, base
inline constexpr std::int64_t kNone = INT64_MIN;                // "no value" among the values of a column

/// pre: values other than kNone differ by less than 2^32 - 1.
void pack(std::vector<std::uint8_t>& out, const std::vector<std::int64_t>& values);
/// Bytes that a column of `rows` takes at the front of `bytes`; nullopt when they are not there.
std::optional<std::size_t> packed_size(Bytes bytes, std::size_t rows);
/// Values of a column, every one in [low, high] (or kNone where the column may have it); nullopt when one is not.
/// pre: packed_size(bytes, rows) is known.
std::optional<std::vector<std::int64_t>> unpack(Bytes bytes, std::size_t rows, std::int64_t low, std::int64_t high);

}  // namespace problemator::layout
