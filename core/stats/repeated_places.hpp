// Repeated places: addresses from which messages keep coming. Exact street and house, because Russian addresses are written, not measured:
// a density map would put the neighbours together, and the same yard twice.
#pragma once
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "core/stats/priority.hpp"

namespace problemator {

inline constexpr std::uint32_t kNoStreet = 0, kNoHouse = 0;   // codes of the caller's dictionaries; a message without both is passed over
inline constexpr std::uint64_t kNoAuthor = 0;

struct AddressedMessage {
    std::uint32_t street = kNoStreet, house = kNoHouse;
    std::uint64_t author = kNoAuthor;
    std::int32_t week = 0;
    bool is_repeat = false;              // came again after an answer
    bool is_overdue = false;
};

struct RepeatedPlace {
    std::uint32_t street = kNoStreet, house = kNoHouse;
    ProblemPoint point{};
    std::int32_t first_week = 0, last_week = 0;
    double repeat_share = 0;
    Priority priority{};
};

struct RepeatedPlacesOptions {
    std::size_t min_messages = 3;
    std::size_t weeks = 52;              // looked at; the persistence of a place is its active weeks over these
    PriorityWeights weights{};
};

/// Places with at least min_messages, by falling priority; equal ones by messages, then street, then house. A house needs its street.
/// The norm of an address is unknown, so Excess has no part in it. Authors are unknown when no message of the place has one. Work: n log n.
std::vector<RepeatedPlace> repeated_places(std::span<const AddressedMessage> messages, const RepeatedPlacesOptions& options = {});

}  // namespace problemator
