#include "core/stats/nelder_mead.hpp"

#include <algorithm>
#include <cmath>

namespace problemator {
namespace {

using Point = std::vector<double>;

class Simplex {
public:
    Simplex(const std::function<double(std::span<const double>)>& f, std::span<const Bounds> bounds, int calls) : f_{f}, bounds_{bounds}, calls_{calls} {}

    /// A corner in each direction, a tenth of the room away, towards the roomier side.
    void start_at(const Minimum& first) {
        corners_.assign(1, first);
        for (std::size_t i = 0; i < bounds_.size(); ++i) {
            Point at = first.at;
            const double step = 0.1 * (bounds_[i].high - bounds_[i].low);
            at[i] += at[i] + step <= bounds_[i].high ? step : -step;
            corners_.push_back(valued(at));
        }
        sort();
    }

    Minimum descend() {
        while (calls_ > 0 && !is_small()) {
            const Minimum reflected = along(-1);
            if (reflected.value < corners_.front().value) {
                const Minimum further = along(-2);
                corners_.back() = further.value < reflected.value ? further : reflected;
            } else if (reflected.value < corners_[corners_.size() - 2].value) {
                corners_.back() = reflected;
            } else {
                const Minimum nearer = along(reflected.value < corners_.back().value ? -0.5 : 0.5);
                if (nearer.value < std::min(reflected.value, corners_.back().value)) corners_.back() = nearer;
                else shrink();
            }
            sort();
        }
        return corners_.front();
    }

    Minimum valued(Point at) {
        for (std::size_t i = 0; i < at.size(); ++i) at[i] = std::clamp(at[i], bounds_[i].low, bounds_[i].high);
        --calls_;
        const double value = f_(at);
        return {std::move(at), value};
    }
    bool may_go_on() const { return calls_ > 0; }

private:
    /// The worst corner moved along the line through the centre of the others: 0 = the centre, 1 = where it is.
    Minimum along(double part) {
        Point at(bounds_.size());
        for (std::size_t i = 0; i < at.size(); ++i) {
            double centre = 0;
            for (std::size_t c = 0; c + 1 < corners_.size(); ++c) centre += corners_[c].at[i];
            centre /= static_cast<double>(corners_.size() - 1);
            at[i] = centre + part * (corners_.back().at[i] - centre);
        }
        return valued(std::move(at));
    }
    void shrink() {
        for (std::size_t c = 1; c < corners_.size(); ++c) {
            Point at = corners_[c].at;
            for (std::size_t i = 0; i < at.size(); ++i) at[i] = (at[i] + corners_[0].at[i]) / 2;
            corners_[c] = valued(std::move(at));
        }
    }
    void sort() {
        std::stable_sort(corners_.begin(), corners_.end(), [](const Minimum& a, const Minimum& b) { return a.value < b.value; });
    }
    bool is_small() const {
        for (std::size_t i = 0; i < bounds_.size(); ++i)
            if (std::abs(corners_.back().at[i] - corners_.front().at[i]) > 1e-9 * (bounds_[i].high - bounds_[i].low)) return false;
        return true;
    }

    const std::function<double(std::span<const double>)>& f_;
    std::span<const Bounds> bounds_;
    int calls_;
    std::vector<Minimum> corners_;
};

}  // namespace

Minimum minimise(const std::function<double(std::span<const double>)>& f, std::span<const double> start, std::span<const Bounds> bounds, int most_calls) {
    Simplex simplex{f, bounds, most_calls};
    Minimum best = simplex.valued({start.begin(), start.end()});
    while (simplex.may_go_on()) {
        simplex.start_at(best);
        const Minimum found = simplex.descend();
        const bool helped = best.value - found.value > 1e-12 * std::abs(best.value);
        if (found.value < best.value) best = found;
        if (!helped) break;
    }
    return best;
}

}  // namespace problemator
