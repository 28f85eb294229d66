// The known word that a typo most likely meant, for the hint of an error.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace problemator {

/// The candidate with the smallest edit distance (code points, Levenshtein 1966); "" when none is within half the length.
std::string nearest_word(std::string_view word, const std::vector<std::string_view>& candidates);

}  // namespace problemator
