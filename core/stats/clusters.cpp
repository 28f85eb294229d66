#include "core/stats/clusters.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <numeric>
#include <utility>

#include "core/stats/minhash.hpp"
#include "core/stats/tf_idf.hpp"
#include "core/stats/tokens.hpp"

namespace problemator {
namespace {

using Row = std::uint32_t;

bool differ(std::uint32_t a, std::uint32_t b) { return a != 0 && b != 0 && a != b; }
bool is_same(std::uint32_t a, std::uint32_t b) { return a != 0 && a == b; }

/// What is compared besides the text, side by side in memory: the bands pass over all of it many times.
struct Facts { Minute received = 0; std::uint32_t settlement = 0, street = 0, topic = 0; };

bool is_same_place(const Facts& a, const Facts& b) { return is_same(a.settlement, b.settlement) && !differ(a.street, b.street); }

/// Every text, by receipt, as a list in one long array: its tokens with their weights, and the hashes that MinHash takes.
struct Texts {
    TokenDictionary dictionary;
    std::vector<std::size_t> begins{0};
    std::vector<TokenWeight> weights;
    std::vector<std::uint32_t> hashes;

    std::span<const TokenWeight> weights_of(Row at) const { return {weights.data() + begins[at], begins[at + 1] - begins[at]}; }
    std::span<const std::uint32_t> hashes_of(Row at) const { return {hashes.data() + begins[at], begins[at + 1] - begins[at]}; }
};

Texts read_texts(std::span<const ClusterMessage> messages, const std::vector<Row>& order) {
    Texts texts;
    std::vector<std::uint32_t> tokens, place, all, document_counts, last_document;
    std::vector<std::size_t> ends;
    for (std::size_t at = 0; at < order.size(); ++at) {
        texts.dictionary.read(messages[order[at]].text, tokens);
        texts.dictionary.read(messages[order[at]].place, place);
        std::erase_if(tokens, [&](std::uint32_t token) { return std::find(place.begin(), place.end(), token) != place.end(); });
        document_counts.resize(texts.dictionary.size());
        last_document.resize(texts.dictionary.size());
        for (const std::uint32_t token : tokens) {
            if (last_document[token] == at + 1) continue;
            last_document[token] = static_cast<Row>(at + 1);
            ++document_counts[token];
        }
        all.insert(all.end(), tokens.begin(), tokens.end());
        ends.push_back(all.size());
    }
    const auto idf = smooth_idf(document_counts, messages.size());
    for (std::size_t at = 0, begin = 0; at < order.size(); begin = ends[at++]) {
        tokens.assign(all.begin() + static_cast<std::ptrdiff_t>(begin), all.begin() + static_cast<std::ptrdiff_t>(ends[at]));
        for (const TokenWeight& w : tf_idf(std::move(tokens), idf)) {
            texts.weights.push_back(w);
            texts.hashes.push_back(texts.dictionary.hash_of(w.token));
        }
        texts.begins.push_back(texts.weights.size());
    }
    return texts;
}

/// Union-find; the root is the earliest place of its set (Tarjan 1975, paths halved).
class Sets {
public:
    explicit Sets(std::size_t n) : parent_(n) { std::iota(parent_.begin(), parent_.end(), 0u); }
    Row root(Row row) {
        while (parent_[row] != row) row = parent_[row] = parent_[parent_[row]];
        return row;
    }
    void join(Row a, Row b) {
        a = root(a), b = root(b);
        parent_[std::max(a, b)] = std::min(a, b);
    }

private:
    std::vector<Row> parent_;
};

/// Finds the pairs and joins them. Everything counts in places of the order by receipt.
class Joiner {
public:
    Joiner(std::span<const ClusterMessage> messages, const Texts& texts, const std::vector<Row>& order, const ClusterLimits& limits)
        : texts_{texts}, limits_{limits}, sets_{order.size()} {
        facts_.reserve(order.size());
        for (const Row row : order) facts_.push_back({messages[row].received, messages[row].settlement, messages[row].street, messages[row].topic});
        std::size_t slots = 1024;
        while (slots < 4 * most_at_a_time()) slots *= 2;   // place and topic of every message, half full
        slots_.resize(slots);
    }

