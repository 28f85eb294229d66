// Segmented switch: one choice of a few, on a pressed track; the chosen one lies on surface with a border.
#pragma once
#include "web/widgets/ui.hpp"

namespace problemator::web {

double segmented_width(const std::vector<Choice>& choices, double height = 32);
/// Returns the width taken. `id` must be unique on the page; segments add their number to it.
double segmented(Ui& ui, std::string_view id, Point at, const std::vector<Choice>& choices, double height = 32);

}  // namespace problemator::web
