#include "core/base/format.hpp"
#include "core/documents/csv.hpp"
#include "core/documents/problem_papers.hpp"

namespace problemator {
namespace {

// Heads of data/channels/reg_problems.json; a test reads the file back through the import.
struct Column { std::string_view field, head; };
constexpr Column kColumns[] = {{"opened", "Проблема выявлена"}, {"topic", "Темы"}, {"territory", "Территория"}, {"title", "Проблема"}, {"cause", "Причина проблемы"}, {"responsible", "Ответственный (должность)"},
                               {"due", "Срок"}, {"taken", "В работе с"}, {"mapped", "Дорожная карта с"}, {"closed", "Проблема устранена"}, {"changed", "Изменена"}};

std::string cell_text(const RegisterCell& cell) { return cell.day == kNoDay ? cell.text : format_date(cell.day, Lang::Ru); }

}  // namespace

std::string problems_csv(const Register& problems) {
    std::vector<std::string> cells;
    for (const Column& column : kColumns) cells.emplace_back(column.head);
    std::string out{kByteOrderMark};
    out += csv_line(cells);
    for (std::size_t row = 0; row < problems.rows(); ++row) {
        cells.clear();
        for (const Column& column : kColumns) {
            const auto at = problems.form.find(column.field);
            cells.push_back(at ? cell_text(problems.cell(*at, row)) : std::string{});
        }
        out += csv_line(cells);
    }
    return out;
}

}  // namespace problemator
