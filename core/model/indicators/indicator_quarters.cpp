#include "core/model/indicators/indicator_quarters.hpp"

namespace problemator {
namespace {

using OfMonth = IndicatorFacts::OfMonth;

constexpr Month kMonths = 3;
constexpr Day kWholeFromDay = 3;   // a table that begins by the 3rd has the quarter

Month quarter_end(Month month) { return month / kMonths * kMonths + kMonths - 1; }
Month last_whole_quarter(Month last_month) { return (last_month + 1) / kMonths * kMonths - 1; }

/// The first quarter that the table has from its beginning; entries of registers are all there are.
Month first_whole_quarter(const Scope& scope, const IndicatorFacts& facts) {
    if (facts.is_of_entries || scope.table.rows() == 0) return INT32_MIN;
    const Day first = day_from_minute(scope.table.received.front());
    const Month end = quarter_end(month_from_day(first));
    return first < first_day_of_month(end - kMonths + 1) + kWholeFromDay ? end : end + kMonths;
}

std::vector<OfMonth> summed(const std::vector<OfMonth>& months, Month first, Month last) {
    std::vector<OfMonth> out;
    for (const OfMonth& m : months) {
        const Month end = quarter_end(m.month);
        if (end < first || end > last) continue;
        if (out.empty() || out.back().month != end) out.push_back({end, 0, 0});
        out.back().numerator += m.numerator;
        out.back().denominator += m.denominator;
    }
    return out;
}

void take_quarter(IndicatorFacts& facts, const Scope& scope) {
    const bool is_there = !facts.months.empty() && facts.months.back().month == facts.month;
    facts.numerator = is_there ? facts.months.back().numerator : 0;
    facts.denominator = is_there ? facts.months.back().denominator : 0;
    facts.percent.reset();
    if (facts.denominator > 0) facts.percent = 100.0 * facts.numerator / facts.denominator;
    facts.standing = standing_of(facts, scope.world.profile);
    facts.lines.clear();           // those of the month
    facts.lines_left_out = 0;
}

}  // namespace

IndicatorFacts by_quarter(const Scope& scope, const IndicatorFacts& monthly) {
    IndicatorFacts out = monthly;
    if (monthly.months.empty() || (monthly.is_of_entries && !monthly.is_year)) return out;
    out.step = kMonths;
    const Month first = first_whole_quarter(scope, monthly), last = last_whole_quarter(monthly.month);
    out.months = summed(monthly.months, first, last);
    if (monthly.is_year) return out;
    out.month = last;
    out.plan = plan_of_year(*monthly.indicator, date_from_day(first_day_of_month(last)).year);
    take_quarter(out, scope);
    out.also.reset();
    for (const OfMonth& quarter : summed(monthly.also_months, first, last))
        if (quarter.month == last && quarter.denominator > 0) out.also = {quarter.numerator, quarter.denominator};
    if (!out.percent) out.also.reset();
    return out;
}

}  // namespace problemator
