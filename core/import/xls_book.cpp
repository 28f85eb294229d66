#include "core/import/xls_book.hpp"

#include <algorithm>
#include <map>

#include "core/import/cfb.hpp"

namespace problemator {
namespace {

constexpr std::uint16_t kBiff5 = 0x0500, kBiff8 = 0x0600, kWorksheet = 0x0010;
constexpr std::size_t kMaxMerges = 5120;   // 20 rows of 256 columns
constexpr std::size_t kMaxSheets = 4096;

Error error_of(Fault fault, std::string_view piece) { return {.fault = fault, .place = {}, .piece = std::string{piece}, .expected = {}}; }

const CodePage* page_of(std::uint16_t number) {
    static constexpr std::pair<std::uint16_t, std::string_view> kPages[] = {{1251, "windows-1251"}, {866, "ibm866"}, {10007, "x-mac-cyrillic"}, {20866, "koi8-r"}, {21866, "koi8-u"}};
    for (const auto& [id, name] : kPages)
        for (const CodePage& page : code_pages())
            if (id == number && page.name == name) return &page;
    return nullptr;
}

/// Formats and styles are read first and put together at the end of the globals.
struct Styles {
    std::map<std::uint16_t, NumberForm> forms;   // by format number
    std::vector<std::uint16_t> formats;          // by XF number
};

class GlobalsReader {
public:
    explicit GlobalsReader(XlsBook& book) : book_{book} {}
    std::optional<Error> read();

private:
    void take(const BiffRecord& record, BiffCursor& cursor);
    void take_texts(std::string_view data, BiffCursor& cursor);
    void take_sheet(std::string_view data);
    void finish();

    XlsBook& book_;
    Styles styles_;
};

std::optional<Error> GlobalsReader::read() {
    BiffCursor cursor{book_.stream, 0};
    BiffRecord record;
    if (!cursor.next(record)) return error_of(Fault::Damaged, "XLS");
    if (record.number == 0x09 || record.number == 0x209 || record.number == 0x409) return error_of(Fault::NotThisFormat, "Excel 2.0–4.0");
    const std::uint16_t version = u16_at(record.data, 0);
    if (record.number != biff::kBof || (version != kBiff5 && version != kBiff8)) return error_of(Fault::Damaged, "XLS");
    book_.version = version == kBiff8 ? BiffVersion::Biff8 : BiffVersion::Biff5;
    book_.page = page_of(1251);   // Excel 95 in Russia, when the file does not say
    if (u16_at(record.data, 2) == kWorksheet) {   // a sheet without a workbook
        book_.sheets.push_back({.name = {}, .begin = 0, .end = book_.stream.size()});
        return std::nullopt;
    }
    while (cursor.next(record) && record.number != biff::kEof) {
        if (record.number == biff::kFilePass) return error_of(Fault::Encrypted, "XLS");
        take(record, cursor);
    }
    finish();
    return std::nullopt;
}

void GlobalsReader::take(const BiffRecord& record, BiffCursor& cursor) {
    const std::size_t length_bytes = book_.version == BiffVersion::Biff8 ? 2 : 1;
    switch (record.number) {
        case biff::kCodePage: book_.page = page_of(u16_at(record.data, 0)); break;
        case biff::kDateMode: book_.dates = u16_at(record.data, 0) == 1 ? DateSystem::From1904 : DateSystem::From1900; break;
        case biff::kFormat: styles_.forms[u16_at(record.data, 0)] = form_of_code(read_label(record.data.substr(std::min<std::size_t>(2, record.data.size())), length_bytes, book_.version, book_.page)); break;
        case biff::kXf: styles_.formats.push_back(u16_at(record.data, 2)); break;
        case biff::kBoundSheet: take_sheet(record.data); break;
        case biff::kSst: take_texts(record.data, cursor); break;
        default: break;
    }
}

void GlobalsReader::take_texts(std::string_view data, BiffCursor& cursor) {
    BiffText text{cursor, data};
    if (!text.skip(8)) return;   // counts, which are not trusted
    while (read_rich_string(text, book_.texts)) book_.text_ends.push_back(book_.texts.size());
    book_.texts.resize(book_.text_ends.empty() ? 0 : book_.text_ends.back());
}

void GlobalsReader::take_sheet(std::string_view data) {
    const bool is_sheet = data.size() > 6 && data[5] == 0;
    if (!is_sheet || book_.sheets.size() >= kMaxSheets) return;
    book_.sheets.push_back({.name = read_label(data.substr(6), 1, book_.version, book_.page), .begin = u32_at(data, 0), .end = 0, .is_hidden = (data[4] & 3) != 0});
}

/// A sheet ends where another one begins, whatever its records say, so that all sheets together are read once.
void GlobalsReader::finish() {
    for (const std::uint16_t format : styles_.formats) {
        const auto own = styles_.forms.find(format);
        book_.forms.push_back(own != styles_.forms.end() ? own->second : form_of_builtin(format));
    }
    std::vector<std::size_t> begins{book_.stream.size()};
    for (const XlsSheet& sheet : book_.sheets) begins.push_back(sheet.begin);
    std::sort(begins.begin(), begins.end());
    for (XlsSheet& sheet : book_.sheets) sheet.end = std::min(*std::upper_bound(begins.begin(), begins.end() - 1, sheet.begin), book_.stream.size());
    std::vector<std::size_t> seen;
    const auto is_second = [&](const XlsSheet& sheet) {
        if (sheet.begin >= book_.stream.size() || std::find(seen.begin(), seen.end(), sheet.begin) != seen.end()) return true;
        seen.push_back(sheet.begin);
        return false;
    };
    std::erase_if(book_.sheets, is_second);
}

bool is_cell(std::uint16_t record) {
    switch (record) {
        case biff::kFormula: case biff::kMulRk: case biff::kRString: case biff::kLabelSst: case biff::kNumber: case biff::kLabel: case biff::kBoolErr: case biff::kRk: return true;
        default: return false;
    }
}

class CellsReader {
public:
    CellsReader(const XlsBook& book, const XlsSheet& sheet) : stream_{std::string_view{book.stream}.substr(0, sheet.end)}, cursor_{stream_, sheet.begin} {}
    XlsCells read();
    bool has_cells();

private:
    bool next(BiffRecord& record);   // of the sheet itself: embedded charts are passed over
    void take(const BiffRecord& record);
    void take_formula(const BiffRecord& record, XlsCell cell);
    void take_merges(std::string_view data);

