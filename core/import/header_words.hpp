// Header words: which field a column's name speaks of, by the phrases of data/dictionaries/headers.json.
#pragma once
#include <array>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/import/channel.hpp"

namespace problemator {

inline constexpr std::size_t kFields = static_cast<std::size_t>(Field::Ignored) + 1;

using Phrases = std::vector<std::vector<std::string>>;   // each: beginnings of words, in any order

struct HeaderWords {
    std::vector<std::string> stop;                        // words that say nothing
    std::array<Phrases, kFields> of_fields;
    std::map<std::string, std::vector<std::pair<std::string, std::vector<std::string>>>> values;   // field id → canonical id → beginnings
};

/// Reads and checks a dictionary: unknown fields are Errors with the JSON path and the nearest known word.
Result<HeaderWords> read_header_words(std::string_view json, std::string_view file_name);
/// The one of data/dictionaries, embedded at build.
const HeaderWords& header_words();

/// Words of a header, folded: parted at signs, blanks and where a small letter meets a capital ("CreatedDate").
std::vector<std::string> words_of_header(std::string_view header);
/// For every field, how much of the header its best phrase covers: 0…1, and a little more for phrases of several words.
std::array<double, kFields> header_scores(std::string_view header, const HeaderWords& words);

/// The canonical id that a cell of a status, outcome, form or kind column most likely means; empty when none.
std::string_view likely_value(Field field, std::string_view cell, const HeaderWords& words);

}  // namespace problemator
