// Cells of the listings: a number is linked only when exactly its rows can be listed.
#pragma once
#include <string>

#include "core/model/listing.hpp"
#include "core/model/scope.hpp"

namespace problemator {

inline constexpr std::size_t kListed = 40;         // rows of a listing; the rest is counted

/// What makers of listings read. `rows`: the state that lists every message of the snapshot.
struct ListingMaker {
    const Scope& scope;
    State rows;
    Lang lang() const { return scope.lang; }
    std::string say(const Phrase& phrase) const { return std::string{phrase.in(scope.lang)}; }
    std::string count(std::uint64_t n) const;
};
ListingMaker listing_maker(const Scope& scope);

ListingCell words_cell(std::string text, Tone tone = Tone::Plain);
ListingCell number_cell(const ListingMaker& f, std::uint64_t n, Tone tone = Tone::Plain);
/// `n` as told, linked when exactly as many rows are listed by `rows`; «< 3» where a published snapshot hides so few.
ListingCell rows_cell(const ListingMaker& f, std::uint32_t n, const State& rows, Tone tone = Tone::Plain);
/// The name of a channel, which opens its messages.
ListingCell channel_cell(const ListingMaker& f, const std::string& id);
/// Leaves out number columns that hold nothing but zeros.
void drop_idle_columns(Listing& listing);
/// «… и ещё 34».
std::string more_words(const ListingMaker& f, std::size_t n);
/// Rows of the first `most` things, and how many more there are.
template <class Things, class RowOf>
void add_first(Listing& listing, const Things& things, std::size_t most, const ListingMaker& f, const RowOf& row_of) {
    for (std::size_t i = 0; i < things.size() && i < most; ++i) listing.rows.push_back(row_of(things[i]));
    if (things.size() > most) listing.more = more_words(f, things.size() - most);
}
/// Keeps `most` rows and says how many are left out.
void keep_first(Listing& listing, std::size_t most, const ListingMaker& f);

}  // namespace problemator
