// Numbers: telephones, documents, cards, accounts, plates, dates of birth. Control digits decide where a kind has them.
#include <algorithm>

#include "core/clean/privacy_scan.hpp"

namespace problemator::privacy {
namespace {

constexpr std::size_t kMaxGroups = 8, kMaxDigits = 24;

struct Group { std::size_t begin = 0, end = 0; char before = 0; std::size_t size() const { return end - begin; } };   // before: what parts it from the last one

/// Digits in groups, parted by blanks, dashes, brackets, dots or «№».
struct Number {
    std::array<Group, kMaxGroups> groups;
    std::size_t count = 0, digits = 0;       // groups; digits in all of them
};

std::size_t digits_end(std::string_view text, std::size_t pos) {
    while (pos < text.size() && is_digit(text[pos])) ++pos;
    return pos;
}

/// Length of one separator at `pos` and what it counts as; 0 when the number ends there.
std::size_t separator_at(std::string_view text, std::size_t pos, char& kind) {
    if (pos >= text.size()) return 0;
    const char c = text[pos];
    const std::string_view rest = text.substr(pos, 3);
    if (c == ' ' || rest.starts_with("\xC2\xA0")) return kind = ' ', c == ' ' ? 1 : 2;
    if (c == '-' || c == '(' || c == ')' || c == '.') return kind = c, 1;
    if (rest == "\xE2\x80\x93" || rest == "\xE2\x80\x94") return kind = '-', 3;      // – —
    if (rest == "\xE2\x84\x96") return kind = '#', 3;                                   // №
    return 0;
}

Number gather(std::string_view text, std::size_t pos) {
    Number number;
    char before = 0;
    for (;;) {
        const std::size_t end = digits_end(text, pos);
        number.groups[number.count++] = {pos, end, before};
        number.digits += end - pos;
        if (number.count == kMaxGroups || number.digits >= kMaxDigits) return number;
        std::size_t next = end;
        before = 0;
        for (int i = 0; i < 3; ++i) {
            char kind = 0;
            const std::size_t size = separator_at(text, next, kind);
            if (size == 0) break;
            if (before == 0 || before == ' ') before = kind;
            next += size;
        }
        if (next == end || next >= text.size() || !is_digit(text[next])) return number;
        pos = next;
    }
}

/// The first groups of a number, their digits joined.
struct Joined {
    std::array<char, kMaxDigits + 1> digits{};
    std::size_t size = 0, groups = 0, end = 0;
    bool is_dotted = false;      // parted by dots somewhere: a date or a section, not a number
    std::string_view view() const { return {digits.data(), size}; }
};

/// Takes groups until there are exactly `wanted` digits; size 0 when the groups do not end there.
Joined join_digits(std::string_view text, const Number& number, std::size_t wanted) {
    if (number.digits < wanted) return {};
    Joined joined;
    for (std::size_t i = 0; i < number.count && joined.size < wanted; ++i) {
        const Group& group = number.groups[i];
        if (joined.size + group.size() > wanted) return {};
        for (std::size_t k = group.begin; k < group.end; ++k) joined.digits[joined.size++] = text[k];
        joined.end = group.end;
        joined.is_dotted = joined.is_dotted || group.before == '.';
        ++joined.groups;
    }
    return joined.size == wanted ? joined : Joined{};
}

bool has_sizes(const Number& number, std::initializer_list<std::size_t> sizes) {
    if (number.count < sizes.size()) return false;
    std::size_t i = 0;
    for (const std::size_t size : sizes)
        if (number.groups[i++].size() != size) return false;
    return true;
}

int digit(char c) { return c - '0'; }

bool passes_luhn(std::string_view digits) {   // ISO/IEC 7812-1
    int sum = 0;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        const int d = digit(digits[digits.size() - 1 - i]) << (i % 2);
        sum += d > 9 ? d - 9 : d;
    }
    return sum % 10 == 0;
}

/// Order 192н: weights 9…1, sum mod 101, 100 as 00.
bool is_snils(std::string_view digits) {
    int sum = 0;
    for (std::size_t i = 0; i < 9; ++i) sum += digit(digits[i]) * static_cast<int>(9 - i);
    const int check = digit(digits[9]) * 10 + digit(digits[10]);
    return sum > 0 && sum % 101 % 100 == check;
}

/// Two control digits of a person's taxpayer number.
bool is_person_inn(std::string_view digits) {
    constexpr std::array<int, 11> weights = {3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8};
    const auto control = [&](std::size_t from, std::size_t count) {
        int sum = 0;
        for (std::size_t i = 0; i < count; ++i) sum += weights[from + i] * digit(digits[i]);
        return sum % 11 % 10;
    };
    return digits != "000000000000" && control(1, 10) == digit(digits[10]) && control(0, 11) == digit(digits[11]);
}

/// Issuers whose cards are met: Мир, Visa, Mastercard, UnionPay, Maestro, American Express.
bool has_issuer(std::string_view digits) {
    const int two = digit(digits[0]) * 10 + digit(digits[1]), four = two * 100 + digit(digits[2]) * 10 + digit(digits[3]);
    return (four >= 2200 && four <= 2204) || digits[0] == '4' || (two >= 50 && two <= 58) || (four >= 2221 && four <= 2720) || two == 62 || two == 63 || two == 67 ||
           ((two == 34 || two == 37) && digits.size() == 15);
}

/// «№ 78912345678», «номер обращения 9123456789»: a number of a document.
bool is_document_number(std::string_view text, std::size_t pos) {
    return has_before(text, skip_blanks_back(text, pos), 4, {"№"}) || has_before(text, pos, 50, {"обращени", "сообщени", "заявк", "вход", "исх", "договор", "дело", "егрюл", "огрн", "кпп", "номер епгу"});
}

bool is_phone_context(std::string_view text, std::size_t pos) {
    return has_before(text, pos, 40, {" тел", "(тел", "звон", "сот.", "сотов", " моб", "факс", "phone", "whatsapp", "ватсап", "вайбер", "viber", " т."});
}

class At {
public:
    At(std::string_view text, std::size_t pos, Spans& out) : text_{text}, out_{out}, number_{gather(text, pos)}, begin_{pos} {}

