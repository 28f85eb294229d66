// Names of persons: runs of capitalised words and initials, read by patronymics, first names and surname endings.
#include <algorithm>
#include <optional>

#include "core/clean/privacy_scan.hpp"

namespace problemator::privacy {
namespace {

constexpr std::size_t kMaxRun = 8;

enum class Role : std::uint8_t { Initial, Capital, Particle };
struct Token { Role role{}; Word word; std::size_t end = 0; };   // end: with the dot of an initial

/// Capitalised words and initials side by side.
struct Run { std::array<Token, kMaxRun> tokens; std::size_t count = 0, end = 0; };

std::optional<Token> token_at(std::string_view text, std::size_t pos, bool is_first) {
    const Word word = word_at(text, pos);
    if (word.letters == 0) return std::nullopt;
    if (!word.is_capital) {
        if (is_first || !is_patronymic_particle(word.folded())) return std::nullopt;
        return Token{Role::Particle, word, word.end};
    }
    if (word.letters > 1) return Token{Role::Capital, word, word.end};
    const std::size_t dot = skip_blanks(text, word.end, 1);
    if (dot >= text.size() || text[dot] != '.') return std::nullopt;
    return Token{Role::Initial, word, dot + 1};
}

void read_run(std::string_view text, std::size_t pos, Run& run) {
    run.end = pos;
    while (run.count < kMaxRun) {
        const auto token = token_at(text, pos, run.count == 0);
        if (!token) break;
        run.tokens[run.count++] = *token;
        run.end = token->end;
        pos = skip_blanks(text, token->end);
        const bool is_glued = pos == token->end && token->role != Role::Initial;
        if (is_glued) break;
    }
}

/// The word before the run says that a place follows: «ул. Ивана Франко», «имени А.С. Пушкина».
bool follows_place(std::string_view text, std::size_t pos) {
    std::size_t end = skip_blanks_back(text, pos);
    bool has_dot = false;
    if (end > 0 && text[end - 1] == '.') has_dot = true, --end;
    const Word word = word_before(text, end);
    return word.letters > 0 && is_street_marker(word.folded(), has_dot);
}

bool follows_call(std::string_view text, std::size_t pos) {
    std::size_t end = skip_blanks_back(text, pos);
    if (end > 0 && (text[end - 1] == '.' || text[end - 1] == ':')) end = skip_blanks_back(text, end - 1);
    const Word word = word_before(text, end);
    return word.letters > 0 && calls_person(word.folded());
}

bool precedes_house(std::string_view text, std::size_t pos) {
    pos = skip_blanks(text, pos);
    if (pos < text.size() && text[pos] == ',') pos = skip_blanks(text, pos + 1);
    return pos < text.size() && is_digit(text[pos]);
}

class Reader {
public:
    Reader(std::string_view text, const Run& run, Spans& out) : text_{text}, run_{run}, out_{out} {}

    /// The surest signs first; a word that belongs to a name is not read again.
    void read() {
        for (std::size_t i = 0; i < run_.count; ++i) patronymic(i);
        for (std::size_t i = 0; i < run_.count; ++i) initials(i);
        for (std::size_t i = 0; i + 1 < run_.count; ++i) pair(i);
        for (std::size_t i = 0; i < run_.count; ++i) single(i);
    }

private:
    const Token& at(std::size_t i) const { return run_.tokens[i]; }
    std::string_view word(std::size_t i) const { return at(i).word.folded(); }
    bool is_capital(std::size_t i) const { return i < run_.count && at(i).role == Role::Capital; }
    bool is_initial(std::size_t i) const { return i < run_.count && at(i).role == Role::Initial; }
    bool is_name_word(std::size_t i) const { return is_capital(i) && !is_plain_word(word(i)); }
    bool is_free(std::size_t i) const { return i < run_.count && !taken_[i]; }
    /// A name that begins at token `i` stands behind the marker of a street or of a dedication.
    bool is_place(std::size_t i) const { return i == 0 ? follows_place(text_, at(0).word.begin) : at(i - 1).role == Role::Capital && is_street_marker(word(i - 1), false); }

    void take(std::size_t first, std::size_t last) { std::fill(taken_.begin() + static_cast<std::ptrdiff_t>(first), taken_.begin() + static_cast<std::ptrdiff_t>(last) + 1, true); }
    void found(std::size_t first, std::size_t last) {
        out_.push_back({PersonalKind::Name, at(first).word.begin, at(last).end});
        take(first, last);
    }
    /// A name that is not a person here: of a street, of a school.
    void passed(std::size_t first, std::size_t last) { take(first, last); }

    /// [Фамилия] Имя Отчество [Фамилия]; Имя Отец оглы.
    void patronymic(std::size_t i) {
        const bool is_particle = at(i).role == Role::Particle;
        if (!is_free(i) || (!is_particle && !(is_capital(i) && at(i).word.letters >= 6 && is_patronymic(word(i))))) return;
        std::size_t first = i, names = 0;
        while (first > 0 && is_free(first - 1) && is_name_word(first - 1) && names < (is_particle ? 3u : 2u)) --first, ++names;
        if (is_particle && first == i) return;
        std::size_t last = i;
        if (!is_particle && i + 1 < run_.count && at(i + 1).role == Role::Particle) ++last;
        const bool has_surname = names >= 2;
        if (!has_surname && is_name_word(last + 1) && !is_patronymic(word(last + 1)) && (has_surname_ending(word(last + 1)) || !is_first_name(word(last + 1)))) ++last;
        if (is_place(first) && first + 1 < i) ++first;   // «г. Нягань Иван Петрович»
        is_place(first) ? passed(first, last) : found(first, last);
    }

