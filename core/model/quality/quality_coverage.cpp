// Completeness by week and channel: a week in which a channel that usually speaks says nothing is an export that is missing.
#include <algorithm>
#include <map>

#include "core/base/format.hpp"
#include "core/model/names.hpp"
#include "core/model/quality/quality_parts.hpp"

namespace problemator {
namespace {

using Weeks = std::map<Week, std::uint32_t>;

/// Of every channel the weeks in which it said something.
std::map<std::string, Weeks> weeks_by_channel(const QualityReport& report) {
    std::map<std::string, Weeks> out;
    for (const QualityWeek& week : report.coverage)
        if (week.messages > 0) out[week.channel][week.week] += week.messages;
    return out;
}

bool speaks_every_week(const Weeks& weeks) {
    double sum = 0;
    for (const auto& [week, messages] : weeks) sum += messages;
    return sum >= kExpectedAWeek * static_cast<double>(weeks.size());
}

bool is_gap(const Weeks& weeks, Week week) { return !weeks.empty() && week > weeks.begin()->first && !weeks.contains(week) && speaks_every_week(weeks); }

/// Channels of the profile in its order, then the others by id.
std::vector<std::string> channels_in_order(const Findings& f, const std::map<std::string, Weeks>& spoken) {
    std::vector<std::string> out;
    for (const ChannelUse& channel : f.scope.world.profile.channels)
        if (spoken.contains(channel.id)) out.push_back(channel.id);
    for (const auto& [id, weeks] : spoken)
        if (std::find(out.begin(), out.end(), id) == out.end()) out.push_back(id);
    return out;
}

ListingCell week_cell(const Findings& f, const std::string& channel, const Weeks& weeks, Week week) {
    if (is_gap(weeks, week)) {
        ListingCell cell = words_cell(f.say({"нет", "none"}), Tone::Warn);
        cell.is_gap = true;
        cell.figure.why = {{f.say({"нет выгрузки", "no export"}), period_words(week_period(week), f.lang())}};
        return cell;
    }
    const auto found = weeks.find(week);
    if (found == weeks.end()) return week <= weeks.begin()->first ? words_cell(std::string{kNone}, Tone::Muted) : number_cell(f, 0);
    const Table& table = f.scope.table;
    const Code code = table.dictionary(Dimension::Channel).find_id(channel);
    State rows = code == kNotGiven ? f.rows : with_code(f.rows, table, Dimension::Channel, code);
    set_period(rows, week_period(week), f.scope.silent);
    return rows_cell(f, found->second, rows);
}

/// «Ни одного сообщения: СМЛС, Битрикс24».
std::string silent_words(const Findings& f, const std::map<std::string, Weeks>& spoken) {
    std::string out;
    for (const ChannelUse& channel : f.scope.world.profile.channels)
        if (!spoken.contains(channel.id)) out += (out.empty() ? "" : ", ") + std::string{channel.name.in(f.lang())};
    return out.empty() ? out : f.say({"ни одного сообщения: ", "not one message: "}) + out;
}

}  // namespace

std::vector<Gap> coverage_gaps(const QualityReport& report, Week last) {
    std::vector<Gap> gaps;
    for (const auto& [channel, weeks] : weeks_by_channel(report))
        for (Week week = last - kQualityWeeks + 1; week <= last; ++week)
            if (is_gap(weeks, week)) gaps.push_back({channel, week});
    return gaps;
}

Listing coverage_listing(const Findings& f) {
    const Week last = f.scope.home;
    const auto spoken = weeks_by_channel(f.report);
    Listing out{.id = "coverage", .title = f.say({"Полнота по неделям и каналам", "Completeness by week and channel"}),
                .note = f.say({"получено сообщений; «нет» — нет выгрузки за неделю", "messages received; «none» — no export of the week"}),
                .columns = {{"channel", f.say({"Канал", "Channel"})}}, .rows = {}, .empty = f.say({"Сообщений нет", "No messages"}), .more = silent_words(f, spoken)};
    for (Week week = last - kQualityWeeks + 1; week <= last; ++week) out.columns.push_back({format_week_key(week), format_week_short(week, f.lang()), true, last - week >= kQualityWeeks / 2});
    for (const std::string& channel : channels_in_order(f, spoken)) {
        const Weeks& weeks = spoken.at(channel);
        std::vector<ListingCell> row{channel_cell(f, channel)};
        for (Week week = last - kQualityWeeks + 1; week <= last; ++week) row.push_back(week_cell(f, channel, weeks, week));
        out.rows.push_back(std::move(row));
    }
    return out;
}

}  // namespace problemator
