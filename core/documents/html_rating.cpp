// Rating of departments: the table with dots and intervals, those with few data apart, the funnel and the weights.
#include <algorithm>
#include <cmath>
#include <cstdio>

#include "core/documents/html_parts.hpp"
#include "core/model/rating/rating_parts.hpp"

namespace problemator {
namespace {

constexpr Phrase kCaption = {"Рейтинг подразделений", "Rating of departments"}, kSpan = {"Период", "Period"}, kSubject = {"Кто оценивается", "Who is rated"};
constexpr Phrase kPlace = {"Место", "Rank"}, kRange = {"интервал", "range"}, kUnit = {"Подразделение", "Department"}, kCount = {"Сообщ.", "Messages"};
constexpr Phrase kInTime = {"В срок, %", "In time, %"}, kInterval = {"доля и интервал 95\u00a0%", "share and 95% interval"};
constexpr Phrase kComplete = {"Полнота, %", "Complete, %"}, kMedian = {"Медиана, дн.", "Median, days"}, kRate = {"Оценка", "Grade"}, kScore = {"Балл", "Score"};
constexpr Phrase kFew = {"Мало данных: место не присваивается", "Little data: no rank is given"};
constexpr Phrase kFunnel = {"Кто за пределами случайности", "Who is beyond chance"}, kShare = {"доля в срок, %", "share in time, %"};
constexpr Phrase kCompare = {"Сравнить", "Compare"}, kUncompare = {"Убрать из сравнения", "Out of the comparison"}, kHistory = {"История мест", "History of places"};
constexpr Phrase kHistoryNote = {"полоса — интервал мест, линия — место, где оно присвоено; выше — лучше", "band: range of places, line: the place where it is given; higher is better"};
constexpr Phrase kWeights = {"Из чего складывается балл", "What the score is made of"};

std::string bare(const Figure& figure, std::string_view css = "num") {
    Figure copy = figure;
    copy.unit.clear();                                 // the head of the column has it
    return explained_html(copy, Tab::Skips, css);
}

/// «69–82 %»: what the picture of a row shows, for those who do not see it. Nothing where the share itself is withheld.
std::string interval_words(const RatingRow& row, Lang lang) {
    if (!row.in_time.value || !row.low || !row.high) return {};
    return range_words(100 * *row.low, 100 * *row.high, 0, lang) + (lang == Lang::Ru ? "\u00a0%" : "%");
}

std::string row_html(const RatingRow& row, std::optional<double> mean, double low, bool is_short, Lang lang) {
    const std::string& name = is_short && !row.short_name.empty() ? row.short_name : row.name;
    std::string out = row.is_few ? "<tr class=\"few\">" : "<tr>";
    out += "<td class=\"rank\">" + esc(row.place);
    if (!is_short && !row.movement.empty())
        out += " <small class=\"move " + std::string{row.movement_direction > 0 ? "t-good up" : row.movement_direction < 0 ? "t-bad down" : "t-muted"} + "\">" + esc(row.movement) + "</small>";
    out += "</td>";
    if (!is_short) out += "<td class=\"range\">" + esc(row.place_range) + "</td>";
    out += "<th scope=\"row\">" + link(row.href, esc(name), {}, name == row.name ? std::string_view{} : std::string_view{row.name}) + "</th>";
    if (!is_short) out += "<td class=\"extra\">" + bare(row.count) + "</td>";
    out += "<td class=\"in-time " + std::string{tone_class(row.tone)} + (is_short ? " vh-cell\"" : "\" data-head=\"" + esc(kInTime.in(lang)) + '"') + ">" + bare(row.in_time) + "</td>";
    out += "<td class=\"picture\"><span class=\"vh\">" + interval_words(row, lang) + "</span>" + to_svg(dot_interval(row, mean, low, 1, is_short ? 126 : 180, is_short ? 32 : 34)) + "</td>";
    if (!is_short)
        for (const Figure* figure : {&row.completeness, &row.median_reply, &row.satisfaction}) out += "<td class=\"extra\">" + bare(*figure) + "</td>";
    out += "<td class=\"score\">" + bare(row.score) + "</td>";
    if (!is_short) out += "<td class=\"pick\">" + (row.versus_href.empty() ? std::string{} : link(row.versus_href, std::string{row.is_compared ? "✓" : "+"} + "<span class=\"vh\"> " + esc((row.is_compared ? kUncompare : kCompare).in(lang)) + ": " + esc(row.name) + "</span>")) + "</td>";
    return out + "</tr>\n";
}

std::string axis_html(double low, bool is_short) {
    std::string out = "<svg class=\"chart axis\" aria-hidden=\"true\"";
    const double width = is_short ? 126 : 180;
    char text[160];
    std::snprintf(text, sizeof text, " viewBox=\"0 0 %.0f 14\" width=\"%.0f\" height=\"14\">", width, width);
    out += text;
    for (const double g : {0.0, 0.25, 0.5, 0.75, 1.0}) {
        if (g < low) continue;
        std::snprintf(text, sizeof text, "<text x=\"%.1f\" y=\"11\" font-size=\"11\" text-anchor=\"%s\" class=\"f-ink3\">%.0f</text>",
                      g < 1 ? 6 + (g - low) / (1 - low) * (width - 12) : width, g < 1 ? "middle" : "end", g * 100);
        out += text;
    }
    return out + "</svg>";
}

std::string head_html(double low, bool is_short, const RatingTableWords& words, Lang lang) {
    const std::vector<RatingPage::Column> none;
    const std::vector<RatingPage::Column>& columns = words.columns ? *words.columns : none;
    const auto named = [&](std::string_view title, std::string_view id, std::string_view css = {}) {
        const auto found = std::find_if(columns.begin(), columns.end(), [id](const RatingPage::Column& column) { return column.id == id; });
        const bool is_sorted = found != columns.end() && found->is_sorted;
        return "<th scope=\"col\"" + (css.empty() ? "" : " class=\"" + std::string{css} + '"') + (is_sorted ? std::string{" aria-sort=\""} + (found->is_descending ? "descending\"" : "ascending\"") : std::string{}) + '>' +
               link(found == columns.end() ? std::string_view{} : std::string_view{found->href}, esc(title)) + "</th>";
    };
    const auto cell = [&](const Phrase& phrase, std::string_view id, std::string_view css = {}) { return named(phrase.in(lang), id, css); };
    std::string out = "<thead><tr>" + cell(kPlace, "place", is_short ? "rank vh-cell" : "rank");
    if (!is_short) out += cell(kRange, "range");
    out += named(words.unit.empty() ? kUnit.in(lang) : words.unit, "name", "name");
    if (!is_short) out += cell(kCount, "count");
    out += cell(kInTime, "in-time", is_short ? "vh-cell" : "") + "<th scope=\"col\" class=\"picture\"><span class=\"vh\">" + esc(kInterval.in(lang)) + "</span>" + axis_html(low, is_short) + "</th>";
    if (!is_short) out += cell(kComplete, "completeness") + cell(kMedian, "median") + cell(kRate, "satisfaction");
    out += cell(kScore, "score");
    return out + (columns.empty() ? "" : "<th scope=\"col\" class=\"pick\"><span class=\"vh\">" + esc(kCompare.in(lang)) + "</span></th>") + "</tr></thead>\n";
}

std::string weights_html(const RatingPage& page) {
    std::string out = "<ul class=\"weights\">";
    for (std::size_t i = 0; i < page.weights.size(); ++i) {
        out += "<li><b>" + esc(page.weights[i].first) + "</b>";
        if (i < page.weight_notes.size()) out += " <span>" + esc(page.weight_notes[i]) + "</span>";
        out += " <span class=\"value\">" + esc(page.weights[i].second) + "</span></li>";
    }
    return out + "</ul>\n";
}

std::string toolbar_html(const RatingPage& page, Lang lang) {
    std::string out = "<div class=\"toolbar\">" + choices_html(page.spans, kSpan.in(lang)) + choices_html(page.subjects, kSubject.in(lang));
    if (!page.adjustment.href.empty())
        out += "<a class=\"switch\" role=\"switch\" aria-checked=\"" + std::string{page.adjustment.is_selected ? "true" : "false"} + '"' + href_attribute(page.adjustment.href) + "><i aria-hidden=\"true\"></i>" + esc(page.adjustment.text) + "</a>";
    if (!page.report.href.empty()) out += link(page.report.href, esc(page.report.text), "button for-report");
    return out + "</div>\n";
}

std::string history_html(const RatingPage& page, Lang lang) {
    std::string rows;
    for (const auto* list : {&page.rows, &page.few})
        for (const RatingRow& row : *list)
            if (std::any_of(row.history.begin(), row.history.end(), [](const auto& places) { return places.has_value(); }))
                rows += "<li><span>" + esc(row.name) + "</span>" + to_svg(place_history(row, page.history_periods, 200, 32, lang)) + "<small>" + esc(row.place_range.empty() ? "–" : row.place_range) + "</small></li>\n";
    if (rows.empty() || page.history_periods.size() < 2) return {};
    return panel_html("history-panel", {kHistory.in(lang), kHistoryNote.in(lang)}, "<ul class=\"histories\">\n" + rows + "</ul>\n");
}

}  // namespace

double rating_scale_low(const std::vector<RatingRow>& rows, const std::vector<RatingRow>& few) {
    double lowest = 1;
    for (const auto* list : {&rows, &few})
        for (const RatingRow& row : *list)
            if (row.low && std::isfinite(*row.low)) lowest = std::min(lowest, *row.low);
    return lowest >= 0.5 ? 0.5 : lowest >= 0.25 ? 0.25 : 0;
}

std::string rating_table_html(const std::vector<RatingRow>& rows, const std::vector<RatingRow>& few, std::optional<double> mean, bool is_short, Lang lang, const RatingTableWords& words) {
    const double low = rating_scale_low(rows, few);
    std::string out = "<div class=\"scroll\"><table class=\"rating-table" + std::string{is_short ? " short" : ""} + "\"><caption class=\"vh\">" + esc(words.caption.empty() ? kCaption.in(lang) : words.caption) + "</caption>\n";
    out += head_html(low, is_short, words, lang) + "<tbody>\n";
    for (const RatingRow& row : rows) out += row_html(row, mean, low, is_short, lang);
    out += "</tbody>\n";
    if (!few.empty()) {
        out += "<tbody class=\"few\"><tr><td colspan=\"2\"></td><th colspan=\"9\" scope=\"rowgroup\">" + esc(kFew.in(lang)) + "</th></tr>\n";
        for (const RatingRow& row : few) out += row_html(row, mean, low, is_short, lang);
        out += "</tbody>\n";
    }
    return out + "</table></div>\n";
}

std::string rating_html(const RatingPage& page, Lang lang) {
    std::string out = toolbar_html(page, lang) + verdict_html(page.verdict, {}, page.note);
    std::string table = rating_table_html(page.rows, page.few, page.mean, false, lang, {page.caption, page.unit_title, &page.columns});
    if (!page.versus_note.empty()) table += "<p class=\"panel-note\">" + esc(page.versus_note) + "</p>\n";
    if (!page.footnote.empty()) table += "<p class=\"panel-note\">" + esc(page.footnote) + "</p>\n";
    out += "<div class=\"split\">\n<section class=\"panel flush\" data-block=\"rating\">" + table + "</section>\n<div class=\"side\">\n";
    if (!page.funnel.empty())
        out += panel_html("funnel-panel", {.title = kFunnel.in(lang), .note = page.funnel_note.empty() ? kShare.in(lang) : std::string_view{page.funnel_note}, .block = "funnel"}, "<figure>" + to_svg(funnel(page, 412, 380, lang)) + "</figure>\n");
    if (!page.weights.empty()) out += panel_html("weights-panel", {.title = kWeights.in(lang), .block = "weights"}, weights_html(page));
    out += "</div></div>\n" + history_html(page, lang);
    return page.listings.empty() ? out : out + listings_html(page.listings, lang);
}

}  // namespace problemator
