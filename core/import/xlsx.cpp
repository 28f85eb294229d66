#include "core/import/xlsx.hpp"

#include "core/import/inflate.hpp"
#include "core/import/row_builder.hpp"
#include "core/import/xml.hpp"

namespace problemator {
namespace {

constexpr std::string_view kMergeMark = "mergeCell";
constexpr std::size_t kSlice = std::size_t{64} << 10;

enum class CellType : std::uint8_t { Number, Shared, Text, YesNo, IsoDate };   // Text: inline, of a formula, or an error such as #N/A

CellType cell_type(std::string_view word) {
    if (word == "s") return CellType::Shared;
    if (word == "b") return CellType::YesNo;
    if (word == "d") return CellType::IsoDate;
    return word == "str" || word == "inlineStr" || word == "e" ? CellType::Text : CellType::Number;
}

class MergedHandler final : public XmlHandler {
public:
    explicit MergedHandler(RowBuilder& row) : row_{row} {}
    void on_open(std::string_view name, XmlAttributes attributes) override {
        if (name != kMergeMark) return;
        const std::string_view ref = attributes["ref"];
        const std::size_t colon = std::min(ref.find(':'), ref.size());
        const CellRef first = read_cell_ref(ref.substr(0, colon)), last = read_cell_ref(ref.substr(std::min(colon + 1, ref.size())));
        row_.add_merged({.first_row = first.row, .last_row = last.row, .first_column = first.column, .last_column = last.column});
    }
    void on_close(std::string_view) override {}
    void on_text(std::string_view) override {}

private:
    RowBuilder& row_;
};

class XlsxRows final : public RowSource, private XmlHandler {
public:
    XlsxRows(std::shared_ptr<const XlsxWorkbook> book, std::unique_ptr<ByteStream> xml, std::unique_ptr<ByteStream> merged)
        : book_{std::move(book)}, row_{book_->limits}, xml_{std::move(xml), *this, book_->limits} {
        if (!merged) return;
        MergedHandler handler{row_};
        (void)read_xml(std::move(merged), handler, book_->limits);   // damage is told when the rows come to it
    }

    bool next(TableRow& row) override {
        if (failure_ || !xml_.run()) return false;
        if (rows_ == book_->limits.rows || row_.number() > book_->limits.rows) { failure_ = beyond_limit("rows", book_->limits.rows); return false; }
        ++rows_;
        failure_ = row_.finish(row, xml_.unpacked());
        return !failure_;
    }
    std::optional<Error> failure() const override { return failure_ ? failure_ : xml_.failure(); }
    std::uint64_t position() const override { return xml_.position(); }
    DateSystem date_system() const override { return book_->dates; }

private:
    void on_open(std::string_view name, XmlAttributes attributes) override {
        is_data_ |= name == "sheetData";   // buttons laid over a sheet have rows, too
        if (name == "row" && !is_row_ && is_data_) { begin_row(attributes); return; }
        if (!is_row_) return;
        if (name == "c" && !is_cell_) { begin_cell(attributes); return; }
        if (!is_cell_) return;
        if (name == "is") is_inline_ = true;
        if (name == "rPh") is_phonetic_ = true;
        is_value_ = name == "v" || (name == "t" && is_inline_ && !is_phonetic_);
        is_preserved_ = name == "v" || attributes["space"] == "preserve";
        raw_.clear();
    }
    void on_close(std::string_view name) override {
        if (name == "sheetData") is_data_ = false;
        if (!is_row_) return;
        if (is_value_) end_value();
        if (name == "rPh") is_phonetic_ = false;
        if (name == "is") is_inline_ = false;
        if (name == "c" && is_cell_) end_cell();
        if (name == "row") { is_row_ = false; xml_.pause(); }
    }
    void on_text(std::string_view utf8) override {
        if (is_value_ && raw_.size() <= book_->limits.cell_bytes) raw_ += utf8;
    }

