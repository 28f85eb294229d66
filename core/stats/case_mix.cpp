#include "core/stats/case_mix.hpp"

#include <algorithm>
#include <cmath>

#include "core/base/similar_sets.hpp"
#include "core/stats/wilson.hpp"

namespace problemator {
namespace {

struct Sums {
    double n = 0, sum = 0, squares = 0;
    void add(double y) { n += 1, sum += y, squares += y * y; }
    Sums& operator+=(const Sums& o) { return n += o.n, sum += o.sum, squares += o.squares, *this; }
    Sums operator-(const Sums& o) const { return {n - o.n, sum - o.sum, squares - o.squares}; }
};

// Numbers pairs of numbers 0, 1, 2… in the order of their first appearance; open addressing, since a million rows ask several times each.
class Pairs {
public:
    std::uint32_t id(std::uint32_t a, std::uint32_t b) {
        if (2 * (size_ + 1) > slots_.size()) grow();
        Slot& slot = find(std::uint64_t{a} << 32 | b);
        if (slot.id == kFree) slot = {std::uint64_t{a} << 32 | b, size_++};
        return slot.id;
    }

private:
    static constexpr std::uint32_t kFree = 0xFFFFFFFF;
    struct Slot { std::uint64_t key = 0; std::uint32_t id = kFree; };

    Slot& find(std::uint64_t key) {
        std::size_t at = static_cast<std::size_t>(mix_bits(key)) & (slots_.size() - 1);
        while (slots_[at].id != kFree && slots_[at].key != key) at = (at + 1) & (slots_.size() - 1);
        return slots_[at];
    }
    void grow() {
        std::vector<Slot> old(slots_.empty() ? 64 : 2 * slots_.size());
        old.swap(slots_);
        for (const Slot& slot : old)
            if (slot.id != kFree) find(slot.key) = slot;
    }

    std::vector<Slot> slots_;
    std::uint32_t size_ = 0;
};

// A cell holds the messages of one department in one finest stratum; stratum[k][cell] is its stratum by the first k columns.
struct Cells {
    std::vector<std::uint32_t> unit;
    std::vector<std::vector<std::uint32_t>> stratum;
    std::vector<Sums> sums;
};

Cells make_cells(const CaseMix& messages, std::size_t rows) {
    const std::size_t columns = messages.strata.size();
    std::vector<Pairs> pairs(columns);
    Pairs cell_of;
    Cells cells{{}, std::vector<std::vector<std::uint32_t>>(columns + 1), {}};
    std::vector<std::uint32_t> stratum(columns + 1);
    for (std::size_t row = 0; row < rows; ++row) {
        if (!std::isfinite(messages.outcome[row])) continue;
        for (std::size_t k = 0; k < columns; ++k) stratum[k + 1] = pairs[k].id(stratum[k], messages.strata[k][row]);
        const std::uint32_t cell = cell_of.id(stratum[columns], messages.unit[row]);
        if (cell == cells.unit.size()) {
            cells.unit.push_back(messages.unit[row]);
            cells.sums.emplace_back();
            for (std::size_t k = 0; k <= columns; ++k) cells.stratum[k].push_back(stratum[k]);
        }
        cells.sums[cell].add(messages.outcome[row]);
    }
    return cells;
}

// Sums of all strata of one level, and of each department within.
struct Level {
    std::vector<Sums> all, own;
    std::vector<std::uint32_t> own_of;       // beside the cells
};

std::vector<Level> sum_levels(const Cells& cells) {
    std::vector<Level> levels(cells.stratum.size());
    for (std::size_t k = 0; k < levels.size(); ++k) {
        Level& level = levels[k];
        Pairs own;
        for (std::size_t cell = 0; cell < cells.unit.size(); ++cell) {
            const std::uint32_t stratum = cells.stratum[k][cell], id = own.id(stratum, cells.unit[cell]);
            if (stratum >= level.all.size()) level.all.resize(stratum + 1);
            if (id >= level.own.size()) level.own.emplace_back();
            level.all[stratum] += cells.sums[cell];
            level.own[id] += cells.sums[cell];
            level.own_of.push_back(id);
        }
    }
    return levels;
}

Sums peers_of(const Cells& cells, std::size_t cell, const Level& level, std::size_t k, Peers peers) {
    const Sums& all = level.all[cells.stratum[k][cell]];
    return peers == Peers::All ? all : all - level.own[level.own_of[cell]];
}

void compare(CaseMixUnit& unit, const Cells& cells, std::size_t cell, const std::vector<Level>& levels, const CaseMixOptions& options) {
    const std::size_t finest = levels.size() - 1, widest = std::min(options.kept_columns, finest);
    const Sums& sums = cells.sums[cell];
    const auto messages = static_cast<std::size_t>(sums.n);
    for (std::size_t k = finest;; --k) {
        const Sums peers = peers_of(cells, cell, levels[k], k, options.peers);
        const bool is_last = k == widest;
        if (peers.n >= std::max(options.min_peers, 1.0) || (is_last && peers.n >= 1)) {
            const double mean = peers.sum / peers.n;
            unit.n += messages;
            unit.pooled += k < finest ? messages : 0;
            unit.observed += sums.sum;
            unit.expected += sums.n * mean;
            unit.variance += sums.n * std::max(0.0, peers.squares / peers.n - mean * mean);
            return;
        }
        if (is_last) break;
    }
    unit.left_out += messages;
}

Finding<Interval> ratio_of(const CaseMixUnit& unit, const CaseMixOptions& options) {
    const bool is_finite = std::isfinite(unit.expected) && std::isfinite(unit.observed) && std::isfinite(unit.variance);
    if (unit.n == 0 || !(unit.expected > 0) || !is_finite) return withheld<Interval>(Reason::TooFewCounts, unit.n);
    if (options.interval == CaseMixInterval::Count) {
        auto ratio = observed_to_expected(unit.observed, unit.expected, options.count);
        ratio.n = unit.n;
        return ratio;
    }
    const double n = static_cast<double>(unit.n), ratio = unit.observed / unit.expected;
    if (options.interval == CaseMixInterval::Share) {
        const Interval own = wilson(unit.observed, n);
        return found(Interval{ratio, own.low * n / unit.expected, own.high * n / unit.expected}, unit.n);
    }
    const double half = kZ95 * std::sqrt(unit.variance) / unit.expected;
    return found(Interval{ratio, std::max(0.0, ratio - half), ratio + half}, unit.n);
}

}  // namespace

std::vector<CaseMixUnit> case_mix(const CaseMix& messages, const CaseMixOptions& options) {
    std::size_t rows = std::min(messages.unit.size(), messages.outcome.size());
    for (const auto& column : messages.strata) rows = std::min(rows, column.size());
    const Cells cells = make_cells(messages, rows);
    const auto levels = sum_levels(cells);
    Pairs unit_of;
    std::vector<CaseMixUnit> out;
    for (std::size_t cell = 0; cell < cells.unit.size(); ++cell) {
        const std::uint32_t id = unit_of.id(cells.unit[cell], 0);
        if (id == out.size()) out.emplace_back();
        out[id].unit = cells.unit[cell];
        compare(out[id], cells, cell, levels, options);
    }
    for (auto& unit : out) unit.ratio = ratio_of(unit, options);
    std::sort(out.begin(), out.end(), [](const CaseMixUnit& a, const CaseMixUnit& b) { return a.unit < b.unit; });
    return out;
}

}  // namespace problemator
