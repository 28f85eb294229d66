#include "core/stats/like_texts.hpp"

#include <algorithm>
#include <array>
#include <atomic>
#include <memory>
#include <numeric>
#include <utility>

#include "core/base/parallel.hpp"
#include "core/stats/rare_words.hpp"
#include "core/stats/sort_codes.hpp"
#include "core/stats/text_window.hpp"

namespace problemator {
namespace {

using Row = std::uint32_t;

#ifdef __EMSCRIPTEN__
constexpr bool kCanAsk = false;   // WebAssembly has no prefetch
#else
constexpr bool kCanAsk = true;
#endif

bool differ(std::uint32_t a, std::uint32_t b) { return a != 0 && b != 0 && a != b; }
bool is_same(std::uint32_t a, std::uint32_t b) { return a != 0 && a == b; }

/// Union-find; the root is the earliest of its set (Tarjan 1975, paths halved). Threads may join at once, since a root only ever comes under an earlier one and
/// every other message under one that is above it already (Jayanti, Tarjan 2016, PODC, 75–82): the sets are the same in any order.
class Sets {
public:
    explicit Sets(std::size_t n) : parent_(n) {
        for (Row row = 0; row < n; ++row) parent_[row].store(row, std::memory_order_relaxed);
    }
    Row root(Row row) {
        for (Row above = parent(row); above != row;) {
            const Row higher = parent(above);
            if (higher != above) parent_[row].store(higher, std::memory_order_relaxed);
            row = std::exchange(above, higher);
        }
        return row;
    }
    void join(Row a, Row b) {
        for (a = root(a), b = root(b); a != b; a = root(a), b = root(b)) {
            Row later = std::max(a, b);
            if (parent_[later].compare_exchange_strong(later, std::min(a, b), std::memory_order_relaxed)) return;
        }
    }

private:
    Row parent(Row row) const { return parent_[row].load(std::memory_order_relaxed); }

    std::vector<std::atomic<Row>> parent_;
};

/// What is known of a text when it is met; set by Meeting::add_near().
struct alignas(32) Near {
    Rarest rarest;
    std::uint32_t settlement, street, topic;
    Prefix words;                    // when it was met, a link each: to the text before that has the word
    Minute received;
    Row met_by;                      // the last that met it, by its place in the group + 1
    void ask_for() const { __builtin_prefetch(this), __builtin_prefetch(reinterpret_cast<const char*>(this) + 64); }
};
static_assert(sizeof(Near) == 96);   // a line of the cache and a half

/// What all threads share. A row is a place in the arrangement; a thread writes to rows of its settlement only.
struct Shared {
    std::span<const TextFacts> facts;        // by receipt
    std::span<const Row> arranged;           // the place by receipt of every row
    const TextWeights& weights;              // of the rows
    const ClusterLimits& limits;
    RareWords rare{weights, limits};
    Sets sets{facts.size()};
    std::unique_ptr<Near[]> texts{new Near[facts.size()]};   // of the rows, set settlement by settlement
};

/// Finds pairs and joins them: of one settlement after another, then of one topic after another.
class Meeting {
public:
    explicit Meeting(Shared& shared)
        : shared_{shared}, weights_{shared.weights}, limits_{shared.limits}, window_{shared.weights}, rare_{shared.rare}, open_{shared.weights}, newest_(shared.weights.words().shared_words() * 2) {}

    /// pre: [begin, end) are the rows of the settlement; 0: of an unknown one, where none meet
    void meet_in_place(Row begin, Row end) {
        for (Row row = begin; row < end; ++row) add_near(row);
        if (shared_.texts[begin].settlement == 0) return;
        meet_newest(begin, end);
        rows_.resize(end - begin);
        std::iota(rows_.begin(), rows_.end(), begin);
        sort_by_code(rows_, [&](Row row) { return &shared_.arranged[row]; });
        const auto in_place = [](const Near& t) { return t.rarest.in_place(); };
        if (std::any_of(&shared_.texts[begin], &shared_.texts[begin] + (end - begin), [](const Near& t) { return t.street != 0; })) {
            meet_by_words<2>(rows_, in_place, [](const Near& t) { return t.street == 0 ? 0u : 1u; });
            sort_by_code(rows_, [&](Row row) { return &shared_.texts[row].street; });
        }
        for (std::size_t from = 0, until = 0; from < rows_.size(); from = until) {
            const std::uint32_t street = shared_.texts[rows_[from]].street;
            while (until < rows_.size() && shared_.texts[rows_[until]].street == street) ++until;
            meet_by_words<1>(std::span{rows_}.subspan(from, until - from), in_place, [](const Near&) { return 0u; });
        }
    }
    /// Those that may be like others of their topic, in no order.
    const std::vector<Row>& for_topics() const { return for_topics_; }
    /// pre: `rows` are of one topic, by receipt
    void meet_on_topic(std::span<const Row> rows) {
        meet_by_words<1>(rows, [](const Near& t) { return t.rarest.on_topic(); }, [](const Near&) { return 0u; });
    }

private:
    bool is_near_in_time(Minute at, Minute earlier) const { return std::int64_t{at} - earlier <= limits_.apart; }

