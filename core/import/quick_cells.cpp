#include "core/import/quick_cells.hpp"

#include <array>
#include <bit>

#include "core/base/copy_bytes.hpp"

namespace problemator {
namespace {

/// Eight characters against a pattern of digits ('0') and signs, all at once: byte i of `pairs` is the number that digits i and i + 1 make.
struct EightCells { std::uint64_t pairs; bool is_alike; };

/// Bytes of a pattern as the processor loads them; the first character in the lowest byte.
constexpr std::uint64_t eight(const char (&pattern)[9]) {
    std::uint64_t value = 0;
    for (unsigned i = 0; i < 8; ++i) value |= static_cast<std::uint64_t>(static_cast<unsigned char>(pattern[i])) << (8 * i);
    return value;
}

/// What must be added to a byte of text ^ pattern so that its high bit tells a fault: a digit may be 0…9, a sign must be itself.
constexpr std::uint64_t faults_of(const char (&pattern)[9]) {
    std::uint64_t value = 0;
    for (unsigned i = 0; i < 8; ++i) value |= std::uint64_t{pattern[i] == '0' ? 0x76u : 0x7Fu} << (8 * i);
    return value;
}

/// Loads as the smallest byte first on every machine.
std::uint64_t eight_characters(const char* text) {
    if constexpr (std::endian::native == std::endian::little) return eight_bytes(text);
    std::uint64_t value = 0;
    for (unsigned i = 0; i < 8; ++i) value |= static_cast<std::uint64_t>(static_cast<unsigned char>(text[i])) << (8 * i);
    return value;
}

constexpr std::uint64_t kHighBits = 0x8080808080808080u;

/// A byte above 0x89 makes the sum run over into the next one; such a byte is told by its own high bit.
EightCells read_eight(const char* text, std::uint64_t pattern, std::uint64_t faults) {
    const std::uint64_t digits = eight_characters(text) ^ pattern;
    return {digits * 10 + (digits >> 8), (((digits + faults) | digits) & kHighBits) == 0};
}

unsigned pair(const EightCells& cells, unsigned at) { return static_cast<unsigned>(cells.pairs >> (8 * at)) & 0xFFu; }

/// Value of two digits; 100 or more when one of them is none.
unsigned two(std::string_view text, std::size_t at) {
    const unsigned tens = static_cast<unsigned char>(text[at]) - unsigned{'0'}, ones = static_cast<unsigned char>(text[at + 1]) - unsigned{'0'};
    return tens > 9 || ones > 9 ? 10'000u : tens * 10 + ones;
}

constexpr unsigned kFirstYear = 1900, kYears = 300;

/// Day numbers of the first of every month, and of the one after the last.
constexpr auto kMonths = [] {
    std::array<Day, kYears * 12 + 1> firsts{};
    constexpr std::array<Day, 12> kLengths = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    Day day = -25567;                                  // 1900-01-01
    for (unsigned i = 0; i < kYears * 12; ++i) {
        const unsigned year = kFirstYear + i / 12;
        const bool is_leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
        firsts[i] = day;
        day += kLengths[i % 12] + (is_leap && i % 12 == 1 ? 1 : 0);
    }
    firsts.back() = day;
    return firsts;
}();

/// kNoTime when there is no such day. `hundreds`, `years`, `month`, `day` may be what two() returns for no digits.
Minute midnight(unsigned hundreds, unsigned years, unsigned month, unsigned day) {
    const unsigned year = hundreds * 100 + years - kFirstYear;     // wraps round to a large number before the first
    if (years > 99 || year >= kYears || month - 1 > 11) return kNoTime;
    const std::size_t at = year * 12 + month - 1;
    if (day - 1 >= static_cast<unsigned>(kMonths[at + 1] - kMonths[at])) return kNoTime;
    return minute_from_day(kMonths[at] + static_cast<Day>(day) - 1);
}

Minute iso_midnight(std::string_view t) {
    return t[4] == '-' && t[7] == '-' ? midnight(two(t, 0), two(t, 2), two(t, 5), two(t, 8)) : kNoTime;
}

Minute dotted_midnight(std::string_view t) {
    return t[2] == '.' && t[5] == '.' ? midnight(two(t, 6), two(t, 8), two(t, 3), two(t, 0)) : kNoTime;
}

Minute with_clock(Minute day, unsigned hour, unsigned minute) {
    return day == kNoTime || hour > 23 || minute > 59 ? kNoTime : day + static_cast<Minute>(hour * 60 + minute);
}

/// "2026-11-09T08:15" or with a blank between.
Minute iso_minute(std::string_view t) {
    const EightCells first = read_eight(t.data(), eight("0000-00-"), faults_of("0000-00-"));
    const EightCells last = t[10] == 'T' ? read_eight(t.data() + 8, eight("00T00:00"), faults_of("00T00:00")) : read_eight(t.data() + 8, eight("00 00:00"), faults_of("00 00:00"));
    if (!first.is_alike || !last.is_alike) return kNoTime;
    return with_clock(midnight(pair(first, 0), pair(first, 2), pair(first, 5), pair(last, 0)), pair(last, 3), pair(last, 6));
}

/// "09.11.2026 08:15"
Minute dotted_minute(std::string_view t) {
    const EightCells first = read_eight(t.data(), eight("00.00.00"), faults_of("00.00.00")), last = read_eight(t.data() + 8, eight("00 00:00"), faults_of("00 00:00"));
    if (!first.is_alike || !last.is_alike) return kNoTime;
    return with_clock(midnight(pair(first, 6), pair(last, 0), pair(first, 3), pair(first, 0)), pair(last, 3), pair(last, 6));
}

}  // namespace

QuickDates::QuickDates(const std::vector<DateForm>& forms) {
    const ReadTime day{minute_from_day(day_from_date({2001, 2, 3})), false, std::nullopt}, time{day.minute + 245, true, std::nullopt};
    const auto reads = [&](std::string_view text, const ReadTime& expected) { return read_date(text, forms) == expected; };
    has_iso_day_ = reads("2001-02-03", day);
    has_iso_t_ = reads("2001-02-03T04:05", time);
    has_iso_blank_ = reads("2001-02-03 04:05", time);
    has_dotted_day_ = reads("03.02.2001", day);
    has_dotted_time_ = reads("03.02.2001 04:05", time);
}

Minute QuickDates::minute_of(std::string_view t) const {
    const bool has_time = t.size() == 16;
    if (!has_time && t.size() != 10) return kNoTime;
    const bool is_iso = t[4] == '-';
    if (!has_time) return !(is_iso ? has_iso_day_ : has_dotted_day_) ? kNoTime : is_iso ? iso_midnight(t) : dotted_midnight(t);
    const bool is_known = is_iso ? (t[10] == 'T' ? has_iso_t_ : has_iso_blank_) : has_dotted_time_;
    return !is_known ? kNoTime : is_iso ? iso_minute(t) : dotted_minute(t);
}

namespace {

/// Of eight digits, the first one in the lowest byte: pairs, then fours, then all of them.
std::uint64_t number_of_eight(std::uint64_t digits) {
    constexpr std::uint64_t kPairs = 0x000000FF000000FFu, kHundreds = 100 + (std::uint64_t{1'000'000} << 32), kOnes = 1 + (std::uint64_t{10'000} << 32);
    const std::uint64_t pairs = digits * 10 + (digits >> 8);
    return ((pairs & kPairs) * kHundreds + (pairs >> 16 & kPairs) * kOnes) >> 32;
}

/// Digits with at most one mark between, read so far. behind: digits after the mark
struct Decimal {
    std::uint64_t digits = 0;
    std::size_t count = 0, behind = 0;
    bool has_mark = false;

    bool take(char c) {
        if (c >= '0' && c <= '9') {
            digits = digits * 10 + static_cast<std::uint64_t>(c - '0');
            ++count;
            behind += has_mark ? 1u : 0u;
            return true;
        }
        if ((c != '.' && c != ',') || has_mark || count == 0) return false;
        return has_mark = true;
    }
    /// The last eight characters. A mark among them is taken out: what stands before it moves up by one byte, below it comes a 0.
    bool take_eight(const char* text) {
        const std::uint64_t cells = eight_characters(text) ^ eight("00000000"), others = ((cells + faults_of("00000000")) | cells) & kHighBits;
        if (others == 0) {
            digits = digits * 100'000'000 + number_of_eight(cells);
            count += 8;
            behind += has_mark ? 8u : 0u;
            return true;
        }
        const unsigned at = static_cast<unsigned>(std::countr_zero(others)) / 8;
        const bool is_one = (others & (others - 1)) == 0 && (text[at] == '.' || text[at] == ',');
        if (!is_one || at == 7 || has_mark || count + at == 0) return false;
        const std::uint64_t before = (std::uint64_t{1} << (8 * at)) - 1;
        digits = digits * 10'000'000 + number_of_eight((cells & before) << 8 | (cells & ~(before << 8 | 0xFF)));
        count += 7;
        behind = 7 - at;
        return has_mark = true;
    }
};

}  // namespace

std::optional<double> quick_number(std::string_view text) {
    static constexpr double kTens[] = {1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};
    const bool is_negative = !text.empty() && text.front() == '-';
    if (is_negative) text.remove_prefix(1);
    if (text.empty() || text.size() > 16) return std::nullopt;
    Decimal number;
    const std::size_t one_by_one = text.size() < 8 ? text.size() : text.size() - 8;
    for (std::size_t at = 0; at < one_by_one; ++at)
        if (!number.take(text[at])) return std::nullopt;
    if (text.size() >= 8 && !number.take_eight(text.data() + one_by_one)) return std::nullopt;
    if (number.count == 0 || number.count > 15 || (number.has_mark && number.behind == 0)) return std::nullopt;
    const double value = static_cast<double>(number.digits) / kTens[number.behind];
    return is_negative ? -value : value;
}

}  // namespace problemator
