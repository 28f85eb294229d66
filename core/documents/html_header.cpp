// The real HTML header over every view: product, municipality, week picker, comparison, search, buttons and tabs.
// The shell finds its parts by data-do="…" (search, load, export, text, theme, print); without scripts those buttons do not show.
#include <iterator>

#include "core/documents/html.hpp"
#include "core/documents/icons.hpp"
#include "core/documents/markup.hpp"

namespace problemator {
namespace {

constexpr Phrase kHome = {"На сводку", "To the overview"}, kWeek = {"Неделя", "Week"}, kPrevious = {"Предыдущая неделя", "Previous week"};
constexpr Phrase kNext = {"Следующая неделя", "Next week"}, kSearch = {"Поиск", "Search"}, kExport = {"Экспорт", "Export"}, kLoad = {"Загрузить выгрузки", "Load exports"};
constexpr Phrase kText = {"Текстовый вид", "Text view"}, kTheme = {"Светлая или тёмная тема", "Light or dark theme"}, kPrint = {"Печать", "Print"};
constexpr Phrase kScreens = {"Экраны", "Screens"}, kTools = {"Действия", "Actions"};

std::string mark_svg() {
    std::string out = "<svg class=\"mark\" viewBox=\"0 0 22 22\" width=\"22\" height=\"22\" aria-hidden=\"true\">";
    static constexpr std::string_view kShades[] = {"m9", "m4", "m2", "m4", "m9", "m4", "m2", "m4", "ma"};
    static constexpr std::string_view kAt[] = {"0", "8", "16"};
    for (std::size_t i = 0; i < 9; ++i) {
        out += "<rect x=\"";
        out += kAt[i % 3];
        out += "\" y=\"";
        out += kAt[i / 3];
        out += "\" width=\"6\" height=\"6\" rx=\"1.5\" class=\"";
        out += kShades[i];
        out += "\"/>";
    }
    return out + "</svg>";
}

std::string step(std::string_view href, std::string_view label, Icon icon, std::string_view rel) {
    const std::string inner = icon_svg(icon) + "<span class=\"vh\">" + esc(label) + "</span>";
    if (href.empty()) return "<span class=\"step\" aria-disabled=\"true\">" + inner + "</span>";
    return "<a class=\"step\" rel=\"" + std::string{rel} + '"' + href_attribute(href) + '>' + inner + "</a>";
}

std::string weeks_html(const HeaderModel& header, Lang lang) {
    std::string out = "<div class=\"weeks\" role=\"group\" aria-label=\"" + esc(kWeek.in(lang)) + "\">" + step(header.previous_href, kPrevious.in(lang), Icon::Left, "prev");
    out += "<details class=\"picker\"><summary>" + icon_svg(Icon::Calendar) + "<span>" + esc(header.period) + "</span>" + icon_svg(Icon::Down) + "</summary><ul>";
    for (const WeekChoice& week : header.weeks)
        out += "<li><a" + href_attribute(week.href) + (week.is_selected ? " aria-current=\"true\"" : "") + "><span>" + esc(week.text) + "</span> <b>" + esc(week.total) + "</b></a></li>";
    return out + "</ul></details>" + step(header.next_href, kNext.in(lang), Icon::Right, "next") + "</div>\n";
}

std::string button(std::string_view action, const Phrase& label, Icon icon, bool with_words, std::string_view key, Lang lang) {
    std::string out = "<button type=\"button\" class=\"tool needs-js" + std::string{with_words ? "" : " square"} + "\" data-do=\"" + std::string{action} + "\" title=\"" + esc(label.in(lang)) + "\">" + icon_svg(icon);
    out += with_words ? "<span class=\"words\">" + esc(label.in(lang)) + "</span>" : "<span class=\"vh\">" + esc(label.in(lang)) + "</span>";
    if (!key.empty()) out += "<kbd aria-hidden=\"true\">" + std::string{key} + "</kbd>";
    return out + "</button>";
}

std::string tools_html(const HeaderModel& header, Lang lang) {
    std::string out = "<div class=\"tools\" role=\"group\" aria-label=\"" + esc(kTools.in(lang)) + "\">";
    out += button("search", kSearch, Icon::Search, true, "Ctrl+K", lang) + button("load", kLoad, Icon::Load, false, {}, lang) + button("export", kExport, Icon::Export, true, {}, lang);
    out += button("print", kPrint, Icon::Print, false, {}, lang) + button("text", kText, Icon::Text, false, {}, lang) + button("theme", kTheme, Icon::Moon, false, {}, lang);
    if (!header.lang_text.empty())
        out += "<a class=\"tool square lang\"" + href_attribute(header.lang_href) + " lang=\"" + (lang == Lang::Ru ? "en" : "ru") + "\" title=\"" + esc(header.lang_text) + "\" aria-label=\"" + esc(header.lang_text) + "\">" + (lang == Lang::Ru ? "EN" : "РУ") + "</a>";
    return out + "</div>\n";
}

std::string tabs_html(const HeaderModel& header, Lang lang) {
    static constexpr Icon kTabIcons[] = {Icon::Grid, Icon::Heat, Icon::Bars, Icon::Target, Icon::File, Icon::Check};
    std::string out = "<nav class=\"tabs\" aria-label=\"" + esc(kScreens.in(lang)) + "\"><ul>";
    for (std::size_t i = 0; i < header.tabs.size(); ++i)
        out += "<li><a" + href_attribute(header.tabs[i].href) + (header.tabs[i].is_selected ? " aria-current=\"page\"" : "") + '>' + icon_svg(kTabIcons[i % std::size(kTabIcons)]) + "<span>" + esc(header.tabs[i].text) + "</span></a></li>";
    return out + "</ul><p class=\"as-of\">" + esc(header.as_of) + "</p></nav>\n";
}

}  // namespace

std::string header_html(const HeaderModel& header, const State& state) {
    const Lang lang = state.lang;
    std::string out = "<div class=\"bar\">";
    const std::string home = header.tabs.empty() ? "#/svodka" : header.tabs.front().href;
    out += "<a class=\"brand\"" + href_attribute(home) + " title=\"" + esc(kHome.in(lang)) + "\">" + mark_svg() + "<span>" + esc(header.product) + "</span></a>";
    out += "<span class=\"municipality\" title=\"" + esc(header.municipality) + "\">" + esc(header.municipality) + "</span>\n" + weeks_html(header, lang);
    if (!header.compare_text.empty())
        out += "<a class=\"switch\" role=\"switch\" aria-checked=\"" + std::string{header.compare ? "true" : "false"} + '"' + href_attribute(header.compare_href) + "><i aria-hidden=\"true\"></i><span>" + esc(header.compare_text) + "</span></a>\n";
    return out + tools_html(header, lang) + "</div>\n" + tabs_html(header, lang);
}

}  // namespace problemator
