// Near-duplicates: every condition of the header on its own, and precision and recall on a made set of labelled texts.
#include "core/clean/near_duplicates.hpp"

#include <gtest/gtest.h>

#include <array>
#include <chrono>
#include <random>
#include <set>
#include <string>

namespace problemator {
namespace {

constexpr const char* kText = "Третий день нет горячей воды в доме, управляющая компания трубку не берёт, помогите разобраться";

DuplicateText row(std::string_view text, std::string_view channel, Minute received = 0, std::string_view territory = "Приобье", std::string_view street = {}, std::string_view house = {}) {
    return {.text = text, .channel = channel, .territory = territory, .street = street, .house = house, .received = received};
}

TEST(NearDuplicates, OneConditionAtATime) {
    const DuplicateText lead = row(kText, "pos");
    struct Case { const char* what; DuplicateText first, second; std::optional<DuplicateKind> kind; };
    const std::string marked = std::string{"<b>"} + kText + "</b> https://vk.com/wall1_2 🔥";
    const std::string numbered = std::string{kText} + " дом 4", other_number = std::string{kText} + " дом 7";
    const std::string_view brief = "Нет воды совсем";
    const Case cases[] = {
        {"another channel, the same text", lead, row(kText, "im", 60), DuplicateKind::Link},
        {"markup, links and emoji do not count", lead, row(marked, "im", 60), DuplicateKind::Link},
        {"one channel: a repeat", lead, row(kText, "pos", 60), DuplicateKind::Repeat},
        {"an unknown territory fits any", lead, row(kText, "im", 60, ""), DuplicateKind::Link},
        {"any territory fits an unknown one", row(kText, "pos", 0, ""), row(kText, "im", 60), DuplicateKind::Link},
        {"another territory", lead, row(kText, "im", 60, "Талинка"), std::nullopt},
        {"seven days apart", lead, row(kText, "im", 7 * kMinutesPerDay), DuplicateKind::Link},
        {"more than seven days apart", lead, row(kText, "im", 7 * kMinutesPerDay + 1), std::nullopt},
        {"another street", row(kText, "pos", 0, "Приобье", "ул. Мира"), row(kText, "im", 60, "Приобье", "ул. Лесная"), std::nullopt},
        {"another house", row(kText, "pos", 0, "Приобье", "ул. Мира", "4"), row(kText, "im", 60, "Приобье", "ул. Мира", "7"), std::nullopt},
        {"other numbers in the text", row(numbered, "pos"), row(other_number, "im", 60), std::nullopt},
        {"one text says more numbers", lead, row(numbered, "im", 60), std::nullopt},
        {"a repeat may say more numbers", lead, row(numbered, "pos", 60), DuplicateKind::Repeat},
        {"one of them names the house of the street", row(kText, "pos", 0, "Приобье", "ул. Мира", "4"), row(kText, "im", 60, "Приобье", "ул. Мира"), std::nullopt},
        {"only one of them names a street", row(kText, "pos", 0, "Приобье", "ул. Мира", "4"), row(kText, "im", 60), DuplicateKind::Link},
        {"a short text says too little", row(brief, "pos"), row(brief, "im", 60), std::nullopt},
        {"unless it is the same house", row(brief, "pos", 0, "Приобье", "ул. Мира", "4"), row(brief, "im", 60, "Приобье", "ул. Мира", "4"), DuplicateKind::Link},
        {"other words", lead, row("Когда отремонтируют детскую площадку во дворе, качели сломаны ещё с весны, опасно для детей", "im", 60), std::nullopt},
        {"no text at all", row("", "pos"), row("", "im", 60), std::nullopt},
    };
    for (const Case& c : cases) {
        DuplicateFinder finder;
        EXPECT_FALSE(finder.add(c.first)) << c.what;
        const auto found = finder.add(c.second);
        EXPECT_EQ(found ? std::optional{found->kind} : std::nullopt, c.kind) << c.what;
        EXPECT_EQ(found ? found->lead : 0u, 0u) << c.what;
    }
}

TEST(NearDuplicates, TheSameHouseNeedsLessLikeness) {
    const char *a = "Нет горячей воды третий день, управляющая компания трубку не берёт", *b = "Нет горячей воды третий день, компания не отвечает, трубку не берёт";
    DuplicateFinder apart, together;
    apart.add(row(a, "pos"));
    EXPECT_FALSE(apart.add(row(b, "im", 5)));
    together.add(row(a, "pos", 0, "Приобье", "ул. Мира", "4"));
    const auto found = together.add(row(b, "im", 5, "Приобье", "ул. Мира", "4"));
    ASSERT_TRUE(found);
    EXPECT_GE(found->similarity, 0.6);
    EXPECT_LT(found->similarity, 0.8);
}

TEST(NearDuplicates, ARowWithoutATerritoryFindsTheLeadsOfAllThatCameBeforeIt) {
    DuplicateFinder finder;
    std::mt19937 random{3};
    std::vector<std::string> texts(3000);                                 // enough for the slots to grow
    for (std::string& text : texts)
        for (int letter = 0; letter < 60; ++letter) text.push_back(letter % 7 == 6 ? ' ' : static_cast<char>('a' + random() % 26));
    for (std::size_t i = 0; i < texts.size(); ++i) finder.add(row(texts[i], "pos", static_cast<Minute>(i), i % 2 ? "Приобье" : "Талинка"));
    for (const std::size_t lead : {5u, 1500u, 2999u}) {
        const auto found = finder.add(row(texts[lead], "im", 3000, ""));
        ASSERT_TRUE(found) << lead;
        EXPECT_EQ(found->lead, lead);
    }
    const std::string later = "Совсем другие слова о сломанных качелях, которые стоят во дворе с самой весны";
    finder.add(row(later, "pos", 3001, "Нягань"));                        // kept for both ways of asking
    EXPECT_TRUE(finder.add(row(later, "im", 3002, "")));
    EXPECT_TRUE(finder.add(row(later, "phone", 3003, "Нягань")));
}

TEST(NearDuplicates, AChannelIsLinkedOnceAndTheLeadIsTheEarliest) {
    const auto found = find_near_duplicates({row(kText, "im", 500), row(kText, "pos", 100), row(kText, "phone", 300), row(kText, "im", 900)});
    ASSERT_EQ(found.size(), 3u);
    const std::array<std::uint32_t, 3> rows = {0, 2, 3};
    const std::array<DuplicateKind, 3> kinds = {DuplicateKind::Link, DuplicateKind::Link, DuplicateKind::Repeat};
    for (std::size_t i = 0; i < 3; ++i) {
        EXPECT_EQ(found[i].row, rows[i]);
        EXPECT_EQ(found[i].lead, 1u);
        EXPECT_EQ(found[i].kind, kinds[i]);
        EXPECT_DOUBLE_EQ(found[i].similarity, 1.0);
    }
}

/// Made texts: a problem at a place told in other words by another channel, and different problems that share most of their words.
class Teller {
public:
    explicit Teller(unsigned seed) : random_{seed} {}
    std::string problem() {
        static constexpr const char* kWhat[] = {"не горит фонарь", "разбита дорога", "не вывозят мусор", "холодно в квартирах", "нет воды", "протекает крыша", "сломаны качели",
                                                "не ходит автобус", "бегают собаки", "засорилась канализация", "не убран снег", "упало дерево"};
        static constexpr const char* kWhere[] = {"у школы", "возле магазина", "около больницы", "во дворе", "за гаражами", "на повороте", "у детского сада", "напротив почты"};
        static constexpr const char* kWhen[] = {"третий день подряд", "с начала месяца", "вторую неделю", "после ремонта", "с самого утра", "каждую ночь"};
        static constexpr const char* kPlea[] = {"просим принять меры", "сколько можно ждать", "дозвониться никуда не получается", "обещали исправить и тишина", "дети не могут пройти",
                                                "пожилым людям тяжело", "администрация не отвечает", "помогите пожалуйста"};
        std::string text = std::string{pick(kWhen)} + " " + pick(kWhat) + " " + pick(kWhere);
        for (int i = 0; i < 3; ++i) text += std::string{", "} + pick(kPlea) + extra();
        return text;
    }
    /// The same with a greeting, a typo, a lost word, signs.
    std::string retold(const std::string& text) {
        std::string out = chance(2) ? text : "Здравствуйте! " + text;
        if (chance(2)) out += "!!! 😡";
        const std::size_t comma = out.find(',');
        if (chance(3) && comma != std::string::npos) out.replace(comma, 1, " -");
        if (chance(3)) out = "<p>" + out + "</p>";
        return out;
    }
    std::size_t below(std::size_t n) { return std::uniform_int_distribution<std::size_t>{0, n - 1}(random_); }

private:
    bool chance(int one_of) { return below(static_cast<std::size_t>(one_of)) == 0; }
    std::string extra() {
        static constexpr const char* kExtra[] = {"", " уже", " очень", " снова", " совсем"};
        return pick(kExtra);
    }
    template <std::size_t n>
    const char* pick(const char* const (&list)[n]) { return list[below(n)]; }
    std::mt19937 random_;
};

TEST(NearDuplicates, PrecisionAndRecallOnAMadeSet) {
    constexpr std::size_t kRows = 6000;
    static constexpr const char* kTerritories[] = {"Приобье", "Андра", "Талинка", "Шеркалы", ""};
    Teller teller{20261121};
    std::vector<std::string> texts;
    std::vector<DuplicateText> rows;
    std::set<std::pair<std::uint32_t, std::uint32_t>> truth;   // (row, lead)
    texts.reserve(kRows);
    std::vector<std::uint32_t> fresh;   // rows that may be retold
    for (std::uint32_t i = 0; i < kRows; ++i) {
        const auto received = static_cast<Minute>(i * 10);
        if (i % 4 == 3) {
            const std::uint32_t lead = fresh[fresh.size() - 1 - teller.below(std::min<std::size_t>(fresh.size(), 60))];
            texts.push_back(teller.retold(texts[lead]));
            rows.push_back(row(texts.back(), "im", received, teller.below(3) == 0 ? "" : rows[lead].territory));
            truth.emplace(i, lead);
            fresh.erase(std::find(fresh.begin(), fresh.end(), lead));
        } else {
            texts.push_back(teller.problem());
            rows.push_back(row(texts.back(), "pos", received, kTerritories[teller.below(5)]));
            fresh.push_back(i);
        }
    }
    for (std::size_t i = 0; i < rows.size(); ++i) rows[i].text = texts[i];   // the vector may have moved short strings
    std::size_t right = 0, wrong = 0;
    for (const Duplicate& d : find_near_duplicates(rows)) {
        if (d.kind == DuplicateKind::Repeat) continue;
        (truth.contains({d.row, d.lead}) ? right : wrong)++;
    }
    const double precision = static_cast<double>(right) / static_cast<double>(right + wrong), recall = static_cast<double>(right) / static_cast<double>(truth.size());
    RecordProperty("precision", std::to_string(precision));
    RecordProperty("recall", std::to_string(recall));
    EXPECT_GE(precision, 0.98) << right << " right, " << wrong << " wrong";
    EXPECT_GE(recall, 0.80) << right << " of " << truth.size();
}

TEST(NearDuplicates, ATextThatEverybodySendsCostsWhatAnyOtherCosts) {
    constexpr std::size_t kRows = 20'000;
    std::vector<DuplicateText> rows;
    std::vector<std::string> houses;
    for (std::size_t i = 0; i < kRows; ++i) houses.push_back(std::to_string(i));
    for (std::size_t i = 0; i < kRows; ++i) rows.push_back(row(kText, "pos", static_cast<Minute>(i / 4), "Приобье", "ул. Мира", houses[i]));   // every one a lead of its own
    const auto start = std::chrono::steady_clock::now();
    EXPECT_TRUE(find_near_duplicates(rows).empty());
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    EXPECT_LT(seconds, 20) << "100,000 texts a minute are asked for; two hundred million pairs would take an hour";
}

}  // namespace
}  // namespace problemator
