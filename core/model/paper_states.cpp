#include "core/model/paper_states.hpp"

#include <algorithm>

namespace problemator {

std::vector<State> paper_states(const Paper& paper, Lang lang) {
    std::vector<State> out;
    for (const PaperPart& part : paper.parts) {
        if (!part.is_on) continue;
        State state = from_hash(part.at.link);
        state.lang = lang;
        if (std::find(out.begin(), out.end(), state) == out.end()) out.push_back(std::move(state));
    }
    return out;
}

}  // namespace problemator
