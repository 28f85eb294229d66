// Matrix as shown: rows × columns of figures with margins.
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/model/figure.hpp"

namespace problemator {

struct Cell {
    Figure figure;                // text empty for zero
    double value = 0;
    int color_class = 0;          // 0 = zero, 1…7 by fixed lower limits; −1 = no data; for the diverging and share measures 0…6
    bool is_surge = false, is_hidden = false;   // hidden: «< 3»
    std::optional<double> expected, threshold;
    std::string row_id, column_id;
    std::string tooltip_title;
    std::vector<std::pair<std::string, std::string>> tooltip;   // label, value
    std::string href;             // selects the cell on the heat map (opens the drawer)
};

struct MatrixHead { std::string id, name, short_name; Figure total; std::string change; double value = 0; std::string href; };

struct Matrix {
    std::string title, note, row_axis_name, column_axis_name, caption;   // caption: for the table in the text view
    std::vector<MatrixHead> rows, columns;
    std::vector<Cell> cells;      // dense, row by row
    Figure total;
    std::string total_change;
    std::vector<std::string> legend;     // «1–2», «3–5», …, one per class
    bool is_diverging = false;           // colour classes 0…6 are of the diverging palette (better … worse), not of intensity
    std::optional<std::size_t> selected; // index into cells
    const Cell& at(std::size_t r, std::size_t c) const { return cells[r * columns.size() + c]; }
};

}  // namespace problemator
