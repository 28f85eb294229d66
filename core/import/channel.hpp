// Channel: how one source system's export is read — a data file (data/channels/<id>.json) or a user's mapping of the same form.
// Columns are found by header name, never by position. Several rules may read one column, and several columns may feed one field:
// a later rule that has a value wins. Each file carries sample rows that the contract tests run.
#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.hpp"
#include "core/schema/message.hpp"

namespace problemator {

enum class Field : std::uint8_t {
    Id, Received, Registered, Due, Answered, Closed, ExtendedTo, Reply,   // Reply: a duration from receipt to closing
    Kind, Form, Status, Outcome, Overdue, FastTrack, Repeat, AutoRouted, AutoControl, Gratitude, Consultation,
    Block, Topic, Subtopic, Territory, Department, Network, Street, House, Lat, Lon, Point,   // Point: "POINT (lon lat)"
    Rating, Text, Answer, LinkedId, Author, Channel,   // Channel: which system a row of a mixed table came through
    Forwarded, Conflict, RubricCode, Tags,             // forwarded by competence (59-ФЗ); conflict in the talk; all-Russia classifier; source's tags
    Moved,                                             // last change of stage: it closes a message whose status is final
    Ignored,                                           // known and deliberately not read (names of officials)
};
std::string_view field_id(Field f);                        // "received", "due", …
std::optional<Field> parse_field(std::string_view id);
Phrase field_name(Field f);                                // «Дата поступления», as the mapping editor shows it

/// Folded comparison. From "*": any other value is known; from "?": any other value is read so and listed in the report. To "": says nothing.
struct ValueMap { std::string from, to; };

enum class Reading : std::uint8_t { Plain, Rubric, DayOnly, Markup };   // special readings of a cell, see ColumnRule::pattern

struct ColumnRule {
    Field field{};
    std::vector<std::string> headers;                      // aliases, most usual first; folded comparison
    std::vector<std::string> header_keys;                  // `headers` folded, by read_channel
    std::string register_field;                            // instead of `field`, in channels of a register: a field of its form
    int occurrence = 1;                                    // which of several equal headers (59-ФЗ registers repeat them)
    bool required = false;
    bool is_rare = false;                                  // seldom there: nobody is told when it is missing
    std::vector<std::string> date_forms;                   // "dd.mm.yyyy", "dd.mm.yyyy HH:MM", "mm/dd/yyyy hh:MM:SS am", "iso" …
    std::vector<ValueMap> values;
    Reading pattern = Reading::Plain;                      // "rubric": «(0002.0014.0143.0416) Название»; "day": the time of day means nothing;
                                                           // "markup": a post of a social network, see without_markup()
};

struct Channel {
    std::string id, name_ru, name_en;
    int version = 1;                                       // of the layout
    std::string register_id;                               // rows are not messages but entries of this register (data/registers/); empty = messages
    std::vector<std::string> empty_values;                 // «-» for ПОС
    Kind kind = Kind::Message;
    Form form = Form::Electronic;
    int utc_offset_minutes = 0; bool is_local_time = true; // zone of the file's times
    bool key_of_content = false;                           // rows without a number: their key is a digest of what they say
    Minute received_on = kNoTime;                          // rows without a date of receipt: all came on this day (a user's mapping says it)
    std::vector<ColumnRule> columns;
    std::vector<std::string> signature;                    // headers that tell this channel from others
    std::vector<std::string> signature_keys;               // folded, by read_channel
    struct Sample { std::string csv; int expect_rows = 0, expect_rejected = 0; std::string expect_json; };
    std::vector<Sample> samples;

    std::string_view name(Lang lang) const { return lang == Lang::Ru || name_en.empty() ? name_ru : name_en; }
};

/// Reads and checks a channel file: unknown words, unreadable date forms and canonical ids that do not exist are Errors with the
/// JSON path and the nearest known word.
Result<Channel> read_channel(std::string_view json, std::string_view file_name);
/// The channels of data/channels/, embedded at build, sorted by file name.
std::span<const Channel> builtin_channels();

}  // namespace problemator
