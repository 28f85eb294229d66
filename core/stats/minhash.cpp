#include "core/stats/minhash.hpp"

#include <algorithm>

#include "core/stats/random.hpp"

namespace problemator {

MinHash::MinHash(std::uint64_t seed) {
    Random random{seed};
    for (Function& f : functions_) f = {random.next() | 1, random.next()};
}

std::uint32_t MinHash::least(std::span<const std::uint32_t> items, Function f) {
    std::uint64_t least = ~std::uint64_t{0};
    for (const std::uint32_t item : items) least = std::min(least, f.times * item + f.plus);
    return static_cast<std::uint32_t>(least >> 32);
}

MinHash::Sketch MinHash::sketch_of(std::span<const std::uint32_t> items) const {
    Sketch sketch{};
    for (std::size_t i = 0; i < kFunctions; ++i) sketch[i] = least(items, functions_[i]);
    return sketch;
}

std::uint64_t MinHash::band_of(std::span<const std::uint32_t> items, std::size_t band) const {
    static_assert(kRowsPerBand == 3);
    const Function *f = &functions_[band * kRowsPerBand];
    std::uint64_t a = ~std::uint64_t{0}, b = a, c = a;   // three chains at a time keep the processor busy
    for (const std::uint32_t item : items) {
        a = std::min(a, f[0].times * item + f[0].plus);
        b = std::min(b, f[1].times * item + f[1].plus);
        c = std::min(c, f[2].times * item + f[2].plus);
    }
    return mix_bits(mix_bits(mix_bits(band + 1 + (a >> 32)) + (b >> 32)) + (c >> 32));
}

double MinHash::estimate(const Sketch& a, const Sketch& b) {
    std::size_t equal = 0;
    for (std::size_t i = 0; i < kFunctions; ++i) equal += a[i] == b[i] ? 1u : 0u;
    return static_cast<double>(equal) / static_cast<double>(kFunctions);
}

}  // namespace problemator
