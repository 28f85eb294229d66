#include "core/seal/sealed.hpp"

#include <sodium.h>

#include <algorithm>
#include <cstring>
#include <string>

#include "core/base/hash.hpp"
#include "core/snapshot/layout.hpp"

namespace problemator {
namespace {

using Buffer = std::vector<std::uint8_t>;

constexpr std::array<std::uint8_t, 8> kMagic = {0x89, 'P', 'R', 'B', 'L', 'S', '\r', '\n'};
constexpr std::uint32_t kVersion = 1;
constexpr std::size_t kChunk = std::size_t{1} << 20, kTag = crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr std::size_t kVersionAt = 8, kPassesAt = 12, kMemoryAt = 16, kChunkAt = 20, kSizeAt = 24, kSaltAt = 32, kNonceAt = 48, kCheckAt = 72, kSumAt = 104, kHeader = 112;

/// Two keys of one passphrase: one for the chunks, one that proves the passphrase.
struct Keys {
    std::array<std::uint8_t, 64> bytes{};
    ~Keys() { sodium_memzero(bytes.data(), bytes.size()); }
    const std::uint8_t* chunk() const { return bytes.data(); }
    const std::uint8_t* check() const { return bytes.data() + 32; }
};

bool derive_keys(Keys& keys, std::string_view key, const std::uint8_t* salt, const SealCost& cost) {
    return crypto_pwhash_argon2id(keys.bytes.data(), keys.bytes.size(), key.data(), key.size(), salt, cost.passes, std::size_t{cost.memory_kib} * 1024, crypto_pwhash_argon2id_ALG_ARGON2ID13) == 0;
}

std::array<std::uint8_t, 32> check_of(const Keys& keys, const std::uint8_t* header) {
    std::array<std::uint8_t, 32> check{};
    crypto_generichash(check.data(), check.size(), header, kCheckAt, keys.check(), 32);   // BLAKE2b, keyed
    return check;
}

/// The number of the chunk goes into the nonce, the whole header into what is authenticated beside it.
std::array<std::uint8_t, 24> nonce_of(const std::uint8_t* header, std::uint64_t chunk) {
    std::array<std::uint8_t, 24> nonce{};
    std::memcpy(nonce.data(), header + kNonceAt, nonce.size());
    for (std::size_t i = 0; i < 8; ++i) nonce[16 + i] = static_cast<std::uint8_t>(nonce[16 + i] ^ static_cast<std::uint8_t>(chunk >> (8 * i)));
    return nonce;
}

std::uint64_t chunks_of(std::uint64_t size) { return (size + kChunk - 1) / kChunk; }

Buffer header_of(std::uint64_t size, const SealChance& chance, const SealCost& cost) {
    Buffer header(kMagic.begin(), kMagic.end());
    layout::put(header, kVersion);
    layout::put(header, cost.passes);
    layout::put(header, cost.memory_kib);
    layout::put(header, static_cast<std::uint32_t>(kChunk));
    layout::put(header, size);
    header.insert(header.end(), chance.salt.begin(), chance.salt.end());
    header.insert(header.end(), chance.nonce.begin(), chance.nonce.end());
    return header;
}

Error fault_of(Fault fault, std::string_view file_name, std::string piece = {}) { return {.fault = fault, .place = {.file = std::string{file_name}}, .piece = std::move(piece)}; }

/// sodium_init() chooses among the variants of a processor; a page has the portable ones only, which need no choice.
bool is_ready() {
#ifdef __EMSCRIPTEN__
    return true;
#else
    return sodium_init() >= 0;
#endif
}

}  // namespace

bool is_sealed(SealBytes bytes) { return bytes.size() >= kMagic.size() && std::equal(kMagic.begin(), kMagic.end(), bytes.begin()); }

Result<SealCost> sealed_cost(SealBytes sealed, std::string_view file_name) {
    if (!is_sealed(sealed)) return fault_of(Fault::NotASnapshot, file_name);
    if (sealed.size() < kHeader) return fault_of(Fault::Truncated, file_name, std::to_string(sealed.size()));
    if (layout::get<std::uint32_t>(sealed, kVersionAt) > kVersion) return fault_of(Fault::NewerSnapshot, file_name);
    const bool is_whole = crc32c(sealed.first(kSumAt)) == layout::get<std::uint32_t>(sealed, kSumAt) && layout::get<std::uint32_t>(sealed, kSumAt + 4) == 0;
    if (!is_whole) return fault_of(Fault::BadChecksum, file_name, "header");
    const SealCost cost{layout::get<std::uint32_t>(sealed, kPassesAt), layout::get<std::uint32_t>(sealed, kMemoryAt)};
    const std::uint64_t size = layout::get<std::uint64_t>(sealed, kSizeAt), body = sealed.size() - kHeader;
    const bool is_bounded = cost.passes >= 1 && cost.passes <= kMaxSealCost.passes && cost.memory_kib >= 8 && cost.memory_kib <= kMaxSealCost.memory_kib && layout::get<std::uint32_t>(sealed, kChunkAt) == kChunk;
    if (!is_bounded) return fault_of(Fault::BadSnapshot, file_name, "header");
    if (size > body || body != size + chunks_of(size) * kTag) return fault_of(Fault::Truncated, file_name, std::to_string(body));
    return cost;
}

Result<Buffer> seal(SealBytes plain, std::string_view key, const SealChance& chance, const SealCost& cost) {
    if (key.size() < kLeastKey) return Error{.fault = Fault::BadArgument, .piece = std::to_string(key.size()), .expected = "≥ " + std::to_string(kLeastKey)};
    Buffer out = header_of(plain.size(), chance, cost);
    Keys keys;
    if (!is_ready() || !derive_keys(keys, key, out.data() + kSaltAt, cost)) return fault_of(Fault::TooLarge, "", std::to_string(cost.memory_kib));
    const auto check = check_of(keys, out.data());
    out.insert(out.end(), check.begin(), check.end());
    layout::put(out, crc32c(out));
    layout::put(out, std::uint32_t{0});
    out.resize(kHeader + plain.size() + static_cast<std::size_t>(chunks_of(plain.size())) * kTag);
    std::uint8_t* to = out.data() + kHeader;
    for (std::size_t from = 0, chunk = 0; from < plain.size(); from += kChunk, ++chunk) {
        const std::size_t size = std::min(kChunk, plain.size() - from);
        const auto nonce = nonce_of(out.data(), chunk);
        crypto_aead_xchacha20poly1305_ietf_encrypt(to, nullptr, plain.data() + from, size, out.data(), kHeader, nullptr, nonce.data(), keys.chunk());
        to += size + kTag;
    }
    return out;
}

Result<Buffer> unseal(SealBytes sealed, std::string_view key, std::string_view file_name) {
    TRY(const SealCost cost, sealed_cost(sealed, file_name));
    Keys keys;
    if (!is_ready() || !derive_keys(keys, key, sealed.data() + kSaltAt, cost)) return fault_of(Fault::TooLarge, file_name, std::to_string(cost.memory_kib));
    const auto check = check_of(keys, sealed.data());
    if (sodium_memcmp(check.data(), sealed.data() + kCheckAt, check.size()) != 0) return fault_of(Fault::WrongKey, file_name);
    Buffer plain(static_cast<std::size_t>(layout::get<std::uint64_t>(sealed, kSizeAt)));
    const std::uint8_t* from = sealed.data() + kHeader;
    for (std::size_t to = 0, chunk = 0; to < plain.size(); to += kChunk, ++chunk) {
        const std::size_t size = std::min(kChunk, plain.size() - to);
        const auto nonce = nonce_of(sealed.data(), chunk);
        if (crypto_aead_xchacha20poly1305_ietf_decrypt(plain.data() + to, nullptr, nullptr, from, size + kTag, sealed.data(), kHeader, nonce.data(), keys.chunk()) != 0)
            return fault_of(Fault::BadChecksum, file_name, std::to_string(chunk + 1));
        from += size + kTag;
    }
    return plain;
}

}  // namespace problemator
