// Letters, words and contexts in UTF-8, for the search for personal data.
#include <algorithm>

#include "core/clean/privacy_scan.hpp"

namespace problemator::privacy {
namespace {

unsigned char byte_at(std::string_view text, std::size_t pos) { return static_cast<unsigned char>(text[pos]); }

bool is_no_break(std::string_view text, std::size_t pos) {   // U+00A0
    return pos + 1 < text.size() && byte_at(text, pos) == 0xC2 && byte_at(text, pos + 1) == 0xA0;
}

constexpr std::size_t kMaxReach = 96;

/// Russian and Latin letters small, everything else as it is.
struct Folded {
    std::array<char, kMaxReach + 4> bytes{};
    std::size_t size = 0;
    std::string_view view() const { return {bytes.data(), size}; }
};

/// A line begins with a blank, so that " тел" is the beginning of a word anywhere. pre: at most kMaxReach bytes.
Folded fold_stretch(std::string_view text, bool begins_line) {
    Folded out;
    if (begins_line) out.bytes[out.size++] = ' ';
    for (std::size_t pos = 0; pos < text.size();) {
        if (const Letter letter = letter_at(text, pos); letter.size == 2) {
            out.bytes[out.size++] = letter.folded[0];
            out.bytes[out.size++] = letter.folded[1];
            pos += 2;
            continue;
        }
        const char c = text[pos++];
        out.bytes[out.size++] = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    }
    return out;
}

bool has_any(std::string_view text, std::initializer_list<std::string_view> stems) {
    return std::any_of(stems.begin(), stems.end(), [&](std::string_view stem) { return text.find(stem) != text.npos; });
}

}  // namespace

bool ends_letter(std::string_view text, std::size_t pos) { return pos >= 2 && letter_at(text, pos - 2).size == 2; }

std::size_t skip_blanks(std::string_view text, std::size_t pos, int most) {
    for (; most > 0 && pos < text.size(); --most) {
        if (text[pos] == ' ') ++pos;
        else if (is_no_break(text, pos)) pos += 2;
        else break;
    }
    return pos;
}

std::size_t skip_blanks_back(std::string_view text, std::size_t pos, int most) {
    for (; most > 0 && pos > 0; --most) {
        if (text[pos - 1] == ' ') --pos;
        else if (pos >= 2 && is_no_break(text, pos - 2)) pos -= 2;
        else break;
    }
    return pos;
}

Word word_at(std::string_view text, std::size_t pos) {
    Word word;
    word.begin = word.end = pos;
    word.is_upper = true;
    for (;;) {
        const Letter letter = letter_at(text, word.end);
        if (letter.size == 0) {
            const bool is_inside = word.letters > 0 && word.end < text.size() && text[word.end] == '-' && letter_at(text, word.end + 1).size == 2;
            if (!is_inside) break;
            if (word.size + 1 <= kMaxWord) word.bytes[word.size++] = '-';
            ++word.end;
            continue;
        }
        if (word.letters == 0) word.is_capital = letter.is_capital;
        word.is_upper = word.is_upper && letter.is_capital;
        ++word.letters;
        word.end += 2;
        if (word.size + 2 <= kMaxWord) {
            word.bytes[word.size++] = letter.folded[0];
            word.bytes[word.size++] = letter.folded[1];
        }
    }
    if (word.end - word.begin > kMaxWord) word.size = 0;
    return word;
}

Word word_before(std::string_view text, std::size_t end) {
    std::size_t begin = end;
    while (end - begin < kMaxWord) {
        if (ends_letter(text, begin)) begin -= 2;
        else if (begin > 0 && text[begin - 1] == '-' && begin < end && ends_letter(text, begin - 1)) begin -= 1;
        else break;
    }
    return word_at(text.substr(0, end), begin);
}

bool has_before(std::string_view text, std::size_t pos, std::size_t reach, std::initializer_list<std::string_view> stems) {
    reach = std::min({reach, kMaxReach, pos});
    std::string_view stretch = text.substr(pos - reach, reach);
    const std::size_t line = stretch.rfind('\n');
    if (line != stretch.npos) stretch.remove_prefix(line + 1);
    const bool begins_line = line != stretch.npos || reach == pos;
    return has_any(fold_stretch(stretch, begins_line).view(), stems);
}

bool has_after(std::string_view text, std::size_t pos, std::size_t reach, std::initializer_list<std::string_view> stems) {
    const std::string_view stretch = text.substr(pos, std::min(reach, kMaxReach));
    return has_any(fold_stretch(stretch.substr(0, stretch.find('\n')), false).view(), stems);
}

}  // namespace problemator::privacy
