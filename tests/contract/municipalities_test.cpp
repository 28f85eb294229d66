// What must hold for every municipality profile, and the facts of the five decrees.
#include <gtest/gtest.h>

#include <map>
#include <set>

#include "core/base/text.hpp"
#include "core/schema/embedded.hpp"

namespace problemator {
namespace {

Profile profile(std::string_view id) {
    auto read = builtin_profile(id);
    EXPECT_TRUE(read.ok()) << (read ? "" : describe(read.error(), Lang::En));
    return read ? *std::move(read) : Profile{};
}

std::vector<std::string> all_ids() { return embedded_ids(embedded_municipalities()); }

const Clock* clock_named(const Profile& p, std::string_view id) {
    for (const auto& clock : p.clocks)
        if (clock.id == id) return &clock;
    return nullptr;
}

TEST(Municipalities, TheFiveOfTheDecreesAreBuiltIn) {
    EXPECT_EQ(all_ids(), (std::vector<std::string>{"akhtubinsk", "bogotol", "okha", "okhotsk", "oktyabrskoe"}));
}

TEST(Municipalities, EveryFileReadsAndIsNamedByItsId) {
    for (const auto& id : all_ids()) EXPECT_EQ(profile(id).id, id);
}

TEST(Municipalities, NamesAreBilingualEverywhere) {
    for (const auto& id : all_ids()) {
        const auto p = profile(id);
        const auto expect_both = [&](const auto& items) {
            for (const auto& item : items) EXPECT_FALSE(item.name.ru.empty() || item.name.en.empty()) << id << ": " << item.id;
        };
        for (const Name& name : {p.name, p.short_name, p.genitive, p.centre, p.head_addressee}) EXPECT_FALSE(name.en.empty()) << id;
        expect_both(p.blocks), expect_both(p.territories), expect_both(p.departments), expect_both(p.channels);
        expect_both(p.clocks), expect_both(p.indicators), expect_both(p.roles);
        for (const auto& block : p.blocks) expect_both(block.topics);
    }
}

TEST(Municipalities, DecreeFactsArePresent) {
    const std::map<std::string, std::tuple<std::size_t, int, std::string>> facts = {
        // id → blocks, UTC offset in hours, a word of the decree
        {"okhotsk", {9, 10, "Охотского"}},     {"oktyabrskoe", {8, 5, "2025"}},      {"okha", {15, 11, "13.03.2023 № 138"}},
        {"akhtubinsk", {8, 4, "27.07.2021 № 374"}}, {"bogotol", {7, 7, "07.04.2026 № 0302-п"}},
    };
    for (const auto& [id, fact] : facts) {
        const auto p = profile(id);
        EXPECT_EQ(p.blocks.size(), std::get<0>(fact)) << id;
        EXPECT_EQ(p.utc_offset_minutes, std::get<1>(fact) * 60) << id;
        EXPECT_NE(p.decree.find(std::get<2>(fact)), std::string::npos) << id << ": " << p.decree;
    }
}

TEST(Municipalities, BlocksKeepTheSpellingOfTheDecree) {
    const std::map<std::string, std::vector<std::string>> named = {
        {"oktyabrskoe",
         {"Жилищно-коммунальное хозяйство и энергетика", "Твердые коммунальные отходы", "Дороги", "Транспорт", "Социальная политика",
          "Благоустройство", "Экономика и финансы", "Муниципальная собственность"}},
        {"bogotol",
         {"образование", "социальная защита", "жилищно-коммунальное хозяйство", "твердые коммунальные отходы", "дороги", "транспорт", "энергетика"}},
        {"okha",
         {"образование", "здравоохранение", "социальная защита", "транспорт", "дорожная деятельность", "энергетика", "жилищно-коммунальное хозяйство",
          "обращение с твердыми коммунальными отходами", "имущество", "земля и недвижимость", "строительство", "потребительский рынок и торговля", "спорт",
          "культура", "опека и попечительство"}},
    };
    for (const auto& [id, expected] : named) {
        std::vector<std::string> found;
        for (const auto& block : profile(id).blocks) found.push_back(block.decree_name.ru);
        EXPECT_EQ(found, expected) << id;
    }
}

TEST(Municipalities, PlanOfTheSevenIndicatorsIsExactlyTheDecrees) {
    const double plan[7][6] = {{90, 90, 90, 90, 90, 90}, {72, 74, 76, 78, 80, 80}, {90, 90, 90, 90, 90, 90},      {100, 100, 100, 100, 100, 100},
                               {72, 74, 76, 78, 80, 80}, {55, 60, 65, 70, 75, 80}, {80, 80, 80, 80, 80, 80}};
    const auto p = profile("oktyabrskoe");
    ASSERT_EQ(p.indicators.size(), 7u);
    for (std::size_t row = 0; row < 7; ++row) {
        const auto& indicator = p.indicators[row];
        EXPECT_EQ(indicator.number, static_cast<int>(row) + 1);
        EXPECT_FALSE(indicator.decree_name.ru.empty() || indicator.formula.ru.empty() || indicator.needs.ru.empty()) << indicator.id;
        ASSERT_EQ(indicator.plan.size(), 6u);
        for (std::size_t i = 0; i < 6; ++i) {
            EXPECT_EQ(indicator.plan[i].year, 2025 + static_cast<int>(i));
            EXPECT_EQ(indicator.plan[i].percent, plan[row][i]) << indicator.id << " " << indicator.plan[i].year;
        }
    }
    EXPECT_EQ(p.indicators[0].numerator, "fast_track_in_time");
    EXPECT_EQ(p.indicators[0].denominator, "fast_track_eligible");
    EXPECT_NE(p.indicators[6].note.ru.find("70"), std::string::npos) << "the defect of row 7 is told";
}

TEST(Municipalities, OthersHaveTheSevenIndicatorsAfterItsModelAndWithoutPlans) {
    const auto model = profile("oktyabrskoe");
    for (const char* id : {"okhotsk", "okha", "akhtubinsk", "bogotol"}) {
        const auto p = profile(id);
        ASSERT_EQ(p.indicators.size(), 7u) << id;
        for (std::size_t i = 0; i < 7; ++i) {
            EXPECT_EQ(p.indicators[i].id, model.indicators[i].id);
            EXPECT_EQ(p.indicators[i].numerator, model.indicators[i].numerator);
            EXPECT_EQ(p.indicators[i].denominator, model.indicators[i].denominator);
            EXPECT_TRUE(p.indicators[i].plan.empty()) << id << ": no plan in its decree";
            EXPECT_NE(p.indicators[i].note.ru.find("По образцу"), std::string::npos) << id;
        }
    }
}

TEST(Municipalities, ClocksSayWhereTheirNumbersComeFrom) {
    for (const auto& id : all_ids()) {
        const auto p = profile(id);
        ASSERT_TRUE(clock_named(p, "pos") && clock_named(p, "pos_fast_track") && clock_named(p, "im") && clock_named(p, "fz59")) << id;
        EXPECT_EQ(clock_named(p, "pos")->amount, 25);
        EXPECT_EQ(clock_named(p, "pos_fast_track")->amount, 10);
        EXPECT_EQ(clock_named(p, "pos_fast_track")->fast_track, true);
        EXPECT_LT(clock_named(p, "pos_fast_track"), clock_named(p, "pos")) << "the first clock that holds applies";
        EXPECT_TRUE(clock_named(p, "im")->is_target_only);
        EXPECT_EQ(clock_named(p, "im")->unit, ClockUnit::Hours);
        EXPECT_EQ(clock_named(p, "fz59")->start, ClockStart::Registered);
        EXPECT_EQ(clock_named(p, "fz59")->extension_days, 30);
        for (const auto& clock : p.clocks) EXPECT_FALSE(clock.source.empty()) << id << ": " << clock.id;
    }
    EXPECT_EQ(clock_named(profile("oktyabrskoe"), "im")->amount, 3);
}

TEST(Municipalities, CoordinatesComeWithTheirAttribution) {
    for (const auto& id : all_ids()) {
        const auto p = profile(id);
        std::size_t placed = 0;
        for (const auto& territory : p.territories) placed += territory.lat.has_value();
        EXPECT_GT(placed, 0u) << id;
        bool is_attributed = false;
        for (const auto& note : p.notes) is_attributed |= note.find("GeoNames") != std::string::npos && note.find("CC BY 4.0") != std::string::npos;
        EXPECT_TRUE(is_attributed) << id;
    }
}

TEST(Municipalities, OktyabrskoeKnowsItsElevenSettlementsByTheirUsualSpellings) {
    const auto p = profile("oktyabrskoe");
    EXPECT_EQ(p.territories.size(), 11u);
    std::set<std::string> spellings;
    for (const auto& territory : p.territories)
        if (territory.id == "priobye")
            for (const auto& alias : territory.aliases) spellings.insert(fold(alias));
    for (const char* spelling : {"пгт. Приобье", "п. Приобье", "гп Приобье"}) EXPECT_TRUE(spellings.count(fold(spelling))) << spelling;
}

TEST(Municipalities, AnUnknownIdNamesTheNearest) {
    const auto read = builtin_profile("oktyabrskoye");
    ASSERT_FALSE(read.ok());
    EXPECT_EQ(read.error().fault, Fault::BadArgument);
    EXPECT_EQ(read.error().expected, "oktyabrskoe");
}

TEST(Municipalities, TheBuiltInCalendarCoversTheYearsOfTheData) {
    const auto calendar = builtin_calendar();
    ASSERT_TRUE(calendar.ok());
    EXPECT_TRUE(calendar->covers(day_from_date({2026, 11, 16})));
    EXPECT_FALSE(calendar->is_working(day_from_date({2026, 11, 4})));
}

}  // namespace
}  // namespace problemator
