// Cleaning: names to the profile's own, deadlines by its clocks, records of one key merged into one.
#pragma once
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/base/calendar.hpp"
#include "core/clean/near_duplicates.hpp"
#include "core/clean/record_set.hpp"
#include "core/clean/settlements.hpp"
#include "core/import/known_cells.hpp"
#include "core/schema/message.hpp"
#include "core/schema/profile.hpp"

namespace problemator {

/// Looks names up the way people type them (folded), once per distinct cell. The profile must outlive the index.
class NameIndex {
public:
    explicit NameIndex(const Profile& profile);
    /// Replaces channel, block, topic, territory and department by the profile's names (the channel by its id).
    /// The most telling of topic, sub-topic and block that the profile knows as a topic decides topic and block; a topic that was
    /// renamed stays readable as the sub-topic. Department and its territory follow from the topic or block where they are not given.
    /// Returns the dimensions whose given value is unknown to the profile (kept as found).
    const std::vector<Dimension>& apply(Message& message);
    /// The profile's name nearest to an unknown one, or "".
    std::string suggestion(Dimension dimension, std::string_view value) const;

private:
    struct TopicPlace { const Block* block; const TopicRule* topic; };
    /// What a cell says as a topic: in blocks that have such a topic, and anywhere.
    struct TopicCell { std::vector<const TopicPlace*> inside; const TopicPlace* anywhere = nullptr; };
    TopicCell read_topic(std::string_view text) const;
    const TopicPlace* find_topic(std::string_view text, const Block* block);
    void set_topic(Message& message, const TopicPlace& place) const;
    const Block* find_block(std::string_view text);
    const Department* find_department(std::string_view text);
    const Territory* find_territory(std::string_view text);
    const TopicPlace* set_matter(Message& message, const Block*& block);
    const Department* set_department(Message& message, const TopicPlace* topic, const Block* block);
    void set_territory(Message& message, const Department* department);

    const Profile& profile_;
    Settlements settlements_;
    KnownCells<const std::string*> channel_cells_;
    KnownCells<const Block*> block_cells_;
    KnownCells<TopicCell> topic_cells_;
    KnownCells<const Department*> department_cells_;
    KnownCells<const Territory*> territory_cells_;
    std::vector<Dimension> unknown_;                                       // of the last message
    std::unordered_map<std::string, std::string> channels_;                // folded name → id
    std::unordered_map<std::string, const Block*> blocks_;
    std::unordered_map<std::string, TopicPlace> topics_;                   // first topic of that name
    std::unordered_map<std::string, TopicPlace> topics_of_block_;          // "<block id>\n<folded name>"
    std::unordered_map<std::string, const Territory*> territories_;
    std::unordered_map<std::string, const Territory*> territory_ids_;
    std::unordered_map<std::string, const Department*> departments_;
    std::unordered_map<std::string, const Department*> department_ids_;
};

/// Sets `due` by the first clock of the profile that applies, unless the source gave a deadline; an extension moves it by at most
/// the days that the clock allows. Days end at midnight: a message due on 16 January has due = 17 January 00:00, exclusive.
/// Returns the clock or null.
const Clock* apply_clock(Message& message, const Profile& profile, const WorkCalendar& calendar);

enum class MergeOutcome : std::uint8_t { Added, Updated, Duplicate };
/// One record per (channel, id). Of two rows with one key the one with the later last event wins, the later row when equal,
/// and the other one fills its blanks; so the order of files does not matter.
class Merger {
public:
    MergeOutcome add(const Message& message) { return add(message, sketch_of_text(message.text)); }
    /// `sketch`: of the message's text, by whom it was read already.
    MergeOutcome add(const Message& message, const TextSketch& sketch);
    /// The message will be added soon, its channel unchanged most likely.
    void ask_for(const Message& message) const;
    RecordSet finish() &&;                       // sorted by (received, channel, id)

private:
    struct Slot { std::uint32_t hash = 0, record = 0; };   // record + 1; 0 = free
    Slot& slot_of(const Message& message, std::uint32_t hash);
    void grow();

    RecordSet records_;
    std::vector<Slot> slots_ = std::vector<Slot>(1024);    // a power of two, at most half full
    Message old_;
};

/// Makes one record of a ПОС message and the 59-ФЗ appeal that names it («Сообщение ПОС №»), so that it is counted once: the record
/// stays in its channel, where it came from, becomes an appeal and takes times, deadline and status from the register.
/// Only the first appeal of a message is taken in; `gone` gets the appeals that were. Returns how many.
std::uint32_t link_appeals(RecordSet& records, std::vector<bool>& gone);
/// The same for one problem told in the same words through two channels: the earlier record stays (an appeal rules the legal side,
/// whichever came first) and the later one goes. In one channel the later record is a repeat and stays. Returns how many went.
std::uint32_t link_duplicates(RecordSet& records, const std::vector<Duplicate>& found, std::vector<bool>& gone);

}  // namespace problemator
