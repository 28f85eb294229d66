// Cleaning: names to the profile's own, deadlines by its clocks, records of one key merged into one.
#pragma once
#include <string>
#include <unordered_map>
#include <vector>

#include "core/schema/message.hpp"
#include "core/schema/profile.hpp"

namespace problemator {

/// Looks names up the way people type them (folded), once per distinct name.
class NameIndex {
public:
    explicit NameIndex(const Profile& profile);
    /// Replaces block, topic, territory and department by the profile's names; routes topic → block → department where empty.
    /// Returns the dimensions whose given value is unknown to the profile (kept as found).
    std::vector<Dimension> apply(Message& message) const;

private:
    struct TopicPlace { const Block* block; const TopicRule* topic; };
    std::unordered_map<std::string, const Block*> blocks_;
    std::unordered_map<std::string, TopicPlace> topics_;
    std::unordered_map<std::string, const Territory*> territories_;
    std::unordered_map<std::string, const Department*> departments_;
    std::unordered_map<std::string, const Department*> department_ids_;
};

/// Sets `due` by the first clock of the profile that applies, unless the source gave a deadline. Returns the clock or null.
const Clock* apply_clock(Message& message, const Profile& profile, const class WorkCalendar& calendar);

enum class MergeOutcome : std::uint8_t { Added, Updated, Duplicate };
/// One record per (channel, id): a later row of equal key updates the earlier one when it says more.
class Merger {
public:
    MergeOutcome add(Message message);
    std::vector<Message> finish() &&;            // sorted by (received, channel, id)

private:
    std::unordered_map<std::string, std::size_t> by_key_;
    std::vector<Message> messages_;
};

}  // namespace problemator
