#include "core/import/table_sample.hpp"

#include <algorithm>

#include "core/base/text.hpp"
#include "core/import/sniff.hpp"
#include "core/import/table_shape.hpp"

namespace problemator {
namespace {

constexpr std::size_t kHeadBytes = std::size_t{1} << 20, kSampleRows = 1000, kMostTables = 100;

std::vector<std::vector<const Channel*>> known_channels() {
    std::vector<std::vector<const Channel*>> groups(1);
    for (const Channel& channel : builtin_channels()) groups[0].push_back(&channel);
    return groups;
}

Guess header_guess(const HeaderRow& header, double confidence, const Overrides& given) {
    const bool is_given = given.header_row != 0;
    return {"header_row", std::to_string(header.row), is_given ? 1 : confidence, is_given, {}};
}

Result<std::string> read_head(const ByteSource& source) {
    std::string head(static_cast<std::size_t>(std::min<std::uint64_t>(source.size(), kHeadBytes)), '\0');
    TRY(const std::size_t got, source.read(0, head));
    head.resize(got);
    return head;
}

std::optional<Error> sample_text(const ByteSource& source, const Overrides& given, TableSample& table) {
    auto head = read_head(source);
    if (!head) return head.error();
    if (auto error = not_csv(*head)) return error;
    const Head extent = head->size() < source.size() ? Head::Beginning : Head::WholeFile;
    const auto guess = guess_encoding(*head, extent, given.encoding);
    if (!guess) return guess.error();
    table.guesses.push_back(guess->shown());
    const Encoding encoding = guess->encoding.is_utf16() ? Encoding{} : guess->encoding;
    const std::string text = guess->encoding.is_utf16() ? utf8_from_utf16(*head, guess->encoding) : *std::move(head);
    TableStart start = find_table(text, encoding, known_channels(), {.delimiter = given.delimiter, .header_row = given.header_row});
    if (start.header.row == 0) return Error{.fault = Fault::NoRows};
    table.guesses.push_back(start.delimiter_guess);
    table.guesses.push_back(header_guess(start.header, start.header_confidence, given));
    table.rows = rows_under(std::string_view{text}.substr(start.body), start.delimiter, start.header.row, encoding, kSampleRows);
    if (extent == Head::Beginning && table.rows.size() > 1 && table.rows.size() < kSampleRows) table.rows.pop_back();   // cut in the middle
    table.header = std::move(start.header);
    return std::nullopt;
}

std::optional<Error> sample_rows(RowSource& source, const Overrides& given, TableSample& table) {
    std::vector<CellRow> rows;
    std::vector<std::uint32_t> numbers;
    TableRow row;
    while (rows.size() < kSampleRows + kHeaderSearchRows && source.next(row)) {
        if (row.fault || row.is_blank() || row.number < given.header_row) continue;
        CellRow& cells = rows.emplace_back();
        for (const RowCell& cell : row.cells) cells.emplace_back(trim(cell.raw));
        numbers.push_back(row.number);
    }
    const std::span<const CellRow> first{rows.data(), std::min<std::size_t>(rows.size(), given.header_row != 0 ? 1 : kHeaderSearchRows)};
    const auto shape = header_by_shape(first);
    if (!shape) return source.failure().value_or(Error{.fault = Fault::NoRows});
    table.header = make_header(rows[shape->index], numbers[shape->index]);
    table.guesses.push_back(header_guess(table.header, shape->confidence, given));
    table.rows.assign(rows.begin() + static_cast<std::ptrdiff_t>(shape->index) + 1, rows.end());
    return std::nullopt;
}

}  // namespace

Result<std::vector<TableSample>> sample_tables(const SourceFile& file, const Overrides& given, const PartLimits& limits) {
    std::vector<TableSample> tables;
    FileView view;
    view.source = file.source;
    view.path = file.name;
    view.limits = limits;
    auto error = open_parts(view, [&](TablePart&& part) {
        if (!given.sheet.empty() && !part.sheet.empty() && fold(part.sheet) != fold(given.sheet)) return true;
        TableSample& table = tables.emplace_back();
        table.path = part.path;
        table.sheet = part.sheet;
        table.failure = std::move(part.failure);
        if (!table.failure) table.failure = part.text ? sample_text(*part.text, given, table) : sample_rows(*part.rows, given, table);
        if (table.failure) table.failure->place.file = table.path;
        return tables.size() < kMostTables;
    });
    if (error && tables.empty()) {
        error->place.file = file.name;
        return *std::move(error);
    }
    return tables;
}

}  // namespace problemator
