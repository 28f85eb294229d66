// Names of the fields, as channel files write them.
#include <array>
#include <cstddef>

#include "core/import/channel.hpp"

namespace problemator {
namespace {

constexpr std::array<std::string_view, static_cast<std::size_t>(Field::Ignored) + 1> kIds = {
    "id", "received", "registered", "due", "answered", "closed", "extended_to", "reply",
    "kind", "form", "status", "outcome", "overdue", "fast_track", "repeat", "auto_routed", "auto_control", "gratitude", "consultation",
    "block", "topic", "subtopic", "territory", "department", "network", "street", "house", "lat", "lon", "point",
    "rating", "text", "answer", "linked_id", "author", "channel", "forwarded", "conflict", "rubric_code", "tags", "moved", "ignored",
};

}  // namespace

std::string_view field_id(Field f) { return kIds[static_cast<std::size_t>(f)]; }

std::optional<Field> parse_field(std::string_view id) {
    for (std::size_t i = 0; i < kIds.size(); ++i)
        if (kIds[i] == id) return static_cast<Field>(i);
    return std::nullopt;
}

}  // namespace problemator
