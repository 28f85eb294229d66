// Ways to reach a person in a network: e-mail addresses, account names, links to profiles.
#include <algorithm>

#include "core/clean/privacy_scan.hpp"

namespace problemator::privacy {
namespace {

constexpr std::size_t kMaxPart = 64;      // bytes of a local part or an account name
constexpr std::size_t kMaxDomain = 128;
constexpr std::size_t kLeastNick = 4;

bool is_account(char c) { return is_digit(c) || is_latin(c) || c == '_' || c == '.'; }
bool is_local(char c) { return is_account(c) || c == '-' || c == '+' || c == '%'; }

std::size_t part_end(std::string_view text, std::size_t pos, std::size_t most, bool (*belongs)(char)) {
    const std::size_t limit = std::min(text.size(), pos + most);
    while (pos < limit && belongs(text[pos])) ++pos;
    return pos;
}

/// End of a domain with at least one dot and a last label of two letters or more; `pos` when there is none.
std::size_t domain_end(std::string_view text, std::size_t pos) {
    std::size_t end = pos, label = 0, good = pos;
    bool has_dot = false;
    const std::size_t limit = std::min(text.size(), pos + kMaxDomain);
    while (end < limit) {
        if (is_digit(text[end]) || is_latin(text[end]) || text[end] == '-') ++end, ++label;
        else if (letter_at(text, end).size == 2) end += 2, ++label;
        else if (text[end] == '.' && label > 0) ++end, label = 0, has_dot = true;
        else break;
        if (has_dot && label >= 2) good = end;
    }
    return good;
}

struct Host { std::string_view name; bool (*is_person)(std::string_view path); };

bool starts_with_any(std::string_view path, std::initializer_list<std::string_view> starts) {
    return std::any_of(starts.begin(), starts.end(), [&](std::string_view s) { return path.starts_with(s); });
}

bool is_vk_person(std::string_view path) {
    const auto is_numbered = [&](std::string_view word) { return path.size() > word.size() && path.starts_with(word) && is_digit(path[word.size()]); };
    if (is_numbered("club") || is_numbered("public") || is_numbered("event")) return false;
    return !starts_with_any(path, {"wall-", "photo-", "video-", "topic-", "album-", "market-", "doc-", "clip-", "feed", "search", "app", "groups", "im", "@-", "board"});
}
bool is_ok_person(std::string_view path) { return !starts_with_any(path, {"group", "video", "music", "feed", "discussions", "game"}); }
bool is_telegram_person(std::string_view path) { return !starts_with_any(path, {"joinchat", "+", "c/", "s/", "share", "addstickers"}); }
bool is_other_person(std::string_view path) { return !starts_with_any(path, {"p/", "reel", "explore", "groups", "events", "watch", "pages"}); }

constexpr Host kHosts[] = {{"vk.com", is_vk_person}, {"vk.ru", is_vk_person}, {"vkontakte.ru", is_vk_person}, {"ok.ru", is_ok_person}, {"odnoklassniki.ru", is_ok_person},
                           {"t.me", is_telegram_person}, {"telegram.me", is_telegram_person}, {"wa.me", is_other_person}, {"instagram.com", is_other_person}, {"facebook.com", is_other_person}};

bool ends_with_folded(std::string_view text, std::string_view small) {
    if (text.size() < small.size()) return false;
    const std::string_view tail = text.substr(text.size() - small.size());
    return std::equal(tail.begin(), tail.end(), small.begin(), [](char a, char b) { return (a >= 'A' && a <= 'Z' ? static_cast<char>(a + 32) : a) == b; });
}

/// Start of "https://m." before the host.
std::size_t link_begin(std::string_view text, std::size_t host) {
    for (const std::string_view prefix : {"www.", "m.", "https://", "http://"})
        if (ends_with_folded(text.substr(0, host), prefix)) host -= prefix.size();
    return host;
}

bool is_path(char c) { return is_local(c) || c == '/' || c == '?' || c == '=' || c == '&' || c == '@'; }

}  // namespace

std::size_t find_at_sign(std::string_view text, std::size_t pos, Spans& out) {
    std::size_t begin = pos;
    while (begin > 0 && pos - begin < kMaxPart && is_local(text[begin - 1])) --begin;
    while (begin < pos && (text[begin] == '.' || text[begin] == '-')) ++begin;
    if (begin == pos)   // «почта@пример.рф»
        while (pos - begin < kMaxPart && ends_letter(text, begin)) begin -= 2;
    const std::size_t end = domain_end(text, pos + 1);
    if (begin < pos && end > pos + 1) {
        out.push_back({PersonalKind::Email, begin, end});
        return end;
    }
    std::size_t nick = part_end(text, pos + 1, kMaxPart, is_account);
    while (nick > pos + 1 && text[nick - 1] == '.') --nick;
    const bool is_nick = begin == pos && nick - pos - 1 >= kLeastNick && is_latin(text[pos + 1]) && !ends_letter(text, pos);
    if (is_nick) out.push_back({PersonalKind::Profile, pos, nick});
    return std::max(nick, pos + 1);
}

std::size_t find_at_slash(std::string_view text, std::size_t pos, Spans& out) {
    for (const Host& host : kHosts) {
        if (!ends_with_folded(text.substr(0, pos), host.name)) continue;
        const std::size_t start = pos - host.name.size();
        const bool is_whole = start == 0 || !(is_latin(text[start - 1]) || is_digit(text[start - 1]) || text[start - 1] == '-');
        std::size_t end = part_end(text, pos + 1, kMaxDomain, is_path);
        while (end > pos + 1 && (text[end - 1] == '.' || text[end - 1] == '?' || text[end - 1] == '/')) --end;
        const std::string_view path = text.substr(pos + 1, end - pos - 1);
        if (!is_whole || path.size() < 2 || !host.is_person(path)) return pos + 1;
        out.push_back({PersonalKind::Profile, link_begin(text, start), end});
        return end;
    }
    return pos + 1;
}

std::size_t find_at_bracket(std::string_view text, std::size_t pos, Spans& out) {
    const std::string_view rest = text.substr(pos + 1, kMaxDomain);   // [id123|Имя]
    if (rest.size() < 3 || !rest.starts_with("id") || !is_digit(rest[2])) return pos + 1;
    const std::size_t bar = rest.find_first_not_of("0123456789", 2), close = rest.find(']');
    if (bar == rest.npos || rest[bar] != '|' || close == rest.npos) return pos + 1;
    out.push_back({PersonalKind::Profile, pos, pos + 1 + close + 1});
    return pos + 1 + close + 1;
}

}  // namespace problemator::privacy
