#include "core/cli/cluster_command.hpp"

#include <algorithm>
#include <map>

#include "core/base/format.hpp"
#include "core/cli/plain_table.hpp"

namespace problemator::cli {
namespace {

using Cells = std::vector<std::string>;
using Rows = std::vector<Cells>;

/// The names of a column and a number for each, from 1 in the order of their first row; an empty cell is 0.
struct Codes {
    std::vector<std::uint32_t> of_row;
    Cells names;   // names[0] is empty
};

/// A column that need not be there: empty cells then.
Result<Cells> cells_of(const PlainTable& table, std::string_view name) {
    if (std::find(table.header.begin(), table.header.end(), name) == table.header.end()) return Cells(table.rows.size());
    return text_column(table, name);
}

Result<Codes> codes_of(const PlainTable& table, std::string_view name) {
    TRY(const Cells cells, cells_of(table, name));
    Codes codes{{}, {""}};
    std::map<std::string, std::uint32_t> known{{"", 0}};
    for (const std::string& cell : cells) {
        const auto [at, is_new] = known.try_emplace(cell, static_cast<std::uint32_t>(codes.names.size()));
        if (is_new) codes.names.push_back(cell);
        codes.of_row.push_back(at->second);
    }
    return codes;
}

Result<std::vector<Minute>> minutes_of(const PlainTable& table, std::string_view name, bool required) {
    if (required) {
        TRY(const Cells there, text_column(table, name));
        (void)there;
    }
    TRY(const Cells cells, cells_of(table, name));
    std::vector<Minute> minutes;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const auto minute = cells[i].empty() && !required ? std::optional{kNoTime} : parse_iso_minute(cells[i]);
        if (!minute) return Error{.fault = Fault::BadDate, .place = {.file = table.file, .row = static_cast<std::uint32_t>(i + 2), .column = std::string{name}}, .piece = cells[i], .expected = "2026-11-16, 2026-11-16T08:30"};
        minutes.push_back(*minute);
    }
    return minutes;
}

struct MessageTable {
    Cells texts, places;
    Codes settlement, street, topic, channel, department, author;
    std::vector<Minute> received, closed;
};

Result<MessageTable> read_messages(const PlainTable& table) {
    MessageTable m;
    TRY(m.texts, cells_of(table, "text"));
    TRY(m.received, minutes_of(table, "received", true));
    TRY(m.closed, minutes_of(table, "closed", false));
    for (const auto& [name, codes] : {std::pair{"settlement", &m.settlement}, {"street", &m.street}, {"topic", &m.topic}, {"channel", &m.channel}, {"department", &m.department}, {"author", &m.author}}) {
        TRY(*codes, codes_of(table, name));
    }
    for (std::size_t i = 0; i < m.texts.size(); ++i) m.places.push_back(m.settlement.names[m.settlement.of_row[i]] + " " + m.street.names[m.street.of_row[i]]);
    return m;
}

std::vector<ClusterMessage> messages_of(const MessageTable& m) {
    std::vector<ClusterMessage> messages;
    for (std::size_t i = 0; i < m.texts.size(); ++i)
        messages.push_back({.text = m.texts[i], .place = m.places[i], .received = m.received[i], .closed = m.closed[i], .settlement = m.settlement.of_row[i], .street = m.street.of_row[i], .topic = m.topic.of_row[i],
                            .channel = m.channel.of_row[i], .department = m.department.of_row[i], .author = m.author.of_row[i]});
    return messages;
}

std::string joined(const std::vector<CodeCount>& counts, const Codes& codes) {
    std::string text;
    for (const CodeCount& c : counts) text += (text.empty() ? "" : "|") + codes.names[c.code] + " " + std::to_string(c.n);
    return text;
}

std::string joined(const Cells& words) {
    std::string text;
    for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
    return text;
}

std::string clusters_csv(const MessageTable& m, const std::vector<MessageCluster>& clusters) {
    Rows rows;
    for (const MessageCluster& c : clusters)
        rows.push_back({std::to_string(rows.size() + 1), std::to_string(c.rows.size()), format_iso_minute(c.first), format_iso_minute(c.last), joined(c.words), joined(c.settlements, m.settlement),
                        joined(c.streets, m.street), joined(c.topics, m.topic), joined(c.channels, m.channel), joined(c.departments, m.department), std::to_string(c.unsolved.size())});
    return plain_csv({"cluster", "size", "first", "last", "words", "settlements", "streets", "topics", "channels", "departments", "unsolved"}, rows);
}

/// `row`: of the file of messages, the header being row 1.
std::string members_csv(const std::vector<MessageCluster>& clusters) {
    Rows rows;
    for (std::size_t i = 0; i < clusters.size(); ++i) {
        auto next = clusters[i].unsolved.begin();   // in the order of `rows`
        for (const std::uint32_t row : clusters[i].rows) {
            const bool is_unsolved = next != clusters[i].unsolved.end() && *next == row;
            if (is_unsolved) ++next;
            rows.push_back({std::to_string(i + 1), std::to_string(row + 2), is_unsolved ? "1" : "0"});
        }
    }
    return plain_csv({"cluster", "row", "unsolved"}, rows);
}

std::string rules_csv(const MessageTable& m, const CandidateLimits& limits) {
    std::vector<SentMessage> sent;
    for (std::size_t i = 0; i < m.received.size(); ++i) {
        SentMessage one{.topic = m.topic.of_row[i], .settlement = m.settlement.of_row[i], .department = m.department.of_row[i], .days = {}};
        if (m.closed[i] != kNoTime) one.days = static_cast<double>(std::int64_t{m.closed[i]} - m.received[i]) / kMinutesPerDay;
        sent.push_back(one);
    }
    Rows rows;
    const auto number = [](const std::optional<double>& v) { return v ? plain_number(*v) : std::string{}; };
    for (const RuleCandidate& c : find_rule_candidates(sent, limits))
        rows.push_back({m.topic.names[c.topic], m.settlement.names[c.settlement], m.department.names[c.department], std::to_string(c.n), std::to_string(c.sent), plain_number(c.share.value), plain_number(c.share.low),
                        plain_number(c.share.high), number(c.median_days), number(c.spread_days), c.suits_fast_track ? "1" : "0"});
    return plain_csv({"topic", "settlement", "department", "messages", "sent", "share", "low", "high", "median_days", "spread_days", "fast_track"}, rows);
}

Result<Nothing> write_clusters(const ClusterOptions& o) {
    TRY(const PlainTable table, read_plain_table(o.messages));
    TRY(const MessageTable m, read_messages(table));
    ClusterLimits limits = o.limits;
    limits.apart = o.apart_days * kMinutesPerDay;
    limits.unsolved_within = o.repeat_days * kMinutesPerDay;
    const auto clusters = o.what == "rules" ? std::vector<MessageCluster>{} : find_clusters(messages_of(m), limits);
    const std::string text = o.what == "rules" ? rules_csv(m, o.rules) : o.what == "members" ? members_csv(clusters) : clusters_csv(m, clusters);
    return put_csv(o.out, text);
}

}  // namespace

Exit run_cluster(const ClusterOptions& options) {
    return finish(write_clusters(options));
}

}  // namespace problemator::cli
