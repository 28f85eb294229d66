#include "core/stats/case_mix.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "core/base/parallel.hpp"
#include "core/stats/pair_numbers.hpp"
#include "core/stats/wilson.hpp"

namespace problemator {
namespace {

struct Sums {
    double n = 0, sum = 0, squares = 0;
    void add(double y) { n += 1, sum += y, squares += y * y; }
    Sums& operator+=(const Sums& o) { return n += o.n, sum += o.sum, squares += o.squares, *this; }
    Sums operator-(const Sums& o) const { return {n - o.n, sum - o.sum, squares - o.squares}; }
};

// A cell holds the messages of one department in one finest stratum; stratum[k][cell] is its stratum by the first k columns.
struct Cells {
    std::vector<std::uint32_t> unit;
    std::vector<std::vector<std::uint32_t>> stratum;
    std::vector<Sums> sums;
};

std::uint64_t codes_of(std::span<const std::uint32_t> column, std::size_t rows) {
    std::uint32_t most = 0;
    for (const std::uint32_t code : column.first(rows)) most = std::max(most, code);
    return std::uint64_t{most} + 1;
}

// Finds the cells. They lie anywhere in memory, so some rows ask for theirs before the first of them is looked at.
class CellMaker {
public:
    CellMaker(const CaseMix& messages, std::size_t rows) : messages_{messages}, rows_{rows}, columns_{messages.strata.size()}, strata_((columns_ + 1) * kAtOnce) {
        std::uint64_t most = 1;   // strata by the columns so far
        for (const auto column : messages.strata) {
            const std::uint64_t codes = codes_of(column, rows);
            pairs_.emplace_back(rows, most, codes);
            most = std::min<std::uint64_t>(most * codes, rows);
        }
        cell_of_ = {rows, most, codes_of(messages.unit, rows)};
        cells_.stratum.resize(columns_ + 1);
    }

    Cells make() && {
        for (std::size_t from = 0; from < rows_; from += kAtOnce) {
            const std::size_t n = std::min(kAtOnce, rows_ - from);
            each_counted(from, n, [&](std::size_t row, std::size_t i) { ask_for(row, strata_of(i)); });
            each_counted(from, n, [&](std::size_t row, std::size_t i) { found_[i] = cell_of(row, strata_of(i)); });
            each_counted(from, n, [&](std::size_t row, std::size_t i) { cells_.sums[found_[i]].add(messages_.outcome[row]); });
        }
        return std::move(cells_);
    }

private:
    static constexpr std::size_t kAtOnce = 64;

    template <class Visit>
    void each_counted(std::size_t from, std::size_t n, const Visit& visit) const {
        for (std::size_t i = 0; i < n; ++i)
            if (std::isfinite(messages_.outcome[from + i])) visit(from + i, i);
    }
    std::uint32_t* strata_of(std::size_t i) { return &strata_[i * (columns_ + 1)]; }

    void ask_for(std::size_t row, std::uint32_t* stratum) {
        for (std::size_t k = 0; k < columns_; ++k) stratum[k + 1] = pairs_[k].id(stratum[k], messages_.strata[k][row]);
        cell_of_.ask_for(stratum[columns_], messages_.unit[row]);
    }
    std::uint32_t cell_of(std::size_t row, const std::uint32_t* stratum) {
        const std::uint32_t cell = cell_of_.id(stratum[columns_], messages_.unit[row]);
        __builtin_prefetch(cells_.sums.data() + cell);
        if (cell < cells_.unit.size()) return cell;
        cells_.unit.push_back(messages_.unit[row]);
        cells_.sums.emplace_back();
        for (std::size_t k = 0; k <= columns_; ++k) cells_.stratum[k].push_back(stratum[k]);
        return cell;
    }

    const CaseMix& messages_;
    std::size_t rows_, columns_;
    std::vector<PairNumbers> pairs_;
    PairNumbers cell_of_;
    Cells cells_;
    std::vector<std::uint32_t> strata_;              // of the rows that are looked at: by none, one, two … columns
    std::array<std::uint32_t, kAtOnce> found_{};     // their cells
};

// Sums of all strata of one level, and of each department within.
struct Level {
    std::vector<Sums> all, own;
    std::vector<std::uint32_t> own_of;       // beside the cells
};

Level sum_level(const Cells& cells, std::span<const std::uint32_t> strata) {
    const std::size_t n = cells.unit.size();
    Level level{std::vector<Sums>(n == 0 ? 0 : *std::max_element(strata.begin(), strata.end()) + std::size_t{1}), {}, {}};
    PairNumbers own{n, level.all.size(), codes_of(cells.unit, n)};
    level.own_of.reserve(n);
    for (std::size_t cell = 0; cell < n; ++cell) {
        const std::uint32_t id = own.id(strata[cell], cells.unit[cell]);
        if (id >= level.own.size()) level.own.emplace_back();
        level.all[strata[cell]] += cells.sums[cell];
        level.own[id] += cells.sums[cell];
        level.own_of.push_back(id);
    }
    return level;
}

std::vector<Level> sum_levels(const Cells& cells) {
    std::vector<Level> levels(cells.stratum.size());
    parallel_for(levels.size(), [&](std::size_t k) { levels[k] = sum_level(cells, cells.stratum[k]); });
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
    const Cells cells = CellMaker{messages, rows}.make();
    const auto levels = sum_levels(cells);
    PairNumbers unit_of{cells.unit.size(), 1, codes_of(cells.unit, cells.unit.size())};
    std::vector<CaseMixUnit> out;
    for (std::size_t cell = 0; cell < cells.unit.size(); ++cell) {
        const std::uint32_t id = unit_of.id(0, cells.unit[cell]);
        if (id == out.size()) out.emplace_back();
        out[id].unit = cells.unit[cell];
        compare(out[id], cells, cell, levels, options);
    }
    for (auto& unit : out) unit.ratio = ratio_of(unit, options);
    std::sort(out.begin(), out.end(), [](const CaseMixUnit& a, const CaseMixUnit& b) { return a.unit < b.unit; });
    return out;
}

}  // namespace problemator
