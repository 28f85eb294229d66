// SampleMessage: one invented message before it is written in the layout of its channel.
#pragma once
#include <cstdint>
#include <optional>

#include "core/cli/sample_random.hpp"
#include "core/cli/sample_world.hpp"

namespace problemator::cli {

enum class SampleChannel : std::uint8_t { Pos, Im, Fz59 };
inline constexpr std::size_t kSampleChannels = 3;
enum class Mood : std::uint8_t { Problem, Thanks, Question };

struct SampleMessage {
    SampleChannel channel{};
    Minute received = 0, due = 0;
    Minute closed = kNoTime;             // kNoTime: still open at the end of the data
    std::size_t topic = 0, territory = 0, department = 0;
    int rating = 0;
    Mood mood = Mood::Problem;
    bool fast_track = false, repeat = false;
    std::optional<std::uint32_t> focus;  // a planted problem has its streets: the number of one of them
    bool tells_cause = false;            // and its cause, which ordinary messages of the topic do not name
};

struct SampleTilt {                      // what a planted problem changes
    std::uint32_t late_per_mille = 0;    // at least
    std::uint32_t repeat_per_mille = 45;
    std::uint32_t formal_of_four = 1;    // through ПОС, whose rows say that they repeat; the rest through social networks
};

/// Draws where and what about; the channel's own share is drawn too.
SampleMessage draw_message(SampleRandom& random, const SampleWorld& world, Day day);
/// Draws the moment of the day, the deadline, the answer and the rating of a message whose place, topic and channel are set.
void draw_course(SampleRandom& random, const SampleWorld& world, Day day, Minute as_of, const SampleTilt& tilt, SampleMessage& message);

}  // namespace problemator::cli
