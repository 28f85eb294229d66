// Reference vectors: tests/reference/vectors/*.csv, written by tests/reference/<method>.R or .py with independent software.
// Plain CSV with a header, no quotes; «NA» or an empty cell is no number; a cell may hold a list of numbers between blanks.
#pragma once
#include <cstdlib>
#include <fstream>
#include <limits>
#include <map>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

namespace problemator {

using VectorRow = std::map<std::string, std::string>;

/// `file`: "ears.csv". A missing or empty file, or a row of another length, fails the test that asks for it.
inline std::vector<VectorRow> read_vectors(std::string_view file) {
    std::ifstream in{std::string{PROBLEMATOR_SOURCE_DIR "/tests/reference/vectors/"} + std::string{file}};
    std::vector<std::string> header;
    std::vector<VectorRow> rows;
    for (std::string line; std::getline(in, line);) {
        if (!line.empty() && line.back() == '\r') line.pop_back();
        if (line.empty() || line[0] == '#') continue;
        std::vector<std::string> cells;
        std::istringstream parts{line + ","};
        for (std::string cell; std::getline(parts, cell, ',');) cells.push_back(cell);
        if (header.empty()) { header = cells; continue; }
        EXPECT_EQ(cells.size(), header.size()) << file << ": " << line;
        VectorRow row;
        for (std::size_t i = 0; i < header.size() && i < cells.size(); ++i) row[header[i]] = cells[i];
        rows.push_back(std::move(row));
    }
    EXPECT_FALSE(rows.empty()) << file << " holds no vectors";
    return rows;
}

inline const std::string& word(const VectorRow& row, const std::string& key) {
    static const std::string none;
    const auto found = row.find(key);
    EXPECT_NE(found, row.end()) << "no column " << key;
    return found == row.end() ? none : found->second;
}

/// NaN for «NA» and an empty cell, so that a comparison with it fails.
inline double number_of(const std::string& text) {
    char* end = nullptr;
    const double value = std::strtod(text.c_str(), &end);
    return text.empty() || end != text.c_str() + text.size() ? std::numeric_limits<double>::quiet_NaN() : value;
}
inline double number(const VectorRow& row, const std::string& key) { return number_of(word(row, key)); }
inline bool is_missing(const VectorRow& row, const std::string& key) { return word(row, key).empty() || word(row, key) == "NA"; }

/// The numbers of one cell, between blanks.
inline std::vector<double> numbers(const VectorRow& row, const std::string& key) {
    std::vector<double> out;
    std::istringstream words{word(row, key)};
    for (std::string text; words >> text;) out.push_back(number_of(text));
    return out;
}

}  // namespace problemator
