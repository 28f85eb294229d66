#include "core/documents/markup.hpp"

#include "core/base/text.hpp"

namespace problemator {
namespace {

constexpr Phrase kRemove = {"Убрать фильтр", "Remove the filter"}, kReset = {"Сбросить всё", "Reset all"}, kFilters = {"Действующие фильтры", "Active filters"};

std::string class_attribute(std::string_view css) { return css.empty() ? "" : " class=\"" + std::string{css} + '"'; }

}  // namespace

std::string esc(std::string_view text) { return escape_html(text); }

std::string href_attribute(std::string_view href) { return href.empty() || href.front() != '#' ? "" : " href=\"" + esc(href) + '"'; }

std::string link(std::string_view href, std::string_view inner, std::string_view css, std::string_view title) {
    const std::string target = href_attribute(href);
    const std::string explanation = title.empty() ? "" : " title=\"" + esc(title) + '"';
    if (target.empty()) return "<span" + class_attribute(css) + explanation + '>' + std::string{inner} + "</span>";
    return "<a" + class_attribute(css) + target + explanation + '>' + std::string{inner} + "</a>";
}

std::string figure_html(const Figure& figure, std::string_view css) {
    if (figure.text.empty()) return "<span class=\"num t-muted\">–</span>";
    const std::string unit = figure.unit.empty() ? "" : " <span class=\"unit\">" + esc(figure.unit) + "</span>";
    return link(figure.href, esc(figure.text), css, title_lines({}, figure.why)) + unit;
}

std::string explained_html(const Figure& figure, Tab tab, std::string_view css) { return figure_html(figure, css) + why_html(figure, tab); }

std::string change_html(const Change& change) {
    if (change.text.empty()) return {};
    const std::string_view arrow = change.direction > 0 ? " up" : change.direction < 0 ? " down" : "";
    return "<span class=\"change " + std::string{tone_class(change.tone)} + std::string{arrow} + "\">" + esc(change.text) + "</span>";
}

std::string_view tone_class(Tone tone) {
    switch (tone) {
        case Tone::Plain: return "t-plain";
        case Tone::Muted: return "t-muted";
        case Tone::Good: return "t-good";
        case Tone::Warn: return "t-warn";
        case Tone::Bad: return "t-bad";
    }
    return "t-plain";
}

std::string choices_html(const std::vector<Choice>& choices, std::string_view label) {
    if (choices.empty()) return {};
    std::string out = "<ul class=\"choices\" aria-label=\"" + esc(label) + "\">";
    for (const Choice& choice : choices)
        out += "<li><a" + href_attribute(choice.href) + (choice.is_selected ? " aria-current=\"true\"" : "") + '>' + esc(choice.text) + "</a></li>";
    return out + "</ul>\n";
}

std::string block_attribute(std::string_view block) { return block.empty() ? "" : " data-block=\"" + esc(block) + '"'; }

std::string panel_html(std::string_view css, const PanelHead& head, std::string_view body) {
    std::string out = "<section class=\"panel " + std::string{css} + '"' + block_attribute(head.block) + "><header class=\"panel-head\"><h2>" + esc(head.title) + "</h2>";
    if (!head.note.empty()) out += "<p>" + esc(head.note) + "</p>";
    if (!head.link_text.empty()) out += link(head.link_href, esc(head.link_text), "more");
    return out + "</header>\n" + std::string{body} + "</section>\n";
}

std::string verdict_html(std::string_view verdict, std::string_view tail, std::string_view note) {
    std::string out = "<h1 class=\"verdict\" id=\"verdict\">" + esc(verdict);
    if (!tail.empty()) out += " <span class=\"tail\">" + esc(tail) + "</span>";
    out += "</h1>\n";
    if (!note.empty()) out += "<p class=\"under-verdict\">" + esc(note) + "</p>\n";
    return out;
}

std::string chips_html(const std::vector<Chip>& chips, std::string_view reset_href, Lang lang) {
    if (chips.empty()) return {};
    std::string out = "<ul class=\"chips\" aria-label=\"" + esc(kFilters.in(lang)) + "\">";
    for (const Chip& chip : chips)
        out += "<li>" + link(chip.href, esc(chip.text) + "<span class=\"cross\" aria-hidden=\"true\"></span>", "chip",
                             std::string{kRemove.in(lang)} + ": " + chip.text) + "</li>";
    if (!reset_href.empty()) out += "<li>" + link(reset_href, esc(kReset.in(lang)), "more") + "</li>";
    return out + "</ul>\n";
}

std::string remedies_html(std::string_view nothing, const std::vector<FilterBar::Remedy>& remedies) {
    std::string out = "<p>" + esc(nothing) + "</p>";
    if (remedies.empty()) return out;
    out += "<ul class=\"remedies\">";
    for (const auto& remedy : remedies) out += "<li>" + link(remedy.href, esc(remedy.text), "button") + " <b>" + esc(remedy.count.text) + "</b></li>";
    return out + "</ul>";
}

std::string why_html(const Figure& figure, Tab tab) {
    if (figure.why.empty() || figure.text.empty()) return {};
    // The first line is the formula; its label names the fold in the page's language.
    const std::string name = esc(figure.why.front().first) + ": " + esc(figure.text);
    std::string out = "<details class=\"why\"><summary" + std::string{tab == Tab::Skips ? " tabindex=\"-1\"" : ""} + "><span class=\"vh\">" + name + "</span></summary><dl>";
    for (const auto& [label, text] : figure.why) out += "<dt>" + esc(label) + "</dt><dd>" + esc(text) + "</dd>";
    return out + "</dl></details>";
}

std::string title_lines(std::string_view title, const std::vector<std::pair<std::string, std::string>>& lines) {
    std::string out{title};
    for (const auto& [label, text] : lines) out += (out.empty() ? "" : "\n") + label + (label.empty() || text.empty() ? "" : ": ") + text;
    return out;
}

}  // namespace problemator
