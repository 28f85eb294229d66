// The rating against tables whose numbers can be worked out by hand.
#include <gtest/gtest.h>

#include "core/model/rating/rating_parts.hpp"
#include "make_table.hpp"

namespace problemator {
namespace {

using testing_tables::Maker;
using testing_tables::oktyabrskoe;

constexpr std::size_t kUtilities = 0, kWaste = 1, kRoads = 2;   // departments of the profile, in its order

/// `n` answers of one department about a topic of the first block, `late` of them late; all decided in November.
void answer(Maker& maker, std::size_t department, std::size_t topic, int n, int late, int rating = 0) {
    for (int i = 0; i < n; ++i) {
        Message m = Maker::closed_after(maker.message(0, topic, 1, 14), i < late ? 12 : 2);   // due after ten days
        m.channel = "pos";
        m.department = oktyabrskoe().departments[department].name.ru;
        if (rating > 0) m.rating = rating;
        maker.builder.add(m);
    }
}

const Listing& listing(const RatingPage& page, std::string_view id) {
    for (const Listing& one : page.listings)
        if (one.id == id) return one;
    ADD_FAILURE() << "no listing " << id;
    static const Listing none;
    return none;
}

/// Texts of the row that begins with the name of the department.
std::vector<std::string> texts(const RatingPage& page, std::string_view id, std::size_t department) {
    std::vector<std::string> out;
    for (const auto& row : listing(page, id).rows)
        if (row.front().figure.text == oktyabrskoe().departments[department].short_name.ru)
            for (const auto& cell : row) out.push_back(cell.figure.text);
    return out;
}

Snapshot three_departments(bool is_published = false) {
    Maker maker;
    answer(maker, kUtilities, 0, 50, 20);
    answer(maker, kWaste, 0, 100, 10);
    answer(maker, kRoads, 1, 40, 0);
    return std::move(maker).finish(is_published);
}

TEST(Rating, LateAnswersAreSetAgainstTheSameTopicElsewhere) {
    const auto snapshot = three_departments();
    const auto page = rating_page({oktyabrskoe(), snapshot, ""}, from_hash("#/rejting"));
    // Others are late with 10 of 100 on this topic: 5 expected of 50, and 20 came. Wilson of 20/50 is 0.276…0.538.
    const auto worse = texts(page, "fair", kUtilities);
    ASSERT_GE(worse.size(), 7u);
    EXPECT_EQ(std::vector<std::string>(worse.begin() + 1, worse.begin() + 7), (std::vector<std::string>{"50", "20", "5,0", "4,00", "2,76–5,38", "хуже"}));
    // 20 of 50 elsewhere: 40 expected of 100, and 10 came.
    const auto better = texts(page, "fair", kWaste);
    ASSERT_GE(better.size(), 7u);
    EXPECT_EQ(better[3], "40,0");
    EXPECT_EQ(better[4], "0,25");
    EXPECT_EQ(better[6], "лучше");
    // Nobody else has the topic: the channel is left, 30 of 150.
    const auto alone = texts(page, "fair", kRoads);
    ASSERT_GE(alone.size(), 7u);
    EXPECT_EQ(alone[3], "8,0");
    EXPECT_NE(page.verdict.find(oktyabrskoe().departments[kUtilities].short_name.ru), std::string::npos) << page.verdict;
    for (const auto& row : page.rows) EXPECT_EQ(row.tone, row.id == "utilities" ? Tone::Bad : Tone::Good) << row.id;
}

TEST(Rating, WithoutAdjustmentTheMeanOfAllIsTheYardstick) {
    const auto snapshot = three_departments();
    const auto page = rating_page({oktyabrskoe(), snapshot, ""}, from_hash("#/rejting?raw=1"));
    // 30 of 190 answers were late: 7.9 expected of 50, and 20 came.
    const auto worse = texts(page, "fair", kUtilities);
    ASSERT_GE(worse.size(), 5u);
    EXPECT_EQ(std::vector<std::string>(worse.begin() + 1, worse.begin() + 5), (std::vector<std::string>{"50", "20", "7,9", "2,53"}));
    const std::string name = oktyabrskoe().departments[kUtilities].short_name.ru;
    EXPECT_EQ(page.verdict, "Достоверно хуже среднего: " + name);
    for (const FunnelPoint& point : page.funnel) {
        if (point.name == name) { EXPECT_NEAR(point.share, 0.6, 1e-9); }   // no other mix: the share as it is
    }
    EXPECT_FALSE(page.adjustment.is_selected);
    EXPECT_EQ(page.adjustment.href, "#/rejting");
    const auto fair = rating_page({oktyabrskoe(), snapshot, ""}, from_hash("#/rejting"));
    EXPECT_EQ(fair.adjustment.href, "#/rejting?raw=1");
    for (std::size_t i = 0; i < page.rows.size(); ++i) EXPECT_EQ(page.rows[i].score.text, fair.rows[i].score.text);   // the score does not follow the switch
}

TEST(Rating, AFigureSaysHowItCameAbout) {
    const auto snapshot = three_departments();
    const auto page = rating_page({oktyabrskoe(), snapshot, ""}, from_hash("#/rejting"));
    for (const auto& row : page.rows) {
        if (row.id != "roads") continue;
        std::string all;
        for (const auto& [label, text] : row.in_time.why) all += label + ": " + text + "\n";
        for (const char* words : {"Период: 19 октября – 15 ноября 2026", "Строк: 40", "ожидалось 8,0", "Та же тема у других: 0 из 40; остальные — с тем же каналом", "Группа: лучше"}) EXPECT_NE(all.find(words), std::string::npos) << words << " in\n" << all;
    }
}

TEST(Rating, UnderFiveAnswersNoFigureIsTold) {
    Maker maker;
    answer(maker, kUtilities, 0, 4, 4);
    answer(maker, kWaste, 0, 100, 10);
    const auto snapshot = std::move(maker).finish();
    const auto page = rating_page({oktyabrskoe(), snapshot, ""}, from_hash("#/rejting"));
    const auto few = texts(page, "fair", kUtilities);
    ASSERT_EQ(few.size(), 9u);
    EXPECT_EQ(few[3], "мало данных");
    EXPECT_EQ(few[6], "мало данных");
    const auto shares = texts(page, "dimensions", kUtilities);
    EXPECT_EQ(shares[3], "–");
    EXPECT_EQ(shares[4], "мало данных");
}

TEST(Rating, APublishedSnapshotHidesWhatWouldGiveASmallCountAway) {
    Maker maker;
    answer(maker, kUtilities, 0, 50, 2);
    answer(maker, kWaste, 0, 100, 10);
    const auto snapshot = std::move(maker).finish(true);
    const auto page = rating_page({oktyabrskoe(), snapshot, ""}, from_hash("#/rejting?dep=utilities"));
    const auto hidden = texts(page, "fair", kUtilities);
    ASSERT_EQ(hidden.size(), 9u);
    EXPECT_EQ(hidden[2], "<\u00A0" "3");
    EXPECT_EQ(hidden[3], "мало данных") << "the expected and the ratio would give the two away";
    EXPECT_EQ(hidden[4], "–");
    EXPECT_TRUE(listing(page, "card-lowest").rows.empty());
}

TEST(Rating, WeightsOfTheProfileMakeTheScore) {
    Profile profile = oktyabrskoe();
    profile.rating_weights = {.quantity = 0, .terms = 100, .completeness = 0, .satisfaction = 0};
    const auto snapshot = three_departments();
    const auto page = rating_page({profile, snapshot, ""}, from_hash("#/rejting"));
    ASSERT_EQ(page.weights.size(), 4u);
    EXPECT_EQ(page.weights[1].second, "100\u00A0%");
    EXPECT_EQ(page.weights[2].second, "не входит");
    for (const auto& row : page.rows)
        if (row.id == "waste") { EXPECT_NEAR(*row.score.value, 90, 1.5) << "nine of ten in time, hardly shrunk"; }
}

TEST(Rating, APlaceIsToldOnlyWhereItsRangeIsNarrow) {
    const auto snapshot = testing_tables::random_snapshot(8, 8000);
    const auto page = rating_page({oktyabrskoe(), snapshot, ""}, from_hash("#/rejting?span=quarter"));
    const int third = static_cast<int>(page.rows.size() + 2) / 3;
    for (const auto& row : page.rows) {
        const auto dash = row.place_range.find("–");
        const int low = std::stoi(row.place_range), high = dash == std::string::npos ? low : std::stoi(row.place_range.substr(dash + 3));
        EXPECT_EQ(!row.place.empty(), high - low < third) << row.place_range;
    }
}

TEST(Rating, TimesCountTheOpenOnesAndNameTheSlow) {
    Maker maker;
    answer(maker, kUtilities, 0, 30, 30);   // closed after 12 days
    answer(maker, kWaste, 0, 30, 0);        // after 2
    const auto snapshot = std::move(maker).finish();
    const auto page = rating_page({oktyabrskoe(), snapshot, ""}, from_hash("#/rejting"));
    const auto slow = texts(page, "times", kUtilities), fast = texts(page, "times", kWaste);
    ASSERT_EQ(slow.size(), 7u);
    EXPECT_EQ(slow[2], "12,0");
    EXPECT_EQ(fast[2], "2,0");
    EXPECT_EQ(slow[6].substr(0, std::string_view{"медленнее"}.size()), "медленнее") << slow[6];
    EXPECT_EQ(fast[6].substr(0, std::string_view{"быстрее"}.size()), "быстрее") << fast[6];
}

TEST(Rating, SatisfactionIsTheMeanWithItsInterval) {
    Maker maker;
    answer(maker, kUtilities, 0, 20, 0, 5);
    answer(maker, kUtilities, 0, 20, 0, 2);
    answer(maker, kUtilities, 0, 60, 0);
    const auto snapshot = std::move(maker).finish();
    const auto page = rating_page({oktyabrskoe(), snapshot, ""}, from_hash("#/rejting?dep=utilities"));
    const auto row = texts(page, "satisfaction", kUtilities);
    ASSERT_EQ(row.size(), 8u);
    EXPECT_EQ(row[1], "40");
    EXPECT_EQ(row[2], "3,50");
    EXPECT_EQ(row[4], "50") << "share of 4 and 5";
    EXPECT_EQ(row[6], "40") << "answered of those closed";
    EXPECT_EQ(listing(page, "card-lowest").rows.size(), 8u);
    EXPECT_EQ(listing(page, "card-lowest").rows.front().front().figure.text, "2");
}

TEST(Rating, TheRadarCountsDaysAndForecastsTheLateOnes) {
    Maker maker;
    for (int i = 0; i < 40; ++i) maker.builder.add(Maker::closed_after(maker.message(0, 0, 1, 60), i < 20 ? 10 : 20));
    for (const int day : {10, 10, 9, 2}) maker.builder.add(maker.message(0, 0, 1, day));   // due in ten days: today, today, tomorrow, in eight days
    const auto snapshot = std::move(maker).finish();
    const auto page = rating_page({oktyabrskoe(), snapshot, ""}, from_hash("#/rejting"));
    const auto& days = listing(page, "deadlines").rows;
    ASSERT_EQ(days.size(), 9u);
    const auto text = [&](std::size_t day, std::size_t column) { return days[day][column].figure.text; };
    EXPECT_EQ(text(0, 0), "сегодня, 16.11");
    EXPECT_EQ(text(0, 1), "2");
    EXPECT_EQ(text(1, 1), "1");
    EXPECT_EQ(text(2, 1), "0");
    EXPECT_EQ(text(8, 1), "1");
    // Of forty that were open after nine days half were closed on the tenth: every open one is late with the chance of a half.
    EXPECT_EQ(text(0, 2), "1,0");
    EXPECT_EQ(text(1, 2), "0,5");
    EXPECT_EQ(text(8, 2), "–") << "beyond the seven days of the forecast";
}

TEST(Rating, APastWeekHasNoRadar) {
    const auto snapshot = testing_tables::random_snapshot(8, 2000);
    const auto page = rating_page({oktyabrskoe(), snapshot, ""}, from_hash("#/rejting?w=2026-W40"));
    for (const auto& one : page.listings) EXPECT_TRUE(one.id != "deadlines" && one.id != "risks");
}

Register ranking() {
    Register entries{*find_register_form("ranking")};
    const auto add = [&](Date date, const char* who, double place) {
        RegisterRow row(entries.form.fields.size());
        row[*entries.form.find("period")].day = day_from_date(date);
        row[*entries.form.find("recipient")].text = who;
        row[*entries.form.find("place")].number = place;
        entries.append(row, 0, 1);
    };
    add({2026, 9, 1}, "Октябрьский район", 9);
    add({2026, 10, 1}, "Октябрьский район", 7);
    add({2026, 10, 1}, "Отдел дорожного хозяйства", 3);
    add({2026, 12, 1}, "Октябрьский район", 1);
    return entries;
}

TEST(Rating, TheRegionsRatingStandsBesideOurs) {
    auto snapshot = three_departments();
    snapshot.registers.push_back(ranking());
    const auto page = rating_page({oktyabrskoe(), snapshot, ""}, from_hash("#/rejting"));
    const Listing& region = listing(page, "region");
    EXPECT_EQ(region.note, "октябрь 2026") << "the newest of those that were known then";
    ASSERT_EQ(region.rows.size(), 2u);
    EXPECT_EQ(region.rows[1][0].figure.text, "Октябрьский район");
    EXPECT_EQ(region.rows[1][1].figure.text, "7");
    EXPECT_EQ(region.rows[1][3].figure.text, "9");
}

}  // namespace
}  // namespace problemator
