#include "core/base/hash.hpp"

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

std::string sha256_hex(std::span<const std::uint8_t> bytes) {
    Sha256State h = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
    const std::size_t pos = bytes.size() / 64 * 64;
    sha256_blocks(h, bytes.data(), bytes.size() / 64);
    std::array<std::uint8_t, 128> tail{};
    const std::size_t rest = bytes.size() - pos;
    if (rest > 0) std::memcpy(tail.data(), bytes.data() + pos, rest);
    tail[rest] = 0x80;
    const std::size_t length = rest + 9 <= 64 ? 64 : 128;
    const std::uint64_t bits = std::uint64_t{bytes.size()} * 8;
    for (std::size_t i = 0; i < 8; ++i) tail[length - 1 - i] = static_cast<std::uint8_t>(bits >> 8 * i);
    sha256_blocks(h, tail.data(), length / 64);
    constexpr std::string_view hex = "0123456789abcdef";
    std::string out;
    for (const std::uint32_t word : h)
        for (int shift = 28; shift >= 0; shift -= 4) out.push_back(hex[word >> shift & 0xF]);
    return out;
}

}  // namespace problemator
