// Entries of this browser: told to the program, listed, saved as a file — and that file is read by the import as it was written.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "core/app/api.hpp"
#include "core/import/import.hpp"
#include "tests/unit/model/make_table.hpp"

namespace problemator {
namespace {

using nlohmann::json;
using testing_tables::Maker;

std::unique_ptr<App> app_of() {
    Maker maker;
    for (int day = 0; day < 100; ++day) maker.builder.add(Maker::closed_after(maker.message(0, 0, 1, 1 + day), 2));
    return *App::open(std::move(maker).finish(), "test");
}

json ask(App& app, const json& request) { return json::parse(call_api(app, request.dump())); }

json entry() {
    const auto& profile = testing_tables::oktyabrskoe();
    return {{"opened", "2026-11-10"}, {"topic", profile.blocks[1].topics[0].name.ru}, {"territory", profile.territories[2].name.ru}, {"title", "Нет давления; \"второй подъём\""},
            {"cause", "Насос\nизношен"}, {"responsible", "Главный инженер"}, {"due", "2026-11-12"}, {"taken", "2026-11-11"}};
}

TEST(Unpublished, TheSavedFileIsReadAsItWasWritten) {
    const auto app = app_of();
    const json told = ask(*app, {{"call", "unpublished"}, {"entries", {entry()}}});
    ASSERT_TRUE(told["ok"]) << told;
    EXPECT_EQ(told["count"], 1);
    const json file = ask(*app, {{"call", "problems_file"}});
    EXPECT_EQ(file["name"], "reg_problems 2026-11-16.csv");
    std::vector<Register> read;
    const std::string bytes = file["text"];
    read_files({{file["name"], bytes}}, {}, [](Message&&, FileReport&) { ADD_FAILURE() << "a register is no messages"; }, [&](Register&& entries, FileReport&) { merge_register(read, entries); });
    ASSERT_EQ(read.size(), 1u);
    ASSERT_EQ(read.front().form.id, "problems");
    ASSERT_EQ(read.front().rows(), 1u);
    const auto text = [&](std::string_view field) { return read.front().cell(*read.front().form.find(field), 0).text; };
    const auto day = [&](std::string_view field) { return read.front().cell(*read.front().form.find(field), 0).day; };
    EXPECT_EQ(text("topic"), entry()["topic"]);
    EXPECT_EQ(text("territory"), entry()["territory"]);
    EXPECT_EQ(text("title"), entry()["title"]);
    EXPECT_EQ(text("cause"), "Насос\nизношен");
    EXPECT_EQ(text("responsible"), "Главный инженер");
    EXPECT_EQ(day("opened"), day_from_date({2026, 11, 10}));
    EXPECT_EQ(day("due"), day_from_date({2026, 11, 12}));
    EXPECT_EQ(day("taken"), day_from_date({2026, 11, 11}));
    EXPECT_EQ(day("closed"), kNoDay);
}

TEST(Unpublished, OfTwoEntriesTheOneWrittenLaterCountsWhateverDaysItSpeaksOf) {
    const RegisterForm& form = *find_register_form("problems");
    const auto written = [&](const char* cause, Day changed, Day due) {
        Register out{form};
        RegisterRow cells(form.fields.size());
        cells[*form.find("opened")].day = day_from_date({2026, 11, 10});
        cells[*form.find("topic")].text = "Отопление";
        cells[*form.find("cause")].text = cause;
        cells[*form.find("changed")].day = changed;
        cells[*form.find("due")].day = due;
        out.append(cells, 0, 2);
        return out;
    };
    const Register old = written("Износ", day_from_date({2026, 11, 11}), day_from_date({2027, 1, 1})), fresh = written("Насос", day_from_date({2026, 11, 12}), day_from_date({2026, 12, 1}));
    for (const auto& [first, second] : {std::pair{&old, &fresh}, std::pair{&fresh, &old}}) {
        std::vector<Register> all;
        merge_register(all, *first);
        merge_register(all, *second);
        EXPECT_EQ(all.front().cell(*form.find("cause"), 0).text, "Насос");
        EXPECT_EQ(all.front().cell(*form.find("due"), 0).day, day_from_date({2026, 12, 1}));
    }
}

TEST(Unpublished, AnEntryThatCannotBeIsRefusedWithItsPlaceAndTheOthersStay) {
    const auto app = app_of();
    ASSERT_TRUE(ask(*app, {{"call", "unpublished"}, {"entries", {entry()}}})["ok"]);
    json wrong = entry();
    wrong["due"] = "32.13.2026";
    const json told = ask(*app, {{"call", "unpublished"}, {"entries", {entry(), wrong}}});
    EXPECT_FALSE(told["ok"]);
    EXPECT_EQ(told["fault"], "bad_date");
    EXPECT_EQ(told["place"], "entries[1].due");
    wrong = entry();
    wrong.erase("topic");
    EXPECT_EQ(ask(*app, {{"call", "unpublished"}, {"entries", {wrong}}})["fault"], "missing_key");
    wrong["sirname"] = "Иванов";
    EXPECT_EQ(ask(*app, {{"call", "unpublished"}, {"entries", {wrong}}})["fault"], "unknown_key");
    EXPECT_EQ(ask(*app, {{"call", "unpublished"}, {"entries", json::array_t(501, entry())}})["fault"], "too_large");
    EXPECT_EQ(std::get<ProblemsPage>((app->apply(Go{"#/problemy"}), app->page())).rows.size(), 1u);
}

TEST(UnpublishedPlans, CountAtOnceAndTheSavedFileIsReadAsItWasWritten) {
    const auto app = app_of();
    app->apply(Go{"#/pokazateli?ind=fast_track&over=plan"});
    EXPECT_NE(std::string{ask(*app, {{"call", "overlay"}})["html"]}.find("data-form=\"plan\""), std::string::npos);
    const json told = ask(*app, {{"call", "unpublished"}, {"form", "plans"}, {"entries", {{{"indicator", "Фаст-трек"}, {"year", 2026}, {"percent", 72.5}, {"changed", "2026-11-16"}}}}});
    ASSERT_TRUE(told["ok"]) << told;
    EXPECT_TRUE(std::get<IndicatorsPage>(app->page()).cards.front().is_plan_unpublished);
    const json file = ask(*app, {{"call", "plans_file"}});
    EXPECT_EQ(file["name"], "reg_plans 2026-11-16.csv");
    EXPECT_EQ(file["text"], "\xEF\xBB\xBFПоказатель;Год плана;План, %;План изменён\r\nФаст-трек;2026;72,5;16.11.2026\r\n");
    std::vector<Register> read;
    const std::string bytes = file["text"];
    read_files({{file["name"], bytes}}, {}, [](Message&&, FileReport&) { ADD_FAILURE() << "a register is no messages"; }, [&](Register&& entries, FileReport&) { merge_register(read, entries); });
    ASSERT_EQ(read.size(), 1u);
    ASSERT_EQ(read.front().form.id, "plans");
    EXPECT_EQ(read.front().cell(*read.front().form.find("percent"), 0).number, 72.5);
    EXPECT_EQ(read.front().cell(*read.front().form.find("year"), 0).number, 2026);
}

TEST(UnpublishedPlans, ANumberMustBeANumberAndTheFormOneOfTwo) {
    const auto app = app_of();
    EXPECT_EQ(ask(*app, {{"call", "unpublished"}, {"form", "plans"}, {"entries", {{{"indicator", "Фаст-трек"}, {"year", 2026}, {"percent", "много"}}}}})["place"], "entries[0].percent");
    EXPECT_EQ(ask(*app, {{"call", "unpublished"}, {"form", "votes"}, {"entries", json::array()}})["fault"], "bad_value");
}

TEST(Overlay, FollowsTheState) {
    const auto app = app_of();
    EXPECT_EQ(ask(*app, {{"call", "overlay"}})["html"], "");
    app->apply(Go{"#/problemy?over=new"});
    const std::string form = ask(*app, {{"call", "overlay"}})["html"];
    EXPECT_NE(form.find("name=\"cause\""), std::string::npos);
    EXPECT_NE(form.find("<optgroup label="), std::string::npos);
    app->apply(Go{"#/problemy?over=protocol&lang=en"});
    const json paper = ask(*app, {{"call", "overlay"}});
    EXPECT_NE(std::string{paper["file"]}.find("@page{size:A4"), std::string::npos);
    EXPECT_NE(std::string{paper["html"]}.find("DRAFT PROTOCOL"), std::string::npos);
    EXPECT_EQ(paper["name"], "Protocol 2026-11-16.html");
}

TEST(Header, TellsTheProblemsOfTheWeekOnEveryScreen) {
    Maker maker;
    for (int week = 0; week < 40; ++week) maker.builder.add(Maker::closed_after(maker.message(0, 0, 1, week * 7 + 3), 2));
    for (int i = 0; i < 14; ++i) maker.builder.add(maker.message(0, 0, 1, 1 + i % 6));
    const auto app = *App::open(std::move(maker).finish(), "test");
    const auto count = [&](const char* hash) {
        app->apply(Go{hash});
        for (const HeaderModel::Tab& tab : app->header().tabs)
            if (!tab.count.empty()) return tab.text + " " + tab.count;
        return std::string{"none"};
    };
    EXPECT_EQ(count("#/pokazateli"), "Проблематор 1");
    EXPECT_EQ(count("#/svodka?b=roads"), "Проблематор 1");
    EXPECT_EQ(count("#/svodka?w=2026-W30"), "none");
}

}  // namespace
}  // namespace problemator
