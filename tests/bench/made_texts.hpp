// Made texts of a municipality for three years, two sorts of them: sentences as the samples and the labelled set have them, and texts of 6 to 40
// words from 30,000 by Zipf's law, of which a third tell an earlier one again in nearly the same words. The words mean nothing.
#pragma once
#include <array>
#include <cmath>
#include <string>
#include <vector>

#include "core/stats/clusters.hpp"
#include "tests/unit/stats/told_causes.hpp"

namespace problemator {

struct MadeTexts {
    std::vector<std::string> texts;
    std::vector<ClusterMessage> messages;
};

/// 0 … n − 1, the k-th with a chance like 1/(k + 1).
inline std::size_t by_zipf(Random& random, std::size_t n) { return static_cast<std::size_t>(std::exp(random.uniform() * std::log(static_cast<double>(n) + 1))) - 1; }

inline ClusterMessage made_message(Random& random, std::size_t i, std::size_t n, std::size_t topics) {
    constexpr std::size_t kSettlements = 40, kDepartments = 20, kDay = static_cast<std::size_t>(kMinutesPerDay);
    constexpr std::uint64_t kMinutes = 3 * 365 * std::uint64_t{kDay};
    ClusterMessage m;
    m.received = static_cast<Minute>(i * kMinutes / n);
    if (random.uniform() < 0.95) m.closed = m.received + static_cast<Minute>(below(random, 30 * kDay));
    m.settlement = static_cast<std::uint32_t>(1 + by_zipf(random, kSettlements));
    m.topic = static_cast<std::uint32_t>(1 + by_zipf(random, topics));
    m.department = static_cast<std::uint32_t>(m.topic % kDepartments + 1);
    m.channel = static_cast<std::uint32_t>(1 + below(random, 8));
    return m;
}

inline void finish(MadeTexts& made) {
    for (std::size_t i = 0; i < made.texts.size(); ++i) made.messages[i].text = made.texts[i];
}

/// What people tell in a sentence or two; half of them name one of 400 streets.
inline MadeTexts made_sentences(std::size_t n) {
    MadeTexts made;
    Random random{20261122};
    for (std::size_t i = 0; i < n; ++i) {
        const Kind& kind = one_of(random, kinds());
        ClusterMessage m = made_message(random, i, n, 1);
        m.topic = kind.topic;
        if (below(random, 2) == 0) m.street = static_cast<std::uint32_t>(1 + by_zipf(random, 400));
        const std::size_t house = 1 + below(random, 120);
        made.texts.push_back(tell(random, kind, kStreets[m.street % kStreets.size()], house));
        made.messages.push_back(m);
    }
    finish(made);
    return made;
}

inline std::string made_word(std::size_t number, std::size_t ending) {
    static constexpr std::array kSyllables = {"ба", "ро", "ми", "ту", "ле", "кор", "сан", "пи", "вол", "де", "ну", "гра", "жи", "хо", "чер", "зу", "фа", "мол", "ти", "ре", "шу", "лан", "по", "кри", "су", "бел", "го", "ня", "ва", "дом", "ле", "мы"};
    static constexpr std::array kEnds = {"", "а", "у", "ы", "ов", "ами", "ный", "ная", "ить", "ает"};
    std::string word;
    for (std::size_t rest = number + 32; rest > 0; rest /= 32) word += kSyllables[rest % 32];
    return word + kEnds[ending % kEnds.size()];
}

/// Half of the words are of the language, half of the topic; form words stand between them.
inline std::string made_text(Random& random, std::uint32_t topic) {
    static constexpr std::array kFormWords = {"и", "в", "не", "на", "что", "у", "по", "это", "мы", "уже"};
    constexpr std::size_t kWords = 30'000, kOfTopic = 400;
    std::string text;
    for (std::size_t left = 6 + below(random, 35); left > 0; --left) {
        const std::size_t word = below(random, 2) == 0 ? by_zipf(random, kWords) : (std::size_t{topic} * 1013 + by_zipf(random, kOfTopic)) % kWords;
        text += below(random, 4) == 0 ? std::string{one_of(random, kFormWords)} : made_word(word, below(random, 10));
        text += below(random, 9) == 0 ? ", " : " ";
    }
    return text;
}

/// Each word with a chance of one in eight another one.
inline std::string retold(Random& random, const std::string& text) {
    std::string out;
    for (std::size_t begin = 0, end = 0; (end = text.find(' ', begin)) != std::string::npos; begin = end + 1)
        out += below(random, 8) == 0 ? made_word(by_zipf(random, 30'000), 0) + " " : text.substr(begin, end + 1 - begin);
    return out;
}

/// One of three tells again one of the last 500 messages from the same settlement and about the same topic; one of a hundred is a letter copied word for word from elsewhere.
inline MadeTexts made_mixture(std::size_t n) {
    MadeTexts made;
    Random random{20261123};
    for (std::size_t i = 0; i < n; ++i) {
        ClusterMessage m = made_message(random, i, n, 120);
        const std::size_t earlier = i < 500 ? i : i - 1 - below(random, 500), sort = i < 500 ? 99 : below(random, 100);
        if (sort < 34) m.topic = made.messages[earlier].topic, m.department = made.messages[earlier].department;
        if (sort < 33) m.settlement = made.messages[earlier].settlement;
        made.texts.push_back(sort < 33 ? retold(random, made.texts[earlier]) : sort == 33 ? made.texts[earlier] : made_text(random, m.topic));
        made.messages.push_back(m);
    }
    finish(made);
    return made;
}

}  // namespace problemator
