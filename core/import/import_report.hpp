// The import report: what every file was taken for, how sure that is, and where every row went. The reader of a report trusts it
// because it adds up: rows read = kept + rejected + skipped; kept = added + updated + kept as they were.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/error.hpp"
#include "core/base/phrase.hpp"
#include "core/base/time.hpp"
#include "core/schema/dimension.hpp"

namespace problemator {

inline constexpr std::size_t kMaxErrors = 100;   // kept with their places; all are counted

/// Something that the program found out by looking and that the user may set himself.
struct Guess {
    std::string about;           // "format", "encoding", "delimiter", "header_row", "channel", "date_order", "decimal", "sheet", "dates"
    std::string value;           // "windows-1251", ";", "3", "pos", "dmy", "comma", "Sheet0", "1900"
    double confidence = 1;       // 0…1
    bool is_given = false;       // set by the user: nothing was guessed
    std::string second;          // the next best, when the guess was close; else empty
};

/// A word of a column with a fixed list (a status, a result) that its channel does not name: how often, and as what it was read.
struct UnknownWord { std::string column, value; std::optional<Phrase> read_as; std::uint32_t count = 0; };   // no read_as: the cell was left empty

/// All rows of a table with one fault in one column: what `errors` and `warnings` have no room for is counted here.
struct FaultCount {
    Fault fault{};
    std::string column;                          // empty: the whole row
    std::uint32_t count = 0;
    std::vector<std::uint32_t> first;            // rows, at most kFirstRows
};
inline constexpr std::size_t kFirstRows = 3;
/// Counts one more; a kind that is new goes to the end.
void count_fault(std::vector<FaultCount>& counts, const Error& error);

/// One table: a CSV file, a sheet of a workbook, a member of an archive.
struct FileReport {
    std::string name;                            // as the user knows it: «выгрузка.zip/ПОС.xlsx»
    std::string sheet;                           // sheet of a workbook; empty otherwise
    std::string sha256;                          // of the file as it came (an archive: of the archive)
    std::string format;                          // "CSV", "XLSX", …; empty when not even that was found
    std::string channel_id;                      // empty when the table was not understood
    std::string register_id;                     // for tables that are not messages: "hearings", "road_maps", …
    double confidence = 0;                       // of the channel, 0…1
    std::string encoding;                        // "utf-8", "utf-8-bom", "windows-1251", …; empty for formats that know
    char delimiter = ',';
    std::uint32_t header_row = 0;                // 1-based
    std::uint64_t bytes = 0;
    std::vector<Guess> guesses;
    std::uint32_t rows_read = 0, rows_kept = 0, rows_rejected = 0, rows_updated = 0, rows_duplicate = 0;
    std::uint32_t rows_skipped = 0;              // totals and repeated headers: not messages, and said so
    std::vector<std::string> unused_columns;     // headers that no rule reads
    std::vector<std::string> missing_columns;    // expected headers that are absent (not required)
    std::vector<UnknownWord> unknown_words;
    std::optional<Error> failure;                // the whole table could not be read
    std::vector<Error> errors;                   // of rejected rows; at most kMaxErrors kept, see errors_total
    std::vector<Error> warnings;                 // a cell left empty because it could not be read; the row is kept
    std::uint64_t errors_total = 0, warnings_total = 0;
    std::vector<FaultCount> error_counts, warning_counts;   // sums: errors_total, warnings_total
    std::string rejects_csv;                     // rejected rows with their original cells and the reason; bounded by the input
};

struct UnmappedValue { Dimension dimension{}; std::string value; std::uint32_t count = 0; std::string suggestion; };

/// A moment that cannot be: an answer before the question, a date in the future.
enum class ClockFault : std::uint8_t { ClosedBeforeReceived, AnsweredBeforeReceived, RegisteredBeforeReceived, DueBeforeReceived, ReceivedInFuture, ClosedInFuture, ForwardedBeforeReceived };
inline constexpr std::size_t kClockFaults = 7;
struct ClockAnomaly {
    ClockFault fault{};
    std::uint32_t count = 0;
    std::vector<Place> first;                    // at most 5, with file and row
};

struct Coverage { Week week = 0; std::string channel; std::uint32_t messages = 0; };   // received, by week and channel

/// Against the snapshot of last week: how the set of messages changed.
struct SetChange { std::uint32_t added = 0, updated = 0, kept = 0, gone = 0; bool has_previous = false; };

/// Messages that came through several channels and are one problem: by what they were recognised.
struct LinkCounts { std::uint32_t by_key = 0, by_text = 0; };

/// An automatic rule of the profile («автоправило») and what it did.
struct RuleUse { std::string id, name_ru, name_en; std::uint32_t matched = 0, changed = 0, contradicted = 0; };   // contradicted: the source had sent it elsewhere

/// Places: how many rows got a settlement, a street, a point, and what was not recognised.
struct PlaceCounts {
    std::uint32_t with_territory = 0, with_street = 0, with_point_given = 0, with_point_found = 0, without_place = 0;
};

/// Personal data found and masked or dropped, by kind: "phone", "email", "name", "snils", "passport", "inn", "card", "address", "vk".
struct PrivacyCount { std::string kind; std::uint32_t in_columns = 0, in_texts = 0; };

struct ImportReport {
    std::vector<FileReport> files;
    std::vector<UnmappedValue> unmapped;         // topics, territories, departments that the profile does not know
    std::uint32_t messages = 0;                  // after merging by key and linking
    std::uint32_t linked = 0;                    // appeals linked to a ПОС message by «Сообщение ПОС №»
    LinkCounts links;
    SetChange change;
    std::vector<ClockAnomaly> anomalies;         // only kinds that occur
    std::vector<Coverage> coverage;              // sorted by week, channel
    std::vector<RuleUse> rules;
    PlaceCounts places;
    std::vector<PrivacyCount> privacy;           // only kinds that occur
    std::uint32_t beyond_calendar = 0;           // deadlines in years whose transfers of days off the calendar does not know
    std::uint32_t gratitudes = 0, consultations = 0, appeals = 0;   // counted apart
};

std::string report_text(const ImportReport& report, Lang lang);
std::string report_json(const ImportReport& report);

}  // namespace problemator
