#include "core/import/channel.hpp"

#include <gtest/gtest.h>

namespace problemator {
namespace {

constexpr std::string_view kMapping = R"({
  "id": "crm", "name": {"ru": "Учёт", "en": "CRM"}, "empty": ["n/a"], "time_zone": "+03:00",
  "columns": [
    {"field": "id", "headers": ["Код"], "required": true},
    {"field": "received", "headers": ["Когда"], "dates": ["dd.mm.yyyy HH:MM"], "required": true},
    {"field": "status", "headers": ["Этап"], "values": {"Готово": "answered", "*": ""}}
  ]})";

std::string replaced(std::string_view what, std::string_view with) {
    std::string text{kMapping};
    const std::size_t at = text.find(what);
    EXPECT_NE(at, std::string::npos) << what;
    return text.replace(at, what.size(), with);
}

TEST(ChannelFile, IsReadIntoRules) {
    const auto channel = read_channel(kMapping, "crm.json");
    ASSERT_TRUE(channel) << describe(channel.error(), Lang::En);
    EXPECT_EQ(channel->id, "crm");
    EXPECT_EQ(channel->name_ru, "Учёт");
    EXPECT_EQ(channel->utc_offset_minutes, 180);
    EXPECT_FALSE(channel->is_local_time);
    ASSERT_EQ(channel->columns.size(), 3u);
    EXPECT_EQ(channel->columns[2].field, Field::Status);
    EXPECT_EQ(channel->columns[2].values.size(), 2u);
}

TEST(ChannelFile, EveryMistakeNamesItsPlaceAndTheNearestWord) {
    struct Case { const char* what; const char* with; Fault fault; const char* path; const char* expected; };
    const Case cases[] = {
        {"\"columns\"", "\"colums\"", Fault::UnknownKey, "colums", "columns"},
        {"\"required\"", "\"requred\"", Fault::UnknownKey, "columns[0].requred", "required"},
        {"\"received\"", "\"recieved\"", Fault::UnknownKey, "columns[1].field", "received"},
        {"\"answered\"", "\"anwsered\"", Fault::BadValue, "columns[2].values.Готово", "answered"},
        {"dd.mm.yyyy HH:MM", "dd.mm", Fault::BadValue, "columns[1].dates", ""},
        {"+03:00", "Moscow", Fault::BadValue, "time_zone", "+03:00"},
        {"\"crm\"", "5", Fault::WrongType, "id", ""},
        {"\"headers\": [\"Код\"], ", "", Fault::MissingKey, "columns[0]", ""},
        {"\"field\": \"id\"", "\"field\": \"text\"", Fault::MissingKey, "columns", ""},
        {"\"Код\"]", "\"Код\"", Fault::BadJson, "", ""},
    };
    for (const Case& c : cases) {
        const auto channel = read_channel(replaced(c.what, c.with), "crm.json");
        ASSERT_FALSE(channel) << c.what;
        EXPECT_EQ(fault_id(channel.error().fault), fault_id(c.fault)) << c.what;
        EXPECT_EQ(channel.error().place.column, c.path) << c.what;
        EXPECT_EQ(channel.error().place.file, "crm.json");
        if (*c.expected) { EXPECT_EQ(channel.error().expected, c.expected) << c.what; }
    }
}

TEST(ChannelFile, EveryFieldHasAnIdOfItsOwn) {
    for (int i = 0; i <= static_cast<int>(Field::Ignored); ++i) EXPECT_EQ(parse_field(field_id(static_cast<Field>(i))), static_cast<Field>(i));
    EXPECT_FALSE(parse_field("color"));
}

}  // namespace
}  // namespace problemator
