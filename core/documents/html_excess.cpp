// Lines of an excess in the text view: which parts of what came too much, and how much of it.
#include "core/documents/html_parts.hpp"

namespace problemator {
namespace {

constexpr Phrase kHead = {"Откуда лишние", "Where the excess is from"}, kBy = {"Разрез", "By"}, kPart = {"Часть", "Part"}, kShare = {"Сколько из лишних", "How much of the excess"}, kCount = {"Сообщений", "Messages"};

}  // namespace

std::string excess_html(const std::vector<ExcessLine>& lines, std::string_view note, Lang lang) {
    if (lines.empty()) return {};
    std::string out = "<section><h3>" + esc(kHead.in(lang)) + " <span>" + esc(note) + "</span></h3><table class=\"excess\"><thead class=\"vh\"><tr>";
    for (const Phrase& head : {kBy, kPart, kShare, kCount}) out += "<th scope=\"col\">" + esc(head.in(lang)) + "</th>";
    out += "</tr></thead><tbody>\n";
    for (const ExcessLine& line : lines)
        out += "<tr><td class=\"t-muted\">" + esc(line.by) + "</td><th scope=\"row\">" + esc(line.name) + "</th><td>" + esc(line.share) + "</td><td>" + explained_html(line.count, Tab::Skips) + "</td></tr>\n";
    return out + "</tbody></table></section>\n";
}

}  // namespace problemator
