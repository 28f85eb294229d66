#include "core/import/json_events.hpp"

#include <algorithm>

#include "core/base/text.hpp"

namespace problemator {
namespace {

constexpr int kMaxDigits = 17, kMaxZeros = 20;

/// Where the nesting passes the limit: brackets outside strings.
std::size_t too_deep_at(std::string_view text) {
    std::size_t depth = 0;
    bool is_string = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (is_string) {
            if (c == '\\') ++i;
            if (c == '"') is_string = false;
        } else if (c == '"') {
            is_string = true;
        } else if (c == '[' || c == '{') {
            if (++depth > kMaxJsonDepth) return i;
        } else if (c == ']' || c == '}') {
            depth -= depth > 0 ? 1 : 0;
        }
    }
    return text.size();
}

std::string readable(std::string_view bytes) {
    std::string out;
    for (std::size_t at = 0; at < bytes.size();) {
        const char32_t c = next_char(bytes, at);
        append_utf8(out, c < 0x20 || c == 0x7F ? U' ' : c);
    }
    return out;
}

}  // namespace

std::optional<JsonDamage> JsonEvents::read(std::string_view text) {
    depth_ = stopped_at_ = 0;
    const bool is_read = nlohmann::json::sax_parse(text.begin(), text.end(), static_cast<nlohmann::json_sax<nlohmann::json>*>(this));
    const std::size_t zero = is_read ? text.find('\0') : std::string_view::npos;   // to the parser a zero byte is the end of the text
    if (is_read) return zero == std::string_view::npos ? std::nullopt : std::optional{JsonDamage{zero, Fault::BadJson}};
    if (depth_ > kMaxJsonDepth) return JsonDamage{too_deep_at(text), Fault::TooLarge};
    const std::size_t at = std::min(stopped_at_ > 0 ? stopped_at_ - 1 : 0, text.size());
    const std::size_t bad = first_bad_utf8(text.substr(0, at + 1));
    if (bad < at + 1 && bad + 4 > at) return JsonDamage{bad, Fault::BadEncoding};
    return JsonDamage{at, at >= text.size() ? Fault::Truncated : Fault::BadJson};
}

bool JsonEvents::open(char bracket) {
    if (++depth_ > kMaxJsonDepth) return false;
    on_open(bracket);
    return true;
}

bool JsonEvents::close(char bracket) {
    --depth_;
    on_close(bracket);
    return true;
}

bool JsonEvents::null() { on_scalar({JsonKind::Null, {}}); return true; }
bool JsonEvents::boolean(bool value) { on_scalar({JsonKind::YesNo, value ? "1" : "0"}); return true; }
bool JsonEvents::number_integer(number_integer_t value) { on_scalar({JsonKind::Number, std::to_string(value), static_cast<double>(value)}); return true; }
bool JsonEvents::number_unsigned(number_unsigned_t value) { on_scalar({JsonKind::Number, std::to_string(value), static_cast<double>(value)}); return true; }
bool JsonEvents::number_float(number_float_t value, const string_t& text) { on_scalar({JsonKind::Number, text, value}); return true; }
bool JsonEvents::string(string_t& value) { on_scalar({JsonKind::String, value}); return true; }
bool JsonEvents::key(string_t& name) { on_key(name); return true; }

bool JsonEvents::parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception&) {
    stopped_at_ = position;
    return false;
}

Error describe_damage(std::string_view text, const JsonDamage& damage) {
    const std::size_t at = std::min(damage.at, text.size());
    const auto line = static_cast<std::uint32_t>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n') + 1);
    const std::size_t line_begin = at == 0 ? 0 : text.rfind('\n', at - 1) + 1;   // npos + 1 = 0: the first line
    const std::size_t begin = std::max(line_begin, at < 24 ? 0 : at - 24);
    std::string piece = std::to_string(line) + ":" + std::to_string(count_chars(text.substr(line_begin, at - line_begin)) + 1);
    piece += " …" + readable(text.substr(begin, at - begin + 12));
    return {.fault = damage.fault, .place = {.file = {}, .row = line, .column = {}}, .piece = std::move(piece), .expected = damage.fault == Fault::TooLarge ? "≤ 64 [ {" : ""};
}

std::optional<std::string> plain_number(std::string_view number) {
    const auto digits_of = [](std::string_view text) { return std::count_if(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; }); };
    const std::size_t e = number.find_first_of("eE");
    if (digits_of(number.substr(0, e)) > kMaxDigits) return std::nullopt;
    if (e == std::string_view::npos) return std::string{number};
    const bool is_minus = number[e + 1] == '-';
    int exponent = 0;
    for (const char c : number.substr(e + 1))
        if (c >= '0' && c <= '9') exponent = std::min(exponent * 10 + (c - '0'), 1000);
    std::string_view mantissa = number.substr(0, e);
    std::string out = mantissa.starts_with('-') ? "-" : "";
    mantissa.remove_prefix(out.size());
    const std::size_t point = std::min(mantissa.find('.'), mantissa.size());
    std::string digits{mantissa.substr(0, point)};
    if (point < mantissa.size()) digits += mantissa.substr(point + 1);
    const int place = static_cast<int>(point) + (is_minus ? -exponent : exponent);   // of the decimal point among the digits
    const int size = static_cast<int>(digits.size());
    if (place < -kMaxZeros || place > size + kMaxZeros) return std::nullopt;
    if (place <= 0) return out + "0." + std::string(static_cast<std::size_t>(-place), '0') + digits;
    if (place >= size) digits.append(static_cast<std::size_t>(place - size), '0');
    const std::size_t whole = static_cast<std::size_t>(place);
    std::size_t zeros = 0;
    while (zeros + 1 < whole && digits[zeros] == '0') ++zeros;   // 0.5E1 is 5, not 05
    out += digits.substr(zeros, whole - zeros);
    if (whole < digits.size()) out += "." + digits.substr(whole);
    return out;
}

}  // namespace problemator
