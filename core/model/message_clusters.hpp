// Message clusters: what people of one block say alike in a period — the step between a sub-topic and its messages.
// A cluster is named by its smallest message id, so a link can say it and any program finds the same rows again.
#pragma once
#include <memory>
#include <string>
#include <vector>

#include "core/model/state.hpp"

namespace problemator {

inline constexpr std::size_t kMostClustered = 4000;   // of a block and period the newest; a year of a large block is no place to look for one cause

struct NamedCluster {
    ClusterKey key;
    std::vector<std::uint32_t> rows;       // of the table, ascending
    std::vector<std::string> words;        // that tell it from others, the heaviest first
    std::uint32_t unsolved = 0;            // came after an earlier one was closed
};

/// Clusters of three messages and more, the largest first. None without texts.
std::vector<NamedCluster> clusters_of(const Table& table, Code block, const Period& period);
/// Rows of one cluster, ascending; none when the table has no such message or it stands alone.
std::shared_ptr<const std::vector<std::uint32_t>> cluster_rows(const Table& table, const ClusterKey& key);
/// Texts as the search for clusters reads them. Borrows the table.
std::vector<std::uint32_t> rows_of_block(const Table& table, Code block, const Period& period);

}  // namespace problemator
