// A small writer of XLS files for tests: records of BIFF, and the compound file around them.
#pragma once
#include <array>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/import/xls_records.hpp"

namespace problemator::xls_test {

using namespace std::string_literals;

inline std::string le(std::uint64_t value, int bytes) {
    std::string out;
    for (int i = 0; i < bytes; ++i) out += static_cast<char>(i < 8 ? value >> (8 * i) & 0xFF : 0);
    return out;
}
/// memcpy where std::bit_cast would do: the WASM compiler's library lacks it.
inline std::string real(double value) {
    std::uint64_t bits;
    std::memcpy(&bits, &value, sizeof bits);
    return le(bits, 8);
}
inline std::string record(std::uint16_t number, std::string_view data) { return le(number, 2) + le(data.size(), 2) + std::string{data}; }

/// UTF-16 of text in the Basic Multilingual Plane.
inline std::string wide(std::u16string_view text) {
    std::string out;
    for (const char16_t c : text) out += le(c, 2);
    return out;
}
/// A Unicode string of BIFF8 with a length of `length_bytes`.
inline std::string text8(std::u16string_view text, int length_bytes = 2) { return le(text.size(), length_bytes) + '\x01' + wide(text); }
inline std::string narrow8(std::string_view text, int length_bytes = 2) { return le(text.size(), length_bytes) + '\x00' + std::string{text}; }

inline std::string bof(std::uint16_t version, std::uint16_t type) { return record(biff::kBof, le(version, 2) + le(type, 2) + le(0, 12)); }
inline std::string eof() { return record(biff::kEof, ""); }
inline std::string cell(std::uint16_t number, unsigned row, unsigned column, std::string_view value, unsigned form = 0) {
    return record(number, le(row, 2) + le(column, 2) + le(form, 2) + std::string{value});
}
inline std::string shared(unsigned row, unsigned column, unsigned index) { return cell(biff::kLabelSst, row, column, le(index, 4)); }
inline std::string number(unsigned row, unsigned column, double value, unsigned form = 0) { return cell(biff::kNumber, row, column, real(value), form); }
inline std::string format(unsigned id, std::string_view code) { return record(biff::kFormat, le(id, 2) + narrow8(code)); }
inline std::string style(unsigned format_id) { return record(biff::kXf, le(0, 2) + le(format_id, 2) + le(0, 16)); }
inline std::string strings(std::string_view texts) { return record(biff::kSst, le(0, 8) + std::string{texts}); }
inline std::string merges(std::initializer_list<std::array<unsigned, 4>> areas) {
    std::string data = le(areas.size(), 2);
    for (const auto& area : areas)
        for (const unsigned edge : area) data += le(edge, 2);
    return record(biff::kMergeCells, data);
}

struct Sheet { std::string name; std::string records; int state = 0; };   // name: BIFF8 string with a length of one byte

/// Globals, then the sheets, each between BOF and EOF.
inline std::string book(std::string_view globals, const std::vector<Sheet>& sheets, std::uint16_t version = 0x0600) {
    const auto head = [&](const std::vector<std::size_t>& offsets) {
        std::string out = bof(version, 5) + std::string{globals};
        for (std::size_t i = 0; i < sheets.size(); ++i) out += record(biff::kBoundSheet, le(offsets[i], 4) + le(static_cast<unsigned>(sheets[i].state), 2) + sheets[i].name);
        return out + eof();
    };
    std::vector<std::size_t> offsets(sheets.size());
    std::size_t at = head(offsets).size();
    for (std::size_t i = 0; i < sheets.size(); ++i) {
        offsets[i] = at;
        at += bof(version, 0x10).size() + sheets[i].records.size() + eof().size();
    }
    std::string out = head(offsets);
    for (const Sheet& sheet : sheets) out += bof(version, 0x10) + sheet.records + eof();
    return out;
}

/// Sectors of 512 bytes: sector 0 … are the table, then the directory, the mini table, the mini stream, and the stream.
/// A stream below 4,096 bytes lies in the mini stream, as the format demands.
inline std::string compound(std::string_view name, std::string stream) {
    constexpr std::size_t kSector = 512;
    constexpr std::uint32_t kEnd = 0xFFFFFFFE, kFree = 0xFFFFFFFF, kTable = 0xFFFFFFFD;
    const auto pad = [](std::string bytes, std::size_t unit) { bytes.resize((bytes.size() + unit - 1) / unit * unit); return bytes; };
    const bool is_mini = stream.size() < 4096;
    const std::size_t size = stream.size(), mini_count = is_mini ? (size + 63) / 64 : 0;
    const std::string data = pad(std::move(stream), kSector);
    const std::size_t sectors = data.size() / kSector, others = 2;   // directory, mini table
    std::size_t tables = 1;
    while (tables * 128 < tables + others + sectors) ++tables;
    std::string table;
    for (std::size_t i = 0; i < tables; ++i) table += le(kTable, 4);
    table += le(kEnd, 4) + le(kEnd, 4);
    for (std::size_t i = 0; i < sectors; ++i) table += le(i + 1 < sectors ? tables + others + i + 1 : kEnd, 4);
    while (table.size() < tables * kSector) table += le(kFree, 4);
    std::string mini_table;
    for (std::size_t i = 0; i < mini_count; ++i) mini_table += le(i + 1 < mini_count ? i + 1 : kEnd, 4);
    while (mini_table.size() < kSector) mini_table += le(kFree, 4);
    const auto entry = [&](std::u16string_view title, int type, std::size_t start, std::size_t bytes) {
        std::string out = wide(title);
        out.resize(64);
        return out + le((title.size() + 1) * 2, 2) + le(static_cast<unsigned>(type), 2) + le(~0ULL, 8) + le(1, 4) + le(0, 36) + le(start, 4) + le(bytes, 8);
    };
    const std::u16string title{name.begin(), name.end()};
    std::string directory = entry(u"Root Entry", 5, is_mini ? tables + others : kEnd, is_mini ? mini_count * 64 : 0) + entry(title, 2, is_mini ? 0 : tables + others, size);
    directory.resize(kSector);
    std::string header = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"s + std::string(16, '\0') + le(0x3E, 2) + le(3, 2) + le(0xFFFE, 2) + le(9, 2) + le(6, 2) + le(0, 10) + le(tables, 4);
    header += le(tables, 4) + le(0, 4) + le(4096, 4) + le(tables + 1, 4) + le(1, 4) + le(kEnd, 4) + le(0, 4);
    for (std::size_t i = 0; i < 109; ++i) header += le(i < tables ? i : kFree, 4);
    return header + table + directory + mini_table + data;
}

}  // namespace problemator::xls_test
