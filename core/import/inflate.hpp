// Inflate: DEFLATE streams through zlib, in slices, held to the bounds against bombs while they grow.
#pragma once
#include <cstdint>
#include <memory>
#include <string>

#include "core/import/byte_stream.hpp"
#include "core/import/formats.hpp"

namespace problemator {

enum class Wrapping : std::uint8_t { None, Gzip };   // members of a ZIP have none; a gzip file may hold several streams in a row

/// Unpacks `packed`. Errors: Damaged, Truncated, TooLarge with the name of the limit.
std::unique_ptr<ByteStream> open_inflate(std::unique_ptr<ByteStream> packed, Wrapping wrapping, const PartLimits& limits, std::shared_ptr<UnpackBudget> budget);

/// All of a stream; TooLarge beyond shared_bytes. `likely` bytes are made room for when `packed` bytes can hold so much.
Result<std::string> read_all(ByteStream& stream, const PartLimits& limits, std::uint64_t likely, std::uint64_t packed);

/// «limit “rows”: ≤ 4000000»: the name of the limit, and the piece that passed it.
Error beyond_limit(const char* limit, std::uint64_t most, std::string piece = {});

}  // namespace problemator
