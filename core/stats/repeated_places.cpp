#include "core/stats/repeated_places.hpp"

#include <algorithm>
#include <tuple>

namespace problemator {
namespace {

using Group = std::span<const AddressedMessage>;

std::vector<AddressedMessage> sorted_by_place(std::span<const AddressedMessage> messages) {
    std::vector<AddressedMessage> sorted;
    for (const AddressedMessage& m : messages)
        if (m.street != kNoStreet && m.house != kNoHouse) sorted.push_back(m);
    std::sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) { return std::tie(a.street, a.house, a.week, a.author) < std::tie(b.street, b.house, b.week, b.author); });
    return sorted;
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
    const std::vector<AddressedMessage> sorted = sorted_by_place(messages);
    const std::span all{sorted};
    std::vector<RepeatedPlace> places;
    std::size_t most = 0;
    for (std::size_t from = 0, until = 0; from < all.size(); from = until) {
        while (until < all.size() && all[until].street == all[from].street && all[until].house == all[from].house) ++until;
        most = std::max(most, until - from);
        if (until - from >= options.min_messages) places.push_back(place_of(all.subspan(from, until - from), options.weeks));
    }
    for (RepeatedPlace& place : places) place.priority = priority_of(place.point, most, options.weights);
    std::sort(places.begin(), places.end(), is_before);
    return places;
}

}  // namespace problemator
