#include "core/stats/text_groups.hpp"

#include <algorithm>

#include "core/stats/tf_idf.hpp"
#include "core/stats/tokens.hpp"

namespace problemator {
namespace {

class Texts {
public:
    void add(const GroupText& text) {
        std::vector<std::uint32_t> tokens, place;
        dictionary_.read(text.text, tokens);
        dictionary_.read(text.place, place);
        std::erase_if(tokens, [&](std::uint32_t token) { return std::find(place.begin(), place.end(), token) != place.end(); });
        std::vector<std::uint32_t> once{tokens};
        std::sort(once.begin(), once.end());
        once.erase(std::unique(once.begin(), once.end()), once.end());
        documents_.resize(dictionary_.size());
        for (const std::uint32_t token : once) ++documents_[token];
        tokens_.push_back(std::move(tokens));
    }
    std::vector<std::vector<TokenWeight>> weighed() && {
        documents_.resize(dictionary_.size());
        const auto idf = smooth_idf(documents_, tokens_.size());
        std::vector<std::vector<TokenWeight>> out;
        for (auto& tokens : tokens_) out.push_back(tf_idf(std::move(tokens), idf));
        return out;
    }

private:
    TokenDictionary dictionary_;
    std::vector<std::vector<std::uint32_t>> tokens_;
    std::vector<std::uint32_t> documents_;
};

}  // namespace

std::vector<std::optional<std::size_t>> nearest_groups(std::span<const std::vector<GroupText>> groups, std::span<const GroupText> others, double least) {
    Texts texts;
    std::vector<std::size_t> group_of;
    for (std::size_t g = 0; g < groups.size(); ++g)
        for (const GroupText& text : groups[g]) {
            texts.add(text);
            group_of.push_back(g);
        }
    for (const GroupText& text : others) texts.add(text);
    const auto weights = std::move(texts).weighed();
    std::vector<std::optional<std::size_t>> out;
    for (std::size_t other = group_of.size(); other < weights.size(); ++other) {
        std::optional<std::size_t> nearest;
        double best = least;
        for (std::size_t known = 0; known < group_of.size(); ++known) {
            const double alike = cosine(weights[known], weights[other]);
            if (alike < best || (nearest && alike <= best)) continue;
            best = alike;
            nearest = group_of[known];
        }
        out.push_back(nearest);
    }
    return out;
}

}  // namespace problemator
