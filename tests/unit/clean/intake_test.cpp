#include <gtest/gtest.h>

#include "core/base/format.hpp"
#include "tests/unit/clean/profile_fixture.hpp"

namespace problemator {
namespace {

TEST(Intake, ThreeChannelsBecomeOneCleanSet) {
    const std::string pos =
        "Номер;Дата поступления;Категория;Подкатегория;Организация, в которой находится сообщение;Фаст-трек;Стадия\n"
        "100;06.01.2026;Дороги;Не убран снег;Администрация гп Приобье;Да;В работе\n"
        "101;07.01.2026;Космос;Ракеты;Отдел ракет;Нет;В работе\n"
        "100;06.01.2026;Дороги;Не убран снег;Администрация гп Приобье;Да;В работе\n";
    const std::string im =
        "ID;Дата создания;Дата окончания;Текущий шаг инцидента;Группа тем;Тема;Населенный пункт;Итог\n"
        "7;06.01.2026 09:00;;В работе;ЖКХ;Отопление;Андра;\n";
    const std::string register59 =
        "№ РК;Дата рег.;План (РК);Факт (РК);Рубрика;Сообщение ПОС №\n"
        "ОГ-1;08.01.2026;;;(0003.0009) Ямы;101\n";
    const Intake intake = take_in({{"pos.csv", pos}, {"im.csv", im}, {"59.csv", register59}, {"bad.csv", ""}}, small_profile(), WorkCalendar{}, {});
    ASSERT_EQ(intake.messages.size(), 3u);
    const Message &snow = intake.messages[0], &heat = intake.messages[1], &linked = intake.messages[2];
    EXPECT_EQ(snow.topic, "Уборка снега");
    EXPECT_EQ(snow.territory, "Приобье");
    EXPECT_EQ(format_iso_minute(snow.due), "2026-01-17T00:00");
    EXPECT_EQ(heat.channel, "im");
    EXPECT_EQ(format_iso_minute(heat.received), "2026-01-06T11:00");   // exported in UTC+3, the district lives in UTC+5
    EXPECT_EQ(format_iso_minute(heat.due), "2026-01-06T14:00");
    EXPECT_EQ(linked.id, "101");
    EXPECT_EQ(linked.kind, Kind::Appeal);
    EXPECT_EQ(format_iso_minute(linked.due), "2026-02-08T00:00");

    EXPECT_EQ(intake.report.messages, 3u);
    EXPECT_EQ(intake.report.linked, 1u);
    EXPECT_EQ(intake.report.files[0].rows_duplicate, 1u);
    EXPECT_TRUE(intake.report.files[3].failure);
    ASSERT_EQ(intake.report.unmapped.size(), 3u);
    EXPECT_EQ(intake.report.unmapped[0].value, "Космос");
    EXPECT_EQ(intake.report.unmapped[1].value, "Ракеты");
    EXPECT_EQ(intake.report.unmapped[2].value, "Отдел ракет");
}

TEST(Intake, TheReportAddsUpAndNamesWhatCannotBe) {
    const std::string pos =
        "Номер;Дата поступления;Категория;Дата фактического завершения работ;Стадия;Фаст-трек\n"
        "1;09.11.2026;Дороги;05.11.2026;Завершено;Нет\n"
        "2;10.11.2026;Дороги;;В работе;Нет\n"
        "3;25.11.2026;Дороги;;В работе;Нет\n"
        "4;;Дороги;;В работе;Нет\n";
    ImportOptions options;
    options.today = day_from_minute(at("2026-11-21"));
    const Intake intake = take_in({{"a.csv", pos}, {"b.csv", pos}}, small_profile(), WorkCalendar{}, options);
    for (const FileReport& file : intake.report.files) EXPECT_EQ(file.rows_read, file.rows_kept + file.rows_rejected + file.rows_skipped);
    EXPECT_EQ(intake.report.files[1].rows_duplicate, 3u);
    EXPECT_EQ(intake.messages.size(), 3u);
    ASSERT_EQ(intake.report.anomalies.size(), 2u);
    EXPECT_EQ(intake.report.anomalies[0].fault, ClockFault::ClosedBeforeReceived);
    EXPECT_EQ(intake.report.anomalies[0].first.at(0).row, 2u);
    EXPECT_EQ(intake.report.anomalies[1].fault, ClockFault::ReceivedInFuture);
    ASSERT_EQ(intake.report.coverage.size(), 2u);
    EXPECT_EQ(intake.report.coverage[0].messages, 2u);
    EXPECT_EQ(intake.report.coverage[1].messages, 1u);
}

TEST(Intake, AuthorsAreForgottenAndTextsAreMaskedWhenAsked) {
    const std::string im = "ID;Дата создания;Дата окончания;Текущий шаг инцидента;Группа тем;Тема;Итог;Текст инцидента\n"
                           "7;06.01.2026 09:00;;В работе;ЖКХ;Отопление;;Нет тепла, звоните +7 900 123-45-67\n";
    ImportOptions options;
    const auto text_of = [&] { return take_in({{"im.csv", im}}, small_profile(), WorkCalendar{}, options); };
    EXPECT_NE(text_of().messages[0].text.find("123-45-67"), std::string::npos);
    ASSERT_EQ(text_of().report.privacy.size(), 1u);
    EXPECT_EQ(text_of().report.privacy[0].in_texts, 1u);
    options.mask_texts = true;
    EXPECT_EQ(text_of().messages[0].text.find("123-45-67"), std::string::npos);
}

TEST(Intake, EqualInputsGiveEqualReports) {
    const std::string csv = "Номер;Дата поступления;Подкатегория;Фаст-трек\n1;06.01.2026;Б;Да\n2;06.01.2026;А;Да\n3;06.01.2026;А;Да\n";
    const auto run = [&] { return report_json(take_in({{"a.csv", csv}}, small_profile(), WorkCalendar{}, {}).report); };
    EXPECT_EQ(run(), run());
    EXPECT_LT(run().find("\"value\": \"А\""), run().find("\"value\": \"Б\""));
}

}  // namespace
}  // namespace problemator
