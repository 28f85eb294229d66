// Exact addresses: a street and a house, with the flat behind it. A street alone, or a house alone, is no address.
#include <algorithm>

#include "core/clean/privacy_scan.hpp"

namespace problemator::privacy {
namespace {

constexpr std::size_t kMaxElements = 6;

/// A word or a number before the house, nearest first.
struct Element { Word word; std::size_t begin = 0; bool has_dot = false, is_number = false; };

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> list) { return std::find(list.begin(), list.end(), word) != list.end(); }

bool is_house_word(std::string_view w) { return is_one_of(w, {"д", "дом", "дома", "дому", "доме", "домом", "домов"}); }

bool is_street_word(const Element& e) {
    const std::string_view w = e.word.folded();
    if (is_one_of(w, {"ул", "пер", "пр-т", "пр-кт", "пр-д", "просп", "б-р", "наб", "мкр", "мкрн", "мк-н", "мкр-н", "кв-л", "шоссе", "тупик", "аллея", "аллее", "снт", "днт"})) return true;
    if (e.has_dot && is_one_of(w, {"пр", "пл", "ш", "туп", "б"})) return true;
    if (w == "улица" || w == "улице" || w == "улицы" || w == "улицу" || w == "улицей" || w == "площадь" || w == "площади" || w == "набережная" || w == "набережной") return true;
    for (const std::string_view stem : {"переулк", "переулок", "проспект", "бульвар", "проезд", "микрорайон", "квартал"})
        if (w.starts_with(stem) && w.size() <= stem.size() + 4) return true;
    return false;
}

/// What a number after a street counts when it is no house: «на улице Ленина 5 дней нет воды».
bool counts_something(std::string_view text, std::size_t pos) {
    const Word next = word_at(text, skip_blanks(text, pos));
    const std::string_view w = next.folded();
    if (next.letters == 0) return false;
    if (is_one_of(w, {"м", "см", "км", "ч", "раз", "раза", "мая", "час", "часа", "часов", "год", "года", "лет", "утра", "вечера", "из", "или", "ям", "ямы", "яма"})) return true;
    for (const std::string_view stem : {"дн", "ден", "мину", "метр", "рубл", "месяц", "градус", "челов", "машин", "недел", "сут", "фонар", "столб", "штук", "килом", "январ", "феврал", "март", "апрел", "июн", "июл", "август", "сентябр", "октябр", "ноябр", "декабр", "домов", "подъезд", "этаж", "дерев", "процент"})
        if (w.starts_with(stem)) return true;
    return false;
}

/// Small words that stand between a street and a number without being its name.
bool is_filler(std::string_view w) {
    return is_one_of(w, {"на", "в", "во", "у", "с", "со", "по", "до", "от", "из", "за", "и", "или", "не", "нет", "уже", "около", "возле", "рядом", "напротив", "более", "больше", "где", "нас", "нам", "наш", "наша", "нашей", "нашего", "всего",
                         "была", "были", "было", "стоит", "это", "эта", "этой", "только", "еще", "примерно", "через", "после", "темно", "лежит", "горит", "горят", "жители", "жильцы"});
}

/// Elements before `pos` in the same sentence.
std::size_t elements_before(std::string_view text, std::size_t pos, std::array<Element, kMaxElements>& out) {
    std::size_t count = 0;
    while (count < kMaxElements) {
        std::size_t end = skip_blanks_back(text, pos, 3);
        Element element;
        if (end > 0 && text[end - 1] == ',') end = skip_blanks_back(text, end - 1, 2);
        if (end >= 3 && text.substr(end - 3, 3) == "№") end = skip_blanks_back(text, end - 3, 2);
        if (end > 0 && text[end - 1] == '.') element.has_dot = true, --end;
        if (end > 0 && is_digit(text[end - 1]) && !element.has_dot) {
            std::size_t begin = end;
            while (begin > 0 && end - begin < 5 && is_digit(text[begin - 1])) --begin;
            if (end - begin > 3 || (begin > 0 && (is_latin(text[begin - 1]) || text[begin - 1] == '-'))) break;
            element.is_number = true;
            element.begin = begin;
        } else {
            element.word = word_before(text, end);
            if (element.word.letters == 0 || (element.has_dot && element.word.letters > 5)) break;
            element.begin = element.word.begin;
        }
        out[count++] = element;
        pos = element.begin;
    }
    return count;
}

bool is_tail_word(std::string_view w) {
    return is_one_of(w, {"корп", "корпус", "корпуса", "к", "стр", "строение", "кв", "квартира", "квартире", "квартиры", "квартиру", "квартирой", "под", "подъезд", "подъезде", "оф", "офис", "ком", "комн", "комната", "эт", "этаж"});
}

/// Past «12а/3, корп. 2, кв. 5»; `pos` is behind the digits of the house.
std::size_t address_end(std::string_view text, std::size_t pos) {
    const auto digits = [&](std::size_t from) {
        std::size_t end = from;
        while (end < text.size() && is_digit(text[end])) ++end;
        return end;
    };
    if (const Letter letter = letter_at(text, pos); letter.size == 2 && letter_at(text, pos + 2).size == 0) pos += 2;
    for (int parts = 0; parts < 5; ++parts) {
        if (pos + 1 < text.size() && (text[pos] == '/' || text[pos] == '-') && is_digit(text[pos + 1])) {
            pos = digits(pos + 1);
            continue;
        }
        std::size_t next = skip_blanks(text, pos);
        if (next < text.size() && text[next] == ',') next = skip_blanks(text, next + 1);
        const Word word = word_at(text, next);
        if (word.letters == 0 || !is_tail_word(word.folded())) break;
        next = word.end;
        if (next < text.size() && text[next] == '.') ++next;
        next = skip_blanks(text, next);
        if (text.substr(next, 3) == "№") next = skip_blanks(text, next + 3);
        const std::size_t end = digits(next);
        if (end == next || end - next > 4) break;
        pos = end;
    }
    return pos;
}

/// A name that is typed small or without a marker is believed by its form: «советская», «ленина», «победы».
bool sounds_like_street(std::string_view w) {
    if (is_name_of_street(w)) return true;
    for (const std::string_view ending : {"ская", "ской", "скую", "ная", "ной", "ную", "ого", "ова", "ева", "ина", "ых", "их"})
        if (w.size() >= ending.size() + 4 && w.ends_with(ending)) return true;
    return false;
}

class Street {
public:
    Street(std::string_view text, std::size_t house) : count_{elements_before(text, house, elements_)} {}

