#include "core/documents/csv.hpp"

namespace problemator {

std::string csv_cell(std::string_view text) {
    static constexpr std::string_view kStarts = "=+-@\t\r", kSpecial = ";\"\r\n";
    std::string cell;
    if (!text.empty() && kStarts.find(text.front()) != std::string_view::npos) cell += '\'';
    bool is_quoted = false;
    for (const char c : text) {
        if (c == '\0') continue;
        if (c == '"') cell += '"';
        if (kSpecial.find(c) != std::string_view::npos) is_quoted = true;
        cell += c;
    }
    return is_quoted ? '"' + cell + '"' : cell;
}

std::string csv_line(const std::vector<std::string>& cells) {
    std::string out;
    for (std::size_t i = 0; i < cells.size(); ++i) out += (i == 0 ? "" : ";") + csv_cell(cells[i]);
    return out + "\r\n";
}

}  // namespace problemator
