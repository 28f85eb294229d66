// Rail: the filters of a working screen — day histogram, facets that each ignore their own filter, marks, chips.
#pragma once
#include "core/model/frame/filter_model.hpp"
#include "core/model/scope.hpp"

namespace problemator {

Rail build_rail(const Scope& scope);

}  // namespace problemator