    /// Фамилия И. О.; И. О. Фамилия.
    void initials(std::size_t i) {
        if (!is_initial(i) || !is_free(i)) return;
        const std::size_t last = is_initial(i + 1) ? i + 1 : i;
        const bool is_pair = last > i;
        const auto fits = [&](std::size_t k) {
            if (!is_name_word(k) || !is_free(k)) return false;
            return is_pair ? at(k).word.letters >= 2 && !is_short_caps(k) : has_surname_ending(word(k)) || is_common_surname(word(k));
        };
        const bool before = i > 0 && fits(i - 1), after = fits(last + 1);
        const bool prefers_after = after && has_surname_ending(word(last + 1)) && !(before && has_surname_ending(word(i - 1)));
        if (!before && !after) return;
        const std::size_t from = before && !prefers_after ? i - 1 : i, until = before && !prefers_after ? last : last + 1;
        is_place(from) ? passed(from, until) : found(from, until);
    }
    /// «ЖК», «ТЦ»: abbreviations beside initials are no surnames.
    bool is_short_caps(std::size_t k) const { return at(k).word.is_upper && at(k).word.letters <= 2; }

    /// Имя Фамилия; Фамилия Имя.
    void pair(std::size_t i) {
        if (!is_free(i) || !is_free(i + 1) || !is_name_word(i) || !is_name_word(i + 1)) return;
        if (is_place(i)) return passed(i, is_first_name(word(i)) ? i + 1 : i);   // «ул. Ивана Франко», but «г. Нягань Петров Иван»
        if (precedes_house(text_, at(i + 1).end)) return;
        const auto is_surname = [&](std::size_t k) { return has_surname_ending(word(k)) || is_common_surname(word(k)); };
        const bool first_then = is_first_name(word(i)) && is_surname(i + 1) && !is_name_of_street(word(i + 1));
        const bool surname_then = is_surname(i) && is_first_name(word(i + 1)) && !is_name_of_street(word(i));
        if (first_then || surname_then) found(i, i + 1);
    }

    /// A frequent surname alone; any surname, or a first name, behind a word that calls a person.
    void single(std::size_t i) {
        if (!is_free(i) || !is_capital(i) || at(i).word.letters < 4) return;
        const bool is_common = is_common_surname(word(i)) && !is_name_of_street(word(i));
        if (!is_common && !has_surname_ending(word(i)) && !is_first_name(word(i))) return;
        if (is_plain_word(word(i)) || is_place(i) || precedes_house(text_, at(i).end)) return;
        const bool is_called = i == 0 ? follows_call(text_, at(0).word.begin) : at(i - 1).role == Role::Capital && calls_person(word(i - 1));
        if (is_called) return found(i, i);
        if (!is_common || is_before_marker(i)) return;
        const bool is_town = is_capital(i + 1) && is_plain_word(word(i + 1));   // «Петров Вал»
        if (!is_town) found(i, i);
    }
    /// «Иванова ул.»: the marker behind.
    bool is_before_marker(std::size_t i) const {
        const Word next = word_at(text_, skip_blanks(text_, at(i).end));
        return next.letters > 0 && is_street_marker(next.folded(), true);
    }

    std::string_view text_;
    const Run& run_;
    Spans& out_;
    std::array<bool, kMaxRun> taken_{};   // tokens that were read as a part of something
};

}  // namespace

std::size_t find_at_capital(std::string_view text, std::size_t pos, Spans& out) {
    if (ends_letter(text, pos)) return pos + 2;   // in the middle of a word
    Run run;
    read_run(text, pos, run);
    if (run.count == 0) return std::max(word_at(text, pos).end, pos + 2);
    Reader{text, run, out}.read();
    return run.end;
}

std::size_t find_small_patronymic(std::string_view text, std::size_t pos, Spans& out) {
    const std::string_view rest = text.substr(pos, 6);
    if (!rest.starts_with("вич") && !rest.starts_with("вна") && !rest.starts_with("вны") && !rest.starts_with("вне") && !rest.starts_with("вну") && !rest.starts_with("вно")) return pos + 2;
    if (pos < 4 || !(text.substr(pos - 2, 2) == "о" || text.substr(pos - 2, 2) == "е")) return pos + 2;
    const Word head = word_before(text, pos), whole = word_at(text.substr(0, pos + kMaxWord), head.begin);   // no farther: a word may be as long as the text
    if (head.letters == 0 || whole.is_capital || whole.letters < 6 || !is_patronymic(whole.folded())) return pos + 2;
    const Word first = word_before(text, skip_blanks_back(text, whole.begin));
    if (first.letters < 2 || first.end == whole.begin || !is_first_name(first.folded())) return pos + 2;
    const Word surname = word_before(text, skip_blanks_back(text, first.begin));
    const bool has_surname = surname.letters >= 4 && surname.end != first.begin && (is_common_surname(surname.folded()) || (has_surname_ending(surname.folded()) && surname.folded().size() >= 10));
    out.push_back({PersonalKind::Name, has_surname ? surname.begin : first.begin, whole.end});
    return std::max(whole.end, pos + 2);
}

}  // namespace problemator::privacy
