#include "core/clean/text_sketch.hpp"

#include <algorithm>
#include <string>

#include "core/clean/words.hpp"

namespace problemator {

std::array<std::uint32_t, kSketchBins> bins_of(std::string_view words) {
    constexpr std::uint32_t none = 0xFFFFFFFF;
    std::array<std::uint32_t, kSketchBins> least;
    least.fill(none);
    each_shingle(words, [&](std::uint32_t shingle) {
        // One multiplication by a constant of Steele & Vigna 2022, folded: the high half says the bin, the low half the value in it.
        const std::uint64_t product = (shingle + 0x9E3779B9ull) * 0xD1342543DE82EF95u;
        const std::uint64_t hash = (product ^ product >> 32) * 0xAF251AF3B0F025B5u;
        const std::size_t bin = static_cast<std::size_t>((hash >> 32) * kSketchBins >> 32);
        least[bin] = std::min(least[bin], static_cast<std::uint32_t>(hash >> 1) & 0x7FFFFFFF);
    });
    std::array<std::uint32_t, kSketchBins> bins{};
    for (std::size_t bin = 0; bin < kSketchBins; ++bin) {
        std::size_t distance = 0, from = bin;
        while (distance < kSketchBins && least[from] == none) ++distance, from = from + 1 == kSketchBins ? 0 : from + 1;
        bins[bin] = least[from] + static_cast<std::uint32_t>(distance) * 0x85EBCA6Bu;
    }
    return bins;
}

std::string_view sketched_part(std::string_view words) {
    if (words.size() <= kLongestSketched) return words;
    const std::size_t end = words.rfind(' ', kLongestSketched);
    return words.substr(0, end == std::string_view::npos ? 0 : end + 1);
}

std::size_t count_letters(std::string_view words) { return words.size() - static_cast<std::size_t>(std::count(words.begin(), words.end(), ' ')); }

TextSketch sketch_of_words(std::string_view words) {
    words = sketched_part(words);
    TextSketch sketch{.bands = {}, .letters = static_cast<std::uint16_t>(count_letters(words))};
    const auto bins = bins_of(words);
    for (std::size_t band = 0; band < kSketchBands; ++band) {
        std::uint64_t key = band;
        for (std::size_t row = 0; row < kSketchRows; ++row) key = mix_bits(key + bins[band * kSketchRows + row]);
        sketch.bands[band] = static_cast<std::uint32_t>(key >> 32);
    }
    return sketch;
}

TextSketch sketch_of_text(std::string_view utf8) { return sketch_of_words(words_of(utf8)); }

}  // namespace problemator
