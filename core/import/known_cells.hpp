// KnownCells: what the distinct cells of a column mean. A column of categories has few of them and is looked up once per row, so the
// table is flat and its hash looks at three places of a long cell only.
#pragma once
#include <cstdint>
#include <cstring>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace problemator {

template <class Meaning>
class KnownCells {
public:
    struct Entry { std::string cell; Meaning meaning; };

    Meaning* find(std::string_view cell) {
        for (std::size_t at = hash(cell) & mask();; at = (at + 1) & mask()) {
            if (slots_[at] == 0) return nullptr;
            Entry& entry = entries_[slots_[at] - 1];
            if (entry.cell == cell) return &entry.meaning;
        }
    }
    /// pre: !find(cell)
    Meaning& add(std::string_view cell, Meaning meaning) {
        if (entries_.size() * 2 >= slots_.size()) grow();
        entries_.push_back({std::string{cell}, std::move(meaning)});
        put(static_cast<std::uint32_t>(entries_.size()));
        return entries_.back().meaning;
    }
    std::size_t size() const { return entries_.size(); }
    const std::deque<Entry>& entries() const { return entries_; }

private:
    std::size_t mask() const { return slots_.size() - 1; }

    static std::uint64_t eight(const char* from) {
        std::uint64_t value;
        std::memcpy(&value, from, 8);
        return value;
    }
    static std::size_t hash(std::string_view cell) {
        std::uint64_t h = cell.size() * 0x9E3779B97F4A7C15u;
        const char* const text = cell.data();
        if (cell.size() >= 8) {
            h ^= eight(text) * 0xFF51AFD7ED558CCDu;
            h ^= eight(text + cell.size() - 8) * 0xC4CEB9FE1A85EC53u;
            h ^= eight(text + cell.size() / 2 - 4) * 0x9FB21C651E98DF25u;
        } else {
            for (const char c : cell) h = (h ^ static_cast<unsigned char>(c)) * 0x100000001B3u;
        }
        return static_cast<std::size_t>(h ^ h >> 29 ^ h >> 47);
    }
    void put(std::uint32_t number) {
        std::size_t at = hash(entries_[number - 1].cell) & mask();
        while (slots_[at] != 0) at = (at + 1) & mask();
        slots_[at] = number;
    }
    void grow() {
        slots_.assign(slots_.size() * 2, 0);
        for (std::uint32_t number = 1; number <= entries_.size(); ++number) put(number);
    }

    std::deque<Entry> entries_;                                     // stay where they are
    std::vector<std::uint32_t> slots_ = std::vector<std::uint32_t>(64);   // place in entries_ + 1; a power of two, at most half full
};

}  // namespace problemator
