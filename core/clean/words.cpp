#include "core/clean/words.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <iterator>

#include "core/base/bytes16.hpp"
#include "core/base/text.hpp"

namespace problemator {
namespace {

constexpr char kOther = '\xB8';        // a Cyrillic letter that Russian does not have
constexpr std::size_t kLongestMark = 200;

constexpr bool is_russian(char c) { return static_cast<unsigned char>(c) >= 0xE0 || c == kOther; }
constexpr bool is_latin(char c) { return c >= 'a' && c <= 'z'; }
constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_silent(char32_t c) { return c == 0xAD || c == 0x301 || c == 0x200B || c == 0x200D || c == 0xFEFF; }   // soft hyphen, stress, joiners

/// The byte of a letter or digit, or 0 for what parts words.
constexpr char letter_of(char32_t c) {
    if (c < 0x80) {
        const char small = static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
        return is_latin(small) || is_digit(small) ? small : '\0';
    }
    if (c == 0x451 || c == 0x401) return '\xE5';
    if (c >= 0x410 && c <= 0x42F) return static_cast<char>(c - 0x410 + 0xE0);
    if (c >= 0x430 && c <= 0x44F) return static_cast<char>(c - 0x430 + 0xE0);
    return c >= 0x400 && c <= 0x52F ? kOther : '\0';
}

/// The Russian letter that looks like a Latin one (capitals too: B, H, K, M, T), or 0.
char look_alike(char c) {
    constexpr std::string_view latin = "abcehkmoptxy";
    constexpr std::u32string_view russian = U"авсенкмортху";
    const std::size_t at = latin.find(c);
    return at == std::string_view::npos ? '\0' : letter_of(russian[at]);
}

void mend_word(char* begin, char* end) {
    if (end - begin > 1 && !(std::any_of(begin, end, is_russian) && std::any_of(begin, end, is_latin))) return;
    for (char* c = begin; c != end; ++c)
        if (const char same = look_alike(*c)) *c = same;
}

bool starts_with(std::string_view text, std::size_t pos, std::string_view what) { return text.compare(pos, what.size(), what) == 0; }

/// Length of what is not a part of the visible text at `pos`: a link, a tag, an entity, the head of a VK mark; 0 for none.
std::size_t unseen(std::string_view text, std::size_t pos) {
    const std::string_view near = text.substr(pos, kLongestMark);
    const auto through = [](std::size_t at) { return at == std::string_view::npos ? 0 : at + 1; };
    switch (text[pos]) {
        case '<': {
            const bool is_tag = near.size() > 1 && (is_latin(letter_of(static_cast<unsigned char>(near[1]))) || near[1] == '/' || near[1] == '!');
            return is_tag ? through(near.find('>')) : 0;
        }
        case '&': {
            const std::size_t end = near.find_first_not_of("#abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789", 1);
            return end != std::string_view::npos && end > 1 && end < 10 && near[end] == ';' ? end + 1 : 0;
        }
        case '[': {
            const bool is_mark = starts_with(near, 1, "id") || starts_with(near, 1, "club") || starts_with(near, 1, "public");
            return is_mark ? through(near.substr(0, 40).find('|')) : 0;
        }
        case 'h': case 'H': case 'w': case 'W': {
            const std::string head = to_lower(near.substr(0, 8));
            const bool is_link = head.starts_with("http://") || head.starts_with("https://") || head.starts_with("www.");
            return is_link ? std::min(text.find_first_of(" \t\r\n", pos), text.size()) - pos : 0;
        }
        default: return 0;
    }
}

bool ends_with(std::string_view word, std::u32string_view ending) {
    if (word.size() < ending.size()) return false;
    const std::string_view tail = word.substr(word.size() - ending.size());
    return std::equal(tail.begin(), tail.end(), ending.begin(), [](char a, char32_t b) { return a == letter_of(b); });
}

constexpr std::u32string_view kEndings[] = {   // of nouns and adjectives, the longer first
    U"иями", U"иях", U"иям", U"ией", U"ием", U"ями", U"ами", U"ого", U"его", U"ому", U"ему", U"ыми", U"ими", U"ие", U"ия", U"ии", U"ию", U"ах",
    U"ях",   U"ов",  U"ев",  U"ей",  U"ой",  U"ий",  U"ый",  U"ая",  U"яя",  U"ое",  U"ее",  U"ые",  U"ую",  U"юю", U"ых", U"их", U"ым", U"им",
    U"ом",   U"ем",  U"ам",  U"ям",  U"ью",  U"а",   U"я",   U"о",   U"е",   U"ы",   U"и",   U"у",   U"ю",   U"ь",  U"й"};

std::size_t two_bytes(char a, char b) { return static_cast<std::size_t>(static_cast<unsigned char>(a)) << 8 | static_cast<unsigned char>(b); }

std::size_t hash_of_four(const char* bytes) {
    std::uint32_t four;
    std::memcpy(&four, bytes, sizeof four);
    return four * 0x9E3779B1u >> 16;
}

/// What the first byte of a code point means: a letter of one byte, the lead of a Russian letter, something to look at, or a parting.
enum : unsigned char { kParts = 0, kLead0 = 1, kLead1 = 2, kLook = 3 };   // other values are letters

constexpr std::array<unsigned char, 256> kByFirstByte = [] {
    std::array<unsigned char, 256> table{};
    for (unsigned c = 0; c < 0x80; ++c) table[c] = static_cast<unsigned char>(letter_of(c));
    for (unsigned c = 0x80; c < 0x100; ++c) table[c] = kLook;
    for (const char c : {'<', '&', '[', 'h', 'H', 'w', 'W'}) table[static_cast<unsigned char>(c)] = kLook;
    table[0xD0] = kLead0;
    table[0xD1] = kLead1;
    return table;
}();

/// Letters U+0400…U+047F by the lead byte (D0, D1) and the six bits of the second.
constexpr std::array<std::array<char, 64>, 2> kByPair = [] {
    std::array<std::array<char, 64>, 2> table{};
    for (unsigned lead = 0; lead < 2; ++lead)
        for (unsigned c = 0; c < 64; ++c) table[lead][c] = letter_of(0x400 + lead * 64 + c);
    return table;
}();

#if defined(PM_HAS_BYTES16)
/// Writes the letters А…я that stand in the next sixteen bytes, up to the first other one; returns how many there are. pre: room for eight bytes
std::size_t eight_cyrillic(const char* from, char* to) {
    const Bytes16 pairs = load16(from);
    const Bytes16 is_pair = is_equal8(both16(pairs, all8(static_cast<short>(0xC0FE))), all8(static_cast<short>(0x80D0)));
    const Bytes16 code = either16(both16(halves8(pairs), all8(0x3F)), times64(both16(pairs, all8(1))));   // since U+0400
    const Bytes16 since_a = minus8(code, all8(0x10));                                                      // А…Я, а…я: 0…63
    const Bytes16 is_letter = both16(is_pair, both16(is_less8(since_a, all8(64)), is_less8(all8(-1), since_a)));
    store_narrow8(to, either16(both16(since_a, all8(0x1F)), all8(0xE0)));
    const std::uint32_t mask = mask16(is_letter);
    return mask == 0xFFFF ? 8 : static_cast<std::size_t>(std::countr_one(mask)) / 2;
}
#endif

/// Collects letters into words; mends a word when it ends. Writes into room for every byte of the text and two blanks: a letter takes no
/// more bytes than it had, and the blank before a word has the place of what parted it from the last one.
class WordWriter {
public:
    WordWriter(std::string& room, std::size_t text_bytes) {
        if (room.size() < text_bytes + 2) room.resize(text_bytes + 2);
        begin_ = at_ = room.data();
    }
    void letter(char c) {
        if (!in_word_) begin_word();
        has_latin_ |= is_latin(c);
        *at_++ = c;
    }
    /// Letters U+0400…U+047F from `pos` on; where they end.
    std::size_t cyrillic(std::string_view text, std::size_t pos) {
        if (!in_word_) begin_word();
#if defined(PM_HAS_BYTES16)
        for (std::size_t letters = 8; letters == 8 && pos + 16 <= text.size(); pos += 2 * letters, at_ += letters) letters = eight_cyrillic(text.data() + pos, at_);
#endif
        for (; pos + 1 < text.size() && (text[pos] & 0xFE) == 0xD0 && (text[pos + 1] & 0xC0) == 0x80; pos += 2) *at_++ = kByPair[text[pos] & 1][text[pos + 1] & 0x3F];
        return pos;
    }
    void end_word() {
        if (has_latin_) mend_word(word_, at_);
        in_word_ = has_latin_ = false;
    }
    std::string_view finish() {
        end_word();
        *at_++ = ' ';
        return {begin_, static_cast<std::size_t>(at_ - begin_)};
    }

private:
    void begin_word() {
        *at_++ = ' ';
        word_ = at_;
        in_word_ = true;
    }

