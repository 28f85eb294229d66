#include "core/import/encoding.hpp"

#include <algorithm>
#include <cstring>

#include "core/base/text.hpp"

namespace problemator {
namespace {

constexpr std::size_t kSampleBytes = std::size_t{1} << 18;

constexpr std::array<char16_t, 128> windows_1251() {
    std::array<char16_t, 128> table = {
        0x0402, 0x0403, 0x201A, 0x0453, 0x201E, 0x2026, 0x2020, 0x2021, 0x20AC, 0x2030, 0x0409, 0x2039, 0x040A, 0x040C, 0x040B, 0x040F,
        0x0452, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0,      0x2122, 0x0459, 0x203A, 0x045A, 0x045C, 0x045B, 0x045F,
        0x00A0, 0x040E, 0x045E, 0x0408, 0x00A4, 0x0490, 0x00A6, 0x00A7, 0x0401, 0x00A9, 0x0404, 0x00AB, 0x00AC, 0x00AD, 0x00AE, 0x0407,
        0x00B0, 0x00B1, 0x0406, 0x0456, 0x0491, 0x00B5, 0x00B6, 0x00B7, 0x0451, 0x2116, 0x0454, 0x00BB, 0x0458, 0x0405, 0x0455, 0x0457,
    };
    for (unsigned i = 0; i < 64; ++i) table[64 + i] = static_cast<char16_t>(0x0410 + i);   // А…я
    return table;
}

constexpr CodePage kPages[] = {{"windows-1251", windows_1251()}};

/// How Russian a reading of `bytes` by `page` is, per high byte: frequent small letters count most, letters in rare places and signs against.
double russian_score(std::string_view bytes, const CodePage& page) {
    static constexpr std::u16string_view kFrequent = u"оеаинтсрвлкмдпу";
    double score = 0;
    std::size_t high = 0;
    for (const char byte : bytes) {
        const auto code = static_cast<unsigned char>(byte);
        if (code < 0x80) continue;
        ++high;
        const char16_t letter = page.upper[code - 0x80u];
        const bool is_small = letter >= 0x430 && letter <= 0x44F, is_capital = letter >= 0x410 && letter <= 0x42F;
        if (is_small) score += kFrequent.find(letter) != std::u16string_view::npos ? 1.0 : 0.5;
        else if (is_capital) score += 0.4;
        else if (letter == 0) score -= 2;
    }
    return high == 0 ? 0 : score / static_cast<double>(high);
}

struct HighBytes { std::size_t in_sequences = 0, bad = 0; };

HighBytes count_high_bytes(std::string_view bytes) {
    HighBytes count;
    while (!bytes.empty()) {
        const std::size_t bad = std::min(find_bad_utf8(bytes), bytes.size());
        count.in_sequences += static_cast<std::size_t>(std::count_if(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(bad),
                                                                      [](char c) { return static_cast<unsigned char>(c) >= 0x80; }));
        if (bad == bytes.size()) break;
        ++count.bad;
        bytes.remove_prefix(bad + 1);
    }
    return count;
}

void append_by_page(std::string& out, std::string_view raw, const CodePage& page) {
    for (const char byte : raw) {
        const auto code = static_cast<unsigned char>(byte);
        if (code < 0x80) out += byte;
        else append_utf8(out, page.upper[code - 0x80u] == 0 ? char32_t{0xFFFD} : char32_t{page.upper[code - 0x80u]});
    }
}

/// Two exports glued into one file: the page of a cell that stands in a UTF-8 file but is wholly Russian text of one byte a letter.
const CodePage* page_of_cell(std::string_view raw) {
    const bool has_latin = std::any_of(raw.begin(), raw.end(), [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
    const HighBytes high = count_high_bytes(raw);
    if (has_latin || high.in_sequences > 0 || high.bad < 2) return nullptr;   // one odd byte says nothing
    for (const CodePage& page : kPages)
        if (russian_score(raw, page) >= 0.4) return &page;                      // capitals alone («ЖКХ») make 0.4
    return nullptr;
}

}  // namespace

std::size_t find_bad_utf8(std::string_view bytes) {
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
        if (lead < 0xE0 || first_bad_utf8(one) != std::string_view::npos) return at;
        at += length;
    }
    return std::string_view::npos;
}

std::optional<Encoding> detect_encoding(std::string_view bytes) {
    Encoding encoding;
    encoding.has_mark = bytes.starts_with("\xEF\xBB\xBF");
    const std::size_t bad = find_bad_utf8(bytes);
    if (bad == std::string_view::npos) return encoding;
    encoding.is_damaged = true;
    if (encoding.has_mark) return encoding;

    const std::string_view sample = bytes.substr(bad > kSampleBytes / 2 ? bad - kSampleBytes / 2 : 0, kSampleBytes);
    const HighBytes high = count_high_bytes(sample);
    if (high.in_sequences > 4 * high.bad) return encoding;
    const CodePage* best = nullptr;
    double best_score = 0.5;
    for (const CodePage& page : kPages) {
        const double score = russian_score(sample, page);
        if (score > best_score) { best = &page; best_score = score; }
    }
    if (best) return Encoding{.page = best};
    const bool is_mostly_ascii = (high.bad + high.in_sequences) * 100 < sample.size();   // a few foreign letters in an English file
    if (is_mostly_ascii) return encoding;
    return std::nullopt;
}

std::string_view Encoding::decode(std::string_view raw, std::string& scratch) const {
    if (!page && !is_damaged) return raw;
    const bool is_ascii = std::all_of(raw.begin(), raw.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    if (is_ascii || (!page && find_bad_utf8(raw) == std::string_view::npos)) return raw;
    scratch.clear();
    if (const CodePage* read_by = page ? page : page_of_cell(raw)) append_by_page(scratch, raw, *read_by);
    else
        for (std::size_t at = 0; at < raw.size();) append_utf8(scratch, next_char(raw, at));
    return scratch;
}

}  // namespace problemator
