#include "core/import/xlsx_workbook.hpp"

#include <algorithm>
#include <map>

#include "core/base/text.hpp"
#include "core/import/inflate.hpp"
#include "core/import/row_builder.hpp"
#include "core/import/xml.hpp"

namespace problemator {
namespace {

constexpr std::size_t kBlock = std::size_t{256} << 10;
constexpr std::size_t kMostStyles = 65'536, kMostSheets = 4096;
constexpr std::uint64_t kTextCost = 64;   // what a text costs beyond its bytes, counted against the limit

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

struct Relation { std::string type, target; };   // type: its last word, "worksheet"; target: the part's name in the package
using Relations = std::map<std::string, Relation, std::less<>>;

/// "../a/b.xml" seen from "xl/workbook.xml" → "a/b.xml"; "/xl/a.xml" → "xl/a.xml".
std::string resolve(std::string_view from, std::string_view target) {
    if (target.starts_with('/')) return std::string{target.substr(1)};
    std::string folder{from.substr(0, from.find_last_of('/') == std::string_view::npos ? 0 : from.find_last_of('/'))};
    for (;;) {
        if (target.starts_with("./")) { target.remove_prefix(2); continue; }
        if (!target.starts_with("../")) break;
        target.remove_prefix(3);
        folder.resize(folder.find_last_of('/') == std::string::npos ? 0 : folder.find_last_of('/'));
    }
    return folder.empty() ? std::string{target} : folder + "/" + std::string{target};
}

/// What the part `name` refers to; nothing when it says nothing.
Relations relations_of(const ZipArchive& archive, std::string_view name) {
    Relations relations;
    const std::size_t slash = name.find_last_of('/');
    const std::string folder{slash == std::string_view::npos ? "" : name.substr(0, slash + 1)};
    const ZipMember* member = archive.find(folder + "_rels/" + std::string{name.substr(folder.size())} + ".rels");
    if (!member) return relations;
    auto stream = archive.read(*member);
    if (!stream) return relations;
    OpeningTags handler{[&](std::string_view element, const XmlAttributes& attributes) {
        if (element != "Relationship" || relations.size() >= kMostSheets) return;
        const std::string_view type = attributes["Type"];
        relations.emplace(attributes["Id"], Relation{std::string{type.substr(type.find_last_of('/') + 1)}, resolve(name, attributes["Target"])});
    }};
    (void)read_xml(*std::move(stream), handler, archive.limits());   // what could be read is used; a missing part is told where it is wanted
    return relations;
}

const Relation* first_of(const Relations& relations, std::string_view type) {
    for (const auto& [id, relation] : relations)
        if (relation.type == type) return &relation;
    return nullptr;
}

std::string workbook_name(const ZipArchive& archive) {
    const Relations relations = relations_of(archive, "");
    const Relation* document = first_of(relations, "officeDocument");
    return document && archive.find(document->target) ? document->target : "xl/workbook.xml";
}

/// Of the relation, else of the usual name, else null.
const ZipMember* part(const ZipArchive& archive, const Relations& relations, std::string_view type, std::string_view usual) {
    const Relation* relation = first_of(relations, type);
    const ZipMember* member = relation ? archive.find(relation->target) : nullptr;
    return member ? member : archive.find(usual);
}

bool is_true(std::string_view word) { return word == "1" || word == "true" || word == "on"; }

std::optional<Error> read_sheets(XlsxWorkbook& book, std::string_view name, const Relations& relations, std::unique_ptr<ByteStream> xml) {
    const std::size_t slash = name.find_last_of('/');
    const std::string folder{slash == std::string_view::npos ? "" : name.substr(0, slash + 1)};
    OpeningTags handler{[&](std::string_view element, const XmlAttributes& attributes) {
        if (element == "workbookPr" && is_true(attributes["date1904"])) book.dates = DateSystem::From1904;
        if (element != "sheet" || book.sheets.size() >= kMostSheets) return;
        const auto relation = relations.find(attributes["id"]);
        const bool is_known = relation != relations.end();
        if (is_known && relation->second.type != "worksheet") return;
        const std::string_view state = attributes["state"];
        XlsxSheetEntry sheet{.name = std::string{attributes["name"]}, .is_hidden = state == "hidden" || state == "veryHidden", .member = nullptr, .wanted = {}};
        sheet.wanted = is_known ? relation->second.target : folder + "worksheets/sheet" + std::to_string(book.sheets.size() + 1) + ".xml";
        sheet.member = book.archive.find(sheet.wanted);
        book.sheets.push_back(std::move(sheet));
    }};
    return read_xml(std::move(xml), handler, book.limits);
}

/// <si> with plain or rich text; phonetic readings of Japanese are no text.
class StringsHandler final : public XmlHandler {
public:
    StringsHandler(SharedStrings& strings, const PartLimits& limits) : strings_{strings}, limits_{limits} {}
    void attach(XmlStream& stream) { stream_ = &stream; }
    void on_open(std::string_view name, XmlAttributes attributes) override {
        if (name == "si") text_.clear();
        if (name == "rPh") is_phonetic_ = true;
        if (name != "t" || is_phonetic_) return;
        is_text_ = true;
        is_preserved_ = attributes["space"] == "preserve";
        raw_.clear();
    }
    void on_close(std::string_view name) override {
        if (name == "rPh") is_phonetic_ = false;
        if (name == "t" && is_text_) {
            const std::size_t begin = text_.size();
            append_escaped(text_, raw_);
            if (!is_preserved_) trim_from(text_, begin);
            is_text_ = false;
        }
        if (name != "si") return;
        if (!strings_.add(text_, limits_.shared_bytes)) stream_->refuse(beyond_limit("shared_bytes", limits_.shared_bytes));
    }
    void on_text(std::string_view utf8) override {
        // A text beyond the limit stays beyond it, so that the rows that use it are refused, and grows no more.
        if (is_text_ && raw_.size() + text_.size() <= limits_.cell_bytes) raw_ += utf8;
    }

private:
    SharedStrings& strings_;
    const PartLimits& limits_;
    XmlStream* stream_ = nullptr;
    std::string text_, raw_;
    bool is_text_ = false, is_phonetic_ = false, is_preserved_ = false;
};

/// Which number formats the cell styles name.
class StylesHandler final : public XmlHandler {
public:
    explicit StylesHandler(std::vector<NumberForm>& forms) : forms_{forms} {}
    void on_open(std::string_view name, XmlAttributes attributes) override {
        if (name == "cellXfs") is_cell_styles_ = true;
        const std::uint32_t id = read_count(attributes["numFmtId"]).value_or(0);
        if (name == "numFmt" && codes_.size() < kMostStyles) codes_.emplace(id, form_of_code(attributes["formatCode"]));
        if (name == "xf" && is_cell_styles_ && forms_.size() < kMostStyles) {
            const auto code = codes_.find(id);
            forms_.push_back(code == codes_.end() ? form_of_builtin(id) : code->second);
        }
    }
    void on_close(std::string_view name) override {
        if (name == "cellXfs") is_cell_styles_ = false;
    }
    void on_text(std::string_view) override {}

private:
    std::vector<NumberForm>& forms_;
    std::map<std::uint32_t, NumberForm> codes_;
    bool is_cell_styles_ = false;
};

Error in_part(Error error, const std::string& part) {
    if (!error.piece.starts_with(part)) error.piece = error.piece.empty() ? part : part + ", " + error.piece;
    return error;
}

int hex_digit(char c) { return c >= '0' && c <= '9' ? c - '0' : c >= 'A' && c <= 'F' ? c - 'A' + 10 : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1; }

}  // namespace

bool SharedStrings::add(std::string_view text, std::uint64_t most) {
    used_ += text.size() + kTextCost;
    if (used_ > most) return false;
    if (blocks_.empty() || blocks_.back().capacity() - blocks_.back().size() < text.size()) {
        blocks_.emplace_back();
        blocks_.back().reserve(std::max(kBlock, text.size()));
    }
    std::string& block = blocks_.back();
    texts_.emplace_back(block.data() + block.size(), text.size());
    block += text;
    return true;
}

bool is_xlsx(const ZipArchive& archive) { return archive.find(workbook_name(archive)) != nullptr; }

std::optional<Error> read_shared_strings(std::unique_ptr<ByteStream> xml, const PartLimits& limits, SharedStrings& strings) {
    StringsHandler handler{strings, limits};
    XmlStream stream{std::move(xml), handler, limits};
    handler.attach(stream);
    while (stream.run()) {}
    return stream.failure();
}

std::optional<Error> read_styles(std::unique_ptr<ByteStream> xml, const PartLimits& limits, std::vector<NumberForm>& forms) {
    StylesHandler handler{forms};
    return read_xml(std::move(xml), handler, limits);
}

Result<std::shared_ptr<const XlsxWorkbook>> read_workbook(ZipArchive archive, const PartLimits& limits) {
    const std::string name = workbook_name(archive);
    auto book = std::make_shared<XlsxWorkbook>(XlsxWorkbook{.archive = std::move(archive), .limits = limits, .strings = {}, .forms = {}, .dates = DateSystem::From1900, .sheets = {}});
    const ZipMember* member = book->archive.find(name);
    if (!member) return Error{.fault = Fault::Damaged, .piece = name};
    const Relations relations = relations_of(book->archive, name);
    TRY(auto xml, book->archive.read(*member));
    if (auto error = read_sheets(*book, name, relations, std::move(xml))) return in_part(*std::move(error), name);
    if (const ZipMember* styles = part(book->archive, relations, "styles", "xl/styles.xml")) {
        TRY(auto stream, book->archive.read(*styles));
        if (auto error = read_styles(std::move(stream), limits, book->forms)) return in_part(*std::move(error), styles->name);
    }
    if (const ZipMember* strings = part(book->archive, relations, "sharedStrings", "xl/sharedStrings.xml")) {
        TRY(auto stream, book->archive.read(*strings));
        if (auto error = read_shared_strings(std::move(stream), limits, book->strings)) return in_part(*std::move(error), strings->name);
    }
    return std::shared_ptr<const XlsxWorkbook>{std::move(book)};
}

void append_escaped(std::string& out, std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t mark = std::min(text.find("_x", at), text.size());
        out += text.substr(at, mark - at);
        at = mark;
        if (at == text.size()) return;
        const std::string_view code = text.substr(at, 7);
        char32_t value = 0;
        bool is_code = code.size() == 7 && code[6] == '_';
        for (std::size_t i = 2; is_code && i < 6; ++i) {
            is_code = hex_digit(code[i]) >= 0;
            value = value * 16 + static_cast<char32_t>(hex_digit(code[i]));
        }
        if (is_code && value != 0) append_utf8(out, value);
        if (!is_code) out += "_x";
        at += is_code ? 7 : 2;
    }
}

void trim_from(std::string& out, std::size_t begin) {
    while (out.size() > begin && is_space(out.back())) out.pop_back();
    std::size_t first = begin;
    while (first < out.size() && is_space(out[first])) ++first;
    out.erase(begin, first - begin);
}

}  // namespace problemator
