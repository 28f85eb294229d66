#include "core/import/encoding.hpp"

#include <algorithm>
#include <cmath>
#include <cstring>

#include "core/base/nearest.hpp"
#include "core/base/text.hpp"
#include "core/base/text_scan.hpp"
#include "core/import/likeness.hpp"

namespace problemator {
namespace {

constexpr std::size_t kSampleBytes = std::size_t{1} << 18;
constexpr std::size_t kUtf16Bytes = std::size_t{1} << 14;
constexpr double kClear = 100;                 // cost by which a reading wins for sure: ten nats

struct HighBytes { std::size_t in_sequences = 0, bad = 0; };

HighBytes count_high_bytes(std::string_view bytes) {
    HighBytes count;
    while (!bytes.empty()) {
        const std::size_t bad = std::min(exact_bad_utf8(bytes), bytes.size());   // stops there: first_bad_utf8() looks at the whole text first
        count.in_sequences += static_cast<std::size_t>(std::count_if(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(bad),
                                                                      [](char c) { return static_cast<unsigned char>(c) >= 0x80; }));
        if (bad == bytes.size()) break;
        ++count.bad;
        bytes.remove_prefix(bad + 1);
    }
    return count;
}

struct PageChoice { const CodePage* page = nullptr; double confidence = 0; std::string_view second; };

/// The page with the least cost, the earlier one of equals; null when even that does not look Russian.
PageChoice choose_page(std::string_view sample) {
    const CodePage* best = nullptr;
    const CodePage* next = nullptr;
    Likeness best_found, next_found;
    for (const CodePage& page : code_pages()) {
        const Likeness found = likeness(sample, page);
        if (!best || found.cost < best_found.cost) {
            next = best, next_found = best_found;
            best = &page, best_found = found;
        } else if (found.cost > best_found.cost && (!next || found.cost < next_found.cost)) {
            next = &page, next_found = found;
        }
    }
    if (best_found.letters == 0 || best_found.mean() > kMostRussianMean) return {};
    const double lead = next ? next_found.cost - best_found.cost : kClear;
    return {best, 1 / (1 + std::exp(-lead / 20)), next && lead < kClear ? next->name : std::string_view{}};
}

/// Two exports glued into one file: the page of a cell that stands in a UTF-8 file but is wholly Russian text of one byte a letter.
const CodePage* page_of_cell(std::string_view raw) {
    const bool has_latin = std::any_of(raw.begin(), raw.end(), [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
    const HighBytes high = count_high_bytes(raw);
    if (has_latin || high.in_sequences > 0 || high.bad < 2) return nullptr;   // one odd byte says nothing
    const CodePage& usual = code_pages().front();
    const PageChoice choice = choose_page(raw);
    const bool is_clear = choice.page && likeness(raw, usual).cost - likeness(raw, *choice.page).cost > kClear;
    if (is_clear) return choice.page;
    const Likeness as_usual = likeness(raw, usual);
    return as_usual.letters == as_usual.high_bytes ? &usual : choice.page;   // capitals alone («ЖКХ») are rare pairs of letters
}

/// Without a mark: text in Latin or Cyrillic letters has 00 or 04 in every second byte, and line ends and delimiters give zeros.
std::optional<CodeUnit> utf16_without_mark(std::string_view bytes) {
    bytes = bytes.substr(0, std::min(bytes.size(), kUtf16Bytes) & ~std::size_t{1});
    if (bytes.size() < 4) return std::nullopt;
    std::size_t zeros[2] = {}, upper[2] = {};
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        zeros[i % 2] += bytes[i] == '\0' ? 1u : 0u;
        upper[i % 2] += bytes[i] == '\0' || bytes[i] == '\x04' || bytes[i] == '\x20' || bytes[i] == '\x21' ? 1u : 0u;
    }
    const std::size_t pairs = bytes.size() / 2;
    for (const std::size_t side : {1u, 0u})
        if (zeros[side] * 20 >= pairs && zeros[1 - side] == 0 && upper[side] * 10 >= pairs * 9) return side == 1 ? CodeUnit::Utf16Little : CodeUnit::Utf16Big;
    return std::nullopt;
}

bool is_utf32(std::string_view head) {
    using namespace std::string_view_literals;
    return head.starts_with("\xFF\xFE\0\0"sv) || head.starts_with("\0\0\xFE\xFF"sv);
}

/// What the first bytes say by themselves; UTF-16 also by its zeros.
std::optional<Encoding> marked(std::string_view head) {
    Encoding encoding;
    encoding.has_mark = true;
    if (head.starts_with("\xEF\xBB\xBF")) return encoding;
    encoding.unit = head.starts_with("\xFF\xFE") ? CodeUnit::Utf16Little : CodeUnit::Utf16Big;
    if (head.starts_with("\xFF\xFE") || head.starts_with("\xFE\xFF")) return encoding;
    const auto unit = utf16_without_mark(head);
    if (!unit) return std::nullopt;
    return Encoding{.unit = *unit};
}

/// A sample that was cut inside a character, without that character.
std::string_view without_cut_end(std::string_view head) {
    for (std::size_t tail = 1; tail <= 3 && tail <= head.size(); ++tail) {
        const auto byte = static_cast<unsigned char>(head[head.size() - tail]);
        if (byte < 0x80) return head;
        if (byte < 0xC0) continue;
        const std::size_t length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2;
        return length > tail ? head.substr(0, head.size() - tail) : head;
    }
    return head;
}

bool is_mostly_ascii(std::string_view sample, const HighBytes& high) { return (high.bad + high.in_sequences) * 20 < sample.size(); }

struct KnownName { std::string_view name; std::string_view spellings[6]; };

constexpr KnownName kNames[] = {
    {"utf-8", {"utf8", "utf-8-bom", "utf-8-sig", "unicode"}},
    {"utf-16le", {"utf-16", "utf16", "utf16le", "utf-16-le"}},
    {"utf-16be", {"utf16be", "utf-16-be"}},
    {"windows-1251", {"cp1251", "1251", "win1251", "win-1251", "windows1251"}},
    {"koi8-r", {"koi8r", "koi-8r", "koi8"}},
    {"ibm866", {"cp866", "866", "dos", "oem"}},
    {"x-mac-cyrillic", {"mac-cyrillic", "maccyrillic", "mac"}},
    {"koi8-u", {"koi8u"}},
};

Result<EncodingGuess> given_encoding(std::string_view head, std::string_view wanted) {
    const std::string key = to_lower(wanted);
    for (const KnownName& known : kNames) {
        const bool is_it = key == known.name || std::find(std::begin(known.spellings), std::end(known.spellings), key) != std::end(known.spellings);
        if (!is_it) continue;
        EncodingGuess guess{.encoding = {}, .confidence = 1, .second = {}, .is_given = true};
        const auto mark = marked(head);
        for (const CodePage& page : code_pages())
            if (page.name == known.name) guess.encoding.page = &page;
        if (known.name == "utf-16le" || known.name == "utf-16be") guess.encoding.unit = known.name == "utf-16le" ? CodeUnit::Utf16Little : CodeUnit::Utf16Big;
        guess.encoding.has_mark = mark && mark->has_mark && mark->unit == guess.encoding.unit && !guess.encoding.page;
        guess.encoding.is_damaged = known.name == "utf-8" && first_bad_utf8(without_cut_end(head)) != std::string_view::npos;
        return guess;
    }
    return Error{.fault = Fault::BadArgument, .place = {.file = {}, .row = 0, .column = "--encoding"}, .piece = std::string{wanted}, .expected = nearest_word(key, encoding_names())};
}

}  // namespace

bool looks_utf16(std::string_view head) {
    const auto mark = marked(head);
    return mark && mark->is_utf16() && !is_utf32(head);
}

std::vector<std::string_view> encoding_names() {
    std::vector<std::string_view> names;
    for (const KnownName& known : kNames) names.push_back(known.name);
    return names;
}

Result<EncodingGuess> guess_encoding(std::string_view head, Head extent, std::string_view wanted) {
    if (!wanted.empty()) return given_encoding(head, wanted);
    if (is_utf32(head)) return Error{.fault = Fault::NotThisFormat, .piece = "UTF-32", .expected = "UTF-8"};
    EncodingGuess guess;
    if (const auto mark = marked(head)) guess = {.encoding = *mark, .confidence = mark->has_mark ? 1 : 0.98, .second = {}, .is_given = false};
    if (guess.encoding.is_utf16()) return guess;
    if (extent == Head::Beginning) head = without_cut_end(head);
    const std::size_t bad = first_bad_utf8(head);
    if (bad == std::string_view::npos) return guess;
    guess.encoding.is_damaged = true;
    if (guess.encoding.has_mark) return guess;

    const std::string_view part = head.substr(bad > kSampleBytes / 2 ? bad - kSampleBytes / 2 : 0, kSampleBytes);
    const HighBytes high = count_high_bytes(part);
    guess.confidence = 0.9;
    if (high.in_sequences > 4 * high.bad) return guess;
    const PageChoice choice = choose_page(part);
    if (choice.page) return EncodingGuess{{.page = choice.page}, choice.confidence, choice.second, false};
    guess.confidence = 0.5;
    if (is_mostly_ascii(part, high)) return guess;                          // a few foreign letters in an English file
    return Error{.fault = Fault::BadEncoding, .expected = "UTF-8, windows-1251, KOI8-R, cp866, UTF-16"};
}

std::optional<Encoding> detect_encoding(std::string_view bytes) {
    const auto guess = guess_encoding(bytes, Head::WholeFile);
    return guess ? std::optional{guess->encoding} : std::nullopt;
}

Guess EncodingGuess::shown() const { return {"encoding", std::string{encoding.name()}, confidence, is_given, std::string{second}}; }

std::string_view Encoding::name() const {
    if (unit == CodeUnit::Utf16Little) return "utf-16le";
    if (unit == CodeUnit::Utf16Big) return "utf-16be";
    return page ? page->name : has_mark ? "utf-8-bom" : "utf-8";
}

std::string_view Encoding::decode(std::string_view raw, std::string& scratch) const {
    if (!page && !is_damaged) return raw;
    const bool is_ascii = std::all_of(raw.begin(), raw.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    if (is_ascii || (!page && first_bad_utf8(raw) == std::string_view::npos)) return raw;
    scratch.clear();
    if (const CodePage* read_by = page ? page : page_of_cell(raw)) append_by_page(scratch, raw, *read_by);
    else
        for (std::size_t at = 0; at < raw.size();) append_utf8(scratch, next_char(raw, at));
    return scratch;
}

std::string utf8_from_utf16(std::string_view bytes, const Encoding& encoding) {
    bytes.remove_prefix(std::min(bytes.size(), encoding.mark_bytes()));
    const std::size_t first = encoding.unit == CodeUnit::Utf16Little ? 1 : 0;
    const auto unit_at = [&](std::size_t at) { return static_cast<char32_t>(static_cast<unsigned char>(bytes[at + first])) << 8 | static_cast<unsigned char>(bytes[at + 1 - first]); };
    std::string text;
    text.reserve(bytes.size());
    std::size_t at = 0;
    for (; at + 2 <= bytes.size(); at += 2) {
        char32_t c = unit_at(at);
        const bool is_first_half = c >= 0xD800 && c < 0xDC00 && at + 4 <= bytes.size();
        const char32_t next = is_first_half ? unit_at(at + 2) : 0;
        if (next >= 0xDC00 && next < 0xE000) {
            c = 0x10000 + ((c - 0xD800) << 10) + (next - 0xDC00);
            at += 2;
        }
        append_utf8(text, c);
    }
    if (at < bytes.size()) append_utf8(text, 0xFFFD);
    return text;
}

}  // namespace problemator
