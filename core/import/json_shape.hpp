// JsonShape: where in a JSON document the table is. Found by one reading that keeps counts only.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/import/json_events.hpp"

namespace problemator {

enum class JsonTable : std::uint8_t {
    None,
    Objects,    // [{…}, {…}]: the longest array of objects; arrays inside its records are part of them
    Arrays,     // [[…], […]], with `columns` told elsewhere in the document or without
    Root,       // one object is the only row
    Geometry,   // one bare GeoJSON geometry
};

struct JsonShape {
    JsonTable table = JsonTable::None;
    std::vector<std::uint32_t> path;      // ordinals of the values from the root down to the array
    std::vector<std::string> columns;     // {"columns": […], "data": [[…]]}
    bool has_features = false;            // GeoJSON: members of "properties" are columns, "geometry" becomes lat and lon
    std::optional<JsonDamage> damage;     // what was read before it counts
};

/// `text` is without byte order mark. Columns beyond `max_columns` are not kept.
JsonShape find_shape(std::string_view text, std::size_t max_columns);

/// The text after the `[` of the array at `path`, as an offset; npos when damage comes first.
std::size_t array_begin(std::string_view text, const std::vector<std::uint32_t>& path);
std::size_t skip_json_blanks(std::string_view text, std::size_t at);
/// One past the value that begins at `at`, by brackets and quotes alone; npos when the text ends within it.
std::size_t json_value_end(std::string_view text, std::size_t at);

}  // namespace problemator
