// Reading of a profile: a small whole one, and one mistake at a time with the place and the way out.
#include "core/schema/profile.hpp"

#include <gtest/gtest.h>

namespace problemator {
namespace {

constexpr std::string_view kSmall = R"({
  "id": "lesnoe", "name": {"ru": "Лесное", "en": "Lesnoye"}, "genitive": "Лесного", "centre": "МЦУ Лесного", "head_addressee": "Главе",
  "region": "Край", "decree": "№ 1", "utc_offset": "+07:00", "week_starts_on": "saturday", "population": 4200, "population_source": "перепись",
  "thresholds": {"count_for_percent": 12, "ratings": 7},
  "channels": [{"id": "pos", "name": "ПОС", "utc_offset": "+03:00"}, {"id": "im", "name": "ИМ"}],
  "departments": [{"id": "adm", "name": "Администрация", "territory": "rechka"}, {"id": "roads", "name": "Дорожный отдел"}],
  "territories": [{"id": "rechka", "name": "Речка", "aliases": ["с. Речка"], "lat": 56.2, "lon": 89.5}, {"id": "sosny", "name": "Сосны", "population": 300}],
  "blocks": [{"id": "road", "name": "Дороги", "department": "roads", "aliases": ["Автодороги"],
              "topics": [{"id": "snow", "name": "Снег", "aliases": ["Уборка"], "department": "adm"}, {"id": "holes", "name": "Ямы"}]}],
  "clocks": [{"id": "pos", "name": "ПОС", "channel": "pos", "fast_track": true, "amount": 10, "unit": "working_days", "valid_from": "2026-01-01",
              "valid_until": "2027-01-01", "source": "регламент"}],
  "indicators": [{"id": "fast", "number": 1, "name": "Фаст-трек", "unit": "percent", "plan": {"2026": 90, "2025": 88.5}, "numerator": "fast_track_in_time",
                  "denominator": "all", "formula": "а / б", "needs": "выгрузка"}],
  "roles": [{"id": "head", "name": "Руководитель", "duties": "ведёт"}], "notes": ["координаты известны для одного места"]
})";

/// kSmall with the first `from` replaced.
std::string with(std::string_view from, std::string_view to) {
    std::string text{kSmall};
    const auto at = text.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    if (at != std::string::npos) text.replace(at, from.size(), to);
    return text;
}

TEST(Profile, ReadsEveryMember) {
    const auto read = read_profile(kSmall, "lesnoe.json");
    ASSERT_TRUE(read.ok()) << describe(read.error(), Lang::En);
    const Profile& p = *read;
    EXPECT_EQ(p.id, "lesnoe");
    EXPECT_EQ(p.name.in(Lang::En), "Lesnoye");
    EXPECT_EQ(p.genitive.in(Lang::En), "Лесного") << "Russian stands in where English is not given";
    EXPECT_EQ(p.short_name.ru, "Лесное") << "the name stands in for a short one";
    EXPECT_EQ(p.utc_offset_minutes, 420);
    EXPECT_EQ(p.week_starts_on, 5);
    EXPECT_EQ(p.population, 4200);
    EXPECT_EQ(p.min_count_for_percent, 12);
    EXPECT_EQ(p.min_count_for_rank, 30) << "a threshold that is not given keeps its default";
    EXPECT_EQ(p.min_ratings, 7);
    EXPECT_EQ(p.channels[0].utc_offset_minutes, 180);
    EXPECT_FALSE(p.channels[1].utc_offset_minutes);
    EXPECT_EQ(p.departments[0].territory, "rechka");
    EXPECT_EQ(p.territories[0].lat, 56.2);
    EXPECT_FALSE(p.territories[1].lat);
    EXPECT_EQ(p.territories[1].population, 300);
    EXPECT_EQ(p.blocks[0].topics[0].department, "adm");
    EXPECT_EQ(p.blocks[0].aliases, std::vector<std::string>{"Автодороги"});
    EXPECT_EQ(p.clocks[0].unit, ClockUnit::WorkingDays);
    EXPECT_EQ(p.clocks[0].start, ClockStart::Received);
    EXPECT_EQ(p.clocks[0].fast_track, true);
    EXPECT_EQ(*p.clocks[0].valid_until - *p.clocks[0].valid_from, 365);
    EXPECT_EQ(p.indicators[0].plan[0].year, 2025) << "ascending, whatever the order in the file";
    EXPECT_EQ(p.indicators[0].plan[0].percent, 88.5);
    EXPECT_EQ(p.roles[0].duties, "ведёт");
    EXPECT_EQ(p.notes.size(), 1u);
}

