// Random tables and filters for the property tests: seeded, small, with every kind of gap that real exports have.
#pragma once
#include <random>
#include <string>

#include "core/query/filter.hpp"

namespace problemator::testing_parts {

class Dice {
public:
    explicit Dice(std::uint32_t seed) : engine_{seed} {}
    int below(int n) { return static_cast<int>(engine_() % static_cast<std::uint32_t>(n)); }   // the same on every platform
    bool chance(int percent) { return below(100) < percent; }

private:
    std::mt19937 engine_;
};

inline constexpr Minute kStart = 20'598 * kMinutesPerDay;   // a Monday in 2026
inline constexpr int kDays = 120;
inline constexpr Minute kAsOf = kStart + kDays * kMinutesPerDay;

inline Message random_message(Dice& dice, int number) {
    Message m;
    m.id = std::to_string(1000 + number);
    m.channel = dice.chance(60) ? "pos" : dice.chance(50) ? "im" : "fz59";
    m.kind = m.channel == "fz59" ? Kind::Appeal : Kind::Message;
    m.form = static_cast<Form>(dice.below(4));
    m.status = static_cast<MessageStatus>(dice.below(8));
    m.outcome = static_cast<Outcome>(dice.below(8));
    m.received = kStart + dice.below(kDays * kMinutesPerDay + 500);   // a few come after the snapshot's moment
    m.received_has_time = dice.chance(80);
    if (!m.received_has_time) m.received = minute_from_day(day_from_minute(m.received));
    if (dice.chance(85)) m.due = m.received + dice.below(20 * kMinutesPerDay);
    if (dice.chance(40) && m.due != kNoTime) m.due = minute_from_day(day_from_minute(m.due) + 1);
    if (dice.chance(50)) m.answered = m.received + dice.below(9 * kMinutesPerDay);
    if (dice.chance(60)) m.closed = m.received + dice.below(25 * kMinutesPerDay);
    if (dice.chance(30) && m.closed != kNoTime) m.closed = minute_from_day(day_from_minute(m.closed));
    m.due_by_answer = m.channel == "im";
    m.fast_track = static_cast<Answer>(dice.below(3));
    m.repeat = static_cast<Answer>(dice.below(3));
    m.auto_routed = static_cast<Answer>(dice.below(3));
    m.auto_control = static_cast<Answer>(dice.below(3));
    m.gratitude = dice.chance(5);
    m.consultation = dice.chance(5);
    if (dice.chance(95)) m.block = "блок " + std::to_string(dice.below(6));
    if (dice.chance(95)) m.topic = "тема " + std::to_string(dice.below(14));
    if (dice.chance(80)) m.subtopic = "подтема " + std::to_string(dice.below(60));
    if (dice.chance(90)) m.territory = "посёлок " + std::to_string(dice.below(9));
    if (dice.chance(90)) m.department = "управление " + std::to_string(dice.below(12));
    if (dice.chance(20)) m.network = "сеть " + std::to_string(dice.below(3));
    m.has_place = dice.chance(50);
    m.lat = 60.0 + dice.below(2'000'000) / 1e6;
    m.lon = 65.0 + dice.below(2'000'000) / 1e6;
    m.rating = dice.below(6);
    m.author_code = static_cast<std::uint64_t>(number % 40);
    if (dice.chance(70)) m.text = "текст № " + std::to_string(number);
    m.file = static_cast<std::uint32_t>(dice.below(2));
    m.row = static_cast<std::uint32_t>(number + 2);
    return m;
}

inline Table random_table(Dice& dice, int rows) {
    TableBuilder builder;
    builder.declare(Dimension::Channel, "ПОС", "pos");
    builder.declare(Dimension::Topic, "тема, которой нет ни у кого", "none-such");
    for (int i = 0; i < rows; ++i) builder.add(random_message(dice, i));
    return std::move(builder).finish(kAsOf, {"pos"});
}

inline Filter random_filter(Dice& dice, const Table& table) {
    Filter filter;
    filter.basis = static_cast<Basis>(dice.chance(60) ? 0 : dice.below(3));
    if (dice.chance(70)) {
        filter.period.from = kStart + dice.below(kDays) * kMinutesPerDay;
        filter.period.until = filter.period.from + dice.below(60) * kMinutesPerDay;
    }
    if (dice.chance(15)) filter.period.until = Period{}.until;
    for (const auto d : kAllDimensions) {
        if (!dice.chance(20)) continue;
        for (Code code = 0; code < table.dictionary(d).size(); ++code) {
            if (dice.chance(60)) filter.keep[index(d)].push_back(code);
        }
    }
    constexpr Mark kAsked[] = {Mark::Open, Mark::OverdueNow, Mark::FastTrack, Mark::Repeat, Mark::Rated, Mark::Decided, Mark::HasTime};
    for (const auto mark : kAsked) {
        if (dice.chance(6)) filter.with |= bit(mark);
        if (dice.chance(6)) filter.without |= bit(mark);
    }
    if (dice.chance(20)) filter.open_at = kStart + dice.below(kDays * kMinutesPerDay);
    return filter;
}

}  // namespace problemator::testing_parts
