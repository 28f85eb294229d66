#include "core/base/nearest.hpp"

#include <algorithm>
#include <numeric>

#include "core/base/text.hpp"

namespace problemator {
namespace {

std::u32string decoded(std::string_view text) {
    const std::string folded = fold(text.substr(0, 256));
    std::u32string out;
    for (std::size_t pos = 0; pos < folded.size();) out.push_back(next_char(folded, pos));
    return out;
}

std::size_t edit_distance(const std::u32string& a, const std::u32string& b) {
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t replace = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, replace});
        }
    }
    return row[b.size()];
}

}  // namespace

std::string nearest_word(std::string_view word, const std::vector<std::string_view>& candidates) {
    const std::u32string wanted = decoded(word);
    std::size_t best = std::max<std::size_t>(wanted.size() / 2, 1) + 1;
    std::string_view found;
    for (const std::string_view candidate : candidates) {
        const std::size_t distance = edit_distance(wanted, decoded(candidate));
        if (distance < best) best = distance, found = candidate;
    }
    return std::string{found};
}

}  // namespace problemator
