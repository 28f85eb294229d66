// The card of a message: its neighbours by author, where the snapshot knows authors at all.
#include <gtest/gtest.h>

#include "tests/unit/model/make_table.hpp"

namespace problemator::testing_tables {
namespace {

Snapshot of_two_authors() {
    Maker maker;
    const std::pair<std::uint64_t, int> written[] = {{7, 60}, {9, 40}, {7, 20}, {0, 10}, {7, 3}};   // author, days ago
    for (const auto& [author, day] : written) {
        Message m = maker.message(static_cast<std::size_t>(day) % 3, 0, static_cast<std::size_t>(day) % 4, day);
        m.author_code = author;
        maker.builder.add(m);
    }
    return std::move(maker).finish();
}

std::vector<std::string> whys(const Snapshot& snapshot, std::size_t row) {
    const World world{oktyabrskoe(), snapshot, ""};
    State state = from_hash("#/soobshcheniya?p=all");
    state.message = snapshot.table.id[row];
    std::vector<std::string> out;
    const MessagesPage page = messages_page(world, state);
    for (const auto& beside : page.card->neighbours) out.push_back(beside.line.id + " " + beside.why);
    return out;
}

TEST(MessageCard, OtherMessagesOfTheSameAuthorStandFirstTheNearestInTimeBeforeTheOthers) {
    const Snapshot snapshot = of_two_authors();
    const auto id = [&](std::size_t row) { return std::string{snapshot.table.id[row]}; };
    EXPECT_EQ(whys(snapshot, 4), (std::vector<std::string>{id(2) + " тот же автор", id(0) + " тот же автор"}));
    EXPECT_TRUE(whys(snapshot, 1).empty());   // wrote once
    EXPECT_TRUE(whys(snapshot, 3).empty());   // not given
}

TEST(MessageCard, APublishedSnapshotKnowsNobody) {
    Snapshot snapshot = of_two_authors();
    drop_personal_data(snapshot);
    EXPECT_TRUE(snapshot.table.author.empty());
    EXPECT_TRUE(whys(snapshot, 4).empty());
    const auto read = read_snapshot(write_snapshot(snapshot), "week.pmsnap");
    ASSERT_TRUE(read.ok());
    EXPECT_TRUE(read->table.author.empty());
}

}  // namespace
}  // namespace problemator::testing_tables
