// CSV as a Russian office opens it: UTF-8 with BOM, «;», CRLF, decimal comma, and no cell that a spreadsheet would run.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace problemator {

inline constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

/// A cell that opens as the text it is: quoted when it holds «;», quotes or line ends; a leading = + - @ tab or CR gets an
/// apostrophe in front, so that it is never a formula. NUL bytes are dropped.
std::string csv_cell(std::string_view text);
/// Cells with «;» between them and CRLF after them.
std::string csv_line(const std::vector<std::string>& cells);

}  // namespace problemator
