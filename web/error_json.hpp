// Errors as the page gets them.
#pragma once
#include <string>

#include "core/base/error.hpp"

namespace problemator::web {

/// {"ok": false, "fault": …, "place": {…}, "piece": …, "expected": …, "message": {"ru": …, "en": …}}
std::string error_json(const Error& error);

}  // namespace problemator::web
