#include <gtest/gtest.h>

#include "core/clean/clean.hpp"
#include "tests/unit/clean/profile_fixture.hpp"

namespace problemator {
namespace {

TEST(Merger, ALaterStateUpdatesTheEarlierWhateverTheOrderOfFiles) {
    Message early = message("pos", "1", "2026-11-05"), late = early;
    early.status = MessageStatus::InWork;
    early.topic = "Снег";
    late.status = MessageStatus::Answered;
    late.closed = at("2026-11-09");
    for (const bool is_late_first : {false, true}) {
        Merger merger;
        EXPECT_EQ(merger.add(is_late_first ? late : early), MergeOutcome::Added);
        EXPECT_EQ(merger.add(is_late_first ? early : late), MergeOutcome::Updated);
        const auto messages = std::move(merger).finish();
        ASSERT_EQ(messages.size(), 1u);
        EXPECT_EQ(messages[0].status, MessageStatus::Answered);
        EXPECT_EQ(messages[0].closed, at("2026-11-09"));
        EXPECT_EQ(messages[0].topic, "Снег");
    }
}

TEST(Merger, TheSameRowAgainIsADuplicate) {
    Merger merger;
    Message m = message("pos", "1", "2026-11-05");
    merger.add(m);
    m.file = 3, m.row = 77;
    EXPECT_EQ(merger.add(m), MergeOutcome::Duplicate);
    Message poorer = m;
    m.topic = "Снег";
    EXPECT_EQ(merger.add(m), MergeOutcome::Updated);
    EXPECT_EQ(merger.add(poorer), MergeOutcome::Duplicate);
}

TEST(Merger, EqualNumbersOfTwoChannelsAreTwoMessages) {
    Merger merger;
    EXPECT_EQ(merger.add(message("pos", "1", "2026-11-05")), MergeOutcome::Added);
    EXPECT_EQ(merger.add(message("im", "1", "2026-11-05")), MergeOutcome::Added);
}

TEST(Merger, MessagesComeOutByTimeChannelAndNumber) {
    Merger merger;
    for (const auto& [channel, id, day] : {std::tuple{"pos", "2", "2026-11-06"}, {"pos", "9", "2026-11-05"}, {"im", "9", "2026-11-06"}, {"pos", "1", "2026-11-06"}})
        merger.add(message(channel, id, day));
    std::vector<std::string> keys;
    for (const Message& m : std::move(merger).finish()) keys.push_back(m.channel + m.id);
    EXPECT_EQ(keys, (std::vector<std::string>{"pos9", "im9", "pos1", "pos2"}));
}

TEST(LinkAppeals, AMessageAndItsAppealAreCountedOnce) {
    Message platform = message("pos", "100", "2026-01-05");
    platform.rating = 4;
    platform.closed = at("2026-01-06");
    platform.status = MessageStatus::Redirected;
    Message appeal = message("fz59", "ОГ-7", "2026-01-06");
    appeal.kind = Kind::Appeal;
    appeal.registered = at("2026-01-06");
    appeal.due = at("2026-02-06");
    appeal.linked_id = "100";
    appeal.territory = "Андра";
    Message again = appeal, stranger = appeal;
    again.id = "ОГ-8";
    stranger.id = "ОГ-9";
    stranger.linked_id = "999";
    std::vector<Message> messages = {platform, appeal, again, stranger};
    EXPECT_EQ(link_appeals(messages), 1u);
    ASSERT_EQ(messages.size(), 3u);
    EXPECT_EQ(messages[0].channel, "pos");
    EXPECT_EQ(messages[0].kind, Kind::Appeal);
    EXPECT_EQ(messages[0].linked_id, "ОГ-7");
    EXPECT_EQ(messages[0].due, at("2026-02-06"));
    EXPECT_EQ(messages[0].closed, kNoTime);                    // the appeal is still open
    EXPECT_EQ(messages[0].status, MessageStatus::InWork);
    EXPECT_EQ(messages[0].rating, 4);
    EXPECT_EQ(messages[0].territory, "Андра");
    EXPECT_EQ(messages[1].id, "ОГ-8");
    EXPECT_EQ(messages[2].id, "ОГ-9");
}

}  // namespace
}  // namespace problemator
