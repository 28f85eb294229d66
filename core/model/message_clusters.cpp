#include "core/model/message_clusters.hpp"

#include <algorithm>

#include "core/stats/clusters.hpp"

namespace problemator {
namespace {

ClusterMessage message_of(const Table& table, std::uint32_t row) {
    const auto code = [&](Dimension d) { return std::uint32_t{table.column(d)[row]}; };
    return {.text = table.text[row], .place = table.dictionary(Dimension::Territory).name(table.column(Dimension::Territory)[row]), .received = table.received[row],
            .closed = table.closed[row], .settlement = code(Dimension::Territory), .street = 0, .topic = code(Dimension::Topic), .channel = code(Dimension::Channel),
            .department = code(Dimension::Department), .author = 0};
}

std::string smallest_id(const Table& table, const std::vector<std::uint32_t>& rows) {
    std::string_view smallest = table.id[rows.front()];
    for (const std::uint32_t row : rows) smallest = std::min(smallest, std::string_view{table.id[row]});
    return std::string{smallest};
}

}  // namespace

std::vector<std::uint32_t> rows_of_block(const Table& table, Code block, const Period& period) {
    Filter filter;
    filter.period = period;
    filter.keep[index(Dimension::Block)] = {block};
    auto rows = matching_rows(table, filter);
    if (rows.size() > kMostClustered) rows.erase(rows.begin(), rows.end() - static_cast<std::ptrdiff_t>(kMostClustered));
    return rows;
}

std::vector<NamedCluster> clusters_of(const Table& table, Code block, const Period& period) {
    std::vector<NamedCluster> out;
    const auto rows = rows_of_block(table, block, period);
    if (rows.empty() || rows.back() >= table.text.size()) return out;
    std::vector<ClusterMessage> messages;
    for (const std::uint32_t row : rows) messages.push_back(message_of(table, row));
    for (const MessageCluster& found : find_clusters(messages)) {
        NamedCluster cluster;
        for (const std::uint32_t at : found.rows) cluster.rows.push_back(rows[at]);
        std::sort(cluster.rows.begin(), cluster.rows.end());
        cluster.key = {smallest_id(table, cluster.rows), period};
        cluster.words = found.words;
        cluster.unsolved = static_cast<std::uint32_t>(found.unsolved.size());
        out.push_back(std::move(cluster));
    }
    return out;
}

std::shared_ptr<const std::vector<std::uint32_t>> cluster_rows(const Table& table, const ClusterKey& key) {
    auto none = std::make_shared<std::vector<std::uint32_t>>();
    const RowRange range = rows_received(table, key.period.from, key.period.until);
    std::size_t row = range.begin;
    while (row < range.end && std::string_view{table.id[row]} != key.message) ++row;
    if (row >= range.end) return none;
    for (auto& cluster : clusters_of(table, table.column(Dimension::Block)[row], key.period))
        if (cluster.key == key) return std::make_shared<std::vector<std::uint32_t>>(std::move(cluster.rows));
    return none;
}

}  // namespace problemator
