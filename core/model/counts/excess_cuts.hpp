// Excess cuts: what came in a cell above its norm, taken apart by sub-topic, territory, street, channel and like texts. Every part expects
// its share of the year before the rise times the norm of the cell, so the parts add up to the cell; what a part has above that is its excess.
#pragma once
#include <map>
#include <span>
#include <string>
#include <vector>

#include "core/model/counts/excess_line.hpp"
#include "core/model/counts/message_clusters.hpp"
#include "core/model/scope.hpp"
#include "core/stats/excess.hpp"

namespace problemator {

/// Messages of a cell, rows of the table, ascending: of the judged week, and of the year before its rise began.
struct ExcessBasis {
    std::vector<std::uint32_t> now, before;
    double expected = 0;                     // of the week
    Week week = 0;
};
/// `cell`: names and marks of the cell. `since`: first week of the rise, which says nothing about the usual shares.
ExcessBasis excess_basis(const Table& table, Filter cell, Week week, Week since, double expected);

struct ExcessCut {
    std::optional<Dimension> dimension;      // absent: like texts
    std::vector<Code> codes;                 // of a dimension, one a child
    std::vector<ClusterKey> clusters;        // of like texts; the last child is what is like nothing
    std::vector<std::string> phrases;        // what the texts of each say
    std::vector<ExcessChild> children;
};

/// Clusters of a block's week, found once for a page.
class WeekClusters {
public:
    const std::vector<NamedCluster>& of(const Table& table, Code block, Week week);

private:
    std::map<std::pair<Code, Week>, std::vector<NamedCluster>> known_;
};

/// Those of `dimensions` and of texts that have more than one child.
std::vector<ExcessCut> excess_cuts(const Scope& scope, const ExcessBasis& basis, std::span<const Dimension> dimensions, WeekClusters& clusters);

Phrase cut_name(const ExcessCut& cut);
/// «ул. Лесная»; «порыв теплотрассы».
std::string child_name(const Scope& scope, const ExcessCut& cut, std::size_t child);
/// Narrows what lists the cell to the child.
State child_rows(const Scope& scope, const ExcessCut& cut, std::size_t child, State rows);

/// The parts that say more than their share of the norm, the most telling cut first: «ул. Лесная: 7 из 9 лишних».
struct ExcessStory { std::vector<ExcessLine> lines; std::string note; };
ExcessStory tell_excess(const Scope& scope, const ExcessBasis& basis, const std::vector<ExcessCut>& cuts, const State& rows);

}  // namespace problemator
