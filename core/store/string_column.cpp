#include "core/store/string_column.hpp"

#include <algorithm>

namespace problemator {
namespace {

constexpr std::size_t kMostAtOnce = 32;               // pieces of a block that no string asks for: 2 MiB

}  // namespace

StringColumn::StringColumn(const StringColumn& other) {
    reserve(other.size());
    for (std::size_t row = 0; row < other.size(); ++row) push(other[row]);
}

StringColumn& StringColumn::operator=(const StringColumn& other) {
    if (this != &other) *this = StringColumn{other};
    return *this;
}

/// Blocks grow with the column, up to a limit: a small table takes little, a large one asks seldom.
bool StringColumn::add_block(std::size_t size) {
    const std::size_t asked = (size >> kPieceBits) + 1;
    if (asked > kMostPieces - std::min(pieces_.size(), kMostPieces)) return false;
    const std::size_t pieces = std::max(asked, std::min({std::max<std::size_t>(pieces_.size() / 2, 1), kMostAtOnce, kMostPieces - pieces_.size()}));
    char* const block = blocks_.emplace_back(new char[pieces << kPieceBits]).get();   // not filled with zeros
    end_ = static_cast<std::uint64_t>(pieces_.size()) << kPieceBits;
    for (std::size_t i = 0; i < pieces; ++i) pieces_.push_back(block + (i << kPieceBits));
    return true;
}

void StringColumn::reorder(std::span<const std::uint32_t> rows) {
    std::vector<Place> ordered;
    ordered.reserve(rows.size());
    for (const std::uint32_t row : rows) ordered.push_back(places_[row]);
    places_ = std::move(ordered);
}

std::uint64_t StringColumn::text_bytes() const {
    std::uint64_t bytes = 0;
    for (const Place place : places_) bytes += place.size;
    return bytes;
}

bool operator==(const StringColumn& a, const StringColumn& b) {
    if (a.size() != b.size()) return false;
    for (std::size_t row = 0; row < a.size(); ++row)
        if (a[row] != b[row]) return false;
    return true;
}

}  // namespace problemator
