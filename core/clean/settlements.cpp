#include "core/clean/settlements.hpp"

#include <algorithm>
#include <array>

#include "core/base/text.hpp"
#include "core/clean/address.hpp"

namespace problemator {
namespace {

constexpr std::size_t kShortName = 5;          // letters: such a name needs a word before it that tells a place
constexpr std::size_t kMostForms = 216;        // of one name

/// Endings of a name by its own ending: what is cut off, and what is put in its place.
struct Declension { std::string_view ending; std::array<std::string_view, 9> cases; };

constexpr Declension kAdjectives[] = {
    {"ое", {"ое", "ого", "ому", "ым", "ом"}}, {"ее", {"ее", "его", "ему", "им", "ем"}}, {"ый", {"ый", "ого", "ому", "ым", "ом"}},
    {"ий", {"ий", "ого", "его", "ому", "ему", "им", "ом", "ем"}}, {"ой", {"ой", "ого", "ому", "ым", "ом"}}, {"ая", {"ая", "ой", "ую"}}};

/// -ово and -ино change only in «в Вагине»: the other cases are people's surnames.
constexpr Declension kNouns[] = {
    {"ье", {"ье", "ья", "ью", "ьем"}}, {"ще", {"ще", "ща", "щу", "щем"}}, {"ово", {"ово", "ове"}}, {"ево", {"ево", "еве"}}, {"ино", {"ино", "ине"}},
    {"а", {"а", "ы", "и", "е", "у", "ой"}}, {"я", {"я", "и", "е", "ю", "ей"}}, {"ы", {"ы", "", "ов", "ам", "ах", "ами"}},
    {"ь", {"ь", "и", "ью", "я", "ю", "е"}}, {"о", {"о"}}, {"е", {"е"}}, {"и", {"и"}}, {"у", {"у"}}, {"й", {"й", "я", "ю", "е", "ем"}}};
constexpr Declension kConsonant = {"", {"", "а", "у", "ом", "е", "ым"}};

constexpr std::string_view kBefore[] = {"в", "во", "из", "до", "на", "по", "под", "около", "возле", "от", "для", "через", "между", "у", "к", "жители", "жителей",
                                        "администрация", "администрации", "школа", "школе", "наш", "наше", "нашем", "наша", "нашей"};
constexpr std::string_view kStreets[] = {"ул", "улица", "улице", "улицы", "улицу", "пер", "переулок", "переулке", "проспект", "пр", "шоссе", "площадь", "реки", "река", "реке", "озеро"};

template <std::size_t n>
bool is_one_of(const std::string_view (&list)[n], std::string_view word) {
    return std::find(std::begin(list), std::end(list), word) != std::end(list);
}

bool is_adjective(std::string_view word) {
    return std::any_of(std::begin(kAdjectives), std::end(kAdjectives), [&](const Declension& d) { return word.ends_with(d.ending); });
}

const Declension& declension_of(std::string_view word) {
    for (const Declension& d : kAdjectives)
        if (word.ends_with(d.ending)) return d;
    for (const Declension& d : kNouns)
        if (word.ends_with(d.ending)) return d;
    return kConsonant;
}

std::vector<std::string> forms_of(std::string_view word) {
    const Declension& d = declension_of(word);
    const std::string_view stem = word.substr(0, word.size() - d.ending.size());
    std::vector<std::string> forms{std::string{word}};
    for (const std::string_view ending : d.cases) {
        if (ending == d.ending || (ending.empty() && d.ending != "ы")) continue;
        forms.push_back(std::string{stem}.append(ending));
    }
    return forms;
}

std::vector<std::string> forms_of_name(const std::string& name) {
    std::vector<std::string> forms{""};
    for (const std::string_view word : split(name, ' ')) {
        std::vector<std::string> longer;
        for (const std::string& form : forms)
            for (const std::string& ending : forms_of(word))
                if (longer.size() < kMostForms) longer.push_back(form.empty() ? ending : form + " " + ending);
        forms = std::move(longer);
    }
    return forms;
}

InText in_text_of(const Territory& territory, std::string_view name) {
    const bool is_one_adjective = name.find(' ') == std::string_view::npos && is_adjective(name);
    return territory.in_text.value_or(is_one_adjective ? InText::AfterType : InText::ByName);
}

/// The word that ends at `end`, or "".
std::string_view word_before(std::string_view words, std::size_t end) {
    if (end == 0) return {};
    const std::size_t begin = words.rfind(' ', end - 1);
    return words.substr(begin + 1, end - begin - 1);
}

}  // namespace

Settlements::Settlements(const Profile& profile) {
    for (const Territory& territory : profile.territories) {
        add_name(territory.name.ru, territory);
        add_name(territory.full_name.ru, territory);
        for (const std::string& alias : territory.aliases) add_name(alias, territory);
    }
    for (const Territory& territory : profile.territories) {
        add_forms(settlement_name(territory.name.ru).name, territory);
        for (const std::string& alias : territory.aliases) add_forms(settlement_name(alias).name, territory);
    }
}

void Settlements::add_name(std::string_view text, const Territory& territory) {
    const SettlementName found = settlement_name(text);
    if (found.name.empty()) return;
    auto& list = by_name_[found.name];
    const bool is_known = std::any_of(list.begin(), list.end(), [&](const Named& n) { return n.territory == &territory && n.type == found.type; });
    if (!is_known) list.push_back({&territory, found.type});
}

void Settlements::add_forms(const std::string& name, const Territory& territory) {
    const InText in_text = in_text_of(territory, name);
    const bool is_known = std::any_of(forms_.begin(), forms_.end(), [&](const Form& form) { return form.name == name; });
    if (name.empty() || is_known || in_text == InText::Never || !by_name_.contains(name)) return;
    const auto tag = static_cast<std::uint32_t>(forms_.size());
    forms_.push_back({name, in_text, count_chars(name) <= kShortName});
    for (const std::string& form : forms_of_name(name)) patterns_.add(form, tag);
}

/// Of several territories with one name: the same type, else the same class (town or country), else the one that needs no type.
const Territory* Settlements::named(std::string_view type, const std::string& name) const {
    const auto found = by_name_.find(name);
    if (found == by_name_.end()) return nullptr;
    const auto only = [&](auto fits) -> const Territory* {
        const Territory* one = nullptr;
        for (const Named& n : found->second) {
            if (!fits(n)) continue;
            if (one && one != n.territory) return nullptr;
            one = n.territory;
        }
        return one;
    };
    if (const auto* one = only([](const Named&) { return true; })) return one;
    if (const auto* one = only([&](const Named& n) { return n.type == type; })) return one;
    const std::string_view kind = settlement_class(type);
    return kind.empty() ? nullptr : only([&](const Named& n) { return settlement_class(n.type) == kind; });
}

const Territory* Settlements::named(std::string_view text) const {
    const SettlementName name = settlement_name(text);
    return named(name.type, name.name);
}

/// What the words around a name make of it: «ул. Приобье» is a street, «село X» is a place whatever X means otherwise.
const Territory* Settlements::told_at(const WordPatterns::Found& found, std::string_view words) const {
    const Form& form = forms_[found.tag];
    const std::string before = words_to_utf8(word_before(words, found.begin - 1));
    if (is_one_of(kStreets, before)) return nullptr;
    const bool is_with = before == "с" && words_to_utf8(words.substr(found.begin, found.end - found.begin)) != form.name;   // «с Восточным»
    const std::string type = is_with ? std::string{} : settlement_name(before + " имярек").type;
    if (!type.empty()) return named(type, form.name);
    if (form.in_text == InText::AfterType || (form.is_short && !is_one_of(kBefore, before))) return nullptr;
    return named("", form.name);
}

const Territory* Settlements::in_text(std::string_view text) const { return patterns_.empty() || text.empty() ? nullptr : in_words(words_of(text)); }

const Territory* Settlements::in_words(std::string_view words) const {
    std::vector<WordPatterns::Found> found;
    patterns_.find(words, found);
    const Territory* one = nullptr;
    for (const auto& place : found) {
        const Territory* told = told_at(place, words);
        if (told && one && told != one) return nullptr;
        if (told) one = told;
    }
    return one;
}

}  // namespace problemator
