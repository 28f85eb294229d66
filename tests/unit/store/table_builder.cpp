#include <gtest/gtest.h>

#include "core/store/table.hpp"

namespace problemator {
namespace {

constexpr Minute kMonday = 20601 * kMinutesPerDay;   // any day will do

Message message(std::string id, Minute received, std::string topic) {
    Message m;
    m.id = std::move(id);
    m.channel = "pos";
    m.received = received;
    m.topic = std::move(topic);
    return m;
}

TEST(TableBuilder, RowsAreSortedByReceiptThenKey) {
    TableBuilder builder;
    builder.add(message("3", kMonday + 5, "roads"));
    builder.add(message("2", kMonday, "water"));
    builder.add(message("1", kMonday + 5, "heat"));
    const Table table = std::move(builder).finish(kMonday + 10, {});
    ASSERT_EQ(table.rows(), 3u);
    EXPECT_EQ(table.id[0], "pos:2");
    EXPECT_EQ(table.id[1], "pos:1");
    EXPECT_EQ(table.id[2], "pos:3");
    EXPECT_EQ(table.dictionary(Dimension::Topic).name(table.column(Dimension::Topic)[1]), "heat");
}

TEST(TableBuilder, AuthorsOfSeveralMessagesAreNumberedByTheFirstOfThemAndTheirCodesStay) {
    TableBuilder builder;
    const std::uint64_t codes[] = {77, 0, 500, 9, 77, 500, 77};
    for (int i = 0; i < 7; ++i) {
        Message m = message(std::to_string(i), kMonday + i, "roads");
        m.author_code = codes[i];
        builder.add(m);
    }
    EXPECT_EQ(std::move(builder).finish(kMonday + 10, {}).author, (std::vector<std::uint32_t>{1, 0, 2, 0, 1, 2, 1}));
}

TEST(TableBuilder, WithoutTwoMessagesOfOneAuthorNobodyIsNumbered) {
    TableBuilder builder;
    for (int i = 0; i < 3; ++i) {
        Message m = message(std::to_string(i), kMonday + i, "roads");
        m.author_code = static_cast<std::uint64_t>(i);
        builder.add(m);
    }
    EXPECT_TRUE(std::move(builder).finish(kMonday + 10, {}).author.empty());
}

TEST(TableBuilder, OrderOfInputChangesNothing) {
    const std::vector<Message> messages = {message("1", kMonday, "roads"), message("2", kMonday + 1, "water"),
                                           message("3", kMonday + 2, "roads"), message("4", kMonday + 2, "heat")};
    TableBuilder forward, backward;
    for (auto it = messages.begin(); it != messages.end(); ++it) forward.add(*it);
    for (auto it = messages.rbegin(); it != messages.rend(); ++it) backward.add(*it);
    const Table a = std::move(forward).finish(kMonday + 10, {}), b = std::move(backward).finish(kMonday + 10, {});
    EXPECT_EQ(a.names, b.names);
    EXPECT_EQ(a.codes, b.codes);
    EXPECT_EQ(a.id, b.id);
}

TEST(TableBuilder, DeclaredNamesComeFirstWithTheirIds) {
    TableBuilder builder;
    builder.declare(Dimension::Topic, "Водоснабжение", "water");
    builder.declare(Dimension::Topic, "Дороги", "roads");
    builder.add(message("1", kMonday, "Отопление"));
    builder.add(message("2", kMonday + 1, "Дороги"));
    const Table table = std::move(builder).finish(kMonday + 10, {});
    const Dictionary& topics = table.dictionary(Dimension::Topic);
    ASSERT_EQ(topics.size(), 4u);
    EXPECT_EQ(topics.id(1), "water");
    EXPECT_EQ(topics.name(2), "Дороги");
    EXPECT_EQ(topics.name(3), "Отопление");
    EXPECT_EQ(table.column(Dimension::Topic), (std::vector<Code>{3, 2}));
}

TEST(TableBuilder, RowsFromTheFutureAndTheirNamesAreLeftOut) {
    TableBuilder builder;
    builder.add(message("1", kMonday, "roads"));
    builder.add(message("2", kMonday + 10, "water"));
    const Table table = std::move(builder).finish(kMonday + 10, {});
    EXPECT_EQ(table.rows(), 1u);
    EXPECT_EQ(table.dictionary(Dimension::Topic).find("water"), kNotGiven);
}

TEST(TableBuilder, MessagesWithoutTimeOrKeyAreNotAdded) {
    TableBuilder builder;
    builder.add(message("", kMonday, "roads"));
    builder.add(message("1", kNoTime, "roads"));
    builder.add(message("2", INT32_MAX, "roads"));
    EXPECT_EQ(builder.rows(), 0u);
}

TEST(TableBuilder, BytesThatAreNotUtf8BecomeReplacementCharacters) {
    TableBuilder builder;
    builder.add(message("1", kMonday, "a\xFF"
                                      "b"));
    const Table table = std::move(builder).finish(kMonday + 10, {});
    EXPECT_EQ(table.dictionary(Dimension::Topic).name(1), "a\uFFFDb");
}

TEST(TableBuilder, ChannelsAreKnownByTheirIds) {
    TableBuilder builder;
    builder.declare(Dimension::Channel, "ПОС (Госуслуги)", "pos");
    Message other = message("2", kMonday + 1, "roads");
    other.channel = "my_register";
    builder.add(message("1", kMonday, "roads"));
    builder.add(other);
    const Table table = std::move(builder).finish(kMonday + 10, {"pos", "unknown"});
    const Dictionary& channels = table.dictionary(Dimension::Channel);
    EXPECT_EQ(channels.name(table.column(Dimension::Channel)[0]), "ПОС (Госуслуги)");
    EXPECT_EQ(channels.id(table.column(Dimension::Channel)[1]), "my_register");
    EXPECT_TRUE(has(table.marks[0], Mark::FastEligible));
    EXPECT_FALSE(has(table.marks[1], Mark::FastEligible));
}

TEST(Dictionary, TwoNamesNeverShareAnId) {
    Dictionary names;
    EXPECT_EQ(names.intern("Вода"), 1);
    EXPECT_EQ(names.intern("вода!"), 2);
    EXPECT_EQ(names.intern("Water", std::string{names.id(1)}), 3);
    EXPECT_EQ(names.intern("Вода"), 1);
    EXPECT_NE(names.id(1), names.id(2));
    EXPECT_NE(names.id(1), names.id(3));
    EXPECT_EQ(names.find_id(names.id(2)), 2);
    EXPECT_EQ(names.find("нет такого"), kNotGiven);
}

TEST(Dictionary, WhenFullNewNamesAreNotGiven) {
    Dictionary names;
    for (int i = 1; i < 65536; ++i) ASSERT_EQ(names.intern(std::to_string(i), "i" + std::to_string(i)), i);
    EXPECT_EQ(names.intern("one too many"), kNotGiven);
    EXPECT_EQ(names.intern("65535"), 65535);
}

TEST(RowsReceived, APeriodIsHalfOpen) {
    TableBuilder builder;
    for (int i = 0; i < 5; ++i) builder.add(message(std::to_string(i), kMonday + i, "roads"));
    const Table table = std::move(builder).finish(kMonday + 10, {});
    struct { Minute from, until; std::size_t begin, end; } cases[] = {
        {kMonday, kMonday + 5, 0, 5}, {kMonday + 1, kMonday + 3, 1, 3}, {kMonday + 3, kMonday + 1, 3, 3}, {kMonday + 9, kMonday + 12, 5, 5}};
    for (const auto& c : cases) {
        const RowRange range = rows_received(table, c.from, c.until);
        EXPECT_EQ(range.begin, c.begin);
        EXPECT_EQ(range.end, c.end);
    }
}

}  // namespace
}  // namespace problemator