    void add_near(Row row) {
        if (row + kAhead < shared_.arranged.size()) __builtin_prefetch(&shared_.facts[shared_.arranged[row + kAhead]]);
        const TextFacts& facts = shared_.facts[shared_.arranged[row]];
        const auto [rarest, words] = shared_.rare.of(row);
        shared_.texts[row] = {rarest, facts.settlement, facts.street, facts.topic, words, facts.received, 0};
        if (facts.topic != 0 && rarest.on_topic() > 0) for_topics_.push_back(row);
    }

    /// Each with the newest of its topic and street; one of a street also with the newest there whose street nobody wrote.
    void meet_newest(Row begin, Row end) {
        const Near* const texts = shared_.texts.get();
        const auto least = static_cast<float>(limits_.same_place_and_topic);
        std::vector<Row> rows;
        for (Row row = begin, block = 0, first = 0, unnamed = 0; row < end; ++row) {   // `first`: of its list and near in time; rows without a street stand first: [block, unnamed)
            const Near& own = texts[row];
            if (own.topic == 0 || weights_.count_of(row) < limits_.least_words) continue;
            const auto i = static_cast<Row>(rows.size());
            rows.push_back(row);
            const bool is_new_block = i == 0 || own.topic != texts[rows[block]].topic;
            if (is_new_block) block = i;
            if (is_new_block || own.street != texts[rows[i - 1]].street) first = i;
            if (own.street == 0) unnamed = i + 1;
            else if (is_new_block) unnamed = i;
            while (!is_near_in_time(own.received, texts[rows[first]].received)) ++first;
            window_.add(row, std::min(i - first, TextWindow::kNewest));
            window_.for_each_like(least, [&](std::uint32_t back) { shared_.sets.join(row, rows[i - back]); });
            if (own.street != 0) meet_last(row, std::span{rows}.subspan(block, unnamed - block));
        }
    }

    /// With the newest of `rows`, in their order of receipt, that came before it.
    void meet_last(Row at, std::span<const Row> rows) {
        const auto end = static_cast<std::size_t>(std::partition_point(rows.begin(), rows.end(), [&](Row row) { return shared_.arranged[row] < shared_.arranged[at]; }) - rows.begin());
        for (std::size_t back = 1; back <= std::min<std::size_t>(end, TextWindow::kNewest) && is_near_in_time(shared_.texts[at].received, shared_.texts[rows[end - back]].received); ++back)
            join_if_like(at, rows[end - back], limits_.same_place_and_topic);
    }

    /// Each with the newest of `rows`, by receipt, that share a word of the prefix. Where two lanes are, only with those of the other one.
    template <std::size_t kLanes, class Size, class Lane>
    void meet_by_words(std::span<const Row> rows, const Size& prefix_size, const Lane& lane) {
        group_.clear();
        for (std::size_t i = 0; i < rows.size(); ++i) {
            if (i + kAhead < rows.size()) shared_.texts[rows[i + kAhead]].ask_for();
            group_.push_back(shared_.texts[rows[i]]);
        }
        for (std::size_t at = 0, first = 0; at < group_.size(); ++at) {   // `first`: near in time
            if (kCanAsk && at + kSoon < group_.size()) ask_for_newest<kLanes>(group_[at + kSoon], prefix_size(group_[at + kSoon]), lane(group_[at + kSoon]));
            Near& own = group_[at];
            while (!is_near_in_time(own.received, group_[first].received)) ++first;
            const std::size_t mine = lane(own), other = kLanes - 1 - mine, n = prefix_size(own);
            const Link before = link_to(first);
            bool is_open = false;
            for (std::size_t w = 0; w < n; ++w) {
                Link link = newest_[own.words[w] * kLanes + other];
                for (std::size_t visited = 0; visited < kOfWord && link >= before; ++visited) {
                    const std::size_t place = (link >> kWordBits) - 1 - met_before_;
                    Near& earlier = group_[place];
                    link = earlier.words[link % (1u << kWordBits)];
                    if (earlier.met_by == at + 1) continue;
                    earlier.met_by = static_cast<Row>(at + 1);
                    if (!is_open) rare_.open(own.rarest), is_open = true;
                    meet(own, earlier, rows[at], rows[place]);
                }
            }
            for (std::size_t w = 0; w < n; ++w) own.words[w] = std::exchange(newest_[own.words[w] * kLanes + mine], link_to(at) | static_cast<Link>(w));
        }
        met_before_ += group_.size();
    }

