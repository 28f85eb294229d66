// Territory points: where a territory that the profile gives no point is drawn and has its neighbours.
#pragma once
#include "core/schema/profile.hpp"
#include "core/store/table.hpp"

namespace problemator {

inline constexpr std::size_t kLeastForPoint = 5;   // messages with a point that place a territory

/// Gives every territory without a point the middle of the points of its messages, once for a snapshot: latitude and longitude are
/// medians, so that it stands where people write from and no single wrong point moves it. With fewer than kLeastForPoint it stays without.
void place_by_messages(Profile& profile, const Table& table);

}  // namespace problemator
