// A row taken out as a message and added again is the same row: merging a new week into an old snapshot changes nothing that it should not.
#include <gtest/gtest.h>

#include "core/store/message_of.hpp"
#include "tests/property/random_table.hpp"

namespace problemator {
namespace {

TEST(MessageOf, ATableRebuiltFromItsOwnRowsIsTheSameTable) {
    for (std::uint32_t seed = 1; seed <= 30; ++seed) {
        testing_parts::Dice dice{seed};
        TableBuilder first;
        for (int i = 0; i < 200; ++i) first.add(testing_parts::random_message(dice, i));
        const Table table = std::move(first).finish(testing_parts::kAsOf, {"pos"});
        TableBuilder second;
        Message message;
        for (std::size_t row = 0; row < table.rows(); ++row) {
            message_of(table, row, message);
            second.add(message);
        }
        const Table again = std::move(second).finish(testing_parts::kAsOf, {"pos"});
        ASSERT_EQ(again.rows(), table.rows());
        EXPECT_EQ(again.codes, table.codes) << seed;
        for (const Dimension d : kAllDimensions) EXPECT_TRUE(again.dictionary(d) == table.dictionary(d)) << seed << ' ' << dimension_id(d);
        EXPECT_EQ(again.received, table.received);
        EXPECT_EQ(again.due, table.due);
        EXPECT_EQ(again.answered, table.answered);
        EXPECT_EQ(again.closed, table.closed);
        EXPECT_EQ(again.marks, table.marks) << seed;
        EXPECT_EQ(again.rating, table.rating);
        EXPECT_EQ(again.lat_e6, table.lat_e6);
        EXPECT_EQ(again.id, table.id);
        EXPECT_EQ(again.text, table.text);
        EXPECT_EQ(again.source_row, table.source_row);
    }
}

}  // namespace
}  // namespace problemator
