#include "core/stats/new_phrases.hpp"

#include <algorithm>
#include <cstdint>

#include "core/stats/new_words.hpp"
#include "core/stats/phrases.hpp"

namespace problemator {
namespace {

constexpr double kPairInstead = 0.5;

void count(std::span<const PhraseText> texts, double WordCount::*side, PhraseDictionary& dictionary, std::vector<WordCount>& counts) {
    std::vector<std::uint32_t> phrases;
    for (const PhraseText& one : texts) {
        dictionary.read(one.text, one.place, phrases);
        counts.resize(dictionary.size());
        for (const std::uint32_t phrase : phrases) counts[phrase].*side += 1;
    }
}

struct Candidate { std::uint32_t phrase = 0; double z = 0; };

/// Words, or pairs, that are new; judged among their own kind.
Finding<std::vector<WordChange>> judge(const std::vector<WordCount>& counts, const PhraseDictionary& dictionary, bool is_pair, const NewPhraseOptions& options, std::vector<Candidate>& out) {
    std::vector<WordCount> own;
    std::vector<std::uint32_t> phrases;
    double all = 0;
    for (std::uint32_t phrase = 0; phrase < counts.size(); ++phrase) {
        if (dictionary.is_pair(phrase) != is_pair) continue;
        own.push_back(counts[phrase]);
        phrases.push_back(phrase);
        all += counts[phrase].now + counts[phrase].before;
    }
    const double prior = std::clamp(all * options.prior_share, options.least_prior, options.most_prior);
    auto changes = new_words(own, {.prior_words = prior, .min_z = options.min_z, .min_count = static_cast<double>(options.min_count), .most = own.size()});
    if (changes)
        for (const WordChange& change : *changes) out.push_back({phrases[change.word], change.z});
    return changes;
}

}  // namespace

Finding<std::vector<NewPhrase>> new_phrases(std::span<const PhraseText> now, std::span<const PhraseText> before, const NewPhraseOptions& options) {
    PhraseDictionary dictionary;
    std::vector<WordCount> counts;
    count(now, &WordCount::now, dictionary, counts);
    count(before, &WordCount::before, dictionary, counts);
    counts.resize(dictionary.size());
    std::vector<Candidate> words, pairs;
    const auto judged = judge(counts, dictionary, false, options, words);
    if (!judged) return withheld<std::vector<NewPhrase>>(judged.reason, now.size());
    judge(counts, dictionary, true, options, pairs);
    std::vector<Candidate> chosen;
    const auto is_told = [&](std::uint32_t phrase) { return std::any_of(chosen.begin(), chosen.end(), [&](const Candidate& one) { return dictionary.overlap(one.phrase, phrase); }); };
    for (const Candidate& word : words) {
        if (chosen.size() >= options.most) break;
        if (is_told(word.phrase)) continue;
        Candidate best = word;
        for (const Candidate& pair : pairs)
            if (best.phrase == word.phrase && dictionary.overlap(pair.phrase, word.phrase) && counts[pair.phrase].now >= kPairInstead * counts[word.phrase].now && !is_told(pair.phrase)) best.phrase = pair.phrase;
        chosen.push_back(best);
    }
    std::vector<NewPhrase> out;
    for (const Candidate& one : chosen)
        out.push_back({dictionary.readable(one.phrase), static_cast<std::size_t>(counts[one.phrase].now), static_cast<std::size_t>(counts[one.phrase].before), one.z});
    return found(std::move(out), now.size());
}

}  // namespace problemator
