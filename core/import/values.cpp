#include "core/import/values.hpp"

#include <fast_float/fast_float.h>

#include <cmath>
#include <string>

#include "core/base/text.hpp"

namespace problemator {
namespace {

constexpr std::size_t kLongestNumber = 64;

/// Two numbers parted by blanks or a comma; the rest must be empty.
std::optional<std::pair<double, double>> read_pair(std::string_view text) {
    const std::size_t gap = text.find_first_of(", ");
    if (gap == std::string_view::npos) return std::nullopt;
    const std::size_t second = text.find_first_not_of(", ", gap);
    if (second == std::string_view::npos) return std::nullopt;
    const auto a = read_number(text.substr(0, gap)), b = read_number(trim(text.substr(second)));
    if (!a || !b) return std::nullopt;
    return std::pair{*a, *b};
}

}  // namespace

std::optional<double> read_number(std::string_view text) {
    text = trim(text);
    if (text.empty() || text.size() > kLongestNumber) return std::nullopt;
    std::string plain;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = next_char(text, at);
        if (c == ' ' || c == 0xA0 || c == 0x202F || c == 0x2009) continue;
        if (c > 0x7F && c != 0x2212) return std::nullopt;
        plain += c == ',' ? '.' : c == 0x2212 ? '-' : static_cast<char>(c);
    }
    const char* const end = plain.data() + plain.size();
    double value = 0;
    const auto read = fast_float::from_chars(plain.data(), end, value);
    if (read.ec != std::errc{} || read.ptr != end || !std::isfinite(value)) return std::nullopt;
    return value;
}

std::optional<bool> read_yes_no(std::string_view text) {
    const std::string key = fold(text);
    for (const std::string_view yes : {"да", "yes", "true", "y", "1", "+", "д", "истина"})
        if (key == yes) return true;
    for (const std::string_view no : {"нет", "no", "false", "n", "0", "н", "ложь"})
        if (key == no) return false;
    return std::nullopt;
}

std::optional<int> read_rating(std::string_view text) {
    const auto value = read_number(text);
    if (!value || *value < 1 || *value > 5 || *value != std::floor(*value)) return std::nullopt;
    return static_cast<int>(*value);
}

bool is_place(double lat, double lon) {
    return std::isfinite(lat) && std::isfinite(lon) && std::fabs(lat) <= 90 && std::fabs(lon) <= 180 && !(lat == 0 && lon == 0);
}

std::optional<GeoPoint> read_point(std::string_view text) {
    const std::size_t open = text.find('('), close = text.rfind(')');
    if (open == std::string_view::npos || close == std::string_view::npos || close < open) return std::nullopt;
    if (!trim(text.substr(close + 1)).empty()) return std::nullopt;
    const std::string kind = fold(text.substr(0, open));
    if (!kind.empty() && kind != "point") return std::nullopt;
    const auto pair = read_pair(trim(text.substr(open + 1, close - open - 1)));
    if (!pair) return std::nullopt;
    const GeoPoint point = kind.empty() ? GeoPoint{pair->first, pair->second} : GeoPoint{pair->second, pair->first};
    if (!is_place(point.lat, point.lon)) return std::nullopt;
    return point;
}

Rubric read_rubric(std::string_view text) {
    text = trim(text.substr(0, text.find_first_of("\r\n")));
    if (!text.starts_with('(')) return {{}, text};
    const std::size_t close = text.find(')');
    if (close == std::string_view::npos || text.substr(1, close - 1).find_first_not_of("0123456789.") != std::string_view::npos) return {{}, text};
    return {text.substr(1, close - 1), trim(text.substr(close + 1))};
}

}  // namespace problemator
