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
    RecordSet messages;
    for (const Message& m : {platform, appeal, again, stranger}) messages.add(m);
    std::vector<bool> gone(messages.size(), false);
    EXPECT_EQ(link_appeals(messages, gone), 1u);
    messages.leave_out(gone);
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

TEST(LinkDuplicates, OneProblemOfTwoChannelsIsOneRecordAndACopyInOneChannelIsARepeat) {
    Message first = message("im", "1", "2026-01-05"), copy = message("pos", "2", "2026-01-06"), again = message("im", "3", "2026-01-07");
    copy.territory = "Андра";
    RecordSet messages;
    for (const Message& m : {first, copy, again}) messages.add(m);
    std::vector<bool> gone(messages.size(), false);
    EXPECT_EQ(link_duplicates(messages, {{1, 0, 0.9, DuplicateKind::Link}, {2, 0, 1.0, DuplicateKind::Repeat}}, gone), 1u);
    messages.leave_out(gone);
    ASSERT_EQ(messages.size(), 2u);
    EXPECT_EQ(messages[0].id, "1");
    EXPECT_TRUE(messages[0].is_linked);
    EXPECT_EQ(messages[0].linked_id, "pos:2");
    EXPECT_EQ(messages[0].territory, "Андра");
    EXPECT_EQ(messages[1].repeat, Answer::Yes);
}

TEST(RecordSet, LiesInOrderOfReceiptThenChannelThenId) {
    constexpr int count = 5000;                                            // several pieces, cycles of every length
    RecordSet records;
    for (int i = 0; i < count; ++i) {
        Message m = message(i % 3 ? "pos" : "im", std::to_string(i).c_str(), "2026-01-05T10:20");
        m.received += i * 7919 % 617;
        m.text = "текст " + m.id;
        records.add(m);
    }
    records.sort();
    records.add(message("pos", "last", "2020-01-01"));                     // room behind the sorted ones
    ASSERT_EQ(records.size(), static_cast<std::size_t>(count) + 1);
    EXPECT_EQ(records.id(count), "last");
    for (std::size_t i = 1; i < count; ++i) {
        const auto key = [&](std::size_t at) { return std::tuple{records.received(at), records.channel(at), records.id(at)}; };
        ASSERT_LT(key(i - 1), key(i)) << i;
        ASSERT_EQ(records.text(i), "текст " + std::string{records.id(i)});
    }
}

TEST(RecordSet, KeepsEveryMemberThroughChangesAndSorting) {
    Message m = message("pos", "1", "2026-01-05T10:20");
    m.kind = Kind::Appeal; m.form = Form::Oral; m.status = MessageStatus::Postponed; m.outcome = Outcome::Supported;
    m.registered = 1; m.due = 2; m.due_is_end_of_day = true; m.due_by_answer = true; m.answered = 3; m.closed = 4; m.closed_has_time = true;
    m.extended_to = 5; m.forwarded = 6;
    m.overdue = m.repeat = m.auto_control = Answer::Yes; m.fast_track = m.auto_routed = Answer::No;
    m.gratitude = m.conflict = m.matched_rule = m.late_forwarded = m.has_place = m.repeat_by_author = true;
    m.block = "б"; m.topic = "т"; m.subtopic = "п"; m.territory = "м"; m.department = "о"; m.network = "с"; m.street = "у"; m.house = "д";
    m.rubric_code = "0001"; m.tags = "а; б"; m.lat = 62.5; m.lon = 65.25; m.rating = 4; m.text = "текст"; m.answer = "ответ"; m.linked_id = "7";
    m.author = "автор"; m.author_code = 99; m.file = 3; m.row = 12;
    Message other = message("im", "2", "2026-01-04");
    RecordSet records;
    records.add(m);
    records.add(other);
    other.text = "новый";
    records.set(1, other);
    records.sort();
    EXPECT_EQ(records[0].text, "новый");
    EXPECT_EQ(records[0].received_has_time, false);
    const Message back = records[1];
    EXPECT_EQ(std::tie(back.id, back.channel, back.kind, back.form, back.status, back.outcome, back.received, back.received_has_time, back.registered, back.due,
                       back.due_is_end_of_day, back.due_by_answer, back.answered, back.closed, back.closed_has_time, back.extended_to, back.forwarded),
              std::tie(m.id, m.channel, m.kind, m.form, m.status, m.outcome, m.received, m.received_has_time, m.registered, m.due, m.due_is_end_of_day,
                       m.due_by_answer, m.answered, m.closed, m.closed_has_time, m.extended_to, m.forwarded));
    EXPECT_EQ(std::tie(back.overdue, back.fast_track, back.repeat, back.auto_routed, back.auto_control, back.gratitude, back.consultation, back.conflict, back.is_linked,
                       back.matched_rule, back.late_registered, back.late_forwarded, back.has_place, back.repeat_by_author, back.lat, back.lon, back.rating, back.file, back.row),
              std::tie(m.overdue, m.fast_track, m.repeat, m.auto_routed, m.auto_control, m.gratitude, m.consultation, m.conflict, m.is_linked, m.matched_rule,
                       m.late_registered, m.late_forwarded, m.has_place, m.repeat_by_author, m.lat, m.lon, m.rating, m.file, m.row));
    EXPECT_EQ(std::tie(back.block, back.topic, back.subtopic, back.territory, back.department, back.network, back.street, back.house, back.rubric_code, back.tags, back.text,
                       back.answer, back.linked_id, back.author, back.author_code),
              std::tie(m.block, m.topic, m.subtopic, m.territory, m.department, m.network, m.street, m.house, m.rubric_code, m.tags, m.text, m.answer, m.linked_id, m.author,
                       m.author_code));
}

}  // namespace
}  // namespace problemator
