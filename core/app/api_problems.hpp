// Calls about entries of this browser in the programmatic interface — problems, plans of indicators: telling them, their files, and what
// the shell lays over the page.
#pragma once
#include <nlohmann/json_fwd.hpp>

#include "core/app/app.hpp"
#include "core/base/json.hpp"

namespace problemator {

/// {"entries": [{"opened": "2026-11-16", "topic": "…", …}]} takes the place of the entries before; with {"form": "plans"}
/// {"indicator", "year", "percent", "changed"}, year and percent as numbers. Answer: {"count": n}.
Result<nlohmann::ordered_json> set_unpublished(App& app, const JsonCursor& request);
/// {"name": "reg_problems 2026-11-16.csv", "text": "…"}: a file for the exports of the next week.
nlohmann::ordered_json problems_file(const App& app);
/// {"name": "reg_plans 2026-11-16.csv", "text": "…"}: the same of the plans.
nlohmann::ordered_json plans_file(const App& app);
/// {"title", "html", "file", "name"} of the state's overlay; empty html without one.
nlohmann::ordered_json overlay_of(const App& app);

}  // namespace problemator
