// Message clusters: what people of one block say alike in a period — the step between a sub-topic and its messages.
// A cluster is named by its smallest message id, so a link can say it and any program finds the same rows again.
#pragma once
#include <memory>
#include <string>
#include <vector>

#include "core/model/state.hpp"
#include "core/stats/clusters.hpp"

namespace problemator {

inline constexpr std::size_t kMostClustered = 4000;   // of a block and period the newest; a year of a large block is no place to look for one cause

inline constexpr int kRepeatDays = 30;                // of a profile that says nothing else

struct NamedCluster {
    ClusterKey key;
    std::vector<std::uint32_t> rows;       // of the table, ascending
    std::vector<std::string> words;        // that tell it from others, the heaviest first
    std::uint32_t unsolved = 0;            // came after an earlier one was closed
};

/// Clusters of three messages and more, the largest first. None without texts.
/// `unsolved` counts what came within `repeat_days` after an earlier one was closed.
std::vector<NamedCluster> clusters_of(const Table& table, Code block, const Period& period, int repeat_days = kRepeatDays);
/// Rows of one cluster, ascending; none when the table has no such message or it stands alone.
std::shared_ptr<const std::vector<std::uint32_t>> cluster_rows(const Table& table, const ClusterKey& key);
/// Names of the row's settlement and street: the place is compared by itself, not by its words.
std::string place_words(const Table& table, std::uint32_t row);
/// Clusters of these rows; their `rows` are places in `rows`. Streets are not told apart: one cause may be told from several.
std::vector<MessageCluster> find_clusters_of(const Table& table, const std::vector<std::uint32_t>& rows, int repeat_days = kRepeatDays);
/// Texts as the search for clusters reads them. Borrows the table.
std::vector<std::uint32_t> rows_of_block(const Table& table, Code block, const Period& period);

}  // namespace problemator
