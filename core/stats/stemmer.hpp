// Russian stemmer: the Snowball algorithm (M. F. Porter, snowballstem.org/algorithms/russian), written from its description.
// «дорога», «дороги», «дорогами» → «дорог». The stem is always a beginning of the word, so nothing is allocated.
#pragma once
#include <string>
#include <string_view>

namespace problemator {

/// The stem of one word as core/clean/words writes it: lower case, one byte per letter, ё already е. A view into `word`.
std::string_view russian_stem(std::string_view word);
/// The same for a word in UTF-8 of any case. Letters that are not Russian count as consonants.
std::string russian_stem_utf8(std::string_view utf8_word);

}  // namespace problemator
