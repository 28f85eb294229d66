// Text window: the cosines of a text to each of the newest 24 of its list, from shared words only. The list may be of any length: every word
// knows which of the newest texts have it, one bit for each, so a word costs the same whether none of them has it or all.
#pragma once
#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

#include "core/stats/text_weights.hpp"

namespace problemator {

class TextWindow {
public:
    static constexpr std::uint32_t kNewest = 24;

    explicit TextWindow(const TextWeights& weights);
    /// Another list begins.
    void clear() { texts_ = 0; }
    /// Puts in the next text of the list.
    void add(std::uint32_t text);
    /// How many texts stand before the one that was added last.
    std::uint32_t before() const { return std::min(texts_ - 1, kNewest); }
    /// Cosine of the text that was added last to the one `back` places before it. pre: 1 ≤ back ≤ before()
    float likeness(std::uint32_t back) const { return products_[back - 1] * scales_[now_ % kPlaces] * scales_[(now_ - back) % kPlaces]; }

private:
    static constexpr std::uint32_t kPlaces = 32;   // a power of two above kNewest
    /// Its last text, by the count of all; a bit for each text that has it, the lowest for the last; mentions in the last one. Weight 0: a word of one text.
    struct Word { std::uint32_t last = 0, texts = 0, times = 0; float weight = 0; };
    struct Repeat { std::uint32_t text = 0, word = 0, more = 0; };   // a word that stands in a text more than once

    void add_product(std::uint32_t texts, float product);
    void add_repeats(std::uint32_t held);

    const TextWeights& weights_;
    std::vector<Word> words_;
    std::vector<Repeat> repeats_, own_repeats_;    // of the newest texts and of the one that is being added
    std::array<float, kNewest> products_{};        // without the lengths of the texts
    std::array<float, kPlaces> scales_{};
    std::uint32_t texts_ = 0, now_ = kPlaces;      // of the list; of all lists, modulo 2³²
};

}  // namespace problemator
