// Automatic rules: what they look at, what they give, and that the source is not overruled in silence.
#include "core/clean/routing.hpp"

#include <gtest/gtest.h>

#include "core/schema/embedded.hpp"
#include "tests/unit/clean/profile_fixture.hpp"

namespace problemator {
namespace {

RoutingRule rule(const char* id, RuleWhen when, RuleGives gives, bool overrides = false) {
    return {.id = id, .name = {id, id}, .reason = {"образец", "sample"}, .when = std::move(when), .gives = std::move(gives), .overrides = overrides};
}

RuleWhen with_words(std::vector<std::string> words, std::vector<std::string> without = {}) {
    RuleWhen when;
    when.words = std::move(words);
    when.without_words = std::move(without);
    return when;
}

RuleGives topic(const char* id) {
    RuleGives gives;
    gives.topic = id;
    return gives;
}

Profile with_rules(std::vector<RoutingRule> rules) {
    Profile profile = small_profile();
    profile.rules = std::move(rules);
    return profile;
}

Message saying(const char* text) {
    Message m = message("im", "1", "2026-11-05");
    m.text = text;
    return m;
}

TEST(Router, TheFirstRoutingRuleThatHoldsWins) {
    const Profile profile = with_rules({rule("heat", with_words({"холодн* батаре*"}), topic("heat")), rule("snow", with_words({"снег*", "сугроб*"}), topic("snow"))});
    Router router{profile};
    Message both = saying("Холодные батареи и не убран снег"), snow = saying("Сугробы по пояс!"), none = saying("Когда будет автобус");
    EXPECT_EQ(router.apply(both, DepartmentFrom::Topic, words_of(both.text)), 0u);
    EXPECT_EQ(both.topic, "Отопление");
    EXPECT_EQ(both.block, "ЖКХ и энергетика");
    EXPECT_EQ(both.department, "Управление ЖКХ") << "the block's own";
    EXPECT_TRUE(both.matched_rule);
    EXPECT_EQ(router.apply(snow, DepartmentFrom::Topic, words_of(snow.text)), 1u);
    EXPECT_EQ(snow.department, "Снежная служба") << "the topic's own";
    EXPECT_EQ(router.apply(none, DepartmentFrom::Topic, words_of(none.text)), std::nullopt);
    EXPECT_FALSE(none.matched_rule);
    const auto use = router.use();
    ASSERT_EQ(use.size(), 2u);
    EXPECT_EQ(use[1].matched, 1u);
    EXPECT_EQ(use[1].changed, 1u);
    EXPECT_EQ(use[1].contradicted, 0u);
}

TEST(Router, FlagsAreSetBesideARouteAndDoNotEndTheSearch) {
    RuleGives thanks;
    thanks.gratitude = true;
    const Profile profile = with_rules({rule("thanks", with_words({"спасибо", "благодар*"}, {"не спасибо"}), thanks), rule("snow", with_words({"снег*"}), topic("snow"))});
    Router router{profile};
    Message m = saying("Спасибо за убранный снег"), irony = saying("За такое не спасибо"), only = saying("Благодарим вас");
    EXPECT_EQ(router.apply(m, DepartmentFrom::Topic, words_of(m.text)), 1u);
    EXPECT_TRUE(m.gratitude);
    EXPECT_FALSE(router.apply(irony, DepartmentFrom::Topic, words_of(irony.text)));
    EXPECT_FALSE(irony.gratitude);
    EXPECT_FALSE(router.apply(only, DepartmentFrom::Topic, words_of(only.text)));
    EXPECT_TRUE(only.gratitude);
    EXPECT_FALSE(only.matched_rule) << "a flag delivers nothing to an executor: it is not indicator 2";
    EXPECT_EQ(router.use()[0].matched, 2u);
}

TEST(Router, TheSourceWinsUnlessTheRuleOverrides) {
    RuleGives to_roads = topic("snow");
    to_roads.department = "roads";
    for (const bool overrides : {false, true}) {
        const Profile profile = with_rules({rule("snow", with_words({"снег*"}), to_roads, overrides)});
        Router router{profile};
        Message m = saying("снег");
        m.block = "ЖКХ и энергетика", m.topic = "Отопление", m.department = "Управление ЖКХ";
        EXPECT_EQ(router.apply(m, DepartmentFrom::Source, words_of(m.text)), 0u);
        EXPECT_EQ(m.topic, overrides ? "Уборка снега" : "Отопление");
        EXPECT_EQ(m.department, overrides ? "Отдел дорог" : "Управление ЖКХ");
        EXPECT_EQ(router.use()[0].contradicted, 1u);
        EXPECT_EQ(router.use()[0].changed, overrides ? 1u : 0u);
    }
}

TEST(Router, AnUnknownTopicOfTheSourceBecomesTheSubtopic) {
    const Profile profile = with_rules({rule("snow", with_words({"снег*"}), topic("snow"))});
    Message m = saying("снег");
    m.block = "Прочее", m.topic = "Иное";
    Router{profile}.apply(m, DepartmentFrom::Topic, words_of(m.text));
    EXPECT_EQ(m.topic, "Уборка снега");
    EXPECT_EQ(m.subtopic, "Иное");
    EXPECT_EQ(m.block, "Дороги");
}

TEST(Router, EveryConditionIsAsked) {
    RuleWhen when;
    when.channels = {"im", "fz59"};
    when.blocks = {"roads"};
    when.territories = {"andra"};
    when.networks = {"вк*", "вконтакте"};
    when.tags = {"срочно"};
    when.rubrics = {"0003.0009"};
    when.subtopics = {"ям*"};
    RuleGives gives;
    gives.department = "winter";
    const Profile profile = with_rules({rule("all", when, gives)});
    Router router{profile};
    const auto full = [] {
        Message m = saying("");
        m.block = "Дороги", m.territory = "Андра", m.network = "ВКонтакте", m.tags = "центр, срочно", m.rubric_code = "0003.0009.0099", m.subtopic = "Ямы";
        return m;
    };
    Message m = full();
    EXPECT_TRUE(router.apply(m, DepartmentFrom::Topic, words_of(m.text)));
    EXPECT_EQ(m.department, "Снежная служба");
    const std::pair<const char*, void (*)(Message&)> breaks[] = {
        {"channel", [](Message& x) { x.channel = "pos"; }},      {"block", [](Message& x) { x.block = "ЖКХ и энергетика"; }},
        {"territory", [](Message& x) { x.territory.clear(); }},  {"network", [](Message& x) { x.network = "Одноклассники"; }},
        {"tags", [](Message& x) { x.tags = "несрочно"; }},       {"rubric", [](Message& x) { x.rubric_code = "0002.0014"; }},
        {"subtopic", [](Message& x) { x.subtopic = "Тротуар"; }}};
    for (const auto& [what, damage] : breaks) {
        Message other = full();
        damage(other);
        EXPECT_FALSE(router.apply(other, DepartmentFrom::Topic, words_of(other.text))) << what;
    }
}

/// The rules that we ship, on made-up texts.
TEST(Router, ShippedRulesUnderstandPlainWords) {
    struct Case { const char *text, *topic; bool gratitude, consultation, conflict; };
    const Case cases[] = {
        {"В подъезде второй день холодные батареи", "heat", false, false, false},
        {"Не чистят снег, сугробы на дороге", "snow", false, false, false},
        {"Не вывозят мусор, контейнеры переполнены", "collection", false, false, false},
        {"Опять яма на дороге, разбитый асфальт", "road-surface", false, false, false},
        {"Автобус не пришёл по расписанию", "cancelled-trips", false, false, false},
        {"Собаки стаями ходят у школы, бродячие собаки", "stray-animals", false, false, false},
        {"Огромное спасибо коммунальной службе за работу", "", true, false, false},
        {"Спасибо за пустые отписки, хамство сотрудников", "", false, false, true},
        {"Подскажите, пожалуйста, часы приёма", "", false, true, false},
        {"Добрый день", "", false, false, false},
    };
    for (const char* id : {"oktyabrskoe", "akhtubinsk", "bogotol", "okha", "okhotsk"}) {
        const Profile profile = *builtin_profile(id);
        Router router{profile};
        for (const Case& c : cases) {
            Message m = saying(c.text);
            const auto routed = router.apply(m, DepartmentFrom::Topic, words_of(m.text));
            EXPECT_EQ(routed ? profile.rules[*routed].gives.topic : "", c.topic) << id << ": " << c.text;
            EXPECT_EQ(m.gratitude, c.gratitude) << id << ": " << c.text;
            EXPECT_EQ(m.consultation, c.consultation) << id << ": " << c.text;
            EXPECT_EQ(m.conflict, c.conflict) << id << ": " << c.text;
        }
    }
}

TEST(Router, RulesOfAFileAreCheckedAgainstTheProfile) {
    const auto with = [](const char* rules) {
        return std::string{R"({"id": "x", "name": "X", "genitive": "X", "centre": "X", "head_addressee": "X", "region": "X", "decree": "X", "utc_offset": "+05:00",
          "channels": [{"id": "pos", "name": "ПОС"}], "departments": [{"id": "roads", "name": "Дороги"}], "territories": [{"id": "a", "name": "А"}],
          "blocks": [{"id": "road", "name": "Дороги", "topics": [{"id": "snow", "name": "Снег"}]}], "clocks": [], "rules": [)"} + rules + "]}";
    };
    struct Case { const char *rules, *column, *expected; Fault fault; };
    const Case cases[] = {
        {R"({"id": "r", "name": "Р", "reason": "п", "when": {"words": ["снег*"]}, "gives": {"topic": "snov"}})", "rules[0].gives.topic", "snow", Fault::BadValue},
        {R"({"id": "r", "name": "Р", "reason": "п", "when": {"channels": ["poss"]}, "gives": {"topic": "snow"}})", "rules[0].when.channels[0]", "pos", Fault::BadValue},
        {R"({"id": "r", "name": "Р", "reason": "п", "when": {}, "gives": {"topic": "snow"}})", "rules[0].when", "", Fault::MissingValue},
        {R"({"id": "r", "name": "Р", "reason": "п", "when": {"words": ["а"]}, "gives": {}})", "rules[0].gives", "", Fault::MissingValue},
        {R"({"id": "r", "name": "Р", "reason": "п", "when": {"word": ["а"]}, "gives": {"topic": "snow"}})", "rules[0].when.word", "words", Fault::UnknownKey}};
    for (const Case& c : cases) {
        const auto read = read_profile(with(c.rules), "x.json");
        ASSERT_FALSE(read.ok()) << c.rules;
        EXPECT_EQ(read.error().fault, c.fault) << describe(read.error(), Lang::En);
        EXPECT_EQ(read.error().place.column, c.column);
        EXPECT_EQ(read.error().expected, c.expected);
    }
}

}  // namespace
}  // namespace problemator