    /// End of what was found at the first group, or 0.
    std::size_t find() {
        const Group& first = number_.groups[0];
        if (first.size() >= kMaxDigits) return 0;
        if (begin_ >= 2 && text_[begin_ - 1] == '.' && is_digit(text_[begin_ - 2])) return 0;   // behind a decimal point: a coordinate, a share
        if (begin_ > 0 && (is_latin(text_[begin_ - 1]) || text_[begin_ - 1] == '_')) return is_digit_of_plate() ? find_plate() : find_account_name();
        if (const std::size_t end = find_date()) return end;
        if (const std::size_t end = find_passport()) return end;
        if (number_.digits >= kFewestOfNumbers)
            for (const auto look : {&At::find_account, &At::find_card, &At::find_snils, &At::find_inn, &At::find_phone, &At::find_short_phone})
                if (const std::size_t end = (this->*look)()) return end;
        return find_plate();
    }

private:
    static constexpr std::size_t kFewestOfNumbers = 5;   // digits of the shortest telephone; the other numbers have more

    std::size_t found(PersonalKind kind, std::size_t begin, std::size_t end) {
        out_.push_back({kind, begin, end});
        return end;
    }
    bool ends_clean(std::size_t end) const { return end >= text_.size() || !(is_latin(text_[end]) || is_digit(text_[end]) || text_[end] == '_'); }

    /// "id327441806" by itself, as VK writes accounts.
    std::size_t find_account_name() {
        const bool is_id = begin_ >= 2 && text_.substr(begin_ - 2, 2) == "id" && number_.groups[0].size() >= 5 &&
                           (begin_ == 2 || !(is_latin(text_[begin_ - 3]) || is_digit(text_[begin_ - 3]) || text_[begin_ - 3] == '_'));
        return is_id && ends_clean(number_.groups[0].end) ? found(PersonalKind::Profile, begin_ - 2, number_.groups[0].end) : 0;
    }

