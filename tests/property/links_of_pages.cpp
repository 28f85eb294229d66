// Number clicked = rows listed: over every figure of every page, for real-looking and random tables, in many states.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "core/documents/block_files.hpp"
#include "core/documents/page_facts.hpp"
#include "core/model/pages.hpp"
#include "tests/effort.hpp"
#include "tests/unit/model/make_table.hpp"

namespace problemator {
namespace {

using Figures = std::vector<std::pair<std::string, const Figure*>>;

void collect(Figures& out, const Rail& rail) {
    for (const auto& facet : rail.facets)
        for (const auto& v : facet.values) out.emplace_back("facet " + v.id, &v.count);
    for (const auto& [mark, v] : rail.marks) out.emplace_back("mark " + v.id, &v.count);
}

void collect(Figures& out, const Matrix& m) {
    for (const auto& head : m.rows) out.emplace_back("row " + head.id, &head.total);
    for (const auto& head : m.columns) out.emplace_back("column " + head.id, &head.total);
    for (const auto& cell : m.cells) out.emplace_back("cell " + cell.row_id + " " + cell.column_id, &cell.figure);
    out.emplace_back("matrix total", &m.total);
}

void collect(Figures& out, const std::vector<Listing>& listings) {
    for (const auto& listing : listings)
        for (const auto& row : listing.rows) {
            EXPECT_EQ(row.size(), listing.columns.size()) << listing.id;
            for (const auto& cell : row) out.emplace_back(listing.id + " " + row.front().figure.text, &cell.figure);
        }
}

void collect(Figures& out, const RatingRow& r) {
    for (const Figure* f : {&r.count, &r.in_time, &r.completeness, &r.median_reply, &r.satisfaction, &r.repeats, &r.score}) out.emplace_back("rating " + r.id, f);
}

void collect(Figures& out, const OverviewPage& p) {
    for (const auto& tile : p.tiles) out.emplace_back("tile " + tile.id, &tile.figure);
    for (const auto& problem : p.problems) out.emplace_back("problem " + problem.title, &problem.count);
    collect(out, p.matrix);
    for (const auto& point : p.map) {
        out.emplace_back("map " + point.name, &point.all);
        out.emplace_back("map surge " + point.name, &point.surge);
    }
    for (const auto& b : p.indicators) out.emplace_back("indicator " + b.id, &b.fact);
    for (const auto& r : p.rating) collect(out, r);
}

void collect(Figures& out, const HeatmapPage& p) {
    collect(out, p.rail);
    collect(out, p.matrix);
    if (!p.drawer) return;
    for (const auto& [figure, label] : p.drawer->figures) out.emplace_back("drawer " + label, &figure);
    for (const auto& growth : p.drawer->growth) out.emplace_back("growth " + growth.name, &growth.count);
    for (const auto& line : p.drawer->excess) out.emplace_back("excess " + line.by + " " + line.name, &line.count);
    for (const auto& cluster : p.drawer->clusters) out.emplace_back("cluster " + cluster.words, &cluster.count);
}

void collect(Figures& out, const MapPage& p) {
    collect(out, p.rail);
    for (const auto& place : p.places) {
        out.emplace_back("place " + place.name, &place.count);
        out.emplace_back("measure of " + place.name, &place.measure);
    }
    for (const auto& hex : p.density.cells) out.emplace_back("cell", &hex.count);
    for (const auto& spot : p.spots) out.emplace_back("spot " + spot.title, &spot.count);
    if (!p.inset) return;
    for (const auto& hex : p.inset->density.cells) out.emplace_back("fine cell", &hex.count);
}

void collect(Figures& out, const RatingPage& p) {
    for (const auto& r : p.rows) collect(out, r);
    for (const auto& r : p.few) collect(out, r);
    collect(out, p.listings);
}

void collect(Figures& out, const IndicatorsPage& p) {
    for (const auto& card : p.cards) {
        out.emplace_back("card " + card.id, &card.fact);
        out.emplace_back("numerator of " + card.id, &card.part);
    }
    collect(out, p.listings);
}

void collect(Figures& out, const MessagesPage& p) {
    collect(out, p.rail);
    for (const auto& remedy : p.remedies) out.emplace_back("remedy " + remedy.text, &remedy.count);
}

void collect(Figures& out, const ListingsPage& p) {
    for (const auto& tile : p.tiles) out.emplace_back("tile " + tile.id, &tile.figure);
    collect(out, p.listings);
}

void collect(Figures& out, const ProblemsPage& p) {
    collect(out, static_cast<const ListingsPage&>(p));
    for (const ProblemRow& row : p.rows) out.emplace_back("problem " + row.id, &row.recent);
    if (p.card) out.emplace_back("card of " + p.card->id, &p.card->all);
}

std::size_t listed(const Snapshot& snapshot, const std::string& href) {
    return count_rows(snapshot.table, filter_of(from_hash(href), snapshot.table, snapshot.info.week));
}

// Bars of weeks and the drawer's «Все 57» are numbers too, though not figures.
void check_bars(const Snapshot& snapshot, const HeatmapPage& page) {
    if (!page.drawer) return;
    for (const auto& bar : page.drawer->weeks) {
        if (!bar.href.empty()) { EXPECT_EQ(listed(snapshot, bar.href), static_cast<std::size_t>(bar.value)) << bar.label << " " << bar.href; }
        else { EXPECT_TRUE(snapshot.info.is_published && bar.value == 2) << bar.label << ": only hidden counts open nothing, and all are drawn alike"; }
    }
    ASSERT_FALSE(page.drawer->figures.empty());
    const Figure& all = page.drawer->figures[0].first;
    if (!all.href.empty()) { EXPECT_EQ(listed(snapshot, page.drawer->all_href), all.n); }
}

// One in so many numbers is exported as well: the file has exactly the rows that the number says, each on its line.
void check_exports(const World& world, const Figures& figures) {
    for (std::size_t i = 0; i < figures.size(); i += 101) {
        const Figure& figure = *figures[i].second;
        if (figure.href.empty()) continue;
        const State rows = from_hash(figure.href);
        if (rows.screen != Screen::Messages) continue;   // a filter of the screen itself
        const auto block = block_of(page_of(world, rows), world, rows, "messages");
        ASSERT_TRUE(block) << figure.href;
        EXPECT_EQ(block->rows.size(), figure.n) << figures[i].first << " " << figure.href;
        const std::string csv = block_csv(*block, {}, Lang::Ru), heads = block_csv(PageBlock{.title = block->title, .note = block->note, .columns = block->columns, .more = block->more, .words = block->words}, {}, Lang::Ru);
        EXPECT_EQ(std::count(csv.begin(), csv.end(), '\n') - std::count(heads.begin(), heads.end(), '\n'), static_cast<std::ptrdiff_t>(figure.n)) << figure.href;
    }
}

std::size_t check_page(const Snapshot& snapshot, const std::string& hash) {
    const World world{testing_tables::oktyabrskoe(), snapshot, "test"};
    const State state = from_hash(hash);
    EXPECT_TRUE(state.unknown.empty()) << hash;
    const Page page = page_of(world, state);
    Figures figures;
    std::visit([&](const auto& p) { collect(figures, p); }, page);
    std::size_t links = 0;
    for (const auto& [where, figure] : figures) {
        // Why this number: a number that nobody explains is not shown. Words («3–5 дн.», names) are no numbers and have no value.
        if (figure->value && !figure->text.empty()) { EXPECT_FALSE(figure->why.empty()) << hash << " → " << where << " «" << figure->text << "»"; }
        for (const auto& [label, text] : figure->why) EXPECT_FALSE(label.empty() || text.empty()) << hash << " → " << where << " " << label;
        if (figure->href.empty()) continue;
        ++links;
        EXPECT_EQ(listed(snapshot, figure->href), figure->n) << hash << " → " << where << " «" << figure->text << "» " << figure->href;
        EXPECT_TRUE(std::isfinite(figure->value.value_or(0))) << where;
    }
    if (const auto* heat = std::get_if<HeatmapPage>(&page)) check_bars(snapshot, *heat);
    check_exports(world, figures);
    if (const auto* messages = std::get_if<MessagesPage>(&page)) { EXPECT_EQ(messages->rows.size(), listed(snapshot, hash)); }
    return links;
}

const char* const kStates[] = {
    "#/svodka", "#/svodka?w=2026-W40", "#/svodka?b=utilities&lang=en", "#/svodka?w=2026-W47", "#/svodka?ch=pos&compare=0",
    "#/teplo", "#/teplo?view=week-block", "#/teplo?view=weekday-hour", "#/teplo?measure=overdue_share", "#/teplo?measure=in_time_share&view=week-block",
    "#/teplo?measure=satisfaction", "#/teplo?measure=repeat_share&order=name", "#/teplo?measure=overdue_now", "#/teplo?change=1", "#/teplo?p=2026-10-01..2026-10-20",
    "#/teplo?p=all&order=profile", "#/teplo?cell=andra,utilities", "#/teplo?view=week-block&cell=utilities,2026-W44", "#/teplo?m=overdue&t=andra,none",
    "#/teplo?view=weekday-hour&w=2026-W41", "#/teplo?b=no-such-block", "#/teplo?p=2026-11-11..2026-11-11&view=weekday-hour",
    "#/rejting", "#/rejting?span=quarter&dep=utilities", "#/rejting?span=year&dep=none&m=late", "#/soobshcheniya?basis=due&p=2026-11-16..2026-11-20&m=open", "#/rejting?span=year&lang=en", "#/rejting?p=all", "#/pokazateli", "#/pokazateli?w=2026-W20&b=utilities",
    "#/soobshcheniya", "#/soobshcheniya?p=all&sort=due", "#/soobshcheniya?basis=decided&p=2026-09-01..2026-10-31&m=late", "#/soobshcheniya?basis=closed&not=gratitude&sort=-territory",
    "#/soobshcheniya?id=pos:7&m=open,repeat", "#/teplo?view=territory-week&order=likeness", "#/teplo?view=department-topic&order=likeness&ow=2026-W44", "#/teplo?view=territory-week&measure=per_thousand",
    "#/teplo?deviation=1", "#/teplo?deviation=1&view=territory-week&w=2026-W47", "#/teplo?change=1&compare=year", "#/teplo?change=1&compare=plan&view=week-block", "#/teplo?measure=per_thousand&w=2026-W44&ow=2026-W46",
    "#/teplo?view=territory-week&cell=andra,2026-W44", "#/teplo?view=department-topic&cell=utilities,none&b=utilities", "#/teplo?cl=pos:7,2026-W45", "#/soobshcheniya?cl=pos:7,2026-10-01..2026-11-15&p=all&q=света",
    "#/svodka?compare=year", "#/svodka?m=overdue&p=2026-10-20..2026-11-10", "#/teplo?more=d,t,tp&deviation=1&order=likeness", "#/soobshcheniya?t=andra&st=answered&m=rated&q=нет такого",
    "#/soobshcheniya?p=2026-11-09T10:00..2026-11-09T15:30",
    "#/problemy?tab=week", "#/problemy?set=all", "#/problemy?tab=board&lang=en", "#/problemy?set=all&problem=heat~andra", "#/rejting?sort=median&vs=utilities,roads", "#/pokazateli?ind=fast_track", "#/problemy?tab=week&b=utilities&w=2026-W47",
    "#/problemy", "#/problemy?lang=en&w=2026-W40", "#/problemy?b=utilities&w=2026-W47", "#/problemy?t=andra&m=open",
    "#/teplo?view=map", "#/teplo?p=all&view=map", "#/teplo?measure=overdue_share&t=andra&view=map", "#/teplo?at=4,62458,66034&change=1&view=map", "#/teplo?deviation=1&lang=en&view=map&w=2026-W44",
    "#/teplo?measure=per_thousand&tiles=1&view=map", "#/teplo?hex=62_66_3000_0.17_1.17&p=all&view=map", "#/soobshcheniya?hex=62_66_3000_0.17_1.17&p=all", "#/svodka?hex=62_66_20000_0.2_0.3_1.2",
    "#/kachestvo", "#/kachestvo?lang=en&w=2026-W40&b=utilities", "#/kachestvo?p=all&m=open",
};

// A report as an import of this table would have made it: some of its numbers are those of the rows, some are not.
QualityReport report_of(const Snapshot& snapshot) {
    const Table& table = snapshot.table;
    QualityReport report;
    report.messages = static_cast<std::uint32_t>(table.rows());
    std::map<std::pair<Week, std::string>, std::uint32_t> weeks;
    std::map<std::string, std::uint32_t> topics;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        ++weeks[{week_from_minute(table.received[row]), std::string{table.dictionary(Dimension::Channel).id(table.column(Dimension::Channel)[row])}}];
        ++topics[std::string{table.dictionary(Dimension::Topic).name(table.column(Dimension::Topic)[row])}];
        report.gratitudes += has(table.marks[row], Mark::Gratitude);
        report.appeals += table.dictionary(Dimension::Kind).id(table.column(Dimension::Kind)[row]) == "appeal";
    }
    for (const auto& [key, n] : weeks) report.coverage.push_back({key.first, key.second, n + (key.first % 5 == 0)});   // every fifth week the report has one more
    for (const auto& [name, n] : topics) report.unmapped.push_back({Dimension::Topic, name, "", n});
    report.unmapped.push_back({Dimension::Department, "", "", 7});
    report.rules = {{"r", "Правило", "Rule", 3, 2, 1}};
    for (const InputFile& input : snapshot.info.inputs) {
        QualityTable read;
        read.name = input.name;
        read.channel = input.channel;
        report.tables.push_back(std::move(read));
    }
    return report;
}

TEST(Links, NumberClickedIsTheNumberOfRowsListedOnRandomTables) {
    for (std::uint64_t seed = 1; seed <= part_of(3); ++seed) {
        auto snapshot = testing_tables::random_snapshot(seed, 4000);
        snapshot.quality = report_of(snapshot);
        std::size_t links = 0;
        for (const char* hash : kStates) links += check_page(snapshot, hash);
        EXPECT_GT(links, 2000u);
    }
}

TEST(Links, NumberClickedIsTheNumberOfRowsListedOnSmallAndEmptyTables) {
    for (const int rows : {0, 1, 25, 300}) {
        auto snapshot = testing_tables::random_snapshot(11, rows, 9);
        snapshot.quality = report_of(snapshot);
        for (const char* hash : kStates) check_page(snapshot, hash);
    }
    testing_tables::Maker nothing;
    const auto empty = std::move(nothing).finish();
    for (const char* hash : kStates) check_page(empty, hash);
}

TEST(Links, StatesAtTheEdgesOfTimeHoldToo) {
    const auto snapshot = testing_tables::random_snapshot(5, 800);
    for (const char* hash : {"#/svodka?w=1900-W02", "#/svodka?w=2199-W50", "#/teplo?w=1900-W01&view=week-block", "#/teplo?w=2199-W52&view=week-block&cell=utilities,1900-W02",
                             "#/teplo?p=..2026-01-01&view=weekday-hour", "#/teplo?p=2026-01-01..&change=1", "#/teplo?p=1900-01-01..1900-01-07&view=week-block", "#/rejting?p=..1950-01-01",
                             "#/rejting?p=2199-12-01..2199-12-31", "#/rejting?w=2199-W52&span=year", "#/pokazateli?w=1900-W02", "#/soobshcheniya?p=2199-12-31..", "#/teplo?cell=none,none",
                             "#/teplo?view=week-block&cell=none,2199-W52"}) {
        check_page(snapshot, hash);
        EXPECT_FALSE(header_model({testing_tables::oktyabrskoe(), snapshot, ""}, from_hash(hash)).weeks.empty());
    }
}

TEST(Links, RandomMixturesOfStatesHoldToo) {
    const std::string_view screens[] = {"#/teplo?", "#/svodka?", "#/problemy?", "#/rejting?", "#/soobshcheniya?", "#/pokazateli?", "#/kachestvo?"};
    const std::string_view keys[] = {"w=2026-W40&", "p=all&", "p=..2026-03-01&", "cell=andra,utilities&", "view=week-block&", "view=weekday-hour&", "m=open,late&", "t=andra&", "t=none&", "b=x&", "basis=closed&",
                                     "view=territory-week&", "view=department-topic&", "order=likeness&", "deviation=1&", "compare=year&", "compare=plan&", "ow=2026-W42&", "cl=pos:9,2026-W45&", "cl=soc:4,2026-09-01..2026-11-01&", "more=t&", "q=света&", "measure=median_reply&", "measure=per_thousand&", "change=1&", "sort=-due&", "id=1&", "span=year&", "lang=en&", "k=appeal&", "st=in_work&", "order=name&"};
    auto snapshot = testing_tables::random_snapshot(5, 800);
    snapshot.quality = report_of(snapshot);
    Random random{9};
    for (int i = 0; i < part_of(400); ++i) {
        std::string hash{screens[static_cast<std::size_t>(random.uniform() * static_cast<double>(std::size(screens)))]};
        for (int n = static_cast<int>(random.uniform() * 6); n > 0; --n) hash += keys[static_cast<std::size_t>(random.uniform() * static_cast<double>(std::size(keys)))];
        check_page(snapshot, hash);
    }
}

TEST(Links, PublishedSnapshotsHideSmallCellsAndLinkTheRest) {
    auto snapshot = testing_tables::random_snapshot(5, 3000, 70, true);
    snapshot.quality = report_of(snapshot);
    for (const char* hash : kStates) check_page(snapshot, hash);
    const World world{testing_tables::oktyabrskoe(), snapshot, "test"};
    std::size_t hidden = 0;
    for (const auto& cell : overview_page(world, State{}).matrix.cells) {
        if (cell.is_hidden) {
            ++hidden;
            EXPECT_EQ(cell.figure.text, "<\u00A0" "3");
            EXPECT_FALSE(cell.figure.value.has_value());
            EXPECT_TRUE(cell.figure.href.empty());
        } else {
            EXPECT_TRUE(cell.figure.n == 0 || cell.figure.n >= 3) << cell.figure.n;
        }
    }
    EXPECT_GT(hidden, 0u);
}

}  // namespace
}  // namespace problemator
