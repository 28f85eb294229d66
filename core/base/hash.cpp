#include "core/base/hash.hpp"

#include <algorithm>
#include <cstring>
#include <string_view>

#include "core/base/sha256.hpp"

namespace problemator {
namespace {

constexpr std::array<std::array<std::uint32_t, 256>, 8> make_crc_tables() {
    std::array<std::array<std::uint32_t, 256>, 8> t{};
    for (std::uint32_t i = 0; i < 256; ++i) {
        std::uint32_t crc = i;
        for (int bit = 0; bit < 8; ++bit) crc = crc & 1 ? crc >> 1 ^ 0x82F63B78u : crc >> 1;
        t[0][i] = crc;
    }
    for (std::size_t k = 1; k < 8; ++k)
        for (std::size_t i = 0; i < 256; ++i) t[k][i] = t[k - 1][i] >> 8 ^ t[0][t[k - 1][i] & 0xFF];
    return t;
}
constexpr auto kCrc = make_crc_tables();

}  // namespace

std::uint32_t crc32c(std::span<const std::uint8_t> bytes) {
    std::uint32_t crc = ~0u;
    std::size_t i = 0;
    for (; i + 8 <= bytes.size(); i += 8) {
        const auto at = [&](std::size_t k) { return std::uint32_t{bytes[i + k]}; };
        const std::uint32_t low = crc ^ (at(0) | at(1) << 8 | at(2) << 16 | at(3) << 24);
        crc = kCrc[7][low & 0xFF] ^ kCrc[6][low >> 8 & 0xFF] ^ kCrc[5][low >> 16 & 0xFF] ^ kCrc[4][low >> 24] ^ kCrc[3][at(4)] ^
              kCrc[2][at(5)] ^ kCrc[1][at(6)] ^ kCrc[0][at(7)];
    }
    for (; i < bytes.size(); ++i) crc = crc >> 8 ^ kCrc[0][(crc ^ bytes[i]) & 0xFF];
    return ~crc;
}

void Sha256::add(std::span<const std::uint8_t> bytes) {
    const std::size_t waiting = size_ % 64;
    size_ += bytes.size();
    if (waiting > 0) {
        const std::size_t taken = std::min(64 - waiting, bytes.size());
        std::memcpy(rest_.data() + waiting, bytes.data(), taken);
        if (waiting + taken < 64) return;
        sha256_blocks(state_, rest_.data(), 1);
        bytes = bytes.subspan(taken);
    }
    sha256_blocks(state_, bytes.data(), bytes.size() / 64);
    bytes = bytes.subspan(bytes.size() / 64 * 64);
    if (!bytes.empty()) std::memcpy(rest_.data(), bytes.data(), bytes.size());
}

std::string Sha256::hex() {
    const std::size_t waiting = size_ % 64, length = waiting + 9 <= 64 ? 64 : 128;
    std::fill(rest_.begin() + static_cast<std::ptrdiff_t>(waiting), rest_.end(), std::uint8_t{0});
    rest_[waiting] = 0x80;
    const std::uint64_t bits = size_ * 8;
    for (std::size_t i = 0; i < 8; ++i) rest_[length - 1 - i] = static_cast<std::uint8_t>(bits >> 8 * i);
    sha256_blocks(state_, rest_.data(), length / 64);
    constexpr std::string_view hex = "0123456789abcdef";
    std::string out;
    for (const std::uint32_t word : state_)
        for (int shift = 28; shift >= 0; shift -= 4) out.push_back(hex[word >> shift & 0xF]);
    return out;
}

std::string sha256_hex(std::span<const std::uint8_t> bytes) {
    Sha256 digest;
    digest.add(bytes);
    return digest.hex();
}

}  // namespace problemator
