// Table: the messages as columns, sorted by time of receipt, so that a period is a range of rows.
#pragma once
#include <array>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/base/time.hpp"
#include "core/schema/dimension.hpp"
#include "core/schema/message.hpp"
#include "core/schema/message_view.hpp"
#include "core/store/row_order.hpp"
#include "core/store/string_column.hpp"

namespace problemator {

using Code = std::uint16_t;                 // index into a Dictionary; 0 = not given
inline constexpr Code kNotGiven = 0;

/// Names of one dimension. Code 0 is always the empty name ("not given"). Ids are stable ASCII words for links.
class Dictionary {
public:
    Dictionary();
    /// Code of the name, added when new. `id` is its stable id (from the profile) or "" to derive one from the name;
    /// an id that another name has already gets "-2", "-3"… Returns kNotGiven when the dictionary is full (65,535 names).
    Code intern(std::string_view name, std::string_view id = {});
    /// Adds a name with exactly this id, as read from a snapshot; false when the name or the id is taken, or empty, or when full.
    bool append(std::string_view name, std::string_view id);
    Code find(std::string_view name) const;          // kNotGiven when absent
    Code find_id(std::string_view id) const;         // kNotGiven when absent
    std::string_view name(Code code) const { return names_[code]; }
    std::string_view id(Code code) const { return ids_[code]; }   // code 0: "none"
    std::size_t size() const { return names_.size(); }            // including code 0
    friend bool operator==(const Dictionary& a, const Dictionary& b) { return a.names_ == b.names_ && a.ids_ == b.ids_; }

private:
    struct Hash {   // transparent: looking a view up allocates nothing
        using is_transparent = void;
        std::size_t operator()(std::string_view s) const { return std::hash<std::string_view>{}(s); }
    };
    using Index = std::unordered_map<std::string, Code, Hash, std::equal_to<>>;
    std::vector<std::string> names_, ids_;
    Index by_name_, by_id_;
};

/// What is true of a row at the snapshot's moment; a filter can ask for any of them.
enum class Mark : std::uint32_t {
    HasTime      = 1u << 0,   // the hour of receipt is known
    FastTrack    = 1u << 1,
    Repeat       = 1u << 2,
    Open         = 1u << 3,   // neither answered finally nor closed, redirected, rejected or withdrawn
    OverdueNow   = 1u << 4,   // open and past its due time
    Decided      = 1u << 5,   // its deadline has been met or missed: closed with a due time, or open and overdue
    InTime       = 1u << 6,   // decided and met
    Late         = 1u << 7,   // decided and missed (includes OverdueNow)
    Rated        = 1u << 8,
    RatedHigh    = 1u << 9,   // 4 or 5
    DueSoon      = 1u << 10,  // open, due within the next 3 days
    AutoRouted   = 1u << 11,
    AutoControl  = 1u << 12,
    Gratitude    = 1u << 13,
    Consultation = 1u << 14,
    Closed       = 1u << 15,
    HasPlace     = 1u << 16,
    FastEligible = 1u << 17,  // came through a channel with a fast-track clock
    DueByAnswer  = 1u << 18,  // its clock stops at the first answer, not at the closing (ИМ, 3 hours)
    Conflict       = 1u << 19,  // quarrel or mistake in the communication
    LateRegistered = 1u << 20,  // registered after the profile's side clock (59-ФЗ, 3 days)
    LateForwarded  = 1u << 21,  // forwarded after it (59-ФЗ, 7 days)
    MatchedRule    = 1u << 22,  // recognised by an automatic rule of the profile
    Linked         = 1u << 23,  // came through several channels, counted once
};
using Marks = std::uint32_t;
constexpr Marks bit(Mark m) { return static_cast<Marks>(m); }
constexpr bool has(Marks marks, Mark m) { return (marks & bit(m)) != 0; }

/// Marks that come from the source and are stored; the others follow from the columns and the moment, see derive().
inline constexpr Marks kSourceMarks = bit(Mark::HasTime) | bit(Mark::FastTrack) | bit(Mark::Repeat) | bit(Mark::AutoRouted) |
                                      bit(Mark::AutoControl) | bit(Mark::Gratitude) | bit(Mark::Consultation) | bit(Mark::HasPlace) |
                                      bit(Mark::FastEligible) | bit(Mark::DueByAnswer) | bit(Mark::Conflict) |
                                      bit(Mark::LateRegistered) | bit(Mark::LateForwarded) | bit(Mark::MatchedRule) | bit(Mark::Linked);

/// Times of a table lie in the years 1900…2200, so that sums and differences of them never overflow.
inline constexpr Minute kFirstTime = -25567 * kMinutesPerDay;   // 1900-01-01
inline constexpr Minute kLastTime = 84371 * kMinutesPerDay;     // 2201-01-01, exclusive
constexpr bool is_table_time(Minute m) { return m >= kFirstTime && m < kLastTime; }

struct Table {
    std::array<Dictionary, kDimensions> names;
    std::array<std::vector<Code>, kDimensions> codes;
    std::vector<Minute> received;    // ascending; never kNoTime
    std::vector<Minute> due;         // kNoTime where no clock applies
    std::vector<Minute> answered;    // kNoTime where unknown
    std::vector<Minute> closed;      // kNoTime while open
    std::vector<Minute> decided;     // derived: closed, or `due` of an open overdue row; kNoTime otherwise
    std::vector<Marks> marks;        // derived from the columns and `as_of`, plus source flags
    std::vector<std::uint8_t> rating;             // 0 = not rated
    std::vector<std::int32_t> lat_e6, lon_e6;     // micro-degrees; 0,0 without Mark::HasPlace. May be empty columns (published)
    StringColumn id;                 // "pos:327441806"
    StringColumn text;               // may hold empty strings (published)
    std::vector<std::uint32_t> source_row;        // 1-based row in the input file
    std::vector<std::uint16_t> source_file;       // index into SnapshotInfo.inputs
    std::vector<std::uint32_t> author;            // equal numbers: one author of several messages; 0 = alone or not given; a published table knows nobody
    Minute as_of = 0;                // moment of the snapshot (exclusive): rows received later are not in the table

