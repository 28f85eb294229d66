// The HTML of every screen, made from page models by hand: structure, escaping, links. With PROBLEMATOR_DUMP=<folder> the pages
// are also written there as whole documents, to be looked at.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

#include "core/documents/html_parts.hpp"
#include "core/documents/site_page.hpp"
#include "tests/unit/charts/sample_pages.hpp"
#include "tests/unit/documents/sample_world.hpp"

namespace problemator {
namespace {

using namespace problemator::testing_parts;

constexpr Lang kBoth[] = {Lang::Ru, Lang::En};

std::string read(const std::string& path) {
    std::ifstream in{std::string{PROBLEMATOR_SOURCE_DIR} + "/" + path, std::ios::binary};
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
}

std::size_t count_of(std::string_view text, std::string_view piece) {
    std::size_t n = 0;
    for (auto at = text.find(piece); at != std::string_view::npos; at = text.find(piece, at + piece.size())) ++n;
    return n;
}

std::string screen_html(Screen screen, Lang lang) {
    switch (screen) {
        case Screen::Overview: return overview_html(sample_overview(lang), from_hash(lang == Lang::En ? "#/svodka?lang=en" : "#/svodka"));
        case Screen::Heatmap: return heatmap_html(sample_heatmap(lang), lang);
        case Screen::Rating: return rating_html(sample_rating(lang), lang);
        case Screen::Indicators: return indicators_html(sample_indicators(lang), lang);
        case Screen::Problems: return problems_html(sample_register(lang), lang);
        case Screen::Quality: return listings_html(sample_quality(lang), lang);
        case Screen::Reports: case Screen::About: case Screen::Sections: return {};   // made of a whole world, see reports_test.cpp
        case Screen::Messages: {
            Sheet sheet;
            for (std::size_t i = 0; i < kRowsPerSheet; ++i) sheet.lines.push_back(sample_line(lang, i));
            sheet.next = "#/soobshcheniya?p=2";
            return messages_html(sample_messages(lang), sheet, lang);
        }
    }
    return {};
}

State in_lang(Screen screen, Lang lang) {
    State state;
    state.screen = screen;
    state.lang = lang;
    return state;
}

constexpr Screen kAll[] = {Screen::Overview, Screen::Heatmap, Screen::Problems, Screen::Rating, Screen::Indicators, Screen::Messages, Screen::Quality};
constexpr const char* kNames[] = {"overview", "heatmap", "problems", "rating", "indicators", "messages", "quality"};

// Tags that are opened are closed, in order; void elements and self-closed SVG shapes stand alone.
std::string first_unbalanced(std::string_view html) {
    static const std::set<std::string_view> kVoid = {"br", "meta", "link", "input", "!doctype"};
    std::vector<std::string> open;
    for (std::size_t at = html.find('<'); at != std::string_view::npos; at = html.find('<', at + 1)) {
        const std::size_t end = html.find('>', at);
        if (end == std::string_view::npos) return "unfinished tag";
        const bool is_closing = html[at + 1] == '/';
        const std::size_t begin = at + 1 + is_closing;
        const std::string name{html.substr(begin, html.find_first_of(" >/\n", begin) - begin)};
        if (is_closing) {
            if (open.empty() || open.back() != name) return "</" + name + "> after " + (open.empty() ? "nothing" : open.back());
            open.pop_back();
        } else if (!kVoid.contains(name) && html[end - 1] != '/') {
            open.push_back(name);
        }
    }
    return open.empty() ? "" : "open " + open.back();
}

TEST(Pages, TagsAreBalancedAndThereIsOneHeading) {
    for (const Lang lang : kBoth)
        for (const Screen screen : kAll) {
            const std::string html = screen_html(screen, lang);
            EXPECT_EQ(first_unbalanced(html), "") << kNames[static_cast<int>(screen)];
            EXPECT_EQ(count_of(html, "<h1"), 1u) << kNames[static_cast<int>(screen)];
        }
}

TEST(Pages, EveryLinkStaysInsideThePage) {
    for (const Screen screen : kAll) {
        const std::string html = screen_html(screen, Lang::Ru);
        EXPECT_EQ(count_of(html, "href=\""), count_of(html, "href=\"#/"));
        EXPECT_EQ(count_of(html, "src="), 0u);
        EXPECT_EQ(count_of(html, "url("), 0u);
    }
}

TEST(Pages, EnglishPagesHoldNoRussian) {
    for (const Screen screen : kAll) {
        const std::string html = screen_html(screen, Lang::En);
        for (std::size_t i = 0; i + 1 < html.size(); ++i) {
            const auto c = static_cast<unsigned char>(html[i]);
            if (c != 0xD0 && c != 0xD1) continue;
            const std::string near = html.substr(i > 60 ? i - 60 : 0, 120);
            // Names of the municipality's own channels and the sample's «АППГ 3,9» stay as they are.
            EXPECT_TRUE(near.find("ПОС") != std::string::npos) << kNames[static_cast<int>(screen)] << ": " << near;
            break;
        }
    }
}

TEST(OverviewPageHtml, TilesAreADescriptionListAndProblemsAnOrderedOne) {
    const std::string html = screen_html(Screen::Overview, Lang::Ru);
    EXPECT_EQ(count_of(html, "<div class=\"tile\"><dt>"), 5u);
    EXPECT_EQ(count_of(html, "<span class=\"rank\">"), 7u);
    EXPECT_NE(html.find("<a class=\"num\" href=\"#/soobshcheniya?m=overdue\">56</a>"), std::string::npos);
}

TEST(OverviewPageHtml, NothingUnusualIsSaidInWords) {
    OverviewPage page = sample_overview(Lang::Ru);
    page.problems.clear();
    page.no_problems = "Отклонений нет";
    EXPECT_NE(overview_html(page, from_hash("#/svodka")).find("<p class=\"calm\">Отклонений нет</p>"), std::string::npos);
}

TEST(MatrixHtml, IsATableWithCaptionScopesAndALinkInEveryCell) {
    const std::string html = matrix_html(sample_matrix(Lang::Ru), Lang::Ru);
    EXPECT_EQ(count_of(html, "<caption>"), 1u);
    EXPECT_EQ(count_of(html, "scope=\"row\""), 12u);
    EXPECT_EQ(count_of(html, "class=\"cell\" href=\"#/teplo?cell="), 88u);
    EXPECT_NE(html.find("<td class=\"q7 surge\">"), std::string::npos);
    EXPECT_NE(html.find("57<span class=\"vh\">, всплеск</span>"), std::string::npos);
}

TEST(MatrixHtml, HiddenAndAbsentNumbersAreSaid) {
    Matrix matrix = sample_matrix(Lang::Ru);
    matrix.cells[0].is_hidden = true;
    matrix.cells[1].color_class = -1;
    matrix.cells[1].figure = {};
    const std::string html = matrix_html(matrix, Lang::Ru);
    EXPECT_NE(html.find("&lt; 3"), std::string::npos);
    EXPECT_NE(html.find("class=\"nodata\""), std::string::npos);
    EXPECT_NE(html.find("нет данных"), std::string::npos);
    matrix.cells.resize(5);
    EXPECT_EQ(matrix_html(matrix, Lang::Ru), "");
}

TEST(QualityPageHtml, EverySectionIsATableWithCaptionAndScopesOrASentence) {
    const std::string html = screen_html(Screen::Quality, Lang::Ru);
    EXPECT_EQ(count_of(html, "<caption class=\"vh\">Полнота по неделям и каналам</caption>"), 1u);
    EXPECT_EQ(count_of(html, "scope=\"col\""), 3u);
    EXPECT_EQ(count_of(html, "scope=\"row\""), 2u);
    EXPECT_NE(html.find("<td class=\"num gap t-warn\" data-head=\"нед. 45\">нет<span class=\"vh\">, нет выгрузки</span></td>"), std::string::npos) << html;
    EXPECT_NE(html.find("<a href=\"#/soobshcheniya?ch=pos&amp;w=2026-W45\">201</a>"), std::string::npos);
    EXPECT_NE(html.find("IM &lt;b&gt;"), std::string::npos);
    EXPECT_NE(html.find("<p class=\"calm\">Не найдены</p>"), std::string::npos);
    EXPECT_NE(html.find("<p class=\"panel-note\">… и ещё 3</p>"), std::string::npos);
}

TEST(Escaping, TextOfAMessageNeverBecomesMarkup) {
    const std::string html = screen_html(Screen::Messages, Lang::Ru);
    EXPECT_EQ(html.find("<u>"), std::string::npos);
    EXPECT_NE(html.find("&lt;u&gt;"), std::string::npos);
    EXPECT_EQ(link("javascript:alert(1)", "x"), "<span>x</span>");
    EXPECT_EQ(link("#/a\"b", "x"), "<a href=\"#/a&quot;b\">x</a>");
    Tile tile = sample_overview(Lang::Ru).tiles[0];
    tile.label = "<script>alert(1)</script>";
    OverviewPage page;
    page.tiles = {tile};
    EXPECT_EQ(overview_html(page, from_hash("#/svodka")).find("<script"), std::string::npos);
}

TEST(Messages, ASheetHasAHundredRowsAndSaysWhich) {
    const std::string html = screen_html(Screen::Messages, Lang::Ru);
    EXPECT_EQ(count_of(html, "<td class=\"when\">"), 100u);
    EXPECT_NE(html.find("Строки 1–100 из 250"), std::string::npos);
    EXPECT_NE(html.find("<a class=\"button\" href=\"#/soobshcheniya?p=2\">Следующие</a>"), std::string::npos);
    EXPECT_NE(html.find("aria-sort=\"descending\""), std::string::npos);
}

TEST(Messages, NothingFoundIsSaid) {
    MessagesPage page = sample_messages(Lang::Ru);
    EXPECT_NE(messages_html(page, {}, Lang::Ru).find("Ничего не найдено"), std::string::npos);
}

TEST(HeaderHtml, MarksTheTabTheWeekAndTheSwitch) {
    State state;
    const std::string html = header_html(sample_header(Lang::Ru), state);
    EXPECT_EQ(first_unbalanced(html), "");
    EXPECT_EQ(count_of(html, "aria-current=\"page\""), 1u);
    EXPECT_NE(html.find("role=\"switch\" aria-checked=\"true\""), std::string::npos);
    EXPECT_NE(html.find("<span class=\"step\" aria-disabled=\"true\">"), std::string::npos);   // there is no next week
    for (const char* action : {"search", "export", "print", "text", "theme"}) EXPECT_NE(html.find(std::string{"data-do=\""} + action + '"'), std::string::npos) << action;
}

TEST(HeaderHtml, ThreeOfSevenTabsOpenFromMoreOnAPhone) {
    const std::string html = header_html(sample_header(Lang::Ru), State{});
    EXPECT_EQ(count_of(html, "<li class=\"rest\">"), 3u);
    EXPECT_EQ(count_of(html, "<li class=\"others\">"), 1u);
    for (const char* screen : {"#/rejting", "#/soobshcheniya", "#/kachestvo"}) EXPECT_EQ(count_of(html, std::string{"href=\""} + screen + '"'), 2u) << screen;
    for (const char* screen : {"#/teplo", "#/pokazateli"}) EXPECT_EQ(count_of(html, std::string{"href=\""} + screen + '"'), 1u) << screen;
}

TEST(HeaderHtml, TheComparisonIsInTheWeekPickerToo) {
    HeaderModel header = sample_header(Lang::Ru);
    header.compares = {{"неделя 45", "#/svodka", true}, {"нет", "#/svodka?cmp=0", false}};
    const std::string html = header_html(header, State{});
    EXPECT_EQ(first_unbalanced(html), "");
    const auto picker = html.find("<div class=\"fold\">");
    ASSERT_NE(picker, std::string::npos);
    EXPECT_NE(html.find("<ul class=\"compares\"", picker), std::string::npos);
    EXPECT_EQ(count_of(html, "<span>неделя 45</span>"), 2u);
}

TEST(HeaderHtml, TheLineOfThePickerBreaksBeforeTheDatesOnly) {
    EXPECT_NE(header_html(sample_header(Lang::Ru), State{}).find("<span>Неделя 46 · <span class=\"dates\">9–15 ноября 2026</span></span>"), std::string::npos);
}

TEST(HeaderJson, HasTheTabsAndSurvivesBrokenText) {
    HeaderModel header = sample_header(Lang::Ru);
    EXPECT_NE(header_json(header).find("\"tabs\":[{\"text\":\"Сводка\",\"href\":\"#/svodka\",\"selected\":true"), std::string::npos) << header_json(header);
    header.period = "\xff\xfe";
    EXPECT_NE(header_json(header).find("\"period\":\"\uFFFD\uFFFD\""), std::string::npos);
}

TEST(Note, NamesSourcesChecksumAndAddressee) {
    const Profile profile = sample_profile();
    const Snapshot snapshot = sample_snapshot();
    const World world{profile, snapshot, "7f3a"};
    const std::string html = note_head_html(world, sample_header(Lang::Ru), {}) + note_foot_html(world, sample_header(Lang::Ru), OverviewPage{}, Lang::Ru);
    EXPECT_NE(html.find("Главе Октябрьского района"), std::string::npos);
    EXPECT_NE(html.find("Источники: ПОС, Инцидент менеджмент; загружено 1\u00a0488"), std::string::npos) << html;
    EXPECT_NE(html.find("Контрольная сумма 7f3a 90c1 5e28 c21e"), std::string::npos);
}

TEST(Note, ARegistersFileIsNamedByItsRegisterAndAnUnknownOneByItsId) {
    const Profile profile = sample_profile();
    Snapshot snapshot = sample_snapshot();
    RegisterForm form;
    form.id = "votes";
    form.name = {"Голосования", "Votes"};
    snapshot.registers.emplace_back(form);
    snapshot.info.inputs.push_back({.name = "v.csv", .channel = "reg_votes", .sha256 = {}, .rows_kept = 1});
    snapshot.info.inputs.push_back({.name = "w.csv", .channel = "reg_walks", .sha256 = {}, .rows_kept = 1});
    const World world{profile, snapshot, "7f3a"};
    const std::string html = note_foot_html(world, sample_header(Lang::En), OverviewPage{}, Lang::En);
    EXPECT_NE(html.find(", Votes, reg_walks; "), std::string::npos) << html;
}

IndexParts sample_parts(Lang lang, std::string body) {
    IndexParts parts;
    parts.lang = lang;
    parts.title = "Проблематор";
    parts.css = read("shell/tokens.css") + read("shell/style.css") + read("shell/print.css");
    State state;
    state.lang = lang;
    parts.header_html = header_html(sample_header(lang), state);
    parts.page_html = std::move(body);
    return parts;
}

TEST(IndexHtml, IsAWholeDocumentThatAsksNobodyForAnything) {
    const std::string html = index_html(sample_parts(Lang::Ru, screen_html(Screen::Overview, Lang::Ru)));
    EXPECT_EQ(html.find("<!doctype html>\n<html lang=\"ru\""), 0u);
    EXPECT_NE(html.find("Content-Security-Policy"), std::string::npos);
    EXPECT_EQ(html.find("https://"), std::string::npos);
    EXPECT_EQ(count_of(html, "http://"), 1u);                     // the name of the SVG namespace in the icon
    EXPECT_EQ(html.find("@import"), std::string::npos);
    EXPECT_NE(html.find("<main id=\"text\""), std::string::npos);
    EXPECT_NE(html.find("aria-live=\"polite\""), std::string::npos);
}

TEST(IndexHtml, AScriptInsideCannotEndItsOwnElement) {
    IndexParts parts = sample_parts(Lang::En, "<p>x</p>");
    parts.scripts = {{"", "var a = \"</script><b>\";"}, {"data/2026-W46.js", ""}};
    parts.css = "a::after { content: \"</STYLE>\" }";
    const std::string html = index_html(parts);
    EXPECT_NE(html.find("var a = \"<\\/script><b>\";</script>"), std::string::npos);
    EXPECT_NE(html.find("<script src=\"data/2026-W46.js\"></script>"), std::string::npos);
    EXPECT_EQ(count_of(html, "</style>") + count_of(html, "</STYLE>"), 1u);
}

TEST(Pages, AreWrittenOutWhenAsked) {
    const char* folder = std::getenv("PROBLEMATOR_DUMP");
    if (!folder) GTEST_SKIP() << "set PROBLEMATOR_DUMP to a folder to look at the pages";
    std::filesystem::create_directories(folder);
    const Profile profile = sample_profile();
    const Snapshot snapshot = sample_snapshot();
    const World world{profile, snapshot, "7f3a"};
    for (const Lang lang : kBoth)
        for (const Screen screen : kAll) {
            const std::string name = kNames[static_cast<int>(screen)];
            std::string body = "<article class=\"page " + name + "\">\n" + note_head_html(world, sample_header(lang), in_lang(screen, lang)) + screen_html(screen, lang) + note_foot_html(world, sample_header(lang), OverviewPage{}, lang) + "</article>\n";
            IndexParts parts = sample_parts(lang, std::move(body));
            if (const char* fonts = std::getenv("PROBLEMATOR_FONT_CSS")) {
                std::ifstream in{fonts, std::ios::binary};
                std::ostringstream css;
                css << in.rdbuf();
                parts.font_css = css.str();
            }
            std::ofstream{std::string{folder} + "/" + name + (lang == Lang::Ru ? "-ru.html" : "-en.html"), std::ios::binary} << index_html(parts);
        }
}

}  // namespace
}  // namespace problemator
