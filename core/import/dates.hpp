// DateForm: how a column writes its dates, compiled once from a pattern such as "dd.mm.yyyy[ HH:MM[:SS]]".
// Russian exports, ISO 8601 and American forms; a date that does not exist (32.13.2026) is never guessed into another one.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.hpp"
#include "core/base/time.hpp"

namespace problemator {

struct ReadTime {
    Minute minute = kNoTime;              // as written, on the wall clock of the file; seconds are dropped
    bool has_time = false;                // false: the cell holds only a day
    std::optional<int> utc_offset_minutes;   // the cell says it itself (ISO "Z", "+05:00")
    friend bool operator==(const ReadTime&, const ReadTime&) = default;
};

class DateForm {
public:
    /// Words: d dd m mm mon yy yyyy (date; mon is a name: «янв», «января», "Jan"), ~ (. / or -, the same ones in a date), H HH h hh MM SS (time), am (AM/PM), f (fraction of a second), z (Z or ±hh[:mm], may be absent);
    /// [ ] optional, nested; anything else stands for itself. "iso" = "yyyy-mm-dd[THH:MM[:SS[.f]]z]" where T may be a blank.
    /// nullopt when the pattern has no day, month or year, or brackets do not match.
    static std::optional<DateForm> compile(std::string_view pattern);
    /// The whole text must match, and the date must exist (1900…2199).
    std::optional<ReadTime> read(std::string_view text) const;
    /// What must be there of the pattern, for error messages, in neutral letters: "DD.MM.YYYY"; describe() turns them into «ДД.ММ.ГГГГ».
    const std::string& shown() const { return shown_; }

private:
    enum class Word : unsigned char { DayOfMonth, MonthOfYear, MonthName, Separator, Year2, Year4, Hour, Hour12, Minutes, Seconds, Half, Fraction, Zone, Literal, Optional };
    struct Token { Word word; unsigned char least = 1; char literal = 0; std::size_t group_end = 0; };   // Optional: [its place + 1, group_end)
    struct Parts;
    static bool read_word(const Token& token, std::string_view text, std::size_t& at, Parts& parts);
    bool read_words(std::size_t begin, std::size_t end, std::string_view text, std::size_t& at, Parts& parts) const;
    static bool read_zone(std::string_view text, std::size_t& at, Parts& parts);

    std::vector<Token> tokens_;
    std::string shown_;
};

/// In which order a date's numbers stand, where neither a name of a month nor a year of four digits in front tells.
enum class DateOrder : std::uint8_t { DayFirst, MonthFirst, YearFirst };
std::string_view order_id(DateOrder order);                    // "dmy", "mdy", "ymd"
std::optional<DateOrder> parse_order(std::string_view id);

/// Every form that is read without `dates` in the channel, for a column whose order is known (core/import/date_order.hpp).
const std::vector<DateForm>& date_forms(DateOrder order);
const std::vector<std::string_view>& date_patterns(DateOrder order);   // of the same places: what a channel file writes
/// The same where nothing is known: day first, but a date with slashes and a 12-hour clock is American.
const std::vector<DateForm>& usual_date_forms();
std::optional<ReadTime> read_date(std::string_view text, const std::vector<DateForm>& forms);

/// Minutes of a duration: "26:33:00" and "26:33" ([h]:mm[:ss]), "1 day, 02:33:00", «2 д. 3 ч. 15 мин», "1,5" (days of a spreadsheet).
/// At most 100 years; nullopt for anything else, negative ones included.
std::optional<Minute> read_duration(std::string_view text);

}  // namespace problemator
