#include "core/cli/sample_message.hpp"

#include <algorithm>

namespace problemator::cli {
namespace {

constexpr std::uint32_t kChannelWeights[kSampleChannels] = {38, 47, 15};   // ПОС, ИМ, 59-ФЗ
constexpr std::uint32_t kRatedPerMille = 710;                              // of closed ПОС messages, the only rated ones: 27 % of all closed
constexpr std::uint32_t kGoodRatings[] = {10, 7, 12, 25, 46};              // 1 … 5
constexpr std::uint32_t kBadRatings[] = {24, 18, 20, 18, 20};

Minute days(std::uint32_t n) { return static_cast<Minute>(n) * kMinutesPerDay; }

std::size_t department_of(SampleRandom& random, const SampleWorld& world, const SampleMessage& message) {
    const auto& topic = world.topics()[message.topic];
    const std::size_t local = world.local_department(message.territory);
    const std::uint32_t share = world.blocks()[topic.block].local_per_mille;   // formal channels go to the settlement, social networks mostly to the district
    const bool is_local = random.chance(message.channel == SampleChannel::Im ? share * 3 / 10 : share) && local != SIZE_MAX;
    return is_local ? local : topic.department;
}

/// Minutes to the answer in a social network: mostly within the shift, late ones within days.
Minute social_reply(SampleRandom& random, bool is_late) {
    const std::uint32_t a = random.below(1000), b = random.below(1000);
    if (is_late) return static_cast<Minute>(1440 + a * 6 + b * 3);
    return static_cast<Minute>(random.chance(760) ? 8 + std::min(a, b) * 165 / 1000 : 181 + a * b / 1000);
}

/// Minutes to the answer where days are the measure: in time 5 … 95 % of the term, late 105 % and a tail.
Minute formal_reply(SampleRandom& random, Minute term, bool is_late) {
    const std::uint32_t a = random.below(1000), b = random.below(1000);
    if (!is_late) return static_cast<Minute>(std::int64_t{term} * (50 + std::min(a, b) * 9 / 10) / 1000);
    std::uint32_t over = 1050 + a * 2 / 5;
    while (over < 2500 && random.chance(450)) over += 200 + random.below(200);
    return static_cast<Minute>(std::int64_t{term} * over / 1000);
}

}  // namespace

SampleMessage draw_message(SampleRandom& random, const SampleWorld& world, Day day) {
    SampleMessage message;
    message.territory = random.pick(world.territory_weights());
    message.topic = random.pick(world.topic_weights(date_from_day(day).month - 1, message.territory));
    message.channel = static_cast<SampleChannel>(random.pick(kChannelWeights));
    message.department = department_of(random, world, message);
    return message;
}

void draw_course(SampleRandom& random, const SampleWorld& world, Day day, Minute as_of, const SampleTilt& tilt, SampleMessage& message) {
    const auto hour = static_cast<Minute>(random.pick(kHourWeights));
    message.received = minute_from_day(day) + hour * 60 + static_cast<Minute>(random.below(60));
    const bool is_late = random.chance(std::max(world.departments()[message.department].late_per_mille, tilt.late_per_mille));
    const std::uint32_t mood = message.channel == SampleChannel::Im ? random.below(1000) : 1000;
    message.mood = mood < 22 ? Mood::Thanks : mood < 60 ? Mood::Question : Mood::Problem;
    message.repeat = random.chance(tilt.repeat_per_mille);
    message.fast_track = message.channel == SampleChannel::Pos && random.chance(340);
    const Minute term = message.channel == SampleChannel::Fz59 ? days(30) : days(message.fast_track ? 10 : 25);
    message.due = minute_from_day(day) + term;
    const Minute reply = message.channel == SampleChannel::Im ? social_reply(random, is_late) : formal_reply(random, term, is_late);
    const bool is_closed = message.received + reply < as_of;
    if (is_closed) message.closed = message.received + reply;
    const bool is_rated = random.chance(kRatedPerMille) && is_closed && message.channel == SampleChannel::Pos;
    const std::size_t rating = random.pick(is_late || message.repeat ? kBadRatings : kGoodRatings);
    message.rating = is_rated ? static_cast<int>(rating) + 1 : 0;
}

}  // namespace problemator::cli
