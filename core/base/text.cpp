#include "core/base/text.hpp"

#include <array>
#include <cstdint>
#include <cstring>

#include "core/base/text_scan.hpp"

namespace problemator {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

struct Decoded { char32_t code_point; std::size_t length; };   // length 0 = not valid UTF-8

Decoded decode(std::string_view text, std::size_t pos) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[pos + i]); };
    const unsigned char lead = byte(0);
    if (lead < 0x80) return {lead, 1};
    const std::size_t length = lead >= 0xC2 && lead <= 0xDF ? 2 : (lead & 0xF0) == 0xE0 ? 3 : lead >= 0xF0 && lead <= 0xF4 ? 4 : 0;
    if (length == 0 || pos + length > text.size()) return {kReplacement, 0};
    char32_t value = lead & (0x7Fu >> length);
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(i) & 0xC0) != 0x80) return {kReplacement, 0};
        value = value << 6 | (byte(i) & 0x3Fu);
    }
    const bool is_overlong = (length == 3 && value < 0x800) || (length == 4 && value < 0x10000);
    if (is_overlong || (value >= 0xD800 && value <= 0xDFFF) || value > 0x10FFFF) return {kReplacement, 0};
    return {value, length};
}

char32_t lower(char32_t c) {
    if (c >= U'A' && c <= U'Z') return c + 32;
    if (c >= 0x410 && c <= 0x42F) return c + 32;   // А…Я
    if (c >= 0x400 && c <= 0x40F) return c + 80;   // Ѐ, Ё…Џ
    if (c >= 0xC0 && c <= 0xDE && c != 0xD7) return c + 32;
    return c;
}

bool is_blank(char32_t c) { return c == ' ' || (c >= 9 && c <= 13) || c == 0xA0 || c == 0x202F || c == 0x2007 || c == 0x2009 || c == 0xFEFF || c == 0x200B; }

constexpr std::array<std::string_view, 32> kLatin = {"a", "b", "v", "g",  "d",  "e",  "zh",   "z", "i", "j", "k", "l", "m", "n",  "o", "p",
                                                     "r", "s", "t", "u", "f", "kh", "ts", "ch", "sh", "sch", "", "y", "", "e", "yu", "ya"};

}  // namespace

char32_t next_char(std::string_view text, std::size_t& pos) {
    const Decoded d = decode(text, pos);
    pos += d.length == 0 ? 1 : d.length;
    return d.code_point;
}

void append_utf8(std::string& out, char32_t c) {
    const auto push = [&](char32_t byte) { out.push_back(static_cast<char>(byte)); };
    if (c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF)) c = kReplacement;
    if (c < 0x80) {
        push(c);
    } else if (c < 0x800) {
        push(0xC0 | c >> 6), push(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
        push(0xE0 | c >> 12), push(0x80 | (c >> 6 & 0x3F)), push(0x80 | (c & 0x3F));
    } else {
        push(0xF0 | c >> 18), push(0x80 | (c >> 12 & 0x3F)), push(0x80 | (c >> 6 & 0x3F)), push(0x80 | (c & 0x3F));
    }
}

std::size_t exact_bad_utf8(std::string_view bytes) {
    std::size_t at = 0;
    while (at < bytes.size()) {
        std::uint64_t eight = 0;
        if (at + 8 <= bytes.size()) {
            std::memcpy(&eight, bytes.data() + at, 8);
            if ((eight & 0x8080808080808080u) == 0) { at += 8; continue; }
        }
        const auto lead = static_cast<unsigned char>(bytes[at]);
        if (lead < 0x80) { ++at; continue; }
        const auto is_tail = [&](std::size_t i) { return (static_cast<unsigned char>(bytes[i]) & 0xC0) == 0x80; };
        if (lead >= 0xC2 && lead <= 0xDF && at + 1 < bytes.size() && is_tail(at + 1)) { at += 2; continue; }   // all of Cyrillic
        const std::size_t length = (lead & 0xF0) == 0xE0 ? 3 : 4;
        const std::string_view one = bytes.substr(at, length);
        if (lead < 0xE0 || decode(one, 0).length != one.size()) return at;
        at += length;
    }
    return std::string_view::npos;
}

