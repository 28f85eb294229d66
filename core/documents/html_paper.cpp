// «Отчёты» and «Разделы»: the list, the parts to choose, and the paper itself — the same HTML is the preview, the print and what Word opens.
#include "core/base/format.hpp"
#include "core/documents/html_blocks.hpp"
#include "core/documents/html_parts.hpp"
#include "core/documents/page_facts.hpp"

namespace problemator {
namespace {

constexpr Phrase kParts = {"Части отчёта", "Parts of the report"}, kTo = {"Кому", "To whom"}, kRhythm = {"Как часто", "How often"}, kBasis = {"Где требуется", "Asked for by"};
constexpr Phrase kPreview = {"Предварительный просмотр", "Preview"}, kNotThisWeek = {"Этого блока на выбранной неделе нет", "There is no such block for this week"}, kChief = {"Руководитель муниципального центра управления", "Head of the municipal control centre"};
constexpr Phrase kSignature = {"подпись", "signature"}, kFields = {"Реквизиты", "Requisites"}, kAddressee = {"Адресат", "Addressee"}, kPost = {"Должность подписавшего", "Post of the signatory"}, kPerson = {"Фамилия и инициалы", "Name"};
constexpr Phrase kKept = {"Остаются в этом браузере, в срез не попадают", "They stay in this browser, the snapshot has none of them"}, kSections = {"Разделы", "Sections"};
constexpr Phrase kPrint = {"Печать", "Print"}, kOffice = {"Документ Word", "Word document"}, kSheets = {"Таблицы XLSX", "XLSX tables"}, kLink = {"Ссылка", "Link"}, kQr = {"QR-код", "QR code"};
constexpr Phrase kPdf = {"Чтобы получить PDF, выберите «Сохранить как PDF» в окне печати", "For a PDF choose “Save as PDF” in the print dialogue"}, kFilter = {"Отбор", "Filter"}, kMunicipal = {"Муниципальный центр управления", "Municipal control centre"};

/// A place that the shell fills with what the reader once typed.
std::string field(std::string_view name, std::string_view otherwise) { return "<span data-field=\"" + std::string{name} + "\">" + esc(otherwise) + "</span>"; }

std::string head_html(const Paper& paper, std::string_view to, const World& world, const PageFacts& facts, Lang lang) {
    const std::string_view centre = world.profile.centre.in(lang);
    std::string out = "<div class=\"doc-head\"><p>" + esc(facts.municipality) + "<br><b>" + esc(centre.empty() ? kMunicipal.in(lang) : centre) + "</b></p><p class=\"doc-to\">" + field("to", to) + "<br>" + format_date(day_from_minute(world.snapshot.info.as_of), lang) + "</p></div>\n";
    out += "<p class=\"doc-title\">" + esc(paper.title) + "</p>\n<p class=\"doc-about\">" + esc(paper.subtitle) + (paper.subtitle.empty() ? "" : ", ") + esc(facts.period) + "</p>\n";
    return out + "<p class=\"doc-note\">" + esc(kFilter.in(lang)) + ": " + esc(facts.filter) + "</p>\n";
}

std::string foot_html(const Paper& paper, const World& world, const PageFacts& facts, Lang lang) {
    std::string out;
    if (paper.has_signature) {
        const std::string chief = world.profile.roles.empty() ? std::string{kChief.in(lang)} : std::string{world.profile.roles.front().name.in(lang)};
        out += "<div class=\"doc-sign\"><p>" + field("post", chief) + "</p><p class=\"line\">" + esc(kSignature.in(lang)) + "</p><p>" + field("person", "") + "</p></div>\n";
    }
    return out + "<div class=\"doc-foot\"><p>" + esc(facts.as_of) + (facts.checksum.empty() ? "" : ". " + esc(facts.checksum)) + "</p><div class=\"doc-qr\" aria-hidden=\"true\"></div></div>\n";
}

/// The paper without its parts, between `before` and `after` of its page.
void put_paper(PaperFrame& frame, const Paper& paper, std::string_view to, const HeaderModel& header, const World& world, const State& state) {
    const PageFacts facts = page_facts(world, header, state);
    frame.paper = &paper;
    frame.before += sheet_margins_html(header, false, state.lang) + "<article class=\"doc\" id=\"paper\">\n" + head_html(paper, to, world, facts, state.lang);
    frame.after = foot_html(paper, world, facts, state.lang) + "</article>\n" + frame.after;
}

std::string button(std::string_view action, const Phrase& label, bool is_first, Lang lang) {
    return "<button type=\"button\" class=\"button needs-js" + std::string{is_first ? " primary" : ""} + "\" data-do=\"" + std::string{action} + "\">" + esc(label.in(lang)) + "</button>";
}

std::string buttons_html(Lang lang) {
    return "<div class=\"doc-actions\">" + button("print", kPrint, true, lang) + button("doc-word", kOffice, false, lang) + button("doc-xlsx", kSheets, false, lang) + button("copy-link", kLink, false, lang) + button("doc-qr", kQr, false, lang) + "</div><p class=\"doc-hint needs-js\">" + esc(kPdf.in(lang)) + "</p>\n";
}

std::string parts_html(const Paper& paper, Lang lang) {
    std::string out = "<h2>" + esc(kParts.in(lang)) + "</h2><ul class=\"doc-parts\">";
    for (const PaperPart& part : paper.parts)
        out += "<li><a role=\"checkbox\" aria-checked=\"" + std::string{part.is_on ? "true" : "false"} + '"' + href_attribute(part.toggle_href) + "><i aria-hidden=\"true\"></i>" + esc(part.title) + "</a></li>";
    return out + "</ul>\n";
}

std::string input(std::string_view name, const Phrase& label, Lang lang) {
    return "<label>" + esc(label.in(lang)) + "<input type=\"text\" data-fill=\"" + std::string{name} + "\" maxlength=\"200\" autocomplete=\"off\"></label>";
}

std::string fields_html(Lang lang) {
    return "<fieldset class=\"doc-fields needs-js\"><legend>" + esc(kFields.in(lang)) + "</legend>" + input("to", kAddressee, lang) + input("post", kPost, lang) + input("person", kPerson, lang) + "<p class=\"doc-hint\">" + esc(kKept.in(lang)) + "</p></fieldset>\n";
}

std::string facts_html(const ReportsPage& page, Lang lang) {
    std::string out = "<dl class=\"doc-facts\">";
    for (const auto& [label, text] : {std::pair{kTo, &page.to}, {kRhythm, &page.rhythm}, {kBasis, &page.basis}}) out += "<dt>" + esc(label.in(lang)) + "</dt><dd>" + esc(*text) + "</dd>";
    return out + "</dl>\n";
}

std::string kinds_html(const ReportsPage& page, const State& state) {
    std::string out = "<nav class=\"doc-kinds\" aria-label=\"" + esc(screen_name(Screen::Reports).in(state.lang)) + "\"><ul>";
    for (const auto& row : page.listings.front().rows) {
        const bool is_open = row[0].figure.text == page.paper.title;
        out += "<li><a" + href_attribute(row[0].figure.href) + (is_open ? " aria-current=\"true\"" : "") + "><b>" + esc(row[0].figure.text) + "</b><span>" + esc(row[2].figure.text) + "</span></a></li>";
    }
    return out + "</ul></nav>\n";
}

}  // namespace

std::string part_html(const PaperBlock& it, int number, Lang lang) {
    const std::string title = it.block ? it.block->title : it.part.title;
    std::string out = "<section class=\"doc-part\" data-block=\"" + esc(it.part.at.block) + "\" data-link=\"" + esc(it.part.at.link) + "\"><h2>" + std::to_string(number) + ". " + esc(title) + "</h2>\n";
    if (it.block && !it.block->note.empty()) out += "<p class=\"doc-note\">" + esc(it.block->note) + "</p>\n";
    return out + (it.block ? block_html(*it.page, *it.block, 660, lang) : "<p class=\"doc-words\">" + esc(kNotThisWeek.in(lang)) + "</p>\n") + "</section>\n";
}

PaperFrame reports_frame(const ReportsPage& page, const HeaderModel& header, const World& world, const State& state) {
    const Lang lang = state.lang;
    PaperFrame frame;
    frame.before = verdict_html(page.verdict, {}, page.note) + "<div class=\"reports-board\">\n" + kinds_html(page, state);
    frame.before += "<section class=\"preview\" aria-label=\"" + esc(kPreview.in(lang)) + "\"><div class=\"pages\">";
    frame.after = "</div></section>\n<aside class=\"doc-side\">" + buttons_html(lang) + parts_html(page.paper, lang) + fields_html(lang) + facts_html(page, lang) + "</aside></div>\n";
    put_paper(frame, page.paper, page.to, header, world, state);
    return frame;
}

PaperFrame sections_frame(const SectionsPage& page, const HeaderModel& header, const World& world, const State& state) {
    PaperFrame frame;
    frame.before = choices_html(page.choices, kSections.in(state.lang)) + verdict_html(page.verdict, {}, page.note) + "<div class=\"section-tools needs-js\" id=\"section-tools\"></div>\n";
    if (!page.empty.empty()) {
        frame.before += "<p class=\"calm\">" + esc(page.empty) + "</p>\n";
        return frame;
    }
    frame.before += "<div class=\"section-board\">";
    frame.after = "</div>\n";
    put_paper(frame, page.paper, world.profile.head_addressee.in(state.lang), header, world, state);
    return frame;
}

}  // namespace problemator
