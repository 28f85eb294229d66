#include "core/base/sha256.hpp"

#include <bit>

namespace problemator {

alignas(16) constexpr std::array<std::uint32_t, 64> kSha256Round = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5, 0xd807aa98, 0x12835b01, 0x243185be,
    0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174, 0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa,
    0x5cb0a9dc, 0x76f988da, 0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967, 0x27b70a85,
    0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85, 0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3,
    0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070, 0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f,
    0x682e6ff3, 0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

namespace {

using Word = std::uint32_t;

[[gnu::always_inline]] inline Word big_endian(const std::uint8_t* p) { return Word{p[0]} << 24 | Word{p[1]} << 16 | Word{p[2]} << 8 | Word{p[3]}; }

/// One round without moving the eight words: the caller renames them instead.
[[gnu::always_inline]] inline void round(Word a, Word b, Word c, Word& d, Word e, Word f, Word g, Word& h, Word added) {
    const Word t = h + (std::rotr(e, 6) ^ std::rotr(e, 11) ^ std::rotr(e, 25)) + (g ^ (e & (f ^ g))) + added;
    d += t;
    h = t + (std::rotr(a, 2) ^ std::rotr(a, 13) ^ std::rotr(a, 22)) + ((a & b) | (c & (a | b)));
}

/// The schedule needs only its last 16 words: word i takes the place of word i - 16.
[[gnu::always_inline]] inline Word next_word(Word (&w)[16], unsigned i) {
    const Word near = w[(i + 14) & 15], far = w[(i + 1) & 15];
    return w[i] += (std::rotr(near, 17) ^ std::rotr(near, 19) ^ near >> 10) + w[(i + 9) & 15] + (std::rotr(far, 7) ^ std::rotr(far, 18) ^ far >> 3);
}

/// `first`: of the eight words, 0 or 8, known to the compiler: so the words stay in registers. `k`: the constants of these rounds.
template <class WordAt>
[[gnu::always_inline]] inline void eight_rounds(Sha256State& s, const Word* k, unsigned first, const WordAt& word) {
    round(s[0], s[1], s[2], s[3], s[4], s[5], s[6], s[7], k[0] + word(first + 0));
    round(s[7], s[0], s[1], s[2], s[3], s[4], s[5], s[6], k[1] + word(first + 1));
    round(s[6], s[7], s[0], s[1], s[2], s[3], s[4], s[5], k[2] + word(first + 2));
    round(s[5], s[6], s[7], s[0], s[1], s[2], s[3], s[4], k[3] + word(first + 3));
    round(s[4], s[5], s[6], s[7], s[0], s[1], s[2], s[3], k[4] + word(first + 4));
    round(s[3], s[4], s[5], s[6], s[7], s[0], s[1], s[2], k[5] + word(first + 5));
    round(s[2], s[3], s[4], s[5], s[6], s[7], s[0], s[1], k[6] + word(first + 6));
    round(s[1], s[2], s[3], s[4], s[5], s[6], s[7], s[0], k[7] + word(first + 7));
}

}  // namespace

void sha256_blocks_portable(Sha256State& state, const std::uint8_t* blocks, std::size_t count) {
    for (; count > 0; --count, blocks += 64) {
        Word w[16];
        Sha256State s = state;
        const auto read = [&](unsigned i) __attribute__((always_inline)) { return w[i] = big_endian(blocks + 4 * i); };
        const auto next = [&](unsigned i) __attribute__((always_inline)) { return next_word(w, i); };
        const Word* k = kSha256Round.data();
        eight_rounds(s, k, 0, read);
        eight_rounds(s, k + 8, 8, read);
        for (k += 16; k < kSha256Round.data() + 64; k += 16) {
            eight_rounds(s, k, 0, next);
            eight_rounds(s, k + 8, 8, next);
        }
        for (std::size_t i = 0; i < 8; ++i) state[i] += s[i];
    }
}

void sha256_blocks(Sha256State& state, const std::uint8_t* blocks, std::size_t count) {
    if (!sha256_blocks_x86(state, blocks, count)) sha256_blocks_portable(state, blocks, count);
}

}  // namespace problemator
