// Suggest: a first mapping for an export that no channel knows — which column is which field, by its name and by its values, with a
// confidence and the next best fields, so that a person only corrects what is wrong.
#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/import/channel.hpp"
#include "core/import/column_forms.hpp"

namespace problemator {

struct FieldGuess { Field field{}; double confidence = 0; };

struct ColumnSuggestion {
    std::string header;
    int occurrence = 1;                              // of equal headers
    std::vector<std::string> first_values;           // at most 5 different ones, as found, shortened to 80 characters
    std::optional<Field> field;                      // nullopt: the mapping leaves the column out
    double confidence = 0;                           // of `field`, 0…1
    std::vector<FieldGuess> alternatives;            // at most 3, the likelier first
};

struct Suggestion {
    Channel channel;                                 // read_channel(write_channel(channel)) accepts it unless `lacks_received`
    std::vector<ColumnSuggestion> columns;           // as in the file
    bool lacks_id = false;                           // rows are then known by what they say ("key": "content")
    bool lacks_received = false;                     // no column of dates: the user has to name one or a day
};

/// `rows`: the first ones under the header, a few hundred are enough; `file_name` gives id and name of the channel.
Suggestion suggest_channel(std::string_view file_name, const HeaderRow& header, std::span<const CellRow> rows);

/// A channel file (docs/formats.md) without samples.
std::string write_channel(const Channel& channel, std::string_view about);

/// For the mapping editor of the browser: {"file": "…", "header": ["…"], "rows": [["…"]]} → {"columns": [{"header", "occurrence", "first",
/// "field" (or null), "confidence", "alternatives": [{"field", "confidence"}]}], "lacks": ["received"], "mapping": {…}}.
Result<std::string> suggest_json(std::string_view request);
std::string suggestion_json(const Suggestion& suggestion);

}  // namespace problemator
