// Text scan: whether a piece of a file is UTF-8 and whether it holds zero bytes, 64 bytes at a time. Texts of one, two and three bytes a
// letter are decided by the places of their leading bytes alone; anything rarer is left to the exact reader.
#pragma once
#include <cstddef>
#include <string_view>

namespace problemator {

struct TextScan {
    bool is_utf8 = true;
    bool has_zero = false;
};
enum class PieceEnd : unsigned char { OfText, Anywhere };   // Anywhere: may be cut in the middle of a character

TextScan scan_text(std::string_view text, PieceEnd end);

/// Position of the first byte that is not valid UTF-8, or npos, letter by letter: stops there, where first_bad_utf8() looks at the whole text first.
std::size_t exact_bad_utf8(std::string_view text);

}  // namespace problemator
