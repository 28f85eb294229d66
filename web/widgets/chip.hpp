// Chip: an active filter on the accent's pale fill with × at the right; a click opens href, which removes the filter.
#pragma once
#include "web/widgets/ui.hpp"

namespace problemator::web {

inline constexpr double kChipHeight = 24;

double chip_width(std::string_view text, double most = 320);
/// Returns the width taken; text longer than `most` is cut.
double chip(Ui& ui, std::string_view id, Point at, std::string_view text, std::string_view href, double most = 320);
/// Chips in rows within `area.w`. Returns the height taken; 0 without chips.
double chip_rows(Ui& ui, std::string_view id, Box area, const std::vector<Chip>& chips);
double chip_rows_height(const std::vector<Chip>& chips, double width);

}  // namespace problemator::web
