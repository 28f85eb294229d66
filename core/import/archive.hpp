// Archives: a ZIP is a workbook (XLSX, ODS) or a folder of files, each of which is opened as what it is; a gzip file holds one.
#pragma once
#include <optional>
#include <string_view>

#include "core/import/formats.hpp"

namespace problemator {

bool is_zip(std::string_view head, std::string_view name);
/// A member that cannot be read is a part with a failure; so is the end of an archive that was cut. Lock files of spreadsheet
/// programs («~$ПОС.xlsx») and the shadow files of macOS are no members.
std::optional<Error> open_zip(const FileView& file, const PartSink& sink);

/// «выгрузка.csv.gz»
bool is_gzip(std::string_view head, std::string_view name);
std::optional<Error> open_gzip(const FileView& file, const PartSink& sink);

}  // namespace problemator
