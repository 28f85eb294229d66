#include "core/import/header_search.hpp"

#include <algorithm>

namespace problemator {
namespace {

struct Candidate { HeaderChoice choice; std::size_t group = 0; };

std::size_t filled(const HeaderRow& header) {
    return static_cast<std::size_t>(std::count_if(header.names.begin(), header.names.end(), [](const std::string& name) { return !name.empty(); }));
}

bool is_better(const Candidate& a, const Candidate& b) {
    const HeaderChoice &x = a.choice, &y = b.choice;
    if (x.match.is_usable != y.match.is_usable) return x.match.is_usable;
    if (x.match.is_usable && a.group != b.group) return a.group < b.group;
    if (x.match.confidence != y.match.confidence) return x.match.confidence > y.match.confidence;
    return filled(x.header) > filled(y.header);
}

enum class Joined : unsigned char { LowerOrUpper, UpperAndLower };

/// Two header rows as one: the lower name where there is one, or both with a blank between.
HeaderRow join_rows(const HeadRow& upper, const HeadRow& lower, Joined how) {
    std::vector<std::string> names = upper.cells;
    names.resize(std::max(upper.cells.size(), lower.cells.size()));
    for (std::size_t i = 0; i < lower.cells.size(); ++i) {
        const std::string& below = lower.cells[i];
        if (below.empty() || below == names[i]) continue;
        if (names[i].empty() || how == Joined::LowerOrUpper) names[i] = below;
        else names[i] += " " + below;
    }
    return make_header(std::move(names), upper.number);
}

class Search {
public:
    explicit Search(const ChannelGroups& groups) : groups_{groups} { best_.group = groups.size(); }

    void try_header(HeaderRow header, std::uint32_t last_row) {
        if (filled(header) == 0) return;
        Candidate tried{{.header = std::move(header), .match = {}, .last_row = last_row}, 0};
        for (std::size_t group = 0; group < groups_.size(); ++group) {
            if (groups_[group].empty()) continue;
            tried.group = group;
            tried.choice.match = best_match(groups_[group], tried.choice.header);
            if (best_.choice.header.row == 0 || is_better(tried, best_)) best_ = tried;
        }
    }

    HeaderChoice finish() && { return std::move(best_.choice); }

private:
    const ChannelGroups& groups_;
    Candidate best_;
};

}  // namespace

HeaderChoice find_header(std::span<const HeadRow> rows, const ChannelGroups& groups, std::uint32_t given_row) {
    Search search{groups};
    const auto is_wanted = [&](const HeadRow& row) { return given_row == 0 || row.number == given_row; };
    for (const HeadRow& row : rows)
        if (is_wanted(row)) search.try_header(make_header(row.cells, row.number), row.number);
    for (std::size_t i = 0; i + 1 < rows.size(); ++i) {   // only what is better than any row alone: a title over a header completes nothing
        if (!is_wanted(rows[i]) || rows[i + 1].number != rows[i].number + 1) continue;
        for (const Joined how : {Joined::LowerOrUpper, Joined::UpperAndLower})
            search.try_header(join_rows(rows[i], rows[i + 1], how), rows[i + 1].number);
    }
    return std::move(search).finish();
}

}  // namespace problemator
