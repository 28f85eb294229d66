#include "core/import/quality_of.hpp"

#include "core/import/report_words.hpp"

namespace problemator {
namespace {

template <class From, class Use>
auto each(const std::vector<From>& all, Use use) {
    std::vector<decltype(use(all.front()))> out;
    out.reserve(all.size());
    for (const From& one : all) out.push_back(use(one));
    return out;
}

QualityFault fault_of(const FaultCount& f) { return {std::string{fault_id(f.fault)}, f.column, f.count, f.first}; }

QualityWord word_of(const UnknownWord& w) {
    QualityWord out{.column = w.column, .value = w.value, .read_as_ru = {}, .read_as_en = {}, .count = w.count};
    if (w.read_as) {
        out.read_as_ru = w.read_as->ru;
        out.read_as_en = w.read_as->en;
    }
    return out;
}

QualityTable table_of(const FileReport& f) {
    QualityTable out{.name = f.name, .sheet = f.sheet, .format = f.format, .encoding = f.encoding, .channel = f.channel_id, .register_id = f.register_id,
                     .confidence = f.confidence, .rows_read = f.rows_read, .rows_kept = f.rows_kept, .rows_rejected = f.rows_rejected, .rows_skipped = f.rows_skipped,
                     .rows_updated = f.rows_updated, .rows_duplicate = f.rows_duplicate, .failure = f.failure ? std::string{fault_id(f.failure->fault)} : std::string{},
                     .refused = each(f.error_counts, fault_of), .remarks = each(f.warning_counts, fault_of), .guesses = {}, .words = each(f.unknown_words, word_of),
                     .missing_columns = f.missing_columns};
    for (const Guess& guess : f.guesses)
        if (!guess.is_given && guess.confidence < kSureGuess) out.guesses.push_back({guess.about, guess.value, guess.second, guess.confidence});
    return out;
}

QualityClock clock_of(const ClockAnomaly& a) {
    return {std::string{clock_fault_id(a.fault)}, a.count, each(a.first, [](const Place& place) { return QualityPlace{place.file, place.row}; })};
}

}  // namespace

QualityReport quality_of(const ImportReport& report) {
    const SetChange& change = report.change;
    const PlaceCounts& places = report.places;
    return {.tables = each(report.files, table_of),
            .unmapped = each(report.unmapped, [](const UnmappedValue& v) { return QualityName{v.dimension, v.value, v.suggestion, v.count}; }),
            .coverage = each(report.coverage, [](const Coverage& c) { return QualityWeek{c.week, c.channel, c.messages}; }),
            .clocks = each(report.anomalies, clock_of),
            .rules = each(report.rules, [](const RuleUse& r) { return QualityRule{r.id, r.name_ru, r.name_en, r.matched, r.changed, r.contradicted}; }),
            .privacy = each(report.privacy, [](const PrivacyCount& p) { return QualityPrivacy{p.kind, p.in_columns, p.in_texts}; }),
            .change = {change.has_previous, change.added, change.updated, change.kept, change.gone},
            .places = {places.with_territory, places.with_street, places.with_point_given, places.with_point_found, places.without_place},
            .messages = report.messages, .linked_by_key = report.links.by_key, .linked_by_text = report.links.by_text,
            .appeals = report.appeals, .gratitudes = report.gratitudes, .consultations = report.consultations, .beyond_calendar = report.beyond_calendar};
}

}  // namespace problemator
