// Text groups: which of some known groups of messages does another message repeat? Cosine of TF-IDF, as clusters.hpp compares; a text
// belongs to the group of the text it is most like, if that is near enough.
#pragma once
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace problemator {

struct GroupText { std::string_view text{}, place{}; };    // place: names that are not compared

/// Of every text of `others` the group, or none. `least`: cosine in one place and on one topic.
std::vector<std::optional<std::size_t>> nearest_groups(std::span<const std::vector<GroupText>> groups, std::span<const GroupText> others, double least = 0.30);

}  // namespace problemator
