// The list of formats, and the choice among them.
#include "core/import/formats.hpp"

#include <array>

namespace problemator {
namespace {

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

constexpr Format kFormats[] = {
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
