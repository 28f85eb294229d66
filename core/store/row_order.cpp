#include "core/store/row_order.hpp"

#include <algorithm>
#include <span>

#include "core/base/copy_bytes.hpp"
#include "core/base/sort_moments.hpp"

namespace problemator {
namespace {

constexpr std::size_t kFew = 16;                     // rows of a moment that are put in order one by one
constexpr std::size_t kAhead = 24;                   // keys of one moment lie anywhere: they are asked for before they are compared

/// There are few rows of a moment, but many moments; who moves keeps the order of equal keys.
void sort_by_key(std::span<Moment> receipts, const StringColumn& keys, const RunsOfKeys& runs) {
    const auto is_before = [&](const Moment& a, const Moment& b) {
        const bool is_known = a.row != b.row && runs.are_one(std::min(a.row, b.row), std::max(a.row, b.row));
        return is_known ? a.row < b.row : is_less_bytes(keys[a.row], keys[b.row]);
    };
    if (receipts.size() > kFew) return std::stable_sort(receipts.begin(), receipts.end(), is_before);
    for (std::size_t i = 1; i < receipts.size(); ++i) {
        const Moment moved = receipts[i];
        std::size_t to = i;
        for (; to > 0 && is_before(moved, receipts[to - 1]); --to) receipts[to] = receipts[to - 1];
        receipts[to] = moved;
    }
}

void sort_moments_by_key(std::vector<Moment>& receipts, const StringColumn& keys, const RunsOfKeys& runs) {
    for (std::size_t begin = 0, end = 0, asked = 0; begin < receipts.size(); begin = end) {
        if (!runs.are_known())
            for (; asked < std::min(begin + kAhead, receipts.size()); ++asked) keys.ask_for(receipts[asked].row);
        while (end < receipts.size() && receipts[end].minute == receipts[begin].minute) ++end;
        if (end - begin > 1) sort_by_key(std::span{receipts}.subspan(begin, end - begin), keys, runs);
    }
}

}  // namespace

void RunsOfKeys::note(const StringColumn& keys) {
    const std::size_t row = keys.size() - 1;
    if (!are_known() || row == 0 || is_less_bytes(keys[row - 1], keys[row])) return;
    if (count_ < starts_.size()) starts_[count_] = static_cast<std::uint32_t>(row);
    ++count_;
}

bool RowOrder::is_as_it_came(std::size_t all) const {
    for (std::size_t i = 0; i < rows.size(); ++i)
        if (rows[i] != i) return false;
    return rows.size() == all;
}

RowOrder order_rows(const std::vector<Minute>& received, const StringColumn& keys, const RunsOfKeys& runs, Minute as_of) {
    const Minute earliest = received.empty() ? 0 : *std::min_element(received.begin(), received.end());
    std::vector<Moment> receipts;
    receipts.reserve(received.size());
    std::uint32_t latest = 0;
    bool is_sorted = true;
    for (std::uint32_t row = 0; row < received.size(); ++row) {
        if (received[row] >= as_of) continue;
        const std::uint32_t minute = static_cast<std::uint32_t>(received[row] - earliest);
        is_sorted &= latest <= minute;
        latest = std::max(latest, minute);
        receipts.push_back({minute, row});
    }
    if (!is_sorted) sort_moments(receipts, latest);
    sort_moments_by_key(receipts, keys, runs);
    RowOrder order;
    order.rows.reserve(receipts.size());
    order.received.reserve(receipts.size());
    for (const Moment& receipt : receipts) {
        order.rows.push_back(receipt.row);
        order.received.push_back(earliest + static_cast<Minute>(receipt.minute));
    }
    return order;
}

}  // namespace problemator
