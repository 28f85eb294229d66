// Registers: forms say what an entry is, merging keeps one entry per key, terms count entries of a month.
#include <gtest/gtest.h>

#include "core/schema/term_entries.hpp"
#include "core/schema/register.hpp"

namespace problemator {
namespace {

constexpr std::string_view kForm = R"({"id": "works", "name": "Работы", "fields": [
    {"id": "day", "name": "День", "type": "date", "required": true}, {"id": "what", "name": "Что", "type": "text", "required": true},
    {"id": "ready", "name": "Готово", "type": "yes_no"}, {"id": "cost", "name": "Цена", "type": "number"}],
    "key": ["day", "what"], "period": "day"})";

std::string with(std::string_view from, std::string_view to) {
    std::string text{kForm};
    text.replace(text.find(from), from.size(), to);
    return text;
}

Day day(int year, unsigned month, unsigned of) { return day_from_date({year, month, of}); }
Month month(int year, unsigned of) { return month_from_day(day(year, of, 1)); }

Register works(std::initializer_list<RegisterRow> rows) {
    Register entries{*read_register_form(kForm, "works.json")};
    std::uint32_t number = 1;
    for (const RegisterRow& row : rows) entries.append(row, 0, ++number);
    return entries;
}

RegisterRow work(Day of, std::string what, Answer ready = Answer::Unknown, std::optional<double> cost = std::nullopt) {
    return {{.day = of}, {.text = std::move(what)}, {.answer = ready}, {.number = cost}};
}

TEST(RegisterForm, AMistakeNamesItsPathAndTheNearestWord) {
    struct { std::string_view from, to; Fault fault; std::string_view path, expected; } table[] = {
        {R"("type": "yes_no")", R"("type": "yesno")", Fault::BadValue, "fields[2].type", "yes_no"},
        {R"("key": ["day", "what"])", R"("key": ["day", "whta"])", Fault::BadValue, "key", "what"},
        {R"("period": "day")", R"("period": "days")", Fault::BadValue, "period", "day"},
        {R"("period": "day")", R"("period": "what")", Fault::BadValue, "period", "what"},
        {R"({"id": "what")", R"({"id": "day")", Fault::DuplicateKey, "fields", ""},
        {R"("required": true}, {)", R"("requierd": true}, {)", Fault::UnknownKey, "fields[0]", "required"},
    };
    for (const auto& row : table) {
        const auto form = read_register_form(with(row.from, row.to), "works.json");
        ASSERT_FALSE(form) << row.to;
        EXPECT_EQ(form.error().fault, row.fault) << row.to;
        EXPECT_EQ(form.error().place.column.substr(0, row.path.size()), row.path) << row.to;
        EXPECT_EQ(form.error().expected, row.expected) << row.to;
    }
}

TEST(Register, EntriesOfOneKeyBecomeOneAndTheLaterDateWins) {
    std::vector<Register> all;
    const auto first = merge_register(all, works({work(day(2026, 10, 3), "Каток", Answer::No), work(day(2026, 10, 1), "Горка", Answer::Unknown, 7)}));
    EXPECT_EQ(first.added, 2u);
    const auto second = merge_register(all, works({work(day(2026, 10, 3), "каток", Answer::Yes, 12), work(day(2026, 10, 9), "Сквер")}));
    EXPECT_EQ(second.added, 1u);
    EXPECT_EQ(second.updated, 1u);
    ASSERT_EQ(all.size(), 1u);
    ASSERT_EQ(all[0].rows(), 3u);
    EXPECT_EQ(all[0].cell(1, 0).text, "Горка") << "sorted by day";
    EXPECT_EQ(all[0].cell(2, 1).answer, Answer::Yes) << "the fuller entry wins";
    EXPECT_EQ(all[0].cell(3, 1).number, 12);
}

TEST(Register, ImportingTwiceAndInAnyOrderGivesTheSame) {
    const Register one = works({work(day(2026, 10, 3), "Каток", Answer::No), work(day(2026, 10, 1), "Горка", Answer::Unknown, 7)});
    const Register two = works({work(day(2026, 10, 3), "Каток", Answer::Yes), work(day(2026, 10, 1), "Горка", Answer::No)});
    std::vector<Register> straight, turned;
    for (const Register* r : {&one, &two, &one}) merge_register(straight, *r);
    for (const Register* r : {&two, &one}) merge_register(turned, *r);
    EXPECT_EQ(merge_register(straight, two).duplicate, 2u);
    ASSERT_EQ(straight[0].rows(), 2u);
    EXPECT_EQ(straight[0].columns, turned[0].columns);
    EXPECT_EQ(straight[0].cell(2, 0).answer, Answer::No) << "a blank is filled by the other entry";
    EXPECT_EQ(straight[0].cell(3, 0).number, 7);
}

TEST(IndicatorTerm, AMistakeNamesItsPieceAndTheNearestWord) {
    struct { std::string_view text, piece, expected; } table[] = {
        {"auto_routd", "auto_routd", "auto_routed"},
        {"register:hearing?through_pos=yes", "hearing", "hearings"},
        {"register:hearings?thru_pos=yes", "thru_pos", "through_pos"},
        {"register:hearings?through_pos=да", "да", "yes, no, *"},
        {"register:hearings?participants>=много", "много", "1"},
        {"register:hearings?title>=3", "title", "number"},
        {"register:hearings?held=2026", "2026", "*"},
        {"register:pages.institutoin", "institutoin", "institution"},
        {"register:hearings?any_perod", "any_perod", "any_period, held=*"},
        {"topics:hearings", "hearings", "road_maps"},
        {"register:", "", ""},
        {"", "", ""},
    };
    for (const auto& row : table) {
        const auto term = parse_term(row.text);
        ASSERT_FALSE(term) << row.text;
        EXPECT_EQ(term.error().piece, row.piece) << row.text;
        EXPECT_EQ(term.error().expected, row.expected) << row.text;
    }
}