std::size_t first_bad_utf8(std::string_view text) {
    return scan_text(text, PieceEnd::OfText).is_utf8 ? std::string_view::npos : exact_bad_utf8(text);
}

std::string to_lower(std::string_view utf8) {
    std::string out;
    out.reserve(utf8.size());
    for (std::size_t pos = 0; pos < utf8.size();) append_utf8(out, lower(next_char(utf8, pos)));
    return out;
}

std::string fold(std::string_view utf8) {
    std::string out;
    out.reserve(utf8.size());
    bool is_gap = false;
    for (std::size_t pos = 0; pos < utf8.size();) {
        const char32_t c = lower(next_char(utf8, pos));
        if (is_blank(c)) {
            is_gap = !out.empty();
            continue;
        }
        if (is_gap) out.push_back(' ');
        is_gap = false;
        append_utf8(out, c == 0x451 ? 0x435 : c);   // ё → е
    }
    return out;
}

std::string_view trim(std::string_view text) {
    std::size_t begin = 0;
    while (begin < text.size()) {
        std::size_t next = begin;
        if (!is_blank(next_char(text, next))) break;
        begin = next;
    }
    std::size_t end = text.size();
    while (end > begin) {
        std::size_t start = end - 1;
        while (start > begin && (static_cast<unsigned char>(text[start]) & 0xC0) == 0x80) --start;
        std::size_t next = start;
        if (!is_blank(next_char(text, next)) || next != end) break;
        end = start;
    }
    return text.substr(begin, end - begin);
}

std::size_t count_chars(std::string_view utf8) {
    std::size_t count = 0;
    for (std::size_t pos = 0; pos < utf8.size(); ++count) next_char(utf8, pos);
    return count;
}

std::string shorten(std::string_view utf8, std::size_t max_chars) {
    if (max_chars == 0) return {};
    std::size_t pos = 0, cut = 0;
    for (std::size_t count = 0; pos < utf8.size(); ++count) {
        if (count == max_chars) return std::string{trim(utf8.substr(0, cut))} + "…";
        if (count + 1 == max_chars) cut = pos;
        next_char(utf8, pos);
    }
    return std::string{utf8};
}

std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    for (;;) {
        const std::size_t at = text.find(separator);
        parts.push_back(text.substr(0, at));
        if (at == std::string_view::npos) return parts;
        text.remove_prefix(at + 1);
    }
}

std::string slug(std::string_view utf8) {
    constexpr std::size_t kMax = 24;
    std::string out;
    for (std::size_t pos = 0; pos < utf8.size() && out.size() < kMax;) {
        const char32_t c = lower(next_char(utf8, pos));
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
            out.push_back(static_cast<char>(c));
        } else if (c >= 0x430 && c <= 0x44F) {
            out += kLatin[c - 0x430];
        } else if (c == 0x451) {
            out += "e";
        } else if (!out.empty() && out.back() != '-') {
            out.push_back('-');
        }
    }
    if (out.size() > kMax) out.resize(kMax);
    while (!out.empty() && out.back() == '-') out.pop_back();
    return out.empty() ? "x" : out;
}

std::string escape_html(std::string_view utf8) {
    std::string out;
    out.reserve(utf8.size() + utf8.size() / 8);
    for (const char c : utf8) {
        switch (c) {
            case '&': out += "&amp;"; break;
            case '<': out += "&lt;"; break;
            case '>': out += "&gt;"; break;
            case '"': out += "&quot;"; break;
            case '\'': out += "&#39;"; break;
            default:
                if (static_cast<unsigned char>(c) >= 0x20 || c == '\t' || c == '\n') out.push_back(c);
        }
    }
    return out;
}

}  // namespace problemator
