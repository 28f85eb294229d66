#include "core/stats/repeated_places.hpp"

#include <algorithm>
#include <tuple>

#include "core/base/stable_order.hpp"

namespace problemator {
namespace {

using Group = std::span<const AddressedMessage>;

struct Visit {
    std::uint64_t address = 0;           // street and house
    std::size_t message = 0;
    bool operator<(const Visit& o) const { return address < o.address || (address == o.address && message < o.message); }
};

std::vector<Visit> sorted_by_place(std::span<const AddressedMessage> messages) {
    std::vector<Visit> sorted;
    for (std::size_t i = 0; i < messages.size(); ++i)
        if (messages[i].street != kNoStreet && messages[i].house != kNoHouse) sorted.push_back({std::uint64_t{messages[i].street} << 32 | messages[i].house, i});
    std::sort(sorted.begin(), sorted.end());
    return sorted;
}

std::vector<AddressedMessage> by_week(std::span<const Visit> visits, std::span<const AddressedMessage> messages) {
    std::vector<AddressedMessage> group;
    for (const Visit& visit : visits) group.push_back(messages[visit.message]);
    sort_stably(group, [](const auto& a, const auto& b) { return a.week < b.week; });
    return group;
}

std::optional<std::size_t> distinct_authors(Group group) {
    std::vector<std::uint64_t> authors;
    for (const AddressedMessage& m : group)
        if (m.author != kNoAuthor) authors.push_back(m.author);
    if (authors.empty()) return std::nullopt;
    std::sort(authors.begin(), authors.end());
    return static_cast<std::size_t>(std::unique(authors.begin(), authors.end()) - authors.begin());
}

RepeatedPlace place_of(Group group, std::size_t weeks) {
    RepeatedPlace place{.street = group.front().street, .house = group.front().house, .first_week = group.front().week, .last_week = group.back().week};
    place.point = {.messages = group.size(), .weeks = weeks, .authors = distinct_authors(group)};
    for (std::size_t i = 0; i < group.size(); ++i) {
        place.point.weeks_active += i == 0 || group[i].week != group[i - 1].week ? 1u : 0u;
        place.point.repeats += group[i].is_repeat ? 1u : 0u;
        place.point.overdue += group[i].is_overdue ? 1u : 0u;
    }
    place.repeat_share = static_cast<double>(place.point.repeats) / static_cast<double>(group.size());
    return place;
}

bool is_before(const RepeatedPlace& a, const RepeatedPlace& b) {
    if (a.priority.score != b.priority.score) return a.priority.score > b.priority.score;
    if (a.point.messages != b.point.messages) return a.point.messages > b.point.messages;
    return std::tie(a.street, a.house) < std::tie(b.street, b.house);
}

}  // namespace

std::vector<RepeatedPlace> repeated_places(std::span<const AddressedMessage> messages, const RepeatedPlacesOptions& options) {
    const std::vector<Visit> sorted = sorted_by_place(messages);
    const std::span all{sorted};
    std::vector<RepeatedPlace> places;
    std::size_t most = 0;
    for (std::size_t from = 0, until = 0; from < all.size(); from = until) {
        while (until < all.size() && all[until].address == all[from].address) ++until;
        most = std::max(most, until - from);
        if (until - from >= options.min_messages) places.push_back(place_of(by_week(all.subspan(from, until - from), messages), options.weeks));
    }
    for (RepeatedPlace& place : places) place.priority = priority_of(place.point, most, options.weights);
    std::sort(places.begin(), places.end(), is_before);
    return places;
}

}  // namespace problemator
