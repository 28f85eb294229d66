// SampleRandom: chance for the synthetic exports, in whole numbers only, so that a seed gives the same bytes on every platform.
// Generator: SplitMix64 (Steele, Lea, Flood 2014, doi:10.1145/2660193.2660195).
#pragma once
#include <cstddef>
#include <cstdint>
#include <span>

namespace problemator::cli {

class SampleRandom {
public:
    explicit SampleRandom(std::uint64_t seed) : state_{seed} {}

    std::uint64_t next() {
        state_ += 0x9E3779B97F4A7C15ull;
        std::uint64_t z = state_;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ull;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBull;
        return z ^ (z >> 31);
    }
    /// 0 … n − 1; pre: n > 0. The bias is below n / 2^32.
    std::uint32_t below(std::uint32_t n) { return static_cast<std::uint32_t>(((next() >> 32) * n) >> 32); }
    bool chance(std::uint32_t per_mille) { return below(1000) < per_mille; }
    /// Index drawn by weight; 0 when all weights are 0. pre: not empty, sum < 2^32
    std::size_t pick(std::span<const std::uint32_t> weights) {
        std::uint64_t sum = 0;
        for (const auto weight : weights) sum += weight;
        if (sum == 0) return 0;
        std::uint32_t at = below(static_cast<std::uint32_t>(sum));
        for (std::size_t i = 0; i < weights.size(); ++i) {
            if (at < weights[i]) return i;
            at -= weights[i];
        }
        return weights.size() - 1;
    }
    template <class T, std::size_t n>
    const T& one_of(const T (&items)[n]) { return items[below(static_cast<std::uint32_t>(n))]; }
    /// A count with mean `expected_milli` / 1000 and about Poisson spread: each quarter of an expected message comes or does not.
    std::uint32_t count(std::uint64_t expected_milli) {
        const std::uint64_t quarters = expected_milli * 4 / 1000, rest = expected_milli * 4 % 1000;
        std::uint32_t n = below(1000) < rest && below(4) == 0 ? 1 : 0;
        for (std::uint64_t i = 0; i < quarters; i += 32) {
            std::uint64_t bits = next(), left = quarters - i < 32 ? quarters - i : 32;
            for (; left > 0; --left, bits >>= 2) n += (bits & 3) == 0 ? 1 : 0;
        }
        return n;
    }

private:
    std::uint64_t state_;
};

}  // namespace problemator::cli
