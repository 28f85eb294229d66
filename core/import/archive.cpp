#include "core/import/archive.hpp"

#include <algorithm>

#include "core/import/inflate.hpp"
#include "core/import/ods.hpp"
#include "core/import/xlsx.hpp"
#include "core/import/zip.hpp"

namespace problemator {
namespace {

using namespace std::string_view_literals;

std::string_view file_name(std::string_view path) { return path.substr(path.find_last_of('/') + 1); }

bool is_shadow(const ZipMember& member) {
    const std::string_view name = file_name(member.name);
    return member.is_folder() || member.name.starts_with("__MACOSX/") || name.starts_with("~$") || name.starts_with("._") || name == ".DS_Store" || name == "Thumbs.db" ||
           name == "desktop.ini";
}

/// Office documents that are packages, too, but no tables that we read.
std::optional<Error> other_package(const ZipArchive& archive) {
    struct Package { std::string_view member, kind; Fault fault; };
    constexpr Package packages[] = {
        {"xl/workbook.bin", "XLSB", Fault::NotThisFormat}, {"word/document.xml", "DOCX", Fault::NotATable}, {"ppt/presentation.xml", "PPTX", Fault::NotATable},
        {"Index/Document.iwa", "Numbers", Fault::NotThisFormat}, {"[Content_Types].xml", "OOXML", Fault::NotATable},
    };
    for (const Package& package : packages)
        if (archive.find(package.member)) return Error{.fault = package.fault, .piece = std::string{package.kind}, .expected = "XLSX, CSV"};
    if (archive.find("content.xml") && archive.find("META-INF/manifest.xml")) return Error{.fault = Fault::NotATable, .piece = "ODT, ODP"};
    return std::nullopt;
}

/// The beginning of a workbook: its members are no tables by themselves.
bool is_piece_of_package(const ZipArchive& archive) {
    const auto members = archive.members();
    return std::any_of(members.begin(), members.end(), [](const ZipMember& member) {
        return member.name.starts_with("xl/") || member.name == "[Content_Types].xml" || member.name == "_rels/.rels" || member.name == "mimetype";
    });
}

/// Hands over the parts of one member; false = stop.
bool open_member(const ZipArchive& archive, const ZipMember& member, const FileView& file, const PartSink& sink) {
    FileView inner = file;
    inner.path = file.path + "/" + member.name;
    ++inner.depth;
    bool goes_on = true;
    const auto pass = [&](TablePart&& part) { return goes_on = sink(std::move(part)); };
    const auto fail = [&](Error error) {
        TablePart part;
        part.path = inner.path;
        part.failure = std::move(error);
        pass(std::move(part));
    };
    auto bytes = archive.read_whole(member);
    if (!bytes) { fail(bytes.error()); return goes_on; }
    inner.source = std::make_shared<OwnedBytes>(*std::move(bytes));
    if (auto error = open_parts(inner, pass)) fail(*std::move(error));
    return goes_on;
}

std::optional<Error> open_members(const ZipArchive& archive, const FileView& file, const PartSink& sink) {
    if (file.depth >= file.limits.depth) return beyond_limit("depth", file.limits.depth);
    bool has_members = false;
    for (const ZipMember& member : archive.members()) {
        if (is_shadow(member)) continue;
        has_members = true;
        if (!open_member(archive, member, file, sink)) return std::nullopt;
    }
    if (!archive.damage()) return has_members ? std::nullopt : std::optional{Error{.fault = Fault::NotATable, .piece = "ZIP"}};
    TablePart rest;
    rest.path = file.path;
    rest.format = FileFormat::Zip;
    rest.failure = archive.damage();
    sink(std::move(rest));
    return std::nullopt;
}

/// «выгрузка.csv.gz» holds «выгрузка.csv».
std::string name_in_gzip(std::string_view path) {
    std::string_view name = file_name(path);
    if (name.size() > 3 && (name.ends_with(".gz") || name.ends_with(".GZ"))) name.remove_suffix(3);
    return std::string{name};
}

}  // namespace

bool is_zip(std::string_view head, std::string_view) { return head.starts_with("PK\x03\x04"sv) || head.starts_with("PK\x05\x06"sv) || head.starts_with("PK\x07\x08"sv); }

std::optional<Error> open_zip(const FileView& file, const PartSink& sink) {
    auto archive = ZipArchive::open(file.source, file.limits, file.budget);
    if (!archive) return archive.error();
    if (is_xlsx(*archive)) return open_xlsx(*std::move(archive), file, sink);
    if (is_ods(*archive)) return open_ods(*std::move(archive), file, sink);
    if (auto error = other_package(*archive)) return error;
    if (archive->damage() && is_piece_of_package(*archive)) return archive->damage();
    return open_members(*archive, file, sink);
}

bool is_gzip(std::string_view head, std::string_view) { return head.starts_with("\x1F\x8B"sv); }

std::optional<Error> open_gzip(const FileView& file, const PartSink& sink) {
    if (file.depth >= file.limits.depth) return beyond_limit("depth", file.limits.depth);
    const std::uint64_t size = file.source->size();
    const auto stream = open_inflate(std::make_unique<StoredBytes>(file.source, 0, size), Wrapping::Gzip, file.limits, file.budget);
    auto bytes = read_all(*stream, file.limits, UINT64_MAX, size);
    if (!bytes) return bytes.error();
    FileView inner = file;
    inner.source = std::make_shared<OwnedBytes>(*std::move(bytes));
    inner.path = file.path + "/" + name_in_gzip(file.path);
    ++inner.depth;
    return open_parts(inner, sink);
}

}  // namespace problemator