TEST(IndicatorTerm, WordsOfOldProfilesStillMeanSomething) {
    for (const std::string_view text : {"register:active_pages", "register:institutions", "register:decisions_informed", "register:decisions", "register:hearings_pos",
                                        "register:hearings", "register:road_maps"})
        EXPECT_TRUE(parse_term(text)) << text;
    EXPECT_EQ(parse_term("register:road_maps")->of, IndicatorTerm::Of::Topics);
    for (const std::string_view measure : message_measures()) EXPECT_EQ(parse_term(measure)->measure, measure);
}

Register form_of(std::string_view id, const std::vector<std::vector<std::pair<std::string, RegisterCell>>>& rows) {
    Register entries{*find_register_form(id)};
    for (const auto& row : rows) {
        RegisterRow cells(entries.form.fields.size());
        for (const auto& [field, cell] : row) cells[*entries.form.find(field)] = cell;
        entries.append(cells, 0, 2);
    }
    return entries;
}

TEST(IndicatorTerm, EntriesBelongToTheMonthOfTheirDay) {
    const auto hearings = form_of("hearings", {{{"held", {.day = day(2026, 9, 30)}}, {"title", {.text = "Бюджет"}}, {"through_pos", {.answer = Answer::Yes}}},
                                               {{"held", {.day = day(2026, 10, 1)}}, {"title", {.text = "Сквер"}}, {"through_pos", {.answer = Answer::No}}},
                                               {{"held", {.day = day(2026, 10, 31)}}, {"title", {.text = "Генплан"}}, {"through_pos", {.answer = Answer::Yes}}, {"participants", {.number = 12}}}});
    const auto count = [&](std::string_view text, unsigned of) {
        const TermEntries entries{hearings, *parse_term(text)};
        return entries.count(entries.of_month(month(2026, of)));
    };
    EXPECT_EQ(count("register:hearings", 9), 1u);
    EXPECT_EQ(count("register:hearings", 10), 2u);
    EXPECT_EQ(count("register:hearings", 11), 0u);
    EXPECT_EQ(count("register:hearings?any_period", 11), 3u);
    EXPECT_EQ(count("register:hearings?through_pos=yes", 10), 1u);
    EXPECT_EQ(count("register:hearings?through_pos!=yes", 10), 1u);
    EXPECT_EQ(count("register:hearings?title=сквер", 10), 1u) << "names are compared folded";
    EXPECT_EQ(count("register:hearings?participants>=12", 10), 1u);
    EXPECT_EQ(count("register:hearings?participants>=13", 10), 0u);
    EXPECT_EQ(months_of(hearings), (std::vector<Month>{month(2026, 9), month(2026, 10)}));
}

TEST(IndicatorTerm, AStandingEntryHoldsWhileItIsOpen) {
    const auto pages = form_of("pages", {{{"institution", {.text = "Школа № 1"}}, {"opened", {.day = day(2026, 3, 10)}}, {"active", {.answer = Answer::Yes}}, {"network", {.text = "ВК"}}},
                                         {{"institution", {.text = "школа № 1"}}, {"opened", {.day = day(2026, 3, 10)}}, {"active", {.answer = Answer::Yes}}, {"network", {.text = "ОК"}}},
                                         {{"institution", {.text = "Музей"}}, {"opened", {.day = day(2026, 1, 1)}}, {"closed", {.day = day(2026, 4, 2)}}, {"active", {.answer = Answer::Yes}}},
                                         {{"institution", {.text = "Клуб"}}}});
    const auto count = [&](std::string_view text, unsigned of) {
        const TermEntries entries{pages, *parse_term(text)};
        return entries.count(entries.of_month(month(2026, of)));
    };
    EXPECT_EQ(count("register:pages.institution?active=yes", 2), 1u) << "the museum";
    EXPECT_EQ(count("register:pages.institution?active=yes", 4), 2u) << "two pages of one school are one institution";
    EXPECT_EQ(count("register:pages.institution?active=yes", 5), 1u);
    EXPECT_EQ(count("register:pages.institution?any_period", 5), 3u);
    EXPECT_EQ(count("register:pages?closed=*", 3), 0u) << "a day after the month is not given yet";
    EXPECT_EQ(count("register:pages?closed!=*", 3), 4u) << "and the museum is open";
    EXPECT_EQ(count("register:pages?closed=*", 4), 1u);
}

TEST(IndicatorTerm, AMeasureOfARoadMapCountsFromTheMonthItWasDone) {
    const auto maps = form_of("road_maps", {{{"map", {.text = "Тепло"}}, {"topic", {.text = "Отопление; Горячая вода"}}, {"measure", {.text = "Ввод"}}, {"done", {.day = day(2026, 9, 10)}}},
                                            {{"map", {.text = "Снег"}}, {"topic", {.text = "Уборка снега"}}, {"measure", {.text = "Грейдер"}}}});
    const auto term = *parse_term("topics:road_maps?done=*");
    const auto topics = [&](unsigned of) { return values_of(maps, "topic", entries_of_month(maps, term, month(2026, of))); };
    EXPECT_TRUE(topics(8).empty());
    EXPECT_EQ(topics(9), (std::vector<std::string>{"горячая вода", "отопление"}));
    EXPECT_EQ(topics(12), topics(9));
}

}  // namespace
}  // namespace problemator
