#include "core/import/serial.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace problemator {
namespace {

constexpr int kKeptDigits = 40;
constexpr int kMostZeros = 400;                // beyond the exponents of a double
constexpr int kMostPlaces = 400;               // of a number, read or written: what append_number() writes it also reads
constexpr std::int64_t kDaySeconds = 86400;
constexpr int kDayDigits = 7;                  // of whole days: 9,999,999 is beyond every date
constexpr int kFractionDigits = 12;            // of a day: 10⁻¹² is 86 nanoseconds, and × 86,400 fits 64 bits
constexpr std::int64_t kFractionUnit = 1'000'000'000'000;
constexpr Day kUnixDay1900 = 25569, kUnixDay1904 = 24107;   // the serial of 1970-01-01
constexpr std::int64_t kFalseLeapDay = 60;
constexpr std::int64_t kLongestDuration = 36525 * kDaySeconds;

/// 0.d₁d₂d₃… × 10^point, without zeros at either end; zero has no digits.
struct Decimal {
    bool is_negative = false;
    std::array<char, kKeptDigits> digits{};
    int count = 0, point = 0;

    int digit(int at) const { return at >= 0 && at < count ? digits[static_cast<std::size_t>(at)] - '0' : 0; }
    void drop_zeros() { while (count > 0 && digits[static_cast<std::size_t>(count) - 1] == '0') --count; }
};

std::optional<int> read_exponent(std::string_view text) {
    if (text.starts_with('+')) text.remove_prefix(1);
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || error != std::errc{} || end != text.data() + text.size() || value < -kMostZeros || value > kMostZeros) return std::nullopt;
    return value;
}

std::optional<Decimal> read_decimal(std::string_view text) {
    Decimal decimal;
    if (text.starts_with('-') || text.starts_with('+')) { decimal.is_negative = text[0] == '-'; text.remove_prefix(1); }
    int exponent = 0;
    if (const std::size_t e = text.find_first_of("eE"); e != std::string_view::npos) {
        const auto read = read_exponent(text.substr(e + 1));
        if (!read) return std::nullopt;
        exponent = *read;
        text = text.substr(0, e);
    }
    if (text.size() > kMostPlaces) return std::nullopt;
    bool has_digit = false, is_fraction = false;
    for (const char c : text) {
        if (c == '.' && !is_fraction) { is_fraction = true; continue; }
        if (c < '0' || c > '9') return std::nullopt;
        has_digit = true;
        const bool is_leading_zero = decimal.count == 0 && c == '0';
        if (!is_leading_zero && decimal.count < kKeptDigits) decimal.digits[static_cast<std::size_t>(decimal.count++)] = c;
        decimal.point += is_fraction ? (is_leading_zero ? -1 : 0) : (is_leading_zero ? 0 : 1);
    }
    if (!has_digit) return std::nullopt;
    decimal.drop_zeros();
    decimal.point = decimal.count == 0 ? 0 : decimal.point + exponent;
    return decimal;
}

/// Keeps `digits` significant digits, halves up.
void round_to(Decimal& decimal, int digits) {
    if (decimal.count <= digits) return;
    bool carry = decimal.digit(digits) >= 5;
    decimal.count = digits;
    for (int i = digits - 1; carry && i >= 0; --i) {
        char& digit = decimal.digits[static_cast<std::size_t>(i)];
        carry = digit == '9';
        digit = carry ? '0' : static_cast<char>(digit + 1);
    }
    if (carry) { decimal.digits[0] = '1'; decimal.count = 1; ++decimal.point; }
    decimal.drop_zeros();
}

/// Characters of the number written out, without its sign: 1E-3 is 0.001, five.
int written_places(const Decimal& decimal) {
    const int whole = std::max(decimal.point, 1), fraction = decimal.count - decimal.point;
    return whole + (fraction > 0 ? 1 + fraction : 0);
}

