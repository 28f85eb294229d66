// Choice row: the toolbar of a working screen — segmented switches from left to right, going on below when the width ends.
#pragma once
#include "web/widgets/ui.hpp"

namespace problemator::web {

struct ChoiceGroup { std::string_view id; const std::vector<Choice>* choices = nullptr; };

/// Boxes of items of these widths, placed left to right within `area.w`, rows of `height` with `gap` between.
std::vector<Box> place_in_rows(const std::vector<double>& widths, Box area, double height, double gap);
/// Height that choice_row will take at this width; 0 without choices.
double choice_row_height(const std::vector<ChoiceGroup>& groups, double width);
/// Empty groups are skipped. Returns the height taken.
double choice_row(Ui& ui, Box area, const std::vector<ChoiceGroup>& groups);

}  // namespace problemator::web
