// New phrases: what do these messages say that those before them do not? The log-odds of new_words.hpp, for single words and for pairs of
// words apart, each phrase once a message; a pair takes the place of its words where it holds at least half of their messages. So a cause
// is told as «порыв теплотрассы» and not as «порыв», «теплотрассы».
#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/stats/finding.hpp"

namespace problemator {

struct PhraseText { std::string_view text{}, place{}; };   // place: names of the settlement and the street, whose words are no news

struct NewPhrase {
    std::string words;                   // as people wrote them
    std::size_t now = 0, before = 0;     // messages that hold it
    double z = 0;
};

struct NewPhraseOptions {
    double prior_share = 0.1;            // the prior is worth so much of all that is counted …
    double least_prior = 20, most_prior = 500;   // … within these: 500 words would drown ten messages
    double min_z = 1.96;
    std::size_t min_count = 3;           // messages now
    std::size_t most = 5;
};

/// By falling z; no two of them share a word. n = messages now. TooFewCounts: no words now, or none before.
Finding<std::vector<NewPhrase>> new_phrases(std::span<const PhraseText> now, std::span<const PhraseText> before, const NewPhraseOptions& options = {});

}  // namespace problemator
