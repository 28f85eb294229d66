// Hyphens: words that are wider than their column are broken between syllables, so that a narrow head keeps its whole name.
// Rules of Russian (no single letter apart, ь ъ й never begin a line, a consonant goes with the vowel after it); English words are
// broken by the same rule and never nearer than three letters to an end.
#pragma once
#include <optional>

#include "core/charts/scene.hpp"

namespace problemator {

/// «с» stays with the consonants after it («благо-у-стройство»), or goes before them where that saves a line («благоуст-ройство»).
enum class Clusters : std::uint8_t { Kept, Split };
/// Byte offsets inside the word where a hyphen may be put, ascending. None in words with digits or other signs.
std::vector<std::size_t> hyphen_points(std::string_view word, Clusters clusters = Clusters::Kept);
/// Lines of `name` no wider than `room`, at most `most` of them; nullopt when even hyphens do not help.
std::optional<std::vector<std::string>> hyphenated_lines(std::string_view name, double size_px, Weight weight, double room, std::size_t most);

}  // namespace problemator