    Sets join_all() {
        for (Row at = 0; at < facts_.size(); ++at) meet_recent(at);
        for (std::size_t band = 0; band < MinHash::kBands; ++band) {
            std::fill(slots_.begin(), slots_.end(), Slot{});
            for (Row from = 0; from < facts_.size(); from += kTogether) meet_all(from, std::min<Row>(from + kTogether, static_cast<Row>(facts_.size())), band);
        }
        return std::move(sets_);
    }

private:
    /// The two newest messages of a key. Another key that falls here takes the slot over: it costs a pair, never time.
    struct alignas(16) Slot { std::uint32_t check = 0; Row newest = kNone, before = kNone; };
    static constexpr Row kNone = 0xFFFFFFFF;
    /// Messages whose keys are made before the first of them is looked up: the slots lie anywhere in memory and are asked for in the meantime.
    static constexpr Row kTogether = 32;
    struct Keys { std::uint64_t place = 0, topic = 0; };   // 0: not to be looked up
    static constexpr std::uint64_t kTopicKey = 0x9E3779B97F4A7C15;

    /// The newest messages of a settlement, street and topic; a message without a street stands in a list of its own.
    struct Recent { std::array<Row, 24> rows{}; std::uint32_t count = 0; };

    /// How many messages `apart` holds at most: what is older is of no use and may be written over.
    std::size_t most_at_a_time() const {
        std::size_t most = 0;
        for (Row from = 0, at = 0; at < facts_.size(); ++at) {
            while (std::int64_t{facts_[at].received} - facts_[from].received > limits_.apart) ++from;
            most = std::max<std::size_t>(most, at - from + 1);
        }
        return most;
    }

    void meet_recent(Row at) {
        const Facts& m = facts_[at];
        if (m.settlement == 0 || m.topic == 0 || texts_.hashes_of(at).size() < limits_.least_words) return;
        const auto look_at = [&](std::uint32_t street) {
            const auto known = recent_.find({m.settlement, street, m.topic});
            if (known == recent_.end()) return;
            const Recent& r = known->second;
            for (std::size_t i = 0; i < std::min<std::size_t>(r.count, r.rows.size()); ++i) compare(at, r.rows[i]);
        };
        look_at(m.street);
        if (m.street != 0) look_at(0);
        Recent& own = recent_[{m.settlement, m.street, m.topic}];
        own.rows[own.count++ % own.rows.size()] = at;
    }
    void meet_all(Row from, Row until, std::size_t band) {
        std::array<Keys, kTogether> keys;
        for (Row at = from; at < until; ++at) {
            Keys& own = keys[at - from] = keys_of(at, band);
            if (own.place != 0) ask_for(own.place);
            if (own.topic != 0) ask_for(own.topic);
        }
        for (Row at = from; at < until; ++at) {
            if (keys[at - from].place != 0) meet_at(at, keys[at - from].place);
            if (keys[at - from].topic != 0) meet_at(at, keys[at - from].topic);
        }
    }
    Keys keys_of(Row at, std::size_t band) const {
        const Facts& m = facts_[at];
        const auto hashes = texts_.hashes_of(at);
        if (hashes.size() < limits_.least_words || (m.settlement == 0 && m.topic == 0)) return {};
        const std::uint64_t key = minhash_.band_of(hashes, band);
        Keys keys;
        if (m.settlement != 0) keys.place = mix_bits(key + m.settlement) | 1;   // the lowest bit is not worth a flag of its own
        if (m.topic != 0 && hashes.size() >= limits_.least_words_elsewhere) keys.topic = mix_bits((key ^ kTopicKey) + m.topic) | 1;
        return keys;
    }
    Slot& slot_of(std::uint64_t key) { return slots_[key >> 1 & (slots_.size() - 1)]; }
    void ask_for([[maybe_unused]] std::uint64_t key) {
#ifndef __EMSCRIPTEN__   // has no instruction for it
        __builtin_prefetch(&slot_of(key), 1);
#endif
    }
    void meet_at(Row at, std::uint64_t key) {
        Slot& slot = slot_of(key);
        const auto check = static_cast<std::uint32_t>(key >> 32) | 1;
        if (slot.check != check) slot = {check, at, kNone};
        else {
            compare(at, slot.newest);
            if (slot.before != kNone) compare(at, slot.before);
            slot.before = std::exchange(slot.newest, at);
        }
    }
    void compare(Row at, Row earlier) {
        if (sets_.root(at) == sets_.root(earlier)) return;
        const Facts &a = facts_[at], &b = facts_[earlier];
        if (std::int64_t{a.received} - b.received > limits_.apart) return;
        const bool place = is_same_place(a, b), topic = is_same(a.topic, b.topic);
        const auto words = texts_.weights_of(at), earlier_words = texts_.weights_of(earlier);
        if (!place && (!topic || std::min(words.size(), earlier_words.size()) < limits_.least_words_elsewhere)) return;
        const double least = place && topic ? limits_.same_place_and_topic : place ? limits_.same_place : limits_.same_topic;
        if (cosine(words, earlier_words) >= least) sets_.join(at, earlier);
    }

