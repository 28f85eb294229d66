// XlsxWorkbook: what every sheet of an XLSX file needs: the list of sheets, the shared strings, which styles are dates, and from
// which day dates count. Parts are found by the relationships of the package, not by their usual names.
#pragma once
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/import/number_format.hpp"
#include "core/import/zip.hpp"

namespace problemator {

/// Texts kept once for all sheets, in blocks that never move.
class SharedStrings {
public:
    /// False when the texts together pass `most` bytes.
    bool add(std::string_view text, std::uint64_t most);
    std::size_t size() const { return texts_.size(); }
    std::string_view operator[](std::size_t i) const { return texts_[i]; }

private:
    std::vector<std::string> blocks_;
    std::vector<std::string_view> texts_;
    std::uint64_t used_ = 0;
};

struct XlsxSheetEntry {
    std::string name;
    bool is_hidden = false;
    const ZipMember* member = nullptr;   // null: the workbook names a part that is not there
    std::string wanted;                  // the name of that part
};

struct XlsxWorkbook {
    ZipArchive archive;
    PartLimits limits;
    SharedStrings strings;
    std::vector<NumberForm> forms;       // by the style index of a cell
    DateSystem dates = DateSystem::From1900;
    std::vector<XlsxSheetEntry> sheets;  // in the order of the tabs; charts and dialogs are no sheets

    NumberForm form_of(std::uint32_t style) const { return style < forms.size() ? forms[style] : NumberForm::Plain; }
};

bool is_xlsx(const ZipArchive& archive);
Result<std::shared_ptr<const XlsxWorkbook>> read_workbook(ZipArchive archive, const PartLimits& limits);

// The parsers of single parts, for the tests of hostile XML.
std::optional<Error> read_shared_strings(std::unique_ptr<ByteStream> xml, const PartLimits& limits, SharedStrings& strings);
std::optional<Error> read_styles(std::unique_ptr<ByteStream> xml, const PartLimits& limits, std::vector<NumberForm>& forms);

/// Appends `text` of a <t> or <v>: "_x000D_" stands for a character that XML cannot carry.
void append_escaped(std::string& out, std::string_view text);
/// Takes blanks off both ends of out[begin…), as <t> means it without xml:space="preserve".
void trim_from(std::string& out, std::size_t begin);

}  // namespace problemator
