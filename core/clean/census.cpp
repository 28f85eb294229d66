#include "core/clean/census.hpp"

#include "core/clean/earlier.hpp"

namespace problemator {
namespace {

/// A day without an hour is only before another day when the whole day is.
bool is_before(Minute moment, bool has_time, const Message& m) {
    if (moment == kNoTime) return false;
    return has_time && m.received_has_time ? moment < m.received : day_from_minute(moment) < day_from_minute(m.received);
}

}  // namespace

void Census::find(ClockFault fault, bool is_found, const Message& m) {
    if (!is_found) return;
    ClockAnomaly& anomaly = anomalies_[static_cast<std::size_t>(fault)];
    ++anomaly.count;
    const std::uint32_t own = m.file ^ kOfThisImport;   // beyond every file for messages of an earlier set
    if (anomaly.first.size() < kPlaces) anomaly.first.push_back({.file = own < files_.size() ? files_[own].name : std::string{}, .row = m.row, .column = {}});
}

void Census::look_at_times(const Message& m) {
    find(ClockFault::ClosedBeforeReceived, is_before(m.closed, m.closed_has_time, m), m);
    find(ClockFault::AnsweredBeforeReceived, is_before(m.answered, true, m), m);
    find(ClockFault::RegisteredBeforeReceived, is_before(m.registered, false, m), m);
    find(ClockFault::DueBeforeReceived, m.due != kNoTime && m.due <= m.received, m);
    find(ClockFault::ForwardedBeforeReceived, is_before(m.forwarded, false, m), m);
    find(ClockFault::ReceivedInFuture, m.received >= until_, m);
    find(ClockFault::ClosedInFuture, m.closed >= until_, m);
}

void Census::count(const RecordSet& records, std::size_t at) {
    count_week(week_from_minute(records.received(at)), records.channel(at));
    gratitudes_ += records.is_set(at, &Message::gratitude);
    consultations_ += records.is_set(at, &Message::consultation);
    appeals_ += records.kind(at) == Kind::Appeal;
}

/// Records come in the order of receipt: the channels of one week are counted side by side before they are put into the map.
void Census::count_week(Week week, std::string_view channel) {
    if (week != week_) close_week(), week_ = week;
    for (auto& [name, messages] : of_week_)
        if (name.data() == channel.data() && name.size() == channel.size()) return ++messages, void();
    of_week_.emplace_back(channel, 1);
}

void Census::close_week() {
    for (const auto& [name, messages] : of_week_) coverage_[{week_, std::string{name}}] += messages;
    of_week_.clear();
}

void Census::put_into(ImportReport& report) {
    close_week();
    for (std::size_t i = 0; i < kClockFaults; ++i) {
        if (anomalies_[i].count == 0) continue;
        report.anomalies.push_back(anomalies_[i]);
        report.anomalies.back().fault = static_cast<ClockFault>(i);
    }
    for (const auto& [key, messages] : coverage_) report.coverage.push_back({key.first, key.second, messages});
    report.gratitudes = gratitudes_;
    report.consultations = consultations_;
    report.appeals = appeals_;
}

}  // namespace problemator
