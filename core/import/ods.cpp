#include "core/import/ods.hpp"

#include <algorithm>
#include <set>
#include <vector>

#include "core/import/inflate.hpp"
#include "core/import/number_format.hpp"
#include "core/import/row_builder.hpp"
#include "core/import/serial.hpp"
#include "core/import/xml.hpp"

namespace problemator {
namespace {

constexpr std::size_t kMostTables = 4096;
constexpr std::string_view kDocument = "content.xml", kManifest = "META-INF/manifest.xml", kLinkedTable = "'file:";

/// Parts of a document that hold text or tables but no cells of the table.
bool is_aside(std::string_view name) {
    for (const std::string_view aside : {"annotation", "tracked-changes", "shapes", "frame", "detective", "dde-links", "forms"})
        if (name == aside) return true;
    return false;
}

std::uint32_t repeats(std::string_view attribute) { return std::max(1u, read_count(attribute).value_or(1)); }

std::uint32_t sum(std::uint32_t a, std::uint32_t b) { return a > UINT32_MAX - b ? UINT32_MAX : a + b; }

struct OdsTable {
    std::string name;
    std::uint32_t index = 0;                    // among all tables of the document
    bool is_hidden = false;
};

struct OdsContents {
    std::vector<OdsTable> tables;
    DateSystem dates = DateSystem::From1900;
};

/// Counts the tables that are not inside another one.
struct TableCounter {
    std::uint32_t seen = 0, depth = 0, aside = 0;

    /// True when a table begins.
    bool open(std::string_view name) {
        if (aside > 0 || is_aside(name)) { ++aside; return false; }
        if (name != "table") return false;
        if (depth++ > 0) return false;
        ++seen;
        return true;
    }
    void close(std::string_view name) {
        if (aside > 0) --aside;
        else if (name == "table" && depth > 0) --depth;
    }
};

class ContentsHandler final : public XmlHandler {
public:
    explicit ContentsHandler(OdsContents& contents) : contents_{contents} {}
    void on_open(std::string_view name, XmlAttributes attributes) override {
        if (name == "style") style_ = attributes["name"];
        if (name == "table-properties" && attributes["display"] == "false" && hidden_.size() < kMostTables) hidden_.insert(style_);
        if (name == "null-date" && attributes["date-value"].starts_with("1904")) contents_.dates = DateSystem::From1904;
        if (!counter_.open(name) || contents_.tables.size() >= kMostTables) return;
        const std::string_view title = attributes["name"];
        if (title.starts_with(kLinkedTable)) return;   // a copy of somebody else's table, kept for formulas
        contents_.tables.push_back({std::string{title}, counter_.seen, hidden_.contains(std::string{attributes["style-name"]})});
    }
    void on_close(std::string_view name) override { counter_.close(name); }
    void on_text(std::string_view) override {}

private:
    OdsContents& contents_;
    TableCounter counter_;
    std::string style_;
    std::set<std::string> hidden_;
};

class OdsRows final : public RowSource, private XmlHandler {
public:
    OdsRows(std::unique_ptr<ByteStream> xml, std::uint32_t table, DateSystem dates, const PartLimits& limits)
        : limits_{limits}, table_{table}, dates_{dates}, row_{limits_}, xml_{std::move(xml), *this, limits_} {}

