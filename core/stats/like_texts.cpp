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
bool is_same_place(const TextFacts& a, const TextFacts& b) { return is_same(a.settlement, b.settlement) && !differ(a.street, b.street); }

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

/// Finds the pairs and joins them. A row is a place in the arrangement.
class Joiner {
public:
    Joiner(std::span<const TextFacts> facts, std::span<const Row> arranged, const TextWeights& weights, const ClusterLimits& limits)
        : received_{arranged}, weights_{weights}, limits_{limits}, sets_{facts.size()}, rare_{weights, limits}, open_{weights}, by_receipt_(facts.size()) {
        facts_.reserve(facts.size());
        for (const Row at : arranged) facts_.push_back(facts[at]);
        for (Row row = 0; row < arranged.size(); ++row) by_receipt_[arranged[row]] = row;
    }

    std::vector<Row> join_all() {
        meet_newest();
        const auto in_place = [](const Rarest& r) { return r.in_place; };
        auto rows = rows_where([&](Row row) { return facts_[row].settlement != 0 && weights_.count_of(row) >= limits_.least_words; });
        const bool has_streets = std::any_of(rows.begin(), rows.end(), [&](Row row) { return facts_[row].street != 0; });
        sort_by_code(rows, [&](Row row) { return &facts_[row].settlement; });
        if (has_streets) meet_by_words(rows, [](const TextFacts& a, const TextFacts& b) { return a.settlement == b.settlement; }, in_place, [](const TextFacts& f) { return f.street == 0 ? 0u : 1u; });
        sort_by_code(rows, [&](Row row) { return &facts_[row].street; });
        meet_by_words(rows, [](const TextFacts& a, const TextFacts& b) { return a.settlement == b.settlement && a.street == b.street; }, in_place, [](const TextFacts&) { return 0u; });
        rows = rows_where([&](Row row) { return facts_[row].topic != 0 && weights_.count_of(row) >= std::max(limits_.least_words, limits_.least_words_elsewhere); });
        sort_by_code(rows, [&](Row row) { return &facts_[row].topic; });
        meet_by_words(rows, [](const TextFacts& a, const TextFacts& b) { return a.topic == b.topic; }, [](const Rarest& r) { return r.on_topic; }, [](const TextFacts&) { return 0u; });
        std::vector<Row> earliest(facts_.size(), Rarest::kNone), out(facts_.size());   // of every root, of every message
        for (Row at = 0; at < out.size(); ++at) {
            Row& first = earliest[sets_.root(by_receipt_[at])];
            out[at] = first = std::min(first, at);
        }
        return out;
    }

private:
    /// By receipt.
    template <class Keep>
    std::vector<Row> rows_where(const Keep& keep) const {
        std::vector<Row> rows;
        for (const Row row : by_receipt_)
            if (keep(row)) rows.push_back(row);
        return rows;
    }
    bool is_near_in_time(Row at, Row earlier) const { return std::int64_t{facts_[at].received} - facts_[earlier].received <= limits_.apart; }

    /// Each with the newest of its settlement, street and topic; one of a street also with the newest there whose street nobody wrote.
    void meet_newest() {
        std::vector<Row> rows;
        for (Row row = 0; row < facts_.size(); ++row)
            if (facts_[row].settlement != 0 && facts_[row].topic != 0 && weights_.count_of(row) >= limits_.least_words) rows.push_back(row);
        TextWindow window{weights_};
        for (std::size_t i = 0, block = 0, street = 0, unnamed = 0; i < rows.size(); ++i) {   // rows without a street stand first: [block, unnamed)
            const TextFacts& own = facts_[rows[i]];
            const bool is_new_block = i == 0 || own.settlement != facts_[rows[block]].settlement || own.topic != facts_[rows[block]].topic;
            if (is_new_block) block = i;
            if (is_new_block || own.street != facts_[rows[street]].street) {
                street = i;
                window.clear();
            }
            if (own.street == 0) unnamed = i + 1;
            else if (is_new_block) unnamed = i;
            window.add(rows[i]);
            for (std::uint32_t back = 1; back <= window.before(); ++back)
                if (static_cast<double>(window.likeness(back)) >= limits_.same_place_and_topic && is_near_in_time(rows[i], rows[i - back])) sets_.join(rows[i], rows[i - back]);
            if (own.street != 0) meet_last(rows[i], std::span{rows}.subspan(block, unnamed - block));
        }
    }

