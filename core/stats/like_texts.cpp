#include "core/stats/like_texts.hpp"

#include <algorithm>
#include <array>
#include <numeric>
#include <utility>

#include "core/stats/rare_words.hpp"
#include "core/stats/sort_codes.hpp"
#include "core/stats/text_window.hpp"

namespace problemator {
namespace {

using Row = std::uint32_t;

bool differ(std::uint32_t a, std::uint32_t b) { return a != 0 && b != 0 && a != b; }
bool is_same(std::uint32_t a, std::uint32_t b) { return a != 0 && a == b; }

/// Union-find; the root is the earliest of its set (Tarjan 1975, paths halved).
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

/// What is known of a text when it is met.
struct alignas(32) Near {
    Rarest rarest;
    std::uint32_t settlement = 0, street = 0, topic = 0;
    Prefix words{};                  // when it was met, a link each: to the text before that has the word
    Minute received = 0;
    Row met_by = 0;                  // the last that met it, by its place in the group + 1
};
static_assert(sizeof(Near) == 96);   // a line of the cache and a half

/// Finds the pairs and joins them. A row is a place in the arrangement.
class Joiner {
public:
    Joiner(std::span<const TextFacts> facts, std::span<const Row> arranged, const TextWeights& weights, const ClusterLimits& limits)
        : facts_{facts}, arranged_{arranged}, weights_{weights}, limits_{limits}, sets_{facts.size()}, rare_{weights, limits}, open_{weights}, by_receipt_(facts.size()) {
        for (Row row = 0; row < arranged.size(); ++row) by_receipt_[arranged[row]] = row;
        texts_.reserve(facts.size());
    }

    std::vector<Row> join_all() {
        meet_newest();
        const auto in_place = [](const Rarest& r) { return r.in_place(); };
        auto messages = messages_with([](const TextFacts& f) { return f.settlement; });
        sort_by_code(messages, [&](Row at) { return &facts_[at].settlement; });
        if (std::any_of(facts_.begin(), facts_.end(), [](const TextFacts& f) { return f.street != 0; })) {
            meet_by_words<2>(messages, [](const Near& a, const Near& b) { return a.settlement == b.settlement; }, in_place, [](const Near& t) { return t.street == 0 ? 0u : 1u; });
            sort_by_code(messages, [&](Row at) { return &facts_[at].street; });
        }
        meet_by_words<1>(messages, [](const Near& a, const Near& b) { return a.settlement == b.settlement && a.street == b.street; }, in_place, [](const Near&) { return 0u; });
        messages = messages_with([](const TextFacts& f) { return f.topic; });
        sort_by_code(messages, [&](Row at) { return &facts_[at].topic; });
        meet_by_words<1>(messages, [](const Near& a, const Near& b) { return a.topic == b.topic; }, [](const Rarest& r) { return r.on_topic(); }, [](const Near&) { return 0u; });
        std::vector<Row> earliest(facts_.size(), kNone), out(facts_.size());   // of every root, of every message
        for (Row at = 0; at < out.size(); ++at) {
            Row& first = earliest[sets_.root(by_receipt_[at])];
            out[at] = first = std::min(first, at);
        }
        return out;
    }

private:
    /// By receipt.
    template <class Code>
    std::vector<Row> messages_with(const Code& code) const {
        std::vector<Row> messages;
        messages.reserve(facts_.size());
        for (Row at = 0; at < facts_.size(); ++at)
            if (code(facts_[at]) != 0) messages.push_back(at);
        return messages;
    }
    bool is_near_in_time(Minute at, Minute earlier) const { return std::int64_t{at} - earlier <= limits_.apart; }

    /// Each with the newest of its settlement, street and topic; one of a street also with the newest there whose street nobody wrote.
    void meet_newest() {
        std::vector<Row> rows;
        TextWindow window{weights_};
        const auto least = static_cast<float>(limits_.same_place_and_topic);
        for (Row row = 0, block = 0, first = 0, unnamed = 0; row < arranged_.size(); ++row) {   // `first`: of its list and near in time; rows without a street stand first: [block, unnamed)
            add_near(row);
            const Near& own = texts_[row];
            if (own.settlement == 0 || own.topic == 0 || weights_.count_of(row) < limits_.least_words) continue;
            const auto i = static_cast<Row>(rows.size());
            rows.push_back(row);
            const bool is_new_block = i == 0 || own.settlement != texts_[rows[block]].settlement || own.topic != texts_[rows[block]].topic;
            if (is_new_block) block = i;
            if (is_new_block || own.street != texts_[rows[i - 1]].street) first = i;
            if (own.street == 0) unnamed = i + 1;
            else if (is_new_block) unnamed = i;
            while (!is_near_in_time(own.received, texts_[rows[first]].received)) ++first;
            window.add(row, std::min(i - first, TextWindow::kNewest));
            window.for_each_like(least, [&](std::uint32_t back) { sets_.join(row, rows[i - back]); });
            if (own.street != 0) meet_last(row, std::span{rows}.subspan(block, unnamed - block));
        }
    }
    void add_near(Row row) {
        constexpr Row kAhead = 16;   // facts lie anywhere in memory and are asked for before their turn comes
        if (row + kAhead < arranged_.size()) __builtin_prefetch(&facts_[arranged_[row + kAhead]]);
        const TextFacts& facts = facts_[arranged_[row]];
        const auto [rarest, words] = rare_.of(row);
        texts_.push_back({rarest, facts.settlement, facts.street, facts.topic, words, facts.received});
    }

