// A world without messages: the profile and the inputs that pages name on paper.
#pragma once
#include "core/snapshot/snapshot.hpp"

namespace problemator::testing_parts {

inline Profile sample_profile() {
    Profile profile;
    profile.id = "sample";
    profile.centre = {"Муниципальный центр управления", "Municipal control centre"};
    profile.head_addressee = {"Главе Октябрьского района", "To the head of the district"};
    ChannelUse pos, im;
    pos.id = "pos";
    pos.name = {"ПОС", "POS"};
    im.id = "im";
    im.name = {"Инцидент менеджмент", "Incident management"};
    profile.channels = {pos, im};
    return profile;
}

inline Snapshot sample_snapshot() {
    Snapshot snapshot;
    snapshot.info.inputs = {{"pos.csv", "pos", "", 1000, 990, 10, 0}, {"im.xlsx", "im", "", 500, 498, 2, 0}};
    return snapshot;
}

}  // namespace problemator::testing_parts
