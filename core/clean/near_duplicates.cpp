#include "core/clean/near_duplicates.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/base/text.hpp"
#include "core/clean/words.hpp"

namespace problemator {
namespace {

constexpr std::size_t kShingle = 4;            // letters
constexpr std::size_t kMostNumbers = 32;
constexpr std::uint32_t kAnyTerritory = 0xFFFFFFFF;
constexpr std::uint64_t kAddressKey = 0x9E3779B97F4A7C15;

constexpr std::uint64_t mix(std::uint64_t x) {   // splitmix64's finaliser: every bit depends on every bit
    x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9;
    x = (x ^ (x >> 27)) * 0x94D049BB133111EB;
    return x ^ (x >> 31);
}

std::uint64_t hash_of(std::string_view text) {
    std::uint64_t hash = 0xCBF29CE484222325;   // FNV-1a, then mixed
    for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3;
    return text.empty() ? 0 : mix(hash) | 1;
}

std::size_t count_letters(std::string_view words) { return words.size() - static_cast<std::size_t>(std::count(words.begin(), words.end(), ' ')); }

/// Calls `use` with every run of four bytes.
template <class Use>
void each_shingle(std::string_view words, const Use& use) {
    std::uint32_t shingle = 0;
    for (std::size_t i = 0; i < words.size(); ++i) {
        shingle = shingle << 8 | static_cast<unsigned char>(words[i]);
        if (i + 1 >= kShingle) use(shingle);
    }
}

std::vector<std::uint32_t> shingle_set(std::string_view words) {
    std::vector<std::uint32_t> set;
    set.reserve(words.size());
    each_shingle(words, [&](std::uint32_t shingle) { set.push_back(shingle); });
    std::sort(set.begin(), set.end());
    set.erase(std::unique(set.begin(), set.end()), set.end());
    return set;
}

double jaccard(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) {
    std::size_t common = 0;
    for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
        if (a[i] == b[j]) ++common, ++i, ++j;
        else if (a[i] < b[j]) ++i;
        else ++j;
    }
    const std::size_t all = a.size() + b.size() - common;
    return all == 0 ? 0 : static_cast<double>(common) / static_cast<double>(all);
}

std::vector<std::uint64_t> numbers_of(std::string_view words) {
    std::vector<std::uint64_t> numbers;
    for (std::size_t begin = 1; begin < words.size() && numbers.size() < kMostNumbers; begin = words.find(' ', begin) + 1) {
        if (words[begin] < '0' || words[begin] > '9') continue;
        numbers.push_back(hash_of(words.substr(begin, words.find(' ', begin) - begin)));
    }
    std::sort(numbers.begin(), numbers.end());
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
    return numbers;
}

bool are_compatible(const std::vector<std::uint64_t>& a, const std::vector<std::uint64_t>& b) {
    return a.size() <= b.size() ? std::includes(b.begin(), b.end(), a.begin(), a.end()) : std::includes(a.begin(), a.end(), b.begin(), b.end());
}

bool differ(std::uint64_t a, std::uint64_t b) { return a != 0 && b != 0 && a != b; }

/// At most `most` letters, ended at a word.
void cut(std::string& words, std::size_t most) {
    if (words.size() <= most) return;
    const std::size_t end = words.rfind(' ', most);
    words.resize(end == std::string::npos ? 0 : end + 1);
}

}  // namespace

DuplicateFinder::DuplicateFinder(const DuplicateLimits& limits) : limits_{limits}, slots_(std::size_t{1} << 12) {}

std::uint32_t DuplicateFinder::code_of(std::string_view name) {
    if (name.empty()) return 0;
    return codes_.try_emplace(std::string{name}, static_cast<std::uint32_t>(codes_.size() + 1)).first->second;
}

/// One permutation: the hash says the bin and the value in it; an empty bin takes its right neighbour's value, marked by the distance.
std::array<std::uint32_t, DuplicateFinder::kBins> DuplicateFinder::sketch_of(std::string_view words) {
    constexpr std::uint32_t none = 0xFFFFFFFF;
    std::array<std::uint32_t, kBins> least;
    least.fill(none);
    each_shingle(words, [&](std::uint32_t shingle) {
        const std::uint64_t hash = mix(shingle);
        const std::size_t bin = static_cast<std::size_t>((hash >> 32) * kBins >> 32);
        least[bin] = std::min(least[bin], static_cast<std::uint32_t>(hash) & 0x7FFFFFFF);
    });
    std::array<std::uint32_t, kBins> sketch{};
    for (std::size_t bin = 0; bin < kBins; ++bin) {
        std::size_t distance = 0;
        while (distance < kBins && least[(bin + distance) % kBins] == none) ++distance;
        sketch[bin] = least[(bin + distance) % kBins] + static_cast<std::uint32_t>(distance) * 0x85EBCA6Bu;
    }
    return sketch;
}

std::array<std::uint64_t, DuplicateFinder::kBands> DuplicateFinder::bands_of(const std::array<std::uint32_t, kBins>& sketch) {
    std::array<std::uint64_t, kBands> bands{};
    for (std::size_t bin = 0; bin < kBins; ++bin) {
        std::uint64_t& band = bands[bin / kRowsPerBand];
        band = mix(band + sketch[bin] + (std::uint64_t{bin} << 32));
    }
    return bands;
}

