// Plain tables: what the statistics commands read and write, so that R or Python can check them. CSV in UTF-8 with a header;
// «,» or «;», decimal point or (with «;») decimal comma; written with «,» and a point, 17 significant digits where needed.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.hpp"

namespace problemator::cli {

struct PlainTable {
    std::string file;                              // for messages about errors
    std::vector<std::string> header;
    std::vector<std::vector<std::string>> rows;    // each as long as the header
    char delimiter = ',';                          // with «;» a number may have a decimal comma
};

/// Row `i` of `rows` is row i + 2 of the file, counted in records; empty lines at the end are no rows.
/// Error: no such file, no header, a column named twice, a row of another length (with its number), a quote that does not close, not UTF-8.
Result<PlainTable> read_plain_table(const std::string& path);
/// The same for text in memory.
Result<PlainTable> plain_table_of(std::string_view text, std::string file);
/// The cells of a column. Error: no such column (lists those that exist).
Result<std::vector<std::string>> text_column(const PlainTable& table, std::string_view name);
/// The numbers of a column, all finite. Error: no such column, or a cell that is no number (row, column, piece).
Result<std::vector<double>> number_column(const PlainTable& table, std::string_view name);
/// Shortest text that reads back as the same number; empty for a value that is not finite.
std::string plain_number(double value);
/// CSV text of a table, cells quoted where needed.
std::string plain_csv(const std::vector<std::string>& header, const std::vector<std::vector<std::string>>& rows);
/// To the file `out`, or to stdout when it is empty: the same bytes. pre: `csv` ends with a line end
Result<Nothing> put_csv(const std::string& out, std::string_view csv);

}  // namespace problemator::cli
