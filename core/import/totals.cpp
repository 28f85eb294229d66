#include "core/import/totals.hpp"

#include <algorithm>

#include "core/base/text.hpp"
#include "core/import/values.hpp"

namespace problemator {
namespace {

constexpr std::string_view kTotalWords[] = {"итого", "всего", "total", "grand total", "сумма"};

bool is_total_word(const std::string& text) {
    const std::string key = fold(text.substr(0, 200));
    return std::any_of(std::begin(kTotalWords), std::end(kTotalWords), [&](std::string_view word) {
        if (!key.starts_with(word)) return false;
        const std::string_view rest = std::string_view{key}.substr(word.size());
        return rest.empty() || rest.front() == ' ' || rest.front() == ':' || rest.front() == ',';
    });
}

}  // namespace

bool is_totals_row(const CellTexts& cells, int id_column) {
    std::size_t words = 0, numbers = 0;
    for (const std::string& cell : cells) {
        if (cell.empty()) continue;
        if (read_number(cell)) ++numbers;
        else if (is_total_word(cell)) ++words;
        else return false;
    }
    const auto id = static_cast<std::size_t>(id_column);
    const bool has_key = id_column != kNoColumn && id < cells.size() && !cells[id].empty() && !is_total_word(cells[id]);
    return !has_key && words + numbers > 0;
}

bool is_header_again(const CellTexts& cells, const HeaderRow& header) {
    std::size_t same = 0;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (cells[i].empty()) continue;
        if (i >= header.keys.size() || fold(cells[i]) != header.keys[i]) return false;
        ++same;
    }
    return same >= 2;
}

}  // namespace problemator
