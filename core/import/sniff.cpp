#include "core/import/sniff.hpp"

#include <algorithm>
#include <array>

#include "core/base/text.hpp"
#include "core/import/csv.hpp"

namespace problemator {
namespace {

constexpr std::array kDelimiters = {',', ';', '\t', '|'};
constexpr std::size_t kSniffBytes = std::size_t{1} << 20;
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

/// Earlier group first, then confidence; among useless rows the likeliest channel, then the widest row.
bool is_better(const TableStart& a, std::size_t a_group, const TableStart& b, std::size_t b_group) {
    if (a.match.is_usable != b.match.is_usable) return a.match.is_usable;
    if (a.match.is_usable && a_group != b_group) return a_group < b_group;
    if (a.match.confidence != b.match.confidence) return a.match.confidence > b.match.confidence;
    return filled(a.header) > filled(b.header);
}

}  // namespace

std::optional<Error> not_csv(std::string_view bytes) {
    std::string_view kind = kind_of(bytes.starts_with("\xEF\xBB\xBF") ? bytes.substr(3) : bytes);
    if (kind.empty() && looks_utf16(bytes)) return std::nullopt;
    if (kind.empty() && bytes.substr(0, 4096).find('\0') != std::string_view::npos) return Error{.fault = Fault::NotText, .expected = std::string{kHowToCsv}};
    if (kind.empty()) return std::nullopt;
    return Error{.fault = Fault::NotThisFormat, .piece = std::string{kind}, .expected = std::string{kHowToCsv}};
}

TableStart find_table(std::string_view text, const Encoding& encoding, std::span<const std::vector<const Channel*>> groups) {
    TableStart best;
    std::size_t best_group = groups.size();
    const std::size_t mark = encoding.is_utf16() ? 0 : encoding.mark_bytes();   // that text was decoded without its mark
    const auto declared = declared_delimiter(text.substr(mark));
    const std::size_t body = declared ? text.find_first_of("\r\n", mark) : mark;
    const std::string_view head = text.substr(body, kSniffBytes);
    for (const char delimiter : kDelimiters) {
        if (declared ? delimiter != *declared : delimiter != ',' && head.find(delimiter) == std::string_view::npos) continue;
        CsvScanner scanner{head, delimiter};
        CsvRow row;
        while (scanner.next(row) && row.number <= kHeaderSearchRows + (declared ? 1 : 0)) {
            if (row.fault || row.is_blank()) continue;
            TableStart start{.delimiter = delimiter, .header = read_header(row, encoding), .match = {}, .body = body};
            for (std::size_t group = 0; group < groups.size(); ++group) {
                if (groups[group].empty()) continue;
                start.match = best_match(groups[group], start.header);
                if (best.header.row == 0 || is_better(start, group, best, best_group)) { best = start; best_group = group; }
            }
        }
    }
    if (best.header.row == 0) best.body = body;
    return best;
}

}  // namespace problemator
