// A message as a line of a list.
#pragma once
#include <cstdint>
#include <string>

#include "core/model/figure.hpp"

namespace problemator {

struct State;
struct World;

struct MessageLine {
    std::string id, received, channel, territory, topic, text, department, status;   // formatted
    Tone tone = Tone::Plain;
    bool is_repeat = false;
    std::string href;
};

MessageLine message_line(const World& world, const State& state, std::uint32_t row);

}  // namespace problemator
