#include "core/cli/plain_table.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <optional>

#include "core/base/text.hpp"
#include "core/cli/console.hpp"
#include "core/cli/files.hpp"
#include "core/import/csv.hpp"

namespace problemator::cli {
namespace {

constexpr std::string_view kMark = "\xEF\xBB\xBF";

/// Of the two, the one that the header has more of.
char delimiter_of(std::string_view text) {
    const std::string_view head = text.substr(0, text.find_first_of("\r\n"));
    return std::count(head.begin(), head.end(), ';') > std::count(head.begin(), head.end(), ',') ? ';' : ',';
}

std::vector<std::string> cells_of(const CsvRow& row) {
    std::vector<std::string> cells;
    std::string scratch;
    for (const CsvCell& cell : row.cells) cells.emplace_back(trim(unescape(cell, scratch)));
    return cells;
}

std::uint32_t row_of_byte(std::string_view text, std::size_t at) {
    return static_cast<std::uint32_t>(1 + std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
}

std::string joined(const std::vector<std::string>& words) {
    std::string out;
    for (const std::string& word : words) out += (out.empty() ? "" : ", ") + word;
    return out;
}

Result<std::size_t> column_at(const PlainTable& table, std::string_view name) {
    const auto found = std::find(table.header.begin(), table.header.end(), name);
    if (found == table.header.end()) return Error{.fault = Fault::MissingColumn, .place = {.file = table.file, .row = 1, .column = std::string{name}}, .piece = joined(table.header)};
    return static_cast<std::size_t>(found - table.header.begin());
}

/// Digits with at most one point and an exponent: strtod alone would also take «inf», «0x10» and a number with a tail.
bool looks_decimal(std::string_view text) {
    std::size_t at = !text.empty() && (text[0] == '-' || text[0] == '+') ? 1 : 0;
    const auto skip_digits = [&] {
        const std::size_t from = at;
        while (at < text.size() && text[at] >= '0' && text[at] <= '9') ++at;
        return at - from;
    };
    std::size_t digits = skip_digits();
    if (at < text.size() && text[at] == '.') { ++at; digits += skip_digits(); }
    if (digits == 0) return false;
    if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
        ++at;
        if (at < text.size() && (text[at] == '-' || text[at] == '+')) ++at;
        if (skip_digits() == 0) return false;
    }
    return at == text.size();
}

std::optional<double> number_of(std::string text, char delimiter) {
    if (delimiter == ';' && text.find('.') == std::string::npos)
        if (const std::size_t comma = text.find(','); comma != std::string::npos) text[comma] = '.';
    if (!looks_decimal(text)) return std::nullopt;
    const double value = std::strtod(text.c_str(), nullptr);
    if (!std::isfinite(value)) return std::nullopt;
    return value;
}

}  // namespace

Result<PlainTable> plain_table_of(std::string_view text, std::string file) {
    if (text.starts_with(kMark)) text.remove_prefix(kMark.size());
    if (trim(text).empty()) return Error{.fault = Fault::EmptyFile, .place = {.file = std::move(file)}};
    if (const std::size_t bad = first_bad_utf8(text); bad != std::string_view::npos)
        return Error{.fault = Fault::BadEncoding, .place = {.file = std::move(file), .row = row_of_byte(text, bad), .column = {}}, .piece = {}, .expected = "UTF-8"};
    PlainTable table{.file = std::move(file), .header = {}, .rows = {}, .delimiter = delimiter_of(text)};
    CsvScanner scanner{text, table.delimiter};
    std::size_t blank_at_end = 0;
    for (CsvRow row; scanner.next(row);) {
        const Place place{.file = table.file, .row = row.number, .column = {}};
        if (row.fault) return Error{.fault = *row.fault, .place = place};
        std::vector<std::string> cells = cells_of(row);
        if (row.number == 1) { table.header = std::move(cells); continue; }
        const bool is_blank = row.is_blank() && cells.size() == 1;
        if (is_blank) { ++blank_at_end; continue; }
        if (blank_at_end > 0 || cells.size() != table.header.size())
            return Error{.fault = Fault::WrongCellCount, .place = {.file = table.file, .row = blank_at_end > 0 ? row.number - 1 : row.number, .column = {}}, .piece = joined(blank_at_end > 0 ? std::vector<std::string>{} : cells), .expected = std::to_string(table.header.size())};
        table.rows.push_back(std::move(cells));
    }
    for (std::size_t i = 0; i < table.header.size(); ++i) {
        const std::string& name = table.header[i];
        if (name.empty()) return Error{.fault = Fault::MissingColumn, .place = {.file = table.file, .row = 1, .column = {}}, .piece = {}, .expected = "week,count"};
        if (std::find(table.header.begin() + static_cast<std::ptrdiff_t>(i) + 1, table.header.end(), name) != table.header.end())
            return Error{.fault = Fault::DuplicateColumn, .place = {.file = table.file, .row = 1, .column = name}};
    }
    return table;
}

Result<PlainTable> read_plain_table(const std::string& path) {
    TRY(const std::string text, read_file(path));
    return plain_table_of(text, std::filesystem::path{path}.filename().string());
}

Result<std::vector<std::string>> text_column(const PlainTable& table, std::string_view name) {
    TRY(const std::size_t at, column_at(table, name));
    std::vector<std::string> cells;
    cells.reserve(table.rows.size());
    for (const auto& row : table.rows) cells.push_back(row[at]);
    return cells;
}

Result<std::vector<double>> number_column(const PlainTable& table, std::string_view name) {
    TRY(const std::size_t at, column_at(table, name));
    std::vector<double> numbers;
    numbers.reserve(table.rows.size());
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        const std::string& cell = table.rows[i][at];
        const auto number = number_of(cell, table.delimiter);
        const Fault fault = cell.empty() ? Fault::MissingValue : Fault::BadNumber;
        if (!number) return Error{.fault = fault, .place = {.file = table.file, .row = static_cast<std::uint32_t>(i + 2), .column = std::string{name}}, .piece = cell, .expected = "12.5"};
        numbers.push_back(*number);
    }
    return numbers;
}

std::string plain_number(double value) {
    if (!std::isfinite(value)) return "";
    if (value == 0) return "0";                      // never "-0"
    std::array<char, 40> text{};
    if (std::abs(value) < 1e15 && value == std::floor(value)) {   // 200, not 2e+02
        std::snprintf(text.data(), text.size(), "%.0f", value);
        return text.data();
    }
    for (int digits = 1; digits <= 17; ++digits) {
        std::snprintf(text.data(), text.size(), "%.*g", digits, value);
        if (std::strtod(text.data(), nullptr) == value) break;
    }
    return text.data();
}

std::string plain_csv(const std::vector<std::string>& header, const std::vector<std::vector<std::string>>& rows) {
    std::string out;
    const auto add = [&](const std::vector<std::string>& cells) {
        for (std::size_t i = 0; i < cells.size(); ++i) {
            if (i > 0) out += ',';
            append_csv_cell(out, cells[i], ',');
        }
        out += '\n';
    };
    add(header);
    for (const auto& row : rows) add(row);
    return out;
}

Result<Nothing> put_csv(const std::string& out, std::string_view csv) {
    if (!out.empty()) return write_file(out, csv);
    csv.remove_suffix(1);                          // print() ends the last line
    print(csv);
    return Nothing{};
}

}  // namespace problemator::cli