TEST(Profile, AMistakeNamesItsPlaceAndTheWayOut) {
    const struct { std::string_view from, to; Fault fault; const char *path, *piece, *expected; } table[] = {
        {R"("channels")", R"("chanels")", Fault::UnknownKey, "chanels", "chanels", "channels"},
        {R"("aliases": ["с.)", R"("alias": ["с.)", Fault::UnknownKey, "territories[0].alias", "alias", "aliases"},
        {R"("territory": "rechka")", R"("territory": "reka")", Fault::BadValue, "departments[0].territory", "reka", "rechka"},
        {R"("department": "roads")", R"("department": "road")", Fault::BadValue, "blocks[0].department", "road", "roads"},
        {R"("department": "adm")", R"("department": "admin")", Fault::BadValue, "blocks[0].topics[0].department", "admin", "adm"},
        {R"("channel": "pos")", R"("channel": "poss")", Fault::BadValue, "clocks[0].channel", "poss", "pos"},
        {R"("unit": "working_days")", R"("unit": "workdays")", Fault::BadValue, "clocks[0].unit", "workdays", "working_days"},
        {R"("saturday")", R"("saturdy")", Fault::BadValue, "week_starts_on", "saturdy", "saturday"},
        {R"("id": "sosny")", R"("id": "rechka")", Fault::DuplicateKey, "territories[1].id", "rechka", ""},
        {R"("id": "holes")", R"("id": "snow")", Fault::DuplicateKey, "blocks[0].topics[1].id", "snow", ""},
        {R"("Ямы")", R"("уборка")", Fault::DuplicateKey, "blocks[0].topics[1].name", "уборка", "snow"},
        {R"("id": "lesnoe")", R"("id": "Лесное")", Fault::BadValue, "id", "Лесное", "[a-z0-9_-]"},
        {R"("id": "lesnoe")", R"("id": "")", Fault::BadValue, "id", "", "[a-z0-9_-]"},
        {R"("+07:00")", R"("+7")", Fault::BadValue, "utc_offset", "+7", "+05:00"},
        {R"("+07:00")", R"("+15:00")", Fault::BadValue, "utc_offset", "+15:00", "+05:00"},
        {R"("amount": 10)", R"("amount": 0)", Fault::OutOfRange, "clocks[0].amount", "0", "1…8784"},
        {R"("lat": 56.2)", R"("lat": 95.5)", Fault::OutOfRange, "territories[0].lat", "95.5", "-90…90"},
        {R"("lat": 56.2, )", "", Fault::MissingKey, "territories[0]", "", "\"lat\""},
        {R"("2026": 90)", R"("2026": 190)", Fault::OutOfRange, "indicators[0].plan.2026", "190", "0…100"},
        {R"("2026-01-01")", R"("01.01.2026")", Fault::BadDate, "clocks[0].valid_from", "01.01.2026", "2026-11-16"},
        {R"("valid_until": "2027-01-01")", R"("valid_until": "2025-12-31")", Fault::OutOfRange, "clocks[0].valid_until", "2025-12-31", "≥ 2026-01-01"},
        {R"("name": "ИМ")", R"("name": 7)", Fault::WrongType, "channels[1].name", "7", "{…}"},
        {R"("region": "Край", )", "", Fault::MissingKey, "", "", "\"region\""},
        {R"("count_for_percent": 12)", R"("count_for_percent": "12")", Fault::WrongType, "thresholds.count_for_percent", "\"12\"", "1.5"},
    };
    for (const auto& row : table) {
        const auto read = read_profile(with(row.from, row.to), "lesnoe.json");
        ASSERT_FALSE(read.ok()) << row.to;
        EXPECT_EQ(read.error().fault, row.fault) << row.to;
        EXPECT_EQ(read.error().place.file, "lesnoe.json");
        EXPECT_EQ(read.error().place.column, row.path) << row.to;
        EXPECT_EQ(read.error().piece, row.piece) << row.to;
        EXPECT_EQ(read.error().expected, row.expected) << row.to;
    }
}

TEST(Profile, HostileTextIsAnErrorAndNeverMore) {
    const std::string deep(100'000, '[');
    const std::string_view table[] = {"", "null", "[]", "3", "\"\"", "{}", R"({"blocks": {}})", R"({"blocks": [[]]})", R"({"id": "\ud800"})", deep,
                                      kSmall.substr(0, kSmall.size() / 2)};
    for (const auto text : table) EXPECT_FALSE(read_profile(text, "x").ok()) << text.substr(0, 40);
    for (std::size_t cut = 0; cut < kSmall.size(); cut += 7) EXPECT_FALSE(read_profile(kSmall.substr(0, cut), "x").ok()) << cut;
}

}  // namespace
}  // namespace problemator
