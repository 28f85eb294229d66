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
constexpr Phrase kWeekProblems = {"всплески и хронические проблемы недели", "surges and chronic problems of the week"}, kNoNet = {"Без сети", "Offline"};
constexpr Phrase kNoNetHint = {"Страница открыта с диска или без сети: всё работает, данные никуда не уходят", "The page is open from a disk or without a network: everything works, no data leaves it"};
constexpr Phrase kCompare = {"Сравнение", "Comparison"}, kResetAll = {"Сбросить всё", "Reset all"}, kSearchTexts = {"Искать в текстах", "Search the texts"}, kFilters = {"Действующие фильтры", "Active filters"};
constexpr Phrase kScreens = {"Экраны", "Screens"}, kTools = {"Действия", "Actions"}, kViews = {"Виды и начальная страница", "Views and the start page"}, kAboutData = {"О данных: срез, источники, методы", "About the data: snapshot, sources, methods"};

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
    out += button("search", kSearch, Icon::Search, true, "Ctrl+K", lang) + button("load", kLoad, Icon::Load, false, {}, lang) + button("export", kExport, Icon::Export, true, {}, lang) + button("views", kViews, Icon::Bookmark, false, {}, lang);
    out += button("print", kPrint, Icon::Print, false, {}, lang) + button("text", kText, Icon::Text, false, {}, lang) + button("theme", kTheme, Icon::Moon, false, {}, lang);
    if (!header.lang_text.empty())
        out += "<a class=\"tool square lang\"" + href_attribute(header.lang_href) + " lang=\"" + (lang == Lang::Ru ? "en" : "ru") + "\" title=\"" + esc(header.lang_text) + "\" aria-label=\"" + esc(header.lang_text) + "\">" + (lang == Lang::Ru ? "EN" : "РУ") + "</a>";
    return out + "</div>\n";
}

std::string tab_html(const HeaderModel::Tab& tab, Icon icon, Lang lang) {
    std::string out = "<a" + href_attribute(tab.href) + (tab.is_selected ? " aria-current=\"page\"" : "") + (tab.alert.empty() ? "" : " title=\"" + esc(tab.alert) + '"') + '>' + icon_svg(icon) + "<span>" + esc(tab.text) + "</span>";
    if (!tab.count.empty()) out += "<b class=\"pill-count\" title=\"" + esc(kWeekProblems.in(lang)) + "\">" + esc(tab.count) + "<span class=\"vh\">, " + esc(kWeekProblems.in(lang)) + "</span></b>";
    if (!tab.alert.empty()) out += "<i class=\"alert-dot\" aria-hidden=\"true\"></i><span class=\"vh\">, " + esc(tab.alert) + "</span>";
    return out + "</a>";
}

std::string tabs_html(const HeaderModel& header, Lang lang) {
    static constexpr Icon kTabIcons[] = {Icon::Grid, Icon::Heat, Icon::Bars, Icon::Target, Icon::Search, Icon::Text, Icon::File, Icon::Check};
    std::string out = "<nav class=\"tabs\" aria-label=\"" + esc(kScreens.in(lang)) + "\"><ul>";
    for (std::size_t i = 0; i < header.tabs.size(); ++i) out += "<li>" + tab_html(header.tabs[i], kTabIcons[i % std::size(kTabIcons)], lang) + "</li>";
    return out + "</ul><p class=\"as-of\">" + link(header.about_href, esc(header.as_of), {}, kAboutData.in(lang)) + "</p><p class=\"no-net\" title=\"" + esc(kNoNetHint.in(lang)) + "\">" + icon_svg(Icon::NoNet) + esc(kNoNet.in(lang)) + "</p></nav>\n";
}

// The switch takes all comparisons away or brings them back; the menu beside it says what a week is set against.
std::string compare_html(const HeaderModel& header, Lang lang) {
    std::string out = "<div class=\"compare\" role=\"group\" aria-label=\"" + esc(kCompare.in(lang)) + "\"><a class=\"switch\" role=\"switch\" aria-checked=\"" + std::string{header.compare ? "true" : "false"} + '"' +
                      href_attribute(header.compare_href) + "><i aria-hidden=\"true\"></i><span class=\"vh\">" + esc(kCompare.in(lang)) + "</span></a>";
    out += "<details class=\"picker against\"><summary><span>" + esc(header.compare_text) + "</span>" + icon_svg(Icon::Down) + "</summary><ul>";
    for (const Choice& choice : header.compares)
        out += "<li><a" + href_attribute(choice.href) + (choice.is_selected ? " aria-current=\"true\"" : "") + "><span>" + esc(choice.text) + "</span></a></li>";
    return out + "</ul></details></div>\n";
}

// Words for the texts: typed here, kept by the program and not by the address, unless the reader puts them there.
std::string search_html(const FilterBar& bar, Lang lang) {
    if (!bar.can_search) return {};
    std::string out = "<p class=\"text-search needs-js\"><label class=\"vh\" for=\"text-search\">" + esc(kSearchTexts.in(lang)) + "</label><input id=\"text-search\" type=\"search\" autocomplete=\"off\" placeholder=\"" +
                      esc(kSearchTexts.in(lang)) + "\" value=\"" + esc(bar.search) + "\">";
    if (!bar.search_note.empty()) out += ' ' + link(bar.search_href, esc(bar.search_note), "more");
    return out + "</p>\n";
}

// Where a rail or the list itself shows the filters, the strip would say them twice; what kills a result is said everywhere.
std::string filter_bar_html(const FilterBar& bar, const State& state) {
    const Lang lang = state.lang;
    const bool has_own_chips = state.screen == Screen::Heatmap || state.screen == Screen::Messages;
    if (bar.chips.empty() && bar.ignored.empty() && bar.nothing.empty() && !bar.can_search) return {};
    std::string out = "<section class=\"filter-bar" + std::string{has_own_chips ? " own-chips" : ""} + "\" aria-label=\"" + esc(kFilters.in(lang)) + "\">";
    out += search_html(bar, lang) + chips_html(bar.chips, bar.reset_href, lang);
    if (!bar.ignored.empty()) out += "<p class=\"ignored\">" + esc(bar.ignored) + "</p>";
    if (!bar.nothing.empty()) out += "<div class=\"nothing\" role=\"status\">" + remedies_html(bar.nothing, bar.remedies) + (bar.reset_href.empty() ? "" : link(bar.reset_href, esc(kResetAll.in(lang)), "more")) + "</div>";
    return out + "</section>\n";
}

}  // namespace

std::string header_html(const HeaderModel& header, const State& state) {
    const Lang lang = state.lang;
    std::string out = "<div class=\"bar\">";
    const std::string home = header.tabs.empty() ? "#/svodka" : header.tabs.front().href;
    out += "<a class=\"brand\"" + href_attribute(home) + " title=\"" + esc(kHome.in(lang)) + "\">" + mark_svg() + "<span>" + esc(header.product) + "</span></a>";
    out += "<span class=\"municipality\" title=\"" + esc(header.municipality) + "\">" + esc(header.municipality) + "</span>\n" + weeks_html(header, lang);
    if (!header.compare_text.empty())
        out += compare_html(header, lang);
    return out + tools_html(header, lang) + "</div>\n" + tabs_html(header, lang) + filter_bar_html(header.filters, state);
}

}  // namespace problemator
