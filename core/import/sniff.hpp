// Sniffing: what kind of file this is, which character parts its cells, and where the header row stands.
#pragma once
#include <optional>
#include <span>
#include <string_view>

#include "core/import/encoding.hpp"
#include "core/import/match.hpp"

namespace problemator {

inline constexpr std::uint32_t kHeaderSearchRows = 20;

/// Error for a file that is recognisably something else than CSV text (XLSX, XLS, PDF, UTF-32 …), which says how to get a CSV.
std::optional<Error> not_csv(std::string_view bytes);

struct TableStart {
    char delimiter = ',';
    HeaderRow header;
    ChannelMatch match;                  // not usable: no channel knows these headers
    std::size_t body = 0;                // bytes before the table: "sep=;" line
};

/// Tries every delimiter on the first rows and takes the header that some channel knows best; without one, the widest row.
/// `groups`: channels in order of preference; a usable channel of an earlier group beats every later group.
TableStart find_table(std::string_view text, const Encoding& encoding, std::span<const std::vector<const Channel*>> groups);

}  // namespace problemator
