// XLSX: the sheets of an Office Open XML workbook as rows, streamed: of a sheet only the row that is read is in memory.
#pragma once
#include <memory>

#include "core/import/xlsx_workbook.hpp"

namespace problemator {

/// The sheets of a package, each as a part.
std::optional<Error> open_xlsx(ZipArchive archive, const FileView& file, const PartSink& sink);

/// The rows of one sheet's XML. `merged`: the same XML once more, when it has merged cells (they stand behind the rows); else null.
std::unique_ptr<RowSource> read_xlsx_sheet(std::shared_ptr<const XlsxWorkbook> book, std::unique_ptr<ByteStream> xml, std::unique_ptr<ByteStream> merged);

}  // namespace problemator
