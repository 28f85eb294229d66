// Pieces of the search for personal data. Each looks at one way in which a find can begin, adds what it finds, and says where to go on:
// always behind where it began, and having looked at no more than a bounded stretch around it.
#pragma once
#include <array>
#include <cstdint>
#include <initializer_list>
#include <string_view>
#include <vector>

#include "core/clean/privacy.hpp"

namespace problemator::privacy {

using Spans = std::vector<PersonalSpan>;

/// A Russian letter at `pos`, in UTF-8: size 2, or 0 when there is none. `folded`: its small form, ё as е.
struct Letter { std::size_t size = 0; bool is_capital = false; std::array<char, 2> folded{}; };
inline constexpr std::array<Letter, 128> kLetters = [] {   // by the lowest bit of the first byte and the lowest six of the second
    std::array<Letter, 128> letters{};
    const auto bytes = [](unsigned c) { return std::array<char, 2>{static_cast<char>(0xD0 + (c >> 6 & 1)), static_cast<char>(0x80 + (c & 63))}; };   // c: since U+0400
    for (unsigned c = 0x10; c < 0x50; ++c) letters[c] = {2, c < 0x30, bytes(c < 0x30 ? c + 0x20 : c)};
    letters[0x01] = {2, true, bytes(0x35)};
    letters[0x51] = {2, false, bytes(0x35)};
    return letters;
}();
inline Letter letter_at(std::string_view text, std::size_t pos) {
    if (pos + 1 >= text.size()) return {};
    const auto lead = static_cast<unsigned char>(text[pos]), next = static_cast<unsigned char>(text[pos + 1]);
    return (lead & 0xFE) == 0xD0 && (next & 0xC0) == 0x80 ? kLetters[(lead & 1u) << 6 | (next & 63u)] : Letter{};
}
bool ends_letter(std::string_view text, std::size_t pos);     // a Russian letter ends at `pos`
inline bool is_digit(char c) { return c >= '0' && c <= '9'; }
inline bool is_latin(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
/// Past blanks and no-break spaces, at most `most` of them.
std::size_t skip_blanks(std::string_view text, std::size_t pos, int most = 2);
std::size_t skip_blanks_back(std::string_view text, std::size_t pos, int most = 2);

inline constexpr std::size_t kMaxWord = 48;   // bytes; longer words are no names
/// Russian letters with hyphens inside.
struct Word {
    std::size_t begin = 0, end = 0, letters = 0, size = 0;
    bool is_capital = false, is_upper = false;   // first letter; every letter
    std::array<char, kMaxWord> bytes;            // the first `size` of them are set: there are many words and few names
    std::string_view folded() const { return {bytes.data(), size}; }                       // "" when too long
};
Word word_at(std::string_view text, std::size_t pos);          // letters == 0 when no letter is there
Word word_before(std::string_view text, std::size_t end);      // the word that ends at `end`

/// True when one of `stems` (folded) stands in the `reach` bytes before `pos`, in the same line.
bool has_before(std::string_view text, std::size_t pos, std::size_t reach, std::initializer_list<std::string_view> stems);
bool has_after(std::string_view text, std::size_t pos, std::size_t reach, std::initializer_list<std::string_view> stems);

// Word lists (privacy_words.cpp). All take folded words.
bool is_first_name(std::string_view word);          // «Мария», «Марией»: stems with case endings
bool is_patronymic(std::string_view word);
bool is_patronymic_particle(std::string_view word); // «оглы», «кызы»
bool has_surname_ending(std::string_view word);
bool is_common_surname(std::string_view word);
bool is_plain_word(std::string_view word);          // begins a sentence or names an office; never a surname
bool is_street_marker(std::string_view word, bool has_dot);    // «ул», «проспекте», «г.» — what follows is a place
bool is_name_of_street(std::string_view word);      // «ленина», «мира»: of streets everywhere
bool calls_person(std::string_view word);           // «гражданка», «зовут»: what follows is a person

// Beginnings (privacy_*.cpp). pre: the byte at `pos` is what the name says.
std::size_t find_at_digit(std::string_view text, std::size_t pos, Spans& out);
std::size_t find_at_capital(std::string_view text, std::size_t pos, Spans& out);
std::size_t find_at_sign(std::string_view text, std::size_t pos, Spans& out);
std::size_t find_at_slash(std::string_view text, std::size_t pos, Spans& out);
std::size_t find_at_bracket(std::string_view text, std::size_t pos, Spans& out);
/// «иван петрович», typed without capitals; `pos` is at the в of an ending.
std::size_t find_small_patronymic(std::string_view text, std::size_t pos, Spans& out);
/// Street and house around the digits [begin, end); the end of the address, or 0.
std::size_t find_address(std::string_view text, std::size_t begin, std::size_t end, Spans& out);

}  // namespace problemator::privacy