    /// With the newest of `rows`, in their order of receipt, that came before it.
    void meet_last(Row at, std::span<const Row> rows) {
        const auto end = static_cast<std::size_t>(std::partition_point(rows.begin(), rows.end(), [&](Row row) { return arranged_[row] < arranged_[at]; }) - rows.begin());
        for (std::size_t back = 1; back <= std::min<std::size_t>(end, TextWindow::kNewest) && is_near_in_time(texts_[at].received, texts_[rows[end - back]].received); ++back)
            join_if_like(at, rows[end - back], limits_.same_place_and_topic);
    }

    /// Each with the newest of its group that share a word of the prefix. Where two lanes are, only with those of the other one.
    template <std::size_t kLanes, class IsSame, class Size, class Lane>
    void meet_by_words(const std::vector<Row>& messages, const IsSame& is_same_group, const Size& prefix_size, const Lane& lane) {
        std::vector<Link> newest(weights_.words().shared_words() * kLanes);
        for (std::size_t begin = 0; begin < messages.size(); begin += group_.size()) {
            group_.clear(), rows_.clear();
            for (std::size_t i = begin; i < messages.size(); ++i) {
                const Row row = by_receipt_[messages[i]];
                if (i > begin && !is_same_group(texts_[row], group_.front())) break;
                group_.push_back(texts_[row]);
                rows_.push_back(row);
            }
            for (std::size_t at = 0, first = 0; at < group_.size(); ++at) {   // `first`: near in time
                Near& own = group_[at];
                while (!is_near_in_time(own.received, group_[first].received)) ++first;
                const std::size_t mine = lane(own), other = kLanes - 1 - mine, n = prefix_size(own.rarest);
                const Link before = static_cast<Link>(begin + first + 1) << kWordBits;
                bool is_open = false;
                for (std::size_t w = 0; w < n; ++w) {
                    Link link = newest[own.words[w] * kLanes + other];
                    for (std::size_t visited = 0; visited < kOfWord && link >= before; ++visited) {
                        const std::size_t place = (link >> kWordBits) - 1 - begin;
                        Near& earlier = group_[place];
                        link = earlier.words[link % (1u << kWordBits)];
                        if (earlier.met_by == at + 1) continue;
                        earlier.met_by = static_cast<Row>(at + 1);
                        if (!is_open) rare_.open(own.rarest), is_open = true;
                        meet(own, earlier, rows_[at], rows_[place]);
                    }
                }
                for (std::size_t w = 0; w < n; ++w) own.words[w] = std::exchange(newest[own.words[w] * kLanes + mine], static_cast<Link>(begin + at + 1) << kWordBits | static_cast<Link>(w));
            }
        }
    }

    /// pre: near in time, `own` is open
    void meet(const Near& own, const Near& other, Row at, Row earlier) {
        const bool place = is_same(own.settlement, other.settlement) && !differ(own.street, other.street), topic = is_same(own.topic, other.topic);
        if (place && topic && own.street == other.street && at - earlier <= TextWindow::kNewest) return;   // they met
        const double least = place && topic ? limits_.same_place_and_topic : place ? limits_.same_place : limits_.same_topic;
        if (!rare_.may_be_like(own.rarest, other.rarest, static_cast<float>(least))) return;
        if (!place && (!topic || std::min(weights_.count_of(at), weights_.count_of(earlier)) < limits_.least_words_elsewhere)) return;
        join_if_like(at, earlier, least);
    }
    void join_if_like(Row at, Row earlier, double least) {
        if (sets_.root(at) == sets_.root(earlier)) return;
        open_.open(at);
        if (open_.likeness(earlier) >= least) sets_.join(at, earlier);
    }

    using Link = std::uint32_t;   // a message by its place among those that meet + 1, and which of its words is meant; 0 = none
    static constexpr Row kNone = 0xFFFFFFFF;
    static constexpr std::size_t kOfWord = 8;
    static constexpr std::uint32_t kWordBits = 3;

    std::span<const TextFacts> facts_;        // by receipt
    std::span<const Row> arranged_;           // the place by receipt of every row
    const TextWeights& weights_;              // of the rows
    const ClusterLimits& limits_;
    Sets sets_;
    RareWords rare_;
    OpenText open_;
    std::vector<Row> by_receipt_, rows_;      // the rows of all messages by receipt; of the group
    std::vector<Near> texts_, group_;         // of all rows; of the group that is being met
};

}  // namespace

std::vector<Row> arrange_texts(std::span<const TextFacts> facts) {
    std::vector<Row> rows(facts.size());
    std::iota(rows.begin(), rows.end(), 0u);
    sort_by_code(rows, [&](Row row) { return &facts[row].street; });
    sort_by_code(rows, [&](Row row) { return &facts[row].topic; });
    sort_by_code(rows, [&](Row row) { return &facts[row].settlement; });
    return rows;
}

std::vector<std::uint32_t> like_texts(std::span<const TextFacts> facts, std::span<const std::uint32_t> arranged, const TextWeights& weights, const ClusterLimits& limits) {
    return Joiner{facts, arranged, weights, limits}.join_all();
}

}  // namespace problemator
