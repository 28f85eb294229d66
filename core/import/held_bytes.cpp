#include "core/import/held_bytes.hpp"

#include <algorithm>

#include "core/import/encoding.hpp"

namespace problemator {
namespace {

constexpr std::size_t kSlice = std::size_t{1} << 20, kHead = 4096;

Error too_large(std::uint64_t limit) {
    return {.fault = Fault::TooLarge, .expected = "≤ " + std::to_string(limit >> 20) + " MiB"};
}

/// In slices, so that a size that is not true costs one slice of memory.
Result<std::string> copy_of(const ByteSource& source) {
    std::string bytes;
    while (bytes.size() < source.size()) {
        const std::size_t begin = bytes.size();
        bytes.resize(begin + static_cast<std::size_t>(std::min<std::uint64_t>(kSlice, source.size() - begin)));
        TRY(const std::size_t got, source.read(begin, std::span{bytes}.subspan(begin)));
        bytes.resize(begin + got);
        if (got == 0) break;
    }
    return bytes;
}

}  // namespace

Result<std::shared_ptr<const ByteSource>> hold_bytes(const std::shared_ptr<const ByteSource>& source, std::uint64_t limit) {
    if (source->view()) return source;
    if (source->size() > limit) return too_large(limit);
    TRY(auto bytes, copy_of(*source));
    return std::shared_ptr<const ByteSource>{std::make_shared<OwnedBytes>(std::move(bytes))};
}

Result<std::shared_ptr<const ByteSource>> hold_text(const std::shared_ptr<const ByteSource>& source, std::uint64_t limit) {
    TRY(auto held, hold_bytes(source, limit));
    const std::string_view bytes = *held->view();
    if (!looks_utf16(bytes.substr(0, kHead))) return held;
    if (bytes.size() > limit) return too_large(limit);
    TRY(const auto guess, guess_encoding(bytes.substr(0, kHead), bytes.size() > kHead ? Head::Beginning : Head::WholeFile));
    return std::shared_ptr<const ByteSource>{std::make_shared<OwnedBytes>(utf8_from_utf16(bytes, guess.encoding))};
}

}  // namespace problemator
