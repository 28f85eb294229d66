// The real HTML header over every view: product, municipality, week picker, comparison, search, buttons and tabs.
// The shell finds its parts by data-do="…" (search, load, export, text, theme, print); without scripts those buttons do not show.
#include <algorithm>
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
constexpr Phrase kScreens = {"Экраны", "Screens"}, kTools = {"Действия", "Actions"}, kViews = {"Виды и начальная страница", "Views and the start page"}, kMore = {"Ещё", "More"}, kAboutShort = {"О данных", "About the data"}, kAboutData = {"О данных: срез, источники, методы", "About the data: snapshot, sources, methods"};

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

std::string compare_choices_html(const HeaderModel& header) {
    std::string out;
    for (const Choice& choice : header.compares)
        out += "<li><a" + href_attribute(choice.href) + (choice.is_selected ? " aria-current=\"true\"" : "") + "><span>" + esc(choice.text) + "</span></a></li>";
    return out;
}

// Where the bar has no room for the comparison of its own, it stands over the weeks of the picker.
std::string compare_fold_html(const HeaderModel& header, Lang lang) {
    if (header.compares.empty()) return {};
    return "<p id=\"compare-name\">" + esc(kCompare.in(lang)) + "</p><ul class=\"compares\" aria-labelledby=\"compare-name\">" + compare_choices_html(header) + "</ul><p>" + esc(kWeek.in(lang)) + "</p>";
}

// «Неделя 46 · 9–15 ноября 2026»: on a phone the line may break before the dates, never inside them.
std::string period_html(std::string_view period) {
    constexpr std::string_view kDot = " · ";
    const auto at = period.find(kDot);
    if (at == std::string_view::npos) return esc(period);
    return esc(period.substr(0, at + kDot.size())) + "<span class=\"dates\">" + esc(period.substr(at + kDot.size())) + "</span>";
}

std::string weeks_html(const HeaderModel& header, Lang lang) {
    std::string out = "<div class=\"weeks\" role=\"group\" aria-label=\"" + esc(kWeek.in(lang)) + "\">" + step(header.previous_href, kPrevious.in(lang), Icon::Left, "prev");
    out += "<details class=\"picker\"><summary>" + icon_svg(Icon::Calendar) + "<span>" + period_html(header.period) + "</span>" + icon_svg(Icon::Down) + "</summary><div class=\"fold\">" + compare_fold_html(header, lang) + "<ul>";
    for (const WeekChoice& week : header.weeks)
        out += "<li><a" + href_attribute(week.href) + (week.is_selected ? " aria-current=\"true\"" : "") + "><span>" + esc(week.text) + "</span> <b>" + esc(week.total) + "</b></a></li>";
    return out + "</ul></div></details>" + step(header.next_href, kNext.in(lang), Icon::Right, "next") + "</div>\n";
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
    if (!tab.count.empty()) out += " <b class=\"pill-count\" title=\"" + esc(kWeekProblems.in(lang)) + "\">" + esc(tab.count) + "<span class=\"vh\">, " + esc(kWeekProblems.in(lang)) + "</span></b>";
    if (!tab.alert.empty()) out += "<i class=\"alert-dot\" aria-hidden=\"true\"></i><span class=\"vh\">, " + esc(tab.alert) + "</span>";
    return out + "</a>";
}

// Four screens and «Ещё» are the whole bottom bar of a phone; the others open from it, «О данных» too.
constexpr std::size_t kPhoneTabs[] = {0, 1, 2, 4};

std::string more_tabs_html(const HeaderModel& header, const std::string& rest, Lang lang) {
    bool is_here = true;
    for (const std::size_t i : kPhoneTabs)
        if (i < header.tabs.size() && header.tabs[i].is_selected) is_here = false;
    return "<li class=\"others\"><details><summary" + std::string{is_here ? " class=\"on\"" : ""} + ">" + icon_svg(Icon::More) + "<span>" + esc(kMore.in(lang)) + "</span></summary><ul>" + rest + "<li>" + link(header.about_href, esc(kAboutShort.in(lang))) + "</li>" + (header.lang_text.empty() ? "" : "<li>" + link(header.lang_href, lang == Lang::Ru ? "<span lang=\"en\">English</span>" : "<span lang=\"ru\">Русский</span>") + "</li>") + "</ul></details></li>";
}

std::string tabs_html(const HeaderModel& header, Lang lang) {
    static constexpr Icon kTabIcons[] = {Icon::Grid, Icon::Heat, Icon::Bars, Icon::Target, Icon::Alert, Icon::Text, Icon::File, Icon::Check};
    std::string out = "<nav class=\"tabs\" aria-label=\"" + esc(kScreens.in(lang)) + "\"><ul>";
    std::string rest;
    for (std::size_t i = 0; i < header.tabs.size(); ++i) {
        const std::string tab = tab_html(header.tabs[i], kTabIcons[i % std::size(kTabIcons)], lang);
        const bool is_rest = std::find(std::begin(kPhoneTabs), std::end(kPhoneTabs), i) == std::end(kPhoneTabs);
        out += (is_rest ? "<li class=\"rest\">" : "<li>") + tab + "</li>";
        if (is_rest) rest += "<li>" + tab + "</li>";
    }
    if (!rest.empty()) out += more_tabs_html(header, rest, lang);
    return out + "</ul><p class=\"as-of\">" + link(header.about_href, esc(header.as_of), {}, kAboutData.in(lang)) + "</p><p class=\"no-net\" title=\"" + esc(kNoNetHint.in(lang)) + "\">" + icon_svg(Icon::NoNet) + esc(kNoNet.in(lang)) + "</p></nav>\n";
}

// The switch takes all comparisons away or brings them back; the menu beside it says what a week is set against.
std::string compare_html(const HeaderModel& header, Lang lang) {
    std::string out = "<div class=\"compare\" role=\"group\" aria-label=\"" + esc(kCompare.in(lang)) + "\"><a class=\"switch\" role=\"switch\" aria-checked=\"" + std::string{header.compare ? "true" : "false"} + '"' +
                      href_attribute(header.compare_href) + "><i aria-hidden=\"true\"></i><span class=\"vh\">" + esc(kCompare.in(lang)) + "</span></a>";
    out += "<details class=\"picker against\"><summary><span>" + esc(header.compare_text) + "</span>" + icon_svg(Icon::Down) + "</summary><ul>";
    return out + compare_choices_html(header) + "</ul></details></div>\n";
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
