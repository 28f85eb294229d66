#include "core/clean/map_simplify.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <queue>

namespace problemator {
namespace {

constexpr std::size_t kNowhere = static_cast<std::size_t>(-1);

/// A piece of border between two meeting points, in the direction in which it was found first. Closed: its ends are the same vertex.
struct Piece { MapLine line; std::vector<char> stays; };
struct Use { std::size_t piece = 0; bool is_reversed = false; };

void drop_repeats(MapLine& line, bool is_ring) {
    line.erase(std::unique(line.begin(), line.end()), line.end());
    while (is_ring && line.size() > 1 && line.front() == line.back()) line.pop_back();
}

class Topology {
public:
    explicit Topology(DistrictMap& map) : map_{map} { find_meetings(); }

    void cut() {
        for (MapShape& shape : map_.shapes)
            for (MapLine& line : shape.lines) {
                uses_.emplace_back();
                is_area(shape.kind) ? cut_ring(line) : add_piece(line);
            }
    }

    std::vector<Piece>& pieces() { return pieces_; }

    void put_together() {
        std::size_t at = 0;
        for (MapShape& shape : map_.shapes)
            for (MapLine& line : shape.lines) {
                line.clear();
                for (const Use& use : uses_[at]) append(line, use);
                if (is_area(shape.kind) && line.size() > 1 && line.front() == line.back()) line.pop_back();
                ++at;
            }
    }

private:
    /// A vertex is a meeting point when lines leave it for more than two others.
    void find_meetings() {
        struct Ends { MapVertex a, b; std::size_t n = 0; };
        std::map<MapVertex, Ends> seen;
        const auto note = [&](MapVertex v, MapVertex other) {
            Ends& ends = seen[v];
            if ((ends.n > 0 && ends.a == other) || (ends.n > 1 && ends.b == other)) return;
            if (ends.n == 0) ends.a = other;
            if (ends.n == 1) ends.b = other;
            if (++ends.n > 2) meetings_[v] = true;
        };
        for (const MapShape& shape : map_.shapes) {
            if (!is_area(shape.kind)) continue;
            for (const MapLine& ring : shape.lines)
                for (std::size_t i = 0; i < ring.size(); ++i) {
                    const MapVertex next = ring[(i + 1) % ring.size()];
                    note(ring[i], next);
                    note(next, ring[i]);
                }
        }
    }
    bool is_meeting(MapVertex v) const { return meetings_.find(v) != meetings_.end(); }

    void cut_ring(MapLine ring) {
        if (ring.empty()) return;
        auto first = std::find_if(ring.begin(), ring.end(), [this](MapVertex v) { return is_meeting(v); });
        if (first == ring.end()) first = std::min_element(ring.begin(), ring.end());   // the same start whichever neighbour comes first
        std::rotate(ring.begin(), first, ring.end());
        ring.push_back(ring.front());
        MapLine piece{ring.front()};
        for (std::size_t i = 1; i < ring.size(); ++i) {
            piece.push_back(ring[i]);
            if (i + 1 < ring.size() && !is_meeting(ring[i])) continue;
            add_piece(piece);
            piece.assign(1, ring[i]);
        }
    }

    void add_piece(const MapLine& line) {
        MapLine forward = line, backward{line.rbegin(), line.rend()};
        const bool is_reversed = backward < forward;
        const auto [known, is_new] = index_.emplace(is_reversed ? std::move(backward) : std::move(forward), pieces_.size());
        if (is_new) pieces_.push_back({known->first, std::vector<char>(known->first.size(), 1)});
        uses_.back().push_back({known->second, is_reversed});
    }

    void append(MapLine& line, Use use) const {
        const Piece& piece = pieces_[use.piece];
        MapLine kept;
        for (std::size_t i = 0; i < piece.line.size(); ++i)
            if (piece.stays[i]) kept.push_back(piece.line[i]);
        if (use.is_reversed) std::reverse(kept.begin(), kept.end());
        line.insert(line.end(), kept.begin() + (line.empty() ? 0 : 1), kept.end());
    }

