#include "core/import/column_forms.hpp"

#include <algorithm>

#include "core/base/text.hpp"
#include "core/import/canonical.hpp"
#include "core/import/csv.hpp"
#include "core/import/table_shape.hpp"

namespace problemator {
namespace {

bool is_cyrillic(const std::string& text) {
    return std::any_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) >= 0xD0 && static_cast<unsigned char>(c) <= 0xD3; });
}

bool has_russian(std::span<const CellRow> rows, const ChannelMatch& match) {
    const auto& rules = match.channel->columns;
    for (std::size_t i = 0; i < rules.size(); ++i)
        if (match.columns[i] != kNoColumn && std::any_of(rules[i].headers.begin(), rules[i].headers.end(), is_cyrillic)) return true;
    return std::any_of(rows.begin(), rows.end(), [](const CellRow& row) { return std::any_of(row.begin(), row.end(), is_cyrillic); });
}

std::vector<std::string_view> cells_of(std::span<const CellRow> rows, int column) {
    std::vector<std::string_view> cells;
    for (const CellRow& row : rows)
        if (static_cast<std::size_t>(column) < row.size() && !row[static_cast<std::size_t>(column)].empty()) cells.push_back(row[static_cast<std::size_t>(column)]);
    return cells;
}

bool has_slash(std::span<const std::string_view> cells) {
    return std::any_of(cells.begin(), cells.end(), [](std::string_view cell) { return cell.find('/') != std::string_view::npos; });
}

std::optional<Guess> shown_decimal(const DecimalGuess& guess) {
    if (guess.numbers == 0 || guess.confidence <= 0.5) return std::nullopt;   // whole numbers say nothing
    return Guess{"decimal", guess.mark == DecimalMark::Comma ? "comma" : "point", guess.confidence, false, {}};
}

}  // namespace

ColumnForms find_column_forms(const ChannelMatch& match, std::span<const CellRow> rows, std::optional<DateOrder> given) {
    ColumnForms forms;
    const auto& rules = match.channel->columns;
    forms.of_rules.resize(rules.size());
    const bool is_russian = has_russian(rows, match);
    std::vector<std::size_t> open;               // rules that leave the order open
    std::vector<DateOrderGuess> orders;
    std::optional<Guess> decimal;
    for (std::size_t i = 0; i < rules.size(); ++i) {
        const FieldType type = type_of(rules[i].field);
        if (match.columns[i] == kNoColumn) continue;
        if (type == FieldType::Number && !decimal) decimal = shown_decimal(guess_decimal(cells_of(rows, match.columns[i])));
        if (type != FieldType::Date || !rules[i].date_forms.empty()) continue;
        const auto cells = cells_of(rows, match.columns[i]);
        const DateOrder assumed = !is_russian && has_slash(cells) ? DateOrder::MonthFirst : DateOrder::DayFirst;
        orders.push_back(guess_date_order(cells, assumed));
        open.push_back(i);
    }
    agree_on_order(orders);
    for (std::size_t n = 0; n < open.size(); ++n) forms.of_rules[open[n]] = &date_forms(given.value_or(orders[n].order));
    if (given && !open.empty()) forms.guesses.push_back({"date_order", std::string{order_id(*given)}, 1, true, {}});
    else if (auto order = shown_order(orders)) forms.guesses.push_back(*std::move(order));
    if (decimal) forms.guesses.push_back(*std::move(decimal));
    return forms;
}

std::vector<CellRow> rows_under(std::string_view text, char delimiter, std::uint32_t header_row, const Encoding& encoding, std::size_t most) {
    std::vector<CellRow> rows;
    CsvScanner scanner{text, delimiter};
    CsvRow row;
    std::string unescaped, decoded;
    while (rows.size() < most && scanner.next(row)) {
        if (row.number <= header_row || row.fault || row.is_blank()) continue;
        CellRow& cells = rows.emplace_back();
        cells.reserve(row.cells.size());
        for (const CsvCell& cell : row.cells) cells.emplace_back(trim(encoding.decode(unescape(cell, unescaped), decoded)));
    }
    return rows;
}

}  // namespace problemator
