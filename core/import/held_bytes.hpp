// Formats that point back and forth inside themselves (JSON, HTML, XLS) want all bytes in one piece: where they lie, or copied once.
#pragma once
#include <cstdint>
#include <memory>

#include "core/import/byte_source.hpp"

namespace problemator {

/// A source whose view() is there: `source` itself, or a copy of its bytes. TooLarge when a copy would pass `limit`.
Result<std::shared_ptr<const ByteSource>> hold_bytes(const std::shared_ptr<const ByteSource>& source, std::uint64_t limit);
/// As hold_bytes; UTF-16, by its mark or its zero bytes, becomes UTF-8.
Result<std::shared_ptr<const ByteSource>> hold_text(const std::shared_ptr<const ByteSource>& source, std::uint64_t limit);

}  // namespace problemator
