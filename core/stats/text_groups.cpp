#include "core/stats/text_groups.hpp"

#include <numeric>
#include <utility>

#include "core/stats/text_weights.hpp"

namespace problemator {

std::vector<std::optional<std::size_t>> nearest_groups(std::span<const std::vector<GroupText>> groups, std::span<const GroupText> others, double least) {
    TextReader reader;
    std::vector<std::size_t> group_of;
    for (std::size_t g = 0; g < groups.size(); ++g)
        for (const GroupText& text : groups[g]) {
            reader.add(text.text, text.place);
            group_of.push_back(g);
        }
    for (const GroupText& text : others) reader.add(text.text, text.place);
    const TextWords words = std::move(reader).words();
    std::vector<std::uint32_t> texts(words.size());
    std::iota(texts.begin(), texts.end(), 0u);
    const TextWeights weights{words, texts};
    OpenText open{weights};
    std::vector<std::optional<std::size_t>> out;
    for (std::uint32_t other = static_cast<std::uint32_t>(group_of.size()); other < weights.size(); ++other) {
        std::optional<std::size_t> nearest;
        double best = least;
        open.open(other);
        for (std::uint32_t known = 0; known < group_of.size(); ++known) {
            const double alike = open.likeness(known);
            if (alike < best || (nearest && alike <= best)) continue;
            best = alike;
            nearest = group_of[known];
        }
        out.push_back(nearest);
    }
    return out;
}

}  // namespace problemator
