#include "core/import/byte_source.hpp"

#include <algorithm>
#include <cstring>

namespace problemator {
namespace {

std::size_t copy_from(std::string_view bytes, std::uint64_t offset, std::span<char> out) {
    if (offset >= bytes.size()) return 0;
    const std::string_view rest = bytes.substr(static_cast<std::size_t>(offset), out.size());
    if (!rest.empty()) std::memcpy(out.data(), rest.data(), rest.size());
    return rest.size();
}

}  // namespace

Result<std::size_t> BorrowedBytes::read(std::uint64_t offset, std::span<char> out) const { return copy_from(bytes_, offset, out); }
Result<std::size_t> OwnedBytes::read(std::uint64_t offset, std::span<char> out) const { return copy_from(bytes_, offset, out); }

}  // namespace problemator
