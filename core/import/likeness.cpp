#include "core/import/likeness.hpp"

#include <cstdint>
#include <vector>

#include "core/import/letter_statistics.hpp"

namespace problemator {
namespace {

// Costs in tenths of a nat, of the size of a rare pair of letters: set by hand, proved by the corpus test (tests/unit/import).
constexpr std::uint8_t kCapitalAfterSmall = 45, kBesideLatin = 30;
constexpr std::uint8_t kUsualSign = 25, kUkrainian = 45, kOtherSign = 60, kFrame = 80, kNotAssigned = 120;

constexpr std::u16string_view kUsualSigns = u"«»„“”‘’–—…№§°•©®™€\u00A0\u00AD";
constexpr std::u16string_view kUkrainianLetters = u"іїєґІЇЄҐўЎ";

enum class Sort : std::uint8_t { Other, Latin, Small, Capital };
struct Sign { Sort sort = Sort::Other; std::uint8_t letter = kLetters, cost = 0; };

Sign sign_of(char16_t c) {
    if (c == u'ё') c = u'е';
    if (c == u'Ё') c = u'Е';
    if (c >= u'а' && c <= u'я') return {Sort::Small, static_cast<std::uint8_t>(c - u'а'), 0};
    if (c >= u'А' && c <= u'Я') return {Sort::Capital, static_cast<std::uint8_t>(c - u'А'), 0};
    if (c == 0) return {Sort::Other, kLetters, kNotAssigned};
    if (kUsualSigns.find(c) != std::u16string_view::npos) return {Sort::Other, kLetters, kUsualSign};
    if (kUkrainianLetters.find(c) != std::u16string_view::npos) return {Sort::Other, kLetters, kUkrainian};
    return {Sort::Other, kLetters, c >= 0x2500 && c <= 0x25FF ? kFrame : kOtherSign};
}

std::array<Sign, 256> signs_of(const CodePage& page) {
    std::array<Sign, 256> signs{};
    for (unsigned c = 0; c < 128; ++c)
        if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) signs[c].sort = Sort::Latin;
    for (std::size_t i = 0; i < 128; ++i) signs[128 + i] = sign_of(page.upper[i]);
    return signs;
}

const std::array<Sign, 256>& known_signs(const CodePage& page) {
    static const auto all = [] {
        std::vector<std::array<Sign, 256>> made;
        for (const CodePage& known : code_pages()) made.push_back(signs_of(known));
        return made;
    }();
    return all[static_cast<std::size_t>(&page - code_pages().data())];
}

}  // namespace

Likeness likeness(std::string_view bytes, const CodePage& page) {
    const auto& signs = known_signs(page);
    Likeness found;
    std::uint64_t cost = 0;
    Sign before;
    for (const char byte : bytes) {
        const auto code = static_cast<unsigned char>(byte);
        const Sign& sign = signs[code];
        if (code >= 0x80) ++found.high_bytes;
        const bool meets_latin = (sign.letter < kLetters && before.sort == Sort::Latin) || (sign.sort == Sort::Latin && before.letter < kLetters);
        if (sign.letter < kLetters || before.letter < kLetters) cost += kLetterSurprise[before.letter][sign.letter];
        if (sign.letter < kLetters) ++found.letters;
        if (sign.sort == Sort::Capital && before.sort == Sort::Small) cost += kCapitalAfterSmall;
        cost += sign.cost + (meets_latin ? kBesideLatin : 0u);
        before = sign;
    }
    found.cost = static_cast<double>(cost);
    return found;
}

}  // namespace problemator
