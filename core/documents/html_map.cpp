// The map as a text: the same picture with links, hot spots as a list, territories as a table — for screen readers, phones and paper.
#include <algorithm>

#include "core/charts/map_charts.hpp"
#include "core/documents/html_parts.hpp"

namespace problemator {
namespace {

constexpr Phrase kView = {"Вид", "View"}, kMeasure = {"Мера", "Measure"}, kForm = {"Карта или плитки", "Map or tiles"}, kLayers = {"Слои", "Layers"};
constexpr Phrase kNearer = {"Ближе", "Nearer"}, kFarther = {"Дальше", "Farther"}, kFit = {"Весь район", "Whole district"}, kScale = {"Масштаб", "Scale"};
constexpr Phrase kSpots = {"Очаги", "Hot spots"}, kPlaces = {"Территории", "Territories"}, kPlace = {"Территория", "Territory"}, kCount = {"Сообщений", "Messages"};
constexpr Phrase kChange = {"Изменение", "Change"}, kSpot = {"Очаг по соседству", "Hot spot among neighbours"}, kWeeks = {"Недели", "Weeks"};
constexpr Phrase kBefore = {"← неделя раньше", "← a week earlier"}, kAfter = {"неделя позже →", "a week later →"}, kNone = {"нет", "none"};

std::string layers_html(const MapPage& page, Lang lang) {
    if (page.layers.empty()) return {};
    std::string out = "<ul class=\"layers\" aria-label=\"" + esc(kLayers.in(lang)) + "\">";
    for (const auto& layer : page.layers)
        out += "<li>" + link(layer.href, "<span class=\"tick" + std::string{layer.is_shown ? " on" : ""} + "\" aria-hidden=\"true\"></span>" + esc(layer.name) + "<span class=\"vh\">: " +
                                             esc((layer.is_shown ? Phrase{"показан", "shown"} : Phrase{"скрыт", "hidden"}).in(lang)) + "</span>", "layer") + "</li>";
    return out + "</ul>\n";
}

/// A picture for a wide window and paper, and one drawn for a phone: texts keep their size.
std::string both_sizes(std::string_view css, const std::string& wide, const std::string& narrow) {
    const std::string block = css.empty() ? std::string{} : " data-block=\"" + std::string{css} + "\"";
    const std::string name = css.empty() ? std::string{} : " " + std::string{css} + "-picture";
    return "<figure class=\"for-wide" + name + "\"" + block + ">" + wide + "</figure>\n<figure class=\"phone" + name + "\">" + narrow + "</figure>\n";
}

std::string zoom_html(const MapPage& page, Lang lang) {
    if (page.zoom_in.empty() && page.zoom_out.empty()) return {};
    std::string out = "<p class=\"zoom\"><span class=\"vh\">" + esc(kScale.in(lang)) + ": </span>";
    for (const auto& [href, words] : {std::pair{&page.zoom_in, kNearer}, std::pair{&page.zoom_out, kFarther}, std::pair{&page.fit, kFit}})
        if (!href->empty()) out += link(*href, esc(words.in(lang))) + ' ';
    return out + "</p>\n";
}

std::string weeks_html(const MapPage& page, Lang lang) {
    std::string out = "<section class=\"map-weeks\" aria-label=\"" + esc(kWeeks.in(lang)) + "\"><p class=\"steps\">";
    if (page.week && *page.week > 0) out += link(page.weeks[*page.week - 1].href, esc(kBefore.in(lang))) + ' ';
    if (page.week && *page.week + 1 < page.weeks.size()) out += link(page.weeks[*page.week + 1].href, esc(kAfter.in(lang)));
    return out + "</p>" + both_sizes("", to_svg(map_weeks(page, 700, 64, lang)), to_svg(map_weeks(page, 350, 64, lang))) + "</section>\n";
}

std::string places_html(const MapPage& page, Lang lang) {
    const bool has_measure = page.is_diverging || page.measure_name != std::string{measure_name(Measure::Count).in(lang)};
    std::string out = "<section class=\"map-places\" data-block=\"places\"><h2>" + esc(kPlaces.in(lang)) + "</h2><table><caption class=\"vh\">" + esc(page.verdict) + "</caption><thead><tr>";
    for (const Phrase& head : {kPlace, kCount, kChange}) out += "<th scope=\"col\">" + esc(head.in(lang)) + "</th>";
    if (has_measure) out += "<th scope=\"col\">" + esc(page.measure_name) + "</th>";
    const bool has_kinds = std::any_of(page.places.begin(), page.places.end(), [](const MapPlace& place) { return !place.kind.empty(); });
    if (has_kinds) out += "<th scope=\"col\">" + esc(kSpot.in(lang)) + "</th>";
    out += "</tr></thead><tbody>\n";
    for (const MapPlace& place : page.places) {
        out += "<tr" + std::string{place.is_selected ? " class=\"on\"" : ""} + "><th scope=\"row\">" + link(place.href, esc(place.name)) + "</th><td>" + figure_html(place.count) + "</td><td>" + esc(place.change) + "</td>";
        if (has_measure) out += "<td>" + figure_html(place.measure) + "</td>";
        if (has_kinds) out += "<td class=\"" + std::string{place.is_hot ? "t-bad" : "t-muted"} + "\">" + esc(place.kind.empty() ? kNone.in(lang) : std::string_view{place.kind}) + "</td>";
        out += "</tr>\n";
    }
    return out + "</tbody></table></section>\n";
}

std::string spots_html(const MapPage& page, Lang lang) {
    std::string out = "<aside class=\"drawer map-side\" data-block=\"spots\"><h2>" + esc(kSpots.in(lang)) + " <small>" + esc(page.spots_note) + "</small></h2>";
    if (page.spots.empty()) out += "<p class=\"calm\">" + esc(page.no_spots) + "</p>";
    else out += "<ol class=\"spots\">";
    for (const MapSpot& spot : page.spots)
        out += "<li><span class=\"badge " + std::string{tone_class(spot.tone)} + "\" aria-hidden=\"true\">" + std::to_string(spot.number) + "</span><div><h3>" + link(spot.count.href, esc(spot.title)) + "</h3><p>" + esc(spot.place) +
               " · <b class=\"" + std::string{tone_class(spot.tone)} + "\">" + esc(spot.status) + "</b></p></div><div class=\"spark\">" + to_svg(sparkline(spot.trend, 76, 30)) + "</div><p class=\"count\">" + figure_html(spot.count) + "</p></li>\n";
    if (!page.spots.empty()) out += "</ol>";
    if (page.inset && !page.as_tiles)
        out += "<section class=\"inset\"><h3>" + esc(page.inset->title) + " <span>" + esc(page.inset->note) + "</span></h3><figure>" + to_svg(map_inset(page, 340, 300, lang)) + "</figure></section>\n";
    return out + layers_html(page, lang) + "</aside>\n";
}

}  // namespace

std::string map_html(const MapPage& page, Lang lang) {
    std::string out = "<div class=\"work with-drawer\">\n" + rail_html(page.rail, lang) + "<div class=\"middle\">\n<div class=\"toolbar\">" + choices_html(page.views, kView.in(lang)) + choices_html(page.measures, kMeasure.in(lang)) +
                      choices_html(page.forms, kForm.in(lang)) + "</div>\n";
    out += verdict_html(page.verdict, {}, page.note);
    const auto picture = [&](double width, double height) { return to_svg(page.as_tiles ? map_tiles(page, width, height, lang) : map_chart(page, width, height, lang)); };
    out += zoom_html(page, lang) + both_sizes("map", picture(720, 560), picture(350, 400));
    if (page.fills_areas || page.as_tiles) out += "<figure class=\"key\">" + to_svg(measure_key(page, 420, lang)) + "</figure>\n";
    if (!page.missing.empty() && !page.as_tiles) out += "<p class=\"note\">" + esc(page.missing) + "</p>\n";
    out += weeks_html(page, lang) + places_html(page, lang) + "</div>\n";
    return out + spots_html(page, lang) + "</div>\n";
}

}  // namespace problemator
