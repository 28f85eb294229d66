#include "core/model/listing_cells.hpp"

#include <algorithm>

#include "core/base/format.hpp"
#include "core/model/names.hpp"
#include "core/model/remembered.hpp"
#include "core/model/words.hpp"

namespace problemator {

std::string ListingMaker::count(std::uint64_t n) const { return format_count(static_cast<std::int64_t>(n), scope.lang); }

ListingMaker listing_maker(const Scope& scope) {
    State rows;
    rows.screen = Screen::Messages;
    rows.lang = scope.state.lang;
    rows.compare = scope.state.compare;
    rows.period = Period{};
    return {scope, rows};
}

ListingCell words_cell(std::string text, Tone tone) {
    ListingCell cell;
    cell.figure.text = std::move(text);
    cell.tone = tone;
    return cell;
}

ListingCell number_cell(const ListingMaker& f, std::uint64_t n, Tone tone) {
    ListingCell cell = words_cell(f.count(n), n == 0 ? Tone::Muted : tone);
    cell.figure.value = static_cast<double>(n);
    return cell;
}

ListingCell rows_cell(const ListingMaker& f, std::uint32_t n, const State& rows, Tone tone) {
    ListingCell cell = number_cell(f, n, tone);
    if (is_hidden_count(f.scope.world, n)) {
        cell.figure = count_figure(f.scope, n, rows);
    } else if (n > 0 && count_of(f.scope, filter_of(rows, f.scope.table, f.scope.home)) == n) {
        cell.figure.href = to_hash(rows);
        cell.figure.n = n;
    }
    return cell;
}

ListingCell channel_cell(const ListingMaker& f, const std::string& id) {
    const Table& table = f.scope.table;
    const Code code = table.dictionary(Dimension::Channel).find_id(id);
    if (code == kNotGiven) return words_cell(source_name(f.scope.world, id, f.lang()));
    ListingCell cell = words_cell(name_of(f.scope.world, Dimension::Channel, code, f.lang()));
    const State rows = with_code(f.rows, table, Dimension::Channel, code);
    const auto n = static_cast<std::uint32_t>(count_of(f.scope, filter_of(rows, table, f.scope.home)));
    if (n == 0 || is_hidden_count(f.scope.world, n)) return cell;
    cell.figure.href = to_hash(rows);
    cell.figure.n = n;
    return cell;
}

void drop_idle_columns(Listing& listing) {
    for (std::size_t c = listing.columns.size(); c-- > 0;) {
        const auto is_idle = [c](const std::vector<ListingCell>& row) { return row[c].figure.text.empty() || row[c].figure.value == 0.0; };
        if (!listing.columns[c].is_number || !std::all_of(listing.rows.begin(), listing.rows.end(), is_idle)) continue;
        const auto at = static_cast<std::ptrdiff_t>(c);
        listing.columns.erase(listing.columns.begin() + at);
        for (auto& row : listing.rows) row.erase(row.begin() + at);
    }
}

std::string more_words(const ListingMaker& f, std::size_t n) { return f.say({"… и ещё ", "… and "}) + f.count(n) + (f.lang() == Lang::Ru ? "" : " more"); }

void keep_first(Listing& listing, std::size_t most, const ListingMaker& f) {
    if (listing.rows.size() <= most) return;
    listing.more = more_words(f, listing.rows.size() - most);
    listing.rows.resize(most);
}

}  // namespace problemator
