// WorkCalendar: which days are worked in Russia, as data (data/calendar/ru.json) with weekends as the fallback.
#pragma once
#include <string_view>
#include <vector>

#include "core/base/result.hpp"
#include "core/base/time.hpp"

namespace problemator {

class WorkCalendar {
public:
    /// Reads data/calendar/*.json: {"2026": {"off": ["01-01", …], "short": […], "working": […], "moved": {"01-09": "01-03", …}}, …}.
    /// Years follow one another without a gap; a short day is worked, also when it falls on a weekend.
    static Result<WorkCalendar> read(std::string_view json, std::string_view file_name);
    bool is_working(Day day) const;
    /// True when the year of `day` is in the data, so that the answer is more than "weekends are off".
    bool covers(Day day) const;
    /// The day that is `n` ≥ 0 working days after `day` (n = 0: `day` itself).
    Day add_working_days(Day day, int n) const;
    /// Working days in (from, until]; 0 when until <= from.
    int working_days_between(Day from, Day until) const;

private:
    struct Exception {
        Day day = 0;
        bool is_working = false;
        int balance = 0;   // working days won minus lost by the exceptions up to and including this one
    };
    int balance_through(Day day) const;

    std::vector<Exception> exceptions_;   // sorted by day; only days that differ from the weekend rule
    int first_year_ = 0, last_year_ = -1;
};

}  // namespace problemator