    void begin_row(const XmlAttributes& attributes) {
        const std::uint32_t number = read_count(attributes["r"]).value_or(0);
        row_.begin(number > row_.number() ? number : row_.number() + 1);
        is_row_ = true;
        is_cell_ = is_inline_ = is_phonetic_ = is_value_ = false;
        column_ = 0;
    }
    void begin_cell(const XmlAttributes& attributes) {
        const std::uint32_t column = read_cell_ref(attributes["r"]).column;
        column_ = column > 0 ? column : column_ + 1;
        type_ = cell_type(attributes["t"]);
        style_ = read_count(attributes["s"]).value_or(0);
        is_cell_ = true;
        row_.begin_cell();
    }
    void end_value() {
        is_value_ = false;
        const std::size_t begin = row_.bytes().size();
        if (type_ == CellType::Text) append_escaped(row_.bytes(), raw_);
        else row_.bytes() += raw_;
        if (!is_preserved_) trim_from(row_.bytes(), begin);
        row_.is_within_cell();
    }
    void end_cell() {
        is_cell_ = is_inline_ = is_phonetic_ = false;
        if (row_.cell_bytes() == 0) return;
        if (type_ == CellType::Text) { row_.put(column_, CellKind::Text); return; }
        scratch_.assign(row_.bytes(), row_.bytes().size() - row_.cell_bytes());
        row_.bytes().resize(row_.bytes().size() - row_.cell_bytes());
        trim_from(scratch_, 0);
        put_typed(scratch_);
    }
    void put_typed(std::string_view value) {
        CellKind kind = CellKind::YesNo;
        switch (type_) {
            case CellType::Shared: return put_shared(value);
            case CellType::Text: break;
            case CellType::YesNo:
                if (value != "1" && value != "0") kind = CellKind::Text;
                row_.bytes() += value;
                break;
            case CellType::Number: kind = append_number_cell(row_.bytes(), value, book_->form_of(style_), book_->dates); break;
            case CellType::IsoDate: kind = append_iso_cell(row_.bytes(), value); break;
        }
        row_.put(column_, kind);
    }
    void put_shared(std::string_view index) {
        const auto i = read_count(index);
        if (!i || *i >= book_->strings.size()) { row_.spoil(Fault::Damaged); return; }
        row_.put_lasting(column_, CellKind::Text, book_->strings[*i]);
    }

    std::shared_ptr<const XlsxWorkbook> book_;
    RowBuilder row_;
    XmlStream xml_;
    std::optional<Error> failure_;
    std::uint32_t rows_ = 0, column_ = 0, style_ = 0;
    CellType type_ = CellType::Number;
    bool is_data_ = false, is_row_ = false, is_cell_ = false, is_inline_ = false, is_phonetic_ = false, is_value_ = false, is_preserved_ = false;
    std::string raw_, scratch_;
};

/// A first look for the word, without reading the XML. UTF-16 is taken to have merged cells: it is rare.
Result<bool> may_have_merged_cells(ByteStream& xml) {
    std::string slice(kMergeMark.size() + kSlice, ' ');
    bool is_first = true;
    for (;;) {
        TRY(const std::size_t got, xml.read(std::span{slice}.subspan(kMergeMark.size())));
        if (got == 0) return false;
        const std::string_view seen{slice.data(), kMergeMark.size() + got};
        const std::string_view fresh = seen.substr(kMergeMark.size());
        if (is_first && (fresh.starts_with("\xFF\xFE") || fresh.starts_with("\xFE\xFF") || fresh.substr(0, 4).find('\0') != std::string_view::npos)) return true;
        if (seen.find(kMergeMark) != std::string_view::npos) return true;
        is_first = false;
        const std::string tail{seen.substr(seen.size() - kMergeMark.size())};
        slice.replace(0, kMergeMark.size(), tail);
    }
}

/// Opens one sheet. The looks ahead count against limits of their own.
Result<std::unique_ptr<RowSource>> open_sheet(const std::shared_ptr<const XlsxWorkbook>& book, const XlsxSheetEntry& sheet) {
    if (!sheet.member) return Error{.fault = Fault::Damaged, .piece = sheet.wanted};
    std::unique_ptr<ByteStream> merged;
    TRY(const auto look, book->archive.look(*sheet.member));
    const auto has_merged = may_have_merged_cells(*look);
    if (has_merged && *has_merged) {
        TRY(merged, book->archive.look(*sheet.member));
    }
    TRY(auto xml, book->archive.read(*sheet.member));
    return read_xlsx_sheet(book, std::move(xml), std::move(merged));
}

}  // namespace

std::unique_ptr<RowSource> read_xlsx_sheet(std::shared_ptr<const XlsxWorkbook> book, std::unique_ptr<ByteStream> xml, std::unique_ptr<ByteStream> merged) {
    return std::make_unique<XlsxRows>(std::move(book), std::move(xml), std::move(merged));
}

std::optional<Error> open_xlsx(ZipArchive archive, const FileView& file, const PartSink& sink) {
    const std::optional<Error> damage = archive.damage();
    auto book = read_workbook(std::move(archive), file.limits);
    if (!book) return damage && book.error().fault == Fault::Damaged ? damage : book.error();
    if ((*book)->sheets.empty()) return Error{.fault = Fault::NotATable, .piece = "XLSX"};
    for (const XlsxSheetEntry& sheet : (*book)->sheets) {
        TablePart part;
        part.path = file.path;
        part.sheet = sheet.name;
        part.format = FileFormat::Xlsx;
        part.is_hidden = sheet.is_hidden;
        auto rows = open_sheet(*book, sheet);
        if (rows) part.rows = *std::move(rows);
        else part.failure = rows.error();
        if (!sink(std::move(part))) break;
    }
    return std::nullopt;
}

}  // namespace problemator
