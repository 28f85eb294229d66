// Addresses as people type them. One table for each piece; a wrong flat or a lost house is found here.
#include "core/clean/address.hpp"

#include <gtest/gtest.h>

#include "core/clean/words.hpp"

namespace problemator {
namespace {

TEST(Words, AreFoldedAndCleanedOfWhatIsNotSeen) {
    const std::pair<const char*, const char*> cases[] = {
        {"Ёлка у ДОМА № 12а!", "елка у дома 12а"},
        {"<b>Нет</b> света&nbsp;второй день", "нет света второй день"},
        {"[id15|Имя Автора], см. https://vk.com/wall-1_2 вот", "имя автора см вот"},
        {"Пр\xD0\xB8" "o\xD0\xB1\xD1\x8C" "e, c. Aндpa", "приобье с андра"},   // Latin o, e, c, A, p
        {"не\xCC\x81т све\xC2\xADта 🔥🔥 опять", "нет света опять"},
        {"cold water 24/7", "cold water 24 7"},
    };
    for (const auto& [text, words] : cases) EXPECT_EQ(words_to_utf8(words_of(text)), words) << text;
}

TEST(Words, StemsForgetInflectionOnly) {
    const auto stem = [](const char* word) {
        const std::string words = words_of(word);
        return words_to_utf8(stem_of(std::string_view{words}.substr(1, words.size() - 2)));
    };
    EXPECT_EQ(stem("снега"), stem("снегом"));
    EXPECT_EQ(stem("дорогами"), stem("дорогу"));
    EXPECT_EQ(stem("уличного"), stem("уличное"));
    EXPECT_NE(stem("вода"), stem("воздух"));
    EXPECT_EQ(stem("нет"), "нет");
}

TEST(Words, OfLongRunsOfLettersAreThoseOfSingleOnes) {
    std::string room(500, '?');                                            // what stood there before leaves nothing
    for (const std::string_view text : {"Водоснабжение", "водоснабжёние и водоотведение", "ЁЛКА", "Ђорђе Приобьевский округ", "достопримечательность", "1достопримечательность2"}) {
        std::string one_by_one;
        for (std::size_t pos = 0; pos < text.size();) {                    // a soft hyphen behind every letter says nothing and parts the run
            const std::size_t size = static_cast<unsigned char>(text[pos]) < 0x80 ? 1 : 2;
            one_by_one.append(text.substr(pos, size)).append(size == 2 ? "\u00AD" : "");
            pos += size;
        }
        EXPECT_EQ(words_in(text, room), words_of(one_by_one)) << text;
    }
}

std::vector<std::uint32_t> tags_in(const WordPatterns& patterns, std::string_view text) {
    std::vector<WordPatterns::Found> found;
    patterns.find(words_of(text), found);
    std::vector<std::uint32_t> tags;
    for (const auto& place : found) tags.push_back(place.tag);
    return tags;
}

TEST(WordPatterns, FindShortOnesAndLongOnesAtEveryPlace) {
    WordPatterns patterns;
    std::uint32_t tag = 0;
    for (const char* pattern : {"я", "в*", "не", "до*", "дом", "вод*", "воды", "фонар* не"}) patterns.add(pattern, tag++);
    const auto tags = [&](std::string_view text) { return tags_in(patterns, text); };
    using Tags = std::vector<std::uint32_t>;
    EXPECT_EQ(tags("я"), (Tags{0}));
    EXPECT_EQ(tags("яма"), Tags{});
    EXPECT_EQ(tags("не нет"), (Tags{2}));
    EXPECT_EQ(tags("дом дома до"), (Tags{3, 4, 3, 3}));
    EXPECT_EQ(tags("вода и воды"), (Tags{1, 5, 1, 5, 6}));
    EXPECT_EQ(tags("фонари не горят"), (Tags{7, 2}));
    EXPECT_EQ(tags("фонари нет"), Tags{});
}

TEST(WordPatterns, FindWordsBeginningsAndNeighbours) {
    WordPatterns patterns;
    patterns.add("спасибо", 1);
    patterns.add("благодар*", 2);
    patterns.add("не гор* фонар*", 3);
    patterns.add("!!", 4);
    const auto tags = [&](std::string_view text) { return tags_in(patterns, text); };
    using Tags = std::vector<std::uint32_t>;
    EXPECT_EQ(tags("Спасибо, благодарим"), (Tags{1, 2}));
    EXPECT_EQ(tags("спасибочки"), Tags{});
    EXPECT_EQ(tags("Третий день не горят фонари"), (Tags{3}));
    EXPECT_EQ(tags("не горят у нас фонари"), Tags{});
    EXPECT_EQ(tags("не горят"), Tags{});
    EXPECT_EQ(tags(""), Tags{});
}

TEST(Address, SettlementsLoseTheirType) {
    struct Case { const char *text, *type, *name; };
    const Case cases[] = {
        {"пгт. Приобье", "пгт", "приобье"}, {"п.г.т. Приобье", "пгт", "приобье"}, {"ПРИОБЬЕ пгт", "пгт", "приобье"}, {"гп Приобье", "гп", "приобье"},
        {"городское поселение Приобье", "гп", "приобье"}, {"с. Перегрёбное", "с", "перегребное"}, {"село Перегребное", "с", "перегребное"},
        {"р.п. Верхний Баскунчак", "рп", "верхний баскунчак"}, {"с. Ново-Николаевка", "с", "ново николаевка"}, {"Приобье", "", "приобье"},
        {"c. Aндpa", "с", "андра"}, {"поселок им. Кирова", "п", "кирова"}, {"п", "", "п"}, {"", "", ""}};
    for (const Case& c : cases) {
        const SettlementName found = settlement_name(c.text);
        EXPECT_EQ(found.type, c.type) << c.text;
        EXPECT_EQ(found.name, c.name) << c.text;
    }
}

TEST(Address, StreetsGetOneSpelling) {
    const std::pair<const char*, const char*> cases[] = {
        {"ул. Лесная", "ул. Лесная"}, {"ЛЕСНАЯ УЛ", "ул. Лесная"}, {"улица лесная", "ул. Лесная"}, {"Лесная", "ул. Лесная"},
        {"1-я Лесная", "ул. 1-я Лесная"}, {"Лесная 1-я", "ул. 1-я Лесная"}, {"ул. 1-ая Лесная", "ул. 1-я Лесная"}, {"2-й пер. Мира", "пер. 2-й Мира"},
        {"ул. А.С. Пушкина", "ул. Пушкина"}, {"ул. им. Пушкина", "ул. Пушкина"}, {"проспект Ленина", "пр-т Ленина"}, {"пр-т Ленина", "пр-т Ленина"},
        {"мкр. Центральный", "мкр. Центральный"}, {"б-р Школьный", "б-р Школьный"}, {"ул. 8 Марта", "ул. 8 Марта"}, {"50 лет Победы", "ул. 50 лет Победы"},
        {"мкр 3", "мкр. 3"}, {"ул.", ""}, {"", ""}, {"-", ""}};
    for (const auto& [text, street] : cases) EXPECT_EQ(clean_street(text), street) << text;
    EXPECT_EQ(street_key("Лесная 1-я ул."), street_key("улица 1-ая Лесная"));
    EXPECT_NE(street_key("ул. Лесная"), street_key("ул. Лесничья"));
}

TEST(Address, HousesKeepLetterBlockAndFraction) {
    const std::pair<const char*, const char*> cases[] = {
        {"12 А", "12а"}, {"12а", "12а"}, {"12A", "12а"}, {"д. 12-а", "12а"}, {"№ 12", "12"}, {"12/1", "12/1"}, {"12 / 1", "12/1"}, {"12 корп. 1", "12к1"},
        {"12к1", "12к1"}, {"12 стр. 3", "12с3"}, {"влд. 5", "5"}, {"дом 7, кв. 12", "7"}, {"4-7", "4"}, {"12а/1", "12а/1"}, {"д.3 литера Б", "3б"},
        {"б/н", ""}, {"нет", ""}, {"", ""}};
    for (const auto& [text, house] : cases) EXPECT_EQ(clean_house(text), house) << text;
}

TEST(Address, AWholeAddressInOneCellIsSplit) {
    struct Case { const char *text, *settlement, *street, *house, *rest; };
    const Case cases[] = {
        {"гп Приобье, ул. Лесная, д. 4, кв. 7", "гп приобье", "ул. Лесная", "4", ""},
        {"гп Приобье ул. Лесная д. 4 кв. 7", "гп приобье", "ул. Лесная", "4", ""},
        {"628126, ХМАО - Югра, Октябрьский район, пгт. Приобье, мкр. Центральный, 12/1", "пгт приобье", "мкр. Центральный", "12/1", ""},
        {"Приобье, Лесная 4-7", "", "ул. Лесная", "4", "приобье"},
        {"ул. Лесная 4", "", "ул. Лесная", "4", ""},
        {"Лесная ул., д. 4 корп. 2", "", "ул. Лесная", "4к2", ""},
        {"с. Болхуны; ул. 8 Марта, 15а", "с болхуны", "ул. 8 Марта", "15а", ""},
        {"ХМАО Октябрьский район гп Приобье ул. Мира 3", "гп приобье", "ул. Мира", "3", ""},
        {"г. Оха, ул. 60 лет СССР, дом 22 корпус 1, подъезд 2", "г оха", "ул. 60 лет Ссср", "22к1", ""},
        {"Приобье", "", "", "", "приобье"},
        {",,;", "", "", "", ""}};
    for (const Case& c : cases) {
        const Address found = split_address(c.text);
        EXPECT_EQ(found.settlement, c.settlement) << c.text;
        EXPECT_EQ(found.street, c.street) << c.text;
        EXPECT_EQ(found.house, c.house) << c.text;
        EXPECT_EQ(found.rest, c.rest) << c.text;
    }
}

}  // namespace
}  // namespace problemator
