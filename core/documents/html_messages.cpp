// Messages: active filters, a table of at most 100 rows a sheet with links to the next sheet, and the opened card.
#include <algorithm>
#include <charconv>

#include "core/base/format.hpp"
#include "core/documents/html_parts.hpp"
#include "core/model/messages/message_history.hpp"

namespace problemator {
namespace {

constexpr Phrase kCaption = {"Сообщения", "Messages"}, kPrevious = {"Предыдущие", "Previous"}, kNext = {"Следующие", "Next"};
constexpr Phrase kRows = {"Строки", "Rows"}, kOf = {"из", "of"}, kRepeat = {"повторное", "repeat"}, kNothing = {"Ничего не найдено", "Nothing found"};
constexpr Phrase kClose = {"Закрыть", "Close"}, kEarlier = {"Предыдущее сообщение", "Previous message"}, kLater = {"Следующее сообщение", "Next message"};
constexpr Phrase kClock = {"Срок", "Deadline"}, kHistory = {"История", "History"}, kBeside = {"Рядом", "Beside it"}, kSheets = {"Листы таблицы", "Sheets of the table"};
constexpr std::string_view kSheetKey = "sheet";

std::size_t sheet_number(const State& state) {
    for (const auto& [key, value] : state.unknown) {
        if (key != kSheetKey) continue;
        std::size_t n = 0;
        const auto [end, fault] = std::from_chars(value.data(), value.data() + value.size(), n);
        if (fault == std::errc{} && end == value.data() + value.size() && n >= 1 && n <= 1'000'000) return n;
    }
    return 1;
}

std::string link_to_sheet(State state, std::size_t n) {
    std::erase_if(state.unknown, [](const auto& pair) { return pair.first == kSheetKey; });
    if (n > 1) state.unknown.emplace_back(kSheetKey, std::to_string(n));
    return to_hash(state);
}

std::string cell_html(const MessageLine& line, std::string_view column, Lang lang) {
    if (column == "received") return "<td class=\"when\">" + link(line.href, esc(line.received)) + "</td>";
    if (column == "channel") return "<td class=\"channel\">" + esc(line.channel) + "</td>";
    if (column == "territory") return "<td class=\"place\">" + esc(line.territory) + "</td>";
    if (column == "topic") return "<td class=\"topic\">" + esc(line.topic) + (line.is_repeat ? " <span class=\"repeat\">" + esc(kRepeat.in(lang)) + "</span>" : "") + "</td>";
    if (column == "text") return "<td class=\"words\">" + esc(line.text) + "</td>";
    if (column == "department") return "<td class=\"unit-name\">" + esc(line.department) + "</td>";
    if (column == "status" || column == "due") return "<td class=\"state " + std::string{tone_class(line.tone)} + "\">" + esc(line.status) + "</td>";
    return "<td></td>";
}

std::string head_html(const MessagesPage& page) {
    std::string out = "<thead><tr>";
    for (const auto& column : page.columns) {
        out += "<th scope=\"col\" class=\"c-" + esc(column.id) + '"';
        if (column.is_sorted) out += column.is_descending ? " aria-sort=\"descending\"" : " aria-sort=\"ascending\"";
        out += '>' + link(column.href, esc(column.title), column.is_sorted ? (column.is_descending ? "sorted down" : "sorted up") : "") + "</th>";
    }
    return out + "</tr></thead>\n";
}

std::string sheets_html(const MessagesPage& page, const Sheet& sheet, Lang lang) {
    if (sheet.previous.empty() && sheet.next.empty()) return {};   // all rows stand above
    std::string out = "<nav class=\"sheets\" aria-label=\"" + esc(kSheets.in(lang)) + "\"><p>" + esc(kRows.in(lang)) + ' ' + format_count(static_cast<std::int64_t>(sheet.first + 1), lang) + "–" +
                      format_count(static_cast<std::int64_t>(sheet.first + sheet.lines.size()), lang) + ' ' + esc(kOf.in(lang)) + ' ' + page.total_text + "</p>";
    if (!sheet.previous.empty()) out += link(sheet.previous, esc(kPrevious.in(lang)), "button");
    if (!sheet.next.empty()) out += link(sheet.next, esc(kNext.in(lang)), "button");
    return out + "</nav>\n";
}

std::string neighbours_html(const MessagesPage::Card& card, Lang lang) {
    if (card.neighbours.empty()) return {};
    std::string out = "<section><h3>" + esc(kBeside.in(lang)) + ' ' + (card.neighbours_text.empty() ? "" : link(card.neighbours_href, esc(card.neighbours_text), "more")) + "</h3><ul class=\"newest\">";
    for (const auto& [line, why] : card.neighbours) {
        out += "<li><p><b>" + link(line.href, esc(line.received)) + "</b> <span>" + esc(line.channel) + "</span> <span>" + esc(why) + "</span> <span class=\"state dot " + std::string{tone_class(line.tone)} + "\">" + esc(line.status) + "</span></p>";
        out += "<p class=\"words\">" + esc(line.text.empty() ? line.topic : line.text) + "</p></li>";
    }
    return out + "</ul></section>\n";
}

std::string card_html(const MessagesPage::Card& card, Lang lang) {
    std::string out = "<aside class=\"drawer\" data-block=\"message-card\"><p class=\"id\">" + esc(card.line.id) + "</p><h2>" + esc(card.title) + "</h2>" +
                      link(card.close_href, "<span class=\"cross\" aria-hidden=\"true\"></span><span class=\"vh\">" + std::string{kClose.in(lang)} + "</span>", "close");
    if (!card.status_badge.empty()) out += "<p><span class=\"pill " + std::string{tone_class(card.line.tone)} + "\">" + esc(card.status_badge) + "</span></p>";
    if (!card.kind.empty()) out += "<p class=\"panel-note\">" + esc(card.kind) + "</p>";
    if (!card.problem_text.empty()) out += "<p class=\"of-problem\">" + link(card.problem_href, esc(card.problem_text)) + "</p>\n";
    if (!card.line.text.empty()) out += "<blockquote>" + esc(card.line.text) + "</blockquote>\n";
    if (!card.clock_labels.empty()) {
        out += "<section><h3>" + esc(card.clock_title.empty() ? kClock.in(lang) : std::string_view{card.clock_title}) + "</h3><ul class=\"clock\">";
        for (const std::string& label : card.clock_labels) out += "<li>" + esc(label) + "</li>";
        out += "</ul></section>\n";
    }
    if (!card.history.empty()) {
        out += "<section><h3>" + esc(kHistory.in(lang)) + "</h3><ol class=\"history\">";
        for (const auto& step : card.history)
            out += "<li class=\"" + std::string{tone_class(step.tone)} + "\"><b>" + esc(step.moment) + "</b> " + esc(step.what) + (step.note.empty() ? "" : " <small>" + esc(step.note) + "</small>") + "</li>";
        out += "</ol></section>\n";
    }
    out += "<dl class=\"facts\">";
    for (const auto& [label, text] : card.facts) out += "<dt>" + esc(label) + "</dt><dd>" + esc(text) + "</dd>";
    out += "</dl>\n" + neighbours_html(card, lang) + "<p class=\"steps\">";
    if (!card.previous_href.empty()) out += link(card.previous_href, esc(kEarlier.in(lang)), "button");
    if (!card.next_href.empty()) out += link(card.next_href, esc(kLater.in(lang)), "button");
    return out + "</p></aside>\n";
}

}  // namespace

Sheet sheet_of(const MessagesPage& page, const World& world, const State& state) {
    const std::size_t sheets = std::max<std::size_t>(1, (page.rows.size() + kRowsPerSheet - 1) / kRowsPerSheet);
    const std::size_t n = std::min(sheet_number(state), sheets);
    Sheet sheet;
    sheet.first = (n - 1) * kRowsPerSheet;
    const Scope scope = scope_of(world, state);
    for (std::size_t i = sheet.first; i < std::min(page.rows.size(), sheet.first + kRowsPerSheet); ++i)
        sheet.lines.push_back(line_of(scope, page.rows[i]));
    if (n > 1) sheet.previous = link_to_sheet(state, n - 1);
    if (n < sheets) sheet.next = link_to_sheet(state, n + 1);
    return sheet;
}

std::string messages_html(const MessagesPage& page, const Sheet& sheet, Lang lang) {
    std::string out = "<div class=\"work" + std::string{page.card ? " with-drawer" : ""} + "\">\n" + rail_html(page.rail, lang) + "<div class=\"middle\">\n";
    out += "<h1 class=\"verdict\" id=\"verdict\">" + esc(kCaption.in(lang)) + ": " + esc(page.count_text) + "</h1>\n";
    out += chips_html(page.chips, page.rail.reset_href, lang);
    if (sheet.lines.empty()) {
        out += "<div class=\"calm\">" + remedies_html(page.empty_text.empty() ? kNothing.in(lang) : std::string_view{page.empty_text}, page.remedies) + "</div>\n";
    } else {
        out += "<div class=\"scroll\" data-block=\"messages\"><table class=\"message-table\"><caption class=\"vh\">" + esc(kCaption.in(lang)) + ": " + esc(page.count_text) + "</caption>" + head_html(page) + "<tbody>\n";
        for (const MessageLine& line : sheet.lines) {
            const bool is_on = page.card && page.card->line.id == line.id;
            out += is_on ? "<tr aria-selected=\"true\">" : "<tr>";
            for (const auto& column : page.columns) out += cell_html(line, column.id, lang);
            out += "</tr>\n";
        }
        out += "</tbody></table></div>\n" + sheets_html(page, sheet, lang);
    }
    out += "</div>\n";
    if (page.card) out += card_html(*page.card, lang);
    return out + "</div>\n";
}

}  // namespace problemator
