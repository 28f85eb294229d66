// The planted facts on the screens: exports → take_in → assemble → overview_page finds every problem that was planted for the
// last whole week, and nothing else that is loud; problems_page says what each is made of and what became of it.
#ifndef __EMSCRIPTEN__   // the generator is part of the native command line
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "core/app/assemble.hpp"
#include "core/cli/sample_registers.hpp"
#include "core/cli/samples.hpp"
#include "core/model/map/territory_points.hpp"
#include "core/model/overview/overview_page.hpp"
#include "core/model/problems/problems_page.hpp"
#include "core/model/rating/rating_page.hpp"
#include "core/model/world.hpp"
#include "core/schema/embedded.hpp"
#include "tests/effort.hpp"

namespace problemator::cli {
namespace {

struct Demo {
    Profile profile;
    Planted planted;
    Snapshot snapshot;
    OverviewPage page;                       // of 2026-W46
    std::vector<OverviewPage> weeks_before;  // W45, W44, …
    ProblemsPage problems;                   // of 2026-W46
};

Demo open_demo(const std::string& id, int weeks_before, bool is_published = true) {
    Demo demo;
    auto profile = builtin_profile(id);
    const auto calendar = builtin_calendar();
    EXPECT_TRUE(profile && calendar) << id;
    if (!profile || !calendar) return demo;
    demo.profile = *std::move(profile);
    std::map<std::string, std::string> bytes;
    SampleOptions options;
    options.profile_id = id;
    const auto sink = [&](std::string_view name, std::string_view piece) { return bytes[std::string{name}].append(piece), true; };
    auto planted = make_samples(demo.profile, options, sink);
    if (planted) { EXPECT_TRUE(make_sample_registers(demo.profile, options, *planted, sink)) << id; }
    std::vector<SourceFile> files;
    for (const auto& [name, all] : bytes) files.push_back({name, all});
    AssembleOptions how;
    how.is_published = is_published;
    auto made = assemble(take_in(files, demo.profile, *calendar, {}), demo.profile, {}, how);
    EXPECT_TRUE(planted && made) << id;
    if (!planted || !made) return demo;
    demo.planted = *std::move(planted);
    demo.snapshot = std::move(made->snapshot);
    place_by_messages(demo.profile, demo.snapshot.table);
    const World world{demo.profile, demo.snapshot, ""};
    demo.page = overview_page(world, {});
    demo.problems = problems_page(world, from_hash("#/problemy?tab=week"));
    for (int i = 1; i <= weeks_before; ++i) {
        State state;
        state.week = week_from_day(demo.planted.last_day) - i;
        demo.weeks_before.push_back(overview_page(world, state));
    }
    return demo;
}

const Demo& usual() { static const Demo demo = open_demo("oktyabrskoe", 30); return demo; }
/// With its texts and streets, as it is looked at inside the municipality.
const Demo& local() { static const Demo demo = open_demo("oktyabrskoe", 0, false); return demo; }

/// Those of now: two older ones are planted for other screens.
std::vector<PlantedWeeks> planted_now(const Demo& demo) {
    std::vector<PlantedWeeks> now;
    for (const auto& p : demo.planted.problems)
        if (p.last_week == week_from_day(demo.planted.last_day)) now.push_back(p);
    return now;
}

std::pair<std::string, std::string> names_of(const Profile& profile, const PlantedWeeks& planted) {
    std::pair<std::string, std::string> names;   // topic, place
    for (const auto& block : profile.blocks)
        for (const auto& topic : block.topics)
            if (topic.id == planted.topic) names.first = topic.name.ru;
    for (const auto& territory : profile.territories)
        if (territory.id == planted.territory) names.second = territory.name.ru;
    return names;
}

const Problem* find(const Demo& demo, const PlantedWeeks& planted) {
    const auto names = names_of(demo.profile, planted);
    for (const auto& problem : demo.page.problems)
        if (std::pair{problem.title, problem.place} == names) return &problem;
    return nullptr;
}

const Problem* find(const Demo& demo, std::string_view id) {
    for (const auto& planted : demo.planted.problems)
        if (planted.id == id) return find(demo, planted);
    return nullptr;
}

std::string reasons(const Problem& problem) {
    std::string all;
    for (const auto& [text, tone] : problem.reasons) all += text + "; ";
    return all;
}

TEST(SamplesOverview, EveryPlantedProblemOfTheWeekIsFoundAndNothingElseIsLoud) {
    auto ids = embedded_ids(embedded_municipalities());
    ids.resize(static_cast<std::size_t>(part_of(static_cast<int>(ids.size()))));
    for (const auto& id : ids) {
        const auto other = id == "oktyabrskoe" ? Demo{} : open_demo(id, 0);
        const Demo& demo = id == "oktyabrskoe" ? usual() : other;
        const auto now = planted_now(demo);
        EXPECT_EQ(now.size(), 7u) << id;
        for (const auto& planted : now) {
            const Problem* problem = find(demo, planted);
            ASSERT_TRUE(problem) << id << ": " << planted.id;
            EXPECT_GE(problem->count.value.value_or(0), extra_in(planted, planted.last_week)) << id << ": " << planted.id;
        }
        // Elsewhere formal channels name no place, and a season may lift a whole topic without one.
        EXPECT_LE(demo.page.problems_total, now.size() + (id == "oktyabrskoe" ? 0 : 2)) << id;
    }
}

/// The card of a planted problem on «Проблематор».
std::optional<ProblemCard> card_of(const Demo& demo, const PlantedWeeks& planted) {
    const World world{demo.profile, demo.snapshot, ""};
    const auto names = names_of(demo.profile, planted);
    for (const ProblemRow& row : problems_page(world, from_hash("#/problemy")).rows)
        if (std::pair{row.title, row.place} == names) return problems_page(world, from_hash(row.href)).card;
    return std::nullopt;
}

/// A word of the cause without its ending: so it is found in whatever form people wrote it.
bool holds_word_of(std::string_view text, std::string_view cause) {
    constexpr std::size_t stem = 10;   // five Russian letters
    for (std::size_t begin = 0; begin < cause.size();) {
        const std::size_t end = std::min(cause.find(' ', begin), cause.size());
        if (text.find(cause.substr(begin, std::min(end - begin, stem))) != std::string_view::npos) return true;
        begin = end + 1;
    }
    return false;
}

TEST(SamplesOverview, TheFirstThreeWordsOfACardNameThePlantedCause) {
    for (const auto& planted : planted_now(local())) {
        ASSERT_FALSE(planted.cause.empty()) << planted.id;
        const auto card = card_of(local(), planted);
        ASSERT_TRUE(card) << planted.id;
        std::string first;
        for (std::size_t i = 0; i < std::min<std::size_t>(3, card->words.size()); ++i) first += card->words[i].first + "; ";
        EXPECT_TRUE(holds_word_of(first, planted.cause)) << planted.id << ": " << planted.cause << " is not in " << first;
    }
}

TEST(SamplesOverview, TheExcessOfEverySurgeIsToldByItsParts) {
    const World world{local().profile, local().snapshot, ""};
    for (const auto& planted : planted_now(local())) {
        const auto card = card_of(local(), planted);
        ASSERT_TRUE(card) << planted.id;
        EXPECT_FALSE(card->excess.empty()) << planted.id << ": " << card->excess_note;
        std::set<std::string> by;
        for (const ExcessLine& line : card->excess) {
            by.insert(line.by);
            EXPECT_EQ(count_rows(local().snapshot.table, filter_of(from_hash(line.count.href), local().snapshot.table, local().snapshot.info.week)), line.count.n) << planted.id << ": " << line.by << ", " << line.name;
        }
        EXPECT_TRUE(by.count("Улица") || by.count("Тексты")) << planted.id << ": two streets and one cause were planted";
    }
}

TEST(SamplesOverview, EachProblemIsOfItsKind) {
    for (const char* id : {"surge", "snow_surge", "trips_surge", "waste_surge"}) {
        const Problem* problem = find(usual(), id);
        ASSERT_TRUE(problem) << id;
        EXPECT_TRUE(problem->is_surge) << id;
        EXPECT_LE(problem->q, 0.05) << id;
        EXPECT_GE(*problem->count.value, 7) << id;
    }
    for (const char* id : {"chronic", "lighting_chronic", "growing"}) {
        const Problem* problem = find(usual(), id);
        ASSERT_TRUE(problem) << id;
        EXPECT_NE(reasons(*problem).find("выше нормы"), std::string::npos) << id << ": " << reasons(*problem);
    }
    const Problem& trips = *find(usual(), "trips_surge");
    EXPECT_NE(reasons(trips).find("вместо обычных 0–"), std::string::npos) << reasons(trips);
    const Problem& lighting = *find(usual(), "lighting_chronic");
    EXPECT_NE(reasons(lighting).find("просрочено"), std::string::npos) << reasons(lighting);
    EXPECT_NE(reasons(lighting).find("повторн"), std::string::npos) << reasons(lighting);
}

const Listing* find_listing(const Demo& demo, std::string_view id) {
    for (const Listing& listing : demo.problems.listings)
        if (listing.id == id) return &listing;
    return nullptr;
}

/// The words of a column in the row of a planted problem; empty when it has no row.
std::string said(const Demo& demo, std::string_view listing_id, std::string_view planted_id, std::string_view column) {
    const Listing* listing = find_listing(demo, listing_id);
    for (const auto& planted : demo.planted.problems) {
        if (planted.id != planted_id || !listing) continue;
        const auto names = names_of(demo.profile, planted);
        for (const auto& row : listing->rows) {
            const auto has = [&](const std::string& name) { return std::any_of(row.begin(), row.end(), [&](const ListingCell& cell) { return cell.figure.text == name; }); };
            for (std::size_t c = 0; c < row.size(); ++c)
                if (listing->columns[c].id == column && has(names.first) && has(names.second)) return row[c].figure.text;
        }
    }
    return {};
}

TEST(SamplesProblems, EveryPlantedProblemIsAnAlarmOfItsKind) {
    for (const char* id : {"surge", "snow_surge", "trips_surge", "waste_surge"}) EXPECT_EQ(said(usual(), "alarms", id, "status").find("всплеск"), 0u) << id;
    for (const char* id : {"chronic", "lighting_chronic", "growing"}) EXPECT_NE(said(usual(), "alarms", id, "status").find("выше нормы с недели"), std::string::npos) << id;
    EXPECT_EQ(find_listing(usual(), "alarms")->rows.size(), 7u) << "and nothing else";
}

TEST(SamplesProblems, ASurgeIsExplainedByWhatWasPlanted) {
    for (const char* id : {"surge", "snow_surge", "trips_surge", "waste_surge"}) {
        EXPECT_NE(said(usual(), "alarms", id, "explained").find(" дают: "), std::string::npos) << id << ": " << said(usual(), "alarms", id, "explained");
        EXPECT_FALSE(said(usual(), "growth", id, "share").empty()) << id;
    }
}

TEST(SamplesProblems, TheJournalSaysWhatBecameOfThem) {
    for (const auto& [id, state] : {std::pair{"surge", "подтверждён"}, {"snow_surge", "причина названа"}, {"trips_surge", "новый"}, {"waste_surge", "новый"}, {"past_surge", "закрыт"}})
        EXPECT_EQ(said(usual(), "journal", id, "state"), state) << id;
    EXPECT_EQ(said(usual(), "journal", "past_surge", "cause"), "Авария на сетях, устранена");
}

TEST(SamplesProblems, LastingProblemsAreTheFirstPointsAndQuestionsForAPoll) {
    EXPECT_EQ(said(usual(), "points", "lighting_chronic", "poll"), "вопрос для опроса");
    EXPECT_EQ(said(usual(), "points", "chronic", "poll"), "вопрос для опроса");
    EXPECT_FALSE(said(usual(), "causes", "growing", "count").empty()) << "its messages are one cause";
}

TEST(SamplesProblems, TheMeasureThatSolvedAProblemIsSeenToHaveHelped) {
    EXPECT_EQ(said(usual(), "effects", "solved", "verdict"), "стало меньше сразу");
    EXPECT_EQ(said(usual(), "effects", "solved", "level").find("×0,"), 0u) << said(usual(), "effects", "solved", "level");
}

TEST(SamplesOverview, TheStrongestComesFirst) {
    ASSERT_FALSE(usual().page.problems.empty());
    EXPECT_EQ(&usual().page.problems[0], find(usual(), "surge"));
    EXPECT_EQ(usual().page.problems.size(), 7u) << "the list of the overview is full";
}

TEST(SamplesOverview, OrdinaryWeeksAreQuiet) {
    std::size_t others = 0;
    for (const auto& page : usual().weeks_before) {
        std::size_t here = 0;
        for (const auto& problem : page.problems) {
            const bool is_planted = std::any_of(usual().planted.problems.begin(), usual().planted.problems.end(), [&](const PlantedWeeks& planted) {
                return names_of(usual().profile, planted) == std::pair{problem.title, problem.place};
            });
            here += is_planted ? 0 : 1;
        }
        EXPECT_LE(here, 2u);
        others += here;
    }
    EXPECT_LE(others, usual().weeks_before.size() / 3) << "about one false alarm in three weeks at most";
}

TEST(SamplesOverview, ThePlantedSlowDepartmentIsWorseAndNamed) {
    const Demo& demo = usual();
    for (const char* hash : {"#/rejting", "#/rejting?span=quarter", "#/rejting?span=year"}) {
        const auto page = rating_page({demo.profile, demo.snapshot, ""}, from_hash(hash));
        std::size_t worse = 0;
        bool is_found = false;
        for (const auto& row : page.rows) {
            worse += row.tone == Tone::Bad;
            if (row.id != demo.planted.slow_department) continue;
            is_found = true;
            EXPECT_EQ(row.tone, Tone::Bad) << hash << " " << row.name;
            EXPECT_NE(page.verdict.find(row.short_name), std::string::npos) << hash << ": " << page.verdict;
        }
        EXPECT_TRUE(is_found) << hash;
        EXPECT_LE(worse, 3u) << hash << ": " << page.verdict;
    }
}

TEST(SamplesOverview, SatisfactionIsUsuallyKnown) {
    std::size_t known = 0;
    for (const auto& page : usual().weeks_before)
        for (const auto& tile : page.tiles)
            if (tile.id == "satisfaction" && tile.figure.value) ++known;
    EXPECT_GE(known, usual().weeks_before.size() * 9 / 10);
}

TEST(SamplesOverview, MostRowsHaveATerritory) {
    const auto& table = usual().snapshot.table;
    const auto& codes = table.column(Dimension::Territory);
    const double without = static_cast<double>(std::count(codes.begin(), codes.end(), kNotGiven));
    EXPECT_NEAR(without / static_cast<double>(codes.size()), 0.2, 0.025);
}

TEST(SamplesOverview, HeadsOfTheMatrixAreShort) {
    for (const auto& id : embedded_ids(embedded_municipalities())) {
        const auto profile = builtin_profile(id);
        ASSERT_TRUE(profile) << id;
        for (const auto& block : profile->blocks)
            for (const std::string& name : {block.short_name.ru, block.short_name.en})
                EXPECT_LE(std::count_if(name.begin(), name.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }), 6) << id << ": " << name;
    }
}

}  // namespace
}  // namespace problemator::cli
#endif
