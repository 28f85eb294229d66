// Checksums: CRC-32C for sections of a snapshot, SHA-256 for input files and published bytes.
#pragma once
#include <array>
#include <cstdint>
#include <span>
#include <string>

namespace problemator {

/// CRC-32C (Castagnoli, RFC 3720 appendix B.4): crc32c("123456789") == 0xE3069283.
std::uint32_t crc32c(std::span<const std::uint8_t> bytes);
/// SHA-256 (FIPS 180-4) as 64 lower-case hexadecimal digits.
std::string sha256_hex(std::span<const std::uint8_t> bytes);

/// The same for bytes that come in pieces of any size.
class Sha256 {
public:
    void add(std::span<const std::uint8_t> bytes);
    /// Ends the digest: nothing may be added afterwards.
    std::string hex();

private:
    std::array<std::uint32_t, 8> state_ = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
    std::array<std::uint8_t, 128> rest_{};       // the bytes after the last whole block, and room for the padding
    std::uint64_t size_ = 0;
};

}  // namespace problemator
