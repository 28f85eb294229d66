// JSON and NDJSON as tables: a longest array of objects somewhere in the document, GeoJSON features, columns told apart from rows, or one object a line.
// The file is read three times and never held as a tree: memory is the file (not even that where it lies mapped), the names of the
// columns and one record, which takes at most a few times its own size.
#pragma once
#include <optional>
#include <string_view>

#include "core/import/formats.hpp"

namespace problemator {

/// First bytes of JSON, or the name says so: a broken .json is an error of JSON and no CSV.
bool is_json(std::string_view head, std::string_view name);
/// One part. Row 1 is made of the names of the members; record n of the array, or line n of NDJSON, is row n + 1.
/// A bad line of NDJSON is a row with a fault and `raw`; damage inside a document ends the rows, with failure().
std::optional<Error> open_json(const FileView& file, const PartSink& sink);

}  // namespace problemator
