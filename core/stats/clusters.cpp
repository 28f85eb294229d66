#include "core/stats/clusters.hpp"

#include <algorithm>
#include <functional>
#include <numeric>
#include <tuple>
#include <utility>

#include "core/base/parallel.hpp"
#include "core/stats/like_texts.hpp"
#include "core/stats/text_weights.hpp"

namespace problemator {
namespace {

using Row = std::uint32_t;

/// Counts codes, without 0; the most frequent first, of equal ones the smaller code.
class CodeCounts {
public:
    template <class Code>
    std::vector<CodeCount> of(std::span<const ClusterMessage> messages, const std::vector<Row>& rows, const Code& code) {
        std::vector<CodeCount> out;
        large_.clear();
        for (const Row row : rows) {
            const std::uint32_t c = code(messages[row]);
            if (c == 0) continue;
            if (c >= counts_.size()) large_.push_back(c);
            else if (counts_[c]++ == 0) out.push_back({c, 0});
        }
        for (CodeCount& one : out) one.n = std::exchange(counts_[one.code], 0u);
        std::sort(large_.begin(), large_.end());
        for (std::size_t i = 0, next = 0; i < large_.size(); i = next) {
            while (next < large_.size() && large_[next] == large_[i]) ++next;
            out.push_back({large_[i], next - i});
        }
        if (out.size() > 1) std::sort(out.begin(), out.end(), [](const CodeCount& a, const CodeCount& b) { return a.n != b.n ? a.n > b.n : a.code < b.code; });
        return out;
    }

private:
    std::vector<std::uint32_t> counts_ = std::vector<std::uint32_t>(4096), large_;   // of codes below 4096, all 0 between two calls; the other codes
};

/// The messages of a cluster that came after an earlier one about the same was closed. Everything but `messages` counts in places of `order`, by receipt.
class Returned {
public:
    Returned(std::span<const ClusterMessage> messages, const std::vector<Row>& order, const TextWeights& weights, const std::vector<Row>& text_of, const ClusterLimits& limits)
        : messages_{messages}, order_{order}, text_of_{text_of}, limits_{limits}, text_{weights} {}

    /// `places`: of one cluster, by receipt.
    std::vector<Row> among(std::span<const Row> places) {
        closed_.clear();
        for (const Row at : places)
            if (const ClusterMessage& m = of(at); m.closed != kNoTime && m.closed >= m.received && m.settlement != 0 && m.topic != 0) closed_.emplace_back(m.settlement, m.topic, m.closed, at);
        std::vector<Row> out;
        if (closed_.empty()) return out;
        std::sort(closed_.begin(), closed_.end());
        for (const Row at : places)
            if (returns(at)) out.push_back(order_[at]);
        return out;
    }

private:
    using Closed = std::tuple<std::uint32_t, std::uint32_t, Minute, Row>;   // settlement, topic, closing
    static constexpr std::ptrdiff_t kLastClosed = 24;

    const ClusterMessage& of(Row at) const { return messages_[order_[at]]; }
    static std::uint32_t street_of(const ClusterMessage& m) { return m.written_street != 0 ? m.written_street : m.street; }

    /// To one of the last that were closed there before it came.
    bool returns(Row at) {
        const ClusterMessage& own = of(at);
        const auto end = std::lower_bound(closed_.begin(), closed_.end(), Closed{own.settlement, own.topic, own.received, 0});
        for (auto it = end; it != closed_.begin() && end - it < kLastClosed;) {
            const auto [settlement, topic, closed, place] = *--it;
            if (settlement != own.settlement || topic != own.topic || std::int64_t{own.received} - closed > limits_.unsolved_within) return false;
            const ClusterMessage& earlier = of(place);
            if (street_of(earlier) != street_of(own)) continue;
            if (own.author != 0 && own.author == earlier.author) return true;
            text_.open(text_of_[at]);
            if (text_.likeness(text_of_[place]) >= limits_.unsolved_likeness) return true;
        }
        return false;
    }

