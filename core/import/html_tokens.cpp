#include "core/import/html_tokens.hpp"

#include <algorithm>
#include <charconv>

#include "core/base/text.hpp"

namespace problemator {
namespace {

constexpr std::size_t kMaxNameBytes = 32, kMaxEntityBytes = 12;

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }
bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }
bool is_letter(char c) { return lower(c) >= 'a' && lower(c) <= 'z'; }

bool is_same(std::string_view a, std::string_view b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) { return lower(x) == lower(y); });
}

struct Entity { std::string_view name; char32_t character; };
constexpr Entity kEntities[] = {
    {"amp", '&'}, {"lt", '<'}, {"gt", '>'}, {"quot", '"'}, {"apos", '\''}, {"nbsp", 0xA0}, {"laquo", 0xAB}, {"raquo", 0xBB}, {"ndash", 0x2013}, {"mdash", 0x2014},
    {"hellip", 0x2026}, {"minus", 0x2212}, {"deg", 0xB0}, {"sup2", 0xB2}, {"sup3", 0xB3}, {"frac12", 0xBD}, {"plusmn", 0xB1}, {"times", 0xD7}, {"middot", 0xB7},
    {"bull", 0x2022}, {"sect", 0xA7}, {"para", 0xB6}, {"copy", 0xA9}, {"reg", 0xAE}, {"trade", 0x2122}, {"euro", 0x20AC}, {"numero", 0x2116}, {"lsquo", 0x2018},
    {"rsquo", 0x2019}, {"ldquo", 0x201C}, {"rdquo", 0x201D}, {"bdquo", 0x201E}, {"sbquo", 0x201A}, {"thinsp", 0x2009}, {"ensp", 0x2002}, {"emsp", 0x2003}, {"shy", 0xAD},
    {"rarr", 0x2192}, {"larr", 0x2190}, {"ne", 0x2260}, {"le", 0x2264}, {"ge", 0x2265},
};

char32_t numeric_entity(std::string_view digits) {
    const bool is_hex = !digits.empty() && lower(digits[0]) == 'x';
    if (is_hex) digits.remove_prefix(1);
    std::uint32_t code = 0;
    const auto [end, fault] = std::from_chars(digits.data(), digits.data() + digits.size(), code, is_hex ? 16 : 10);
    const bool is_good = fault == std::errc{} && end == digits.data() + digits.size() && code > 0;
    return is_good ? code : 0xFFFD;
}

}  // namespace

bool append_entity(std::string& out, std::string_view text, std::size_t& at) {
    const std::size_t semicolon = text.substr(at, kMaxEntityBytes).find(';');
    const std::string_view name = text.substr(at + 1, (semicolon == std::string_view::npos ? kMaxEntityBytes : semicolon) - 1);
    const bool has_nbsp_prefix = name.starts_with("nbsp") || name.starts_with("NBSP");   // «&nbsp» without its semicolon is common
    if (semicolon == std::string_view::npos && !has_nbsp_prefix) return false;
    if (semicolon != std::string_view::npos && name.starts_with('#') && name.size() > 1) {
        append_utf8(out, numeric_entity(name.substr(1)));
        at += semicolon + 1;
        return true;
    }
    for (const Entity& entity : kEntities) {
        if (semicolon == std::string_view::npos || name != entity.name) continue;
        append_utf8(out, entity.character);
        at += semicolon + 1;
        return true;
    }
    if (!has_nbsp_prefix) return false;
    append_utf8(out, 0xA0);
    at += 5;
    return true;
}

