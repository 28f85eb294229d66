// Error: what went wrong, exactly where, with the offending piece as found and a way out.
// «ПОС_11.csv, строка 214, столбец «Дата поступления»: «32.13.2026» — не дата; ожидается ДД.ММ.ГГГГ»
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

#include "core/base/phrase.hpp"

namespace problemator {

enum class Fault : std::uint8_t {
    Io, EmptyFile, NotText, NotThisFormat, UnknownColumns, DuplicateColumn, NoRows, Truncated, RowTooLong, CellTooLong,
    WrongCellCount, UnclosedQuote, BadEncoding, BadDate, BadNumber, BadValue, MissingValue, MissingColumn, DuplicateKey,
    BadJson, UnknownKey, MissingKey, WrongType, OutOfRange,
    NotASnapshot, NewerSnapshot, BadChecksum, BadSnapshot, TooLarge, BadArgument, PersonalData,
    Damaged, Encrypted, UnknownArchive, NotATable, WrongKey,
};

struct Place {
    std::string file{};       // name as the user knows it; empty = not about a file
    std::uint32_t row = 0;    // 1-based line of the table as a spreadsheet shows it; 0 = the whole file
    std::string column{};     // header of the column, or JSON path, or section name; empty = the whole row
};

struct Error {
    Fault fault{};
    Place place{};
    std::string piece{};      // the offending piece, quoted as found (shortened to 80 characters when shown)
    std::string expected{};   // what would have been right, already in words or as a pattern; may be empty. Dates: "DD.MM.YYYY"
};

/// Short name of the fault for machines, e.g. "bad_date". Stable across versions.
std::string_view fault_id(Fault fault);
/// One sentence: place, piece, what is wrong, what to do. No trailing full stop.
std::string describe(const Error& error, Lang lang);
/// What the user can do about this kind of fault.
Phrase remedy(Fault fault);

}  // namespace problemator
