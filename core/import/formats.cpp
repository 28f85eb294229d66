// The list of formats, and the choice among them.
#include "core/import/formats.hpp"

#include <array>

#include "core/import/archive.hpp"
#include "core/import/html_table.hpp"
#include "core/import/json_table.hpp"
#include "core/import/ods.hpp"
#include "core/import/xls.hpp"

namespace problemator {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t kHead = 4096;

bool is_any_text(std::string_view, std::string_view) { return true; }

std::optional<Error> open_text(const FileView& file, const PartSink& sink) {
    TablePart part;
    part.path = file.path;
    part.format = FileFormat::Csv;
    part.text = file.source;
    sink(std::move(part));
    return std::nullopt;
}

/// What people send and no reader of ours opens: said by its name, with what to do instead.
struct Refused { std::string_view mark, kind; Fault fault; };
constexpr Refused kRefused[] = {
    {"%PDF"sv, "PDF", Fault::NotATable}, {"{\\rtf"sv, "RTF", Fault::NotATable}, {"\x89PNG"sv, "PNG", Fault::NotATable}, {"\xFF\xD8\xFF"sv, "JPEG", Fault::NotATable},
    {"GIF89a"sv, "GIF", Fault::NotATable}, {"SQLite format 3"sv, "SQLite", Fault::NotATable}, {"\0\1\0\0Standard "sv, "Access", Fault::NotATable},
    {"Rar!\x1A\x07"sv, "RAR", Fault::UnknownArchive}, {"7z\xBC\xAF"sv, "7Z", Fault::UnknownArchive}, {"\xFD" "7zXZ\0"sv, "XZ", Fault::UnknownArchive},
    {"BZh91AY&SY"sv, "BZIP2", Fault::UnknownArchive}, {"\x28\xB5\x2F\xFD"sv, "ZSTD", Fault::UnknownArchive},
    {"PAR1\x15"sv, "Parquet", Fault::NotThisFormat}, {"\x89PRBLM"sv, "PMSNAP", Fault::NotThisFormat},
};

constexpr std::string_view kOtherXml = "XML";

const Refused* refused_kind(std::string_view head) {
    for (const Refused& refused : kRefused)
        if (head.starts_with(refused.mark)) return &refused;
    return nullptr;
}
bool is_refused(std::string_view head, std::string_view) { return refused_kind(head) != nullptr; }

std::optional<Error> refuse(const FileView& file, const PartSink&) {
    std::array<char, 64> head{};
    const auto got = file.source->read(0, head);
    if (!got) return got.error();
    const Refused* refused = refused_kind({head.data(), *got});
    return Error{.fault = refused ? refused->fault : Fault::NotThisFormat, .piece = std::string{refused ? refused->kind : kOtherXml}};
}

constexpr std::string_view kMark = "\xEF\xBB\xBF";
bool is_other_xml(std::string_view head, std::string_view) { return head.substr(head.starts_with(kMark) ? kMark.size() : 0).starts_with("<?xml"); }

constexpr Format kFormats[] = {
    {FileFormat::Zip, is_zip, open_zip},
    {FileFormat::Gzip, is_gzip, open_gzip},
    {FileFormat::Ods, is_flat_ods, open_flat_ods},
    {FileFormat::Unknown, is_refused, refuse},
    {FileFormat::Xls, is_xls, open_xls},
    {FileFormat::HtmlTable, is_html, open_html},
    {FileFormat::Json, is_json, open_json},
    {FileFormat::Unknown, is_other_xml, refuse},
    {FileFormat::Csv, is_any_text, open_text},
};

}  // namespace

std::span<const Format> formats() { return kFormats; }

std::string_view format_name(FileFormat format) {
    switch (format) {
        case FileFormat::Unknown: return "";
        case FileFormat::Csv: return "CSV";
        case FileFormat::Xlsx: return "XLSX";
        case FileFormat::Xls: return "XLS";
        case FileFormat::Ods: return "ODS";
        case FileFormat::Json: return "JSON";
        case FileFormat::JsonLines: return "NDJSON";
        case FileFormat::HtmlTable: return "HTML";
        case FileFormat::Zip: return "ZIP";
        case FileFormat::Gzip: return "GZIP";
    }
    return "";
}

std::optional<Error> open_parts(const FileView& file, const PartSink& sink) {
    std::array<char, kHead> buffer{};
    const auto got = file.source->read(0, buffer);
    if (!got) return got.error();
    const std::string_view head{buffer.data(), *got};
    for (const Format& format : formats())
        if (format.matches(head, file.path)) return format.open(file, sink);
    return Error{.fault = Fault::NotThisFormat};
}

}  // namespace problemator