std::optional<std::string> html_attribute(std::string_view attributes, std::string_view name) {
    const auto skip = [&](std::size_t& at, auto wanted) { while (at < attributes.size() && wanted(attributes[at])) ++at; };
    for (std::size_t at = 0; at < attributes.size();) {
        skip(at, [](char c) { return is_blank(c) || c == '/'; });
        const std::size_t begin = at;
        skip(at, [](char c) { return !is_blank(c) && c != '=' && c != '/'; });
        const std::string_view found = attributes.substr(begin, at - begin);
        skip(at, is_blank);
        std::string_view value;
        if (at < attributes.size() && attributes[at] == '=') {
            skip(++at, is_blank);
            const char quote = at < attributes.size() ? attributes[at] : ' ';
            const bool is_quoted = quote == '"' || quote == '\'';
            const std::size_t first = at + (is_quoted ? 1 : 0);
            at = first;
            skip(at, [&](char c) { return is_quoted ? c != quote : !is_blank(c); });
            value = attributes.substr(first, at - first);
            at += is_quoted ? 1 : 0;
        } else if (found.empty()) {
            ++at;
        }
        if (found.empty() || !is_same(found, name)) continue;
        std::string out;
        for (std::size_t i = 0; i < value.size();)
            if (value[i] != '&' || !append_entity(out, value, i)) out += value[i++];
        return out;
    }
    return std::nullopt;
}

bool HtmlTokens::skip_to(std::string_view end) {
    const std::size_t found = page_.find(end, at_);
    at_ = found == std::string_view::npos ? page_.size() : found + end.size();
    return found != std::string_view::npos;
}

/// A script ends at its closing tag, whatever stands in it.
void HtmlTokens::skip_element(std::string_view name) {
    while (skip_to("</"))
        if (is_same(page_.substr(at_, name.size()), name)) { skip_to(">"); return; }
}

/// The > that ends a tag is not one inside quotes; a quote that never closes is none.
std::size_t HtmlTokens::tag_end(std::size_t from) {
    std::size_t at = from;
    while (at < page_.size() && page_[at] != '>') {
        const bool is_value = (page_[at] == '"' || page_[at] == '\'') && page_[at - 1] == '=';
        bool& has_no_quote = has_no_quote_[page_[at] == '"' ? 0 : 1];
        if (is_value && !has_no_quote) {
            const std::size_t close = page_.find(page_[at], at + 1);
            has_no_quote = close == std::string_view::npos;
            if (!has_no_quote) at = close;
        }
        ++at;
    }
    return at;
}

bool HtmlTokens::read_tag(HtmlToken& token) {
    const bool is_close = page_.substr(at_, 2) == "</";
    const std::size_t begin = at_ + (is_close ? 2 : 1);
    std::size_t end = begin;
    while (end < page_.size() && (is_letter(page_[end]) || (page_[end] >= '0' && page_[end] <= '9') || page_[end] == ':' || page_[end] == '-')) ++end;
    token.kind = is_close ? HtmlKind::Close : HtmlKind::Open;
    token.name.clear();
    for (const char c : page_.substr(begin, std::min(end - begin, kMaxNameBytes))) token.name += lower(c);
    if (token.name.starts_with("ss:")) token.name.erase(0, 3);
    const std::size_t close = tag_end(end);
    token.text = page_.substr(end, close - end);
    at_ = std::min(close + 1, page_.size());
    const bool is_skipped = !is_close && (token.name == "script" || token.name == "style" || token.name == "title" || token.name == "textarea");
    if (is_skipped && !token.text.ends_with('/')) skip_element(token.name);
    return !is_skipped;
}

bool HtmlTokens::next(HtmlToken& token) {
    while (at_ < page_.size()) {
        const std::string_view rest = page_.substr(at_, 9);
        const bool is_tag = rest.size() > 1 && rest[0] == '<' && (is_letter(rest[1]) || (rest[1] == '/' && rest.size() > 2 && is_letter(rest[2])));
        if (rest.starts_with("<!--")) { at_ += 4; skip_to("-->"); continue; }
        if (rest == "<![CDATA[") {
            const std::size_t begin = at_ + 9;
            at_ = begin;
            const bool has_end = skip_to("]]>");
            token = {HtmlKind::Text, page_.substr(begin, at_ - begin - (has_end ? 3 : 0)), {}, true};
            return true;
        }
        if (rest.starts_with("<!") || rest.starts_with("<?")) { skip_to(">"); continue; }
        if (is_tag) {
            if (read_tag(token)) return true;
            continue;
        }
        const std::size_t begin = at_;
        at_ = std::min(page_.find('<', at_ + 1), page_.size());
        token.kind = HtmlKind::Text;
        token.text = page_.substr(begin, at_ - begin);
        token.is_literal = false;
        return true;
    }
    return false;
}

}  // namespace problemator