    std::span<const ClusterMessage> messages_;
    const std::vector<Row>&order_, &text_of_;
    const ClusterLimits& limits_;
    OpenText text_;
    std::vector<Closed> closed_;   // of the cluster, sorted
};

/// The words with the largest sum of weights over the messages. Numbers are no words.
class TopWords {
public:
    TopWords(const TextWeights& weights, const std::vector<Row>& text_of, std::size_t most)
        : weights_{weights}, text_of_{text_of}, most_{most}, forms_{weights.words().dictionary().usual_forms()}, sums_(weights.words().word_count()) {
        for (std::uint32_t& form : forms_)
            if (weights.words().dictionary().is_number(form)) form = kNumber;
    }

    std::vector<std::string> of(std::span<const Row> places) {
        met_.clear();
        for (const Row at : places)
            weights_.for_each(text_of_[at], [&](std::uint32_t word, float weight) {
                if (sums_[word] == 0) met_.push_back(word);
                sums_[word] += static_cast<double>(weight);
            });
        best_.clear();
        for (const std::uint32_t word : met_) {
            const std::uint32_t token = weights_.words().token_of(word);
            const Heavy next{-std::exchange(sums_[word], 0.0), token};
            if ((best_.size() >= most_ && !(next < best_.back())) || forms_[token] == kNumber) continue;
            best_.insert(std::upper_bound(best_.begin(), best_.end(), next), next);
            if (best_.size() > most_) best_.pop_back();
        }
        std::vector<std::string> words;
        words.reserve(best_.size());
        for (const auto& [weight, token] : best_) words.push_back(weights_.words().dictionary().form(forms_[token]));
        return words;
    }

private:
    using Heavy = std::pair<double, std::uint32_t>;      // a token; the heaviest is the least, of equal ones the one that was read first
    static constexpr std::uint32_t kNumber = 0xFFFFFFFF;

    const TextWeights& weights_;
    const std::vector<Row>& text_of_;
    std::size_t most_;
    std::vector<std::uint32_t> forms_;                   // of every token
    std::vector<double> sums_;                           // of every word, all 0 between two calls
    std::vector<std::uint32_t> met_;
    std::vector<Heavy> best_;
};

/// The rows of every set of at least `least_size`, in one list, and where each begins: in the order of their earliest ones.
struct Members {
    std::vector<Row> rows;
    std::vector<std::size_t> begins{0};
    std::span<const Row> of(std::size_t set) const { return {rows.data() + begins[set], begins[set + 1] - begins[set]}; }
    /// The largest first, of equal ones the earliest.
    std::vector<std::uint32_t> by_size() const {
        std::vector<std::uint32_t> sets(begins.size() - 1);
        std::iota(sets.begin(), sets.end(), 0u);
        std::stable_sort(sets.begin(), sets.end(), [&](std::uint32_t a, std::uint32_t b) { return of(a).size() > of(b).size(); });
        return sets;
    }
};

Members members_of(const std::vector<Row>& roots, std::size_t least_size) {
    std::vector<Row> sizes(roots.size());
    for (const Row root : roots) ++sizes[root];
    std::vector<std::size_t> next(roots.size());
    Members out;
    for (Row row = 0; row < roots.size(); ++row) {
        if (roots[row] != row || sizes[row] < least_size) continue;
        next[row] = out.begins.back();
        out.begins.push_back(out.begins.back() + sizes[row]);
    }
    out.rows.resize(out.begins.back());
    for (Row row = 0; row < roots.size(); ++row)
        if (sizes[roots[row]] >= least_size) out.rows[next[roots[row]]++] = row;
    return out;
}

/// By receipt, of every message; and the order in which their texts lie.
struct Arranged {
    std::vector<Row> order;              // messages by receipt
    std::vector<TextFacts> facts;        // of them
    std::vector<Row> arranged, text_of;  // places in `order`, and where each of these lies among `arranged`
    std::vector<std::uint32_t> texts;    // of `arranged`

