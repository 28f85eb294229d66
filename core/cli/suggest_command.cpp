#include "core/cli/suggest_command.hpp"

#include <algorithm>

#include "core/base/text.hpp"
#include "core/cli/files.hpp"
#include "core/cli/mapped_file.hpp"
#include "core/import/suggest.hpp"
#include "core/import/table_sample.hpp"

namespace problemator::cli {
namespace {

std::string percent(double share) { return std::to_string(static_cast<int>(share * 100 + 0.5)) + " %"; }

/// «Дата поступления → received 97 % (или registered 40 %) · 01.02.2026, 02.02.2026»
std::string column_line(const ColumnSuggestion& column) {
    std::string line = "  " + (column.header.empty() ? std::string{"—"} : shorten(column.header, 60)) + " → ";
    line += column.field ? std::string{field_id(*column.field)} + " " + percent(column.confidence) : std::string{say({"не читается", "not read"})};
    for (std::size_t i = 0; i < column.alternatives.size(); ++i)
        line += std::string{i == 0 ? say({" (или ", " (or "}) : std::string_view{", "}} + std::string{field_id(column.alternatives[i].field)} + " " + percent(column.alternatives[i].confidence);
    if (!column.alternatives.empty()) line += ")";
    return line;
}

std::string told(const TableSample& table, const Suggestion& suggestion) {
    std::string text = table.path + (table.sheet.empty() ? "" : " · " + table.sheet) + "\n";
    for (const Guess& guess : table.guesses) text += "  " + guess.about + ": " + guess.value + ", " + percent(guess.confidence) + "\n";
    for (const ColumnSuggestion& column : suggestion.columns) text += column_line(column) + "\n";
    if (suggestion.lacks_id) text += std::string{say({"  Номера нет: строки различаются по содержанию (\"key\": \"content\")\n", "  No number: rows are told apart by what they say (\"key\": \"content\")\n"})};
    if (suggestion.lacks_received) text += std::string{say({"  Даты поступления нет: назовите столбец в описании\n", "  No date of receipt: name its column in the mapping\n"})};
    return text;
}

constexpr Phrase kAbout{"Предложено программой по заголовкам и значениям; просмотрите перед использованием.", "Suggested by the program from headers and values; look it through before use."};

Result<Exit> suggest(const SuggestOptions& options) {
    TRY(const Overrides given, read_overrides(options.overrides, {}));
    TRY(auto source, open_file(options.file));
    const std::string name = std::filesystem::path{options.file}.filename().string();
    TRY(const auto tables, sample_tables(SourceFile{name, std::move(source)}, given));
    const auto table = std::find_if(tables.begin(), tables.end(), [](const TableSample& t) { return !t.failure; });
    if (table == tables.end()) return tables.empty() ? Error{.fault = Fault::NoRows, .place = {.file = name}} : *tables.front().failure;
    const Suggestion suggestion = suggest_channel(name, table->header, table->rows);
    if (options.json) {
        print(suggestion_json(suggestion));
        return suggestion.lacks_received ? Exit::WithRejects : Exit::Ok;
    }
    const std::string mapping = write_channel(suggestion.channel, say(kAbout));
    if (options.out.empty()) {
        note(told(*table, suggestion));
        print(mapping);
    } else {
        print(told(*table, suggestion));
        TRY(const Nothing written, write_file(options.out, mapping));
        (void)written;
    }
    return suggestion.lacks_received ? Exit::WithRejects : Exit::Ok;
}

}  // namespace

Exit run_suggest(const SuggestOptions& options) {
    return finish(suggest(options));
}

}  // namespace problemator::cli
