#include <cmath>
#include <span>

#include "core/base/format.hpp"
#include "core/documents/csv.hpp"
#include "core/documents/problem_papers.hpp"

namespace problemator {
namespace {

// Heads of data/channels/reg_problems.json and reg_plans.json; a test reads the files back through the import.
struct Column { std::string_view field, head; };
constexpr Column kColumns[] = {{"opened", "Проблема выявлена"}, {"topic", "Темы"}, {"territory", "Территория"}, {"title", "Проблема"}, {"cause", "Причина проблемы"}, {"responsible", "Ответственный (должность)"},
                               {"due", "Срок"}, {"taken", "В работе с"}, {"mapped", "Дорожная карта с"}, {"closed", "Проблема устранена"}, {"changed", "Изменена"}};

constexpr Column kPlanColumns[] = {{"indicator", "Показатель"}, {"year", "Год плана"}, {"percent", "План, %"}, {"changed", "План изменён"}};

/// «72,5», and a year without its gap: «2026».
std::string number_text(double number) {
    if (number == std::floor(number) && std::abs(number) < 1e9) return std::to_string(static_cast<long>(number));
    return format_decimal(number, 1, Lang::Ru);
}

std::string cell_text(const RegisterCell& cell) {
    if (cell.number) return number_text(*cell.number);
    return cell.day == kNoDay ? cell.text : format_date(cell.day, Lang::Ru);
}

std::string entries_csv(const Register& entries, std::span<const Column> columns) {
    std::vector<std::string> cells;
    for (const Column& column : columns) cells.emplace_back(column.head);
    std::string out{kByteOrderMark};
    out += csv_line(cells);
    for (std::size_t row = 0; row < entries.rows(); ++row) {
        cells.clear();
        for (const Column& column : columns) {
            const auto at = entries.form.find(column.field);
            cells.push_back(at ? cell_text(entries.cell(*at, row)) : std::string{});
        }
        out += csv_line(cells);
    }
    return out;
}

}  // namespace

std::string problems_csv(const Register& problems) { return entries_csv(problems, kColumns); }
std::string plans_csv(const Register& plans) { return entries_csv(plans, kPlanColumns); }

}  // namespace problemator