    const Texts& texts_;
    const ClusterLimits& limits_;
    MinHash minhash_;
    Sets sets_;
    std::vector<Facts> facts_;
    std::vector<Slot> slots_;
    std::map<std::array<std::uint32_t, 3>, Recent> recent_;
};

/// Counts of the codes, without 0; the most frequent first, of equal ones the smaller code.
template <class Code>
std::vector<CodeCount> count_codes(std::span<const ClusterMessage> messages, const std::vector<Row>& rows, const Code& code) {
    std::map<std::uint32_t, std::size_t> counts;
    for (const Row row : rows)
        if (const std::uint32_t c = code(messages[row])) ++counts[c];
    std::vector<CodeCount> out;
    for (const auto& [c, n] : counts) out.push_back({c, n});
    std::stable_sort(out.begin(), out.end(), [](const CodeCount& a, const CodeCount& b) { return a.n > b.n; });
    return out;
}

/// The messages of a cluster that came after an earlier one about the same was closed. Everything but `messages` counts in places of the order by receipt.
class Returned {
public:
    Returned(std::span<const ClusterMessage> messages, const Texts& texts, const std::vector<Row>& order, const ClusterLimits& limits) : messages_{messages}, texts_{texts}, order_{order}, limits_{limits} {}

    /// `places`: of one cluster, by receipt.
    std::vector<Row> among(const std::vector<Row>& places) const {
        std::vector<Row> closed, out;
        for (const Row at : places)
            if (of(at).closed != kNoTime && of(at).closed >= of(at).received && of(at).settlement != 0 && of(at).topic != 0) closed.push_back(at);
        std::stable_sort(closed.begin(), closed.end(), [&](Row a, Row b) { return of(a).closed < of(b).closed; });
        std::map<std::pair<std::uint32_t, std::uint32_t>, std::vector<Row>> known;   // closed by then, of a settlement and topic
        std::size_t next = 0;
        for (const Row at : places) {
            for (; next < closed.size() && of(closed[next]).closed < of(at).received; ++next) known[{of(closed[next]).settlement, of(closed[next]).topic}].push_back(closed[next]);
            const auto there = known.find({of(at).settlement, of(at).topic});
            if (there != known.end() && returns_to(at, there->second)) out.push_back(order_[at]);
        }
        return out;
    }

private:
    static constexpr std::size_t kLastClosed = 24;

