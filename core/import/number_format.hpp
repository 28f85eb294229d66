// Number formats: a spreadsheet cell is a date only because its format says so. XLSX and XLS share the codes and their numbers.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

#include "core/import/row_source.hpp"

namespace problemator {

enum class NumberForm : std::uint8_t { Plain, Date, DateTime, Time, Duration };

/// Of a code such as "dd\.mm\.yyyy", "[$-419]d mmm yyyy;@" or "[h]:mm:ss"; letters in quotes, brackets and after a backslash are text.
NumberForm form_of_code(std::string_view code);
/// Of the formats that have a number and no code (ECMA-376, 18.8.30).
NumberForm form_of_builtin(std::uint32_t id);

/// Appends the text that row_source.hpp wants for a number shown in this form, and says what it is: a number that has no such
/// reading stays a Number, one that is none stays a Text. A clock without a date is a Duration ("08:15:00") below ten years.
CellKind append_number_cell(std::string& out, std::string_view decimal, NumberForm form, DateSystem system);

/// Appends "2026-11-09T08:15:30.000Z" as a Date cell "2026-11-09T08:15:30": cells keep neither fractions nor zones. Else a Text as it is.
CellKind append_iso_cell(std::string& out, std::string_view iso);
/// Appends "PT26H33M", "P1DT2H33M00S" (ISO 8601, without years and months) as a Duration cell "26:33:00". Else a Text as it is.
CellKind append_iso_duration_cell(std::string& out, std::string_view iso);

}  // namespace problemator