    /// A date is passed over as a whole, so that its digits are taken for nothing else; one of birth is a find.
    std::size_t find_date() {
        const bool is_dotted = (has_sizes(number_, {2, 2, 4}) || has_sizes(number_, {1, 2, 4}) || has_sizes(number_, {2, 2, 2})) && number_.groups[1].before == '.' && number_.groups[2].before == '.';
        const bool is_iso = has_sizes(number_, {4, 2, 2}) && number_.groups[1].before == '-' && number_.groups[2].before == '-';
        if (is_dotted || is_iso) {
            const std::size_t end = number_.groups[2].end;
            if (is_birth(end)) found(PersonalKind::BirthDate, begin_, end);
            return end;
        }
        if (number_.groups[0].size() == 4 && (text_[begin_] == '1' || text_[begin_] == '2') && is_birth_after(number_.groups[0].end)) return found(PersonalKind::BirthDate, begin_, number_.groups[0].end);
        return find_worded_birth();
    }
    bool is_birth_after(std::size_t end) const { return has_after(text_, end, 24, {"г.р", "г. р", "года рожд", "г. рожд", "г.рожд", "гр."}); }
    bool is_birth(std::size_t end) const { return is_birth_after(end) || has_before(text_, begin_, 44, {"рожден", "родил", "д.р", "д/р", "рожд."}); }
    /// «родился 5 марта 1985».
    std::size_t find_worded_birth() {
        if (number_.groups[0].size() > 2) return 0;
        const Word month = word_at(text_, skip_blanks(text_, number_.groups[0].end));
        const std::size_t year = skip_blanks(text_, month.end), end = digits_end(text_, year);
        if (month.letters < 3 || end - year != 4 || !has_after(text_, month.begin, month.end - month.begin, {"январ", "феврал", "март", "апрел", "мая", "июн", "июл", "август", "сентябр", "октябр", "ноябр", "декабр"})) return 0;
        return is_birth(end) ? found(PersonalKind::BirthDate, begin_, end) : 0;
    }

    std::size_t find_passport() {
        const Group& first = number_.groups[0];
        const bool is_split = has_sizes(number_, {4, 6}), is_spread = has_sizes(number_, {2, 2, 6});
        if (first.size() != 4 && first.size() != 10 && !is_spread) return 0;
        const bool is_told = has_before(text_, begin_, 60, {"паспорт", "серия", "серии"});
        if (is_split || is_spread) {
            const Group& last = number_.groups[is_split ? 1 : 2];
            const bool is_parted = last.before == ' ' || last.before == '#';
            if (is_parted && ends_clean(last.end) && (is_told || has_passport_year(is_split ? first.begin + 2 : number_.groups[1].begin))) return found(PersonalKind::Passport, begin_, last.end);
        }
        if (!is_told) return 0;
        if (first.size() == 10) return found(PersonalKind::Passport, begin_, first.end);
        const std::size_t window = std::min(text_.size(), first.end + 24);   // «серия 6501 номер 123456»
        for (std::size_t pos = first.end; pos < window && text_[pos] != '\n'; ++pos) {
            if (!is_digit(text_[pos])) continue;
            const std::size_t end = digits_end(text_, pos);
            return end - pos == 6 && first.size() == 4 ? found(PersonalKind::Passport, begin_, end) : 0;
        }
        return 0;
    }
    /// Third and fourth digit: year in which the form was printed, 1997 and later.
    bool has_passport_year(std::size_t at) const {
        const int year = digit(text_[at]) * 10 + digit(text_[at + 1]);
        return (year >= 97 || year <= 27) && text_.substr(begin_, 2) != "00" && text_.substr(begin_, 2) != "20" && text_.substr(begin_, 2) != "19";
    }

