// QualityReport: what stays of an import report in its snapshot — numbers, reasons and names, never the contents of a cell.
// The screen «Качество данных» is made of it; a snapshot of an older program has none.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/time.hpp"
#include "core/schema/dimension.hpp"

namespace problemator {

/// Rows of a table with one fault in one column.
struct QualityFault {
    std::string fault;                       // fault_id()
    std::string column;                      // header; empty: the whole row
    std::uint32_t count = 0;
    std::vector<std::uint32_t> rows;         // the first three
    friend bool operator==(const QualityFault&, const QualityFault&) = default;
};

/// What the program found out by looking and is not sure of.
struct QualityGuess {
    std::string about, value, second;        // as Guess
    double confidence = 0;                   // 0…1
    friend bool operator==(const QualityGuess&, const QualityGuess&) = default;
};

/// A word of a column with a fixed list that the channel does not name.
struct QualityWord {
    std::string column, value, read_as_ru, read_as_en;   // no read_as: the cell was left empty
    std::uint32_t count = 0;
    friend bool operator==(const QualityWord&, const QualityWord&) = default;
};

struct QualityTable {
    std::string name, sheet;                 // «выгрузка.zip/ПОС.xlsx», «Лист1»
    std::string format, encoding;            // "XLSX", "windows-1251"; empty when not known
    std::string channel, register_id;        // system; for tables that are no messages: the register
    double confidence = 0;                   // of the system, 0…1
    std::uint32_t rows_read = 0, rows_kept = 0, rows_rejected = 0, rows_skipped = 0, rows_updated = 0, rows_duplicate = 0;
    std::string failure;                     // fault_id() when the whole table could not be read
    std::vector<QualityFault> refused;       // rows; sums to rows_rejected
    std::vector<QualityFault> remarks;       // cells left empty, the row is kept
    std::vector<QualityGuess> guesses;       // those under kSureGuess that the user has not set
    std::vector<QualityWord> words;
    std::vector<std::string> missing_columns;
    friend bool operator==(const QualityTable&, const QualityTable&) = default;
};
inline constexpr double kSureGuess = 0.9;

/// A name that the profile does not know.
struct QualityName {
    Dimension dimension{};
    std::string value;                       // empty: hidden, it looked like a person
    std::string suggestion;
    std::uint32_t count = 0;
    friend bool operator==(const QualityName&, const QualityName&) = default;
};

struct QualityPlace {
    std::string file;
    std::uint32_t row = 0;
    friend bool operator==(const QualityPlace&, const QualityPlace&) = default;
};

/// Moments that cannot be.
struct QualityClock {
    std::string fault;                       // clock_fault_id()
    std::uint32_t count = 0;
    std::vector<QualityPlace> first;         // at most five
    friend bool operator==(const QualityClock&, const QualityClock&) = default;
};

struct QualityWeek {
    Week week = 0;
    std::string channel;
    std::uint32_t messages = 0;              // received
    friend bool operator==(const QualityWeek&, const QualityWeek&) = default;
};

struct QualityRule {
    std::string id, name_ru, name_en;
    std::uint32_t matched = 0, changed = 0, contradicted = 0;
    friend bool operator==(const QualityRule&, const QualityRule&) = default;
};

/// Personal data found and hidden, by kind.
struct QualityPrivacy {
    std::string kind;                        // PrivacyCount::kind
    std::uint32_t in_columns = 0, in_texts = 0;
    friend bool operator==(const QualityPrivacy&, const QualityPrivacy&) = default;
};

/// Against the snapshot before.
struct QualityChange {
    bool has_previous = false;
    std::uint32_t added = 0, updated = 0, kept = 0, gone = 0;
    friend bool operator==(const QualityChange&, const QualityChange&) = default;
};

struct QualityPlaces {
    std::uint32_t with_territory = 0, with_street = 0, with_point_given = 0, with_point_found = 0, without_place = 0;
    friend bool operator==(const QualityPlaces&, const QualityPlaces&) = default;
};

struct QualityReport {
    std::vector<QualityTable> tables;
    std::vector<QualityName> unmapped;       // the most frequent first
    std::vector<QualityWeek> coverage;       // by week, channel
    std::vector<QualityClock> clocks;
    std::vector<QualityRule> rules;
    std::vector<QualityPrivacy> privacy;
    QualityChange change;
    QualityPlaces places;
    std::uint32_t messages = 0;              // of the finished set
    std::uint32_t linked_by_key = 0, linked_by_text = 0;
    std::uint32_t appeals = 0, gratitudes = 0, consultations = 0;
    std::uint32_t beyond_calendar = 0;       // deadlines in years whose transfers of days off are not known
    friend bool operator==(const QualityReport&, const QualityReport&) = default;
};

}  // namespace problemator
