// PairNumbers: numbers pairs of codes 0, 1, 2 … in the order of their first appearance: what a million rows ask several times each. Small codes
// are looked up in a table, any others by open addressing.
#pragma once
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "core/base/similar_sets.hpp"

namespace problemator {

class PairNumbers {
public:
    PairNumbers() = default;
    /// For `rows` questions about first codes below `firsts` and second codes below `seconds`.
    PairNumbers(std::size_t rows, std::uint64_t firsts, std::uint64_t seconds) {
        if (firsts == 0 || seconds == 0 || firsts > kCellsPerRow * rows / seconds) return;
        seconds_ = seconds;
        table_.resize(static_cast<std::size_t>(firsts * seconds));
    }

    std::uint32_t id(std::uint32_t first, std::uint32_t second) {
        if (!table_.empty()) {
            std::uint32_t& cell = table_[static_cast<std::size_t>(first * seconds_ + second)];
            if (cell == 0) cell = ++size_;
            return cell - 1;
        }
        if (2 * (std::size_t{size_} + 1) > slots_.size()) grow();
        Slot& slot = find(std::uint64_t{first} << 32 | second);
        if (slot.number == 0) slot = {std::uint64_t{first} << 32 | second, ++size_};
        return slot.number - 1;
    }
    /// The pair will be asked about soon.
    void ask_for(std::uint32_t first, std::uint32_t second) const {
        if (!table_.empty()) __builtin_prefetch(&table_[static_cast<std::size_t>(first * seconds_ + second)]);
        else if (!slots_.empty()) __builtin_prefetch(&slots_[static_cast<std::size_t>(mix_bits(std::uint64_t{first} << 32 | second)) & (slots_.size() - 1)]);
    }
    /// How many different pairs there were.
    std::uint32_t size() const { return size_; }

private:
    static constexpr std::uint64_t kCellsPerRow = 4;
    struct Slot { std::uint64_t key = 0; std::uint32_t number = 0; };   // from 1; 0: free

    Slot& find(std::uint64_t key) {
        std::size_t at = static_cast<std::size_t>(mix_bits(key)) & (slots_.size() - 1);
        while (slots_[at].number != 0 && slots_[at].key != key) at = (at + 1) & (slots_.size() - 1);
        return slots_[at];
    }
    void grow() {
        std::vector<Slot> old(slots_.empty() ? 64 : 2 * slots_.size());
        old.swap(slots_);
        for (const Slot& slot : old)
            if (slot.number != 0) find(slot.key) = slot;
    }

    std::vector<std::uint32_t> table_;   // numbers from 1; 0: not met
    std::vector<Slot> slots_;
    std::uint64_t seconds_ = 0;
    std::uint32_t size_ = 0;
};

}  // namespace problemator
