// Explain the rest: no number of a page is left without «Почему это число». Numbers of tables say which column of which table they are;
// whatever a builder has explained itself stays as it is.
#pragma once
#include "core/model/pages.hpp"
#include "core/model/scope.hpp"

namespace problemator {

void explain_rest(Page& page, const Scope& scope);

}  // namespace problemator