    bool next(TableRow& row) override {
        if (failure_) return false;
        if (left_ == 0 && (!xml_.run() || is_ended_)) return false;
        if (rows_ == limits_.rows || number_ > limits_.rows) { failure_ = beyond_limit("rows", limits_.rows); return false; }
        ++rows_;
        row_.renumber(number_);
        ++number_;
        --left_;
        failure_ = row_.finish(row, xml_.unpacked());
        return !failure_;
    }
    std::optional<Error> failure() const override { return failure_ ? failure_ : xml_.failure(); }
    std::uint64_t position() const override { return xml_.position(); }
    DateSystem date_system() const override { return dates_; }

private:
    void on_open(std::string_view name, XmlAttributes attributes) override {
        counter_.open(name);
        if (!is_here()) return;
        if (name == "table-row") begin_row(attributes);
        else if (!is_row_) return;
        else if (name == "table-cell" || name == "covered-table-cell") begin_cell(attributes, name == "table-cell" ? Cover::Open : Cover::Covered);
        else if (is_cell_) open_text(name, attributes);
    }
    void on_close(std::string_view name) override {
        const bool was_here = is_here();
        counter_.close(name);
        if (!was_here) return;
        if (name == "table") { is_ended_ = true; xml_.pause(); return; }
        if (name == "p" || name == "h") is_paragraph_ = false;
        if ((name == "table-cell" || name == "covered-table-cell") && is_cell_) end_cell();
        if (name == "table-row" && is_row_) end_row();
    }
    void on_text(std::string_view utf8) override {
        if (is_paragraph_ && is_here() && text_.size() <= limits_.cell_bytes) text_ += utf8;
    }

    enum class Cover : std::uint8_t { Open, Covered };

    bool is_here() const { return counter_.seen == table_ && counter_.depth == 1 && counter_.aside == 0 && !is_ended_; }

    void begin_row(const XmlAttributes& attributes) {
        number_ = row_end_;
        row_repeats_ = repeats(attributes["number-rows-repeated"]);
        row_end_ = sum(row_end_, row_repeats_);
        row_.begin(number_);
        is_row_ = true;
        is_cell_ = is_paragraph_ = false;
        column_ = 1;
    }
    /// Rows without cells pass in silence, however many they say they are.
    void end_row() {
        is_row_ = false;
        if (!row_.has_cells() && !row_.is_spoiled()) return;
        left_ = row_repeats_;
        xml_.pause();
    }
    void begin_cell(const XmlAttributes& attributes, Cover cover) {
        is_cell_ = true;
        is_paragraph_ = false;
        paragraphs_ = 0;
        text_.clear();
        type_ = attributes.beyond("calcext", "value-type");
        value_.clear();
        for (const std::string_view name : {"value", "date-value", "time-value", "boolean-value", "string-value"})
            if (value_.empty()) value_ = attributes[name].substr(0, limits_.cell_bytes + 1);
        cell_repeats_ = repeats(attributes["number-columns-repeated"]);
        const std::uint32_t columns = repeats(attributes["number-columns-spanned"]), rows = repeats(attributes["number-rows-spanned"]);
        if (cover == Cover::Open && (columns > 1 || rows > 1))
            row_.add_merged({.first_row = number_, .last_row = sum(number_, rows - 1), .first_column = column_, .last_column = sum(column_, columns - 1)});
    }
    void open_text(std::string_view name, const XmlAttributes& attributes) {
        if (name == "p" || name == "h") {
            if (paragraphs_++ > 0) text_ += '\n';
            is_paragraph_ = true;
        }
        if (!is_paragraph_ || text_.size() > limits_.cell_bytes) return;
        if (name == "s") text_.append(std::min<std::size_t>(repeats(attributes["c"]), limits_.cell_bytes), ' ');
        if (name == "tab") text_ += '\t';
        if (name == "line-break") text_ += '\n';
    }
    void end_cell() {
        is_cell_ = is_paragraph_ = false;
        const std::uint32_t column = column_;
        column_ = sum(column_, cell_repeats_);
        row_.begin_cell();
        const CellKind kind = append_cell();
        if (row_.cell_bytes() == 0) return;
        row_.put(column, kind);
        if (cell_repeats_ > 1) row_.repeat_cell(cell_repeats_ - 1);
    }
    CellKind append_cell() {
        std::string& out = row_.bytes();
        const bool is_number = type_ == "float" || type_ == "percentage" || type_ == "currency";
        if (is_number && append_number(out, value_)) return CellKind::Number;
        if (type_ == "date" && !value_.empty()) return append_iso_cell(out, value_);
        if (type_ == "time" && !value_.empty()) return append_iso_duration_cell(out, value_);
        if (type_ == "boolean" && (value_ == "true" || value_ == "false")) { out += value_ == "true" ? '1' : '0'; return CellKind::YesNo; }
        out += text_.empty() ? value_ : text_;
        return CellKind::Text;
    }

