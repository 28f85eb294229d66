#include "core/import/sniff.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "core/base/text.hpp"
#include "core/import/csv.hpp"
#include "core/import/table_shape.hpp"

namespace problemator {
namespace {

constexpr std::array kDelimiters = {',', ';', '\t', '|'};
constexpr std::size_t kSniffBytes = std::size_t{1} << 20;
constexpr std::size_t kShapeRows = 60;
constexpr double kAlmostKnown = 0.3;           // a channel that knows so much of the header is worth telling what it lacks
constexpr std::string_view kHowToCsv = "CSV";

struct Magic { std::string_view bytes, kind; };

using namespace std::string_view_literals;
constexpr Magic kMagic[] = {
    {"PK\x03\x04"sv, "XLSX/ZIP"}, {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv, "XLS/DOC (Office 97–2003)"}, {"%PDF"sv, "PDF"}, {"\x1F\x8B"sv, "GZIP"},
    {"{\\rtf"sv, "RTF"}, {"\x89PNG"sv, "PNG"}, {"Rar!"sv, "RAR"}, {"7z\xBC\xAF"sv, "7Z"}, {"\xFF\xFE\0\0"sv, "UTF-32"}, {"\0\0\xFE\xFF"sv, "UTF-32"},
    {"<!DOCTYPE"sv, "HTML"}, {"<!doctype"sv, "HTML"}, {"<html"sv, "HTML"}, {"<HTML"sv, "HTML"}, {"<table"sv, "HTML"}, {"<?xml"sv, "XML"},
    {"\x89PRBLM"sv, "PMSNAP"},
};

std::string_view kind_of(std::string_view bytes) {
    for (const Magic& magic : kMagic)
        if (bytes.starts_with(magic.bytes)) return magic.kind;
    return {};
}

/// Excel's first line "sep=;" names the delimiter.
std::optional<char> declared_delimiter(std::string_view text) {
    const bool is_declared = text.size() >= 6 && (text.starts_with("sep=") || text.starts_with("SEP=")) && (text[5] == '\r' || text[5] == '\n');
    if (!is_declared || std::find(kDelimiters.begin(), kDelimiters.end(), text[4]) == kDelimiters.end()) return std::nullopt;
    return text[4];
}

HeaderRow read_header(const CsvRow& row, const Encoding& encoding) {
    std::vector<std::string> names;
    names.reserve(row.cells.size());
    std::string unescaped, decoded;
    for (const CsvCell& cell : row.cells) names.emplace_back(trim(encoding.decode(unescape(cell, unescaped), decoded)));
    return make_header(std::move(names), row.number);
}

std::size_t filled(const HeaderRow& header) {
    return static_cast<std::size_t>(std::count_if(header.names.begin(), header.names.end(), [](const std::string& name) { return !name.empty(); }));
}

/// The first rows as one delimiter parts them.
struct Parted {
    char delimiter = ',';
    std::vector<HeaderRow> rows;               // those in which a header is looked for, without blank ones
    std::vector<std::size_t> cells_of_rows;    // of more rows: how many cells each has
    double consistency = 0;
};

Parted part(std::string_view head, char delimiter, const Encoding& encoding, std::uint32_t last_row) {
    Parted parted{.delimiter = delimiter, .rows = {}, .cells_of_rows = {}};
    CsvScanner scanner{head, delimiter};
    CsvRow row;
    while ((parted.cells_of_rows.size() < kShapeRows || row.number < last_row) && scanner.next(row)) {
        if (row.fault || row.is_blank()) continue;
        parted.cells_of_rows.push_back(row.cells.size());
        if (row.number <= last_row) parted.rows.push_back(read_header(row, encoding));
    }
    parted.consistency = column_consistency(parted.cells_of_rows);
    return parted;
}

struct Found { TableStart start; std::size_t group = 0; };

/// Earlier group first, then confidence; among useless rows the likeliest channel, then the widest row.
bool is_better(const Found& a, const Found& b) {
    const ChannelMatch &x = a.start.match, &y = b.start.match;
    if (x.is_usable != y.is_usable) return x.is_usable;
    if (x.is_usable && a.group != b.group) return a.group < b.group;
    if (x.confidence != y.confidence) return x.confidence > y.confidence;
    return filled(a.start.header) > filled(b.start.header);
}

using Groups = std::span<const std::vector<const Channel*>>;

/// The row that some channel knows best, over all delimiters.
Found find_known(const std::vector<Parted>& tried, Groups groups, std::uint32_t given_row) {
    Found best;
    best.group = groups.size();
    for (const Parted& parted : tried) {
        for (const HeaderRow& row : parted.rows) {
            if (given_row != 0 && row.row != given_row) continue;
            Found found;
            found.start.delimiter = parted.delimiter;
            found.start.header = row;
            for (found.group = 0; found.group < groups.size(); ++found.group) {
                if (groups[found.group].empty()) continue;
                found.start.match = best_match(groups[found.group], row);
                if (best.start.header.row == 0 || is_better(found, best)) best = found;
            }
        }
    }
    best.start.header_confidence = best.start.match.confidence;
    return best;
}

const Parted& most_even(const std::vector<Parted>& tried) {
    return *std::max_element(tried.begin(), tried.end(), [](const Parted& a, const Parted& b) { return a.consistency < b.consistency; });
}

/// The header of a table that no channel knows; the likeliest channel is still told.
TableStart find_by_shape(const Parted& parted, Groups groups, std::uint32_t given_row) {
    TableStart start;
    start.delimiter = parted.delimiter;
    std::vector<std::vector<std::string>> rows;
    for (const HeaderRow& row : parted.rows) rows.push_back(row.names);
    const auto shape = header_by_shape(rows);
    if (!shape) return start;
    const auto given = std::find_if(parted.rows.begin(), parted.rows.end(), [&](const HeaderRow& row) { return row.row == given_row; });
    if (given_row != 0 && given == parted.rows.end()) return start;   // the table ends before it
    start.header = given != parted.rows.end() ? *given : parted.rows[shape->index];
    start.header_confidence = given != parted.rows.end() ? 1 : shape->confidence;
    for (const auto& group : groups) {
        if (group.empty()) continue;
        ChannelMatch match = best_match(group, start.header);
        if (!start.match.channel || match.confidence > start.match.confidence) start.match = std::move(match);
    }
    return start;
}

/// How sure the delimiter is: its evenness against that of the next best.
Guess delimiter_guess(const std::vector<Parted>& tried, char chosen, bool is_known, bool is_given) {
    double own = 0, next = 0;
    char second = chosen;
    for (const Parted& parted : tried) {
        if (parted.delimiter == chosen) { own = parted.consistency; continue; }
        if (parted.consistency > next) next = parted.consistency, second = parted.delimiter;
    }
    const double a = std::pow(own, 4), b = std::pow(next, 4);             // a comma in every sentence is nearly as even as a real delimiter
    const double against = a + b > 0 ? a / (a + b) : 0.5;
    const double confidence = is_given || tried.size() == 1 ? 1 : is_known ? std::max(0.9, against) : against;
    return {"delimiter", delimiter_name(chosen), confidence, is_given, !is_given && second != chosen && confidence < 0.9 ? delimiter_name(second) : std::string{}};
}

}  // namespace

std::optional<Error> not_csv(std::string_view bytes) {
    std::string_view kind = kind_of(bytes.starts_with("\xEF\xBB\xBF") ? bytes.substr(3) : bytes);
    if (kind.empty() && looks_utf16(bytes)) return std::nullopt;
    if (kind.empty() && bytes.substr(0, 4096).find('\0') != std::string_view::npos) return Error{.fault = Fault::NotText, .expected = std::string{kHowToCsv}};
    if (kind.empty()) return std::nullopt;
    return Error{.fault = Fault::NotThisFormat, .piece = std::string{kind}, .expected = std::string{kHowToCsv}};
}

TableStart find_table(std::string_view text, const Encoding& encoding, Groups groups, const TableHints& hints) {
    const std::size_t mark = encoding.is_utf16() ? 0 : encoding.mark_bytes();   // that text was decoded without its mark
    const auto declared = declared_delimiter(text.substr(mark));
    const std::size_t body = declared ? text.find_first_of("\r\n", mark) : mark;
    const auto set = hints.delimiter ? hints.delimiter : declared;
    const std::string_view head = text.substr(body, kSniffBytes);
    const std::uint32_t last_row = std::max(hints.header_row, kHeaderSearchRows + (declared ? 1 : 0));
    std::vector<Parted> tried;
    for (const char delimiter : kDelimiters)
        if (set ? delimiter == *set : delimiter == ',' || head.find(delimiter) != std::string_view::npos) tried.push_back(part(head, delimiter, encoding, last_row));
    if (tried.empty()) tried.push_back(part(head, *set, encoding, last_row));   // a delimiter of the user's own
    TableStart start = find_known(tried, groups, hints.header_row).start;
    const bool is_known = start.match.is_usable;
    if (!is_known && start.match.confidence < kAlmostKnown) start = find_by_shape(most_even(tried), groups, hints.header_row);
    start.body = body;
    start.delimiter_guess = delimiter_guess(tried, start.delimiter, is_known, hints.delimiter.has_value());
    return start;
}

namespace {

struct NamedDelimiter { char delimiter; std::string_view names[4]; };
constexpr NamedDelimiter kNamed[] = {
    {'\t', {"tab", "\\t", "\t", "табуляция"}}, {';', {";", "semicolon", "точка с запятой"}}, {',', {",", "comma", "запятая"}}, {'|', {"|", "pipe", "черта"}},
};

}  // namespace

std::string delimiter_name(char delimiter) { return delimiter == '\t' ? "tab" : std::string(1, delimiter); }

std::optional<char> parse_delimiter(std::string_view text) {
    const std::string word = to_lower(text);
    for (const NamedDelimiter& named : kNamed)
        if (!word.empty() && std::find(std::begin(named.names), std::end(named.names), word) != std::end(named.names)) return named.delimiter;
    return std::nullopt;
}

}  // namespace problemator
