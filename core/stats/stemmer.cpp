#include "core/stats/stemmer.hpp"

#include <algorithm>
#include <span>

#include "core/base/text.hpp"

namespace problemator {
namespace {

using Ending = std::u16string_view;

constexpr Ending kGerundAfterA[] = {u"в", u"вши", u"вшись"};          // only after а or я, as every «AfterA»
constexpr Ending kGerund[] = {u"ив", u"ивши", u"ившись", u"ыв", u"ывши", u"ывшись"};
constexpr Ending kAdjective[] = {u"ее", u"ие", u"ые", u"ое", u"ими", u"ыми", u"ей", u"ий", u"ый", u"ой", u"ем", u"им", u"ым", u"ом", u"его", u"ого", u"ему",
                                 u"ому", u"их", u"ых", u"ую", u"юю", u"ая", u"яя", u"ою", u"ею"};
constexpr Ending kParticipleAfterA[] = {u"ем", u"нн", u"вш", u"ющ", u"щ"};
constexpr Ending kParticiple[] = {u"ивш", u"ывш", u"ующ"};
constexpr Ending kReflexive[] = {u"ся", u"сь"};
constexpr Ending kVerbAfterA[] = {u"ла", u"на", u"ете", u"йте", u"ли", u"й", u"л", u"ем", u"н", u"ло", u"но", u"ет", u"ют", u"ны", u"ть", u"ешь", u"нно"};
constexpr Ending kVerb[] = {u"ила", u"ыла", u"ена", u"ейте", u"уйте", u"ите", u"или", u"ыли", u"ей", u"уй", u"ил", u"ыл", u"им", u"ым", u"ен", u"ило",
                            u"ыло", u"ено", u"ят", u"ует", u"уют", u"ит", u"ыт", u"ены", u"ить", u"ыть", u"ишь", u"ую", u"ю"};
constexpr Ending kNoun[] = {u"а", u"ев", u"ов", u"ие", u"ье", u"е", u"иями", u"ями", u"ами", u"еи", u"ии", u"и", u"ией", u"ей", u"ой", u"ий", u"й", u"иям",
                            u"ям", u"ием", u"ем", u"ам", u"ом", u"о", u"у", u"ах", u"иях", u"ях", u"ы", u"ь", u"ию", u"ью", u"ю", u"ия", u"ья", u"я"};
constexpr Ending kDerivational[] = {u"ост", u"ость"};
constexpr Ending kSuperlative[] = {u"ейш", u"ейше"};

/// A letter of the word as Unicode; what is not Russian is no letter of any ending.
constexpr char16_t letter(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0xE0 ? static_cast<char16_t>(byte - 0xE0 + 0x430) : u'\0';
}
bool is_vowel(char c) { return std::u16string_view{u"аеиоуыэюя"}.find(letter(c)) != std::u16string_view::npos; }

bool ends_with(std::string_view part, Ending ending) {
    return part.size() >= ending.size() && std::equal(ending.begin(), ending.end(), part.end() - static_cast<std::ptrdiff_t>(ending.size()), [](char16_t e, char c) { return e == letter(c); });
}

std::size_t longest(std::string_view part, std::span<const Ending> endings) {
    std::size_t most = 0;
    for (const Ending ending : endings)
        if (ending.size() > most && ends_with(part, ending)) most = ending.size();
    return most;
}

/// Removes endings from the region RV: what follows the first vowel.
class Trimmed {
public:
    explicit Trimmed(std::string_view region) : part_{region} {}

    bool cut(std::span<const Ending> endings) {
        const std::size_t size = longest(part_, endings);
        part_.remove_suffix(size);
        return size > 0;
    }
    /// The longest ending of both classes is the one that counts: when it needs а or я before it and has none, nothing is cut.
    bool cut(std::span<const Ending> after_a, std::span<const Ending> any) {
        const std::size_t bound = longest(part_, after_a), free = longest(part_, any);
        const std::size_t size = std::max(bound, free);
        if (size == 0 || (bound > free && !ends_with(part_.substr(0, part_.size() - size), u"а") && !ends_with(part_.substr(0, part_.size() - size), u"я"))) return false;
        part_.remove_suffix(size);
        return true;
    }
    /// Only where the ending stands wholly beyond the first `least` letters of the region.
    void cut_beyond(std::size_t least, std::span<const Ending> endings) {
        const std::size_t size = longest(part_, endings);
        if (part_.size() >= least + size) part_.remove_suffix(size);
    }
    void halve_double_n() {
        if (ends_with(part_, u"нн")) part_.remove_suffix(1);
    }
    std::size_t size() const { return part_.size(); }

private:
    std::string_view part_;
};

void cut_inflection(Trimmed& word) {
    if (word.cut(kGerundAfterA, kGerund)) return;
    word.cut(kReflexive);
    if (word.cut(kAdjective)) {
        word.cut(kParticipleAfterA, kParticiple);
        return;
    }
    if (!word.cut(kVerbAfterA, kVerb)) word.cut(kNoun);
}

/// Place after the first vowel (or consonant) at or after `from`; the end when there is none.
std::size_t after_first(std::string_view word, std::size_t from, bool vowel) {
    while (from < word.size() && is_vowel(word[from]) != vowel) ++from;
    return std::min(from + 1, word.size());
}

}  // namespace

std::string_view russian_stem(std::string_view word) {
    constexpr Ending kI[] = {u"и"}, kSoft[] = {u"ь"};
    const std::size_t rv = after_first(word, 0, true), r1 = after_first(word, rv, false);
    const std::size_t r2 = after_first(word, after_first(word, r1, true), false);
    Trimmed region{word.substr(rv)};
    cut_inflection(region);
    region.cut(kI);
    region.cut_beyond(r2 - rv, kDerivational);
    if (region.cut(kSuperlative)) region.halve_double_n();
    else if (const std::size_t before = region.size(); region.halve_double_n(), region.size() == before) region.cut(kSoft);
    return word.substr(0, rv + region.size());
}

std::string russian_stem_utf8(std::string_view utf8_word) {
    const std::string folded = to_lower(utf8_word);
    std::string letters, out;
    for (std::size_t pos = 0; pos < folded.size();) {
        const char32_t c = next_char(folded, pos);
        const bool is_russian = c >= 0x430 && c <= 0x44F;
        letters.push_back(c == 0x451 ? '\xE5' : is_russian ? static_cast<char>(c - 0x430 + 0xE0) : '\0');
    }
    std::size_t left = russian_stem(letters).size();
    for (std::size_t pos = 0; pos < folded.size() && left > 0; --left) {
        const char32_t c = next_char(folded, pos);
        append_utf8(out, c == 0x451 ? U'е' : c);
    }
    return out;
}

}  // namespace problemator
