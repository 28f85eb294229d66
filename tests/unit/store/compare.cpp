#include "core/store/compare.hpp"

#include <gtest/gtest.h>

namespace problemator {
namespace {

Message made(const char* id, MessageStatus status) {
    Message m;
    m.id = id;
    m.channel = "pos";
    m.received = 100;
    m.status = status;
    return m;
}

Table table_of(const std::vector<Message>& messages) {
    TableBuilder builder;
    for (const Message& m : messages) builder.add(m);
    return std::move(builder).finish(1000, {});
}

TEST(CompareTables, EveryKeyIsAddedUpdatedKeptOrGone) {
    const Table before = table_of({made("1", MessageStatus::New), made("2", MessageStatus::New), made("3", MessageStatus::New), made("~4", MessageStatus::New)});
    const Table now = table_of({made("2", MessageStatus::New), made("3", MessageStatus::Answered), made("5", MessageStatus::New), made("6", MessageStatus::New)});
    const TableChange change = compare_tables(before, now);
    EXPECT_EQ(change.added, 2u);
    EXPECT_EQ(change.updated, 1u);
    EXPECT_EQ(change.kept, 1u);
    EXPECT_EQ(change.gone, 1u);
    EXPECT_EQ(compare_tables(now, now).kept, 4u);
}

}  // namespace
}  // namespace problemator
