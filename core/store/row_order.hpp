// Row order: rows of a table stand by the moment of their receipt, then by their keys.
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/base/time.hpp"
#include "core/store/string_column.hpp"

namespace problemator {

/// Which rows came with growing keys, one after the other: of two such rows the later one has the greater key, and nobody has to look at them.
/// Registers number their rows. A few places where keys begin anew (after 99, in the next file) are remembered, more are not worth it.
class RunsOfKeys {
public:
    /// The key of the last row of `keys` is known now.
    void note(const StringColumn& keys);
    bool are_known() const { return count_ <= starts_.size(); }
    bool are_one(std::uint32_t earlier, std::uint32_t later) const {
        bool is_cut = !are_known();
        for (std::size_t i = 0; !is_cut && i < count_; ++i) is_cut = earlier < starts_[i] && starts_[i] <= later;
        return !is_cut;
    }

private:
    std::array<std::uint32_t, 16> starts_{};
    std::size_t count_ = 0;
};

struct RowOrder {
    std::vector<std::uint32_t> rows;
    std::vector<Minute> received;            // of each of them

    bool is_as_it_came(std::size_t all) const;
};

/// Rows received before `as_of`, by (received, key); rows that are equal in both keep their order.
RowOrder order_rows(const std::vector<Minute>& received, const StringColumn& keys, const RunsOfKeys& runs, Minute as_of);

}  // namespace problemator
