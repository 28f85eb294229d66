// The end of a TableBuilder: its rows become sorted columns, with codes that do not depend on the order in which they came.
#include <algorithm>
#include <unordered_set>

#include "core/store/table.hpp"

namespace problemator {
namespace {

/// Who wrote several messages, numbered by the first of them; the codes themselves end here. Empty when nobody did.
std::vector<std::uint32_t> numbered_authors(const std::vector<std::uint64_t>& codes) {
    std::vector<std::pair<std::uint64_t, std::uint32_t>> known;
    for (std::uint32_t row = 0; row < codes.size(); ++row)
        if (codes[row] != 0) known.emplace_back(codes[row], row);
    std::sort(known.begin(), known.end());
    std::vector<std::uint32_t> first(codes.size(), UINT32_MAX);   // row of the author's first message
    bool is_anybody = false;
    for (std::size_t begin = 0, end = 0; begin < known.size(); begin = end) {
        while (end < known.size() && known[end].first == known[begin].first) ++end;
        if (end - begin < 2) continue;
        is_anybody = true;
        for (std::size_t i = begin; i < end; ++i) first[known[i].second] = known[begin].second;
    }
    if (!is_anybody) return {};
    std::vector<std::uint32_t> numbers(codes.size(), 0);
    std::uint32_t last = 0;
    for (std::uint32_t row = 0; row < codes.size(); ++row)
        if (first[row] != UINT32_MAX) numbers[row] = first[row] == row ? ++last : numbers[first[row]];
    return numbers;
}

/// New codes of one dimension: declared names keep theirs, the others are numbered by first use and forgotten when unused.
class Recoding {
public:
    Recoding(Dictionary& names, Dimension d, std::size_t declared) : names_{names}, is_channel_{d == Dimension::Channel}, new_codes_(names.size(), kUnseen) {
        new_codes_[kNotGiven] = kNotGiven;
        for (std::uint32_t code = 1; code < declared; ++code) {
            ordered_.append(names.name(static_cast<Code>(code)), names.id(static_cast<Code>(code)));
            new_codes_[code] = code;
        }
    }
    Code of(Code code) {
        const std::uint32_t known = new_codes_[code];
        return static_cast<Code>(known != kUnseen ? known : number_anew(code));
    }
    void finish() { names_ = std::move(ordered_); }

private:
    static constexpr std::uint32_t kUnseen = UINT32_MAX;

    [[gnu::noinline]] std::uint32_t number_anew(Code code) {   // the id of an undeclared channel is its name
        return new_codes_[code] = ordered_.intern(names_.name(code), is_channel_ ? names_.name(code) : std::string_view{});
    }

    Dictionary& names_;
    bool is_channel_;
    Dictionary ordered_;
    std::vector<std::uint32_t> new_codes_;
};

}  // namespace

/// Some rows at a time are laid together, out of all places where they lie, and then read once for every column from the nearest cache.
/// A column grows by those rows at a time, in the room that it has from the beginning: no memory is cleared long before it is written.
void TableBuilder::lay_columns(const std::vector<std::uint32_t>& order) {
    constexpr std::size_t kTogether = 256, kAhead = 16;
    std::vector<Row> together(std::min(kTogether, order.size()));
    std::vector<Recoding> recodings;
    recodings.reserve(kDimensions);
    for (const auto d : kAllDimensions) recodings.emplace_back(raw_.names[index(d)], d, declared_[index(d)]);
    for (std::size_t begin = 0; begin < order.size(); begin += kTogether) {
        const std::size_t count = std::min(kTogether, order.size() - begin);
        for (std::size_t i = 0; i < count; ++i) {
            if (begin + i + kAhead < order.size()) __builtin_prefetch(&rows_[order[begin + i + kAhead]]);
            together[i] = rows_[order[begin + i]];
        }
        const auto lay = [&](auto& column, const auto& value_of) {
            if (begin == 0) column.reserve(order.size());
            column.resize(begin + count);
            auto* const to = column.data() + begin;
            for (std::size_t i = 0; i < count; ++i) to[i] = value_of(together[i]);
        };
        for (const auto d : kAllDimensions) lay(raw_.codes[index(d)], [&, &recoding = recodings[index(d)]](const Row& row) { return recoding.of(row.codes[index(d)]); });
        lay(raw_.due, [](const Row& row) { return row.due; });
        lay(raw_.answered, [](const Row& row) { return row.answered; });
        lay(raw_.closed, [](const Row& row) { return row.closed; });
        lay(raw_.marks, [](const Row& row) { return row.marks; });
        lay(raw_.rating, [](const Row& row) { return row.rating; });
        lay(raw_.lat_e6, [](const Row& row) { return row.lat_e6; });
        lay(raw_.lon_e6, [](const Row& row) { return row.lon_e6; });
        lay(raw_.source_row, [](const Row& row) { return row.source_row; });
        lay(raw_.source_file, [](const Row& row) { return row.source_file; });
    }
    for (Recoding& recoding : recodings) recoding.finish();
}

Table TableBuilder::finish(Minute as_of, const std::vector<std::string>& fast_channels) && {
    RowOrder order = order_rows(received_, raw_.id, runs_, as_of);
    received_ = {};
    lay_columns(order.rows);
    if (is_any_author_) {
        std::vector<std::uint64_t> authors(order.rows.size());
        std::transform(order.rows.begin(), order.rows.end(), authors.begin(), [this](std::uint32_t row) { return rows_[row].author; });
        raw_.author = numbered_authors(authors);
    }
    const bool is_as_it_came = order.is_as_it_came(rows_.size());
    rows_ = {};
    Table table = std::move(raw_);
    table.received = std::move(order.received);
    if (!is_as_it_came) {
        table.id.reorder(order.rows);
        table.text.reorder(order.rows);
    }
    std::unordered_set<Code> fast;
    for (const auto& id : fast_channels) fast.insert(table.dictionary(Dimension::Channel).find_id(id));
    fast.erase(kNotGiven);
    for (std::size_t row = 0; !fast.empty() && row < table.rows(); ++row) {
        if (fast.count(table.column(Dimension::Channel)[row]) != 0) table.marks[row] |= bit(Mark::FastEligible);
    }
    derive(table, as_of);
    return table;
}

}  // namespace problemator
