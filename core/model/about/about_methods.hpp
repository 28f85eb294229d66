// Methods in two sentences each, for «О данных»: what a number means, its formula, and when it is not told.
#pragma once
#include <span>

#include "core/base/phrase.hpp"

namespace problemator {

struct Method { Phrase name, formula, words; };
std::span<const Method> measure_methods();

struct Term { Phrase word, meaning; };
std::span<const Term> glossary_terms();

}  // namespace problemator
