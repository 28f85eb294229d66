#include "core/charts/hyphens.hpp"

#include <algorithm>

#include "core/base/text.hpp"

namespace problemator {
namespace {

struct Letter { char32_t folded; std::size_t at; };   // at: its first byte

constexpr std::u32string_view kVowels = U"аеёиоуыэюяaeiouy", kNeverFirst = U"ьъй";

char32_t lower(char32_t c) {
    if (c >= U'A' && c <= U'Z') return c + 32;
    if (c >= U'А' && c <= U'Я') return c + 32;
    return c == U'Ё' ? U'ё' : c;
}

bool is_latin(char32_t c) { return c >= U'a' && c <= U'z'; }
bool is_letter(char32_t c) { return is_latin(c) || (c >= U'а' && c <= U'я') || c == U'ё'; }
bool is_vowel(char32_t c) { return kVowels.find(c) != kVowels.npos; }

/// Empty when the word has anything but letters.
std::vector<Letter> letters_of(std::string_view word) {
    std::vector<Letter> out;
    for (std::size_t pos = 0; pos < word.size();) {
        const std::size_t at = pos;
        const char32_t c = lower(next_char(word, pos));
        if (!is_letter(c)) return {};
        out.push_back({c, at});
    }
    return out;
}

/// «с» with what follows it begins a syllable together: «снабжение», «устройство», «ставка».
bool is_s_cluster(const std::vector<Letter>& word, std::size_t i) {
    const auto at = [&](std::size_t k) { return k < word.size() ? word[k].folded : U' '; };
    if (at(i) != U'с' || i == 0 || !(is_vowel(at(i - 1)) || at(i - 1) == U'й') || is_vowel(at(i + 1)) || kNeverFirst.find(at(i + 1)) != kNeverFirst.npos) return false;
    return is_vowel(at(i + 2)) || (at(i + 1) == U'т' && (at(i + 2) == U'р' || at(i + 2) == U'в') && is_vowel(at(i + 3)));
}

/// A syllable begins here: a consonant before a vowel, or a vowel after a vowel or after ь ъ й.
bool begins_syllable(const std::vector<Letter>& word, std::size_t i, Clusters clusters) {
    const char32_t here = word[i].folded, next = word[i + 1].folded;
    if (kNeverFirst.find(here) != kNeverFirst.npos) return false;
    const char32_t before = word[i - 1].folded;
    if (is_vowel(here)) return is_vowel(before) || kNeverFirst.find(before) != kNeverFirst.npos;
    if (clusters == Clusters::Split) return is_vowel(next);
    for (std::size_t back = 1; back <= 2 && back <= i && !is_vowel(word[i - back].folded); ++back)
        if (is_s_cluster(word, i - back)) return false;
    return is_vowel(next) || is_s_cluster(word, i);
}

double width_of(std::string_view text, double size_px, Weight weight) { return text_width(text, size_px, weight); }

/// The longest beginning of `word` that fits with its hyphen, if it can be with three letters left for the next line; 0 when none fits.
std::size_t longest_part(std::string_view word, Clusters clusters, double size_px, Weight weight, double room) {
    const std::vector<Letter> letters = letters_of(word);
    std::size_t best = 0;
    for (const std::size_t point : hyphen_points(word, clusters)) {
        if (width_of(std::string{word.substr(0, point)} + '-', size_px, weight) > room) break;
        if (best == 0 || point <= letters[letters.size() - 3].at) best = point;
    }
    return best;
}

}  // namespace

std::vector<std::size_t> hyphen_points(std::string_view word, Clusters clusters) {
    const std::vector<Letter> letters = letters_of(word);
    std::vector<std::size_t> out;
    if (letters.empty()) return out;
    const std::size_t least = is_latin(letters.front().folded) ? 3 : 2;
    const auto has_vowel = [&](std::size_t from, std::size_t until) { return std::any_of(letters.begin() + static_cast<std::ptrdiff_t>(from), letters.begin() + static_cast<std::ptrdiff_t>(until), [](const Letter& l) { return is_vowel(l.folded); }); };
    for (std::size_t i = least; i + least <= letters.size(); ++i)
        if (begins_syllable(letters, i, clusters) && has_vowel(0, i) && has_vowel(i, letters.size())) out.push_back(letters[i].at);
    return out;
}

namespace {

std::optional<std::vector<std::string>> lines_with(Clusters clusters, std::string_view name, double size_px, Weight weight, double room, std::size_t most) {
    std::vector<std::string> lines = {""};
    const auto fits = [&](std::string_view text) { return width_of(text, size_px, weight) <= room; };
    for (std::string_view word : split(name, ' ')) {
        while (!word.empty()) {
            const std::string joined = lines.back().empty() ? std::string{word} : lines.back() + ' ' + std::string{word};
            if (fits(joined)) {
                lines.back() = joined;
                break;
            }
            if (!lines.back().empty()) {
                lines.emplace_back();
                continue;
            }
            const std::size_t part = longest_part(word, clusters, size_px, weight, room);
            if (part == 0) return std::nullopt;
            lines.back() = std::string{word.substr(0, part)} + '-';
            lines.emplace_back();
            word.remove_prefix(part);
        }
    }
    if (lines.back().empty()) lines.pop_back();
    if (lines.empty() || lines.size() > most) return std::nullopt;
    return lines;
}

}  // namespace

std::optional<std::vector<std::string>> hyphenated_lines(std::string_view name, double size_px, Weight weight, double room, std::size_t most) {
    auto kept = lines_with(Clusters::Kept, name, size_px, weight, room, most);
    if (kept && kept->size() <= 2) return kept;
    auto split = lines_with(Clusters::Split, name, size_px, weight, room, kept ? kept->size() - 1 : most);
    return split ? split : kept;
}

}  // namespace problemator
