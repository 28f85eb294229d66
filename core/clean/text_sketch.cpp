#include "core/clean/text_sketch.hpp"

#include <algorithm>
#include <string>

#include "core/clean/words.hpp"

namespace problemator {

namespace {

/// Least hash of each bin; an empty bin takes its right neighbour's, marked by the distance.
std::array<std::uint16_t, kSketchBins> bins_of(std::string_view words) {
    constexpr std::uint32_t none = 0xFFFFFFFF;
    std::array<std::uint32_t, kSketchBins> least;
    least.fill(none);
    each_shingle(words, [&](std::uint32_t shingle) {
        // Two multiplications, folded between: the high half says the bin, the low half the value in it.
        const std::uint64_t product = (shingle + 0x9E3779B9ull) * 0xD1342543DE82EF95u;
        const std::uint64_t hash = (product ^ product >> 32) * 0xAF251AF3B0F025B5u;
        const std::size_t bin = static_cast<std::size_t>((hash >> 32) * kSketchBins >> 32);
        least[bin] = std::min(least[bin], static_cast<std::uint32_t>(hash >> 1) & 0x7FFFFFFF);
    });
    std::array<std::uint16_t, kSketchBins> bins{};
    for (std::size_t bin = 0; bin < kSketchBins; ++bin) {
        std::size_t distance = 0, from = bin;
        while (distance < kSketchBins && least[from] == none) ++distance, from = from + 1 == kSketchBins ? 0 : from + 1;
        bins[bin] = static_cast<std::uint16_t>(least[from] * 0x9E3779B1u >> 16) ^ static_cast<std::uint16_t>(distance * 0x85EB);
    }
    return bins;
}

}  // namespace

std::string_view sketched_part(std::string_view words) {
    if (words.size() <= kLongestSketched) return words;
    const std::size_t end = words.rfind(' ', kLongestSketched);
    return words.substr(0, end == std::string_view::npos ? 0 : end + 1);
}

std::size_t count_letters(std::string_view words) { return words.size() - static_cast<std::size_t>(std::count(words.begin(), words.end(), ' ')); }

TextSketch sketch_of_words(std::string_view words) {
    words = sketched_part(words);
    return {.bins = bins_of(words), .letters = static_cast<std::uint16_t>(count_letters(words))};
}

TextSketch sketch_of_text(std::string_view utf8) { return sketch_of_words(words_of(utf8)); }

}  // namespace problemator
