#include "core/stats/case_mix.hpp"

#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "core/stats/wilson.hpp"

namespace problemator {
namespace {

struct Sums {
    double n = 0, sum = 0, squares = 0;
    void add(double y) { n += 1, sum += y, squares += y * y; }
    Sums& operator+=(const Sums& o) { return n += o.n, sum += o.sum, squares += o.squares, *this; }
    Sums operator-(const Sums& o) const { return {n - o.n, sum - o.sum, squares - o.squares}; }
};

// Numbers pairs of numbers 0, 1, 2… in the order of their first appearance.
class Pairs {
public:
    std::uint32_t id(std::uint32_t a, std::uint32_t b) {
        return ids_.try_emplace(std::uint64_t{a} << 32 | b, static_cast<std::uint32_t>(ids_.size())).first->second;
    }
    std::size_t size() const { return ids_.size(); }

private:
    std::unordered_map<std::uint64_t, std::uint32_t> ids_;
};

// Messages of one department in one finest stratum; `level[k]` is its stratum by the first k columns.
struct Cell { std::uint32_t unit = 0; std::vector<std::uint32_t> level; Sums sums; };

std::vector<Cell> make_cells(const CaseMix& messages, std::size_t rows) {
    const std::size_t columns = messages.strata.size();
    std::vector<Pairs> pairs(columns);
    Pairs cell_of;
    std::vector<Cell> cells;
    std::vector<std::uint32_t> level(columns + 1);
    for (std::size_t row = 0; row < rows; ++row) {
        if (!std::isfinite(messages.outcome[row])) continue;
        for (std::size_t k = 0; k < columns; ++k) level[k + 1] = pairs[k].id(level[k], messages.strata[k][row]);
        const std::uint32_t id = cell_of.id(level[columns], messages.unit[row]);
        if (id == cells.size()) cells.push_back({messages.unit[row], level, {}});
        cells[id].sums.add(messages.outcome[row]);
    }
    return cells;
}

// Sums of all strata of one level, and of each department within.
struct Level {
    std::unordered_map<std::uint32_t, Sums> all;
    std::unordered_map<std::uint64_t, Sums> own;
};

std::vector<Level> sum_levels(const std::vector<Cell>& cells, std::size_t columns) {
    std::vector<Level> levels(columns + 1);
    for (const auto& cell : cells) {
        for (std::size_t k = 0; k <= columns; ++k) {
            levels[k].all[cell.level[k]] += cell.sums;
            levels[k].own[std::uint64_t{cell.level[k]} << 32 | cell.unit] += cell.sums;
        }
    }
    return levels;
}

Sums peers_of(const Cell& cell, const Level& level, std::size_t k, Peers peers) {
    const Sums& all = level.all.at(cell.level[k]);
    return peers == Peers::All ? all : all - level.own.at(std::uint64_t{cell.level[k]} << 32 | cell.unit);
}

void compare(CaseMixUnit& unit, const Cell& cell, const std::vector<Level>& levels, const CaseMixOptions& options) {
    const std::size_t finest = levels.size() - 1, widest = std::min(options.kept_columns, finest);
    const auto messages = static_cast<std::size_t>(cell.sums.n);
    for (std::size_t k = finest;; --k) {
        const Sums peers = peers_of(cell, levels[k], k, options.peers);
        const bool is_last = k == widest;
        if (peers.n >= std::max(options.min_peers, 1.0) || (is_last && peers.n >= 1)) {
            const double mean = peers.sum / peers.n;
            unit.n += messages;
            unit.pooled += k < finest ? messages : 0;
            unit.observed += cell.sums.sum;
            unit.expected += cell.sums.n * mean;
            unit.variance += cell.sums.n * std::max(0.0, peers.squares / peers.n - mean * mean);
            return;
        }
        if (is_last) break;
    }
    unit.left_out += messages;
}

Finding<Interval> ratio_of(const CaseMixUnit& unit, const CaseMixOptions& options) {
    if (unit.n == 0 || !(unit.expected > 0) || !std::isfinite(unit.expected)) return withheld<Interval>(Reason::TooFewCounts, unit.n);
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
    const auto cells = make_cells(messages, rows);
    const auto levels = sum_levels(cells, messages.strata.size());
    std::unordered_map<std::uint32_t, CaseMixUnit> units;
    for (const auto& cell : cells) {
        auto& unit = units[cell.unit];
        unit.unit = cell.unit;
        compare(unit, cell, levels, options);
    }
    std::vector<CaseMixUnit> out;
    for (auto& [code, unit] : units) {
        unit.ratio = ratio_of(unit, options);
        out.push_back(unit);
    }
    std::sort(out.begin(), out.end(), [](const CaseMixUnit& a, const CaseMixUnit& b) { return a.unit < b.unit; });
    return out;
}

}  // namespace problemator
