#include "core/stats/tf_idf.hpp"

#include <algorithm>
#include <cmath>

namespace problemator {

std::vector<double> smooth_idf(std::span<const std::uint32_t> document_counts, std::size_t documents) {
    std::vector<double> idf;
    idf.reserve(document_counts.size());
    const double n = static_cast<double>(documents);
    for (const std::uint32_t df : document_counts) idf.push_back(std::log((1 + n) / (1 + static_cast<double>(df))) + 1);
    return idf;
}

std::vector<TokenWeight> tf_idf(std::vector<std::uint32_t> tokens, std::span<const double> idf) {
    std::sort(tokens.begin(), tokens.end());
    std::vector<TokenWeight> out;
    double squares = 0;
    for (std::size_t i = 0, next = 0; i < tokens.size(); i = next) {
        while (next < tokens.size() && tokens[next] == tokens[i]) ++next;
        const double weight = static_cast<double>(next - i) * idf[tokens[i]];
        out.push_back({tokens[i], static_cast<float>(weight)});
        squares += weight * weight;
    }
    const double length = std::sqrt(squares);
    for (TokenWeight& w : out) w.weight = static_cast<float>(w.weight / length);
    return out;
}

double cosine(std::span<const TokenWeight> a, std::span<const TokenWeight> b) {
    double sum = 0;
    for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
        if (a[i].token == b[j].token) sum += static_cast<double>(a[i++].weight) * static_cast<double>(b[j++].weight);
        else if (a[i].token < b[j].token) ++i;
        else ++j;
    }
    return std::clamp(sum, 0.0, 1.0);
}

}  // namespace problemator
