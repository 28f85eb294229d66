// Draft protocol: heading, what was decided about every problem, place for signatures. Plain markup that a text processor opens too.
#include "core/documents/markup.hpp"
#include "core/documents/problem_papers.hpp"

namespace problemator {
namespace {

constexpr Phrase kNumber = {"№", "No."}, kProblem = {"Проблема", "Problem"}, kCause = {"Причина", "Cause"}, kMeasure = {"Мера", "Measure"}, kResponsible = {"Ответственный", "Responsible"}, kDue = {"Срок", "Due"};
constexpr Phrase kHeads[] = {kNumber, kProblem, kCause, kMeasure, kResponsible, kDue};
constexpr Phrase kOf = {"от ", "of "}, kNo = {"№ ______", "No. ______"}, kTable = {"Решения", "Decisions"}, kSignature = {"подпись, фамилия и инициалы", "signature and name"};
constexpr std::string_view kStyles =
    "@page{size:A4;margin:20mm 10mm 20mm 20mm}body{font:12pt/1.35 'Times New Roman',serif;color:#000;background:#fff;margin:0 auto;max-width:180mm}"
    "h1{font-size:14pt;text-align:center;margin:6mm 0 2mm}p{margin:0 0 3mm}.protocol-top{display:flex;justify-content:space-between}.protocol-subject{text-align:center;font-weight:bold}"
    "table{width:100%;border-collapse:collapse;font-size:10.5pt}th,td{border:1px solid #000;padding:1.5mm 2mm;text-align:left;vertical-align:top}thead{display:table-header-group}tr{break-inside:avoid}"
    "small{display:block;color:#333}.protocol-sign{display:flex;gap:6mm;margin-top:12mm;break-inside:avoid}.protocol-sign .line{flex:1;border-bottom:1px solid #000}.protocol-basis{margin-top:8mm;font-size:9pt;color:#333}";

/// A blank cell is a place to write in.
std::string cell(std::string_view text) { return "<td>" + (text.empty() ? std::string{"&nbsp;"} : esc(text)) + "</td>"; }

std::string items_html(const Protocol& protocol, Lang lang) {
    if (protocol.items.empty()) return "<p>" + esc(protocol.empty) + "</p>\n";
    std::string out = "<table><caption class=\"vh\">" + esc(kTable.in(lang)) + "</caption><thead><tr>";
    for (const Phrase& head : kHeads) out += "<th scope=\"col\">" + esc(head.in(lang)) + "</th>";
    out += "</tr></thead><tbody>\n";
    for (const ProtocolItem& item : protocol.items)
        out += "<tr><td>" + std::to_string(item.number) + "</td><td><b>" + esc(item.title) + "</b><small>" + esc(item.place) + "</small><small>" + esc(item.numbers) + "</small></td>" + cell(item.cause) + cell(item.measures) + cell(item.responsible) + cell(item.due) + "</tr>\n";
    return out + "</tbody></table>\n";
}

}  // namespace

std::string protocol_html(const Protocol& protocol, Lang lang) {
    std::string out = "<article class=\"protocol\">\n<p>" + esc(protocol.centre) + "</p>\n<h1>" + esc(protocol.heading) + "</h1>\n";
    out += "<p class=\"protocol-top\"><span>" + esc(kOf.in(lang)) + esc(protocol.date) + "</span><span>" + esc(kNo.in(lang)) + "</span></p>\n<p class=\"protocol-subject\">" + esc(protocol.subject) + "</p>\n<p>" + esc(protocol.intro) + "</p>\n";
    out += items_html(protocol, lang);
    for (const std::string& post : protocol.signatures) out += "<p class=\"protocol-sign\"><span>" + esc(post) + "</span><span class=\"line\"></span><small>" + esc(kSignature.in(lang)) + "</small></p>\n";
    return out + "<p class=\"protocol-basis\">" + esc(protocol.basis) + "</p>\n</article>\n";
}

std::string protocol_file(const Protocol& protocol, Lang lang) {
    const std::string language = lang == Lang::Ru ? "ru" : "en";
    return "<!doctype html>\n<html lang=\"" + language + "\"><head><meta charset=\"utf-8\"><title>" + esc(protocol.file_name) + "</title>\n<style>" + std::string{kStyles} + ".vh{display:none}</style></head>\n<body>\n" +
           protocol_html(protocol, lang) + "</body></html>\n";
}

}  // namespace problemator