    DistrictMap& map_;
    std::map<MapVertex, bool> meetings_;
    std::map<MapLine, std::size_t> index_;
    std::vector<Piece> pieces_;
    std::vector<std::vector<Use>> uses_;                 // of each line, in the order of the map
};

double triangle(MapVertex a, MapVertex b, MapVertex c) {
    const double narrow = std::cos(b.lat_e5 * (3.14159265358979323846 / 180e5));
    const double x1 = (b.lon_e5 - a.lon_e5) * narrow, y1 = b.lat_e5 - a.lat_e5, x2 = (c.lon_e5 - a.lon_e5) * narrow, y2 = c.lat_e5 - a.lat_e5;
    return std::abs(x1 * y2 - x2 * y1) / 2;
}

struct Candidate { double area = 0; std::size_t piece = 0, vertex = 0; };

/// How much of the picture each inner vertex holds; never less than of a vertex that has to go before it.
void weigh(const Piece& piece, std::size_t number, std::vector<Candidate>& out) {
    const std::size_t n = piece.line.size();
    const bool is_closed = n > 2 && piece.line.front() == piece.line.back();
    if (n < 3) return;
    std::vector<std::size_t> before(n), after(n);
    std::vector<double> area(n, 0);
    const auto later = [](const Candidate& a, const Candidate& b) { return a.area != b.area ? a.area > b.area : a.vertex > b.vertex; };
    std::priority_queue<Candidate, std::vector<Candidate>, decltype(later)> queue(later);
    for (std::size_t i = 0; i < n; ++i) before[i] = i == 0 ? kNowhere : i - 1, after[i] = i + 1 == n ? kNowhere : i + 1;
    const auto measure = [&](std::size_t i) {
        area[i] = triangle(piece.line[before[i]], piece.line[i], piece.line[after[i]]);
        queue.push({area[i], number, i});
    };
    for (std::size_t i = 1; i + 1 < n; ++i) measure(i);
    double most = 0;
    std::size_t left = n - 2;
    std::vector<char> gone(n, 0);
    const std::size_t held = is_closed ? 2 : 1;          // two straight pieces would leave no area between them
    while (!queue.empty() && left > held) {
        const Candidate next = queue.top();
        queue.pop();
        if (gone[next.vertex] || next.area != area[next.vertex]) continue;
        most = std::max(most, next.area);
        out.push_back({most, number, next.vertex});
        gone[next.vertex] = 1;
        --left;
        const std::size_t a = before[next.vertex], b = after[next.vertex];
        after[a] = b, before[b] = a;
        if (a != 0) measure(a);
        if (b + 1 != n) measure(b);
    }
}

void thin(std::vector<Piece>& pieces, std::size_t most) {
    std::size_t vertices = 0;
    std::vector<Candidate> order;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        vertices += pieces[i].line.size();
        weigh(pieces[i], i, order);
    }
    if (vertices <= most) return;
    std::stable_sort(order.begin(), order.end(), [](const Candidate& a, const Candidate& b) { return a.area < b.area; });
    const std::size_t surplus = std::min(order.size(), vertices - most);
    for (std::size_t i = 0; i < surplus; ++i) pieces[order[i].piece].stays[order[i].vertex] = 0;
}

/// Larger side of the box around a line.
double extent(const MapLine& line) {
    const auto [south, north] = std::minmax_element(line.begin(), line.end(), [](MapVertex a, MapVertex b) { return a.lat_e5 < b.lat_e5; });
    const auto [west, east] = std::minmax_element(line.begin(), line.end(), [](MapVertex a, MapVertex b) { return a.lon_e5 < b.lon_e5; });
    return std::max(1.0 * north->lat_e5 - south->lat_e5, 1.0 * east->lon_e5 - west->lon_e5);
}

/// A line costs three vertices at least: of more lines than there is room for, the largest stay.
void keep_largest(DistrictMap& map, std::size_t most) {
    std::vector<double> sizes;
    for (const MapShape& shape : map.shapes)
        for (const MapLine& line : shape.lines) sizes.push_back(extent(line));
    if (sizes.size() <= most) return;
    std::nth_element(sizes.begin(), sizes.begin() + static_cast<std::ptrdiff_t>(most), sizes.end(), std::greater<>{});
    const double least = sizes[most];
    for (MapShape& shape : map.shapes)
        shape.lines.erase(std::remove_if(shape.lines.begin(), shape.lines.end(), [least](const MapLine& line) { return extent(line) <= least; }), shape.lines.end());
}

}  // namespace

std::size_t count_vertices(const DistrictMap& map) {
    std::size_t out = 0;
    for (const MapShape& shape : map.shapes)
        for (const MapLine& line : shape.lines) out += line.size();
    return out;
}

void simplify_map(DistrictMap& map, std::size_t most) {
    for (MapShape& shape : map.shapes) {
        for (MapLine& line : shape.lines) drop_repeats(line, is_area(shape.kind));
        const std::size_t least = is_area(shape.kind) ? 3 : 2;
        shape.lines.erase(std::remove_if(shape.lines.begin(), shape.lines.end(), [least](const MapLine& line) { return line.size() < least; }), shape.lines.end());
    }
    keep_largest(map, most / 4);
    Topology topology{map};
    topology.cut();
    std::size_t shared = 0;
    for (const Piece& piece : topology.pieces()) shared += piece.line.size();
    const std::size_t all = count_vertices(map);
    // Of a map whose borders are shared, every kept vertex is written twice: the bound is that of what is written.
    thin(topology.pieces(), all > most && all > 0 ? most * shared / all : most);
    topology.put_together();
    for (MapShape& shape : map.shapes)
        shape.lines.erase(std::remove_if(shape.lines.begin(), shape.lines.end(), [&](const MapLine& line) { return line.size() < (is_area(shape.kind) ? 3u : 2u); }), shape.lines.end());
    map.shapes.erase(std::remove_if(map.shapes.begin(), map.shapes.end(), [](const MapShape& shape) { return shape.lines.empty(); }), map.shapes.end());
}

}  // namespace problemator
