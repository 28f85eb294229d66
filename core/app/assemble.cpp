#include "core/app/assemble.hpp"

#include "core/import/quality_of.hpp"
#include "core/snapshot/points.hpp"
#include "core/store/compare.hpp"
#include "core/store/message_of.hpp"
#include "core/store/register_join.hpp"

namespace problemator {
namespace {

Minute default_as_of(const RecordSet& messages, Day today) {
    for (std::size_t i = messages.size(); i > 0; --i) {   // sorted by receipt
        const Day day = day_from_minute(messages.received(i - 1));
        if (day <= today) return minute_from_day(day + 1);
    }
    return kNoTime;
}

void declare_names(TableBuilder& builder, const Profile& profile) {
    for (const ChannelUse& c : profile.channels) builder.declare(Dimension::Channel, c.name.ru, c.id);
    for (const Kind k : {Kind::Message, Kind::Appeal}) builder.declare(Dimension::Kind, kind_name(k).ru, kind_id(k));
    for (const Block& b : profile.blocks) {
        builder.declare(Dimension::Block, b.name.ru, b.id);
        for (const TopicRule& t : b.topics) builder.declare(Dimension::Topic, t.name.ru, t.id);
    }
    for (const Territory& t : profile.territories) builder.declare(Dimension::Territory, t.name.ru, t.id);
    for (const Department& d : profile.departments) builder.declare(Dimension::Department, d.name.ru, d.id);
}

std::vector<std::string> fast_track_channels(const Profile& profile) {
    std::vector<std::string> ids;
    for (const Clock& clock : profile.clocks)
        if (clock.fast_track == true) ids.push_back(clock.channel);
    return ids;
}

/// Back to the facts as they stood at `as_of`: what happened later has not happened yet.
void set_back(Message& m, Minute as_of) {
    if (m.answered >= as_of) m.answered = kNoTime;
    if (m.closed >= as_of) {
        m.closed = kNoTime;
        m.closed_has_time = false;
        m.status = MessageStatus::InWork;
        m.outcome = Outcome::Unknown;
        m.rating = 0;
    }
}

std::vector<InputFile> inputs_of(const Intake& intake, std::vector<InputFile> inputs) {
    for (std::size_t i = 0; i < intake.report.files.size(); ++i) {
        const FileReport& f = intake.report.files[i];
        if (i < intake.file_numbers.size() && intake.file_numbers[i] < inputs.size()) continue;   // it was there before
        inputs.push_back({.name = f.name, .channel = f.channel_id, .sha256 = f.sha256, .rows_read = f.rows_read, .rows_kept = f.rows_kept,
                          .rows_rejected = f.rows_rejected, .rows_duplicate = f.rows_duplicate});
    }
    return inputs;
}

}  // namespace

Earlier earlier_of(const Snapshot& snapshot) {
    Earlier earlier;
    earlier.next = [&table = snapshot.table, row = std::size_t{0}](Message& message) mutable {
        if (row == table.rows()) return false;
        message_of(table, row++, message);
        return true;
    };
    for (const InputFile& input : snapshot.info.inputs) earlier.files.push_back({.name = input.name, .channel = input.channel, .sha256 = input.sha256});
    earlier.registers = snapshot.registers;
    return earlier;
}

void compare_with(Assembled& assembled, const Table& previous) {
    const TableChange change = compare_tables(previous, assembled.snapshot.table);
    assembled.change = {.added = change.added, .updated = change.updated, .kept = change.kept, .gone = change.gone, .has_previous = true};
    if (assembled.snapshot.quality) assembled.snapshot.quality->change = {true, change.added, change.updated, change.kept, change.gone};
}

Result<Assembled> assemble(const Intake& intake, const Profile& profile, std::string profile_json, const AssembleOptions& options) {
    const Minute as_of = options.as_of.value_or(default_as_of(intake.messages, options.today));
    Assembled out;
    TableBuilder builder;
    declare_names(builder, profile);
    builder.reserve(intake.messages.size(), intake.messages.text_bytes());
    MessageView m;
    for (std::size_t i = 0; i < intake.messages.size(); ++i) {
        if (intake.messages.received(i) >= as_of) {
            ++out.rows_after_as_of;
            continue;
        }
        intake.messages.ask_for(i);
        intake.messages.view(i, m);
        set_back(m.facts, as_of);
        builder.add(m);
    }
    if (builder.rows() == 0) return Error{.fault = Fault::NoRows, .expected = "≥ 1 сообщения / message"};
    Snapshot& snapshot = out.snapshot;
    snapshot.info = {.profile_json = std::move(profile_json), .profile_id = profile.id, .week = week_from_minute(as_of) - 1, .as_of = as_of,
                     .built_by = "problemator 1.0.0", .is_published = options.is_published, .inputs = inputs_of(intake, options.earlier_inputs)};
    snapshot.table = std::move(builder).finish(as_of, fast_track_channels(profile));
    snapshot.map = options.map;
    snapshot.info.plane = plane_of(profile, snapshot.table, snapshot.map.get());
    snapshot.registers = intake.registers;
    snapshot.quality = quality_of(intake.report);
    join_auto_control(snapshot.table, snapshot.registers);
    if (options.is_published) drop_personal_data(snapshot, options.texts);
    return out;
}

}  // namespace problemator
