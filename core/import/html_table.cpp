#include "core/import/html_table.hpp"

#include <algorithm>

#include "core/base/text.hpp"
#include "core/import/held_bytes.hpp"
#include "core/import/html_rows.hpp"

namespace problemator {
namespace {

constexpr std::size_t kMaxDepth = 32, kHead = 4096;

struct FoundTable { std::size_t begin = 0; std::uint32_t rows = 0, widest = 0, cells = 0; std::string sheet; bool is_hidden = false; };

/// Every table of the page in the order of their beginnings. One inside more than kMaxDepth others is text of its cell.
std::vector<FoundTable> find_tables(const HtmlPage& page, std::size_t most) {
    std::vector<FoundTable> found;
    std::vector<std::size_t> open;
    HtmlTokens tokens{page.text};
    HtmlToken token;
    std::string sheet, scratch;
    while (tokens.next(token)) {
        if (token.kind == HtmlKind::Text) continue;
        const bool is_open = token.kind == HtmlKind::Open;
        if (is_open && token.name == "worksheet") sheet = page.encoding.decode(html_attribute(token.text, "ss:Name").value_or(""), scratch);
        if (token.name == "table" && is_open && !token.text.ends_with('/') && open.size() < kMaxDepth && found.size() < most) {
            found.push_back({tokens.position(), 0, 0, 0, sheet});
            open.push_back(found.size() - 1);
        }
        if (token.name == "table" && !is_open && !open.empty()) open.pop_back();
        if (!is_open || open.empty()) continue;
        FoundTable& table = found[open.back()];
        if (token.name == "tr" || token.name == "row") { ++table.rows; table.cells = 0; }
        if (token.name == "td" || token.name == "th" || token.name == "cell") table.widest = std::max(table.widest, ++table.cells);
    }
    return found;
}

/// Tables of data have rows and columns; tables that only hold a layout or a title have not. Without any of the first the second will do.
void keep_best(std::vector<FoundTable>& tables) {
    const auto is_data = [](const FoundTable& table) { return table.rows > 1 && table.widest > 1; };
    const bool has_data = std::any_of(tables.begin(), tables.end(), is_data);
    std::erase_if(tables, [&](const FoundTable& table) { return has_data ? !is_data(table) : table.widest == 0; });
}

std::string declared_encoding(std::string_view head) {
    for (const std::string_view word : {"charset=", "encoding="}) {
        const std::size_t at = head.find(word);
        if (at == std::string_view::npos) continue;
        head.remove_prefix(at + word.size());
        while (head.starts_with('"') || head.starts_with('\'')) head.remove_prefix(1);
        return std::string{head.substr(0, std::min(head.find_first_of("\"' />;?\r\n\t"), std::size_t{40}))};
    }
    return {};
}

/// What the page says is believed where its bytes allow it: pages of windows-1251 that call themselves UTF-8 are common.
Result<Encoding> encoding_of(std::string_view page) {
    const auto found = detect_encoding(page);
    if (found && !found->page && !found->is_damaged) return *found;
    if (const std::string said = to_lower(declared_encoding(page.substr(0, kHead))); !said.empty() && said != "utf-8")
        if (const auto guess = guess_encoding(page.substr(0, kHead), Head::Beginning, said); guess && guess->encoding.page) return guess->encoding;
    if (found) return *found;
    return Error{.fault = Fault::BadEncoding};
}

bool is_sheet_xml(std::string_view head) { return head.find("urn:schemas-microsoft-com:office:spreadsheet") != std::string_view::npos && head.find("<html") == std::string_view::npos; }

}  // namespace

bool is_html(std::string_view head, std::string_view) {
    std::string decoded;
    if (looks_utf16(head)) {
        if (const auto guess = guess_encoding(head, Head::Beginning)) decoded = utf8_from_utf16(head, guess->encoding);
        head = decoded;
    }
    head = trim(head);
    if (!head.starts_with('<')) return false;
    if (is_sheet_xml(head)) return true;
    HtmlTokens tokens{head};
    HtmlToken token;
    constexpr std::string_view kNames[] = {"html", "head", "body", "table", "meta", "style", "div", "font", "center", "p", "h1", "h2", "h3", "tr", "b", "span", "form"};
    const bool is_declared = to_lower(head.substr(0, 14)) == "<!doctype html";
    return is_declared || (tokens.next(token) && token.kind == HtmlKind::Open && std::find(std::begin(kNames), std::end(kNames), token.name) != std::end(kNames)) ||
           to_lower(head).find("<table") != std::string::npos;
}

std::optional<Error> open_html(const FileView& file, const PartSink& sink) {
    auto held = hold_text(file.source, file.limits.shared_bytes);
    if (!held) return held.error();
    const std::string_view text = *(*held)->view();
    const auto encoding = encoding_of(text);
    if (!encoding) return encoding.error();
    const auto page = std::make_shared<const HtmlPage>(HtmlPage{*held, text, *encoding});
    const bool is_sheets = is_sheet_xml(text.substr(0, kHead));
    std::vector<FoundTable> tables = find_tables(*page, file.limits.members);
    keep_best(tables);
    for (const FoundTable& table : tables) {
        TablePart part;
        part.path = file.path;
        part.sheet = !table.sheet.empty() || tables.size() == 1 ? table.sheet : std::to_string(&table - tables.data() + 1);
        part.format = is_sheets ? FileFormat::Xls : FileFormat::HtmlTable;
        part.rows = std::make_unique<HtmlRows>(page, table.begin, file.limits);
        if (!sink(std::move(part))) return std::nullopt;
    }
    if (!tables.empty()) return std::nullopt;
    return Error{.fault = Fault::NotATable, .place = {}, .piece = "HTML", .expected = "<table>"};
}

}  // namespace problemator