    Arranged(std::span<const ClusterMessage> messages, std::span<const std::uint32_t> texts_of_messages) : order(messages.size()), facts(messages.size()), text_of(messages.size()), texts(messages.size()) {
        std::iota(order.begin(), order.end(), 0u);
        tell_facts(messages);
        const auto is_before = [](const TextFacts& a, const TextFacts& b) { return a.received < b.received; };
        if (!std::is_sorted(facts.begin(), facts.end(), is_before)) {
            std::stable_sort(order.begin(), order.end(), [&](Row a, Row b) { return is_before(facts[a], facts[b]); });
            tell_facts(messages);
        }
        arranged = arrange_texts(facts);
        parallel_ranges(arranged.size(), kAtOnce, [&](std::size_t begin, std::size_t end) {
            for (std::size_t text = begin; text < end; ++text) {
                text_of[arranged[text]] = static_cast<Row>(text);
                texts[text] = texts_of_messages[order[arranged[text]]];
            }
        });
    }

private:
    static constexpr std::size_t kAtOnce = 50'000;

    void tell_facts(std::span<const ClusterMessage> messages) {
        parallel_ranges(order.size(), kAtOnce, [&](std::size_t begin, std::size_t end) {
            for (std::size_t at = begin; at < end; ++at) {
                const ClusterMessage& m = messages[order[at]];
                facts[at] = {m.received, m.settlement, m.street, m.topic};
            }
        });
    }
};

}  // namespace

struct FoundClusters::Found {
    std::span<const ClusterMessage> messages;
    ClusterLimits limits;
    Arranged lie;
    TextWeights weights;
    Members members;
    std::vector<std::uint32_t> sets;     // of `members`, the largest first
    Returned returned;
    TopWords top_words;
    CodeCounts counts;

    Found(std::span<const ClusterMessage> all, const TextWords& words, std::span<const std::uint32_t> texts, const ClusterLimits& wanted)
        : messages{all}, limits{wanted}, lie{all, texts}, weights{words, lie.texts}, members{members_of(like_texts(lie.facts, lie.arranged, weights, limits), std::max<std::size_t>(limits.least_size, 1))},
          sets{members.by_size()}, returned{messages, lie.order, weights, lie.text_of, limits}, top_words{weights, lie.text_of, limits.top_words} {}
};

FoundClusters::FoundClusters(std::span<const ClusterMessage> messages, const TextWords& words, std::span<const std::uint32_t> texts, const ClusterLimits& limits)
    : found_{std::make_unique<Found>(messages, words, texts, limits)} {}
FoundClusters::~FoundClusters() = default;

std::size_t FoundClusters::size() const { return found_->sets.size(); }

std::size_t FoundClusters::size_of(std::size_t cluster) const { return found_->members.of(found_->sets[cluster]).size(); }

MessageCluster FoundClusters::tell(std::size_t cluster) {
    const auto messages = found_->messages;
    const auto places = found_->members.of(found_->sets[cluster]);
    MessageCluster c;
    c.words = found_->top_words.of(places);
    c.unsolved = found_->returned.among(places);
    c.rows.reserve(places.size());
    for (const Row at : places) c.rows.push_back(found_->lie.order[at]);
    c.first = messages[c.rows.front()].received;
    c.last = messages[c.rows.back()].received;
    CodeCounts& counts = found_->counts;
    c.settlements = counts.of(messages, c.rows, [](const ClusterMessage& m) { return m.settlement; });
    c.streets = counts.of(messages, c.rows, [](const ClusterMessage& m) { return m.street; });
    c.topics = counts.of(messages, c.rows, [](const ClusterMessage& m) { return m.topic; });
    c.channels = counts.of(messages, c.rows, [](const ClusterMessage& m) { return m.channel; });
    c.departments = counts.of(messages, c.rows, [](const ClusterMessage& m) { return m.department; });
    return c;
}

std::vector<MessageCluster> find_clusters(std::span<const ClusterMessage> messages, const ClusterLimits& limits) {
    TextReader reader;
    for (const ClusterMessage& m : messages) reader.add(m.text, m.place);
    const TextWords words = std::move(reader).words();
    std::vector<std::uint32_t> texts(messages.size());
    std::iota(texts.begin(), texts.end(), 0u);
    FoundClusters found{messages, words, texts, limits};
    std::vector<MessageCluster> clusters;
    clusters.reserve(found.size());
    for (std::size_t cluster = 0; cluster < found.size(); ++cluster) clusters.push_back(found.tell(cluster));
    return clusters;
}

}  // namespace problemator
