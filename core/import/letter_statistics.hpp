// Which Russian letter follows which, as a table made by tests/reference/letter_statistics.py.
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>

namespace problemator {

inline constexpr std::size_t kLetters = 32;      // а…я, ё counted as е; index kLetters is the edge of a word

/// [before][after]: −10 ln of the share with which the second follows the first; 0…255.
extern const std::array<std::array<std::uint8_t, kLetters + 1>, kLetters + 1> kLetterSurprise;

}  // namespace problemator
