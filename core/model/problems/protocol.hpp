// Protocol: the draft of a decision about the listed problems — what, why, which measures, who, until when.
#pragma once
#include <string>
#include <vector>

#include "core/model/state.hpp"
#include "core/model/world.hpp"

namespace problemator {

struct ProtocolItem { int number = 0; std::string title, place, numbers, cause, measures, responsible, due; };

struct Protocol {
    std::string heading, centre, addressee, date, subject, intro, empty;
    std::vector<ProtocolItem> items;
    std::vector<std::string> signatures;           // posts; the names are written by hand
    std::string basis;                             // snapshot, filter and checksum: what the numbers rest on
    std::string file_name;                         // without an ending
};
/// Problems that the state has put into the protocol, else those it lists; at most 60.
Protocol protocol_of(const World& world, const State& state);

}  // namespace problemator
