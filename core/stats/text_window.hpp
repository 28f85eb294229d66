// Text window: the cosines of a text to each of the newest 24 of its list, from shared words only. The list may be of any length: every word
// knows which of the newest texts have it, one bit for each, so a word costs the same whether none of them has it or all.
#pragma once
#include <array>
#include <cstdint>
#include <vector>

#include "core/stats/text_weights.hpp"

namespace problemator {

class TextWindow {
public:
    static constexpr std::uint32_t kNewest = 24;

    explicit TextWindow(const TextWeights& weights);
    /// The next text; it is compared with the `held` texts that were added last. pre: held ≤ kNewest, and so many were added
    void add(std::uint32_t text, std::uint32_t held);
    /// Cosine of the text that was added last to the one `back` places before it. pre: 1 ≤ back ≤ held
    float likeness(std::uint32_t back) const { return products_[back - 1] * scales_[last_scale_] * scales_[last_scale_ + back]; }
    /// Calls `visit(back)` for those with at least this cosine.
    template <class Visit>
    void for_each_like(float least, const Visit& visit) const {
        for (std::uint32_t back = 1; back <= held_; ++back)
            if (likeness(back) >= least) visit(back);
    }

private:
    static constexpr std::uint32_t kPlaces = 32, kMostRepeats = 8192;   // powers of two: above kNewest, and above the repeats of kNewest + 1 texts
    static_assert((kNewest + 1) * TokenDictionary::kMostTokens / 2 < kMostRepeats);

    /// Its last text, by the count of all; a bit for each text that has it, the lowest for the last; the last text that has it more than once.
    struct Word { std::uint32_t last = 0, texts = 0, repeat = 0; float square = 0; };
    struct Repeat { std::uint32_t text = 0, more = 0, earlier = 0; };    // a word stands in a text more than once; where it did so before
    struct Product { std::uint32_t texts = 0; float product = 0; };      // of a word, and the texts that share it

    void add_scale(float scale);
    void add_products(std::size_t n);
    void add_repeats(std::uint32_t repeat, std::uint32_t first, float product);

    const TextWeights& weights_;
    std::vector<Word> words_;
    std::vector<Product> shared_;                          // by the text that is being added
    std::vector<Repeat> repeats_;                          // of the newest texts, by their count modulo kMostRepeats
    std::array<std::uint32_t, kPlaces> first_repeats_{};   // of the newest texts
    alignas(16) std::array<float, kNewest> products_{};    // without the lengths of the texts
    std::array<float, 16 * kNewest> scales_{};             // from the last text's on, backwards in time; they grow towards the front
    std::size_t last_scale_ = 15 * kNewest;
    std::uint32_t now_ = kPlaces, held_ = 0, next_repeat_ = 1;
};

}  // namespace problemator
