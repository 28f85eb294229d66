// Small writers of ZIP, XLSX and ODS files for tests: just what a test says, also what no honest program would write.
#pragma once
#include <zlib.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace problemator::testing_parts {

struct ZipEntry {
    std::string name, bytes;
    bool is_stored = false;
    unsigned flags = 0;                      // 1 encrypted, 8 sizes behind the data, 2048 UTF-8 name
    std::uint16_t method = 8;
    std::string extra{};
    std::uint32_t wrong_crc = 0;             // added to the right one
    std::string packed{};                    // instead of the deflated bytes
};

inline void put_number(std::string& out, std::uint64_t value, int width) {
    for (int i = 0; i < width; ++i) out += static_cast<char>(value >> (8 * i) & 0xFF);
}

inline std::string deflated(std::string_view bytes, int window = -15) {
    z_stream stream{};
    deflateInit2(&stream, 6, Z_DEFLATED, window, 8, Z_DEFAULT_STRATEGY);
    std::string out(deflateBound(&stream, static_cast<uLong>(bytes.size())) + 64, '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    deflate(&stream, Z_FINISH);
    out.resize(stream.total_out);
    deflateEnd(&stream);
    return out;
}
inline std::string gzipped(std::string_view bytes) { return deflated(bytes, 31); }

enum class ZipEnd { Plain, Zip64, None };

/// An archive of the entries; without an end it is one whose copying broke off after the last member.
inline std::string make_zip(const std::vector<ZipEntry>& entries, ZipEnd end = ZipEnd::Plain) {
    std::string out, directory;
    const bool is_wide = end == ZipEnd::Zip64;
    for (const ZipEntry& entry : entries) {
        const auto crc = static_cast<std::uint32_t>(crc32(0, reinterpret_cast<const Bytef*>(entry.bytes.data()), static_cast<uInt>(entry.bytes.size()))) + entry.wrong_crc;
        const std::string data = !entry.packed.empty() ? entry.packed : entry.is_stored ? entry.bytes : deflated(entry.bytes);
        const std::uint16_t method = entry.is_stored ? 0 : entry.method;
        const bool is_behind = (entry.flags & 8) != 0;
        const std::uint64_t offset = out.size();
        out += "PK\x03\x04";
        for (const std::uint64_t field : {std::uint64_t{20}, std::uint64_t{entry.flags}, std::uint64_t{method}, std::uint64_t{0}, std::uint64_t{0}}) put_number(out, field, 2);
        put_number(out, is_behind ? 0 : crc, 4), put_number(out, is_behind ? 0 : data.size(), 4), put_number(out, is_behind ? 0 : entry.bytes.size(), 4);
        put_number(out, entry.name.size(), 2), put_number(out, entry.extra.size(), 2);
        out += entry.name + entry.extra + data;
        if (is_behind) { out += "PK\x07\x08"; put_number(out, crc, 4), put_number(out, data.size(), 4), put_number(out, entry.bytes.size(), 4); }

        std::string extra = entry.extra;
        if (is_wide) { put_number(extra, 1, 2), put_number(extra, 24, 2), put_number(extra, entry.bytes.size(), 8), put_number(extra, data.size(), 8), put_number(extra, offset, 8); }
        directory += "PK\x01\x02";
        for (const std::uint64_t field : {std::uint64_t{20}, std::uint64_t{20}, std::uint64_t{entry.flags}, std::uint64_t{method}, std::uint64_t{0}, std::uint64_t{0}}) put_number(directory, field, 2);
        put_number(directory, crc, 4), put_number(directory, is_wide ? 0xFFFFFFFF : data.size(), 4), put_number(directory, is_wide ? 0xFFFFFFFF : entry.bytes.size(), 4);
        put_number(directory, entry.name.size(), 2), put_number(directory, extra.size(), 2), put_number(directory, 0, 2), put_number(directory, 0, 2), put_number(directory, 0, 2);
        put_number(directory, 0, 4), put_number(directory, is_wide ? 0xFFFFFFFF : offset, 4);
        directory += entry.name + extra;
    }
    if (end == ZipEnd::None) return out;
    const std::uint64_t begin = out.size();
    out += directory;
    if (is_wide) {
        const std::uint64_t end64 = out.size();
        out += "PK\x06\x06";
        put_number(out, 44, 8), put_number(out, 45, 2), put_number(out, 45, 2), put_number(out, 0, 4), put_number(out, 0, 4);
        put_number(out, entries.size(), 8), put_number(out, entries.size(), 8), put_number(out, directory.size(), 8), put_number(out, begin, 8);
        out += "PK\x06\x07";
        put_number(out, 0, 4), put_number(out, end64, 8), put_number(out, 1, 4);
    }
    out += "PK\x05\x06";
    put_number(out, 0, 4), put_number(out, is_wide ? 0xFFFF : entries.size(), 2), put_number(out, is_wide ? 0xFFFF : entries.size(), 2);
    put_number(out, is_wide ? 0xFFFFFFFF : directory.size(), 4), put_number(out, is_wide ? 0xFFFFFFFF : begin, 4), put_number(out, 0, 2);
    return out;
}

struct XlsxSheetText { std::string name, xml; const char* state = ""; };   // xml: what stands inside <worksheet>

struct XlsxText {
    std::vector<XlsxSheetText> sheets;
    std::string strings{};                   // what stands inside <sst>; empty: the part is missing
    std::string styles{};                    // what stands inside <styleSheet>
    bool is_1904 = false, has_absolute_targets = false, is_strict = false;
};

inline std::vector<ZipEntry> xlsx_entries(const XlsxText& text) {
    const std::string office = text.is_strict ? "http://purl.oclc.org/ooxml/" : "http://schemas.openxmlformats.org/";
    const std::string types = office + "officeDocument/" + (text.is_strict ? "" : "2006/") + "relationships/";
    const std::string space = " xmlns=\"" + office + "spreadsheetml/" + (text.is_strict ? "main" : "2006/main") + "\"";
    const std::string folder = text.has_absolute_targets ? "/xl/" : "";
    std::string book, relations;
    std::vector<ZipEntry> entries;
    for (std::size_t i = 0; i < text.sheets.size(); ++i) {
        const std::string number = std::to_string(i + 1), state = text.sheets[i].state;
        book += "<sheet name=\"" + text.sheets[i].name + "\" sheetId=\"" + number + "\"" + (state.empty() ? "" : " state=\"" + state + "\"") + " r:id=\"rId" + number + "\"/>";
        relations += "<Relationship Id=\"rId" + number + "\" Type=\"" + types + "worksheet\" Target=\"" + folder + "worksheets/tab" + number + ".xml\"/>";
        entries.push_back({"xl/worksheets/tab" + number + ".xml", "<?xml version=\"1.0\"?><worksheet" + space + ">" + text.sheets[i].xml + "</worksheet>"});
    }
    const auto add_part = [&](const char* type, const char* file, const std::string& inside, const char* root) {
        if (inside.empty()) return;
        relations += "<Relationship Id=\"" + std::string{type} + "\" Type=\"" + types + type + "\" Target=\"" + folder + file + "\"/>";
        entries.push_back({"xl/" + std::string{file}, "<" + std::string{root} + space + ">" + inside + "</" + root + ">"});
    };
    add_part("sharedStrings", "sharedStrings.xml", text.strings, "sst");
    add_part("styles", "styles.xml", text.styles, "styleSheet");
    entries.push_back({"xl/workbook.xml", "<workbook" + space + " xmlns:r=\"x\"><workbookPr" + (text.is_1904 ? " date1904=\"1\"" : "") + "/><sheets>" + book + "</sheets></workbook>"});
    entries.push_back({"xl/_rels/workbook.xml.rels", "<Relationships>" + relations + "</Relationships>"});
    entries.push_back({"_rels/.rels", "<Relationships><Relationship Id=\"r\" Type=\"" + types + "officeDocument\" Target=\"" + folder + (folder.empty() ? "xl/" : "") + "workbook.xml\"/></Relationships>"});
    return entries;
}
inline std::string make_xlsx(const XlsxText& text) { return make_zip(xlsx_entries(text)); }

/// A spreadsheet document with this inside <office:spreadsheet>.
inline std::string ods_content(const std::string& inside, const std::string& styles = "") {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document-content xmlns:office=\"o\" xmlns:table=\"t\" xmlns:text=\"x\" xmlns:style=\"s\" xmlns:calcext=\"c\" xmlns:draw=\"d\">"
           "<office:automatic-styles>" + styles + "</office:automatic-styles><office:body><office:spreadsheet>" + inside + "</office:spreadsheet></office:body></office:document-content>";
}
inline std::vector<ZipEntry> ods_entries(const std::string& inside, const std::string& styles = "") {
    return {{"mimetype", "application/vnd.oasis.opendocument.spreadsheet", true}, {"content.xml", ods_content(inside, styles)}, {"META-INF/manifest.xml", "<manifest:manifest xmlns:manifest=\"m\"/>"}};
}
inline std::string make_ods(const std::string& inside, const std::string& styles = "") { return make_zip(ods_entries(inside, styles)); }

}  // namespace problemator::testing_parts
