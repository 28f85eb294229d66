// The import report for people and for programs.
#include <algorithm>
#include <nlohmann/json.hpp>

#include "core/base/format.hpp"
#include "core/base/text.hpp"
#include "core/import/import.hpp"

namespace problemator {
namespace {

using nlohmann::json;

constexpr std::size_t kShownErrors = 10;       // per file; the rest is counted
constexpr std::size_t kShownUnmapped = 20;
constexpr Counted kRows{"строка", "строки", "строк", "row", "rows"};
constexpr Counted kMessages{"сообщение", "сообщения", "сообщений", "message", "messages"};

std::string channel_name(const std::string& id, Lang lang) {
    for (const Channel& channel : builtin_channels())
        if (channel.id == id) return std::string{channel.name(lang)};
    return id;
}

std::string join(const std::vector<std::string>& words) {
    std::string all;
    for (const std::string& word : words) all += (all.empty() ? "" : ", ") + shorten(word, 60);
    return all;
}

void add_problems(std::string& out, const std::vector<Error>& problems, std::uint64_t total, Phrase title, Lang lang) {
    if (total == 0) return;
    out += "  " + std::string{title.in(lang)} + ": " + format_count(static_cast<std::int64_t>(total), lang) + "\n";
    for (std::size_t i = 0; i < problems.size() && i < kShownErrors; ++i) out += "    " + describe(problems[i], lang) + "\n";
    const std::uint64_t shown = std::min(problems.size(), kShownErrors);
    if (total == shown) return;
    constexpr Phrase kMore{"… и ещё: ", "… and more: "};
    out += "    " + std::string{kMore.in(lang)} + format_count(static_cast<std::int64_t>(total - shown), lang) + "\n";
}

void add_file(std::string& out, const FileReport& file, Lang lang) {
    const bool ru = lang == Lang::Ru;
    out += file.name + "\n";
    if (!file.channel_id.empty()) {
        out += std::string{ru ? "  канал: " : "  channel: "} + channel_name(file.channel_id, lang) + (ru ? ", уверенность " : ", confidence ") +
               format_percent(file.confidence, 0, lang) + (ru ? "; кодировка " : "; encoding ") + file.encoding + (ru ? "; шапка в строке " : "; header in row ") +
               std::to_string(file.header_row) + "\n";
        out += std::string{ru ? "  прочитано " : "  read "} + format_counted(file.rows_read, kRows, lang) + (ru ? ": принято " : ": kept ") +
               format_count(file.rows_kept, lang) + (ru ? ", отклонено " : ", refused ") + format_count(file.rows_rejected, lang) +
               (ru ? ", обновлено " : ", updated ") + format_count(file.rows_updated, lang) + (ru ? ", повторов " : ", repeated ") +
               format_count(file.rows_duplicate, lang) + "\n";
    }
    if (file.failure) out += std::string{ru ? "  НЕ ПРОЧИТАН: " : "  NOT READ: "} + describe(*file.failure, lang) + "\n";
    add_problems(out, file.errors, file.errors_total, {"отклонённые строки", "refused rows"}, lang);
    add_problems(out, file.warnings, file.warnings_total, {"замечания (строка принята)", "remarks (the row is kept)"}, lang);
    if (!file.missing_columns.empty()) out += std::string{ru ? "  нет столбцов: " : "  columns missing: "} + join(file.missing_columns) + "\n";
    if (!file.unused_columns.empty()) out += std::string{ru ? "  столбцы не используются: " : "  columns not used: "} + join(file.unused_columns) + "\n";
}

json error_json(const Error& error) {
    return {{"fault", fault_id(error.fault)}, {"row", error.place.row}, {"column", error.place.column}, {"piece", error.piece},
            {"expected", error.expected}, {"ru", describe(error, Lang::Ru)}, {"en", describe(error, Lang::En)}};
}

json errors_json(const std::vector<Error>& errors) {
    json all = json::array();
    for (const Error& error : errors) all.push_back(error_json(error));
    return all;
}

json file_json(const FileReport& file) {
    return {{"name", file.name},
            {"sha256", file.sha256},
            {"bytes", file.bytes},
            {"channel", file.channel_id},
            {"confidence", file.confidence},
            {"encoding", file.encoding},
            {"delimiter", std::string(1, file.delimiter)},
            {"header_row", file.header_row},
            {"rows_read", file.rows_read},
            {"rows_kept", file.rows_kept},
            {"rows_rejected", file.rows_rejected},
            {"rows_updated", file.rows_updated},
            {"rows_duplicate", file.rows_duplicate},
            {"unused_columns", file.unused_columns},
            {"missing_columns", file.missing_columns},
            {"failure", file.failure ? error_json(*file.failure) : json{}},
            {"errors", errors_json(file.errors)},
            {"errors_total", file.errors_total},
            {"warnings", errors_json(file.warnings)},
            {"warnings_total", file.warnings_total},
            {"rejects_csv", file.rejects_csv}};
}

}  // namespace

std::string report_text(const ImportReport& report, Lang lang) {
    const bool ru = lang == Lang::Ru;
    std::string out;
    for (const FileReport& file : report.files) add_file(out, file, lang);
    out += std::string{ru ? "Итого: " : "Total: "} + format_counted(report.messages, kMessages, lang);
    if (report.linked > 0) out += std::string{ru ? "; обращений, связанных с сообщением ПОС: " : "; appeals linked to a POS message: "} + format_count(report.linked, lang);
    out += "\n";
    if (report.unmapped.empty()) return out;
    out += ru ? "Названия, которых нет в профиле:\n" : "Names that the profile does not know:\n";
    for (std::size_t i = 0; i < report.unmapped.size() && i < kShownUnmapped; ++i) {
        const UnmappedValue& value = report.unmapped[i];
        out += "  " + std::string{dimension_name(value.dimension).in(lang)} + (ru ? " «" : " “") + shorten(value.value, 80) + (ru ? "» — " : "” — ") +
               format_counted(value.count, kMessages, lang);
        if (!value.suggestion.empty()) out += (ru ? "; похоже на «" : "; looks like “") + value.suggestion + (ru ? "»" : "”");
        out += "\n";
    }
    if (report.unmapped.size() > kShownUnmapped)
        out += std::string{ru ? "  … и ещё " : "  … and more: "} + format_count(static_cast<std::int64_t>(report.unmapped.size() - kShownUnmapped), lang) + "\n";
    return out;
}

std::string report_json(const ImportReport& report) {
    json files = json::array(), unmapped = json::array();
    for (const FileReport& file : report.files) files.push_back(file_json(file));
    for (const UnmappedValue& value : report.unmapped)
        unmapped.push_back({{"dimension", dimension_id(value.dimension)}, {"value", value.value}, {"count", value.count}, {"suggestion", value.suggestion}});
    const json all = {{"files", std::move(files)}, {"unmapped", std::move(unmapped)}, {"messages", report.messages}, {"linked", report.linked}};
    return all.dump(2, ' ', false, json::error_handler_t::replace);
}

}  // namespace problemator
