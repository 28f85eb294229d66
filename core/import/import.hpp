// Import: bytes of exported files become canonical messages, with a report that accounts for every row.
#pragma once
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/import/byte_source.hpp"
#include "core/import/channel.hpp"
#include "core/import/formats.hpp"
#include "core/import/import_report.hpp"
#include "core/schema/message_view.hpp"
#include "core/schema/register.hpp"

namespace problemator {

struct ChannelZone { std::string channel; int utc_offset_minutes = 0; };

/// What the user sets himself instead of letting the program guess; empty = guess. They hold for every file of the import.
struct Overrides {
    std::string encoding;                        // "utf-8", "windows-1251", "koi8-r", "ibm866", "x-mac-cyrillic"
    std::optional<char> delimiter;
    std::uint32_t header_row = 0;                // 1-based
    std::string channel_id, sheet;
    std::string date_order;                      // "dmy", "mdy", "ymd": for columns whose channel names no date form
};

struct ImportOptions {
    std::vector<Channel> user_channels;          // tried before the built-in ones; with `only_user_channels` nothing else is
    bool only_user_channels = false;
    std::function<bool(std::uint64_t done, std::uint64_t total)> progress;   // bytes; false = stop
    std::function<void(std::uint64_t more)> rows_progress;                   // rows read since the last call; told together with the bytes
    std::optional<int> utc_offset_minutes;       // the municipality's wall clock; without it times stay as written
    std::vector<ChannelZone> zones;              // channels whose exports carry times of another zone; beats the channel file
    Overrides overrides;
    PartLimits limits;
    Day today = INT32_MAX;                       // later dates are counted as anomalies; without it none are
    bool with_sha256 = true;                     // of every file, for the report and the snapshot
    bool mask_texts = false;                     // texts with «[имя]», «[телефон]» in the place of persons, as they may be published
    std::string author_salt;                     // secret of the municipality; authors become codes under it
    std::size_t slice_bytes = std::size_t{1} << 18;   // of a file that are looked at together; engines of browsers like short calls
    std::size_t max_cell_bytes = std::size_t{1} << 20, max_row_bytes = std::size_t{4} << 20;
};

/// Takes the entries of a table of a register channel, not yet merged.
using RegisterSink = std::function<void(Register&& entries, FileReport& report)>;
/// Takes a row as it was read (names as found, deadline as given) together with its place; `report` is the file's own.
using MessageSink = std::function<void(Message&& message, FileReport& report)>;

/// Reads every file and hands its good rows to `sink` in file order. Bad rows and bad files are reported; nothing stops the rest.
ImportReport read_files(const std::vector<SourceFile>& files, const ImportOptions& options, const MessageSink& sink, const RegisterSink& registers = {});

/// The same without a message for every row: for who makes columns of them (core/store). The view is good until the sink returns.
using ViewSink = std::function<void(const MessageView& message, FileReport& report)>;
ImportReport read_views(const std::vector<SourceFile>& files, const ImportOptions& options, const ViewSink& sink, const RegisterSink& registers = {});

}  // namespace problemator