    /// Its turn to meet comes soon: the newest that have its words lie anywhere in the group.
    template <std::size_t kLanes>
    void ask_for_newest(const Near& own, std::size_t words, std::size_t lane) const {
        for (std::size_t w = 0; w < words; ++w) {
            const Link link = newest_[own.words[w] * kLanes + kLanes - 1 - lane];
            if (link >= link_to(0)) group_[(link >> kWordBits) - 1 - met_before_].ask_for();
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
        if (shared_.sets.root(at) == shared_.sets.root(earlier)) return;
        open_.open(at);
        if (open_.likeness(earlier) >= least) shared_.sets.join(at, earlier);
    }

    using Link = std::uint32_t;   // a message by its number among all that this Meeting let meet + 1, and which of its words is meant; 0 = none
    static constexpr std::size_t kOfWord = 8, kSoon = 4, kAhead = 16;   // what lies anywhere in memory is asked for before its turn comes
    static constexpr std::uint32_t kWordBits = 3;
    Link link_to(std::size_t place) const { return static_cast<Link>(met_before_ + place + 1) << kWordBits; }

    Shared& shared_;
    const TextWeights& weights_;
    const ClusterLimits& limits_;
    TextWindow window_;
    OpenRarest rare_;
    OpenText open_;
    std::vector<Link> newest_;                // of every word and lane; older than the group: means none
    std::vector<Row> rows_, for_topics_;      // of the settlement; of all settlements
    std::vector<Near> group_;                 // that is being met
    std::size_t met_before_ = 0;
};

/// Lists of rows that meet, and a Meeting for each thread that takes one list after another.
class Meetings {
public:
    explicit Meetings(Shared& shared) : shared_{shared}, of_threads_(shared.facts.size() < kFew ? 1 : thread_count()) {}

    /// Calls `meet(meeting, begin, end)` for each list in [0, size): those whose `code(i)` is one.
    template <class Code, class Meet>
    void each_list(std::size_t size, const Code& code, const Meet& meet) {
        std::vector<std::size_t> begins;
        for (std::size_t i = 0; i < size; ++i)
            if (i == 0 || code(i) != code(i - 1)) begins.push_back(i);
        begins.push_back(size);
        std::atomic<std::size_t> next{0};
        parallel_for(of_threads_.size(), [&](std::size_t thread) {
            if (!of_threads_[thread]) of_threads_[thread] = std::make_unique<Meeting>(shared_);
            for (std::size_t list = next++; list + 1 < begins.size(); list = next++) meet(*of_threads_[thread], begins[list], begins[list + 1]);
        });
    }
    /// What all threads have kept for the topics.
    std::vector<Row> for_topics() const {
        std::vector<Row> rows;
        for (const auto& meeting : of_threads_) rows.insert(rows.end(), meeting->for_topics().begin(), meeting->for_topics().end());
        return rows;
    }

private:
    static constexpr std::size_t kFew = 50'000;   // messages that one thread is enough for

    Shared& shared_;
    std::vector<std::unique_ptr<Meeting>> of_threads_;
};

void meet_in_places(Shared& shared, Meetings& meetings) {
    meetings.each_list(shared.arranged.size(), [&](std::size_t row) { return shared.facts[shared.arranged[row]].settlement; },
                       [](Meeting& meeting, std::size_t begin, std::size_t end) { meeting.meet_in_place(static_cast<Row>(begin), static_cast<Row>(end)); });
}

void meet_on_topics(Shared& shared, Meetings& meetings) {
    std::vector<Row> rows = meetings.for_topics();
    const auto topic_of = [&](Row row) { return &shared.facts[shared.arranged[row]].topic; };
    sort_by_code(rows, [&](Row row) { return &shared.arranged[row]; });
    sort_by_code(rows, topic_of);
    meetings.each_list(rows.size(), [&](std::size_t i) { return *topic_of(rows[i]); },
                       [&](Meeting& meeting, std::size_t begin, std::size_t end) { meeting.meet_on_topic(std::span{rows}.subspan(begin, end - begin)); });
}

/// Of every message the earliest of its set.
std::vector<Row> earliest_of(Shared& shared) {
    constexpr Row kNone = 0xFFFFFFFF;
    std::vector<Row> first(shared.arranged.size(), kNone), out(shared.arranged.size());   // of every root, of every message
    for (Row row = 0; row < out.size(); ++row) {
        Row& at = first[shared.sets.root(row)];
        at = std::min(at, shared.arranged[row]);
    }
    for (Row row = 0; row < out.size(); ++row) out[shared.arranged[row]] = first[shared.sets.root(row)];
    return out;
}

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
    Shared shared{.facts = facts, .arranged = arranged, .weights = weights, .limits = limits};
    Meetings meetings{shared};
    meet_in_places(shared, meetings);
    meet_on_topics(shared, meetings);
    return earliest_of(shared);
}

}  // namespace problemator
