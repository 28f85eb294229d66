// New words: which words does this week use more than its past? Log-odds ratio with an informative Dirichlet prior: a word is judged
// against what all texts say, so that «и» does not win by its number and a misprint does not win by its rarity.
// Monroe, Colaresi & Quinn 2008, Political Analysis 16:372–403, eq. 15, 22 and 23.
#pragma once
#include <cstddef>
#include <span>
#include <vector>

#include "core/stats/finding.hpp"

namespace problemator {

struct WordCount { double now = 0, before = 0; };   // how often; or in how many messages, so that one long text does not decide

struct WordChange {
    std::size_t word = 0;                // its number among the words given
    double log_odds = 0;                 // > 0: more now
    double z = 0;
    bool is_first_seen = false;          // not once before
};

struct NewWordsOptions {
    double prior_words = 500;            // how many words of background the prior is worth: α₀; > 0
    double min_z = 1.96;
    double min_count = 3;                // now
    std::size_t most = 20;
};

/// Change of every word, in their order; words that never occur have z = 0. The prior is prior_words × the word's share of now + before.
/// n = words counted now. TooFewCounts: nothing now or nothing before. NoVariation: fewer than two different words.
Finding<std::vector<WordChange>> word_changes(std::span<const WordCount> words, double prior_words = 500);
/// Those with z ≥ min_z and now ≥ min_count, by falling z, equal ones by number. n and reasons as above.
Finding<std::vector<WordChange>> new_words(std::span<const WordCount> words, const NewWordsOptions& options = {});

}  // namespace problemator
