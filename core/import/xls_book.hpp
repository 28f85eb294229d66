// XlsBook: what all sheets of a workbook share (texts, number forms, date system), and where the sheets begin.
// XlsCells: the cells of one sheet as places in the stream, in reading order whatever the order of the file.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/result.hpp"
#include "core/import/formats.hpp"
#include "core/import/number_format.hpp"
#include "core/import/xls_records.hpp"

namespace problemator {

struct XlsSheet { std::string name; std::size_t begin = 0, end = 0; bool is_hidden = false; };

struct XlsBook {
    std::string stream;
    bool is_cut = false;                         // the container broke off
    BiffVersion version = BiffVersion::Biff8;
    const CodePage* page = nullptr;              // of 8-bit texts; null: Latin-1
    DateSystem dates = DateSystem::From1900;
    std::vector<NumberForm> forms;               // by XF number
    std::string texts;                           // shared strings, one after the other …
    std::vector<std::size_t> text_ends;          // … and where each ends
    std::vector<XlsSheet> sheets;

    /// Empty beyond the table.
    std::string_view text(std::uint32_t index) const;
};

/// Reads everything but the cells. Errors: Encrypted, Damaged, NotThisFormat (Excel 2–4).
Result<XlsBook> read_xls_book(std::string stream);

enum class XlsValue : std::uint8_t { Number, Rk, Shared, Label, FormulaText, Bool, Error, Empty };

struct XlsCell {
    std::uint16_t row = 0, column = 0, form = 0;
    XlsValue value{};
    std::uint32_t at = 0;                        // offset of the value in the stream; of Label and FormulaText: of the record
};

struct XlsMerge { std::uint16_t first_row = 0, last_row = 0, first_column = 0, last_column = 0; };

struct XlsCells {
    std::vector<XlsCell> cells;                  // sorted by row and column; of two cells at one place the later one
    std::vector<XlsMerge> merges;                // that begin in the first `kMergedRows` rows
    bool is_cut = false;                         // the sheet has no end
};

XlsCells read_xls_cells(const XlsBook& book, const XlsSheet& sheet);
bool has_xls_cells(const XlsBook& book, const XlsSheet& sheet);

}  // namespace problemator
