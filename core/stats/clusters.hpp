// Clusters of messages: many people, one cause. Two messages are of one cluster when their texts are alike (cosine of TF-IDF over stems),
// they are about the same place or the same topic, and at most 60 days apart; clusters are what hangs together by such pairs.
// Which pairs are compared: core/stats/like_texts. Every message costs the same however many there are.
#pragma once
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/time.hpp"
#include "core/stats/text_words.hpp"

namespace problemator {

struct ClusterMessage {
    std::string_view text{};
    std::string_view place{};                   // names of the settlement and the street: their words are not compared, for the place is
    Minute received = 0, closed = kNoTime;
    std::uint32_t settlement = 0, street = 0, topic = 0, channel = 0, department = 0;   // codes of the caller; 0 = unknown
    std::uint32_t written_street = 0;           // for what came back, where clusters are looked for across streets; 0 = `street`
    std::uint64_t author = 0;                                                           // code of core/clean/author; 0 = unknown
};

struct ClusterLimits {
    double same_place_and_topic = 0.30, same_place = 0.50, same_topic = 0.90;   // least cosine
    std::size_t least_words = 2;                // content words of a text that is compared
    std::size_t least_words_elsewhere = 12;     // of one that is compared with another place: «не горят фонари» is said everywhere, a copied letter is one cause
    std::size_t least_size = 3;                 // messages of a cluster that is told
    std::size_t top_words = 6;
    Minute apart = 60 * kMinutesPerDay;
    Minute unsolved_within = 30 * kMinutesPerDay;
    double unsolved_likeness = 0.40;            // to the closed message itself, where the author is another one or unknown
};

struct CodeCount { std::uint32_t code = 0; std::size_t n = 0; };

struct MessageCluster {
    std::vector<std::uint32_t> rows;            // places in `messages`, by receipt
    Minute first = 0, last = 0;                 // receipt of the first and the last
    std::vector<std::string> words;             // that tell it from other messages, the heaviest first, as people wrote them
    std::vector<CodeCount> settlements, streets, topics, channels, departments;   // the most frequent first; unknown ones are not counted
    std::vector<std::uint32_t> unsolved;        // rows that came after an earlier one was closed, see below: «не решено»
};

/// The largest first, of equal ones the earliest. Rows in any order of time.
/// «Same place»: the same settlement, and no two different streets. Unsolved: received at most `unsolved_within` after the closing of an
/// earlier message of the cluster in the same settlement and street (or neither names one) on the same topic that has the same author, or `unsolved_likeness`; of the last 24
/// closed there.
std::vector<MessageCluster> find_clusters(std::span<const ClusterMessage> messages, const ClusterLimits& limits = {});

/// The same, each told when it is asked for: a million messages have tens of thousands, a list shows some dozens.
class FoundClusters {
public:
    /// From words that were read before: `texts` tells which of `words` are those of each message, whose own text and place are not looked at.
    /// pre: texts.size() == messages.size(), no text twice. Borrows `messages` and `words`.
    FoundClusters(std::span<const ClusterMessage> messages, const TextWords& words, std::span<const std::uint32_t> texts, const ClusterLimits& limits = {});
    ~FoundClusters();
    FoundClusters(const FoundClusters&) = delete;
    FoundClusters& operator=(const FoundClusters&) = delete;

    std::size_t size() const;
    /// How many messages the cluster has. pre: cluster < size()
    std::size_t size_of(std::size_t cluster) const;
    /// pre: cluster < size()
    MessageCluster tell(std::size_t cluster);

private:
    struct Found;
    std::unique_ptr<Found> found_;
};

}  // namespace problemator