    std::size_t find_account() {
        const Joined joined = join_digits(text_, number_, 20);
        if (joined.size == 0 || joined.is_dotted || !ends_clean(joined.end)) return 0;
        const std::string_view d = joined.view();
        const bool is_person = d.starts_with("408") || d.starts_with("423") || d.starts_with("426");   // accounts of persons and small firms
        return is_person || has_before(text_, begin_, 60, {"счет", "р/с", "л/с", "расч", "реквизит"}) ? found(PersonalKind::Account, begin_, joined.end) : 0;
    }

    std::size_t find_card() {
        for (const std::size_t wanted : {19u, 18u, 17u, 16u, 15u, 14u, 13u}) {
            const Joined joined = join_digits(text_, number_, wanted);
            if (joined.size == 0 || joined.is_dotted || !ends_clean(joined.end)) continue;
            const bool is_grouped = joined.groups == 1 || number_.groups[0].size() == 4;
            if (is_grouped && has_issuer(joined.view()) && passes_luhn(joined.view())) return found(PersonalKind::Card, begin_, joined.end);
        }
        return 0;
    }

    std::size_t find_snils() {
        const Joined joined = join_digits(text_, number_, 11);
        if (joined.size == 0 || joined.is_dotted || !ends_clean(joined.end)) return 0;
        const bool is_shaped = has_sizes(number_, {3, 3, 3, 2}), is_told = has_before(text_, begin_, 30, {"снилс", "страховой номер", "страхового"});
        const bool is_valid = is_snils(joined.view());
        const bool is_bare = joined.groups == 1 && !is_mobile(joined.view());
        if (is_told || (is_valid && (is_shaped || (is_bare && !is_document_number(text_, begin_))))) return found(PersonalKind::Snils, begin_, joined.end);
        return 0;
    }

    std::size_t find_inn() {
        const Group& first = number_.groups[0];
        if (first.size() != 12 || !ends_clean(first.end)) return 0;
        const bool is_told = has_before(text_, begin_, 20, {"инн"});
        return is_told || (is_person_inn(text_.substr(begin_, 12)) && !is_document_number(text_, begin_)) ? found(PersonalKind::Inn, begin_, first.end) : 0;
    }

    static bool is_mobile(std::string_view d) { return (d[0] == '7' || d[0] == '8') && (d[1] == '9' || d[1] == '3' || d[1] == '4' || d[1] == '8'); }
    bool has_plus() const { return begin_ > 0 && (text_[begin_ - 1] == '+' || (begin_ > 1 && text_[begin_ - 1] == '(' && text_[begin_ - 2] == '+')); }
    std::size_t phone_begin() const {
        std::size_t begin = begin_;
        while (begin > 0 && (text_[begin - 1] == '(' || text_[begin - 1] == '+')) --begin;
        return begin;
    }

    std::size_t find_phone() {
        const auto is_told = [&] { return is_phone_context(text_, begin_); };
        if (const Joined eleven = join_digits(text_, number_, 11); eleven.size > 0 && ends_clean(eleven.end)) {
            const bool is_russian = has_plus() ? eleven.digits[0] == '7' : is_mobile(eleven.view());
            const bool is_number = eleven.groups == 1 && !has_plus() && is_document_number(text_, begin_) && !is_told();
            if (is_russian && !is_number && number_.groups[0].size() != 9) return found(PersonalKind::Phone, phone_begin(), eleven.end);
        }
        if (has_plus()) {
            for (const std::size_t wanted : {15u, 14u, 13u, 12u, 10u})
                if (const Joined foreign = join_digits(text_, number_, wanted); foreign.size > 0 && !foreign.is_dotted) return found(PersonalKind::Phone, phone_begin(), foreign.end);
        }
        const Joined ten = join_digits(text_, number_, 10);
        if (ten.size == 0 || !ends_clean(ten.end) || (ten.is_dotted && !is_told())) return 0;
        const bool is_bracketed = begin_ > 0 && text_[begin_ - 1] == '(';
        const bool is_shaped = has_sizes(number_, {3, 3, 2, 2}) || has_sizes(number_, {3, 3, 4}) || has_sizes(number_, {3, 2, 2, 3}) || has_sizes(number_, {3, 7});
        const char area = ten.digits[0];
        const bool is_likely = is_bracketed || (is_shaped && (area == '9' || area == '3' || area == '4' || area == '8')) || (ten.groups == 1 && area == '9' && !is_document_number(text_, begin_));
        return is_likely || is_told() ? found(PersonalKind::Phone, phone_begin(), ten.end) : 0;
    }