    PartLimits limits_;
    std::uint32_t table_;
    DateSystem dates_;
    RowBuilder row_;
    XmlStream xml_;
    TableCounter counter_;
    std::optional<Error> failure_;
    std::uint32_t rows_ = 0, number_ = 1, row_end_ = 1, row_repeats_ = 1, left_ = 0;   // number_: of the next row to give; left_: how often it repeats
    std::uint32_t column_ = 1, cell_repeats_ = 1, paragraphs_ = 0;
    bool is_row_ = false, is_cell_ = false, is_paragraph_ = false, is_ended_ = false;
    std::string type_, value_, text_;
};

bool is_protected(const ZipArchive& archive) {
    const ZipMember* manifest = archive.find(kManifest);
    auto xml = manifest ? archive.read(*manifest) : Result<std::unique_ptr<ByteStream>>{Error{}};
    if (!xml) return false;
    bool has_key = false;
    OpeningTags handler{[&](std::string_view name, const XmlAttributes&) { has_key |= name == "encryption-data"; }};
    (void)read_xml(*std::move(xml), handler, archive.limits());   // a manifest that cannot be read protects nothing
    return has_key;
}

}  // namespace

bool is_ods(const ZipArchive& archive) {
    const ZipMember* kind = archive.find("mimetype");
    if (!kind || kind->bytes > 200 || !archive.find(kDocument)) return false;
    const auto word = archive.read_whole(*kind);
    return word && (word->starts_with("application/vnd.oasis.opendocument.spreadsheet") || word->starts_with("application/vnd.sun.xml.calc"));
}

std::optional<Error> open_ods(ZipArchive archive, const FileView& file, const PartSink& sink) {
    const auto shared = std::make_shared<const ZipArchive>(std::move(archive));
    const ZipMember* member = shared->find(kDocument);
    if (!member) return Error{.fault = Fault::Damaged, .piece = std::string{kDocument}};
    if (is_protected(*shared)) return Error{.fault = Fault::Encrypted, .piece = "ODS"};
    return open_ods_tables([shared, member] { return shared->read(*member); }, file, sink);
}

bool is_flat_ods(std::string_view head, std::string_view) {
    return head.find("<?xml") < 4 && head.find("office:document") != std::string_view::npos && head.find("opendocument.spreadsheet") != std::string_view::npos;
}

std::optional<Error> open_flat_ods(const FileView& file, const PartSink& sink) {
    const auto source = file.source;
    return open_ods_tables([source] { return Result<std::unique_ptr<ByteStream>>{std::make_unique<StoredBytes>(source, 0, source->size())}; }, file, sink);
}

std::optional<Error> open_ods_tables(const OpenDocument& document, const FileView& file, const PartSink& sink) {
    OdsContents contents;
    ContentsHandler handler{contents};
    auto first_look = document();
    if (!first_look) return first_look.error();
    const auto damage = read_xml(*std::move(first_look), handler, file.limits);
    if (contents.tables.empty()) return damage ? *damage : Error{.fault = Fault::NotATable, .piece = "ODS"};
    for (const OdsTable& table : contents.tables) {
        TablePart part;
        part.path = file.path;
        part.sheet = table.name;
        part.format = FileFormat::Ods;
        part.is_hidden = table.is_hidden;
        auto xml = document();
        if (xml) part.rows = std::make_unique<OdsRows>(*std::move(xml), table.index, contents.dates, file.limits);
        else part.failure = xml.error();
        if (!sink(std::move(part))) break;
    }
    return std::nullopt;
}

}  // namespace problemator
