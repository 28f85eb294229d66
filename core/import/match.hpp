// Which channel a table is, told by the names in its header row; the position of a column never matters.
#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/import/channel.hpp"

namespace problemator {

inline constexpr int kNoColumn = -1;

/// A header row as found, and as it is compared.
struct HeaderRow {
    std::uint32_t row = 0;                     // 1-based
    std::vector<std::string> names;            // trimmed, UTF-8; may hold empty names
    std::vector<std::string> keys;             // folded, line breaks as blanks
};
HeaderRow make_header(std::vector<std::string> names, std::uint32_t row);

struct ChannelMatch {
    const Channel* channel = nullptr;
    std::vector<int> columns;                  // of each rule: index of its column, or kNoColumn
    double confidence = 0;                     // 0…1: half the share of the signature that was found, half the share of the file's headers that are known
    bool is_usable = false;                    // every required column is there, and the signature (if any) is not wholly absent
};

/// Binds the rules of one channel to the columns of a header.
ChannelMatch match_channel(const Channel& channel, const HeaderRow& header);
/// The usable channel with the highest confidence, else the likeliest one. The first of equals wins. pre: channels not empty
ChannelMatch best_match(std::span<const Channel* const> channels, const HeaderRow& header);

/// Id of the likeliest other channel that could read the table too; empty when none could.
std::string second_channel(std::span<const Channel* const> channels, const ChannelMatch& best, const HeaderRow& header);

/// Headers of the file that no rule names, and headers of the channel (first alias) that the file lacks; both in order.
std::vector<std::string> unused_headers(const ChannelMatch& match, const HeaderRow& header);
std::vector<std::string> missing_headers(const ChannelMatch& match);

}  // namespace problemator
