#include "core/stats/seriation.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace problemator {
namespace {

using Place = std::size_t;
constexpr double kNever = std::numeric_limits<double>::infinity();

double sum_of(std::span<const double> values) { return std::accumulate(values.begin(), values.end(), 0.0); }

/// Distances of n things, whole square.
struct Distances {
    std::size_t n = 0;
    std::vector<double> values;
    double at(Place a, Place b) const { return values[a * n + b]; }
};

Distances distances_of(std::span<const double> counts, std::size_t columns, const std::vector<Place>& rows) {
    Distances out{rows.size(), std::vector<double>(rows.size() * rows.size())};
    for (Place a = 0; a < rows.size(); ++a)
        for (Place b = 0; b < a; ++b)
            out.values[a * out.n + b] = out.values[b * out.n + a] = profile_distance(counts.subspan(rows[a] * columns, columns), counts.subspan(rows[b] * columns, columns));
    return out;
}

/// A node of the tree: its leaves, and for every pair of ends the best order between them.
struct Node {
    std::vector<Place> leaves;
    Place left = 0, right = 0;             // children; both 0 for a leaf
    bool is_leaf = true;
};

double mean_distance(const Distances& d, const Node& a, const Node& b) {
    double sum = 0;
    for (const Place x : a.leaves)
        for (const Place y : b.leaves) sum += d.at(x, y);
    return sum / static_cast<double>(a.leaves.size() * b.leaves.size());
}

/// Joins the two nearest nodes until one is left; of equal pairs the earliest.
std::vector<Node> tree_of(const Distances& d) {
    std::vector<Node> nodes;
    std::vector<Place> roots;
    for (Place leaf = 0; leaf < d.n; ++leaf) {
        nodes.push_back({{leaf}, 0, 0, true});
        roots.push_back(leaf);
    }
    while (roots.size() > 1) {
        double nearest = kNever;
        std::size_t first = 0, second = 1;
        for (std::size_t i = 0; i < roots.size(); ++i)
            for (std::size_t k = i + 1; k < roots.size(); ++k) {
                const double distance = mean_distance(d, nodes[roots[i]], nodes[roots[k]]);
                if (distance >= nearest - 1e-12) continue;
                nearest = distance;
                first = i, second = k;
            }
        Node joined{nodes[roots[first]].leaves, roots[first], roots[second], false};
        const auto& others = nodes[roots[second]].leaves;
        joined.leaves.insert(joined.leaves.end(), others.begin(), others.end());
        nodes.push_back(std::move(joined));
        roots[first] = nodes.size() - 1;
        roots.erase(roots.begin() + static_cast<std::ptrdiff_t>(second));
    }
    return nodes;
}

/// cost[node](u, w): the shortest path over the node's leaves that begins with u and ends with w.
class LeafOrder {
public:
    LeafOrder(const Distances& d, const std::vector<Node>& nodes) : d_{d}, nodes_{nodes} {
        for (Place node = 0; node < nodes.size(); ++node) fill(node);
    }

    std::vector<Place> best() const {
        const Place root = nodes_.size() - 1;
        double shortest = kNever;
        Place from = 0, to = 0;
        for (const Place u : nodes_[root].leaves)
            for (const Place w : nodes_[root].leaves)
                if (cost_[root][u * d_.n + w] < shortest - 1e-12) shortest = cost_[root][u * d_.n + w], from = u, to = w;
        std::vector<Place> out;
        walk(root, from, to, out);
        return out;
    }

private:
    void fill(Place node) {
        cost_.emplace_back(d_.n * d_.n, kNever);
        inner_.emplace_back(d_.n * d_.n);
        const Node& it = nodes_[node];
        if (it.is_leaf) {
            cost_[node][it.leaves[0] * d_.n + it.leaves[0]] = 0;
            return;
        }
        for (const Place u : nodes_[it.left].leaves)
            for (const Place w : nodes_[it.right].leaves) join(node, u, w);
    }

    void join(Place node, Place u, Place w) {
        const Node& it = nodes_[node];
        double shortest = kNever;
        Ends best;
        for (const Place m : nodes_[it.left].leaves) {
            const double before = cost_[it.left][u * d_.n + m];
            if (before >= shortest) continue;
            for (const Place k : nodes_[it.right].leaves) {
                const double whole = before + d_.at(m, k) + cost_[it.right][k * d_.n + w];
                if (whole < shortest - 1e-12) shortest = whole, best = {m, k};
            }
        }
        cost_[node][u * d_.n + w] = cost_[node][w * d_.n + u] = shortest;
        inner_[node][u * d_.n + w] = best;
    }

    void walk(Place node, Place from, Place to, std::vector<Place>& out) const {
        const Node& it = nodes_[node];
        if (it.is_leaf) return out.push_back(from);
        const auto& left = nodes_[it.left].leaves;
        if (std::find(left.begin(), left.end(), from) == left.end()) {   // the other direction of a known path
            std::vector<Place> turned;
            walk(node, to, from, turned);
            return void(out.insert(out.end(), turned.rbegin(), turned.rend()));
        }
        const Ends ends = inner_[node][from * d_.n + to];
        walk(it.left, from, ends.left, out);
        walk(it.right, ends.right, to, out);
    }

    struct Ends { Place left = 0, right = 0; };
    const Distances& d_;
    const std::vector<Node>& nodes_;
    std::vector<std::vector<double>> cost_;
    std::vector<std::vector<Ends>> inner_;
};

}  // namespace

double profile_distance(std::span<const double> a, std::span<const double> b) {
    const double total_a = sum_of(a), total_b = sum_of(b);
    if (!(total_a > 0) || !(total_b > 0)) return 1;
    double overlap = 0;                    // Bhattacharyya
    for (std::size_t i = 0; i < a.size(); ++i) overlap += std::sqrt(a[i] / total_a * (b[i] / total_b));
    return std::sqrt(std::max(0.0, 1 - overlap));
}

std::vector<std::size_t> likeness_order(std::span<const double> counts, std::size_t columns) {
    const std::size_t rows = columns == 0 ? 0 : counts.size() / columns;
    std::vector<Place> known, empty;
    for (Place row = 0; row < rows; ++row) (sum_of(counts.subspan(row * columns, columns)) > 0 ? known : empty).push_back(row);
    std::vector<Place> out;
    if (known.size() > 2) {
        const Distances d = distances_of(counts, columns, known);
        const std::vector<Node> nodes = tree_of(d);
        for (const Place leaf : LeafOrder{d, nodes}.best()) out.push_back(known[leaf]);
        if (out.front() > out.back()) std::reverse(out.begin(), out.end());
    } else {
        out = known;
    }
    out.insert(out.end(), empty.begin(), empty.end());
    return out;
}

double path_length(std::span<const double> counts, std::size_t columns, std::span<const std::size_t> order) {
    double length = 0;
    for (std::size_t i = 1; i < order.size(); ++i) length += profile_distance(counts.subspan(order[i - 1] * columns, columns), counts.subspan(order[i] * columns, columns));
    return length;
}

}  // namespace problemator
