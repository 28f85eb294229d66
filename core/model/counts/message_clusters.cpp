#include "core/model/counts/message_clusters.hpp"

#include <algorithm>

namespace problemator {
namespace {

ClusterMessage message_of(const Table& table, std::uint32_t row, std::string_view place) {
    const auto code = [&](Dimension d) { return std::uint32_t{table.column(d)[row]}; };
    return {.text = table.text[row], .place = place, .received = table.received[row], .closed = table.closed[row], .settlement = code(Dimension::Territory), .street = 0, .topic = code(Dimension::Topic),
            .channel = code(Dimension::Channel), .department = code(Dimension::Department), .written_street = code(Dimension::Street), .author = row < table.author.size() ? table.author[row] : 0};
}

std::string smallest_id(const Table& table, const std::vector<std::uint32_t>& rows) {
    std::string_view smallest = table.id[rows.front()];
    for (const std::uint32_t row : rows) smallest = std::min(smallest, std::string_view{table.id[row]});
    return std::string{smallest};
}

}  // namespace

std::string place_words(const Table& table, std::uint32_t row) {
    const auto name = [&](Dimension d) { return std::string{table.dictionary(d).name(table.column(d)[row])}; };
    return name(Dimension::Territory) + " " + name(Dimension::Street);
}

std::vector<MessageCluster> find_clusters_of(const Table& table, const std::vector<std::uint32_t>& rows, int repeat_days) {
    std::vector<std::string> places;
    places.reserve(rows.size());
    std::vector<ClusterMessage> messages;
    for (const std::uint32_t row : rows) {
        places.push_back(place_words(table, row));
        messages.push_back(message_of(table, row, places.back()));
    }
    ClusterLimits limits;
    limits.unsolved_within = static_cast<Minute>(repeat_days) * kMinutesPerDay;
    return find_clusters(messages, limits);
}

std::vector<std::uint32_t> rows_of_block(const Table& table, Code block, const Period& period) {
    Filter filter;
    filter.period = period;
    filter.keep[index(Dimension::Block)] = {block};
    auto rows = matching_rows(table, filter);
    if (rows.size() > kMostClustered) rows.erase(rows.begin(), rows.end() - static_cast<std::ptrdiff_t>(kMostClustered));
    return rows;
}

std::vector<NamedCluster> clusters_of(const Table& table, Code block, const Period& period, int repeat_days) {
    std::vector<NamedCluster> out;
    const auto rows = rows_of_block(table, block, period);
    if (rows.empty() || rows.back() >= table.text.size()) return out;
    for (const MessageCluster& found : find_clusters_of(table, rows, repeat_days)) {
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
