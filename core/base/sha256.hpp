// SHA-256 compression (FIPS 180-4 §6.2.2) over whole blocks: portable, and on x86 with the SHA instructions where the processor has them.
// Which one runs is decided at run time; both give the same digest.
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>

namespace problemator {

using Sha256State = std::array<std::uint32_t, 8>;

/// FIPS 180-4 §4.2.2: first 32 bits of the fractional parts of the cube roots of the first 64 primes.
extern const std::array<std::uint32_t, 64> kSha256Round;

/// Takes `count` blocks of 64 bytes into `state`.
void sha256_blocks(Sha256State& state, const std::uint8_t* blocks, std::size_t count);
void sha256_blocks_portable(Sha256State& state, const std::uint8_t* blocks, std::size_t count);
/// False when this processor lacks the instructions; nothing has been done then.
bool sha256_blocks_x86(Sha256State& state, const std::uint8_t* blocks, std::size_t count);

}  // namespace problemator
