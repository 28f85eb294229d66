#include "core/model/explain_rest.hpp"

#include "core/base/format.hpp"
#include "core/model/words.hpp"

namespace problemator {
namespace {

bool is_bare(const Figure& figure) { return figure.why.empty() && figure.value && !figure.text.empty(); }

/// A number that lists its rows says their period and filter; one that does not says those of the page.
void explain_as(Figure& figure, const Scope& scope, const std::string& formula) {
    if (!is_bare(figure)) return;
    explain(figure, scope, {"число таблицы", "number of the table"}, figure.href.empty() ? scope.state : from_hash(figure.href));
    figure.why.front().second = formula;
}

void explain_listing(Listing& listing, const Scope& scope) {
    const std::string of = "«" + listing.title + "»" + (listing.note.empty() ? "" : ": " + listing.note);
    for (auto& row : listing.rows) {
        const std::string line = row.empty() || row.front().figure.value ? std::string{} : row.front().figure.text;
        for (std::size_t c = 0; c < row.size() && c < listing.columns.size(); ++c) {
            if (!is_bare(row[c].figure)) continue;
            const std::string& column = listing.columns[c].title;
            explain_as(row[c].figure, scope, (column.empty() ? line : column) + (line.empty() || c == 0 || column.empty() ? "" : ", " + line) + " — " + of);
        }
    }
}

struct RatingField { Figure RatingRow::*figure; Phrase formula; };
constexpr RatingField kRatingFields[] = {
    {&RatingRow::count, {"сообщения подразделения, поступившие за период", "messages of the department received in the period"}},
    {&RatingRow::in_time, {"отвеченные в срок, делить на все, у которых есть ответ или нарушен срок", "answered in time, divided by all that were answered or missed their deadline"}},
    {&RatingRow::completeness, {"сообщения без повторных, делить на все поступившие", "messages that are no repeats, divided by all received"}},
    {&RatingRow::median_reply, {"медиана времени от поступления до закрытия", "median time from receipt to closing"}},
    {&RatingRow::satisfaction, {"средняя оценка жителей по закрытым сообщениям", "mean rating of the closed messages"}},
    {&RatingRow::repeats, {"повторные, делить на все поступившие", "repeats, divided by all received"}},
    {&RatingRow::score, {"взвешенная сумма показателей подразделения; веса — под таблицей", "weighted sum of the department's figures; the weights stand under the table"}},
};

void explain_rows(std::vector<RatingRow>& rows, const Scope& scope) {
    for (RatingRow& row : rows)
        for (const auto& [figure, formula] : kRatingFields) explain_as(row.*figure, scope, row.name + ": " + std::string{formula.in(scope.lang)});
}

struct Explainer {
    const Scope& scope;

    std::string say(Phrase phrase) const { return std::string{phrase.in(scope.lang)}; }
    void listings(std::vector<Listing>& all) const {
        for (Listing& listing : all) explain_listing(listing, scope);
    }
    void tiles(std::vector<Tile>& all) const {
        for (Tile& tile : all) explain_as(tile.figure, scope, tile.label + (tile.aside.empty() ? "" : ", " + tile.aside));
    }

    void operator()(OverviewPage& page) const {
        tiles(page.tiles);
        for (auto& point : page.map) {
            explain_as(point.all, scope, point.name + ": " + say({"сообщения за неделю", "messages of the week"}));
            explain_as(point.surge, scope, point.name + ": " + say({"сообщения в клетках со всплеском", "messages in surging cells"}));
        }
        for (auto& bullet : page.indicators) explain_as(bullet.fact, scope, bullet.name);
        explain_rows(page.rating, scope);
    }
    void operator()(RatingPage& page) const {
        explain_rows(page.rows, scope);
        explain_rows(page.few, scope);
        listings(page.listings);
    }
    void operator()(IndicatorsPage& page) const {
        for (auto& card : page.cards) {
            explain_as(card.fact, scope, card.formula.empty() ? card.name : card.formula);
            explain_as(card.part, scope, card.name + ": " + say({"числитель", "numerator"}));
            explain_as(card.outlook_figure, scope, card.name + ": " + say({"прогноз на 31 декабря", "forecast for 31 December"}));
        }
        listings(page.listings);
    }
    void operator()(ListingsPage& page) const {
        tiles(page.tiles);
        listings(page.listings);
    }
    void operator()(HeatmapPage&) const {}      // its builders explain every number
    void operator()(MessagesPage&) const {}
    void operator()(MapPage& page) const {
        for (auto& place : page.places) {
            explain_as(place.count, scope, place.name + ": " + say({"сообщения за период", "messages of the period"}));
            explain_as(place.measure, scope, place.name + ": " + say({"мера, которой закрашена территория", "the measure that fills the territory"}));
        }
        hexagons(page.density);
        for (auto& spot : page.spots) explain_as(spot.count, scope, spot.title + ": " + say({"сообщения с известной точкой внутри очага", "messages with a known point inside the hot spot"}));
        if (page.inset) hexagons(page.inset->density);
    }
    void hexagons(HexLayer& layer) const {
        for (auto& hex : layer.cells) explain_as(hex.count, scope, say({"сообщения с известной точкой внутри шестиугольника", "messages with a known point inside the hexagon"}));
    }
    void operator()(ProblemsPage& page) const {
        (*this)(static_cast<ListingsPage&>(page));
        for (auto& row : page.rows) explain_as(row.recent, scope, row.title + ", " + row.place + ": " + say({"сообщения за четыре недели", "messages of four weeks"}));
        if (page.card) explain_as(page.card->all, scope, page.card->title + ": " + say({"сообщения за год", "messages of a year"}));
    }
};

}  // namespace

void explain_rest(Page& page, const Scope& scope) { std::visit(Explainer{scope}, page); }

}  // namespace problemator
