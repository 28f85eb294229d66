// TF-IDF: how much a word says about a text among others (Spärck Jones 1972, J Documentation 28:11–21; smooth form of scikit-learn):
// weight = count · (ln((1 + n)/(1 + df)) + 1), the vector then of length 1. Two texts are as alike as the cosine between their vectors.
#pragma once
#include <cstdint>
#include <span>
#include <vector>

namespace problemator {

struct TokenWeight { std::uint32_t token = 0; float weight = 0; };

/// Per token; `document_counts`: in how many of the `documents` it stands.
std::vector<double> smooth_idf(std::span<const std::uint32_t> document_counts, std::size_t documents);
/// Sorted by token, each once, of length 1; empty for no tokens. pre: every token < idf.size()
std::vector<TokenWeight> tf_idf(std::vector<std::uint32_t> tokens, std::span<const double> idf);
/// 0 … 1. pre: both as tf_idf makes them
double cosine(std::span<const TokenWeight> a, std::span<const TokenWeight> b);

}  // namespace problemator
