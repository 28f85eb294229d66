// TextSketch: what tells quickly whether two texts may be alike, kept with every record so that a text is read once.
// MinHash over runs of four letters (Broder 1997; one permutation with rotation, Shrivastava & Li 2014; 16 bits of each, Li & König 2010).
#pragma once
#include <array>
#include <cstdint>
#include <string_view>

#include "core/base/similar_sets.hpp"

namespace problemator {

inline constexpr std::size_t kSketchBands = 8, kSketchRows = 3;        // J = 0.8 shares a band with 99.7 %
inline constexpr std::size_t kSketchBins = kSketchBands * kSketchRows;
inline constexpr std::size_t kLongestSketched = 2000;                  // letters: what a longer text says after them is not compared

struct TextSketch {
    std::array<std::uint16_t, kSketchBins> bins{};                     // how many two texts share tells their Jaccard index
    std::uint16_t letters = 0;                                         // without blanks, at most kLongestSketched
};

/// The first kLongestSketched letters, ended at a word.
std::string_view sketched_part(std::string_view words);
std::size_t count_letters(std::string_view words);
/// `words`: of write_words().
TextSketch sketch_of_words(std::string_view words);
TextSketch sketch_of_text(std::string_view utf8);
/// Texts that are alike are likely to have one of these in common. pre: band < kSketchBands
inline std::uint64_t band_of(const TextSketch& sketch, std::size_t band) {
    static_assert(kSketchRows == 3);
    const std::uint16_t* const rows = sketch.bins.data() + band * kSketchRows;
    return std::uint64_t{band + 1} << 48 | std::uint64_t{rows[0]} << 32 | std::uint64_t{rows[1]} << 16 | rows[2];
}

/// Calls `use` with every run of four bytes.
template <class Use>
void each_shingle(std::string_view words, const Use& use) {
    std::uint32_t shingle = 0;
    for (std::size_t i = 0; i < words.size(); ++i) {
        shingle = shingle << 8 | static_cast<unsigned char>(words[i]);
        if (i >= 3) use(shingle);
    }
}

}  // namespace problemator
