// What holds for the whole set: clocks, links and changes, automatic rules, places, personal data.
#include "core/base/format.hpp"
#include "core/import/report_words.hpp"
#include "core/model/quality/quality_parts.hpp"
#include "core/model/remembered.hpp"

namespace problemator {
namespace {

std::string clock_words(const std::string& id, Lang lang) {
    for (std::size_t i = 0; i < kClockFaults; ++i)
        if (clock_fault_id(static_cast<ClockFault>(i)) == id) return std::string{clock_fault_words(static_cast<ClockFault>(i)).in(lang)};
    return id;
}

/// «ПОС.xlsx, строка 12; ИМ.csv, строка 7»: neighbours of one file name it once.
std::string places_words(const Findings& f, const std::vector<QualityPlace>& places) {
    std::string out;
    for (std::size_t i = 0; i < places.size(); ++i) {
        const bool is_same_file = i > 0 && places[i].file == places[i - 1].file;
        if (i > 0) out += is_same_file ? ", " : "; ";
        if (!is_same_file) out += places[i].file + f.say({", строка ", ", row "});
        out += std::to_string(places[i].row);
    }
    return out;
}

std::vector<ListingCell> counted_row(const Findings& f, Phrase what, ListingCell count) { return {words_cell(f.say(what)), std::move(count)}; }

ListingCell share_cell(const Findings& f, std::uint32_t part, std::uint32_t whole) {
    if (whole == 0) return words_cell(std::string{kNone}, Tone::Muted);
    return words_cell(format_percent(static_cast<double>(part) / whole, 0, f.lang()), part == 0 ? Tone::Muted : Tone::Plain);
}

std::vector<ListingColumn> what_and_count(const Findings& f) { return {{"what", f.say({"Что", "What"})}, {"count", f.say({"Сообщений", "Messages"}), true}}; }

}  // namespace

Listing clocks_listing(const Findings& f) {
    Listing out{.id = "clocks", .title = f.say({"Часы и даты", "Clocks and dates"}), .note = f.say({"моменты, которых не может быть", "moments that cannot be"}), .columns = what_and_count(f),
                .rows = {}, .empty = f.say({"Невозможных дат нет", "No impossible dates"}), .more = {}};
    out.columns.push_back({"where", f.say({"Где", "Where"})});
    for (const QualityClock& clock : f.report.clocks)
        out.rows.push_back({words_cell(clock_words(clock.fault, f.lang())), number_cell(f, clock.count, Tone::Warn), words_cell(places_words(f, clock.first))});
    if (f.report.beyond_calendar > 0)
        out.rows.push_back({words_cell(f.say({"срок в году, для которого в календаре нет переносов", "due in a year whose days off the calendar lacks"})), number_cell(f, f.report.beyond_calendar, Tone::Warn),
                            words_cell(f.say({"обновите программу", "update the program"}))});
    return out;
}

Listing links_listing(const Findings& f) {
    const QualityReport& r = f.report;
    const QualityChange& change = r.change;
    Listing out{.id = "links", .title = f.say({"Связи и изменения", "Links and changes"}), .note = {}, .columns = what_and_count(f), .rows = {}, .empty = {}, .more = {}};
    State appeals = f.rows;
    appeals = with_dimension(std::move(appeals), Dimension::Kind, {std::string{kind_id(Kind::Appeal)}});
    out.rows.push_back(counted_row(f, {"Всего в наборе", "In the set"}, rows_cell(f, r.messages, f.rows)));
    out.rows.push_back(counted_row(f, {"Связано по номеру сообщения ПОС", "Linked by the number of a POS message"}, number_cell(f, r.linked_by_key)));
    out.rows.push_back(counted_row(f, {"Связано по тексту, месту и времени", "Linked by text, place and time"}, number_cell(f, r.linked_by_text)));
    out.rows.push_back(counted_row(f, {"Обращения по 59-ФЗ", "Appeals (59-FZ)"}, rows_cell(f, r.appeals, appeals)));
    out.rows.push_back(counted_row(f, {"Благодарности", "Thanks"}, rows_cell(f, r.gratitudes, with_marks(f.rows, bit(Mark::Gratitude)))));
    out.rows.push_back(counted_row(f, {"Консультации", "Consultations"}, rows_cell(f, r.consultations, with_marks(f.rows, bit(Mark::Consultation)))));
    if (!change.has_previous) {
        out.more = f.say({"прошлого снимка для сравнения нет", "no previous snapshot to compare with"});
        return out;
    }
    out.rows.push_back(counted_row(f, {"Новые с прошлого снимка", "New since the previous snapshot"}, number_cell(f, change.added)));
    out.rows.push_back(counted_row(f, {"Обновлены", "Updated"}, number_cell(f, change.updated)));
    out.rows.push_back(counted_row(f, {"Без изменений", "Unchanged"}, number_cell(f, change.kept)));
    out.rows.push_back(counted_row(f, {"Нет в новых выгрузках", "Not in the new exports"}, number_cell(f, change.gone, Tone::Warn)));
    return out;
}

Listing rules_listing(const Findings& f) {
    Listing out{.id = "rules", .title = f.say({"Автоправила и охват", "Automatic rules and coverage"}), .note = {},
                .columns = {{"rule", f.say({"Правило", "Rule"})}, {"matched", f.say({"Сработало", "Matched"}), true}, {"changed", f.say({"Изменило", "Changed"}), true},
                            {"contradicted", f.say({"Вопреки источнику", "Against the source"}), true}},
                .rows = {}, .empty = f.say({"В профиле нет автоправил", "The profile has no automatic rules"}), .more = {}};
    for (const QualityRule& rule : f.report.rules)
        out.rows.push_back({words_cell(f.lang() == Lang::Ru || rule.name_en.empty() ? rule.name_ru : rule.name_en), number_cell(f, rule.matched), number_cell(f, rule.changed),
                            number_cell(f, rule.contradicted, Tone::Warn)});
    if (out.rows.empty()) return out;
    const State matched = with_marks(f.rows, bit(Mark::MatchedRule));
    const auto n = static_cast<std::uint32_t>(count_of(f.scope, filter_of(matched, f.scope.table, f.scope.home)));
    out.rows.insert(out.rows.begin(), {words_cell(f.say({"Направлено правилами", "Routed by rules"})), rows_cell(f, n, matched), words_cell({}), words_cell({})});
    out.note = f.say({"охват ", "coverage "}) + share_cell(f, n, static_cast<std::uint32_t>(f.scope.table.rows())).figure.text;
    return out;
}

Listing places_listing(const Findings& f) {
    const QualityPlaces& p = f.report.places;
    Listing out{.id = "places", .title = f.say({"Места", "Places"}), .note = f.say({"из принятых строк", "of the rows that were kept"}), .columns = what_and_count(f), .rows = {}, .empty = {}, .more = {}};
    out.columns.push_back({"share", f.say({"Доля", "Share"}), true});
    std::uint32_t whole = 0;
    for (const QualityTable& table : f.report.tables)
        if (table.register_id.empty()) whole += table.rows_kept;
    const std::pair<Phrase, std::uint32_t> counts[] = {{{"С территорией", "With a territory"}, p.with_territory}, {{"С улицей", "With a street"}, p.with_street},
                                                       {{"С точкой из файла", "With a point of the file"}, p.with_point_given},
                                                       {{"С точкой из справочника мест", "With a point of the gazetteer"}, p.with_point_found}, {{"Без места", "Without a place"}, p.without_place}};
    for (const auto& [what, n] : counts) out.rows.push_back({words_cell(f.say(what)), number_cell(f, n), share_cell(f, n, whole)});
    return out;
}

Listing privacy_listing(const Findings& f) {
    Listing out{.id = "privacy", .title = f.say({"Персональные данные", "Personal data"}), .note = f.say({"найдены при импорте и скрыты", "found by the import and hidden"}),
                .columns = {{"kind", f.say({"Что", "What"})}, {"columns", f.say({"В столбцах", "In columns"}), true}, {"texts", f.say({"В текстах", "In texts"}), true}},
                .rows = {}, .empty = f.say({"Не найдены", "None found"}), .more = {}};
    for (const QualityPrivacy& privacy : f.report.privacy)
        out.rows.push_back({words_cell(privacy_words(privacy.kind, f.lang())), number_cell(f, privacy.in_columns), number_cell(f, privacy.in_texts)});
    return out;
}

}  // namespace problemator
