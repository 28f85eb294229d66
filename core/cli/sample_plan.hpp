// Plan of the synthetic exports: which problems are planted, where, in which weeks and how many messages each brings.
#pragma once
#include <vector>

#include "core/cli/sample_message.hpp"
#include "core/cli/samples.hpp"

namespace problemator::cli {

struct SampleEvent {                // a planted problem in indexes of the world
    PlantedWeeks told;
    std::size_t territory = 0, topic = 0;
    SampleTilt tilt;
    std::uint64_t made = 0;
};

/// Problems for data that end with `last_day`, scaled to `per_year` messages; those of now stand in the last complete week.
std::vector<SampleEvent> plan_samples(const SampleWorld& world, Day last_day, double per_year);

}  // namespace problemator::cli
