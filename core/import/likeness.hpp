// Likeness: how Russian a text looks when its bytes are read by a code page — which letter follows which, where capitals stand, which
// signs occur. A wrong page gives rare pairs («оПХБЕР»), capitals after small letters, frames and letters of other alphabets.
#pragma once
#include <cstddef>
#include <string_view>

#include "core/import/code_pages.hpp"

namespace problemator {

struct Likeness {
    double cost = 0;                             // tenths of a nat, all bytes together; less is more Russian
    std::size_t high_bytes = 0;
    std::size_t letters = 0;                     // Russian ones
    double mean() const { return high_bytes == 0 ? 0 : cost / static_cast<double>(high_bytes); }   // Russian texts have 25…45
};
inline constexpr double kMostRussianMean = 52;   // a mean above it is not Russian

/// pre: `page` is one of code_pages()
Likeness likeness(std::string_view bytes, const CodePage& page);

}  // namespace problemator