    /// Five to seven digits are a telephone only where the text says so.
    std::size_t find_short_phone() {
        for (const std::size_t wanted : {7u, 6u, 5u}) {
            const Joined joined = join_digits(text_, number_, wanted);
            if (joined.size == 0 || joined.is_dotted || !ends_clean(joined.end)) continue;
            const bool is_dashed = joined.groups == 1 || number_.groups[1].before == '-' || number_.groups[1].before == ' ';
            const bool is_told = has_before(text_, begin_, 28, {" тел", "(тел", "звон", "факс", "сот."}) && !has_before(text_, begin_, 4, {"№"});
            if (is_dashed && is_told) return found(PersonalKind::Phone, phone_begin(), joined.end);
        }
        return 0;
    }

    /// Letters of vehicle plates: those that look alike in both alphabets.
    std::size_t plate_letter_at(std::size_t pos, bool& is_capital) const {
        constexpr std::string_view latin = "ABEKMHOPCTYX", small_latin = "abekmhopctyx";
        constexpr std::array<std::string_view, 12> russian = {"а", "в", "е", "к", "м", "н", "о", "р", "с", "т", "у", "х"};
        if (pos >= text_.size()) return 0;
        if (latin.find(text_[pos]) != latin.npos) return is_capital = true, 1;
        if (small_latin.find(text_[pos]) != small_latin.npos) return is_capital = false, 1;
        const Letter letter = letter_at(text_, pos);
        if (letter.size == 0) return 0;
        is_capital = letter.is_capital;
        return std::find(russian.begin(), russian.end(), std::string_view{letter.folded.data(), 2}) != russian.end() ? 2 : 0;
    }
    bool is_digit_of_plate() const { return number_.groups[0].size() == 3; }
    std::size_t find_plate() {
        if (!is_digit_of_plate()) return 0;
        const std::size_t before = skip_blanks_back(text_, begin_, 1);
        bool is_capital = false, is_capital_2 = false, is_capital_3 = false;
        std::size_t begin = before;
        if (before >= 1 && plate_letter_at(before - 1, is_capital) == 1) begin = before - 1;
        else if (before >= 2 && plate_letter_at(before - 2, is_capital) == 2) begin = before - 2;
        else return 0;
        if (ends_letter(text_, begin) || (begin > 0 && is_latin(text_[begin - 1]))) return 0;
        std::size_t pos = skip_blanks(text_, number_.groups[0].end, 1);
        const bool has_gaps = before != begin_ || pos != number_.groups[0].end;
        const std::size_t second = plate_letter_at(pos, is_capital_2);
        const std::size_t third = second == 0 ? 0 : plate_letter_at(pos + second, is_capital_3);
        if (third == 0 || (has_gaps && !(is_capital && is_capital_2 && is_capital_3))) return 0;
        pos = skip_blanks(text_, pos + second + third, 1);
        const std::size_t end = digits_end(text_, pos);
        return (end - pos == 2 || end - pos == 3) && ends_clean(end) && letter_at(text_, end).size == 0 ? found(PersonalKind::Plate, begin, end) : 0;
    }

    std::string_view text_;
    Spans& out_;
    Number number_;
    std::size_t begin_;
};

}  // namespace

std::size_t find_at_digit(std::string_view text, std::size_t pos, Spans& out) {
    const std::size_t end = digits_end(text, pos);
    if (const std::size_t found = At{text, pos, out}.find()) return found;
    if (end - pos <= 4)
        if (const std::size_t found = find_address(text, pos, end, out)) return found;
    return end;
}

}  // namespace problemator::privacy
