// Registers in a snapshot: read as they were written, refused when damaged, without persons when published.
#include <gtest/gtest.h>

#include "core/snapshot/layout.hpp"
#include "core/snapshot/registers.hpp"
#include "core/snapshot/snapshot.hpp"

namespace problemator {
namespace {

Register risks() {
    Register entries{*find_register_form("risks")};
    const auto add = [&](std::initializer_list<std::pair<const char*, RegisterCell>> cells, std::uint32_t row) {
        RegisterRow entry(entries.form.fields.size());
        for (const auto& [field, cell] : cells) entry[*entries.form.find(field)] = cell;
        entries.append(entry, 1, row);
    };
    add({{"date", {.day = 20'700}}, {"source", {.text = "Районная газета"}}, {"text", {.text = "Яма у школы"}}, {"reach", {.number = 12.5}}, {"link", {.text = "https://vk.com/id1"}}}, 2);
    add({{"date", {.day = 20'701}}, {"source", {.text = "Иванов Иван Иванович"}}, {"answered", {.day = 20'702}}}, 5);
    return entries;
}

Register control() {
    Register entries{*find_register_form("auto_control")};
    for (const char* number : {"500000001", "И-17"}) {
        RegisterRow entry(entries.form.fields.size());
        entry[*entries.form.find("message")].text = number;
        entries.append(entry, 0, 2);
    }
    return entries;
}

Snapshot sample() {
    Snapshot snapshot;
    TableBuilder builder;
    snapshot.table = std::move(builder).finish(minute_from_day(20'772), {});
    snapshot.info = {.profile_json = "{}", .profile_id = "x", .week = week_from_day(20'760), .as_of = minute_from_day(20'772), .built_by = "test", .is_published = false, .inputs = {}};
    snapshot.registers = {control(), risks()};
    return snapshot;
}

TEST(SnapshotRegisters, AreReadAsTheyWereWritten) {
    const Snapshot written = sample();
    const auto bytes = write_snapshot(written);
    const auto read = read_snapshot(bytes, "неделя.pms");
    ASSERT_TRUE(read) << describe(read.error(), Lang::En);
    ASSERT_EQ(read->registers.size(), 2u);
    for (std::size_t i = 0; i < 2; ++i) {
        EXPECT_EQ(read->registers[i].columns, written.registers[i].columns);
        EXPECT_EQ(read->registers[i].file, written.registers[i].file);
        EXPECT_EQ(read->registers[i].row, written.registers[i].row);
        EXPECT_EQ(read->registers[i].form.key, written.registers[i].form.key);
        EXPECT_EQ(read->registers[i].form.period, written.registers[i].form.period);
        EXPECT_EQ(read->registers[i].form.fields[1].name.ru, written.registers[i].form.fields[1].name.ru);
    }
    EXPECT_EQ(write_snapshot(*read), bytes);
}

TEST(SnapshotRegisters, WithoutThemTheBytesAreThoseOfAnOlderProgram) {
    Snapshot snapshot = sample();
    snapshot.registers.clear();
    const auto bytes = write_snapshot(snapshot);
    for (const auto& section : inspect_snapshot(bytes)) EXPECT_NE(section.name, "registers");
    EXPECT_TRUE(read_snapshot(bytes, "old.pms")->registers.empty());
}

TEST(SnapshotRegisters, DamageIsAnErrorWithItsPath) {
    const std::string good = registers_json({control()});
    ASSERT_TRUE(read_registers(good, "x"));
    const std::pair<std::string_view, std::string_view> table[] = {
        {"\"codes\":[1,2]", "\"codes\":[1,3]"}, {"\"codes\":[1,2]", "\"codes\":[1]"}, {"\"codes\":[1,2]", "\"codes\":[1,-1]"}, {"\"codes\":[1,2]", "\"codes\":7"},
        {"[null,null]", "[null,9999999999]"}, {"[null,null]", "[null,\"x\"]"}, {"\"row\":[2,2]", "\"row\":[2]"}, {"\"row\":[2,2]", "\"row\":[2,4294967296]"},
        {"\"type\":\"date\"", "\"type\":\"moment\""}, {"\"key\":[\"channel\"", "\"key\":[\"chanel\""}, {"\"period\":\"date\"", "\"period\":\"how\""},
        {"\"id\":\"message\"", "\"id\":\"channel\""}, {"[{", "[1,{"}, {"\"list\":false", "\"list\":0"},
    };
    for (const auto& [from, to] : table) {
        std::string text = good;
        ASSERT_NE(text.find(from), std::string::npos) << from;
        text.replace(text.find(from), from.size(), to);
        EXPECT_FALSE(read_registers(text, "x")) << to;
    }
    EXPECT_FALSE(read_registers(registers_json({control(), control()}), "x")) << "one register per form";
    for (std::size_t cut = 0; cut < good.size(); cut += 5) EXPECT_FALSE(read_registers(good.substr(0, cut), "x")) << cut;
}

TEST(SnapshotRegisters, PersonsStayAtHome) {
    Snapshot snapshot = sample();
    drop_personal_data(snapshot);
    const std::string text = registers_json(snapshot.registers);
    for (const char* gone : {"Яма у школы", "vk.com/id1", "Иванов", "И-17", "\"author\""}) EXPECT_EQ(text.find(gone), std::string::npos) << gone;
    for (const char* kept : {"Районная газета", "500000001", "12.5"}) EXPECT_NE(text.find(kept), std::string::npos) << kept;
    ASSERT_TRUE(read_registers(text, "x"));
}

TEST(SnapshotRegisters, AddressesOfInstitutionsArePublicAndThoseOfPersonsAreNot) {
    for (const char* own : {"https://vk.com/id1", "VK.com/ID77?w=wall", "https://ok.ru/profile/55", "t.me/+79990000000", "https://wa.me/79990000000"}) EXPECT_TRUE(is_personal_page(own)) << own;
    for (const char* page : {"https://vk.com/public1", "https://vk.com/idea_park", "https://ok.ru/group/5", "https://t.me/admrayon", ""}) EXPECT_FALSE(is_personal_page(page)) << page;
}

}  // namespace
}  // namespace problemator
