// Message: the canonical record that every channel is turned into, before it becomes columns.
#pragma once
#include <cstdint>
#include <optional>
#include <string>

#include "core/base/time.hpp"
#include "core/schema/dimension.hpp"

namespace problemator {

enum class Answer : std::uint8_t { Unknown, No, Yes };   // a yes/no cell that may be empty

struct Message {
    std::string id;               // key within the channel, never empty
    std::string channel;          // channel id: "pos", "im", "fz59", …
    Kind kind = Kind::Message;
    Form form = Form::Unknown;
    MessageStatus status = MessageStatus::Unknown;
    Outcome outcome = Outcome::Unknown;

    Minute received = kNoTime;    // required
    bool received_has_time = false;  // false: the source gives only the day (ПОС)
    Minute registered = kNoTime;
    Minute due = kNoTime;         // from the source; otherwise the clock of the profile sets it
    bool due_is_end_of_day = false;  // the source gave a date: due at the end of that day
    bool due_by_answer = false;   // the clock that set `due` stops at the first answer, not at the closing (ClockTarget::Answered)
    Minute answered = kNoTime;    // first answer
    Minute closed = kNoTime;
    bool closed_has_time = false;
    Minute extended_to = kNoTime;
    Minute forwarded = kNoTime;   // sent on by competence (59-ФЗ, within 7 days)

    Answer overdue = Answer::Unknown;      // as the source says
    Answer fast_track = Answer::Unknown;
    Answer repeat = Answer::Unknown;
    Answer auto_routed = Answer::Unknown;  // reached the executor by an auto-rule (indicator 2)
    Answer auto_control = Answer::Unknown; // ГЛОНАСС or photo/video control (indicator 6)
    bool gratitude = false;                // thanks: counted apart, not a problem
    bool consultation = false;             // consultation: counted apart

    bool conflict = false;                 // quarrel or mistake in the communication, as the source or a rule says
    bool is_linked = false;                // one problem that came through several channels; counted once
    bool matched_rule = false;             // an automatic rule of the profile recognised it
    bool late_registered = false, late_forwarded = false;   // past the profile's side clocks (59-ФЗ: 3 and 7 days)

    std::string block, topic, subtopic;    // names as in the profile after cleaning, else as found
    std::string territory, department, network;
    std::string rubric_code, tags;         // "0002.0014.0143.0416"; the source's own tags, as found
    std::string street, house;             // never published
    double lat = 0, lon = 0;
    bool has_place = false;
    int rating = 0;                        // 1…5; 0 = not rated
    std::string text, answer;              // never published unless the publisher asks
    std::string linked_id;                 // «Сообщение ПОС №»
    std::string author;                    // source author; only used for repeats, never stored as found: see author_code
    std::uint64_t author_code = 0;         // salted code in the place of the author (core/clean/author.hpp); 0 = not given
    bool repeat_by_author = false;         // the same author wrote about the same matter not long before
    std::uint32_t file = 0, row = 0;       // lineage: index of the input file, 1-based row in it
};

}  // namespace problemator
