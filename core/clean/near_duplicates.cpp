#include "core/clean/near_duplicates.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/base/text.hpp"
#include "core/clean/words.hpp"

namespace problemator {
namespace {

constexpr std::size_t kMostNumbers = 32;
constexpr std::uint64_t kAnyTerritory = 0xFFFFFFFF;
constexpr std::uint64_t kAddressKey = 0x9E3779B97F4A7C15;

std::uint64_t hash_of(std::string_view text) {
    std::uint64_t hash = 0xCBF29CE484222325;   // FNV-1a, then mixed
    for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3;
    return text.empty() ? 0 : mix_bits(hash) | 1;
}

std::vector<std::uint32_t> shingle_set(std::string_view words) {
    std::vector<std::uint32_t> set;
    set.reserve(words.size());
    each_shingle(words, [&](std::uint32_t shingle) { set.push_back(shingle); });
    std::sort(set.begin(), set.end());
    set.erase(std::unique(set.begin(), set.end()), set.end());
    return set;
}

std::vector<std::uint64_t> numbers_of(std::string_view words) {
    std::vector<std::uint64_t> numbers;
    for (std::size_t begin = 1; begin < words.size() && numbers.size() < kMostNumbers; begin = words.find(' ', begin) + 1)
        if (words[begin] >= '0' && words[begin] <= '9') numbers.push_back(hash_of(words.substr(begin, words.find(' ', begin) - begin)));
    return numbers;
}

std::vector<std::uint64_t> set_of(std::vector<std::uint64_t> numbers) {
    std::sort(numbers.begin(), numbers.end());
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
    return numbers;
}

bool are_compatible(const std::vector<std::uint64_t>& a, const std::vector<std::uint64_t>& b) {
    return a.size() <= b.size() ? std::includes(b.begin(), b.end(), a.begin(), a.end()) : std::includes(a.begin(), a.end(), b.begin(), b.end());
}

std::uint64_t address_key(std::uint64_t street, std::uint64_t house) { return street ^ mix_bits(house) ^ kAddressKey; }

bool differ(std::uint64_t a, std::uint64_t b) { return a != 0 && b != 0 && a != b; }

}  // namespace

DuplicateFinder::DuplicateFinder(const DuplicateLimits& limits) : limits_{limits}, slots_(std::size_t{1} << 12) {}

DuplicateFinder::Details& DuplicateFinder::details_of(Lead& lead) {
    if (lead.details) return *lead.details;
    lead.details = std::make_unique<Details>();
    Details& details = *lead.details;
    write_words(lead.text, details.words);
    details.words.resize(sketched_part(details.words).size());
    details.numbers = numbers_of(details.words);
    details.number_set = set_of(details.numbers);
    return details;
}

/// Cheap and seldom wrong: texts of J ≥ s differ in size by at most s, and share about s of their bins (less by three deviations).
bool DuplicateFinder::may_be_like(const TextSketch& a, const TextSketch& b, double similarity) {
    const double shorter = std::min(a.letters, b.letters), longer = std::max(a.letters, b.letters);
    if (shorter < similarity * 0.8 * longer) return false;
    unsigned equal = 0;
    for (std::size_t bin = 0; bin < kSketchBins; ++bin) equal += a.bins[bin] == b.bins[bin] ? 1u : 0u;
    constexpr double bins = kSketchBins;
    return equal >= similarity * bins - 3 * std::sqrt(similarity * (1 - similarity) * bins);
}

bool DuplicateFinder::has_channel(const Lead& lead, std::uint64_t channel) {
    return lead.channel == channel || std::find(lead.linked_channels.begin(), lead.linked_channels.end(), channel) != lead.linked_channels.end();
}

DuplicateFinder::Place DuplicateFinder::place_of(std::uint64_t key, std::uint64_t territory) const {
    const std::uint64_t hash = mix_bits(key + territory);
    return {static_cast<std::size_t>(hash & (slots_.size() - 1)), static_cast<std::uint32_t>(hash >> 32)};
}

void DuplicateFinder::put(Slots& slots, const Place& place, std::uint32_t serial) {
    Slot& to = slots[place.slot];
    to.tags[to.next] = place.tag;
    to.serials[to.next] = serial;
    to.next = (to.next + 1) % kWays;
}

void DuplicateFinder::put_all(const Lead& lead, std::uint32_t serial) {
    const auto put_key = [&](std::uint64_t key) {
        put(slots_, place_of(key, lead.territory), serial);
        if (!anywhere_.empty()) put(anywhere_, place_of(key, kAnyTerritory), serial);
    };
    for (std::size_t band = 0; band < kSketchBands; ++band) put_key(band_of(lead.sketch, band));
    if (lead.house != 0) put_key(address_key(lead.street, lead.house));
}

void DuplicateFinder::put_again() {
    for (std::size_t i = 0; i < leads_.size(); ++i) put_all(leads_[i], first_serial_ + static_cast<std::uint32_t>(i));
}

/// Twice the slots when the leads would crowd each other out: every lead has up to 9 entries, a slot has 7.
void DuplicateFinder::make_room() {
    constexpr std::size_t kEntries = kSketchBands + 1;
    if (leads_.size() * kEntries * 2 <= slots_.size() * kWays) return;
    slots_.assign(slots_.size() * 2, Slot{});
    if (!anywhere_.empty()) anywhere_.assign(slots_.size(), Slot{});
    put_again();
}

void DuplicateFinder::forget(Minute now) {
    while (!leads_.empty() && (leads_.size() >= limits_.window || std::int64_t{now} - leads_.front().received > limits_.apart)) {
        nowhere_ -= leads_.front().territory == 0 ? 1u : 0u;
        leads_.pop_front();
        ++first_serial_;
    }
}

void DuplicateFinder::look(const Slots& slots, const Place& place, Lead& row, Best& best) {
    const Slot& slot = slots[place.slot];
    for (std::size_t way = 0; way < kWays; ++way) {
        const std::uint32_t serial = slot.serials[way];
        if (slot.tags[way] != place.tag || serial < first_serial_ || serial - first_serial_ >= leads_.size()) continue;
        Lead& lead = leads_[serial - first_serial_];
        if (lead.last_asked == row.row) continue;   // found by another band
        lead.last_asked = row.row;
        const auto similarity = likeness(row, lead);
        if (similarity && (*similarity > best.similarity || (*similarity == best.similarity && best.lead && lead.row < best.lead->row))) best = {&lead, *similarity};
    }
}

/// The lead most like the row, the earliest of equals, among those that share a band or the address with it.
DuplicateFinder::Best DuplicateFinder::find_best(Lead& row) {
    if (row.territory == 0 && anywhere_.empty()) {
        anywhere_.assign(slots_.size(), Slot{});
        slots_.assign(slots_.size(), Slot{});
        put_again();
    }
    const Slots& slots = row.territory == 0 ? anywhere_ : slots_;
    std::array<Place, 2 * (kSketchBands + 1)> places;          // all are asked for before the first is looked at: they lie anywhere
    std::size_t count = 0;
    const auto ask = [&](std::uint64_t key, std::uint64_t territory) {
        places[count] = place_of(key, territory);
        __builtin_prefetch(&slots[places[count++].slot]);
    };
    const auto ask_all = [&](std::uint64_t key) {
        ask(key, row.territory == 0 ? kAnyTerritory : row.territory);
        if (row.territory != 0 && nowhere_ > 0) ask(key, 0);
    };
    for (std::size_t band = 0; band < kSketchBands; ++band) ask_all(band_of(row.sketch, band));
    if (row.house != 0) ask_all(address_key(row.street, row.house));
    Best best;
    for (std::size_t i = 0; i < count; ++i) look(slots, places[i], row, best);
    return best;
}

std::uint64_t DuplicateFinder::known_hash(std::string_view name) { return name.empty() ? 0 : hashes_.of(name, hash_of); }

/// The Jaccard index when the two may be one problem.
std::optional<double> DuplicateFinder::likeness(Lead& row, Lead& lead) const {
    const bool is_elsewhere = differ(row.territory, lead.territory) || differ(row.street, lead.street) || differ(row.house, lead.house);
    const bool is_same_address = row.house != 0 && row.house == lead.house && row.street == lead.street;
    const std::size_t letters = is_same_address ? limits_.letters_at_same_address : limits_.letters;
    if (is_elsewhere || row.sketch.letters < letters || lead.sketch.letters < letters) return std::nullopt;
    const bool is_link = !has_channel(lead, row.channel);
    if (is_link && row.street != 0 && lead.street != 0 && row.house != lead.house) return std::nullopt;
    const double least = is_same_address ? limits_.at_same_address : limits_.similarity;
    if (!may_be_like(row.sketch, lead.sketch, least)) return std::nullopt;
    Details &mine = details_of(row), &theirs = details_of(lead);
    if (is_link ? mine.numbers != theirs.numbers : !are_compatible(mine.number_set, theirs.number_set)) return std::nullopt;
    for (Details* one : {&mine, &theirs})
        if (one->shingles.empty()) one->shingles = shingle_set(one->words);
    const double similarity = jaccard(mine.shingles, theirs.shingles);
    if (similarity < least) return std::nullopt;
    return similarity;
}

std::optional<Duplicate> DuplicateFinder::add(const DuplicateText& text, const TextSketch& sketch) {
    const std::uint32_t row = rows_++;
    forget(text.received);
    if (sketch.letters < limits_.letters_at_same_address) return std::nullopt;
    Lead now{.row = row, .last_asked = row, .received = text.received, .channel = known_hash(text.channel), .territory = known_hash(text.territory), .street = known_hash(text.street),
             .house = text.street.empty() ? 0 : known_hash(text.house),   // a house without its street is nowhere
             .sketch = sketch, .text = text.text, .linked_channels = {}, .details = nullptr};
    const Best best = find_best(now);
    if (!best.lead) return keep(std::move(now)), std::nullopt;
    const bool is_repeat = has_channel(*best.lead, now.channel);
    if (!is_repeat) best.lead->linked_channels.push_back(now.channel);
    return Duplicate{.row = row, .lead = best.lead->row, .similarity = best.similarity, .kind = is_repeat ? DuplicateKind::Repeat : DuplicateKind::Link};
}

void DuplicateFinder::keep(Lead lead) {
    nowhere_ += lead.territory == 0 ? 1u : 0u;
    leads_.push_back(std::move(lead));
    put_all(leads_.back(), first_serial_ + static_cast<std::uint32_t>(leads_.size() - 1));
    make_room();
}

std::vector<Duplicate> find_near_duplicates(const std::vector<DuplicateText>& rows) {
    std::vector<std::uint32_t> order(rows.size());
    std::iota(order.begin(), order.end(), 0u);
    std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return rows[a].received < rows[b].received; });
    DuplicateFinder finder;
    std::vector<Duplicate> found;
    for (const std::uint32_t row : order) {
        auto duplicate = finder.add(rows[row]);
        if (!duplicate) continue;
        duplicate->row = row;
        duplicate->lead = order[duplicate->lead];
        found.push_back(*duplicate);
    }
    std::sort(found.begin(), found.end(), [](const Duplicate& a, const Duplicate& b) { return a.row < b.row; });
    return found;
}

}  // namespace problemator