    /// With the newest of `rows`, in their order of receipt, that came before it.
    void meet_last(Row at, std::span<const Row> rows) {
        const auto end = static_cast<std::size_t>(std::partition_point(rows.begin(), rows.end(), [&](Row row) { return received_[row] < received_[at]; }) - rows.begin());
        for (std::size_t back = 1; back <= std::min<std::size_t>(end, TextWindow::kNewest) && is_near_in_time(at, rows[end - back]); ++back) meet(at, rows[end - back]);
    }

    /// Each with the newest of its group that share a word of the prefix. Where two lanes are, only with those of the other one.
    template <class IsSame, class Prefix, class Lane>
    void meet_by_words(const std::vector<Row>& rows, const IsSame& is_same_group, const Prefix& prefix, const Lane& lane) {
        const bool has_two = std::any_of(rows.begin(), rows.end(), [&](Row row) { return lane(facts_[row]) != 0; });
        std::vector<std::array<Row, kOfWord>> newest(rare_.ranks() * (has_two ? 2 : 1));   // places in `rows` + 1, the newest first
        for (std::size_t i = 0, first = 0; i < rows.size(); ++i) {   // `first`: of its group and near in time
            const Row at = rows[i];
            if (i + 2 * kAhead < rows.size()) {
                __builtin_prefetch(&rare_.of(rows[i + 2 * kAhead]));
            }
            if (i + kAhead < rows.size())
                for (const std::uint32_t rank : rare_.of(rows[i + kAhead]).ranks) __builtin_prefetch(newest.data() + std::min(rank * (has_two ? std::size_t{2} : 1), newest.size()));
            if (!is_same_group(facts_[at], facts_[rows[first]])) first = i;
            while (!is_near_in_time(at, rows[first])) ++first;
            const Rarest& rarest = rare_.of(at);
            const std::uint32_t own = lane(facts_[at]), other = has_two ? 1 - own : own;
            const std::size_t begin = waiting_.size();
            for (std::size_t w = 0; w < prefix(rarest); ++w) {
                const std::size_t list = rarest.ranks[w] * (has_two ? std::size_t{2} : 1);
                for (const Row place : newest[list + other]) {
                    if (place <= first) break;   // of another group, too long ago, or none
                    meet_later(at, rows[place - 1], begin);
                }
                auto& mine = newest[list + own];
                std::copy_backward(mine.begin(), mine.end() - 1, mine.end());
                mine[0] = static_cast<Row>(i + 1);
            }
            if (waiting_.size() >= kWaiting) meet_waiting();
        }
        meet_waiting();
    }

    /// Pairs wait until there are many, and what they need is asked for in the meantime. Those of `at` stand from `begin` on.
    void meet_later(Row at, Row earlier, std::size_t begin) {
        if (std::any_of(waiting_.begin() + static_cast<std::ptrdiff_t>(begin), waiting_.end(), [&](const auto& pair) { return pair.second == earlier; })) return;
        weights_.ask_for_place(earlier);
        waiting_.emplace_back(at, earlier);
    }
    void meet_waiting() {
        for (std::size_t i = 0; i < waiting_.size(); ++i) {
            if (i + kAhead < waiting_.size() && sets_.root(waiting_[i + kAhead].first) != sets_.root(waiting_[i + kAhead].second)) weights_.ask_for(waiting_[i + kAhead].second);
            meet(waiting_[i].first, waiting_[i].second);
        }
        waiting_.clear();
    }

    /// pre: near in time
    void meet(Row at, Row earlier) {
        if (sets_.root(at) == sets_.root(earlier)) return;
        const TextFacts &a = facts_[at], &b = facts_[earlier];
        const bool place = is_same_place(a, b), topic = is_same(a.topic, b.topic);
        if (!place && (!topic || std::min(weights_.count_of(at), weights_.count_of(earlier)) < limits_.least_words_elsewhere)) return;
        const double least = place && topic ? limits_.same_place_and_topic : place ? limits_.same_place : limits_.same_topic;
        if (most_alike(rare_.of(at), rare_.of(earlier)) < least) return;
        open_.open(at);
        if (open_.likeness(earlier) >= least) sets_.join(at, earlier);
    }

    static constexpr std::size_t kOfWord = 8, kWaiting = 256, kAhead = 8;   // kAhead: what lies anywhere in memory is asked for before its turn comes

    std::span<const Row> received_;   // place by receipt of every row
    std::vector<TextFacts> facts_;
    const TextWeights& weights_;
    const ClusterLimits& limits_;
    Sets sets_;
    RareWords rare_;
    OpenText open_;
    std::vector<Row> by_receipt_;
    std::vector<std::pair<Row, Row>> waiting_;
};

}  // namespace

std::vector<std::uint32_t> arrange_texts(std::span<const TextFacts> facts) {
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
