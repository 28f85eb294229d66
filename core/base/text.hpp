// UTF-8 text: validity, letter case, trimming, shortening. Cyrillic and Latin letters; other scripts pass through.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace problemator {

/// Position of the first byte that is not valid UTF-8, or npos. Overlong forms and surrogates are invalid.
std::size_t first_bad_utf8(std::string_view text);
/// Lower case, for Latin and Cyrillic letters (ё stays ё).
std::string to_lower(std::string_view utf8);
/// A key for comparing names that people typed: lower case, ё→е, runs of blanks and no-break spaces → one space, trimmed.
std::string fold(std::string_view utf8);
/// Blanks, tabs, line ends and U+00A0, U+FEFF removed from both ends; a view into `text`.
std::string_view trim(std::string_view text);
/// At most `max_chars` code points; a longer text ends with «…».
std::string shorten(std::string_view utf8, std::size_t max_chars);
std::size_t count_chars(std::string_view utf8);
std::vector<std::string_view> split(std::string_view text, char separator);
/// ASCII id made from any text: transliterated, lower case, [a-z0-9-], at most 24 characters; never empty.
std::string slug(std::string_view utf8);
/// &, <, >, ", ' escaped for HTML and XML; control characters (except tab and line feed) removed.
std::string escape_html(std::string_view utf8);
/// Next code point at `pos` (advanced past it); U+FFFD for a bad byte. pre: pos < text.size()
char32_t next_char(std::string_view text, std::size_t& pos);
void append_utf8(std::string& out, char32_t code_point);

}  // namespace problemator
