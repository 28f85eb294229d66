#include "core/clean/privacy.hpp"

#include <gtest/gtest.h>

#include "tests/unit/clean/privacy_corpus.hpp"

namespace problemator {
namespace {

std::string masked(std::string_view text) {
    std::string scratch;
    PrivacyTally tally;
    return std::string{mask_personal(text, scratch, tally)};
}

TEST(Privacy, WhatNamesAPersonGetsTheMaskOfItsKind) {
    const struct { const char* text; const char* expected; } cases[] = {
        {"Вымышленный Иван Петрович просит", "[имя] просит"}, {"От Петровой А.Б.", "От [имя]"}, {"ИВАНОВУ ИВАНУ ИВАНОВИЧУ", "[имя]"}, {"Мамедов Али Гусейн оглы", "[имя]"},
        {"ИП Сидоров А. А.", "ИП [имя]"}, {"иван петрович обещал", "[имя] обещал"}, {"Здравствуйте, Мария Петровна!", "Здравствуйте, [имя]!"},
        {"8-900-000-12-34", "[телефон]"}, {"+7 (900) 000 12 34", "[телефон]"}, {"тел. 2-34-56", "тел. [телефон]"}, {"8 (34678) 2-34-56", "[телефон]"},
        {"name@example.org", "[почта]"}, {"паспорт 6501 123456", "паспорт [паспорт]"}, {"серия 6501 номер 123456", "серия [паспорт]"}, {"112-233-445 95", "[СНИЛС]"},
        {"500100732259", "[ИНН]"}, {"4111 1111 1111 1111", "[карта]"}, {"счёт 40817810099910004312", "счёт [счёт]"}, {"А123ВС86", "[номер машины]"},
        {"ул. Ленина, д. 12, кв. 5 темно", "[адрес] темно"}, {"Пушкина 4", "[адрес]"}, {"ул советская 5а", "[адрес]"}, {"12.03.1985 г.р.", "[дата рождения] г.р."},
        {"vk.com/id12345", "[профиль]"}, {"[id123|Мария] пишет", "[профиль] пишет"}, {"@nick_name", "[профиль]"}, {"https://t.me/nick", "[профиль]"}};
    for (const auto& c : cases) {
        EXPECT_EQ(masked(c.text), c.expected);
        EXPECT_EQ(masked(masked(c.text)), c.expected) << "masked twice";
    }
}

TEST(Privacy, WhatOnlyLooksPersonalStays) {
    for (const char* text : {"07/19-ОГ-10 от 12.01.2026", "Сообщение 327441806", "ул. Ленина", "На улице Ленина 5 дней нет воды", "МБОУ СОШ № 2", "Сбербанк", "школа имени А.С. Пушкина", "площадь Юрия Гагарина",
                             "Александров Гай", "И.о. главы", "[club123|Администрация]", "https://vk.com/wall-1_2", "г. Ханты-Мансийск", "1 000 000 рублей", "широта 62.4512345678", "доля 0.89123456789", "(0002.0014.0143.0416) Жильё", "2026-11-16T00:00", "А. Б.", "", "\xD0", "@", "[id"})
        EXPECT_EQ(masked(text), text);
}

TEST(Privacy, OneControlDigitDecides) {
    EXPECT_EQ(masked("номер 112-233-445 96"), "номер 112-233-445 96");
    EXPECT_EQ(masked("500100732258"), "500100732258");
    EXPECT_EQ(masked("4111 1111 1111 1112"), "4111 1111 1111 1112");
}

TEST(Privacy, CleanTextIsNotCopied) {
    std::string scratch = "kept";
    PrivacyTally tally;
    const std::string_view text = "Во дворе темно";
    EXPECT_EQ(mask_personal(text, scratch, tally).data(), text.data());
    EXPECT_EQ(scratch, "kept");
}

TEST(Privacy, FindsAreSortedApartAndInsideTheTextWhateverTheBytes) {
    std::vector<PersonalSpan> found;
    std::uint64_t state = 5;
    constexpr std::string_view pieces[] = {"8", "912", "-", " ", "@", "a", ".", "ru", "И", "Иванов", "ович", "\xD0", "\xFF", "[id", "|", "]", "/", "vk.com", "ул.", "д", "(", "№", "оглы", "\n", "г.р."};
    for (int round = 0; round < 3000; ++round) {
        std::string text;
        for (int i = 0; i < 24; ++i) text += pieces[((state = state * 6364136223846793005u + 1442695040888963407u) >> 40) % std::size(pieces)];
        find_personal(text, found);
        std::size_t last = 0;
        for (const PersonalSpan& s : found) {
            ASSERT_LE(last, s.begin) << text;
            ASSERT_LT(s.begin, s.end) << text;
            ASSERT_LE(s.end, text.size()) << text;
            last = s.end;
        }
    }
}

TEST(Privacy, ALongHostileTextTakesLinearTime) {   // a quadratic search would not end within the test's time limit
    std::vector<PersonalSpan> found;
    for (const std::string_view piece : {"ович", "И.", "1 ", "@", "vk.com/", "[id1", "12.", "а-", "№ 1", "Иван "}) {
        std::string text;
        while (text.size() < 1'000'000) text += piece;
        find_personal(text, found);
    }
}

TEST(Privacy, ACellThatIsAPersonIsToldFromOneThatIsAnOffice) {
    for (const char* cell : {"Вымышленный И. О.", "вымышленный иван петрович", "Иванова", "8 (900) 000-00-00", "name@example.org", "Обращение Иванова.xlsx"}) EXPECT_TRUE(is_personal_cell(cell)) << cell;
    for (const char* cell : {"Управление ЖКХ и энергетики", "МБУ «Центр», ул. Ленина, 5", "Верхний Яр", "Отдел № 5", "пос_2026-11-16.csv", "Андра", "благодарность"}) EXPECT_FALSE(is_personal_cell(cell)) << cell;
}

TEST(Privacy, TallyCountsByKind) {
    std::string scratch;
    PrivacyTally tally;
    mask_personal("8-900-000-12-34, 8-900-000-12-35, a@example.org", scratch, tally);
    EXPECT_EQ(tally.found[static_cast<std::size_t>(PersonalKind::Phone)], 2u);
    EXPECT_EQ(tally.found[static_cast<std::size_t>(PersonalKind::Email)], 1u);
    EXPECT_EQ(tally.found[static_cast<std::size_t>(PersonalKind::Name)], 0u);
}

}  // namespace
}  // namespace problemator
