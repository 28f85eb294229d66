// Sealed: a snapshot with texts that only the holder of a key can read. XChaCha20-Poly1305 in chunks, the key by Argon2id (libsodium);
// layout in docs/formats.md. Every byte is authenticated or checked; a wrong key and a damaged file are told apart.
#pragma once
#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "core/base/result.hpp"

namespace problemator {

using SealBytes = std::span<const std::uint8_t>;

/// What must never be used twice with one key; comes in as an argument, because chance does.
struct SealChance { std::array<std::uint8_t, 16> salt{}; std::array<std::uint8_t, 24> nonce{}; };

/// How hard a key is to guess: passes and memory of Argon2id. The defaults take about 0.2 s and 64 MiB.
struct SealCost { std::uint32_t passes = 3, memory_kib = 64 * 1024; };
inline constexpr std::size_t kLeastKey = 12;   // bytes; a shorter one is refused
inline constexpr SealCost kMaxSealCost{.passes = 16, .memory_kib = 256 * 1024};   // a file that asks for more is damaged

/// Fault::BadArgument when the key is too short, Fault::TooLarge when the memory of `cost` is not there.
Result<std::vector<std::uint8_t>> seal(SealBytes plain, std::string_view key, const SealChance& chance, const SealCost& cost = {});
/// NotASnapshot, NewerSnapshot, Truncated, BadChecksum (damaged), WrongKey. Memory: the size of the file and what its header asks for,
/// at most kMaxSealCost.
Result<std::vector<std::uint8_t>> unseal(SealBytes sealed, std::string_view key, std::string_view file_name);
bool is_sealed(SealBytes bytes);
/// Everything about the file that needs no key: a whole header, sizes that fit, and what a try of a key costs.
Result<SealCost> sealed_cost(SealBytes sealed, std::string_view file_name);

}  // namespace problemator
