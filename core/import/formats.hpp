// Formats: what kind of file this is, and the tables inside it. A format is one file of this folder and one line of formats.cpp.
// An archive has members, a workbook has sheets, a page has tables: each becomes a part that is imported on its own.
#pragma once
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "core/import/byte_source.hpp"
#include "core/import/row_source.hpp"

namespace problemator {

inline constexpr std::uint32_t kMergedRows = 20;   // the first rows of a table, where headers stand: there a merged value is given to all its cells

enum class FileFormat : std::uint8_t { Unknown, Csv, Xlsx, Xls, Ods, Json, JsonLines, HtmlTable, Zip, Gzip };
std::string_view format_name(FileFormat format);   // "CSV", "XLSX", …

/// Bounds against bombs. Memory is bounded by the input's size: nothing here is allocated because a header says so.
struct PartLimits {
    std::uint64_t unpacked_bytes = std::uint64_t{4} << 30;   // of one file, all members together
    std::uint64_t shared_bytes = std::uint64_t{1} << 30;     // kept in memory at once: shared strings, a member that is read whole
    std::uint32_t ratio = 400;                               // unpacked : packed, looked at beyond 64 MiB
    std::uint32_t members = 10'000;
    std::uint32_t rows = 4'000'000, columns = 16'384;        // of one table
    std::uint32_t depth = 2;                                 // archives within archives
    std::size_t cell_bytes = std::size_t{1} << 20;
};

/// What was unpacked of one file so far, its archives within archives included.
struct UnpackBudget { std::uint64_t unpacked = 0; };

/// One table of a file.
struct TablePart {
    std::string path;                              // «выгрузка.zip/ПОС.xlsx»; the file's own name where it is not an archive
    std::string sheet;                             // «Sheet0»; empty where the format has no sheets
    FileFormat format = FileFormat::Unknown;
    bool is_hidden = false;                        // a sheet that the spreadsheet program does not show
    std::unique_ptr<RowSource> rows;               // every format but CSV; owns what it reads from
    std::shared_ptr<const ByteSource> text;        // CSV: its reader finds encoding and delimiter
    std::optional<Error> failure;                  // this part cannot be opened: `rows` and `text` are null
};
/// Takes parts in the order of the file; false = stop.
using PartSink = std::function<bool(TablePart&& part)>;

/// A file as the openers see it.
struct FileView {
    std::shared_ptr<const ByteSource> source;
    std::string path;                              // as in TablePart
    PartLimits limits;
    std::uint32_t depth = 0;                       // 0: not inside an archive
    std::shared_ptr<UnpackBudget> budget = std::make_shared<UnpackBudget>();   // shared by the files of one archive
};

struct Format {
    FileFormat id{};
    /// `head`: the first 4 KiB, or all of a shorter file; `name`: file name with its extension. The first format that says yes opens.
    bool (*matches)(std::string_view head, std::string_view name) = nullptr;
    /// Hands every table to `sink`. An Error means that nothing of the file can be read.
    std::optional<Error> (*open)(const FileView& file, const PartSink& sink) = nullptr;
};
/// In the order in which they are asked; CSV is the last one and takes every text.
std::span<const Format> formats();

/// Finds the format and hands over the parts. Errors carry no place: the caller knows the file.
std::optional<Error> open_parts(const FileView& file, const PartSink& sink);

}  // namespace problemator
