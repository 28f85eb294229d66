#include "core/cli/sample_points.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>

#include "core/cli/sample_world.hpp"

namespace problemator::cli {
namespace {

// Cosine × 1000 every ten degrees; between them a straight line is near enough for a street plan.
constexpr std::int64_t kCosines[] = {1000, 985, 940, 866, 766, 643, 500, 342, 174, 50};
constexpr std::int64_t kMicroDegreesPerKm = 8993;
struct Direction { std::int64_t x, y; };                 // × 1000
constexpr Direction kDirections[] = {{1000, 0}, {924, 383}, {707, 707}, {383, 924}, {0, 1000}, {-383, 924}, {-707, 707}, {-924, 383}};

std::int64_t narrow(std::int64_t lat_e6) {
    const std::int64_t tenth = std::min<std::int64_t>(std::abs(lat_e6) / 10'000'000, static_cast<std::int64_t>(std::size(kCosines)) - 2), rest = std::abs(lat_e6) % 10'000'000;
    const auto at = static_cast<std::size_t>(tenth);
    return kCosines[at] + (kCosines[at + 1] - kCosines[at]) * rest / 10'000'000;
}

std::string degrees(std::int64_t e6) {
    std::string digits = std::to_string(std::abs(e6));
    if (digits.size() < 7) digits.insert(0, 7 - digits.size(), '0');
    return (e6 < 0 ? "-" : "") + digits.substr(0, digits.size() - 6) + "." + digits.substr(digits.size() - 6);
}

/// Metres of the street's middle from the settlement's point, and the way it runs.
struct StreetPlan { std::int64_t x = 0, y = 0; Direction along{}; };

StreetPlan plan_of(const std::string& key, std::uint32_t weight) {
    const std::uint64_t hash = sample_hash(key);
    const std::int64_t reach = 500 + 40 * std::int64_t{std::min(weight, 40u)};
    const auto share = static_cast<std::int64_t>(hash % 1000), other = static_cast<std::int64_t>(hash / 1000 % 1000);
    const Direction to = kDirections[hash / 1'000'000 % 8], along = kDirections[hash / 8'000'000 % 8];
    const std::int64_t distance = reach * std::max(share, other) / 1000 * ((hash >> 40) % 2 == 0 ? 1 : -1);
    return {to.x * distance / 1000, to.y * distance / 1000, along};
}

struct Middle { std::int64_t lat = 0, lon = 0; };        // micro-degrees

Middle e6(const Territory& territory) { return {static_cast<std::int64_t>(std::llround(*territory.lat * 1e6)), static_cast<std::int64_t>(std::llround(*territory.lon * 1e6))}; }

/// The settlement's own point, or an invented one.
std::optional<Middle> middle_of(const Profile& profile, const Territory& territory) {
    if (territory.lat && territory.lon) return e6(territory);
    Middle sum;
    std::int64_t known = 0;
    for (const Territory& one : profile.territories) {
        if (!one.lat || !one.lon) continue;
        const Middle at = e6(one);
        sum = {sum.lat + at.lat, sum.lon + at.lon};
        ++known;
    }
    if (known == 0) return std::nullopt;
    const std::uint64_t hash = sample_hash("settlement/" + territory.id);
    const Direction to = kDirections[hash % 8];
    const std::int64_t metres = (14'000 + static_cast<std::int64_t>(hash / 8 % 32'000)) * ((hash >> 40) % 2 == 0 ? 1 : -1);
    const Middle all{sum.lat / known, sum.lon / known};
    return Middle{all.lat + to.y * metres / 1000 * kMicroDegreesPerKm / 1000, all.lon + to.x * metres / 1000 * kMicroDegreesPerKm / narrow(all.lat)};
}

std::int64_t number_of(std::string_view house) {
    std::int64_t number = 0;
    for (const char c : house) {
        if (c < '0' || c > '9') break;
        number = number * 10 + (c - '0');
    }
    return number;
}

}  // namespace

std::optional<SamplePoint> sample_point(const Profile& profile, const Territory& territory, std::uint32_t weight, std::string_view street, std::string_view house, std::uint64_t number) {
    if (street.empty() || sample_hash(territory.id + std::to_string(number)) % 6 == 0) return std::nullopt;
    const auto middle = middle_of(profile, territory);
    if (!middle) return std::nullopt;
    const auto [lat, lon] = *middle;
    const StreetPlan plan = plan_of(territory.id + "/" + std::string{street}, weight);
    const std::int64_t along = (number_of(house) - 24) * 14, aside = number_of(house) % 2 == 0 ? 18 : -18;
    const std::int64_t x = plan.x + (plan.along.x * along - plan.along.y * aside) / 1000, y = plan.y + (plan.along.y * along + plan.along.x * aside) / 1000;
    return SamplePoint{degrees(lat + y * kMicroDegreesPerKm / 1000), degrees(lon + x * kMicroDegreesPerKm / narrow(lat))};
}

}  // namespace problemator::cli
