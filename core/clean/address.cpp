#include "core/clean/address.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "core/base/text.hpp"
#include "core/clean/words.hpp"

namespace problemator {
namespace {

using Words = std::vector<std::string>;

constexpr std::size_t kLongestAddress = 500;   // bytes; a longer cell is a story

/// Folded words; a slash is a word too, for houses need it.
Words words_in(std::string_view text) {
    Words words;
    text = text.substr(0, kLongestAddress);
    while (!text.empty()) {
        const std::size_t end = std::min(text.find_first_of("/\\"), text.size());
        const std::string folded = words_to_utf8(words_of(text.substr(0, end)));
        for (const std::string_view word : split(folded, ' '))
            if (!word.empty()) words.emplace_back(word);
        if (end < text.size()) words.emplace_back("/");
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return words;
}

std::string joined(const Words& words, std::size_t begin, std::size_t end) {
    std::string out;
    for (std::size_t i = begin; i < end; ++i) (out += out.empty() ? "" : " ") += words[i];
    return out;
}

/// How people write a type, as folded words, and how we do.
struct TypeWords { std::string_view words, type; };

constexpr TypeWords kSettlementTypes[] = {   // the longer first
    {"поселок городского типа", "пгт"}, {"городское поселение", "гп"}, {"сельское поселение", "сп"}, {"рабочий поселок", "рп"}, {"гор поселение", "гп"},
    {"п г т", "пгт"}, {"р п", "рп"}, {"г п", "гп"}, {"с п", "сп"}, {"пгт", "пгт"}, {"рп", "рп"}, {"гп", "гп"}, {"сп", "сп"},
    {"город", "г"}, {"города", "г"}, {"городе", "г"}, {"гор", "г"}, {"г", "г"},
    {"село", "с"}, {"села", "с"}, {"селе", "с"}, {"селу", "с"}, {"с", "с"},
    {"поселок", "п"}, {"поселка", "п"}, {"поселке", "п"}, {"поселку", "п"}, {"пос", "п"}, {"п", "п"},
    {"деревня", "д"}, {"деревни", "д"}, {"деревне", "д"}, {"деревню", "д"}, {"дер", "д"}, {"д", "д"},
    {"хутор", "х"}, {"х", "х"}, {"станция", "ст"}, {"ст", "ст"}};

constexpr TypeWords kStreetTypes[] = {
    {"садовое некоммерческое товарищество", "снт"}, {"пр кт", "пр-т"}, {"пр т", "пр-т"}, {"пр д", "пр-д"}, {"б р", "б-р"}, {"мк р н", "мкр."}, {"м н", "мкр."},
    {"улица", "ул."}, {"улице", "ул."}, {"улицы", "ул."}, {"улицу", "ул."}, {"ул", "ул."},
    {"переулок", "пер."}, {"переулке", "пер."}, {"пер", "пер."}, {"проспект", "пр-т"}, {"проспекте", "пр-т"}, {"просп", "пр-т"}, {"пр", "пр-т"},
    {"проезд", "пр-д"}, {"проезде", "пр-д"}, {"микрорайон", "мкр."}, {"микрорайоне", "мкр."}, {"мкрн", "мкр."}, {"мкр", "мкр."},
    {"бульвар", "б-р"}, {"бул", "б-р"}, {"шоссе", "ш."}, {"ш", "ш."}, {"площадь", "пл."}, {"площади", "пл."}, {"пл", "пл."},
    {"набережная", "наб."}, {"набережной", "наб."}, {"наб", "наб."}, {"территория", "тер."}, {"тер", "тер."}, {"снт", "снт"}, {"днт", "днт"},
    {"тупик", "туп."}, {"туп", "туп."}, {"аллея", "ал."}, {"квартал", "кв-л"}, {"кв л", "кв-л"}, {"линия", "линия"}, {"тракт", "тракт"}};

constexpr std::string_view kHouseWords[] = {"дом", "доме", "дома", "д", "влд", "владение", "вл", "уч", "участок"};
constexpr std::string_view kFlatWords[] = {"кв", "квартира", "оф", "офис", "пом", "помещение", "ком", "комн", "комната", "подъезд", "под", "п", "этаж", "эт"};
constexpr std::string_view kRegionWords[] = {"россия", "рф", "область", "обл", "край", "округ", "ао", "хмао", "югра", "республика", "респ", "район", "р", "мо", "го", "мр"};

template <std::size_t n>
bool is_one_of(const std::string_view (&list)[n], std::string_view word) {
    return std::find(std::begin(list), std::end(list), word) != std::end(list);
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool starts_with_digit(std::string_view word) { return !word.empty() && is_digit(word[0]); }

/// Number of words that `type` takes at `at`; 0 when it does not stand there.
std::size_t stands_at(const TypeWords& type, const Words& words, std::size_t at) {
    const auto pieces = split(type.words, ' ');
    if (at + pieces.size() > words.size()) return 0;
    return std::equal(pieces.begin(), pieces.end(), words.begin() + static_cast<std::ptrdiff_t>(at)) ? pieces.size() : 0;
}

struct TypeAt { std::string_view type; std::size_t begin = 0, end = 0; };

template <std::size_t n>
std::optional<TypeAt> type_at(const TypeWords (&types)[n], const Words& words, std::size_t at) {
    for (const TypeWords& type : types)
        if (const std::size_t length = stands_at(type, words, at)) return TypeAt{type.type, at, at + length};
    return std::nullopt;
}

/// At the beginning of [0, words), else at the end.
template <std::size_t n>
std::optional<TypeAt> type_at_ends(const TypeWords (&types)[n], const Words& words) {
    const auto first = type_at(types, words, 0);
    if (first && first->end < words.size()) return first;
    for (std::size_t at = 1; at < words.size(); ++at) {
        const auto last = type_at(types, words, at);
        if (last && last->end == words.size()) return last;
    }
    return std::nullopt;
}

Words without(const Words& words, const TypeAt& type) {
    Words rest{words.begin(), words.begin() + static_cast<std::ptrdiff_t>(type.begin)};
    rest.insert(rest.end(), words.begin() + static_cast<std::ptrdiff_t>(type.end), words.end());
    return rest;
}

bool is_letter(std::string_view word) { return count_chars(word) == 1 && !is_digit(word[0]); }

/// "1", "ая" → «1-я»; the words after a number that only says its gender.
std::optional<std::string> ordinal(std::string_view number, std::string_view ending) {
    constexpr std::pair<std::string_view, std::string_view> endings[] = {{"я", "я"}, {"ая", "я"}, {"й", "й"}, {"ой", "й"}, {"ый", "й"},
                                                                          {"ий", "й"}, {"е", "е"}, {"ое", "е"}, {"ья", "я"}, {"го", "го"}};
    if (!std::all_of(number.begin(), number.end(), is_digit)) return std::nullopt;
    for (const auto& [written, short_form] : endings)
        if (written == ending) return std::string{number} + "-" + std::string{short_form};
    return std::nullopt;
}

/// Ordinals first, initials and «им.» gone: {"а", "с", "пушкина"} → {"пушкина"}, {"лесная", "1", "я"} → {"1-я", "лесная"}.
Words street_words(const Words& words) {
    Words ordinals, names;
    const bool has_long = std::any_of(words.begin(), words.end(), [](const std::string& word) { return count_chars(word) > 2 && !starts_with_digit(word); });
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string& word = words[i];
        if (word == "им" || word == "имени" || word == "/") continue;
        if (auto found = i + 1 < words.size() ? ordinal(word, words[i + 1]) : std::nullopt) {
            ordinals.push_back(*std::move(found));
            ++i;
        } else if (!(has_long && is_letter(word))) {
            names.push_back(word);
        }
    }
    ordinals.insert(ordinals.end(), names.begin(), names.end());
    return ordinals;
}

std::string capitalised(std::string_view word) {
    std::size_t pos = 0;
    const char32_t first = next_char(word, pos);
    std::string out;
    append_utf8(out, first >= 0x430 && first <= 0x44F ? first - 32 : first);
    return out += word.substr(pos);
}

std::string shown_street(std::string_view type, const Words& names) {
    if (names.empty()) return {};
    std::string out{type};
    for (const std::string& word : names) {
        const bool is_small = word == "лет" || word == "года" || word == "и" || starts_with_digit(word);
        (out += ' ') += is_small ? word : capitalised(word);
    }
    return out;
}

/// The type of a street: at an end, or behind an ordinal («2-й пер. Мира»).
std::optional<TypeAt> street_type(const Words& words) {
    if (const auto at_end = type_at_ends(kStreetTypes, words)) return at_end;
    return words.size() > 2 && ordinal(words[0], words[1]) ? type_at(kStreetTypes, words, 2) : std::nullopt;
}

std::string street_of(const Words& words) {
    const auto whole = type_at(kStreetTypes, words, 0);
    if (whole && whole->end == words.size()) return {};
    const auto type = street_type(words);
    const Words names = street_words(type ? without(words, *type) : words);
    const bool is_name = std::any_of(names.begin(), names.end(), [](const std::string& name) { return !is_letter(name); });
    return is_name ? shown_street(type ? type->type : "ул.", names) : std::string{};
}

/// A house being read: number and letter, then one more number behind a slash, «корп.» or «стр.».
class House {
public:
    /// False when nothing more of a house can follow.
    bool take(std::string_view word) {
        if (word == "корп" || word == "корпус" || word == "к") return await("к");
        if (word == "стр" || word == "строение" || word == "с") return await("с");
        if (word == "/") return await("/");
        if (word == "лит" || word == "литера" || word == "литер" || word == "n" || is_one_of(kHouseWords, word)) return true;
        if (is_one_of(kFlatWords, word)) return false;
        if (starts_with_digit(word)) return number(word);
        return letter(word);
    }
    std::string text() && { return std::move(text_); }

private:
    bool await(std::string_view mark) {
        if (!mark_.empty() || (text_.empty() && mark == "/")) return false;
        mark_ = mark;
        return true;
    }
    bool number(std::string_view word) {
        if (!text_.empty() && mark_.empty()) return false;   // «4-7»: the second number is a flat
        text_ += mark_;
        text_ += word;
        mark_.clear();
        takes_letter_ = true;
        return true;
    }
    bool letter(std::string_view word) {
        if (!takes_letter_ || !is_letter(word) || !mark_.empty()) return false;
        text_ += word;
        takes_letter_ = false;
        return true;
    }
    std::string text_, mark_;
    bool takes_letter_ = false;
};

/// "12а" → "12", "а"; Latin letters that are typed after a number are Russian ones.
Words house_pieces(const std::string& word) {
    constexpr std::string_view latin = "abcek";
    constexpr std::string_view russian[] = {"а", "в", "с", "е", "к"};
    Words pieces;
    for (std::size_t pos = 0; pos < word.size();) {
        const bool is_number = is_digit(word[pos]);
        const std::size_t begin = pos;
        while (pos < word.size() && is_digit(word[pos]) == is_number) ++pos;
        const std::size_t same = pos - begin == 1 ? latin.find(word[begin]) : std::string_view::npos;
        pieces.push_back(same == std::string_view::npos ? word.substr(begin, pos - begin) : std::string{russian[same]});
    }
    return pieces;
}

std::string house_of(const Words& words, std::size_t begin) {
    House house;
    for (std::size_t i = begin; i < words.size(); ++i)
        for (const std::string& piece : house_pieces(words[i]))
            if (!house.take(piece)) return std::move(house).text();
    return std::move(house).text();
}

bool is_index(std::string_view word) { return word.size() == 6 && std::all_of(word.begin(), word.end(), is_digit); }

/// Where the house begins: «д.» before a number, or the number itself. Ordinals («1-я Лесная») and «8 Марта» are names.
std::size_t house_begin(const Words& words, std::size_t from) {
    for (std::size_t i = from; i < words.size(); ++i) {
        const bool is_last = i + 1 == words.size();
        if (is_one_of(kHouseWords, words[i]) && !is_last && starts_with_digit(words[i + 1])) return i;
        if (!starts_with_digit(words[i])) continue;
        const bool is_ordinal = !is_last && ordinal(words[i], words[i + 1]);
        const bool is_of_name = !is_last && count_chars(words[i + 1]) > 2 && !is_one_of(kFlatWords, words[i + 1]) && words[i + 1] != "корп" && words[i + 1] != "стр";
        if (!is_ordinal && !(is_of_name && i == from)) return i;
    }
    return words.size();
}

/// One part of an address between commas, or all of it when there are none.
class AddressReader {
public:
    explicit AddressReader(Address& address) : address_{address} {}

    void read(std::string_view part) {
        Words words = words_in(part);
        if (!words.empty() && is_index(words[0])) words.erase(words.begin());
        if (words.empty() || is_one_of(kFlatWords, words[0])) return read_rest_if_not_flat(words);
        if (is_house(words)) return set(address_.house, house_of(words, 0));
        for (std::size_t at = 0; at < words.size(); ++at)
            if (const auto type = type_at(kStreetTypes, words, at)) return read_street(words, *type);
        if (!is_region(words)) read_name(words);
    }

private:
    static void set(std::string& to, std::string value) {
        if (to.empty()) to = std::move(value);
    }
    static bool is_region(const Words& words) {
        return words.size() > 1 ? std::any_of(words.begin(), words.end(), [](const std::string& w) { return is_one_of(kRegionWords, w); })
                                : is_one_of(kRegionWords, words[0]);
    }
    static bool is_house(const Words& words) {
        const std::size_t at = is_one_of(kHouseWords, words[0]) || words[0] == "n" ? 1 : 0;
        if (at >= words.size() || !starts_with_digit(words[at])) return false;
        return house_begin(words, 0) == 0;
    }
    /// «п. Приобье» begins like «п. 3», a porch.
    void read_rest_if_not_flat(const Words& words) {
        if (words.size() > 1 && words[0] == "п" && !starts_with_digit(words[1])) set(address_.settlement, joined(words, 0, words.size()));
    }

    void read_street(const Words& words, const TypeAt& type) {
        const auto first_type = type_at(kSettlementTypes, words, 0);
        const bool is_settlement_before = first_type && first_type->end < type.begin;
        const bool names_follow = type.end < words.size() && house_begin(words, type.end) > type.end;
        const std::size_t begin = is_settlement_before || (type.begin > 0 && names_follow) ? type.begin : 0;
        if (begin > 0) read_settlement(words, begin);
        const bool is_number_name = type.end < words.size() && starts_with_digit(words[type.end]) && (type.type == "мкр." || type.type == "кв-л" || type.type == "линия");
        const std::size_t house = house_begin(words, type.begin == begin ? type.end + (is_number_name ? 1 : 0) : begin);
        set(address_.street, street_of({words.begin() + static_cast<std::ptrdiff_t>(begin), words.begin() + static_cast<std::ptrdiff_t>(house)}));
        set(address_.house, house_of(words, house));
    }
    void read_name(const Words& words) {
        const auto type = type_at_ends(kSettlementTypes, words);
        const std::size_t house = house_begin(words, 0);
        if (type && house == words.size()) return set(address_.settlement, joined(words, 0, words.size()));
        if (house < words.size() && house > 0) {
            set(address_.street, street_of({words.begin(), words.begin() + static_cast<std::ptrdiff_t>(house)}));
            return set(address_.house, house_of(words, house));
        }
        if (address_.rest.empty()) address_.rest = joined(words, 0, words.size());
        else if (address_.street.empty()) address_.street = street_of(words);
    }
    /// [0, end) stands before a street: from its last settlement type on, else all of it, untold.
    void read_settlement(const Words& words, std::size_t end) {
        for (std::size_t at = end; at-- > 0;) {
            const auto type = type_at(kSettlementTypes, words, at);
            if (type && type->end < end) return set(address_.settlement, joined(words, at, end));
        }
        set(address_.rest, joined(words, 0, end));
    }

    Address& address_;
};

}  // namespace

SettlementName settlement_name(std::string_view text) {
    Words words = words_in(text);
    SettlementName found;
    for (int pass = 0; pass < 2; ++pass) {   // «гп пгт. Приобье», «г. Боготол г»
        const auto type = type_at_ends(kSettlementTypes, words);
        if (!type) break;
        if (found.type.empty()) found.type = type->type;
        words = without(words, *type);
    }
    words.erase(std::remove_if(words.begin(), words.end(), [](const std::string& word) { return word == "им" || word == "имени" || word == "/"; }), words.end());
    found.name = joined(words, 0, words.size());
    return found;
}

std::string_view settlement_class(std::string_view type) {
    if (type == "г" || type == "гп" || type == "пгт" || type == "рп") return "urban";
    return type.empty() || type == "п" ? "" : "rural";   // «п.» is written before everything
}

std::string clean_street(std::string_view text) { return street_of(words_in(text)); }

std::string street_key(std::string_view text) {
    const Words words = words_in(text);
    const auto type = street_type(words);
    const Words names = street_words(type ? without(words, *type) : words);
    return joined(names, 0, names.size());
}

std::string clean_house(std::string_view text) { return house_of(words_in(text), 0); }

Address split_address(std::string_view text) {
    Address address;
    text = text.substr(0, kLongestAddress);
    AddressReader reader{address};
    while (!text.empty()) {
        const std::size_t end = std::min(text.find_first_of(",;\n"), text.size());
        if (!trim(text.substr(0, end)).empty()) reader.read(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return address;
}

}  // namespace problemator
