// KnownCells: what the distinct cells of a column mean. A column of categories has few of them and is looked up once per row, so the
// table is flat and its hash looks at three places of a long cell only.
#pragma once
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/copy_bytes.hpp"

namespace problemator {

template <class Meaning>
class KnownCells {
public:
    struct Entry { std::string cell; Meaning meaning; };

    Meaning* find(std::string_view cell) {
        const std::uint64_t h = hash(cell);
        std::size_t at = static_cast<std::size_t>(h) & mask();
        for (int steps = 0; steps < kLongestWalk && slots_[at].entry; ++steps, at = (at + 1) & mask())
            if (slots_[at].tag == tag_of(h) && same_bytes(slots_[at].cell, cell)) return &slots_[at].entry->meaning;
        return nullptr;
    }
    /// pre: !find(cell)
    Meaning& add(std::string_view cell, Meaning meaning) {
        if (entries_.size() * 2 >= slots_.size()) grow();
        entries_.push_back({std::string{cell}, std::move(meaning)});
        put(entries_.back());
        return entries_.back().meaning;
    }
    /// What `make` says of the cell, once; the table is bounded, and cells beyond the bounds are made again.
    template <class Make>
    const Meaning& of(std::string_view cell, const Make& make) {
        constexpr std::size_t most = 16'384, longest = 512;
        if (const Meaning* known = find(cell)) return *known;
        if (entries_.size() < most && cell.size() <= longest) return add(cell, make(cell));
        return unkept_ = make(cell);
    }
    std::size_t size() const { return entries_.size(); }
    const std::deque<Entry>& entries() const { return entries_; }

private:
    static constexpr int kLongestWalk = 64;      // a table of cells that were made to collide is walked no further

    /// The cell stands beside its place, so that a look at another one touches no entry.
    struct Slot { std::string_view cell; Entry* entry = nullptr; std::uint32_t tag = 0; };

    std::size_t mask() const { return slots_.size() - 1; }
    static std::uint32_t tag_of(std::uint64_t hash) { return static_cast<std::uint32_t>(hash >> 32); }

    static std::uint64_t hash(std::string_view cell) {
        std::uint64_t h = cell.size() * 0x9E3779B97F4A7C15u;
        const char* const text = cell.data();
        if (cell.size() >= 8) {
            h ^= eight_bytes(text) * 0xFF51AFD7ED558CCDu;
            h ^= eight_bytes(text + cell.size() - 8) * 0xC4CEB9FE1A85EC53u;
            h ^= eight_bytes(text + cell.size() / 2 - 4) * 0x9FB21C651E98DF25u;
        } else {
            for (const char c : cell) h = (h ^ static_cast<unsigned char>(c)) * 0x100000001B3u;
        }
        return h ^ h >> 29 ^ h >> 47;
    }
    void put(Entry& entry) {
        const std::uint64_t h = hash(entry.cell);
        std::size_t at = static_cast<std::size_t>(h) & mask();
        while (slots_[at].entry) at = (at + 1) & mask();
        slots_[at] = {entry.cell, &entry, tag_of(h)};
    }
    void grow() {
        slots_.assign(slots_.size() * 2, Slot{});
        for (Entry& entry : entries_) put(entry);
    }

    std::deque<Entry> entries_;                                     // stay where they are
    Meaning unkept_{};                                              // of the last cell that was not remembered
    std::vector<Slot> slots_ = std::vector<Slot>(64);               // a power of two, at most half full
};

}  // namespace problemator