    const char* begin_ = nullptr;
    char* at_ = nullptr;
    char* word_ = nullptr;
    bool in_word_ = false, has_latin_ = false;
};

}  // namespace

std::string_view words_in(std::string_view text, std::string& room) {
    WordWriter writer{room, text.size()};
    for (std::size_t pos = 0; pos < text.size();) {
        const unsigned char kind = kByFirstByte[static_cast<unsigned char>(text[pos])];
        if (kind > kLook) {
            writer.letter(static_cast<char>(kind));
            ++pos;
        } else if (kind == kParts) {
            writer.end_word();
            ++pos;
        } else if (kind != kLook && pos + 1 < text.size() && (text[pos + 1] & 0xC0) == 0x80) {
            pos = writer.cyrillic(text, pos);
        } else if (const std::size_t skipped = unseen(text, pos)) {
            writer.end_word();
            pos += skipped;
        } else {
            const char32_t c = next_char(text, pos);
            if (const char letter = letter_of(c)) writer.letter(letter);
            else if (!is_silent(c)) writer.end_word();
        }
    }
    return writer.finish();
}

void write_words(std::string_view text, std::string& out) { out.resize(words_in(text, out).size()); }

std::string words_of(std::string_view utf8) {
    std::string out;
    write_words(utf8, out);
    return out;
}

std::string words_to_utf8(std::string_view words) {
    std::string out;
    for (const char c : trim(words)) {
        if (static_cast<unsigned char>(c) >= 0xE0) append_utf8(out, static_cast<unsigned char>(c) - 0xE0u + 0x430u);
        else if (static_cast<unsigned char>(c) < 0x80) out.push_back(c);
    }
    return out;
}

std::string_view stem_of(std::string_view word) {
    constexpr std::size_t kShortest = 3;
    for (const auto ending : kEndings)
        if (word.size() >= kShortest + ending.size() && ends_with(word, ending)) return word.substr(0, word.size() - ending.size());
    return word;
}

void WordPatterns::add(std::string_view utf8_pattern, std::uint32_t tag) {
    Pattern pattern{.parts = {}, .tag = tag};
    for (const std::string_view piece : split(utf8_pattern, ' ')) {
        const std::string words = words_of(piece);
        const bool is_beginning = piece.ends_with('*');
        for (const std::string_view word : split(words, ' '))
            if (!word.empty()) pattern.parts.push_back({std::string{word}, false});
        if (is_beginning && !pattern.parts.empty()) pattern.parts.back().is_beginning = true;
    }
    if (pattern.parts.empty()) return;
    if (nodes_.empty()) nodes_.emplace_back();
    std::uint32_t node = 0;
    for (const char letter : pattern.parts[0].letters) {
        std::uint32_t next = child(node, letter);
        if (next == 0) {
            next = static_cast<std::uint32_t>(nodes_.size());
            if (node == 0) roots_[static_cast<unsigned char>(letter)] = next;
            else nodes_[node].next.emplace_back(letter, next);
            nodes_.emplace_back();
        }
        node = next;
    }
    mark_beginning(pattern.parts[0]);
    auto& list = pattern.parts[0].is_beginning ? nodes_[node].beginnings : nodes_[node].whole;
    list.push_back(static_cast<std::uint32_t>(patterns_.size()));
    patterns_.push_back(std::move(pattern));
}

/// A word is worth a look when a pattern begins with its first bytes: four of them where the pattern has so many, told by a hash.
void WordPatterns::mark_beginning(const Part& first) {
    const auto mark_four = [&](std::string start, const auto& again) -> void {
        if (start.size() == 4) return by_four_.set(hash_of_four(start.data())), void();
        for (unsigned next = 0; next < 256; ++next) again(start + static_cast<char>(next), again);
    };
    const std::string whole = first.letters + (first.is_beginning ? "" : " ");
    if (whole.size() > 2) return mark_four(whole.substr(0, 4), mark_four);
    for (unsigned next = 0; next < 256; ++next)
        if (whole.size() == 1 || next == static_cast<unsigned char>(whole[1])) by_two_.set(two_bytes(whole[0], static_cast<char>(next)));
}

/// pre: begin + 1 < words.size()
bool WordPatterns::may_begin(std::string_view words, std::size_t begin) const {
    if (begin + 4 > words.size() || by_two_[two_bytes(words[begin], words[begin + 1])]) return true;
    return by_four_[hash_of_four(words.data() + begin)];
}

std::uint32_t WordPatterns::child(std::uint32_t node, char letter) const {
    if (node == 0) return roots_[static_cast<unsigned char>(letter)];
    for (const auto& [c, next] : nodes_[node].next)
        if (c == letter) return next;
    return 0;
}

/// End of the whole pattern when its later parts follow in `words` after the word that ends at `end`; npos otherwise.
std::size_t WordPatterns::end_of_match(const Pattern& pattern, std::string_view words, std::size_t end) const {
    for (std::size_t i = 1; i < pattern.parts.size(); ++i) {
        const Part& part = pattern.parts[i];
        if (!starts_with(words, end + 1, part.letters)) return std::string_view::npos;
        const std::size_t after = end + 1 + part.letters.size();
        if (!part.is_beginning && words[after] != ' ') return std::string_view::npos;
        end = words.find(' ', after);
    }
    return end;
}

void WordPatterns::look_at(std::string_view words, std::size_t begin, std::vector<Found>& found) const {
    const auto tell = [&](const std::vector<std::uint32_t>& patterns) {
        if (patterns.empty()) return;
        const std::size_t end = words.find(' ', begin);
        for (const std::uint32_t pattern : patterns) {
            const std::size_t last = end_of_match(patterns_[pattern], words, end);
            if (last != std::string_view::npos) found.push_back({patterns_[pattern].tag, begin, last});
        }
    };
    std::uint32_t node = 0;
    for (std::size_t pos = begin; (node = child(node, words[pos])) != 0; ++pos) {
        tell(nodes_[node].beginnings);
        if (words[pos + 1] == ' ') tell(nodes_[node].whole);
    }
}

void WordPatterns::find(std::string_view words, std::vector<Found>& found) const {
    found.clear();
    if (nodes_.empty()) return;
    const auto look = [&](std::size_t blank) {
        if (blank + 2 < words.size() && may_begin(words, blank + 1)) look_at(words, blank + 1, found);
    };
    std::size_t pos = 0;
#if defined(PM_HAS_BYTES16)
    for (const Bytes16 blank = all16(' '); pos + 16 <= words.size(); pos += 16)
        for (std::uint32_t mask = mask16(is_equal16(load16(words.data() + pos), blank)); mask != 0; mask &= mask - 1) look(pos + static_cast<std::size_t>(std::countr_zero(mask)));
#endif
    for (; pos < words.size(); ++pos)
        if (words[pos] == ' ') look(pos);
}

}  // namespace problemator