    const ClusterMessage& of(Row at) const { return messages_[order_[at]]; }
    static std::uint32_t street_of(const ClusterMessage& m) { return m.written_street != 0 ? m.written_street : m.street; }
    bool returns_to(Row at, const std::vector<Row>& closed) const {
        const std::size_t looked_at = std::min(closed.size(), kLastClosed);
        return std::any_of(closed.rbegin(), closed.rbegin() + static_cast<std::ptrdiff_t>(looked_at), [&](Row earlier) {
            if (std::int64_t{of(at).received} - of(earlier).closed > limits_.unsolved_within || street_of(of(at)) != street_of(of(earlier))) return false;
            return (of(at).author != 0 && of(at).author == of(earlier).author) || cosine(texts_.weights_of(at), texts_.weights_of(earlier)) >= limits_.unsolved_likeness;
        });
    }

    std::span<const ClusterMessage> messages_;
    const Texts& texts_;
    const std::vector<Row>& order_;
    const ClusterLimits& limits_;
};

/// The words with the largest sum of weights over the messages. Numbers are no words.
std::vector<std::string> top_words(const Texts& texts, const std::vector<Row>& places, const std::vector<std::string>& readable, std::size_t most) {
    std::map<std::uint32_t, double> sums;
    for (const Row at : places)
        for (const TokenWeight& w : texts.weights_of(at)) sums[w.token] += static_cast<double>(w.weight);
    std::vector<std::pair<double, std::uint32_t>> heaviest;
    for (const auto& [token, sum] : sums)
        if (readable[token].find_first_not_of("0123456789") != std::string::npos) heaviest.emplace_back(-sum, token);
    std::sort(heaviest.begin(), heaviest.end());
    heaviest.resize(std::min(most, heaviest.size()));
    std::vector<std::string> words;
    for (const auto& [weight, token] : heaviest) words.push_back(readable[token]);
    return words;
}

}  // namespace

std::vector<MessageCluster> find_clusters(std::span<const ClusterMessage> messages, const ClusterLimits& limits) {
    std::vector<Row> order(messages.size());
    std::iota(order.begin(), order.end(), 0u);
    std::stable_sort(order.begin(), order.end(), [&](Row a, Row b) { return messages[a].received < messages[b].received; });
    const Texts texts = read_texts(messages, order);
    Sets sets = Joiner{messages, texts, order, limits}.join_all();
    std::vector<std::vector<Row>> members(messages.size());
    for (Row at = 0; at < order.size(); ++at) members[sets.root(at)].push_back(at);
    const auto readable = texts.dictionary.readable();
    const Returned returned{messages, texts, order, limits};
    std::vector<MessageCluster> clusters;
    for (auto& rows : members) {
        if (rows.size() < std::max<std::size_t>(limits.least_size, 1)) continue;
        MessageCluster c;
        c.words = top_words(texts, rows, readable, limits.top_words);
        c.unsolved = returned.among(rows);
        for (Row& row : rows) row = order[row];
        c.first = messages[rows.front()].received;
        c.last = messages[rows.back()].received;
        c.settlements = count_codes(messages, rows, [](const ClusterMessage& m) { return m.settlement; });
        c.streets = count_codes(messages, rows, [](const ClusterMessage& m) { return m.street; });
        c.topics = count_codes(messages, rows, [](const ClusterMessage& m) { return m.topic; });
        c.channels = count_codes(messages, rows, [](const ClusterMessage& m) { return m.channel; });
        c.departments = count_codes(messages, rows, [](const ClusterMessage& m) { return m.department; });
        c.rows = std::move(rows);
        clusters.push_back(std::move(c));
    }
    std::stable_sort(clusters.begin(), clusters.end(), [](const MessageCluster& a, const MessageCluster& b) { return a.rows.size() > b.rows.size(); });
    return clusters;
}

}  // namespace problemator