    std::size_t rows() const { return received.size(); }
    const std::vector<Code>& column(Dimension d) const { return codes[index(d)]; }
    const Dictionary& dictionary(Dimension d) const { return names[index(d)]; }
};

struct RowRange { std::size_t begin = 0, end = 0; std::size_t size() const { return end - begin; } };

/// Rows received in [from, until). O(log n).
RowRange rows_received(const Table& table, Minute from, Minute until);

/// Builds a Table: add messages in any order, then finish. Equal inputs give equal bytes whatever the order of files:
/// rows are sorted by (received, id), dictionaries by first use in that order after the profile's own names.
/// Kind, Form, Status and Outcome have all their values from the start, in the order of their enums, with "" for Unknown.
class TableBuilder {
public:
    TableBuilder();
    /// Names of the profile come first in their dictionaries, in the profile's order, with its ids.
    void declare(Dimension d, std::string_view name, std::string_view id);
    /// Adds one message. Its key in the table is "<channel>:<id>". Text that is not UTF-8 gets U+FFFD for each bad byte;
    /// a time outside the years 1900…2200 counts as not given. pre: message.received is a time and id is not empty;
    /// a message without them is not added.
    void add(const Message& message);
    /// The same of a row that is read from a file: a name is looked up once for each number of its source.
    void add(const MessageView& message);
    /// Room for so many rows, so that nothing is copied while it grows; and for their texts, 0 when nobody knows.
    void reserve(std::size_t rows, std::size_t text_bytes);
    std::size_t rows() const { return rows_.size(); }
    /// Sorts, codes and derives; leaves out rows received at `as_of` or later. `fast_channels`: channel ids that have a
    /// fast-track clock.
    Table finish(Minute as_of, const std::vector<std::string>& fast_channels) &&;

private:
    /// A row as it comes, in one line of the cache: sorting reads each of them once, and not once for every column.
    struct alignas(64) Row {
        std::array<Code, kDimensions> codes;
        Minute due, answered, closed;
        Marks marks;
        std::int32_t lat_e6, lon_e6;
        std::uint64_t author;                                               // salted code, 0 = not given; it never leaves the builder
        std::uint32_t source_row;
        std::uint16_t source_file;
        std::uint8_t rating;
    };

    void add_codes(const Message& message, Row& row);
    void add_facts(const Message& message, Row& row);
    Code look_up(MessageView::Name name, Dimension dimension, const NameView& view);
    void lay_columns(const std::vector<std::uint32_t>& order);

    Table raw_;                                                             // names, ids and texts; the other columns come last
    std::vector<Row> rows_;
    std::vector<Minute> received_;
    RunsOfKeys runs_;                                                       // of ids
    bool is_any_author_ = false;
    std::array<std::vector<Code>, MessageView::kNames> codes_of_numbers_;   // of the source that is being read; 0 = not looked up yet
    std::uint32_t source_ = 0;
    std::array<std::size_t, kDimensions> declared_{};   // names that keep their place, including code 0
};

/// Recomputes decided and the derived marks for another moment (time travel inside one snapshot) by core/store/derive.cpp.
void derive(Table& table, Minute as_of);

}  // namespace problemator
