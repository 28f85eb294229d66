#include "core/snapshot/personal.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "core/base/text.hpp"

namespace problemator {
namespace {

constexpr int kPhoneDigits = 10;

bool is_capital(char32_t c) { return (c >= 0x410 && c <= 0x42F) || c == 0x401; }
bool is_small(char32_t c) { return (c >= 0x430 && c <= 0x44F) || c == 0x451; }

using Word = std::u32string;

/// Runs of Cyrillic letters and hyphens; everything else ends a word. `has_other`: digits or other letters were met.
std::vector<Word> words_of(std::string_view text, bool& has_other) {
    std::vector<Word> words;
    Word word;
    const auto end = [&] {
        if (!word.empty()) words.push_back(std::move(word));
        word.clear();
    };
    for (std::size_t pos = 0; pos < text.size();) {
        const char32_t c = next_char(text, pos);
        if (is_capital(c) || is_small(c) || (c == '-' && !word.empty())) word.push_back(c);
        else {
            end();
            has_other = has_other || !(c == ' ' || c == '.' || c == ',' || c == 0xA0);
        }
    }
    end();
    return words;
}

bool is_initial(const Word& word) { return word.size() == 1 && is_capital(word[0]); }
bool is_name(const Word& word) { return word.size() >= 3 && is_capital(word[0]) && is_small(word[1]); }

bool is_patronymic(const Word& word) {
    for (const std::u32string_view ending : {U"ович", U"евич", U"ьич", U"овна", U"евна", U"ична"})
        if (is_name(word) && word.size() > ending.size() + 1 && std::u32string_view{word}.substr(word.size() - ending.size()) == ending) return true;
    return false;
}

bool is_person(std::string_view text) {
    bool has_other = false;
    const auto words = words_of(text, has_other);
    if (words.size() < 2 || words.size() > 4) return false;
    const auto count = [&](auto&& test) { return std::count_if(words.begin(), words.end(), test); };
    const auto initials = count(is_initial), names = count(is_name);
    const bool has_all = initials + names == static_cast<std::ptrdiff_t>(words.size());
    if (!has_other && has_all && names == 1 && initials >= 1 && text.find('.') != text.npos) return true;
    return has_all && names >= 2 && count(is_patronymic) >= 1;
}

bool has_phone(std::string_view text) {
    int digits = 0;
    for (const char c : text) {
        if (c >= '0' && c <= '9') ++digits;
        else if (c != ' ' && c != '-' && c != '(' && c != ')' && c != '+') digits = 0;
        if (digits >= kPhoneDigits) return true;
    }
    return false;
}

bool has_mail(std::string_view text) {
    const std::size_t at = text.find('@');
    return at != text.npos && at > 0 && text.find('.', at) != text.npos;
}

}  // namespace

bool looks_personal(std::string_view utf8) { return is_person(utf8) || has_phone(utf8) || has_mail(utf8); }

}  // namespace problemator
