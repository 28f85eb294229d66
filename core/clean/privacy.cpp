#include "core/clean/privacy.hpp"

#include <algorithm>
#include <bit>

#include "core/base/bytes16.hpp"
#include "core/base/text.hpp"
#include "core/clean/privacy_scan.hpp"

namespace problemator {
namespace {

using namespace privacy;

enum Hint : std::uint8_t { None, Digit, Sign, Slash, Bracket, Capital, Small };   // Capital and Small: the lead byte of a letter that may be one

constexpr std::array<std::uint8_t, 256> make_hints() {
    std::array<std::uint8_t, 256> hints{};
    for (unsigned c = '0'; c <= '9'; ++c) hints[c] = Digit;
    hints['@'] = Sign;
    hints['/'] = Slash;
    hints['['] = Bracket;
    hints[0xD0] = Capital;   // А…Я and Ё, and а…п: told apart by the next byte
    return hints;
}
constexpr auto kHints = make_hints();
constexpr unsigned char kLastCapital = 0xAF, kYo = 0x81, kSmallV = 0xB2;

#if defined(PM_HAS_BYTES16)
/// Where the search goes on: of sixteen bytes those that begin something. A capital letter has two bytes, so the one behind is looked at too.
std::size_t next_hint(std::string_view text, std::size_t pos) {
    for (; pos + 17 <= text.size(); pos += 16) {
        const Bytes16 here = load16(text.data() + pos), behind = load16(text.data() + pos + 1);
        const auto is = [&](char c) { return is_equal16(here, all16(c)); };
        const Bytes16 signs = either16(either16(is('@'), is('/')), either16(is('['), is_between16(here, '0', '9')));
        const Bytes16 letters = either16(is_between16(behind, '\x90', static_cast<char>(kLastCapital)), either16(is_equal16(behind, all16(static_cast<char>(kYo))), is_equal16(behind, all16(static_cast<char>(kSmallV)))));
        const std::uint32_t mask = mask16(either16(signs, both16(is('\xD0'), letters)));
        if (mask != 0) return pos + static_cast<std::size_t>(std::countr_zero(mask));
    }
    return pos;
}
#else
std::size_t next_hint(std::string_view, std::size_t pos) { return pos; }
#endif

void search(std::string_view text, Spans& out) {
    for (std::size_t pos = next_hint(text, 0); pos < text.size(); pos = next_hint(text, pos)) {
        switch (kHints[static_cast<unsigned char>(text[pos])]) {
            case Digit: pos = find_at_digit(text, pos, out); continue;
            case Sign: pos = find_at_sign(text, pos, out); continue;
            case Slash: pos = find_at_slash(text, pos, out); continue;
            case Bracket: pos = find_at_bracket(text, pos, out); continue;
            case Capital: break;
            default: ++pos; continue;
        }
        const auto next = pos + 1 < text.size() ? static_cast<unsigned char>(text[pos + 1]) : 0;
        if ((next >= 0x90 && next <= kLastCapital) || next == kYo) pos = find_at_capital(text, pos, out);
        else if (next == kSmallV) pos = find_small_patronymic(text, pos, out);
        else pos += 2;
    }
}

/// Finds that touch each other's bytes become one, of the kind that begins first (the longer one of two that begin together).
void join(Spans& spans) {
    std::sort(spans.begin(), spans.end(), [](const PersonalSpan& a, const PersonalSpan& b) {
        return a.begin != b.begin ? a.begin < b.begin : a.end != b.end ? a.end > b.end : a.kind < b.kind;
    });
    std::size_t kept = 0;
    for (const PersonalSpan& span : spans) {
        if (kept > 0 && span.begin < spans[kept - 1].end) spans[kept - 1].end = std::max(spans[kept - 1].end, span.end);
        else spans[kept++] = span;
    }
    spans.resize(kept);
}

struct KindText { std::string_view id; Phrase name; std::string_view mask; };

constexpr KindText text_of(PersonalKind kind) {
    switch (kind) {
        case PersonalKind::Name: return {"name", {"имя", "name"}, "[имя]"};
        case PersonalKind::Phone: return {"phone", {"телефон", "telephone"}, "[телефон]"};
        case PersonalKind::Email: return {"email", {"электронная почта", "e-mail"}, "[почта]"};
        case PersonalKind::Passport: return {"passport", {"паспорт", "passport"}, "[паспорт]"};
        case PersonalKind::Snils: return {"snils", {"СНИЛС", "SNILS"}, "[СНИЛС]"};
        case PersonalKind::Inn: return {"inn", {"ИНН", "taxpayer number"}, "[ИНН]"};
        case PersonalKind::Card: return {"card", {"банковская карта", "bank card"}, "[карта]"};
        case PersonalKind::Account: return {"account", {"банковский счёт", "bank account"}, "[счёт]"};
        case PersonalKind::Plate: return {"plate", {"номер машины", "vehicle plate"}, "[номер машины]"};
        case PersonalKind::Address: return {"address", {"точный адрес", "exact address"}, "[адрес]"};
        case PersonalKind::BirthDate: return {"birth_date", {"дата рождения", "date of birth"}, "[дата рождения]"};
        case PersonalKind::Profile: return {"profile", {"страница в сети", "network profile"}, "[профиль]"};
    }
    return {"name", {"имя", "name"}, "[имя]"};
}

constexpr std::size_t kMaxCell = 200;   // bytes of a cell that may be nothing but a name

/// «иванов иван» → «Иванов Иван»: a cell that has no capitals at all says nothing by that.
std::string with_capitals(std::string_view cell) {
    std::string out;
    bool starts_word = true;
    for (std::size_t pos = 0; pos < cell.size();) {
        char32_t c = next_char(cell, pos);
        const bool is_small = (c >= 0x430 && c <= 0x44F) || c == 0x451;
        if (c >= 0x410 && c <= 0x42F) return {};
        if (is_small && starts_word) c = c == 0x451 ? 0x401 : c - 32;
        starts_word = !is_small;
        append_utf8(out, c);
    }
    return out;
}

bool names_person(const Spans& spans) {
    return std::any_of(spans.begin(), spans.end(), [](const PersonalSpan& s) {
        return s.kind != PersonalKind::Address && s.kind != PersonalKind::Plate && s.kind != PersonalKind::BirthDate;
    });
}

}  // namespace

std::string_view personal_kind_id(PersonalKind kind) { return text_of(kind).id; }
Phrase personal_kind_name(PersonalKind kind) { return text_of(kind).name; }
std::string_view personal_mask(PersonalKind kind) { return text_of(kind).mask; }

void find_personal(std::string_view text, std::vector<PersonalSpan>& out) {
    out.clear();
    search(text, out);
    if (out.size() > 1) join(out);
}

void count_personal(const std::vector<PersonalSpan>& spans, PrivacyTally& tally) {
    for (const PersonalSpan& span : spans) ++tally.found[static_cast<std::size_t>(span.kind)];
}

std::string_view mask_personal(std::string_view text, std::string& scratch, PrivacyTally& tally) {
    std::vector<PersonalSpan> spans;   // allocates only for a text with finds
    find_personal(text, spans);
    if (spans.empty()) return text;
    count_personal(spans, tally);
    scratch.clear();
    std::size_t done = 0;
    for (const PersonalSpan& span : spans) {
        scratch.append(text.substr(done, span.begin - done)).append(personal_mask(span.kind));
        done = span.end;
    }
    scratch.append(text.substr(done));
    return scratch;
}

bool is_personal_cell(std::string_view cell) {
    Spans spans;
    find_personal(cell, spans);
    if (names_person(spans) || cell.size() > kMaxCell) return names_person(spans);
    find_personal(with_capitals(cell), spans);
    return names_person(spans);
}

}  // namespace problemator
