// The import report for programs.
#include <nlohmann/json.hpp>

#include "core/base/format.hpp"
#include "core/import/import_report.hpp"
#include "core/import/report_words.hpp"

namespace problemator {
namespace {

using nlohmann::json;

json place_json(const Place& place) { return {{"file", place.file}, {"row", place.row}, {"column", place.column}}; }

json error_json(const Error& error) {
    return {{"fault", fault_id(error.fault)}, {"row", error.place.row}, {"column", error.place.column}, {"piece", error.piece},
            {"expected", error.expected}, {"ru", describe(error, Lang::Ru)}, {"en", describe(error, Lang::En)}};
}

template <class Values, class Use>
json list(const Values& values, Use one) {
    json all = json::array();
    for (const auto& value : values) all.push_back(one(value));
    return all;
}

json guess_json(const Guess& guess) {
    json out = {{"about", guess.about}, {"value", guess.value}, {"confidence", guess.confidence}, {"given", guess.is_given}};
    if (!guess.second.empty()) out["second"] = guess.second;
    return out;
}

json word_json(const UnknownWord& word) {
    json out = {{"column", word.column}, {"value", word.value}, {"count", word.count}};
    if (word.read_as) out["read_as"] = {{"ru", word.read_as->ru}, {"en", word.read_as->en}};
    return out;
}

json file_json(const FileReport& file) {
    return {{"name", file.name}, {"sheet", file.sheet}, {"sha256", file.sha256}, {"bytes", file.bytes}, {"format", file.format},
            {"channel", file.channel_id}, {"channel_name", {{"ru", channel_words(file, Lang::Ru)}, {"en", channel_words(file, Lang::En)}}},
            {"register", file.register_id}, {"confidence", file.confidence}, {"encoding", file.encoding}, {"delimiter", std::string(1, file.delimiter)},
            {"header_row", file.header_row}, {"guesses", list(file.guesses, guess_json)},
            {"rows_read", file.rows_read}, {"rows_kept", file.rows_kept}, {"rows_rejected", file.rows_rejected}, {"rows_skipped", file.rows_skipped},
            {"rows_updated", file.rows_updated}, {"rows_duplicate", file.rows_duplicate},
            {"unknown_words", list(file.unknown_words, word_json)}, {"unused_columns", file.unused_columns}, {"missing_columns", file.missing_columns},
            {"failure", file.failure ? error_json(*file.failure) : json{}},
            {"errors", list(file.errors, error_json)}, {"errors_total", file.errors_total},
            {"warnings", list(file.warnings, error_json)}, {"warnings_total", file.warnings_total}, {"rejects_csv", file.rejects_csv}};
}

json unmapped_json(const UnmappedValue& value) {
    return {{"dimension", dimension_id(value.dimension)}, {"value", value.value}, {"count", value.count}, {"suggestion", value.suggestion}};
}

json anomaly_json(const ClockAnomaly& anomaly) {
    return {{"fault", clock_fault_id(anomaly.fault)}, {"count", anomaly.count}, {"first", list(anomaly.first, place_json)}};
}

json coverage_json(const Coverage& c) { return {{"week", format_week_key(c.week)}, {"channel", c.channel}, {"messages", c.messages}}; }

json rule_json(const RuleUse& rule) {
    return {{"id", rule.id}, {"name", {{"ru", rule.name_ru}, {"en", rule.name_en}}}, {"matched", rule.matched}, {"changed", rule.changed}, {"contradicted", rule.contradicted}};
}

json privacy_json(const PrivacyCount& count) { return {{"kind", count.kind}, {"in_columns", count.in_columns}, {"in_texts", count.in_texts}}; }

}  // namespace

std::string report_json(const ImportReport& report) {
    const PlaceCounts& places = report.places;
    json all = {
        {"files", list(report.files, file_json)}, {"messages", report.messages}, {"linked", report.linked},
        {"beyond_calendar", report.beyond_calendar},
        {"links", {{"by_key", report.links.by_key}, {"by_text", report.links.by_text}}},
        {"change", {{"added", report.change.added}, {"updated", report.change.updated}, {"kept", report.change.kept}, {"gone", report.change.gone}, {"has_previous", report.change.has_previous}}},
        {"kinds", {{"appeals", report.appeals}, {"gratitudes", report.gratitudes}, {"consultations", report.consultations}}},
        {"unmapped", list(report.unmapped, unmapped_json)}, {"anomalies", list(report.anomalies, anomaly_json)},
        {"coverage", list(report.coverage, coverage_json)}, {"rules", list(report.rules, rule_json)},
        {"places", {{"with_territory", places.with_territory}, {"with_street", places.with_street}, {"with_point_given", places.with_point_given},
                    {"with_point_found", places.with_point_found}, {"without_place", places.without_place}}},
        {"privacy", list(report.privacy, privacy_json)}};
    return all.dump(2, ' ', false, json::error_handler_t::replace);
}

}  // namespace problemator
