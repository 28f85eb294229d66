#include "core/snapshot/packed.hpp"

#include <algorithm>

namespace problemator::layout {
namespace {

constexpr std::int64_t kMaxBase = std::int64_t{1} << 40;

std::uint32_t bytes_for(std::uint64_t offset) {
    std::uint32_t width = 0;
    for (; offset != 0; offset >>= 8) ++width;
    return width;
}

template <std::size_t Width>
std::uint64_t offset_at(const std::uint8_t* bytes) {
    std::uint64_t offset = 0;
    for (std::size_t i = 0; i < Width; ++i) offset |= std::uint64_t{bytes[i]} << (8 * i);
    return offset;
}

template <std::size_t Width>
void read_offsets(const std::uint8_t* bytes, std::int64_t base, std::vector<std::int64_t>& values) {
    for (std::size_t i = 0; i < values.size(); ++i) values[i] = base + static_cast<std::int64_t>(offset_at<Width>(bytes + i * Width));
}

}  // namespace

void pack(std::vector<std::uint8_t>& out, const std::vector<std::int64_t>& values) {
    std::int64_t least = INT64_MAX, most = INT64_MIN;
    bool has_none = false;
    for (const auto value : values) {
        has_none = has_none || value == kNone;
        if (value == kNone) continue;
        least = std::min(least, value);
        most = std::max(most, value);
    }
    if (least > most) least = most = 0;   // no values at all
    const std::int64_t base = least - (has_none ? 1 : 0);   // then the offset 0 is "none"
    const bool is_all_none = has_none && std::all_of(values.begin(), values.end(), [](std::int64_t v) { return v == kNone; });
    const std::uint32_t width = is_all_none ? 0 : bytes_for(static_cast<std::uint64_t>(most - base));
    put(out, width);
    put(out, std::uint32_t{has_none ? 1u : 0u});
    put(out, static_cast<std::uint64_t>(base));
    const std::size_t start = out.size();
    out.resize(start + values.size() * width);
    for (std::size_t row = 0; row < values.size(); ++row) {
        const auto offset = static_cast<std::uint64_t>(values[row] == kNone ? 0 : values[row] - base);
        for (std::uint32_t i = 0; i < width; ++i) out[start + row * width + i] = static_cast<std::uint8_t>(offset >> (8 * i));
    }
}

std::optional<std::size_t> packed_size(Bytes bytes, std::size_t rows) {
    if (bytes.size() < kPackedHeader) return std::nullopt;
    const auto width = get<std::uint32_t>(bytes, 0);
    if (width > 4 || get<std::uint32_t>(bytes, 4) > 1) return std::nullopt;
    if (width > 0 && rows > (bytes.size() - kPackedHeader) / width) return std::nullopt;
    return kPackedHeader + rows * width;
}

std::optional<std::vector<std::int64_t>> unpack(Bytes bytes, std::size_t rows, std::int64_t low, std::int64_t high) {
    const auto width = get<std::uint32_t>(bytes, 0);
    const bool has_none = get<std::uint32_t>(bytes, 4) == 1;
    const auto base = static_cast<std::int64_t>(get<std::uint64_t>(bytes, 8));
    if (base < -kMaxBase || base > kMaxBase) return std::nullopt;
    std::vector<std::int64_t> values(rows);
    const std::uint8_t* offsets = bytes.data() + kPackedHeader;
    switch (width) {
        case 0: std::fill(values.begin(), values.end(), base); break;
        case 1: read_offsets<1>(offsets, base, values); break;
        case 2: read_offsets<2>(offsets, base, values); break;
        case 3: read_offsets<3>(offsets, base, values); break;
        default: read_offsets<4>(offsets, base, values); break;
    }
    for (auto& value : values) {
        if (has_none && value == base) value = kNone;
        else if (value < low || value > high) return std::nullopt;
    }
    return values;
}

}  // namespace problemator::layout
