// ODS: the tables of an OpenDocument spreadsheet as rows, streamed. All tables stand in one document: each is read from its beginning on.
#pragma once
#include <functional>
#include <memory>
#include <optional>

#include "core/import/zip.hpp"

namespace problemator {

bool is_ods(const ZipArchive& archive);
std::optional<Error> open_ods(ZipArchive archive, const FileView& file, const PartSink& sink);

/// One XML file without an archive around it (.fods).
bool is_flat_ods(std::string_view head, std::string_view name);
std::optional<Error> open_flat_ods(const FileView& file, const PartSink& sink);

/// The tables of a document that `document` opens anew at every call.
using OpenDocument = std::function<Result<std::unique_ptr<ByteStream>>()>;
std::optional<Error> open_ods_tables(const OpenDocument& document, const FileView& file, const PartSink& sink);

}  // namespace problemator
