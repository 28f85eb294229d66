// Filters as lists of links: period with its histogram, marks, facets; every row says how many messages it would leave.
#include <algorithm>
#include <cstdio>

#include "core/documents/html_parts.hpp"

namespace problemator {
namespace {

constexpr Phrase kFilters = {"Фильтры", "Filters"}, kReset = {"Сбросить", "Reset"}, kPeriod = {"Период", "Period"}, kMarkTitle = {"Признаки", "Marks"};
constexpr Phrase kMore = {"ещё", "more"}, kFewer = {"свернуть", "fewer"}, kPresets = {"Период", "Period"}, kAdd = {"Добавить к выбранным", "Add to the selection"};

std::string row_html(const FacetValue& value, double largest, Lang lang) {
    char style[48];
    const double share = largest > 0 ? std::min(100.0, 100.0 * value.count.n / largest) : 0;
    std::snprintf(style, sizeof style, " style=\"--share:%.1f%%\"", share);
    const std::string inner = "<span>" + esc(value.name) + "</span><b>" + esc(value.count.text) + "</b>";
    std::string out = "<li><a class=\"facet-row\"" + href_attribute(value.href) + (value.is_selected ? " aria-current=\"true\"" : "") + style + " title=\"" + esc(title_lines(value.name, value.count.why)) + "\">" + inner + "</a>";
    if (!value.href_add.empty() && !value.is_selected)
        out += link(value.href_add, "<span aria-hidden=\"true\">+</span><span class=\"vh\">" + esc(kAdd.in(lang)) + ": " + esc(value.name) + "</span>", "add");
    return out + "</li>";
}

std::string facet_html(std::string_view title, const std::vector<const FacetValue*>& values, const Facet* facet, Lang lang) {
    if (values.empty()) return {};
    double largest = 0;
    for (const FacetValue* value : values) largest = std::max(largest, static_cast<double>(value->count.n));
    std::string out = "<section class=\"facet\"><h3>" + esc(title) + "</h3><ul>";
    for (const FacetValue* value : values) out += row_html(*value, largest, lang);
    if (facet && (facet->hidden > 0 || facet->is_unfolded))
        out += "<li class=\"hidden-count\">" + link(facet->more_href, facet->is_unfolded ? esc(kFewer.in(lang)) : esc(kMore.in(lang)) + ' ' + std::to_string(facet->hidden), "more") + "</li>";
    return out + "</ul></section>\n";
}

}  // namespace

std::string rail_html(const Rail& rail, Lang lang) {
    std::string out = "<aside class=\"rail\" aria-label=\"" + esc(kFilters.in(lang)) + "\"><details class=\"rail-fold\" open><summary><h2>" + esc(kFilters.in(lang)) + "</h2></summary>\n";
    if (!rail.reset_href.empty()) out += link(rail.reset_href, esc(kReset.in(lang)), "more reset");
    out += chips_html(rail.chips, {}, lang);
    if (!rail.days.empty())
        out += "<section class=\"facet\"><h3>" + esc(kPeriod.in(lang)) + " <span>" + esc(rail.period_text) + "</span></h3>" + to_svg(day_histogram(rail, 224, 80, lang)) + choices_html(rail.presets, kPresets.in(lang)) + "</section>\n";
    std::vector<const FacetValue*> marks;
    for (const auto& [mark, value] : rail.marks) marks.push_back(&value);
    bool are_marks_written = false;
    for (const Facet& facet : rail.facets) {
        std::vector<const FacetValue*> values;
        for (const FacetValue& value : facet.values) values.push_back(&value);
        out += facet_html(facet.title, values, &facet, lang);
        if (!are_marks_written) out += facet_html(kMarkTitle.in(lang), marks, nullptr, lang);   // second, after the channel
        are_marks_written = true;
    }
    if (!are_marks_written) out += facet_html(kMarkTitle.in(lang), marks, nullptr, lang);
    return out + "</details></aside>\n";
}

}  // namespace problemator
