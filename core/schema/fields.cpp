#include "core/schema/fields.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "core/base/nearest.hpp"

namespace problemator {
namespace {

constexpr std::size_t kLongestId = 48;

std::string range_text(double least, double most) {
    const auto shown = [](double value) { return std::to_string(static_cast<long long>(value)); };
    return shown(least) + "…" + shown(most);
}

}  // namespace

std::string shown_number(double value) {
    char text[40];
    std::snprintf(text, sizeof text, "%.9g", value);
    return text;
}

bool is_id(std::string_view text) {
    const auto allowed = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_'; };
    return !text.empty() && text.size() <= kLongestId && std::all_of(text.begin(), text.end(), allowed);
}

std::optional<int> parse_offset(std::string_view text) {
    const auto digit = [&](std::size_t at) { return text[at] >= '0' && text[at] <= '9' ? text[at] - '0' : 1000; };
    if (text.size() != 6 || text[3] != ':' || (text[0] != '+' && text[0] != '-')) return std::nullopt;
    const int hours = digit(1) * 10 + digit(2), minutes = digit(4) * 10 + digit(5);
    const int most = text[0] == '+' ? 14 * 60 : 12 * 60;
    if (hours > 14 || minutes > 59 || hours * 60 + minutes > most) return std::nullopt;
    return (text[0] == '+' ? 1 : -1) * (hours * 60 + minutes);
}

std::string format_offset(int minutes) {
    const int size = minutes < 0 ? -minutes : minutes;
    const auto two = [](int n) { return (n < 10 ? "0" : "") + std::to_string(n); };
    return (minutes < 0 ? "-" : "+") + two(size / 60) + ":" + two(size % 60);
}

Fields::Fields(const JsonCursor& object) : object_{object} {
    if (const auto members = object_.members(); !members) fail(members.error());
}

void Fields::fail(Error error) {
    if (!error_) error_ = std::move(error);
}

std::optional<JsonCursor> Fields::member(std::string_view key, Need need) {
    known_.push_back(key);
    if (error_) return std::nullopt;
    auto found = object_.find(key);
    if (found || need == Need::Optional) return found;
    fail(object_.at(key).error());
    return std::nullopt;
}

void Fields::id(std::string_view key, std::string& out) {
    const auto at = member(key, Need::Required);
    if (!at || !keep(at->string(), out)) return;
    if (!is_id(out)) fail(at->error(Fault::BadValue, out, "[a-z0-9_-]"));
}

void Fields::text(std::string_view key, std::string& out, Need need) {
    const auto at = member(key, need);
    if (!at || !keep(at->string(), out)) return;
    if (out.empty() && need == Need::Required) fail(at->error(Fault::MissingValue, {}, {}));
}

void Fields::name(std::string_view key, Name& out, Need need) {
    const auto at = member(key, need);
    if (!at) return;
    if (at->is_string()) {
        keep(at->string(), out.ru);
    } else {
        Fields both{*at};
        both.text("ru", out.ru);
        both.text("en", out.en, Need::Optional);
        const auto checked = both.finish(Nothing{});
        if (!checked) return fail(checked.error());
    }
    if (!error_ && out.ru.empty() && need == Need::Required) fail(at->error(Fault::MissingValue, {}, "ru"));
}

void Fields::texts(std::string_view key, std::vector<std::string>& out) {
    const auto at = member(key, Need::Optional);
    if (!at || !keep(at->strings(), out)) return;
    if (std::any_of(out.begin(), out.end(), [](const std::string& text) { return text.empty(); }))
        fail(at->error(Fault::MissingValue, {}, {}));
}

void Fields::integer(std::string_view key, int& out, int least, int most, Need need) {
    const auto at = member(key, need);
    int value = 0;
    if (!at || !keep(at->integer(), value)) return;
    if (value < least || value > most) return fail(at->error(Fault::OutOfRange, std::to_string(value), range_text(least, most)));
    out = value;
}

void Fields::integer(std::string_view key, std::optional<int>& out, int least, int most) {
    int value = least - 1;
    integer(key, value, least, most, Need::Optional);
    if (value >= least) out = value;
}

void Fields::number(std::string_view key, std::optional<double>& out, double least, double most) {
    const auto at = member(key, Need::Optional);
    double value = 0;
    if (!at || !keep(at->number(), value)) return;
    if (!std::isfinite(value) || value < least || value > most)
        return fail(at->error(Fault::OutOfRange, shown_number(value), range_text(least, most)));
    out = value;
}

void Fields::flag(std::string_view key, bool& out) {
    const auto at = member(key, Need::Optional);
    if (at) keep(at->boolean(), out);
}

void Fields::flag(std::string_view key, std::optional<bool>& out) {
    const auto at = member(key, Need::Optional);
    bool value = false;
    if (at && keep(at->boolean(), value)) out = value;
}

void Fields::day(std::string_view key, std::optional<Day>& out) {
    const auto at = member(key, Need::Optional);
    std::string found;
    if (!at || !keep(at->string(), found)) return;
    const auto minute = found.size() == 10 ? parse_iso_minute(found) : std::nullopt;
    if (!minute) return fail(at->error(Fault::BadDate, found, "2026-11-16"));
    out = day_from_minute(*minute);
}

void Fields::offset(std::string_view key, std::optional<int>& minutes, Need need) {
    const auto at = member(key, need);
    std::string found;
    if (!at || !keep(at->string(), found)) return;
    minutes = parse_offset(found);
    if (!minutes) fail(at->error(Fault::BadValue, found, "+05:00"));
}

std::optional<Error> Fields::unknown_member() const {
    const auto members = object_.members();
    if (!members) return std::nullopt;   // not an object: already told
    for (const auto& [key, value] : *members) {
        if (std::find(known_.begin(), known_.end(), key) != known_.end()) continue;
        return value.error(Fault::UnknownKey, key, nearest_word(key, known_));
    }
    return std::nullopt;
}

Error Fields::not_one_of(const JsonCursor& at, const std::string& found, const std::vector<std::string_view>& words) const {
    return at.error(Fault::BadValue, found, nearest_word(found, words));
}

}  // namespace problemator
