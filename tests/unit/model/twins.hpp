// Twins: two published snapshots that differ only in counts that are to be hidden. Four cells of two places and two topics (weeks,
// channels, marks …) hold 2 1 1 2 messages in one of them and 1 2 2 1 in the other, so that every sum is the same.
#pragma once
#include "tests/unit/model/make_table.hpp"

namespace problemator::testing_tables {

inline constexpr std::size_t kTwinPlaces[] = {5, 6};   // territories that nothing else happens in
enum class Split : std::uint8_t { Topic, Block, Week, Channel, Repeat, FastTrack, Overdue, Department };
inline constexpr Split kSplits[] = {Split::Topic, Split::Block, Split::Week, Split::Channel, Split::Repeat, Split::FastTrack, Split::Overdue, Split::Department};

/// A message of the first or the second place, of the first or the second side of the split.
inline Message twin_message(Maker& maker, std::size_t place, bool is_second, Split split) {
    const Profile& profile = oktyabrskoe();
    Message m = maker.message(split == Split::Block && is_second ? 3 : 2, split == Split::Topic && is_second ? 1 : 0, kTwinPlaces[place], 3);
    m.channel = profile.channels[split == Split::Channel && is_second ? 1 : 0].id;
    m.department = profile.departments[split == Split::Department && is_second ? 3 : 2].name.ru;
    if (split == Split::Week && is_second) m.received -= 7 * kMinutesPerDay;
    if (split == Split::Repeat) m.repeat = is_second ? Answer::Yes : Answer::No;
    if (split == Split::FastTrack) m.fast_track = is_second ? Answer::Yes : Answer::No;
    m.due = m.received + (split == Split::Overdue && is_second ? 1 : 10) * kMinutesPerDay;
    return m;
}

/// `is_other`: the other twin.
inline Snapshot twin(Split split, bool is_other) {
    Random random{3};
    Maker maker;
    const auto below = [&](int n) { return static_cast<std::size_t>(random.uniform() * n); };
    for (int i = 0; i < 1500; ++i) {
        Message m = maker.message(below(5), below(3), below(4), 1 + static_cast<int>(below(60 * 7)));
        if (i % 4 != 0) m = Maker::closed_after(std::move(m), 1 + static_cast<int>(below(12)));
        if (i % 9 == 0) m.repeat = Answer::Yes;
        if (i % 7 == 0) m.fast_track = Answer::Yes;
        maker.builder.add(m);
    }
    for (std::size_t place = 0; place < 2; ++place)
        for (int i = 0; i < 3; ++i) maker.builder.add(twin_message(maker, place, ((place == 0) != is_other) ? i == 2 : i != 2, split));
    return std::move(maker).finish(true);
}

/// The filter of one of the four cells.
inline std::string cell_filter(Split split) {
    const Profile& profile = oktyabrskoe();
    const std::string place = "t=" + profile.territories[kTwinPlaces[0]].id;
    switch (split) {
        case Split::Topic: return place + "&tp=" + profile.blocks[2].topics[1].id;
        case Split::Block: return place + "&b=" + profile.blocks[3].id;
        case Split::Week: return place + "&w=2026-W45";
        case Split::Channel: return place + "&ch=" + profile.channels[1].id;
        case Split::Repeat: return place + "&m=repeat";
        case Split::FastTrack: return place + "&m=fast_track";
        case Split::Overdue: return place + "&m=overdue";
        case Split::Department: return place + "&d=" + profile.departments[3].id;
    }
    return place;
}

inline std::vector<std::string> links_of_twins(Split split) {
    const Profile& profile = oktyabrskoe();
    const std::string place = profile.territories[kTwinPlaces[0]].id, cell = cell_filter(split);
    std::vector<std::string> out;
    for (const char* screen : {"svodka?", "teplo?", "teplo?view=week-block&", "teplo?view=weekday-hour&", "teplo?view=territory-week&", "teplo?view=department-topic&", "teplo?view=map&", "teplo?change=1&",
                               "teplo?measure=overdue_share&", "teplo?measure=repeat_share&", "teplo?measure=overdue_now&", "teplo?measure=in_time_share&", "teplo?measure=per_thousand&", "rejting?", "rejting?of=territories&",
                               "problemy?", "problemy?tab=week&", "problemy?tab=board&", "pokazateli?", "soobshcheniya?", "kachestvo?", "otchyoty?", "o-dannykh?"}) {
        for (const std::string& filter : {std::string{}, "t=" + place, cell, cell + "&compare=year", cell + "&p=2026-09-01..2026-11-15", cell + "&lang=en"})
            out.push_back("#/" + std::string{screen} + filter);
    }
    out.push_back("#/teplo?cell=" + place + "," + profile.blocks[2].id);
    out.push_back("#/teplo?cell=" + place + "," + profile.blocks[3].id);
    out.push_back("#/teplo?view=territory-week&cell=" + place + ",2026-W45");
    out.push_back("#/teplo?view=week-block&" + cell + "&cell=" + profile.blocks[2].id + ",2026-W46");
    out.push_back("#/rejting?dep=" + profile.departments[3].id);
    out.push_back("#/rejting?span=quarter&dep=" + profile.departments[3].id + "&" + cell);
    return out;
}

}  // namespace problemator::testing_tables
