// The import report for people: one paragraph a table, then what holds for the whole set.
#include <algorithm>

#include "core/base/format.hpp"
#include "core/base/text.hpp"
#include "core/import/import_report.hpp"
#include "core/import/report_words.hpp"

namespace problemator {
namespace {

constexpr std::size_t kShownErrors = 10;       // per file; the rest is counted
constexpr std::size_t kShownUnmapped = 20;
constexpr std::size_t kShownWeeks = 8;
constexpr double kSure = 0.9;                  // guesses below this are shown
constexpr Counted kRows{"строка", "строки", "строк", "row", "rows"};
constexpr Counted kMessages{"сообщение", "сообщения", "сообщений", "message", "messages"};

/// Lines in one language.
class Text {
public:
    explicit Text(Lang lang) : lang_{lang} {}
    std::string_view say(Phrase phrase) const { return phrase.in(lang_); }
    std::string count(std::uint64_t n) const { return format_count(static_cast<std::int64_t>(n), lang_); }
    std::string counted(std::uint64_t n, const Counted& noun) const { return format_counted(static_cast<std::int64_t>(n), noun, lang_); }
    void line(int depth, const std::string& words) { out_ += std::string(static_cast<std::size_t>(depth) * 2, ' ') + words + "\n"; }
    void fact(int depth, Phrase name, const std::string& value) { line(depth, std::string{say(name)} + ": " + value); }
    Lang lang() const { return lang_; }
    std::string finish() && { return std::move(out_); }

private:
    Lang lang_;
    std::string out_;
};

std::string join(const std::vector<std::string>& words) {
    std::string all;
    for (const std::string& word : words) all += (all.empty() ? "" : ", ") + shorten(word, 60);
    return all;
}

void add_problems(Text& text, const std::vector<Error>& problems, std::uint64_t total, Phrase title) {
    if (total == 0) return;
    text.fact(1, title, text.count(total));
    const std::size_t shown = std::min(problems.size(), kShownErrors);
    for (std::size_t i = 0; i < shown; ++i) text.line(2, describe(problems[i], text.lang()));
    if (total > shown) text.fact(2, {"… и ещё", "… and more"}, text.count(total - shown));
}

std::string shown_guess(const Guess& guess, Lang lang) {
    std::string words = guess_words(guess.about, lang) + " «" + guess.value + "» (" + format_percent(guess.confidence, 0, lang);
    if (!guess.second.empty()) words += (lang == Lang::Ru ? ", иначе «" : ", or «") + guess.second + "»";
    return words + ")";
}

void add_reading(Text& text, const FileReport& file) {
    std::string words = std::string{text.say({"канал: ", "channel: "})} + channel_words(file, text.lang()) + std::string{text.say({", уверенность ", ", confidence "})} +
                        format_percent(file.confidence, 0, text.lang());
    if (!file.encoding.empty()) words += std::string{text.say({"; кодировка ", "; encoding "})} + file.encoding;
    if (!file.format.empty()) words += "; " + file.format;
    for (const Guess& guess : file.guesses)
        if (guess.about == "time_zone") words += std::string{text.say({"; время ", "; times "})} + guess.value;
    text.line(1, words + std::string{text.say({"; шапка в строке ", "; header in row "})} + std::to_string(file.header_row));
    std::string unsure;
    for (const Guess& guess : file.guesses)
        if (!guess.is_given && guess.confidence < kSure) unsure += (unsure.empty() ? "" : "; ") + shown_guess(guess, text.lang());
    if (!unsure.empty()) text.fact(1, {"догадки, которые стоит проверить", "guesses worth a look"}, unsure);
    std::string rows = std::string{text.say({"прочитано ", "read "})} + text.counted(file.rows_read, kRows) + std::string{text.say({": принято ", ": kept "})} +
                       text.count(file.rows_kept) + std::string{text.say({", отклонено ", ", refused "})} + text.count(file.rows_rejected);
    if (file.rows_skipped > 0) rows += std::string{text.say({", пропущено итогов и повторов шапки ", ", totals and repeated headers passed over "})} + text.count(file.rows_skipped);
    rows += std::string{text.say({", обновлено ", ", updated "})} + text.count(file.rows_updated) + std::string{text.say({", повторов ", ", repeated "})} + text.count(file.rows_duplicate);
    text.line(1, rows);
}

void add_unknown_words(Text& text, const std::vector<UnknownWord>& words) {
    if (words.empty()) return;
    text.line(1, std::string{text.say({"слова, которых канал не знает:", "words that the channel does not know:"})});
    const std::size_t shown = std::min(words.size(), kShownUnmapped);
    for (std::size_t i = 0; i < shown; ++i) {
        const UnknownWord& word = words[i];
        std::string line = shorten(word.column, 60) + std::string{text.say({" «", " “"})} + shorten(word.value, 80) + std::string{text.say({"» — ", "” — "})} + text.counted(word.count, kRows) + "; ";
        line += word.read_as ? std::string{text.say({"принято за «", "read as “"})} + std::string{text.say(*word.read_as)} + std::string{text.say({"»", "”"})} : std::string{text.say({"не прочитано", "not read"})};
        text.line(2, line);
    }
    if (words.size() > shown) text.fact(2, {"… и ещё", "… and more"}, text.count(words.size() - shown));
}

void add_file(Text& text, const FileReport& file) {
    text.line(0, file.sheet.empty() ? file.name : file.name + " · " + file.sheet);
    if (!file.channel_id.empty()) add_reading(text, file);
    if (file.failure) text.fact(1, {"НЕ ПРОЧИТАН", "NOT READ"}, describe(*file.failure, text.lang()));
    add_problems(text, file.errors, file.errors_total, {"отклонённые строки", "refused rows"});
    add_problems(text, file.warnings, file.warnings_total, {"замечания (строка принята)", "remarks (the row is kept)"});
    add_unknown_words(text, file.unknown_words);
    if (!file.missing_columns.empty()) text.fact(1, {"нет столбцов", "columns missing"}, join(file.missing_columns));
    if (!file.unused_columns.empty()) text.fact(1, {"столбцы не используются", "columns not used"}, join(file.unused_columns));
}

void add_set(Text& text, const ImportReport& report) {
    std::string total = text.counted(report.messages, kMessages);
    if (report.linked > 0) total += std::string{text.say({"; обращений, связанных с сообщением ПОС: ", "; appeals linked to a POS message: "})} + text.count(report.linked);
    text.fact(0, {"Итого", "Total"}, total);
    const SetChange& change = report.change;
    if (change.has_previous)
        text.fact(0, {"К прошлому снимку", "Against the previous snapshot"},
                  std::string{text.say({"добавлено ", "added "})} + text.count(change.added) + std::string{text.say({", обновлено ", ", updated "})} + text.count(change.updated) +
                      std::string{text.say({", без изменений ", ", unchanged "})} + text.count(change.kept) + std::string{text.say({", нет в новых выгрузках ", ", not in the new exports "})} + text.count(change.gone));
    if (report.links.by_text > 0) text.fact(0, {"Связано между каналами по тексту, месту и времени", "Linked across channels by text, place and time"}, text.count(report.links.by_text));
    const std::pair<Phrase, std::uint32_t> kinds[] = {{{"Обращений по 59-ФЗ", "Appeals (59-FZ)"}, report.appeals}, {{"Благодарностей", "Thanks"}, report.gratitudes}, {{"Консультаций", "Consultations"}, report.consultations}};
    for (const auto& [name, n] : kinds)
        if (n > 0) text.fact(0, name, text.count(n));
}

void add_anomalies(Text& text, const ImportReport& report) {
    for (const ClockAnomaly& anomaly : report.anomalies) {
        std::string first;
        for (const Place& place : anomaly.first)
            first += (first.empty() ? "" : "; ") + place.file + ", " + std::string{text.say({"строка ", "row "})} + std::to_string(place.row);
        text.line(0, std::string{text.say({"Часы: ", "Clock: "})} + std::string{text.say(clock_fault_words(anomaly.fault))} + ": " + text.counted(anomaly.count, kMessages) + (first.empty() ? "" : " (" + first + ")"));
    }
}

void add_places(Text& text, const ImportReport& report) {
    const PlaceCounts& p = report.places;
    const bool any_seen = p.with_territory + p.with_street + p.with_point_given + p.with_point_found + p.without_place > 0;
    if (!any_seen) return;
    text.fact(0, {"Места", "Places"}, std::string{text.say({"с территорией ", "with a territory "})} + text.count(p.with_territory) + std::string{text.say({", с улицей ", ", with a street "})} + text.count(p.with_street) +
                                         std::string{text.say({", с точкой ", ", with a point "})} + text.count(p.with_point_given + p.with_point_found) + std::string{text.say({", без места ", ", without a place "})} + text.count(p.without_place));
}

void add_rules(Text& text, const ImportReport& report) {
    for (const RuleUse& rule : report.rules) {
        if (rule.matched == 0) continue;
        const std::string name = text.lang() == Lang::Ru || rule.name_en.empty() ? rule.name_ru : rule.name_en;
        text.line(0, std::string{text.say({"Автоправило «", "Rule «"})} + name + "»: " + text.counted(rule.matched, kMessages) +
                         (rule.contradicted > 0 ? std::string{text.say({", источник направил иначе ", ", the source sent elsewhere "})} + text.count(rule.contradicted) : ""));
    }
}

void add_privacy(Text& text, const ImportReport& report) {
    std::string all;
    for (const PrivacyCount& count : report.privacy) all += (all.empty() ? "" : ", ") + privacy_words(count.kind, text.lang()) + " " + text.count(count.in_columns + count.in_texts);
    if (!all.empty()) text.fact(0, {"Персональные данные найдены и скрыты", "Personal data found and hidden"}, all);
}

void add_coverage(Text& text, const ImportReport& report) {
    std::vector<Week> weeks;
    for (const Coverage& c : report.coverage)
        if (weeks.empty() || weeks.back() != c.week) weeks.push_back(c.week);
    if (weeks.empty()) return;
    const std::size_t first = weeks.size() > kShownWeeks ? weeks.size() - kShownWeeks : 0;
    text.line(0, std::string{text.say({"По неделям и каналам:", "By week and channel:"})});
    for (std::size_t i = first; i < weeks.size(); ++i) {
        std::string cells;
        for (const Coverage& c : report.coverage)
            if (c.week == weeks[i]) cells += (cells.empty() ? "" : ", ") + c.channel + " " + text.count(c.messages);
        text.line(1, format_week_key(weeks[i]) + "  " + cells);
    }
}

void add_unmapped(Text& text, const ImportReport& report) {
    if (report.unmapped.empty()) return;
    text.line(0, std::string{text.say({"Названия, которых нет в профиле:", "Names that the profile does not know:"})});
    const std::size_t shown = std::min(report.unmapped.size(), kShownUnmapped);
    for (std::size_t i = 0; i < shown; ++i) {
        const UnmappedValue& value = report.unmapped[i];
        std::string words = std::string{dimension_name(value.dimension).in(text.lang())} + std::string{text.say({" «", " “"})} + shorten(value.value, 80) + std::string{text.say({"» — ", "” — "})} + text.counted(value.count, kMessages);
        if (!value.suggestion.empty()) words += std::string{text.say({"; похоже на «", "; looks like “"})} + value.suggestion + std::string{text.say({"»", "”"})};
        text.line(1, words);
    }
    if (report.unmapped.size() > shown) text.fact(1, {"… и ещё", "… and more"}, text.count(report.unmapped.size() - shown));
}

}  // namespace

std::string report_text(const ImportReport& report, Lang lang) {
    Text text{lang};
    for (const FileReport& file : report.files) add_file(text, file);
    add_set(text, report);
    if (report.beyond_calendar > 0)
        text.fact(0, {"Сроков в годах, для которых в календаре нет переносов выходных (обновите программу)", "Deadlines in years whose transfers of days off the calendar lacks (update the program)"}, text.count(report.beyond_calendar));
    add_anomalies(text, report);
    add_places(text, report);
    add_rules(text, report);
    add_privacy(text, report);
    add_coverage(text, report);
    add_unmapped(text, report);
    return std::move(text).finish();
}

}  // namespace problemator