    std::string_view stream_;
    BiffCursor cursor_;
    XlsCells out_;
    int depth_ = 0;
    bool has_end_ = false, is_text_expected_ = false;
};

bool CellsReader::next(BiffRecord& record) {
    while (cursor_.next(record)) {
        if (record.number == biff::kBof) { ++depth_; continue; }
        if (record.number == biff::kEof && --depth_ <= 0) { has_end_ = true; return false; }
        if (depth_ <= 1) return true;
    }
    return false;
}

bool CellsReader::has_cells() {
    for (BiffRecord record; next(record);)
        if (is_cell(record.number)) return true;
    return false;
}

XlsCells CellsReader::read() {
    for (BiffRecord record; next(record);) {
        if (is_cell(record.number)) take(record);
        else if (record.number == biff::kString && is_text_expected_) { out_.cells.back().value = XlsValue::FormulaText; out_.cells.back().at = static_cast<std::uint32_t>(record.at - 4); is_text_expected_ = false; }
        else if (record.number == biff::kMergeCells) take_merges(record.data);
    }
    const auto place = [](const XlsCell& cell) { return std::uint32_t{cell.row} << 16 | cell.column; };
    const auto is_before = [&](const XlsCell& a, const XlsCell& b) { return place(a) < place(b); };
    if (!std::is_sorted(out_.cells.begin(), out_.cells.end(), is_before)) std::stable_sort(out_.cells.begin(), out_.cells.end(), is_before);
    out_.is_cut = !has_end_;
    return std::move(out_);
}

void CellsReader::take(const BiffRecord& record) {
    const std::string_view data = record.data;
    const auto at = static_cast<std::uint32_t>(record.at);
    XlsCell cell{.row = u16_at(data, 0), .column = u16_at(data, 2), .form = u16_at(data, 4), .value = XlsValue::Number, .at = at + 6};
    is_text_expected_ = false;
    const auto put = [&](XlsValue value, std::size_t size) {
        cell.value = value;
        if (data.size() >= size) out_.cells.push_back(cell);
    };
    switch (record.number) {
        case biff::kNumber: return put(XlsValue::Number, 14);
        case biff::kRk: return put(XlsValue::Rk, 10);
        case biff::kLabelSst: return put(XlsValue::Shared, 10);
        case biff::kBoolErr: return put(data.size() > 7 && data[7] != 0 ? XlsValue::Error : XlsValue::Bool, 8);
        case biff::kLabel: case biff::kRString: cell.at = at - 4; return put(XlsValue::Label, 8);
        case biff::kFormula: return take_formula(record, cell);
        default: break;
    }
    for (std::size_t i = 4; i + 8 <= data.size(); i += 6, ++cell.column) {   // MULRK: form and number of each column, then the last column
        cell.form = u16_at(data, i);
        cell.at = at + static_cast<std::uint32_t>(i) + 2;
        put(XlsValue::Rk, 0);
    }
}

void CellsReader::take_formula(const BiffRecord& record, XlsCell cell) {
    if (record.data.size() < 14) return;
    if (u16_at(record.data, 12) == 0xFFFF) {   // no number: what it is instead
        static constexpr XlsValue kResults[] = {XlsValue::Empty, XlsValue::Bool, XlsValue::Error, XlsValue::Empty};
        const auto kind = static_cast<unsigned char>(record.data[6]);
        cell.value = kResults[std::min<std::size_t>(kind, 3)];
        cell.at += 2;
        is_text_expected_ = kind == 0;   // the STRING record follows
    }
    out_.cells.push_back(cell);
}

void CellsReader::take_merges(std::string_view data) {
    for (std::size_t at = 2; at + 8 <= data.size() && out_.merges.size() < kMaxMerges; at += 8) {
        const XlsMerge merge{u16_at(data, at), u16_at(data, at + 2), u16_at(data, at + 4), u16_at(data, at + 6)};
        if (merge.first_row < kMergedRows) out_.merges.push_back(merge);
    }
}

}  // namespace

std::string_view XlsBook::text(std::uint32_t index) const {
    if (index >= text_ends.size()) return {};
    const std::size_t begin = index == 0 ? 0 : text_ends[index - 1];
    return std::string_view{texts}.substr(begin, text_ends[index] - begin);
}

Result<XlsBook> read_xls_book(std::string stream) {
    XlsBook book;
    book.stream = std::move(stream);
    if (auto error = GlobalsReader{book}.read()) return *error;
    return book;
}

XlsCells read_xls_cells(const XlsBook& book, const XlsSheet& sheet) { return CellsReader{book, sheet}.read(); }
bool has_xls_cells(const XlsBook& book, const XlsSheet& sheet) { return CellsReader{book, sheet}.has_cells(); }

}  // namespace problemator
