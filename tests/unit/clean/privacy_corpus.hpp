// Corpus: made-up texts whose personal data is known by place, and made-up clean texts full of what only resembles it.
// Its names, forms and sentences are its own: nothing is taken from the word lists of the recogniser.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "core/clean/privacy.hpp"

namespace problemator::corpus {

struct Labelled { std::string text; std::vector<PersonalSpan> spans; };

std::vector<Labelled> personal_texts(std::uint64_t seed, std::size_t count);
std::vector<std::string> clean_texts(std::uint64_t seed, std::size_t count);

}  // namespace problemator::corpus
