// Profile: everything that differs between municipalities, read from data/municipalities/<id>.json (docs/formats.md).
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.hpp"
#include "core/base/time.hpp"
#include "core/schema/dimension.hpp"

namespace problemator {

struct Name { std::string ru, en; std::string_view in(Lang lang) const { return lang == Lang::Ru || en.empty() ? ru : en; } };

struct TopicRule { std::string id; Name name; std::vector<std::string> aliases; std::string department; };  // department id; may be empty

struct Block {
    std::string id;                      // "zhkh"
    Name name, short_name;               // «ЖКХ и энергетика», «ЖКХ»
    Name decree_name;                    // exactly as in the decree
    std::vector<std::string> aliases;    // group names used by the source systems (folded comparison)
    std::vector<TopicRule> topics;
    std::string department;              // default responsible department id
};

struct Street { std::string name; std::vector<std::string> aliases; std::optional<double> lat, lon; };   // «ул. Лесная»; a point in its middle

/// Whether a territory is recognised in the words of a message: a name that is also a common word («Восточное», «Арка») only after
/// «село», «посёлок», «г.» …; a name that is a person's too, never.
enum class InText : std::uint8_t { ByName, AfterType, Never };

struct Territory {
    std::string id;
    Name name;                           // «Приобье»
    Name full_name;                      // «гп Приобье»
    std::vector<std::string> aliases;
    std::optional<int> population;
    std::optional<double> lat, lon;      // WGS-84; absent when unknown (the profile says so)
    std::optional<InText> in_text;       // absent: AfterType for an adjective («Каменное»), else ByName
    std::vector<Street> streets;         // gazetteer; empty when nobody has made one
    bool is_placed_by_messages = false;  // its point is the middle of its messages' points, not the profile's
};

struct Department { std::string id; Name name, short_name; std::vector<std::string> aliases; std::string territory; };

enum class ClockStart : std::uint8_t { Received, Registered };
enum class ClockUnit : std::uint8_t { Hours, CalendarDays, WorkingDays };
/// Which moment the clock measures. Registered and Forwarded are side clocks: they set no deadline, they only say "late".
enum class ClockTarget : std::uint8_t { Answered, Closed, Registered, Forwarded };
enum class DayOff : std::uint8_t { Stays, Next, Previous };   // when the last day is not worked: it stays, or moves to the nearest worked day

struct Clock {                           // first clock whose conditions hold for a message applies
    std::string id;                      // "pos_fast_track"
    Name name;                           // «ПОС, фаст-трек: 10 календарных дней»
    std::string channel;                 // channel id
    std::optional<bool> fast_track;      // condition; absent = any
    ClockStart start = ClockStart::Received;
    ClockUnit unit = ClockUnit::CalendarDays;
    int amount = 0;
    int extension_days = 0;              // 59-ФЗ: at most this many more, when extended_to is given
    ClockTarget target = ClockTarget::Closed;
    DayOff day_off = DayOff::Stays;
    bool is_target_only = false;         // labelled as a target, not a legal deadline (ИМ, 3 hours)
    std::optional<Day> valid_from, valid_until;   // first and last day of receipt, both included
    std::string source;                  // where the number comes from
};

struct ChannelUse { std::string id; Name name, short_name; Name decree_name; std::optional<int> utc_offset_minutes; };  // offset of the times in its exports; absent = local

struct PlanYear { int year; double percent; };

struct Indicator {
    std::string id;                      // "fast_track"
    int number = 0;                      // row of the decree; 0: not of the decree
    Name name, short_name, decree_name;
    std::string unit;                    // "percent"
    std::vector<PlanYear> plan;          // by year, ascending
    std::string numerator, denominator;  // ids of measures: "fast_track_in_time", "fast_track_eligible", "auto_routed", "all", … or "messages?with=rated", "register:hearings?through_pos=yes", see parse_term()
    std::string also_denominator;        // a second one, told beside the first: the decree names none
    Name also_formula;
    Name formula;                        // in words
    Name needs;                          // what is missing when it cannot be computed: «нужен реестр публичных слушаний»
    Name note;                           // defect of the decree, if any
    bool higher_is_better = true;
};

/// What an automatic rule looks at. Every list that is not empty must hold for the message; of one list, any member.
struct RuleWhen {
    std::vector<std::string> channels, blocks, topics, territories;   // ids of the profile
    std::vector<std::string> subtopics, networks, words, without_words, tags;   // word patterns: "фонар* не горит"; "*" ends a beginning of a word
    std::vector<std::string> rubrics;    // beginnings of a rubric code: "0002.0014"
};
/// What it gives. A rule that gives a block, a topic or a department routes; one that only sets flags lets the search go on.
struct RuleGives { std::string block, topic, department; bool gratitude = false, consultation = false, conflict = false; };

struct RoutingRule {                     // «автоправило»: in the order of the profile, the first routing rule that holds wins
    std::string id;
    Name name, reason;
    RuleWhen when;
    RuleGives gives;
    bool overrides = false;              // also where the source itself had said otherwise
};

/// Of what the score of a department is made: the three dimensions of the decree and satisfaction. Only their proportion matters.
struct RatingWeights { int quantity = 0, terms = 50, completeness = 30, satisfaction = 20; };

struct DayRange { Day from = 0, until = 0; };   // first and last day, both included
/// A stretch of the year in which other things are written about: the heating season, snow. `exact`: as ordered in single years,
/// ascending; in other years from `from_month_day` to `until_month_day` (month · 100 + day), over New Year when the second is the smaller.
struct Season { std::string id; Name name; int from_month_day = 0, until_month_day = 0; std::vector<DayRange> exact; std::string source; };

struct Role { std::string id; Name name; std::string duties; };   // posts, never personal names

struct Profile {
    std::string id;                      // "oktyabrskoe"
    Name name, short_name, genitive;     // «Октябрьский район», …
    Name centre;                         // «Муниципальный центр управления Октябрьского района»
    Name head_addressee;                 // «Главе Октябрьского района»
    std::string region, decree;          // «ХМАО — Югра»; «Постановление …, 2025»
    int utc_offset_minutes = 0;
    int population = 0;                  // 0 = unknown
    std::string population_source;
    int week_starts_on = 0;              // 0 = Monday
    std::vector<Block> blocks;
    std::vector<Territory> territories;
    std::vector<Department> departments;
    std::vector<ChannelUse> channels;
    std::vector<Clock> clocks;
    std::vector<Indicator> indicators;
    std::vector<RoutingRule> rules;
    std::vector<Role> roles;
    std::vector<Season> seasons;
    RatingWeights rating_weights{};
    std::string map;                     // file name of its GeoJSON beside the profile; empty: "<id>.geojson", when there is one
    int min_count_for_percent = 10, min_count_for_rank = 30, min_count_published = 3, min_ratings = 10;
    int repeat_days = 30;                // a like message within so many days after the closing of an earlier one: it was not solved
    std::vector<std::string> notes;      // e.g. where coordinates are unknown
};

/// Reads and checks a profile: every reference resolves, ids are unique and ASCII, amounts are in range.
/// The first mistake is the Error; its place.column is the JSON path and `expected` the nearest known word.
Result<Profile> read_profile(std::string_view json, std::string_view file_name);

}  // namespace problemator
