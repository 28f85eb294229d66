// Near-duplicates: one problem told through several channels, found by text, place and time. Precision before recall:
// a wrong link hides a problem, a missed one only counts it twice.
//
// Texts are compared as sets of 4-letter shingles; candidates come from the bands of their sketches (text_sketch.hpp) and are decided
// by the exact Jaccard index. Two rows are one problem when all of this holds:
//   J ≥ 0.8, or ≥ 0.6 at the same street and house; at least 40 letters each, or the same street and house;
//   the same territory, or one unknown; no different streets or houses; the numbers of one text are among those of the other;
//   received at most 7 days apart; different channels, and then the same numbers in the same order (house numbers and dates tell two
//   complaints of the same words apart) and, when both name a street, the same house. In one channel the later row is a repeat, which
//   is told and not merged.
#pragma once
#include <array>
#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/time.hpp"
#include "core/clean/text_sketch.hpp"
#include "core/import/known_cells.hpp"

namespace problemator {

struct DuplicateText {
    std::string_view text;                                     // must outlive the finder
    std::string_view channel, territory, street, house;        // names after cleaning; empty = unknown
    Minute received = 0;
};
enum class DuplicateKind : std::uint8_t { Link, Repeat };
struct Duplicate { std::uint32_t row = 0, lead = 0; double similarity = 0; DuplicateKind kind{}; };   // lead < row, and leads have no lead

struct DuplicateLimits {
    double similarity = 0.8, at_same_address = 0.6;
    std::size_t letters = 40, letters_at_same_address = 12;
    Minute apart = 7 * kMinutesPerDay;
    std::size_t window = 200'000;        // leads kept at a time: bounds the memory, whatever the data
};

/// Give it the rows in ascending order of receipt; it keeps only the leads of the last 7 days. Deterministic.
class DuplicateFinder {
public:
    explicit DuplicateFinder(const DuplicateLimits& limits = {});
    /// The number of the row is how many came before it. What it is a copy of, if anything.
    std::optional<Duplicate> add(const DuplicateText& row, const TextSketch& sketch);
    std::optional<Duplicate> add(const DuplicateText& row) { return add(row, sketch_of_text(row.text)); }

private:
    static constexpr std::size_t kWays = 7;
    /// What is only needed to compare; made from the text when a lead first is a candidate.
    struct Details {
        std::string words;
        std::vector<std::uint64_t> numbers, number_set;        // hashes: in the order of the text; sorted, each once
        std::vector<std::uint32_t> shingles;                   // sorted; made when first counted
    };
    struct Lead {
        std::uint32_t row = 0, last_asked = 0;                 // the last row that it was compared with
        Minute received = 0;
        std::uint64_t channel = 0, territory = 0, street = 0, house = 0;   // hashes; 0 = unknown
        TextSketch sketch;
        std::string_view text;
        std::vector<std::uint64_t> linked_channels;            // of the rows that were linked to it
        std::unique_ptr<Details> details;
    };
    /// The newest leads whose key falls here. A full slot forgets its oldest: a text that everybody sends costs what any other costs.
    /// `tags` say which of them have this key and not only its place.
    struct alignas(64) Slot { std::array<std::uint32_t, kWays> tags{}, serials{}; std::uint32_t next = 0; };
    struct Place { std::size_t slot = 0; std::uint32_t tag = 0; };

    static Details& details_of(Lead& lead);
    static bool may_be_like(const TextSketch& a, const TextSketch& b, double similarity);
    static bool has_channel(const Lead& lead, std::uint64_t channel);
    using Slots = std::vector<Slot>;                         // a power of two
    Place place_of(std::uint64_t key, std::uint64_t territory) const;
    void put(Slots& slots, const Place& place, std::uint32_t serial);
    void put_all(const Lead& lead, std::uint32_t serial);
    void put_again();
    struct Best { Lead* lead = nullptr; double similarity = 0; };
    void look(const Slots& slots, const Place& place, Lead& row, Best& best);
    Best find_best(Lead& row);
    void make_room();
    void forget(Minute now);
    std::uint64_t known_hash(std::string_view name);
    std::optional<double> likeness(Lead& row, Lead& lead) const;
    void keep(Lead lead);

    DuplicateLimits limits_;
    KnownCells<std::uint64_t> hashes_;                       // of channels, territories, streets and houses
    Slots slots_;                                            // by key and territory
    Slots anywhere_;                                         // by key alone: filled when a row without a territory first asks for it
    std::size_t nowhere_ = 0;                                // leads without a territory
    std::deque<Lead> leads_;
    std::uint32_t first_serial_ = 1, rows_ = 0;
};

/// All at once: rows in any order (taken by receipt, then by place in `rows`); sorted by row. Row numbers are places in `rows`.
std::vector<Duplicate> find_near_duplicates(const std::vector<DuplicateText>& rows);

}  // namespace problemator
