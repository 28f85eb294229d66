// The words of an API request: filters, axes, measures and marks by id or by name, every mistake with the nearest known word.
#pragma once
#include "core/app/app.hpp"
#include "core/base/json.hpp"

namespace problemator {

/// The object "filter" of a request, or the link "hash", or every row when there is neither.
Result<Filter> read_filter(const App& app, const JsonCursor& request);
Result<Axis> read_axis(const JsonCursor& request, std::string_view key);
/// "measures": a word or a list; absent = count.
Result<std::vector<Measure>> read_measures(const JsonCursor& request, std::string_view key);

}  // namespace problemator
