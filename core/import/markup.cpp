#include "core/import/markup.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <optional>
#include <utility>

#include "core/base/text.hpp"

namespace problemator {
namespace {

constexpr std::size_t kLongestTag = 2000;      // links carry long addresses
constexpr std::size_t kLongestEntity = 10;     // "&#1114111;"

constexpr std::array<std::string_view, 20> kTags = {"a", "b", "br", "div", "em", "font", "h1", "h2", "h3", "i",
                                                    "img", "li", "ol", "p", "s", "span", "strong", "u", "ul", "wbr"};
constexpr std::array<std::string_view, 6> kLineEnds = {"br", "/div", "/h1", "/h2", "/li", "/p"};
constexpr std::pair<std::string_view, std::string_view> kEntities[] = {
    {"nbsp", " "}, {"amp", "&"}, {"lt", "<"}, {"gt", ">"}, {"quot", "\""}, {"apos", "'"},
    {"laquo", "«"}, {"raquo", "»"}, {"mdash", "—"}, {"ndash", "–"}, {"hellip", "…"}};

/// What a piece of markup is read as, and how many bytes it takes.
struct Piece { std::string text; std::size_t size = 0; };

/// «[club1|Title]», «[public1|Title]», «[event1|Title]» → Title.
std::optional<Piece> read_reference(std::string_view text) {
    for (const std::string_view kind : {"[club", "[public", "[event"}) {
        if (!text.starts_with(kind)) continue;
        const std::size_t bar = text.find_first_not_of("0123456789", kind.size());
        if (bar == kind.size() || bar == std::string_view::npos || text[bar] != '|') return std::nullopt;
        const std::size_t close = text.find_first_of("]\n[", bar);
        if (close == std::string_view::npos || text[close] != ']') return std::nullopt;
        return Piece{std::string{text.substr(bar + 1, close - bar - 1)}, close + 1};
    }
    return std::nullopt;
}

/// A tag of HTML, by its name; «5 < 6» and «<адрес>» are none.
std::optional<Piece> read_tag(std::string_view text) {
    const std::string_view head = text.substr(1, 8);
    const std::string word = to_lower(head.substr(0, head.find_first_of(" >\t\r\n", 1)));
    const std::string_view name = std::string_view{word}.substr(word.starts_with('/') ? 1 : 0, word.find('/', 1));
    if (std::find(kTags.begin(), kTags.end(), name) == kTags.end()) return std::nullopt;
    const std::size_t close = text.substr(0, kLongestTag).find('>');
    if (close == std::string_view::npos) return std::nullopt;
    const bool ends_line = name == "br" || std::find(kLineEnds.begin(), kLineEnds.end(), word) != kLineEnds.end();
    return Piece{ends_line ? "\n" : "", close + 1};
}

std::optional<Piece> read_entity(std::string_view text) {
    const std::size_t end = text.substr(0, kLongestEntity).find(';');
    if (end == std::string_view::npos) return std::nullopt;
    const std::string_view name = text.substr(1, end - 1);
    for (const auto& [known, meant] : kEntities)
        if (name == known) return Piece{std::string{meant}, end + 1};
    if (!name.starts_with('#')) return std::nullopt;
    const bool is_hex = name.size() > 1 && (name[1] == 'x' || name[1] == 'X');
    const std::string_view digits = name.substr(is_hex ? 2 : 1);
    std::uint32_t code = 0;
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), code, is_hex ? 16 : 10);
    const bool is_character = code >= ' ' && code <= 0x10FFFF && (code < 0xD800 || code > 0xDFFF);
    if (read.ec != std::errc{} || read.ptr != digits.data() + digits.size() || !is_character) return std::nullopt;
    Piece piece{{}, end + 1};
    append_utf8(piece.text, static_cast<char32_t>(code));
    return piece;
}

std::optional<Piece> read_piece(std::string_view text) {
    switch (text.front()) {
        case '[': return read_reference(text);
        case '<': return read_tag(text);
        default: return read_entity(text);
    }
}

}  // namespace

std::string_view without_markup(std::string_view text, std::string& scratch) {
    constexpr std::string_view kSigns = "[<&";
    std::size_t at = text.find_first_of(kSigns);
    if (at == std::string_view::npos) return text;
    std::size_t copied = 0;
    for (; at != std::string_view::npos; at = text.find_first_of(kSigns, at)) {
        const auto piece = read_piece(text.substr(at));
        if (!piece) {
            ++at;
            continue;
        }
        if (copied == 0) scratch.clear();
        scratch.append(text.substr(copied, at - copied)).append(piece->text);
        copied = at += piece->size;
    }
    if (copied == 0) return text;
    scratch.append(text.substr(copied));
    return trim(scratch);
}

}  // namespace problemator
