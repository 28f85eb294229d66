// The heat map screen: filters, matrix with its legend, and the explanation of the selected cell.
#include <algorithm>

#include "core/documents/html_parts.hpp"

namespace problemator {
namespace {

constexpr Phrase kView = {"Вид", "View"}, kMeasure = {"Мера", "Measure"}, kOrder = {"Порядок", "Order"}, kClose = {"Закрыть", "Close"};
constexpr Phrase kGrew = {"Что выросло", "What grew"}, kNorm = {"норма", "norm"}, kTopic = {"Тема", "Topic"}, kCount = {"нед.", "week"}, kExcess = {"±", "±"};
constexpr Phrase kWeeks = {"52 недели", "52 weeks"}, kLine = {"линия — порог", "line — threshold"}, kMessages = {"Сообщения", "Messages"}, kAlike = {"Пишут об одном", "They say the same"};

std::string growth_html(const CellDrawer& drawer, Lang lang) {
    if (drawer.growth.empty()) return {};
    double largest = 1;
    for (const auto& growth : drawer.growth) largest = std::max({largest, growth.count.value.value_or(growth.count.n), growth.expected});
    std::string out = "<section><h3>" + esc(kGrew.in(lang)) + " <span>" + esc(drawer.growth_note) + "</span></h3><table class=\"growth\"><thead><tr><th scope=\"col\"><span class=\"vh\">" +
                      esc(kTopic.in(lang)) + "</span></th><th scope=\"col\"><i class=\"key-norm\"></i>" + esc(kNorm.in(lang)) + "</th><th scope=\"col\">" + esc(kCount.in(lang)) +
                      "</th><th scope=\"col\">" + esc(kExcess.in(lang)) + "</th></tr></thead><tbody>\n";
    for (const auto& growth : drawer.growth)
        out += "<tr" + std::string{growth.is_culprit ? " class=\"culprit\"" : ""} + "><th scope=\"row\">" + link(growth.href, esc(growth.name)) + "</th><td>" + to_svg(growth_bar(growth, largest, 112, 18)) + "</td><td>" +
               explained_html(growth.count, Tab::Skips) + "</td><td class=\"" + (growth.is_culprit ? "t-bad" : "t-muted") + "\">" + esc(growth.excess) + "</td></tr>\n";
    return out + "</tbody></table></section>\n";
}

std::string clusters_html(const CellDrawer& drawer, Lang lang) {
    if (drawer.clusters.empty() && drawer.clusters_note.empty()) return {};
    std::string out = "<section><h3>" + esc(kAlike.in(lang)) + " <span>" + esc(drawer.clusters_note) + "</span></h3><ul class=\"clusters\">";
    for (const auto& cluster : drawer.clusters)
        out += "<li>" + link(cluster.href, esc(cluster.words), cluster.is_selected ? "on" : "") + " <b>" + figure_html(cluster.count) + "</b>" + why_html(cluster.count) + (cluster.note.empty() ? "" : " <small>" + esc(cluster.note) + "</small>") + "</li>";
    return out + "</ul></section>\n";
}

std::string newest_html(const CellDrawer& drawer, Lang lang) {
    if (drawer.newest.empty()) return {};
    std::string out = "<section><h3>" + esc(kMessages.in(lang)) + ' ' + link(drawer.all_href, esc(drawer.all_text), "more") + "</h3><ul class=\"newest\">";
    for (const MessageLine& line : drawer.newest) {
        out += "<li><p><b>" + link(line.href, esc(line.received)) + "</b> <span>" + esc(line.channel) + "</span> <span class=\"state dot " + std::string{tone_class(line.tone)} + "\">" + esc(line.status) + "</span></p>";
        out += "<p class=\"words\">" + esc(line.text.empty() ? line.topic : line.text) + "</p></li>";
    }
    return out + "</ul></section>\n";
}

}  // namespace

std::string drawer_html(const CellDrawer& drawer, Lang lang) {
    std::string out = "<aside class=\"drawer\" data-block=\"drawer\"><h2>" + esc(drawer.title) + "</h2>" + link(drawer.close_href, "<span class=\"cross\" aria-hidden=\"true\"></span><span class=\"vh\">" + std::string{kClose.in(lang)} + "</span>", "close");
    out += "<p class=\"drawer-verdict " + std::string{tone_class(drawer.verdict_tone)} + "\">" + esc(drawer.verdict) + (drawer.norm.empty() ? "" : " <span>" + esc(drawer.norm) + "</span>") + "</p>\n<dl class=\"drawer-figures\">";
    for (std::size_t i = 0; i < drawer.figures.size(); ++i) {
        const auto& [figure, label] = drawer.figures[i];
        out += "<div><dt>" + esc(label) + "</dt><dd>" + explained_html(figure) + (i < drawer.figure_changes.size() ? " " + change_html(drawer.figure_changes[i]) : "") + "</dd></div>";
    }
    out += "</dl>\n" + growth_html(drawer, lang) + excess_html(drawer.excess, drawer.excess_note, lang) + clusters_html(drawer, lang);
    if (!drawer.weeks.empty())
        out += "<section><h3>" + esc(kWeeks.in(lang)) + " <span class=\"t-bad\">" + esc(drawer.surges_note) + "</span> <span>" + esc(kLine.in(lang)) + "</span></h3><figure>" +
               to_svg(week_bars(drawer, 340, 107, lang)) + "</figure></section>\n";
    return out + newest_html(drawer, lang) + "</aside>\n";
}

std::string heatmap_html(const HeatmapPage& page, Lang lang) {
    std::string out = "<div class=\"work" + std::string{page.drawer ? " with-drawer" : ""} + "\">\n" + rail_html(page.rail, lang) + "<div class=\"middle\">\n<div class=\"toolbar\">" +
                      choices_html(page.views, kView.in(lang)) + choices_html(page.measures, kMeasure.in(lang)) + choices_html(page.orders, kOrder.in(lang)) + (page.reorder.text.empty() ? "" : link(page.reorder.href, esc(page.reorder.text), "button")) + "</div>\n";
    out += verdict_html(page.verdict, {}, page.note);
    out += surges_html(page.matrix, lang) + "<div class=\"matrix-block\" data-block=\"matrix\"><div class=\"full for-wide\">" + matrix_html(page.matrix, lang) + "</div>" + matrix_lists_html(page.matrix, lang) + "</div>" + legend_html(page.matrix, lang) + "</div>\n";
    if (page.drawer) out += drawer_html(*page.drawer, lang);
    return out + "</div>\n";
}

}  // namespace problemator
