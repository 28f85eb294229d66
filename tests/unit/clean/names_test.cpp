#include <gtest/gtest.h>

#include <tuple>

#include "core/clean/clean.hpp"
#include "tests/unit/clean/profile_fixture.hpp"

namespace problemator {
namespace {

TEST(NameIndex, RoutesWhatTheSourceSaysToTheProfilesNames) {
    const Profile profile = small_profile();
    NameIndex names{profile};
    struct Case { const char* what; const char *block, *topic, *subtopic, *department, *territory; const char *to_block, *to_topic, *to_department, *to_territory; };
    const Case cases[] = {
        {"alias of a topic", "", "не убран  СНЕГ", "", "", "", "Дороги", "Уборка снега", "Снежная служба", ""},
        {"fact known as a topic", "Авто", "Дорога", "Не убран снег", "", "", "Дороги", "Уборка снега", "Снежная служба", ""},
        {"topic without its own department", "", "Нет тепла", "", "", "", "ЖКХ и энергетика", "Отопление", "Управление ЖКХ", ""},
        {"one topic name in two blocks", "Дороги", "Ремонт", "", "", "", "Дороги", "Ремонт", "Отдел дорог", ""},
        {"the same name in the other block", "ЖКХ", "Ремонт", "", "", "", "ЖКХ и энергетика", "Ремонт", "Управление ЖКХ", ""},
        {"alias of a block, unknown topic", "Жилищно-коммунальные услуги", "Лифты", "", "", "", "ЖКХ и энергетика", "Лифты", "Управление ЖКХ", ""},
        {"block name in the topic column", "", "Дороги", "", "", "", "Дороги", "Дороги", "Отдел дорог", ""},
        {"a given department is kept", "Дороги", "Ямы", "", "УЖКХ", "", "Дороги", "Ремонт", "Управление ЖКХ", ""},
        {"territory by the department", "", "", "", "администрация гп приобье", "", "", "", "Администрация гп Приобье", "Приобье"},
        {"territory by its alias", "", "", "", "", "ПГТ. Приобье", "", "", "", "Приобье"},
    };
    for (const Case& c : cases) {
        Message m = message("pos", "1", "2026-11-05");
        m.block = c.block, m.topic = c.topic, m.subtopic = c.subtopic, m.department = c.department, m.territory = c.territory;
        names.apply(m);
        EXPECT_EQ(m.block, c.to_block) << c.what;
        EXPECT_EQ(m.topic, c.to_topic) << c.what;
        EXPECT_EQ(m.department, c.to_department) << c.what;
        EXPECT_EQ(m.territory, c.to_territory) << c.what;
    }
}

TEST(NameIndex, ARenamedTopicStaysReadableAsTheSubtopic) {
    const Profile profile = small_profile();
    Message m = message("pos", "1", "2026-11-05");
    m.topic = "Зимнее содержание";
    NameIndex{profile}.apply(m);
    EXPECT_EQ(m.topic, "Уборка снега");
    EXPECT_EQ(m.subtopic, "Зимнее содержание");
}

TEST(NameIndex, UnknownNamesAreKeptAndReported) {
    const Profile profile = small_profile();
    NameIndex names{profile};
    Message m = message("почта", "1", "2026-11-05");
    m.block = "Космос", m.topic = "Ракеты", m.territory = "Приобе", m.department = "Отдел ракет";
    const auto unknown = names.apply(m);
    EXPECT_EQ(unknown, (std::vector<Dimension>{Dimension::Channel, Dimension::Block, Dimension::Topic, Dimension::Department, Dimension::Territory}));
    EXPECT_EQ(m.topic, "Ракеты");
    EXPECT_EQ(m.channel, "почта");
    EXPECT_EQ(names.suggestion(Dimension::Territory, "Приобе"), "Приобье");
    EXPECT_EQ(names.suggestion(Dimension::Topic, "не убран снек"), "Уборка снега");
}

TEST(NameIndex, ATerritoryIsKnownInEverySpellingOfItsType) {
    const Profile profile = small_profile();
    NameIndex names{profile};
    for (const char* spelling : {"п.г.т. Приобье", "ПРИОБЬЕ", "пос. Приобье", "Приобье пгт"}) {
        Message m = message("pos", "1", "2026-11-05");
        m.territory = spelling;
        EXPECT_TRUE(names.apply(m).empty()) << spelling;
        EXPECT_EQ(m.territory, "Приобье") << spelling;
    }
}

TEST(NameIndex, SuggestsByMeaningBeforeLetters) {
    const Profile profile = small_profile();
    const NameIndex names{profile};
    const std::tuple<Dimension, const char*, const char*> cases[] = {
        {Dimension::Topic, "Уборка снега и наледи", "Уборка снега"},  {Dimension::Topic, "снег не убирают", "Уборка снега"},
        {Dimension::Topic, "Отоплени", "Отопление"},                  {Dimension::Department, "Дорожный отдел", "Отдел дорог"},
        {Dimension::Territory, "пгт. Приобъе", "Приобье"},            {Dimension::Topic, "Космические перевозки", ""}};
    for (const auto& [dimension, value, suggestion] : cases) EXPECT_EQ(names.suggestion(dimension, value), suggestion) << value;
}

TEST(NameIndex, ChannelsAreNamedByTheirIds) {
    const Profile profile = small_profile();
    NameIndex names{profile};
    const std::pair<const char*, const char*> cases[] = {{"ПОС", "pos"}, {"инцидент менеджмент", "im"}, {"fz59", "fz59"}, {"generic", "other"}};
    for (const auto& [from, to] : cases) {
        Message m = message(from, "1", "2026-11-05");
        EXPECT_TRUE(names.apply(m).empty()) << from;
        EXPECT_EQ(m.channel, to);
    }
}

}  // namespace
}  // namespace problemator
