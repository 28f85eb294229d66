// What every table was taken for, why rows were refused, and which names the profile does not know.
#include <algorithm>
#include <optional>

#include "core/base/error.hpp"
#include "core/base/format.hpp"
#include "core/base/stable_order.hpp"
#include "core/import/report_words.hpp"
#include "core/model/names.hpp"
#include "core/model/quality/quality_parts.hpp"

namespace problemator {
namespace {

std::optional<Fault> parse_fault(std::string_view id) {
    for (int i = 0; i <= static_cast<int>(Fault::NotATable); ++i)
        if (fault_id(static_cast<Fault>(i)) == id) return static_cast<Fault>(i);
    return std::nullopt;
}

/// «не дата; исправьте дату в исходной системе».
std::string fault_words(const std::string& id, Lang lang) {
    const auto fault = parse_fault(id);
    return fault ? describe({.fault = *fault}, lang) : id;
}

ListingCell system_cell(const Findings& f, const QualityTable& table) {
    for (const Register& entries : f.scope.world.snapshot.registers)
        if (!table.register_id.empty() && entries.form.id == table.register_id) return words_cell(std::string{entries.form.name.in(f.lang())});
    if (!table.register_id.empty()) return words_cell(table.register_id);
    if (table.channel.empty()) return words_cell(f.say({"не распознана", "not recognised"}), Tone::Warn);
    return channel_cell(f, table.channel);
}

/// An encoding as people write it; a mark at the beginning of a file is no matter of theirs.
std::string encoding_words(std::string_view name) {
    constexpr std::pair<std::string_view, std::string_view> kNames[] = {{"utf-8", "UTF-8"}, {"utf-8-bom", "UTF-8"}, {"utf-16le", "UTF-16"}, {"utf-16be", "UTF-16"}, {"windows-1251", "Windows-1251"}, {"windows-1252", "Windows-1252"}, {"koi8-r", "KOI8-R"}, {"ibm866", "CP866"}};
    for (const auto& [id, shown] : kNames)
        if (id == name) return std::string{shown};
    return std::string{name};
}

std::string format_words(const QualityTable& table) {
    if (table.encoding.empty() || table.format.empty()) return table.format + encoding_words(table.encoding);
    return table.format + ", " + encoding_words(table.encoding);
}

std::string guess_line(const Findings& f, const QualityGuess& guess) {
    const std::string open = f.say({"«", "“"}), close = f.say({"»", "”"});
    const auto name = [&](const std::string& value) { return open + source_name(f.scope.world, value, f.lang()) + close; };   // a system has a name, other guesses speak for themselves
    std::string out = guess_words(guess.about, f.lang()) + ' ' + name(guess.value) + " (" + format_percent(guess.confidence, 0, f.lang());
    if (!guess.second.empty()) out += f.say({", иначе ", ", or "}) + name(guess.second);
    return out + ")";
}

/// What is worth a look: a failure, guesses, columns that are missing.
ListingCell doubts_cell(const Findings& f, const QualityTable& table) {
    if (!table.failure.empty()) return words_cell(f.say({"не прочитан: ", "not read: "}) + fault_words(table.failure, f.lang()), Tone::Bad);
    std::string out;
    const auto add = [&out](const std::string& words) { out += (out.empty() ? "" : "; ") + words; };
    for (const QualityGuess& guess : table.guesses) add(guess_line(f, guess));
    for (std::size_t i = 0; i < table.missing_columns.size(); ++i) add((i == 0 ? f.say({"нет столбцов: ", "columns missing: "}) : "") + table.missing_columns[i]);
    if (out.empty()) return words_cell(f.say({"уверенно", "sure"}), Tone::Muted);
    return words_cell(out, table.guesses.empty() ? Tone::Plain : Tone::Warn);
}

std::vector<ListingCell> table_row(const Findings& f, const QualityTable& t) {
    return {words_cell(table_words(t)), system_cell(f, t), words_cell(format_words(t)), number_cell(f, t.rows_read), number_cell(f, t.rows_kept),
            number_cell(f, t.rows_rejected, Tone::Bad), number_cell(f, t.rows_skipped), number_cell(f, t.rows_updated), number_cell(f, t.rows_duplicate), doubts_cell(f, t)};
}

struct Refusal { const QualityTable* table; const QualityFault* fault; bool is_refused; };

std::vector<Refusal> refusals_of(const QualityReport& report) {
    std::vector<Refusal> all;
    for (const QualityTable& table : report.tables) {
        for (const QualityFault& fault : table.refused) all.push_back({&table, &fault, true});
        for (const QualityFault& fault : table.remarks) all.push_back({&table, &fault, false});
    }
    sort_stably(all, [](const Refusal& a, const Refusal& b) {
        return a.is_refused != b.is_refused ? a.is_refused : a.fault->count > b.fault->count;
    });
    return all;
}

}  // namespace

Findings findings_of(const Scope& scope, const QualityReport& report) { return {listing_maker(scope), report}; }

std::string rows_words(const std::vector<std::uint32_t>& rows, std::uint32_t count, const Findings& f) {
    if (rows.empty() || rows.front() == 0) return {};
    std::string out = rows.size() == 1 ? f.say({"строка ", "row "}) : f.say({"строки ", "rows "});
    for (std::size_t i = 0; i < rows.size(); ++i) out += (i > 0 ? ", " : "") + std::to_string(rows[i]);
    return count > rows.size() ? out + "…" : out;
}

std::string table_words(const QualityTable& table) { return table.sheet.empty() ? table.name : table.name + " · " + table.sheet; }

Listing files_listing(const Findings& f) {
    Listing out{.id = "files", .title = f.say({"Файлы", "Files"}), .note = f.say({"прочитано = принято + отклонено + пропущено", "read = kept + refused + passed over"}),
                .columns = {{"file", f.say({"Файл", "File"})}, {"system", f.say({"Система", "System"})}, {"format", f.say({"Формат", "Format"}), false, true},
                            {"read", f.say({"Прочитано", "Read"}), true}, {"kept", f.say({"Принято", "Kept"}), true}, {"rejected", f.say({"Отклонено", "Refused"}), true},
                            {"skipped", f.say({"Пропущено", "Passed over"}), true, true}, {"updated", f.say({"Обновлено", "Updated"}), true, true},
                            {"repeated", f.say({"Повторы", "Repeated"}), true, true}, {"doubts", f.say({"Стоит проверить", "Worth a look"})}},
                .rows = {}, .empty = f.say({"Файлов нет", "No files"}), .more = {}};
    std::vector<const QualityTable*> tables;
    for (const QualityTable& table : f.report.tables) tables.push_back(&table);
    std::stable_partition(tables.begin(), tables.end(), [](const QualityTable* table) { return !table->failure.empty(); });
    for (const QualityTable* table : tables) out.rows.push_back(table_row(f, *table));
    drop_idle_columns(out);
    keep_first(out, 2 * kListed, f);
    return out;
}

Listing refused_listing(const Findings& f) {
    Listing out{.id = "refused", .title = f.say({"Почему отклонено", "Why rows were refused"}), .note = f.say({"и что в принятых строках осталось пустым", "and what was left empty in the rows that were kept"}),
                .columns = {{"why", f.say({"Причина и что сделать", "Reason and what to do"})}, {"column", f.say({"Столбец", "Column"})}, {"result", f.say({"Итог", "Result"})},
                            {"count", f.say({"Строк", "Rows"}), true}, {"where", f.say({"Где", "Where"})}},
                .rows = {}, .empty = f.say({"Все строки приняты", "Every row was kept"}), .more = {}};
    for (const auto& [table, fault, is_refused] : refusals_of(f.report)) {
        const std::string rows = rows_words(fault->rows, fault->count, f);
        out.rows.push_back({words_cell(fault_words(fault->fault, f.lang())), words_cell(fault->column),
                            is_refused ? words_cell(f.say({"строка отклонена", "row refused"}), Tone::Bad) : words_cell(f.say({"ячейка пуста", "cell left empty"}), Tone::Muted),
                            number_cell(f, fault->count), words_cell(table_words(*table) + (rows.empty() ? "" : ", " + rows))});
    }
    keep_first(out, kListed, f);
    return out;
}

namespace {

State with_name(const Findings& f, const QualityName& name) {
    const Table& table = f.scope.table;
    return with_code(f.rows, table, name.dimension, table.dictionary(name.dimension).find(name.value));
}

std::vector<ListingCell> name_row(const Findings& f, const QualityName& name) {
    const bool is_hidden = name.value.empty(), is_known = !is_hidden && f.scope.table.dictionary(name.dimension).find(name.value) != kNotGiven;
    ListingCell count = is_known ? rows_cell(f, name.count, with_name(f, name)) : number_cell(f, name.count);
    return {words_cell(std::string{dimension_name(name.dimension).in(f.lang())}),
            is_hidden ? words_cell(f.say({"имя скрыто", "name hidden"}), Tone::Muted) : words_cell(name.value), std::move(count), words_cell(name.suggestion)};
}

std::vector<ListingCell> word_row(const Findings& f, const QualityWord& word) {
    const std::string& read_as = f.lang() == Lang::Ru ? word.read_as_ru : word.read_as_en;
    return {words_cell(word.column), words_cell(word.value), number_cell(f, word.count),
            read_as.empty() ? words_cell(f.say({"не прочитано", "not read"}), Tone::Warn) : words_cell(f.say({"принято за «", "read as «"}) + read_as + "»")};
}

}  // namespace

Listing unmapped_listing(const Findings& f) {
    Listing out{.id = "unmapped", .title = f.say({"Нет в справочнике", "Not in the lists"}), .note = f.say({"добавьте в профиль или канал", "add them to the profile or the channel"}),
                .columns = {{"what", f.say({"Что", "What"})}, {"name", f.say({"Как в файле", "As in the file"})}, {"count", f.say({"Сообщений", "Messages"}), true},
                            {"suggestion", f.say({"Похоже на", "Looks like"})}},
                .rows = {}, .empty = f.say({"Все названия известны профилю", "The profile knows every name"}), .more = {}};
    std::vector<const QualityName*> names;
    std::vector<const QualityWord*> words;
    for (const QualityName& name : f.report.unmapped) names.push_back(&name);
    for (const QualityTable& table : f.report.tables)
        for (const QualityWord& word : table.words) words.push_back(&word);
    for (std::size_t i = 0; i < names.size(); ++i) out.rows.push_back(i < kListed ? name_row(f, *names[i]) : std::vector<ListingCell>(4));
    for (const QualityWord* word : words) out.rows.push_back(word_row(f, *word));
    keep_first(out, kListed, f);
    return out;
}

}  // namespace problemator
