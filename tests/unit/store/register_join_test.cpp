// The list of automatic control marks the messages that it names, and says which numbers it could not place.
#include <gtest/gtest.h>

#include "core/store/register_join.hpp"

namespace problemator {
namespace {

Table table_of(const std::vector<std::pair<std::string, std::string>>& messages) {
    TableBuilder builder;
    builder.declare(Dimension::Channel, "ПОС", "pos");
    builder.declare(Dimension::Channel, "Инцидент", "im");
    for (const auto& [channel, id] : messages) {
        Message m;
        m.channel = channel;
        m.id = id;
        m.received = minute_from_day(20'700);
        builder.add(m);
    }
    return std::move(builder).finish(minute_from_day(20'772), {});
}

std::vector<Register> list_of(const std::vector<std::pair<std::string, std::string>>& entries) {
    Register list{*find_register_form("auto_control")};
    for (const auto& [channel, id] : entries) {
        RegisterRow entry(list.form.fields.size());
        entry[*list.form.find("channel")].text = channel;
        entry[*list.form.find("message")].text = id;
        list.append(entry, 0, 2);
    }
    return {list};
}

std::vector<std::string> marked(const Table& table) {
    std::vector<std::string> ids;
    for (std::size_t row = 0; row < table.rows(); ++row)
        if (has(table.marks[row], Mark::AutoControl)) ids.emplace_back(table.id[row]);
    return ids;
}

TEST(AutoControl, ANumberMarksItsMessageOnce) {
    Table table = table_of({{"pos", "1"}, {"pos", "2"}, {"im", "2"}, {"im", "3"}});
    auto list = list_of({{"", "1"}, {"ПОС", "1"}, {"инцидент", "2"}, {"", "3"}, {"", "9"}});
    const auto join = join_auto_control(table, list);
    ASSERT_EQ(list[0].rows(), 1u) << "what found its message is said by the mark";
    EXPECT_EQ(list[0].columns[0].texts[0], "9");
    EXPECT_EQ(join.marked, 3u);
    EXPECT_EQ(join.not_found, (std::vector<std::string>{"9"}));
    EXPECT_EQ(marked(table), (std::vector<std::string>{"im:2", "im:3", "pos:1"}));
}

TEST(AutoControl, ANumberOfTwoChannelsNeedsItsChannel) {
    Table table = table_of({{"pos", "2"}, {"im", "2"}});
    const auto join = [&](std::vector<Register> list) { return join_auto_control(table, list); };
    EXPECT_EQ(join(list_of({{"", "2"}})).not_found, (std::vector<std::string>{"2"}));
    EXPECT_TRUE(marked(table).empty());
    EXPECT_EQ(join(list_of({{"pos", "2"}})).marked, 1u);
    EXPECT_EQ(join(list_of({{"pos", "2"}})).marked, 0u) << "again: it has the mark";
    EXPECT_EQ(join({}).marked, 0u);
}

}  // namespace
}  // namespace problemator
