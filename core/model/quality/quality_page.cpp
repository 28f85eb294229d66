#include "core/model/quality/quality_page.hpp"

#include <algorithm>
#include <set>

#include "core/base/format.hpp"
#include "core/model/names.hpp"
#include "core/model/preparations.hpp"
#include "core/model/quality/quality_parts.hpp"
#include "core/model/remembered.hpp"

namespace problemator {
namespace {

constexpr Counted kTables = {"таблица", "таблицы", "таблиц", "table", "tables"};
constexpr Counted kOfSystems = {"системы", "систем", "систем", "system", "systems"};
constexpr Counted kFilesNotRead = {"файл не прочитан", "файла не прочитаны", "файлов не прочитаны", "file was not read", "files were not read"};
constexpr std::size_t kNamed = 3;                  // in a sentence; the rest is counted

struct Sums { std::uint64_t read = 0, kept = 0, rejected = 0, updated = 0, repeated = 0; std::set<std::string> systems; std::vector<std::string> unread; };

Sums sums_of(const QualityReport& report) {
    Sums sums;
    for (const QualityTable& t : report.tables) {
        sums.read += t.rows_read, sums.kept += t.rows_kept, sums.rejected += t.rows_rejected, sums.updated += t.rows_updated, sums.repeated += t.rows_duplicate;
        if (!t.channel.empty()) sums.systems.insert(t.channel);
        if (!t.failure.empty()) sums.unread.push_back(table_words(t));
    }
    return sums;
}

std::string counted(const Findings& f, std::uint64_t n, const Counted& noun) { return format_counted(static_cast<std::int64_t>(n), noun, f.lang()); }

std::string joined(const Findings& f, const std::vector<std::string>& names) {
    std::string out;
    for (std::size_t i = 0; i < names.size() && i < kNamed; ++i) out += (i > 0 ? ", " : "") + names[i];
    if (names.size() > kNamed) out += f.say({" и ещё ", " and "}) + f.count(names.size() - kNamed) + (f.lang() == Lang::Ru ? "" : " more");
    return out;
}

/// «1 %», «0,4 %»: never «0 %» of something.
std::string share_words(const Findings& f, std::uint64_t part, std::uint64_t whole) {
    const double share = whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
    return format_percent(share, share > 0 && share < 0.01 ? 1 : 0, f.lang());
}

/// «11 таблиц из 4 систем: принято 1 234 строки, отклонено 12 (1 %)».
std::string main_sentence(const Findings& f, const Sums& sums) {
    std::string out = counted(f, f.report.tables.size(), kTables) + f.say({" из ", " of "}) + counted(f, sums.systems.size(), kOfSystems) + f.say({": принято ", ": kept "}) +
                      counted(f, sums.kept, kRowsWord) + f.say({", отклонено ", ", refused "}) + f.count(sums.rejected);
    return sums.rejected == 0 ? out : out + " (" + share_words(f, sums.rejected, sums.read) + ")";
}

/// «2 файла не прочитаны: a.xls, b.csv».
std::string unread_sentence(const Findings& f, const Sums& sums) { return counted(f, sums.unread.size(), kFilesNotRead) + ": " + joined(f, sums.unread); }

/// «Нет выгрузок: ПОС — недели 44, 45; Битрикс24 — неделя 46».
std::string gaps_sentence(const Findings& f, const std::vector<Gap>& gaps) {
    std::vector<std::string> parts;
    for (std::size_t i = 0; i < gaps.size();) {
        std::string weeks;
        const std::string& channel = gaps[i].channel;
        const std::size_t first = i;
        for (; i < gaps.size() && gaps[i].channel == channel; ++i) weeks += (i > first ? ", " : "") + std::to_string(iso_week(gaps[i].week).week);
        const Code code = f.scope.table.dictionary(Dimension::Channel).find_id(channel);
        parts.push_back((code == kNotGiven ? channel : short_name_of(f.scope.world, Dimension::Channel, code, f.lang())) + (i - first == 1 ? f.say({" — неделя ", " — week "}) : f.say({" — недели ", " — weeks "})) + weeks);
    }
    std::string out;
    for (std::size_t i = 0; i < parts.size() && i < kNamed; ++i) out += (i > 0 ? "; " : "") + parts[i];
    if (parts.size() > kNamed) out += "…";
    return f.say({"Нет выгрузок: ", "Exports are missing: "}) + out;
}

void say_verdict(QualityPage& page, const Findings& f, const Sums& sums) {
    const auto gaps = coverage_gaps(f.report, f.scope.home);
    const std::string main = main_sentence(f, sums);
    if (!sums.unread.empty()) {
        page.verdict = unread_sentence(f, sums) + ".";
        page.verdict_tail = main;
    } else if (!gaps.empty()) {
        page.verdict = gaps_sentence(f, gaps) + ".";
        page.verdict_tail = main;
    } else {
        page.verdict = main;
    }
    if (!sums.unread.empty() && !gaps.empty()) page.note = gaps_sentence(f, gaps);
}

Tile tile_of(const Findings& f, std::string id, Phrase label, std::uint64_t n, std::string below, Phrase how) {
    Tile tile;
    tile.id = std::move(id);
    tile.label = f.say(label);
    tile.change.text = std::move(below);
    tile.figure.text = f.count(n);
    tile.figure.value = static_cast<double>(n);
    tile.figure.why = {{f.say({"Как считается", "Formula"}), f.say(how)}};
    return tile;
}

Tile unplaced_tile(const Findings& f) {
    const State rows = with_dimension(f.rows, Dimension::Territory, {std::string{f.scope.table.dictionary(Dimension::Territory).id(kNotGiven)}});
    const auto n = static_cast<std::uint32_t>(count_of(f.scope, filter_of(rows, f.scope.table, f.scope.home)));
    Tile tile = tile_of(f, "unplaced", {"Без территории", "Without a territory"}, n, share_words(f, n, f.scope.table.rows()), {"сообщения, территория которых не найдена", "messages whose territory was not found"});
    const ListingCell cell = rows_cell(f, n, rows);
    tile.figure.text = cell.figure.text;
    tile.figure.value = cell.figure.value;
    tile.figure.href = cell.figure.href;
    tile.figure.n = cell.figure.n;
    if (!cell.figure.value) tile.change.text.clear();     // so few are hidden, and so is their share
    return tile;
}

std::vector<Tile> tiles_of(const Findings& f, const Sums& sums) {
    const QualityReport& r = f.report;
    std::uint64_t unmapped = 0;
    for (const QualityName& name : r.unmapped) unmapped += name.count;
    std::vector<Tile> tiles;
    tiles.push_back(tile_of(f, "kept", {"Принято строк", "Rows kept"}, sums.kept, f.say({"из ", "of "}) + f.count(sums.read), {"строки таблиц, ставшие сообщениями или записями реестров", "rows of the tables that became messages or entries of registers"}));
    tiles.push_back(tile_of(f, "rejected", {"Отклонено строк", "Rows refused"}, sums.rejected, share_words(f, sums.rejected, sums.read), {"строки, которые нельзя прочитать; причины ниже", "rows that cannot be read; the reasons are below"}));
    tiles.push_back(tile_of(f, "repeated", {"Повторы и обновления", "Repeated and updated"}, sums.repeated + sums.updated, f.say({"обновлено ", "updated "}) + f.count(sums.updated), {"строки с номером, который уже был: более новая заменяет прежнюю", "rows with a number that was there already: the newer one replaces the older"}));
    tiles.push_back(tile_of(f, "linked", {"Связано между каналами", "Linked across channels"}, std::uint64_t{r.linked_by_key} + r.linked_by_text, f.say({"по номеру ", "by number "}) + f.count(r.linked_by_key), {"одно обращение, пришедшее двумя путями, считается один раз", "one appeal that came in two ways is counted once"}));
    tiles.push_back(tile_of(f, "unmapped", {"Нет в справочнике", "Not in the lists"}, unmapped, counted(f, r.unmapped.size(), {"название", "названия", "названий", "name", "names"}), {"сколько раз встретились названия, которых нет в профиле", "how often names occur that the profile does not know"}));
    tiles.push_back(unplaced_tile(f));
    return tiles;
}

/// A snapshot of an older program: what its header says of the files.
QualityReport report_of_inputs(const SnapshotInfo& info) {
    QualityReport report;
    for (const InputFile& input : info.inputs) {
        QualityTable table;
        table.name = input.name;
        table.channel = input.channel;
        table.confidence = 1;
        table.rows_read = input.rows_read, table.rows_kept = input.rows_kept, table.rows_rejected = input.rows_rejected, table.rows_duplicate = input.rows_duplicate;
        report.tables.push_back(std::move(table));
    }
    return report;
}

QualityPage page_without_report(const Scope& scope) {
    const QualityReport report = report_of_inputs(scope.world.snapshot.info);
    const Findings f = findings_of(scope, report);
    QualityPage page;
    page.verdict = f.say({"В этом снимке нет отчёта об импорте: он построен прежней версией программы", "This snapshot has no import report: an older version of the program made it"});
    Listing files = files_listing(f);
    files.columns.pop_back();                      // what is worth a look is not known
    for (auto& row : files.rows) row.pop_back();
    page.listings.push_back(std::move(files));
    return page;
}

struct NamedListing { std::string_view id; Listing (*build)(const Findings&); };
constexpr NamedListing kListings[] = {{"files", files_listing}, {"refused", refused_listing}, {"coverage", coverage_listing}, {"unmapped", unmapped_listing}, {"clocks", clocks_listing}, {"links", links_listing}, {"rules", rules_listing},
                                      {"places", places_listing}, {"privacy", privacy_listing}};

}  // namespace

QualityPage quality_page(const World& world, const State& state) {
    const Scope scope = scope_of(world, state);
    if (!world.snapshot.quality) return page_without_report(scope);
    const Findings f = findings_of(scope, *world.snapshot.quality);
    const Sums sums = sums_of(f.report);
    QualityPage page;
    say_verdict(page, f, sums);
    page.tiles_name = f.say({"Импорт в числах", "The import in numbers"});
    page.tiles = tiles_of(f, sums);
    for (const auto& [id, build] : kListings)
        if (takes_any(world, {id})) page.listings.push_back(build(f));
    return page;
}

/// Counts of names, then what every listing counts beside them.
void prepare_quality(Preparations& out, const Scope& scope) {
    if (!scope.world.snapshot.quality) return;
    std::set<Dimension> named = {Dimension::Channel, Dimension::Territory, Dimension::Kind};
    for (const QualityName& name : scope.world.snapshot.quality->unmapped) named.insert(name.dimension);
    for (const Dimension d : named) out.push_back([d](const Scope& own) { names_of(own, d); });
    for (const auto& [id, build] : kListings)
        if (takes_any(scope.world, {id})) out.push_back([make = build](const Scope& own) { make(findings_of(own, *own.world.snapshot.quality)); });
}

}  // namespace problemator