    /// Where the address begins; nullopt-like npos when there is no street before the house.
    std::size_t begin(bool is_counting) {
        std::size_t first = 0;
        if (count_ > 0 && !elements_[0].is_number && is_house_word(elements_[0].word.folded())) has_house_ = true, first = 1;
        if (first >= count_) return std::string_view::npos;
        if (!has_house_ && is_counting) return std::string_view::npos;
        if (const std::size_t marker = marker_before_name(first); marker != count_) return elements_[marker == first ? first + 1 : marker].begin;   // «5 мкр»: the number stands before
        if (first + 1 < count_ && is_street_word(elements_[first]) && is_name_before_marker(elements_[first + 1])) return elements_[first + 1].begin;
        return without_marker(first);
    }

private:
    /// «ул. 50 лет Октября 5», «улице ленина, 5»: index of the marker, or count_.
    std::size_t marker_before_name(std::size_t first) const {
        for (std::size_t i = first; i < count_ && i < first + 4; ++i) {
            const Element& e = elements_[i];
            if (!e.is_number && is_street_word(e)) return i > first && is_name(first, i) ? i : i == first && is_numbered_quarter(first) ? i : count_;
            if (!e.is_number && is_filler(e.word.folded())) return count_;
        }
        return count_;
    }
    /// Words between marker and house: one of them is written as a name, or the house is told, or it sounds like a street.
    bool is_name(std::size_t first, std::size_t marker) const {
        for (std::size_t i = first; i < marker; ++i)
            if (has_house_ || elements_[i].is_number || elements_[i].word.is_capital || sounds_like_street(elements_[i].word.folded())) return true;
        return false;
    }
    /// «мкр 5» needs a house; «5 мкр., д. 3» has it.
    bool is_numbered_quarter(std::size_t first) const { return has_house_ && first + 1 < count_ && elements_[first + 1].is_number; }
    static bool is_name_before_marker(const Element& e) { return e.is_number || (e.word.is_capital && e.word.letters >= 3 && !is_plain_word(e.word.folded())); }
    /// «Ленина 12», «Заречная д. 5».
    std::size_t without_marker(std::size_t first) const {
        const Element& e = elements_[first];
        const std::string_view w = e.word.folded();
        if (e.is_number || e.has_dot || e.word.letters < 4) return std::string_view::npos;
        const bool is_known = is_name_of_street(w) && e.word.is_capital;
        const bool is_told = has_house_ && !is_filler(w) && !is_plain_word(w) && sounds_like_street(w) && (e.word.is_capital || is_name_of_street(w));
        return is_known || is_told ? e.begin : std::string_view::npos;
    }

    std::array<Element, kMaxElements> elements_;
    std::size_t count_;
    bool has_house_ = false;
};

}  // namespace

std::size_t find_address(std::string_view text, std::size_t begin, std::size_t end, Spans& out) {
    const std::size_t start = Street{text, begin}.begin(counts_something(text, end));
    if (start == std::string_view::npos) return 0;
    const std::size_t last = address_end(text, end);
    out.push_back({PersonalKind::Address, start, last});
    return last;
}

}  // namespace problemator::privacy
