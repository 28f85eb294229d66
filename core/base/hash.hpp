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

}  // namespace problemator
