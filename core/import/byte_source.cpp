#include "core/import/byte_source.hpp"

#include <algorithm>
#include <cstring>
#include <vector>

#include "core/base/hash.hpp"

namespace problemator {
namespace {

constexpr std::size_t kSlice = std::size_t{1} << 18;

std::size_t copy_from(std::string_view bytes, std::uint64_t offset, std::span<char> out) {
    if (offset >= bytes.size()) return 0;
    const std::string_view rest = bytes.substr(static_cast<std::size_t>(offset), out.size());
    if (!rest.empty()) std::memcpy(out.data(), rest.data(), rest.size());
    return rest.size();
}

std::span<const std::uint8_t> as_bytes(std::string_view text) { return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()}; }

}  // namespace

Result<std::size_t> BorrowedBytes::read(std::uint64_t offset, std::span<char> out) const { return copy_from(bytes_, offset, out); }
Result<std::size_t> OwnedBytes::read(std::uint64_t offset, std::span<char> out) const { return copy_from(bytes_, offset, out); }

Result<std::string> sha256_of(const ByteSource& source) {
    if (auto known = source.known_sha256()) return *std::move(known);
    if (const auto view = source.view()) return sha256_hex(as_bytes(*view));
    Sha256 digest;
    std::vector<char> slice(kSlice);
    for (std::uint64_t at = 0;;) {
        TRY(const std::size_t got, source.read(at, slice));
        digest.add(as_bytes({slice.data(), got}));
        if (got < slice.size()) return digest.hex();
        at += got;
    }
}

}  // namespace problemator
