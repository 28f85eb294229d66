// Reference: Esri's definitions, «How Emerging Hot Spot Analysis works»; a letter is a week: H hot, C cold, . neither.
#include "core/stats/emerging.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

namespace problemator {
namespace {

using Kind = EmergingKind;
enum class Drift { Up, Down, Flat };

std::vector<Heat> weeks_of(std::string_view letters) {
    std::vector<Heat> weeks;
    for (const char c : letters) weeks.push_back(c == 'H' ? Heat::Hot : c == 'C' ? Heat::Cold : Heat::Neither);
    return weeks;
}

std::vector<double> z_of(std::size_t weeks, Drift drift) {
    std::vector<double> z;
    for (std::size_t i = 0; i < weeks; ++i) z.push_back(drift == Drift::Flat ? static_cast<double>(i % 3) : (drift == Drift::Up ? 1.0 : -1.0) * static_cast<double>(i));
    return z;
}

std::string mirrored(std::string letters) {
    for (char& c : letters) c = c == 'H' ? 'C' : c == 'C' ? 'H' : c;
    return letters;
}

Finding<EmergingSpot> spot_of(std::string_view letters, Drift drift) { return emerging_spot(weeks_of(letters), z_of(letters.size(), drift)); }

struct Example { const char* letters; Drift drift; Kind kind; };
constexpr Example kExamples[] = {
    {".........H", Drift::Up, Kind::New},
    {"..C......H", Drift::Flat, Kind::New},            // never hot before: New comes before Oscillating
    {"........HH", Drift::Up, Kind::Consecutive},
    {"..C.....HH", Drift::Up, Kind::Consecutive},      // Consecutive comes before Oscillating
    {"..HHHHHHHH", Drift::Up, Kind::Consecutive},      // 80 %, one run
    {"H.......HH", Drift::Up, Kind::Sporadic},         // hot before the run
    {"H........H", Drift::Up, Kind::Sporadic},
    {".HHHHHHHHH", Drift::Up, Kind::Intensifying},     // 90 % exactly: no longer Consecutive
    {"HHHHH.HHHH", Drift::Up, Kind::Intensifying},
    {"HHHHHHHHHH", Drift::Flat, Kind::Persistent},
    {"HHHH.HHHHH", Drift::Flat, Kind::Persistent},
    {"HHHHHHHHHH", Drift::Down, Kind::Diminishing},
    {"HHHC.HHHHH", Drift::Down, Kind::Oscillating},    // 80 % and cold once
    {"HHH..HHHHH", Drift::Down, Kind::Sporadic},       // 80 % and never cold
    {"HHHCHHHHHH", Drift::Down, Kind::Diminishing},    // 90 %, whatever the tenth week was
    {"C..H.....H", Drift::Flat, Kind::Oscillating},
    {"HHHHHHHHH.", Drift::Up, Kind::Historical},       // 90 % and not hot now
    {"HHHHHHHHH.", Drift::Flat, Kind::Historical},     // not Persistent
    {"HHHHHHHHHC", Drift::Down, Kind::Historical},     // hot nine weeks of ten: said before the new cold spot
    {"HHHHHHHH..", Drift::Flat, Kind::NoPattern},
    {"..........", Drift::Flat, Kind::NoPattern},
    {"HHHHHHHHHHHHHHHHH.H", Drift::Flat, Kind::Persistent},      // 18 of 19
    {"H.HHHHHHHHHHHHHHH.H", Drift::Flat, Kind::Sporadic},        // 17 of 19 = 89.5 %
};

TEST(Emerging, EveryClassAndItsBorders) {
    for (const Example& e : kExamples) {
        const auto spot = spot_of(e.letters, e.drift);
        ASSERT_TRUE(spot);
        EXPECT_EQ(spot->kind, e.kind) << e.letters;
        EXPECT_EQ(spot->side, e.kind == Kind::NoPattern ? Heat::Neither : Heat::Hot) << e.letters;
    }
}

TEST(Emerging, ColdSpotsAreTheMirrorImage) {
    for (const Example& e : kExamples) {
        if (std::string_view{e.letters} == "HHHHHHHHHC") continue;   // mirrored it ends hot, and the hot side is told first
        const auto spot = spot_of(mirrored(e.letters), e.drift == Drift::Up ? Drift::Down : e.drift == Drift::Down ? Drift::Up : Drift::Flat);
        EXPECT_EQ(spot->kind, e.kind) << mirrored(e.letters);
        EXPECT_EQ(spot->side, e.kind == Kind::NoPattern ? Heat::Neither : Heat::Cold);
    }
}

TEST(Emerging, PlaceThatTurnedFromColdToHotIsANewHotSpot) {
    const auto spot = spot_of("CCCCCCCCCH", Drift::Up);
    EXPECT_EQ(spot->kind, Kind::New);
    EXPECT_EQ(spot->side, Heat::Hot);
    EXPECT_EQ(spot->cold, 9u);
}

TEST(Emerging, ColdSpotsOfTheLastWeekAreTold) {
    EXPECT_EQ(spot_of("H........C", Drift::Flat)->kind, Kind::New);
    EXPECT_EQ(spot_of("H........C", Drift::Flat)->side, Heat::Cold);
}

TEST(Emerging, TrendThatCouldBeChanceIsNone) {
    const std::vector<double> z = {1, 3, 2, 2, 4, 1, 3, 5, 2, 4};   // S = 16, p = 0.16
    EXPECT_EQ(emerging_spot(weeks_of("HHHHHHHHHH"), z)->kind, Kind::Persistent);
    EXPECT_EQ(emerging_spot(weeks_of("HHHHHHHHHH"), z, {.most_of_the_time = 0.9, .trend_p = 0.3})->kind, Kind::Intensifying);
}

TEST(Emerging, FewWeeksAreNoHistory) {
    EXPECT_EQ(spot_of("HHHHHHHHH", Drift::Up).reason, Reason::TooFewPeriods);
    EXPECT_EQ(emerging_spot({}, {}).reason, Reason::TooFewPeriods);
    EXPECT_EQ(emerging_spot(weeks_of("HHHHHHHHHH"), z_of(9, Drift::Up)).reason, Reason::TooFewPeriods);
    EXPECT_EQ(emerging_spot(weeks_of("HHHHHHHHHH"), std::vector<double>(10, 2))->kind, Kind::Persistent);   // equal z: no trend
}

}  // namespace
}  // namespace problemator
