// Canonical values of a field: the ids that a value map may lead to, and how a cell that is already canonical is read.
#pragma once
#include <optional>
#include <string_view>
#include <vector>

#include "core/import/channel.hpp"

namespace problemator {

enum class FieldType : std::uint8_t { Text, Category, Date, Duration, YesNo, Flag, Enum, Number, Rating, Point, Nothing };
FieldType type_of(Field field);

/// The ids that a field of type Enum, YesNo or Flag takes, in the order of their codes; empty for other types.
std::vector<std::string_view> canonical_ids(Field field);
/// Visible name of such a code. pre: code < canonical_ids(field).size()
Phrase canonical_name(Field field, int code);
/// Code of a cell that is an id ("in_work") or the visible name in either language («В работе»), or yes/no for YesNo and Flag.
std::optional<int> canonical_code(Field field, std::string_view text);

}  // namespace problemator
