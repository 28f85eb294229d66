// Sniffing: what kind of file this is, which character parts its cells, and where the header row stands.
#pragma once
#include <optional>
#include <span>
#include <string_view>

#include "core/import/encoding.hpp"
#include "core/import/import_report.hpp"
#include "core/import/match.hpp"

namespace problemator {

inline constexpr std::uint32_t kHeaderSearchRows = 20;

/// Error for a file that is recognisably something else than CSV text (XLSX, XLS, PDF, UTF-32 …), which says how to get a CSV.
std::optional<Error> not_csv(std::string_view bytes);

/// What the user says himself; the rest is found.
struct TableHints { std::optional<char> delimiter; std::uint32_t header_row = 0; };

struct TableStart {
    char delimiter = ',';
    HeaderRow header;
    ChannelMatch match;                  // not usable: no channel knows these headers
    std::size_t body = 0;                // bytes before the table: "sep=;" line
    double header_confidence = 0;        // of the row: the channel's, or of its shape when no channel knows it
    Guess delimiter_guess;               // for FileReport.guesses
};

/// Tries every delimiter on the first rows and takes the header that some channel knows best; without one, the delimiter that parts the
/// rows most evenly and the row that looks like a header (core/import/table_shape.hpp).
/// `text`: the file or its beginning; `groups`: channels in order of preference, a usable one of an earlier group beats later groups.
TableStart find_table(std::string_view text, const Encoding& encoding, std::span<const std::vector<const Channel*>> groups, const TableHints& hints = {});

/// ";", ",", "|" and "tab".
std::string delimiter_name(char delimiter);
/// The delimiter that a user means: the character itself, its name or "\\t"; nullopt for anything else.
std::optional<char> parse_delimiter(std::string_view text);

}  // namespace problemator
