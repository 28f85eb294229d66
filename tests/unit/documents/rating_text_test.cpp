// The rating as text: what a screen reader, a phone and paper get where the canvas shows dots and bars.
#include <gtest/gtest.h>

#include <algorithm>

#include "core/documents/html_parts.hpp"
#include "tests/unit/charts/sample_pages.hpp"

namespace problemator {
namespace {

using namespace problemator::testing_parts;

/// Where the pieces stand, each looked for after the one before; npos where one does not follow.
std::size_t in_order(std::string_view html, const std::vector<std::string>& pieces) {
    std::size_t at = 0;
    for (const std::string& piece : pieces) {
        at = html.find(piece, at);
        if (at == std::string_view::npos) return at;
        at += piece.size();
    }
    return at;
}

/// The row that names a department, as it stands between its tags.
std::string row_of(const std::string& html, const RatingRow& row) {
    const std::size_t name = html.find("<th scope=\"row\"><a href=\"" + row.href);
    const std::size_t begin = html.rfind("<tr", name);
    return name == std::string::npos ? std::string{} : html.substr(begin, html.find("</tr>", name) - begin);
}

/// The words of a cell, without tags; «nothing» where there is no such cell.
std::string cell_of(const std::string& row, std::string_view css) {
    const std::size_t begin = row.find("<td class=\"" + std::string{css});
    if (begin == std::string::npos) return "nothing";
    std::string words;
    bool is_tag = false;
    for (const char c : row.substr(begin, row.find("</td>", begin) - begin)) {
        if (c == '<') is_tag = true;
        if (!is_tag && c != '\n') words += c;
        if (c == '>') is_tag = false;
    }
    return words;
}

TEST(RatingText, TheVerdictComesFirstThenTheTableThenTheFunnelAndTheWeights) {
    RatingPage page = sample_rating(Lang::Ru);
    page.listings = {{.id = "rest", .title = "Время ответа", .note = {}, .columns = {}, .rows = {}, .empty = "Нет", .more = {}}};
    const std::string html = rating_html(page, Lang::Ru);
    EXPECT_NE(in_order(html, {"<h1", "<table class=\"rating-table\">", page.footnote, "Кто за пределами случайности", "Из чего складывается балл", "Время ответа"}), std::string::npos);
}

TEST(RatingText, TheCaptionAndTheFirstHeadSayWhoIsRated) {
    RatingPage page = sample_rating(Lang::Ru);
    EXPECT_NE(in_order(rating_html(page, Lang::Ru), {"<caption class=\"vh\">Рейтинг подразделений</caption>", "<th scope=\"col\" class=\"name\"><span>Подразделение</span></th>"}), std::string::npos) << rating_html(page, Lang::Ru);
    page.caption = "Рейтинг территорий";
    page.unit_title = "Территория";
    const std::string html = rating_html(page, Lang::Ru);
    EXPECT_NE(in_order(html, {"<caption class=\"vh\">Рейтинг территорий</caption>", "Территория</span></th>"}), std::string::npos);
    EXPECT_EQ(html.find("одразделени"), std::string::npos);
}

TEST(RatingText, RowsStandInTheOrderOfThePageWithTheirPlacesAndRangesOfPlaces) {
    RatingPage page = sample_rating(Lang::Ru);
    for (int turn = 0; turn < 2; ++turn, std::reverse(page.rows.begin(), page.rows.end())) {
        const std::string html = rating_html(page, Lang::Ru);
        std::vector<std::string> names;
        for (const RatingRow& row : page.rows) names.push_back("<th scope=\"row\"><a href=\"" + row.href + "\">" + row.name + "</a></th>");
        EXPECT_NE(in_order(html, names), std::string::npos);
        for (const RatingRow& row : page.rows) {
            EXPECT_EQ(cell_of(row_of(html, row), "rank"), row.place + " ▲ 1");
            EXPECT_EQ(cell_of(row_of(html, row), "range"), "2–7");
        }
    }
}

TEST(RatingText, TheHeadOfTheColumnInOrderSaysWhichWay) {
    RatingPage page = sample_rating(Lang::Ru);
    page.columns = {{.id = "place", .href = "#/rejting"}, {.id = "in-time", .href = "#/rejting?order=-in-time", .is_sorted = true, .is_descending = true}};
    const std::string html = rating_html(page, Lang::Ru);
    EXPECT_NE(html.find(" aria-sort=\"descending\"><a href=\"#/rejting?order=-in-time\">В срок, %</a>"), std::string::npos);
    EXPECT_EQ(html.find("aria-sort"), html.rfind("aria-sort"));
}

TEST(RatingText, TheIntervalOfTheShareIsToldInWordsBesideItsPicture) {
    struct Case { Lang lang; std::size_t row; const char* words; };
    for (const auto& [lang, row, words] : {Case{Lang::Ru, 0, "96–100\u00a0%"}, Case{Lang::Ru, 4, "69–82\u00a0%"}, Case{Lang::En, 5, "33–60%"}}) {
        const RatingPage page = sample_rating(lang);
        const std::string cell = cell_of(row_of(rating_html(page, lang), page.rows[row]), "picture");
        EXPECT_EQ(cell.substr(0, cell.find(page.rows[row].name)), words);
    }
}

TEST(RatingText, NoIntervalIsToldWhereTheShareIsWithheld) {
    RatingPage page = sample_rating(Lang::Ru);
    page.rows[4].in_time = {};
    page.rows[4].in_time.text = "3 из 4";
    const std::string row = row_of(rating_html(page, Lang::Ru), page.rows[4]);
    EXPECT_EQ(cell_of(row, "in-time"), "3 из 4");
    EXPECT_EQ(row.find("69–82"), std::string::npos);
    EXPECT_NE(row.find("<svg"), std::string::npos) << "the picture is drawn all the same";
}

TEST(RatingText, RowsWithLittleDataStandApartUnderTheWordsWhy) {
    for (const auto& [lang, words] : {std::pair{Lang::Ru, "Мало данных: место не присваивается"}, std::pair{Lang::En, "Little data: no rank is given"}}) {
        RatingPage page = sample_rating(lang);
        page.few[0].place.clear();
        const std::string html = rating_html(page, lang);
        EXPECT_NE(in_order(html, {page.rows.back().name + "</a></th>", std::string{"scope=\"rowgroup\">"} + words + "</th>", page.few[0].name + "</a></th>", "</table>"}), std::string::npos);
        const std::string row = row_of(html, page.few[0]);
        EXPECT_EQ(row.find("<tr class=\"few\">"), 0u);
        EXPECT_EQ(cell_of(row, "score"), "–");
        page.few.clear();
        EXPECT_EQ(rating_html(page, lang).find(words), std::string::npos);
    }
}

}  // namespace
}  // namespace problemator
