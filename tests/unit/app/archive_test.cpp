#include <gtest/gtest.h>

#include "core/app/app.hpp"
#include "core/base/format.hpp"
#include "tests/unit/model/make_table.hpp"

namespace problemator {
namespace {

TEST(Archive, LinksOfAnOlderSnapshotNameTheirWeekAndTheNextOneIsReachable) {
    const Week own = testing_tables::home_week();
    auto app = App::open(testing_tables::random_snapshot(6, 3000), "");
    ASSERT_TRUE(app.ok());
    (*app)->set_archive({{own, 10}, {own + 1, 12}});
    (*app)->apply(Go{.href = "#/svodka?w=" + format_week_key(own)});
    const HeaderModel& header = (*app)->header();
    EXPECT_EQ(header.weeks.front().week, own + 1);
    EXPECT_EQ(from_hash(header.next_href).week, std::nullopt) << "the newest week of the site is the one without a key";
    EXPECT_FALSE(header.next_href.empty());
    const auto& tiles = std::get<OverviewPage>((*app)->page()).tiles;
    ASSERT_FALSE(tiles.empty());
    EXPECT_EQ(from_hash(tiles.front().figure.href).week, own);
}

}  // namespace
}  // namespace problemator
