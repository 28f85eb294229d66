// Text weights: how much each word says about a text among others (TF-IDF; Spärck Jones 1972, J Documentation 28:11–21; smooth form of
// scikit-learn): weight = times · (ln((1 + n)/(1 + df)) + 1), the text then of length 1. Two texts are as alike as the cosine between them.
//
// Weights are made from the words when they are asked for: another choice of texts costs one pass that counts, and nothing per pair.
#pragma once
#include <cmath>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "core/stats/text_words.hpp"

namespace problemator {

class TextWeights {
public:
    /// Of `texts` among each other, each at most once; from here on a text is called by its place in `texts`, and lies beside its neighbours there. Borrows the dictionary of `words`.
    TextWeights(const TextWords& words, std::span<const std::uint32_t> texts);

    std::size_t size() const { return scales_.size(); }
    const TextWords& words() const { return words_; }
    /// How many different words the text has.
    std::size_t count_of(std::uint32_t text) const { return counts_[text]; }
    /// How many of the texts have the word.
    std::uint32_t texts_with(std::uint32_t word) const { return having_[word]; }
    /// The weight of one mention, before the text is made as long as 1.
    float weight_of(std::uint32_t word) const { return mentions_[word]; }
    /// What makes the length of the text 1; 0 for one without words.
    float scale_of(std::uint32_t text) const { return scales_[text]; }
    /// Calls `visit(word, times)`, the rarest word first (core/stats/text_words).
    template <class Visit>
    void for_each_word(std::uint32_t text, const Visit& visit) const {
        TextWords::for_each_word({coded_.get() + begins_[text], begins_[text + 1] - begins_[text]}, visit);
    }
    /// Calls `visit(word, weight)`.
    template <class Visit>
    void for_each(std::uint32_t text, const Visit& visit) const {
        const float scale = scales_[text];
        for_each_word(text, [&](std::uint32_t word, std::uint32_t times) { visit(word, static_cast<float>(times) * mentions_[word] * scale); });
    }

private:
    struct Part { std::size_t begin = 0, end = 0, words = 0; std::vector<std::uint32_t> having; };   // of the texts, for one thread

    void lay_together(std::span<const std::uint32_t> texts, std::span<Part> parts);
    void lay_part(std::span<const std::uint32_t> texts, Part& part, std::size_t to);
    void scale(std::size_t begin, std::size_t end);

    const TextWords& words_;
    std::unique_ptr<std::uint32_t[]> coded_;      // of all texts
    std::vector<std::uint32_t> having_;           // of every word
    std::vector<std::size_t> begins_;
    std::vector<std::uint16_t> counts_;
    std::vector<float> mentions_, scales_;        // of every word, of every text
};

/// One text laid open, to be compared with many: its weights stand in a list of all words.
class OpenText {
public:
    explicit OpenText(const TextWeights& weights) : weights_{weights}, mine_(weights.words().word_count()) {}
    void open(std::uint32_t text);
    /// Cosine to another text, 0 … 1. pre: open() was called
    double likeness(std::uint32_t other) const;

private:
    static constexpr std::uint32_t kNone = 0xFFFFFFFF;

    const TextWeights& weights_;
    std::vector<float> mine_;          // weight in the open text · weight of one mention; 0 for words that it does not have
    std::uint32_t open_ = kNone;
};

}  // namespace problemator