/// Days as whole seconds, rounded once.
std::optional<std::int64_t> seconds_of(std::string_view text) {
    const auto decimal = read_decimal(text);
    if (!decimal || (decimal->is_negative && decimal->count > 0) || decimal->point > kDayDigits) return std::nullopt;
    std::int64_t days = 0, fraction = 0;
    for (int i = 0; i < decimal->point; ++i) days = days * 10 + decimal->digit(i);
    for (int i = 0; i < kFractionDigits; ++i) fraction = fraction * 10 + decimal->digit(decimal->point + i);
    return days * kDaySeconds + (fraction * kDaySeconds + kFractionUnit / 2) / kFractionUnit;
}

std::optional<Day> day_of(std::int64_t serial, DateSystem system) {
    std::int64_t day = serial - kUnixDay1904;
    if (system == DateSystem::From1900) {
        if (serial < 1 || serial == kFalseLeapDay) return std::nullopt;
        day = serial - kUnixDay1900 + (serial < kFalseLeapDay ? 1 : 0);
    }
    static const Day last = day_from_date({2199, 12, 31});
    if (day > last) return std::nullopt;
    return static_cast<Day>(day);
}

void append_padded(std::string& out, std::int64_t value, std::size_t width) {
    const std::string digits = std::to_string(value);
    if (digits.size() < width) out.append(width - digits.size(), '0');
    out += digits;
}

void append_clock(std::string& out, std::int64_t seconds) {
    append_padded(out, seconds / 3600, 2);
    out += ':';
    append_padded(out, seconds / 60 % 60, 2);
    out += ':';
    append_padded(out, seconds % 60, 2);
}

}  // namespace

std::optional<ReadTime> time_from_serial(std::string_view decimal, DateSystem system) {
    const auto seconds = seconds_of(decimal);
    if (!seconds) return std::nullopt;
    const auto day = day_of(*seconds / kDaySeconds, system);
    if (!day) return std::nullopt;
    const std::int64_t clock = *seconds % kDaySeconds;
    return ReadTime{.minute = minute_from_day(*day) + static_cast<Minute>(clock / 60), .has_time = clock != 0, .utc_offset_minutes = std::nullopt};
}

std::optional<Minute> duration_from_serial(std::string_view decimal) {
    const auto seconds = seconds_of(decimal);
    if (!seconds || *seconds > kLongestDuration) return std::nullopt;
    return static_cast<Minute>(*seconds / 60);
}

bool append_serial_date(std::string& out, std::string_view decimal, DateSystem system, TimePart part) {
    const auto seconds = seconds_of(decimal);
    const auto day = seconds ? day_of(*seconds / kDaySeconds, system) : std::nullopt;
    if (!day) return false;
    const Date date = date_from_day(*day);
    append_padded(out, date.year, 4);
    out += '-';
    append_padded(out, date.month, 2);
    out += '-';
    append_padded(out, date.day, 2);
    const std::int64_t clock = *seconds % kDaySeconds;
    if (clock == 0 && part == TimePart::WhenGiven) return true;
    out += 'T';
    append_clock(out, clock);
    return true;
}

bool append_serial_duration(std::string& out, std::string_view decimal) {
    const auto seconds = seconds_of(decimal);
    if (!seconds || *seconds > kLongestDuration) return false;
    append_clock(out, *seconds);
    return true;
}

bool append_number(std::string& out, std::string_view text) {
    auto decimal = read_decimal(text);
    if (!decimal) return false;
    round_to(*decimal, decimal->count <= decimal->point ? 17 : 15);
    if (written_places(*decimal) > kMostPlaces) return false;
    if (decimal->count == 0) { out += '0'; return true; }
    if (decimal->is_negative) out += '-';
    for (int i = 0; i < std::max(decimal->point, 1); ++i) out += static_cast<char>('0' + (decimal->point > 0 ? decimal->digit(i) : 0));
    if (decimal->count <= decimal->point) return true;
    out += '.';
    for (int i = std::min(decimal->point, 0); i < 0; ++i) out += '0';
    for (int i = std::max(decimal->point, 0); i < decimal->count; ++i) out += static_cast<char>('0' + decimal->digit(i));
    return true;
}

}  // namespace problemator
