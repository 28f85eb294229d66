#include "core/stats/new_words.hpp"

#include <algorithm>
#include <cmath>

#include "core/base/stable_order.hpp"

namespace problemator {
namespace {

double usable(double count) { return std::isfinite(count) && count > 0 ? std::min(count, 1e15) : 0; }

// ln of the odds of a word in one body of text, smoothed by the prior.
double log_odds(double count, double total, double prior, double prior_total) { return std::log((count + prior) / (total + prior_total - count - prior)); }

}  // namespace

Finding<std::vector<WordChange>> word_changes(std::span<const WordCount> words, double prior_words) {
    using Changes = std::vector<WordChange>;
    double now = 0, before = 0;
    std::size_t different = 0;
    for (const WordCount& w : words) {
        now += usable(w.now);
        before += usable(w.before);
        different += usable(w.now) + usable(w.before) > 0 ? 1u : 0u;
    }
    const auto n = static_cast<std::size_t>(now);
    if (now <= 0 || before <= 0) return withheld<Changes>(Reason::TooFewCounts, n);
    if (different < 2) return withheld<Changes>(Reason::NoVariation, n);
    const double prior_total = std::clamp(prior_words, 1e-3, 1e12);
    Changes changes;
    for (std::size_t i = 0; i < words.size(); ++i) {
        WordChange change{.word = i, .is_first_seen = usable(words[i].now) > 0 && usable(words[i].before) == 0};
        const double here = usable(words[i].now), there = usable(words[i].before), prior = prior_total * (here + there) / (now + before);
        if (here + there > 0) {
            change.log_odds = log_odds(here, now, prior, prior_total) - log_odds(there, before, prior, prior_total);
            change.z = change.log_odds / std::sqrt(1 / (here + prior) + 1 / (there + prior));
        }
        if (!std::isfinite(change.z)) return withheld<Changes>(Reason::NoVariation, n);   // one word is practically all of it
        changes.push_back(change);
    }
    return found(std::move(changes), n);
}

Finding<std::vector<WordChange>> new_words(std::span<const WordCount> words, const NewWordsOptions& options) {
    auto changes = word_changes(words, options.prior_words);
    if (!changes) return changes;
    auto& all = *changes.value;
    std::erase_if(all, [&](const WordChange& c) { return c.z < options.min_z || words[c.word].now < options.min_count; });
    sort_stably(all, [](const WordChange& a, const WordChange& b) { return a.z > b.z; });
    all.resize(std::min(all.size(), options.most));
    return changes;
}

}  // namespace problemator
