// Import: bytes of exported files become canonical messages, with a report that accounts for every row.
#pragma once
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/import/channel.hpp"

namespace problemator {

struct SourceFile { std::string name; std::string_view bytes; };

struct FileReport {
    std::string name, sha256, channel_id;        // channel_id empty when the file was not understood
    double confidence = 0;                       // of the channel, 0…1
    std::string encoding;                        // "utf-8", "utf-8-bom", "windows-1251"
    char delimiter = ',';
    std::uint32_t header_row = 0;                // 1-based
    std::uint64_t bytes = 0;
    std::uint32_t rows_read = 0, rows_kept = 0, rows_rejected = 0, rows_updated = 0, rows_duplicate = 0;
    std::vector<std::string> unused_columns;     // headers that no rule reads
    std::vector<std::string> missing_columns;    // expected headers that are absent (not required)
    std::optional<Error> failure;                // the whole file could not be read
    std::vector<Error> errors;                   // at most kMaxErrors kept, see errors_total
    std::vector<Error> warnings;                 // a cell left empty because it could not be read; the row is kept
    std::uint64_t errors_total = 0, warnings_total = 0;
    std::string rejects_csv;                     // rejected rows with their original cells and the reason; bounded by the input
};
inline constexpr std::size_t kMaxErrors = 100;

struct UnmappedValue { Dimension dimension{}; std::string value; std::uint32_t count = 0; std::string suggestion; };

struct ImportReport {
    std::vector<FileReport> files;
    std::vector<UnmappedValue> unmapped;         // topics, territories, departments that the profile does not know
    std::uint32_t messages = 0;                  // after merging by key
    std::uint32_t linked = 0;                    // appeals linked to a ПОС message by «Сообщение ПОС №»
};

struct ChannelZone { std::string channel; int utc_offset_minutes = 0; };

struct ImportOptions {
    std::vector<Channel> user_channels;          // tried before the built-in ones; with `only_user_channels` nothing else is
    bool only_user_channels = false;
    std::function<bool(std::uint64_t done, std::uint64_t total)> progress;   // false = stop
    std::optional<int> utc_offset_minutes;       // the municipality's wall clock; without it times stay as written
    std::vector<ChannelZone> zones;              // channels whose exports carry times of another zone; beats the channel file
    std::size_t max_cell_bytes = std::size_t{1} << 20, max_row_bytes = std::size_t{4} << 20;
};

/// Takes a row as it was read (names as found, deadline as given) together with its place; `report` is the file's own.
using MessageSink = std::function<void(Message&& message, FileReport& report)>;

/// Reads every file and hands its good rows to `sink` in file order. Bad rows and bad files are reported; nothing stops the rest.
ImportReport read_files(const std::vector<SourceFile>& files, const ImportOptions& options, const MessageSink& sink);

std::string report_text(const ImportReport& report, Lang lang);
std::string report_json(const ImportReport& report);

}  // namespace problemator
