#include "web/views/brush.hpp"

#include <algorithm>
#include <cmath>

namespace problemator::web {

BrushGrip grip_at(double x, const BrushSpan& span, std::size_t days, double width) {
    constexpr double kReach = 6;
    if (days == 0 || !(width > 0)) return BrushGrip::None;
    if (span.begin >= span.end) return BrushGrip::New;
    const double step = width / static_cast<double>(days);
    const double left = static_cast<double>(span.begin) * step, right = static_cast<double>(span.end) * step;
    const double to_left = std::abs(x - left), to_right = std::abs(x - right);
    if (std::min(to_left, to_right) <= kReach) return to_left < to_right ? BrushGrip::Left : BrushGrip::Right;
    return x > left && x < right ? BrushGrip::Middle : BrushGrip::New;
}

std::size_t bar_at(double x, std::size_t days, double width) {
    if (!(x > 0) || !(width > 0)) return 0;
    const double bar = std::floor(x / width * static_cast<double>(days));
    return bar < static_cast<double>(days) ? static_cast<std::size_t>(bar) : days - 1;
}

BrushSpan moved(const BrushSpan& span, int days_moved, std::size_t days) {
    const std::size_t length = span.end - span.begin;
    if (length > days) return span;
    const auto begin = static_cast<std::ptrdiff_t>(span.begin) + days_moved;
    const auto last = static_cast<std::ptrdiff_t>(days - length);
    const auto kept = static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(begin, 0, last));
    return {kept, kept + length};
}

BrushSpan dragged(const BrushSpan& start, BrushGrip grip, std::size_t from, std::size_t to, std::size_t days) {
    if (days == 0) return start;
    to = std::min(to, days - 1);
    switch (grip) {
        case BrushGrip::None: return start;
        case BrushGrip::Left: return {std::min(to, start.end - 1), start.end};
        case BrushGrip::Right: return {start.begin, std::max(to + 1, start.begin + 1)};
        case BrushGrip::Middle: return moved(start, static_cast<int>(to) - static_cast<int>(from), days);
        case BrushGrip::New: return {std::min(from, to), std::max(from, to) + 1};
    }
    return start;
}

std::string brushed_href(State state, Day first_day, const BrushSpan& span) {
    state.period = Period{minute_from_day(first_day + static_cast<Day>(span.begin)), minute_from_day(first_day + static_cast<Day>(span.end))};
    return to_hash(state);
}

}  // namespace problemator::web