/// Cheap and seldom wrong: texts of J ≥ s differ in size by at most s, and share about s of their sketch (less by three deviations).
bool DuplicateFinder::may_be_like(const Lead& a, const Lead& b, double similarity) {
    const std::size_t shorter = std::min(a.words.size(), b.words.size()), longer = std::max(a.words.size(), b.words.size());
    if (static_cast<double>(shorter) < similarity * 0.8 * static_cast<double>(longer)) return false;
    std::size_t equal = 0;
    for (std::size_t bin = 0; bin < kBins; ++bin) equal += a.sketch[bin] == b.sketch[bin] ? 1u : 0u;
    constexpr double bins = kBins;
    return static_cast<double>(equal) >= similarity * bins - 3 * std::sqrt(similarity * (1 - similarity) * bins);
}

DuplicateFinder::Slot& DuplicateFinder::slot(std::uint64_t key, std::uint32_t territory) {
    return slots_[mix(key + territory) & (slots_.size() - 1)];
}

void DuplicateFinder::put(std::uint64_t key, std::uint32_t territory, std::uint32_t serial) {
    Slot& to = slot(key, territory);
    to.serials[to.next] = serial;
    to.next = (to.next + 1) % kWays;
}

void DuplicateFinder::put_all(const Lead& lead, std::uint32_t serial) {
    const auto put_both = [&](std::uint64_t key) {
        put(key, lead.territory, serial);
        put(key, kAnyTerritory, serial);
    };
    for (const std::uint64_t band : bands_of(lead.sketch)) put_both(band);
    if (lead.house != 0) put_both(lead.street ^ mix(lead.house) ^ kAddressKey);
}

/// Twice the slots when the leads would crowd each other out: every lead has up to 18 entries, a slot has 7.
void DuplicateFinder::make_room() {
    constexpr std::size_t kEntries = 2 * (kBands + 1);
    if (leads_.size() * kEntries * 2 <= slots_.size() * kWays) return;
    slots_.assign(slots_.size() * 2, Slot{});
    for (std::size_t i = 0; i < leads_.size(); ++i) put_all(leads_[i], first_serial_ + static_cast<std::uint32_t>(i));
}

void DuplicateFinder::forget(Minute now) {
    while (!leads_.empty() && (leads_.size() >= limits_.window || std::int64_t{now} - leads_.front().received > limits_.apart)) {
        leads_.pop_front();
        ++first_serial_;
    }
}

void DuplicateFinder::look(std::uint64_t key, std::uint32_t territory) {
    for (const std::uint32_t serial : slot(key, territory).serials)
        if (serial >= first_serial_ && serial - first_serial_ < leads_.size()) found_.push_back(serial);
}

/// Serial numbers of leads that share a band or the address, ascending, each once.
void DuplicateFinder::find_candidates(const Lead& row) {
    found_.clear();
    const auto look_at = [&](std::uint64_t key) {
        if (row.territory == 0) return look(key, kAnyTerritory);
        look(key, row.territory);
        look(key, 0);
    };
    for (const std::uint64_t band : bands_of(row.sketch)) look_at(band);
    if (row.house != 0) look_at(row.street ^ mix(row.house) ^ kAddressKey);
    std::sort(found_.begin(), found_.end());
    found_.erase(std::unique(found_.begin(), found_.end()), found_.end());
}

/// The Jaccard index when the two may be one problem.
std::optional<double> DuplicateFinder::likeness(Lead& row, Lead& lead) const {
    const bool is_elsewhere = (row.territory != 0 && lead.territory != 0 && row.territory != lead.territory) || differ(row.street, lead.street) || differ(row.house, lead.house);
    const bool is_same_address = row.house != 0 && row.house == lead.house && row.street == lead.street;
    const double least = is_same_address ? limits_.at_same_address : limits_.similarity;
    if (is_elsewhere || !may_be_like(row, lead, least) || !are_compatible(row.numbers, lead.numbers)) return std::nullopt;
    const std::size_t letters = is_same_address ? limits_.letters_at_same_address : limits_.letters;
    if (count_letters(row.words) < letters || count_letters(lead.words) < letters) return std::nullopt;
    for (Lead* one : {&row, &lead})
        if (one->shingles.empty()) one->shingles = shingle_set(one->words);
    const double similarity = jaccard(row.shingles, lead.shingles);
    if (similarity < least) return std::nullopt;
    return similarity;
}

std::optional<Duplicate> DuplicateFinder::add(const DuplicateText& text) {
    const std::uint32_t row = rows_++;
    forget(text.received);
    Lead now;
    write_words(text.text.substr(0, limits_.longest * 4), now.words);
    cut(now.words, limits_.longest);
    if (count_letters(now.words) < limits_.letters_at_same_address) return std::nullopt;
    now.row = row;
    now.received = text.received;
    now.territory = code_of(text.territory);
    now.street = hash_of(text.street);
    now.house = text.street.empty() ? 0 : hash_of(text.house);   // a house without its street is nowhere
    now.channels = {code_of(text.channel)};
    now.numbers = numbers_of(now.words);
    now.sketch = sketch_of(now.words);
    find_candidates(now);
    Lead* best = nullptr;
    double highest = 0;
    for (const std::uint32_t serial : found_) {
        Lead& lead = leads_[serial - first_serial_];
        const auto similarity = likeness(now, lead);
        if (similarity && *similarity > highest) best = &lead, highest = *similarity;
    }
    if (!best) return keep(std::move(now)), std::nullopt;
    const bool is_repeat = std::find(best->channels.begin(), best->channels.end(), now.channels[0]) != best->channels.end();
    if (!is_repeat) best->channels.push_back(now.channels[0]);
    return Duplicate{.row = row, .lead = best->row, .similarity = highest, .kind = is_repeat ? DuplicateKind::Repeat : DuplicateKind::Link};
}

void DuplicateFinder::keep(Lead lead) {
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
