#include "core/import/match.hpp"

#include <algorithm>

#include "core/base/text.hpp"

namespace problemator {
namespace {

/// Column of the rule by its first alias that the header has `occurrence` times.
int find_column(const ColumnRule& rule, const HeaderRow& header) {
    for (const std::string& key : rule.header_keys) {
        int seen = 0;
        for (std::size_t i = 0; i < header.keys.size(); ++i)
            if (header.keys[i] == key && ++seen == rule.occurrence) return static_cast<int>(i);
    }
    return kNoColumn;
}

double share(std::size_t part, std::size_t whole) { return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole); }

/// A required field may have several rules (older layouts): one of them is enough.
bool has_required(const Channel& channel, const std::vector<int>& columns) {
    for (std::size_t i = 0; i < channel.columns.size(); ++i) {
        if (!channel.columns[i].required && channel.columns[i].field != Field::Id && channel.columns[i].field != Field::Received) continue;
        bool is_found = false;
        for (std::size_t j = 0; j < channel.columns.size(); ++j)
            is_found |= channel.columns[j].field == channel.columns[i].field && channel.columns[j].register_field == channel.columns[i].register_field && columns[j] != kNoColumn;
        if (!is_found) return false;
    }
    return true;
}

/// Another column of the file feeds the same field: an older layout, or a coarser place.
bool is_fed_otherwise(const ChannelMatch& match, const ColumnRule& rule) {
    for (std::size_t i = 0; i < match.columns.size(); ++i)
        if (match.columns[i] != kNoColumn && rule.register_field.empty() && match.channel->columns[i].field == rule.field) return true;
    return false;
}

std::size_t filled_headers(const HeaderRow& header) {
    return static_cast<std::size_t>(std::count_if(header.names.begin(), header.names.end(), [](const std::string& name) { return !name.empty(); }));
}

}  // namespace

HeaderRow make_header(std::vector<std::string> names, std::uint32_t row) {
    HeaderRow header{row, std::move(names), {}};
    header.keys.reserve(header.names.size());
    for (const std::string& name : header.names) header.keys.push_back(fold(name));
    return header;
}

ChannelMatch match_channel(const Channel& channel, const HeaderRow& header) {
    ChannelMatch match;
    match.channel = &channel;
    match.columns.reserve(channel.columns.size());
    for (const ColumnRule& rule : channel.columns) match.columns.push_back(find_column(rule, header));
    const auto has = [&](const std::string& key) { return std::find(header.keys.begin(), header.keys.end(), key) != header.keys.end(); };
    const auto signs = static_cast<std::size_t>(std::count_if(channel.signature_keys.begin(), channel.signature_keys.end(), has));
    const std::size_t named = filled_headers(header);
    match.confidence = 0.5 * share(signs, channel.signature.size()) + 0.5 * share(named - unused_headers(match, header).size(), named);
    match.is_usable = has_required(channel, match.columns) && (channel.signature.empty() || signs > 0);
    return match;
}

ChannelMatch best_match(std::span<const Channel* const> channels, const HeaderRow& header) {
    ChannelMatch best;
    for (const Channel* channel : channels) {
        ChannelMatch match = match_channel(*channel, header);
        const bool is_better = !best.channel || (match.is_usable != best.is_usable ? match.is_usable : match.confidence > best.confidence);
        if (is_better) best = std::move(match);
    }
    return best;
}

std::string second_channel(std::span<const Channel* const> channels, const ChannelMatch& best, const HeaderRow& header) {
    std::string second;
    double confidence = 0;
    for (const Channel* channel : channels) {
        if (channel == best.channel) continue;
        const ChannelMatch match = match_channel(*channel, header);
        if (!match.is_usable || match.confidence <= confidence) continue;
        confidence = match.confidence;
        second = channel->id;
    }
    return second;
}

std::vector<std::string> unused_headers(const ChannelMatch& match, const HeaderRow& header) {
    std::vector<std::string> unused;
    for (std::size_t i = 0; i < header.names.size(); ++i) {
        const bool is_read = std::find(match.columns.begin(), match.columns.end(), static_cast<int>(i)) != match.columns.end();
        if (!is_read && !header.names[i].empty()) unused.push_back(header.names[i]);
    }
    return unused;
}

std::vector<std::string> missing_headers(const ChannelMatch& match) {
    std::vector<std::string> missing;
    if (!match.channel) return missing;
    for (std::size_t i = 0; i < match.columns.size(); ++i) {
        const ColumnRule& rule = match.channel->columns[i];
        if (match.columns[i] != kNoColumn || rule.is_rare || (rule.field == Field::Ignored && rule.register_field.empty()) || is_fed_otherwise(match, rule)) continue;
        if (std::find(missing.begin(), missing.end(), rule.headers.front()) == missing.end()) missing.push_back(rule.headers.front());
    }
    return missing;
}

}  // namespace problemator
