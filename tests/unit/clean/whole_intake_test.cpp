// The value-level cleaning where it is used: places, rules, near-duplicates and side clocks through take_in().
#include <gtest/gtest.h>

#include "core/schema/embedded.hpp"
#include "tests/unit/clean/profile_fixture.hpp"

namespace problemator {
namespace {

const Message* with_id(const std::vector<Message>& messages, std::string_view id) {
    for (const Message& m : messages)
        if (m.id == id) return &m;
    return nullptr;
}

TEST(WholeIntake, RowsGetPlaceRouteLinkAndLateness) {
    const std::string im =
        "ID;Дата создания;Дата окончания;Текущий шаг инцидента;Группа тем;Тема;Муниципалитет;Населенный пункт;Улица;Дом;Итог;Текст инцидента\n"
        "7;09.11.2026 09:00;;В работе;;;;п.г.т. Приобье;ЛЕСНАЯ УЛ;4 А;;Третий день не горят фонари возле школы на нашей улице, детям страшно ходить\n"
        "8;09.11.2026 10:00;;В работе;;;;;;;;В Шеркалах не вывозят мусор уже вторую неделю, контейнеры переполнены\n"
        "9;09.11.2026 11:00;;В работе;;;;Нигдеево;;;;Спасибо за быстрый ответ\n";
    const std::string register59 =
        "№ РК;Дата рег.;План (РК);Факт (РК);Рубрика;Содержание\n"
        "ОГ-1;10.11.2026;;;;Третий день не горят фонари возле школы на нашей улице, детям страшно ходить!\n";
    const Profile profile = *builtin_profile("oktyabrskoe");
    const Intake intake = take_in({{"im.csv", im}, {"59.csv", register59}}, profile, *builtin_calendar(), {});
    std::vector<Message> messages;
    for (const Message& m : intake.messages) messages.push_back(m);
    const Message *lights = with_id(messages, "7"), *waste = with_id(messages, "8"), *thanks = with_id(messages, "9");
    ASSERT_TRUE(lights && waste && thanks);
    EXPECT_EQ(lights->territory, "Приобье");
    EXPECT_EQ(lights->street, "ул. Лесная");
    EXPECT_EQ(lights->house, "4а");
    EXPECT_FALSE(lights->has_place) << "a settlement's point is no dot";
    EXPECT_EQ(lights->topic, "Уличное освещение");
    EXPECT_TRUE(lights->matched_rule);
    EXPECT_TRUE(lights->is_linked) << "the appeal tells the same a day later";
    EXPECT_EQ(with_id(messages, "ОГ-1"), nullptr) << "counted once";
    EXPECT_EQ(waste->territory, "Шеркалы");
    EXPECT_EQ(waste->topic, "Вывоз по графику");
    EXPECT_TRUE(thanks->gratitude);
    EXPECT_FALSE(thanks->matched_rule);
    EXPECT_EQ(intake.report.links.by_text, 1u);
    EXPECT_EQ(intake.report.messages, 3u);
    EXPECT_EQ(intake.report.gratitudes, 1u);
    EXPECT_EQ(intake.report.places.with_street, 1u);
    std::uint32_t matched = 0;
    for (const RuleUse& rule : intake.report.rules) matched += rule.id == "words-lighting" || rule.id == "words-waste" ? rule.matched : 0;
    EXPECT_EQ(matched, 3u) << "the appeal was routed too, before it was linked";
    ASSERT_EQ(intake.report.unmapped.size(), 1u);
    EXPECT_EQ(intake.report.unmapped[0].value, "Нигдеево");
}

}  // namespace
}  // namespace problemator
