// Tables made by hand for the tests of pages: a small one with known numbers, and a random one for properties.
#pragma once
#include <string>
#include <vector>

#include "core/schema/embedded.hpp"
#include "core/snapshot/snapshot.hpp"
#include "core/stats/random.hpp"

namespace problemator::testing_tables {

inline const Profile& oktyabrskoe() {
    static const Profile profile = *builtin_profile("oktyabrskoe");
    return profile;
}

inline std::string profile_text() { return std::string{find_embedded(embedded_municipalities(), "oktyabrskoe")->text}; }

inline constexpr IsoWeek kHomeWeek{2026, 46};
inline Week home_week() { return *week_from_iso(kHomeWeek); }
inline Minute as_of() { return first_minute_of_week(home_week() + 1); }

struct Maker {
    TableBuilder builder;
    int next = 0;

    Maker() {
        const Profile& profile = oktyabrskoe();
        for (const auto& c : profile.channels) builder.declare(Dimension::Channel, c.name.ru, c.id);
        for (const auto& b : profile.blocks) {
            builder.declare(Dimension::Block, b.name.ru, b.id);
            for (const auto& t : b.topics) builder.declare(Dimension::Topic, t.name.ru, t.id);
        }
        for (const auto& t : profile.territories) builder.declare(Dimension::Territory, t.name.ru, t.id);
        for (const auto& d : profile.departments) builder.declare(Dimension::Department, d.name.ru, d.id);
    }

    /// A message of block `b`, its topic `t` and territory `place`, `day` days before the snapshot, at noon.
    Message message(std::size_t b, std::size_t t, std::size_t place, int day) {
        const Profile& profile = oktyabrskoe();
        Message m;
        m.id = std::to_string(++next);
        m.channel = profile.channels[static_cast<std::size_t>(next) % 2].id;
        m.received = as_of() - day * kMinutesPerDay + 12 * 60;
        m.received_has_time = true;
        m.status = MessageStatus::InWork;
        m.block = profile.blocks[b].name.ru;
        m.topic = profile.blocks[b].topics[t % profile.blocks[b].topics.size()].name.ru;
        m.territory = profile.territories[place].name.ru;
        m.department = profile.departments[b % profile.departments.size()].name.ru;
        m.due = m.received + 10 * kMinutesPerDay;
        return m;
    }

    /// Answered after `days`.
    static Message closed_after(Message m, int days) {
        m.status = MessageStatus::Answered;
        m.closed = m.received + days * kMinutesPerDay;
        m.closed_has_time = true;
        return m;
    }

    Snapshot finish(bool is_published = false) && {
        Snapshot snapshot;
        snapshot.info.profile_json = profile_text();
        snapshot.info.profile_id = "oktyabrskoe";
        snapshot.info.week = home_week();
        snapshot.info.as_of = as_of();
        snapshot.info.is_published = is_published;
        snapshot.table = std::move(builder).finish(as_of(), {"pos"});
        return snapshot;
    }
};

/// About `rows` messages over `weeks` weeks with every kind of gap: no topic, no territory, no hour, no deadline, ratings, repeats.
inline Snapshot random_snapshot(std::uint64_t seed, int rows, int weeks = 70, bool is_published = false) {
    Random random{seed};
    Maker maker;
    const Profile& profile = oktyabrskoe();
    const auto below = [&](int n) { return static_cast<std::size_t>(random.uniform() * n); };
    for (int i = 0; i < rows; ++i) {
        const auto block = below(static_cast<int>(profile.blocks.size()));
        const double skew = random.uniform() * random.uniform();
        auto m = maker.message(block, below(4), static_cast<std::size_t>(skew * static_cast<double>(profile.territories.size())), 1 + static_cast<int>(below(weeks * 7)));
        m.received += static_cast<Minute>(below(700));
        if (random.uniform() < 0.1) m.topic.clear();
        if (random.uniform() < 0.05) m.territory.clear();
        if (random.uniform() < 0.05) m.block.clear();
        if (random.uniform() < 0.3) m.received_has_time = false;
        if (random.uniform() < 0.1) m.due = kNoTime;
        m.kind = random.uniform() < 0.2 ? Kind::Appeal : Kind::Message;
        m.fast_track = random.uniform() < 0.3 ? Answer::Yes : Answer::No;
        m.repeat = random.uniform() < 0.08 ? Answer::Yes : Answer::No;
        m.gratitude = random.uniform() < 0.03;
        m.text = "Нет света у дома";
        if (i % 3 == 0) m.has_place = true, m.lat = 62.40 + i * 37 % 100 * 0.002, m.lon = 65.50 + i * 53 % 100 * 0.008;   // the same draws as without points
        if (random.uniform() < 0.8) {
            m = Maker::closed_after(std::move(m), static_cast<int>(below(14)));
            if (random.uniform() < 0.4) m.rating = 1 + static_cast<int>(below(5));
        }
        maker.builder.add(m);
    }
    for (int i = 0; i < 18; ++i) maker.builder.add(maker.message(0, 0, 1, 1 + i % 7));   // a surge in the last week
    return std::move(maker).finish(is_published);
}

}  // namespace problemator::testing_tables
