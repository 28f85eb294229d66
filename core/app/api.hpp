// The programmatic interface: one JSON call in, one JSON answer out, with the names of `problemator query`.
// window.problemator of the page, the CLI and the benchmark adapter all enter here. Documented in docs/api.md.
#pragma once
#include <string>
#include <string_view>

#include "core/app/app.hpp"

namespace problemator {

/// `request`: {"call": "group", "by": "department", "measures": ["count"], "filter": {"block": ["zhkh"], "from": "2026-11-09", …}}.
/// Calls: describe, filter (count), group, pivot, series, rows, state, go.
/// Answer: {"ok": true, …} or {"ok": false, "fault": "unknown_key", "place": …, "message": {"ru": …, "en": …}}.
std::string call_api(App& app, std::string_view request);

}  // namespace problemator
