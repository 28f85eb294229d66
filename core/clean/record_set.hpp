// RecordSet: the messages of an import in little memory — numbers as they are, every name once, texts one behind the other.
// A Message takes 0.6 KB, its record here 0.1 KB and its texts; whoever works on one takes it out, changes it and puts it back.
#pragma once
#include <array>
#include <cstdint>
#include <iterator>
#include <memory>
#include <string_view>
#include <vector>

#include "core/clean/text_arena.hpp"
#include "core/clean/text_sketch.hpp"
#include "core/import/known_cells.hpp"
#include "core/schema/message.hpp"
#include "core/schema/message_view.hpp"

namespace problemator {

class RecordSet {
public:
    std::size_t size() const { return order_.size(); }
    bool empty() const { return order_.empty(); }
    /// At least as many bytes as the bodies of all messages have.
    std::size_t text_bytes() const { return body_bytes_; }
    void add(const Message& message) { add(message, sketch_of_text(message.text)); }
    /// `sketch`: of the message's text, which whoever adds it has read already.
    void add(const Message& message, const TextSketch& sketch);
    /// Fills `message`; its strings keep their capacity.
    void get(std::size_t at, Message& message) const;
    Message operator[](std::size_t at) const;
    void set(std::size_t at, const Message& message);
    /// set() for a message whose texts and names are as they were: get_facts(), a change, set_facts().
    void set_facts(std::size_t at, const Message& message);
    /// get() without texts and without names, but for the channel's; the others stay as they are in `message`.
    void get_facts(std::size_t at, Message& message) const;

    // Without taking the message out.
    enum class Asked : std::uint8_t { Facts, Lengths, Texts };           // each with what stands before it
    /// Records are read in the order of receipt and lie in the order of files: what is asked for now is there a few records later.
    void ask_for(std::size_t at, Asked asked = Asked::Texts) const;
    /// As a row of one source whose names are numbered; the views hold as long as the set is not changed.
    void view(std::size_t at, MessageView& message) const;
    const TextSketch& sketch(std::size_t at) const { return record(at).sketch; }
    /// Equal for messages of one topic (or, without one, one block) and one territory.
    std::uint64_t matter(std::size_t at) const;
    std::string_view territory(std::size_t at) const { return names_.name(record(at).names[kTerritory]); }
    std::string_view street(std::size_t at) const { return names_.name(record(at).names[kStreet]); }
    std::string_view house(std::size_t at) const { return names_.name(record(at).names[kHouse]); }
    std::string_view id(std::size_t at) const;
    std::string_view channel(std::size_t at) const { return names_.name(record(at).names[kChannel]); }
    std::string_view text(std::size_t at) const;
    bool is_set(std::size_t at, bool Message::*flag) const;
    Kind kind(std::size_t at) const { return record(at).kind; }
    Minute received(std::size_t at) const { return record(at).received; }
    std::uint32_t file(std::size_t at) const { return record(at).file; }
    void set_file(std::size_t at, std::uint32_t file) { record(at).file = file; }

    /// By (received, channel, id); records lie in that order then, so that whoever goes through them reads on and not about.
    void sort();
    /// Leaves out the records marked in `gone`, whose size is size(); the rest keeps its order.
    void leave_out(const std::vector<bool>& gone);

    class Iterator {
    public:
        using iterator_category = std::input_iterator_tag;
        using value_type = Message;
        using difference_type = std::ptrdiff_t;
        using pointer = const Message*;
        using reference = const Message&;
        Iterator(const RecordSet& set, std::size_t at) : set_{&set}, at_{at} {}
        const Message& operator*() const { return set_->get(at_, message_), message_; }
        Iterator& operator++() { return ++at_, *this; }
        friend bool operator==(const Iterator& a, const Iterator& b) { return a.at_ == b.at_; }

    private:
        const RecordSet* set_;
        std::size_t at_;
        mutable Message message_;
    };
    Iterator begin() const { return {*this, 0}; }
    Iterator end() const { return {*this, size()}; }

private:
    /// Every distinct text once; code 0 is the empty one.
    class Names {
    public:
        Names();
        std::uint32_t code(std::string_view name);
        std::string_view name(std::uint32_t code) const { return names_[code]; }

    private:
        void grow();
        TextArena arena_;
        std::vector<std::string_view> names_;
        std::vector<std::uint32_t> hashes_;      // of each name
        std::vector<std::uint32_t> slots_;       // code + 1; a power of two, at most half full
    };
    enum NameOf : std::size_t { kChannel, kBlock, kTopic, kSubtopic, kTerritory, kDepartment, kNetwork, kStreet, kHouse, kRubric, kTags, kNames };
    struct Record {
        std::array<std::uint32_t, kNames> names;
        TextSketch sketch;
        const char* texts;                       // id, text, answer, linked_id, author: lengths, then the bytes
        double lat, lon;
        std::uint64_t author_code;
        Minute received, registered, due, answered, closed, extended_to, forwarded;
        std::uint32_t file, row, flags;
        Kind kind;
        Form form;
        MessageStatus status;
        Outcome outcome;
        std::array<Answer, 5> answers;           // overdue, fast track, repeat, auto-routed, auto-control
        std::uint8_t rating;
    };
    static constexpr std::size_t kPiece = 1024;

    Record& record(std::size_t at) { return pieces_[order_[at] / kPiece][order_[at] % kPiece]; }
    const Record& record(std::size_t at) const { return pieces_[order_[at] / kPiece][order_[at] % kPiece]; }
    static void put_facts(Record& record, const Message& message);
    static void take_facts(const Record& record, Message& message);
    void put_names(Record& record, const Message& message);
    const char* keep_texts(const Message& message);

    std::uint32_t code_of_name(std::string_view name);
    void lay_in_order();

    Names names_;
    KnownCells<std::uint32_t> codes_;            // of the first names: a look at three places of a name instead of all of it
    TextArena texts_;
    std::vector<std::unique_ptr<Record[]>> pieces_;
    std::vector<std::uint32_t> order_;           // places in pieces_
    std::size_t body_bytes_ = 0;
    std::uint32_t used_ = 0;                     // records in pieces_
};

}  // namespace problemator
