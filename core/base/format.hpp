// Numbers, dates and counts as people read them: «1 234», «87,4 %», «−3,6 п. п.», «9–15 ноября 2026», «21 сообщение».
// Every space inside a number or before a unit is U+00A0; minus is U+2212; ranges take U+2013.
#pragma once
#include <cstdint>
#include <string>

#include "core/base/phrase.hpp"
#include "core/base/time.hpp"

namespace problemator {

std::string format_count(std::int64_t n, Lang lang);                     // «1 234» · "1,234"
std::string format_decimal(double value, int digits, Lang lang);         // «3,9» · "3.9"; «–» when not finite
std::string format_signed(double value, int digits, Lang lang);          // «+77», «−3,6», «0»
std::string format_percent(double share, int digits, Lang lang);         // 0.874 → «87,4 %» · "87.4%"
std::string format_points(double share_difference, int digits, Lang lang);  // −0.036 → «−3,6 п. п.» · "−3.6 pp"
std::string format_times(double ratio, Lang lang);                       // 2.8 → «×2,8»
std::string format_counted(std::int64_t n, const Counted& noun, Lang lang);  // «21 сообщение»
std::string format_date(Day day, Lang lang);                             // «16.11.2026» · "16 Nov 2026"
std::string format_day_month(Day day, Lang lang);                        // «16.11» · "16 Nov"
std::string format_time(Minute minute, Lang lang);                       // «14.11, 18:44» · "14 Nov, 18:44"
std::string format_date_range(Day first, Day last, Lang lang);           // «9–15 ноября 2026» · "9–15 November 2026"
std::string format_week(Week week, Lang lang);                           // «неделя 46» · "week 46"
std::string format_week_short(Week week, Lang lang);                     // «нед. 46» · "wk 46"
std::string format_week_key(Week week);                                  // "2026-W46"
std::string format_iso_day(Day day);                                     // "2026-11-16"
std::string format_iso_minute(Minute minute);                            // "2026-11-16T08:30"
std::string format_month(Month month, Lang lang);                        // «октябрь 2026» · "October 2026"
std::string format_month_short(Month month, Lang lang);                  // «окт» · "Oct"
std::string format_duration(Minute minutes, Lang lang);                  // «10 ч», «3 дн.», «35 мин» · "10 h"

}  // namespace problemator
