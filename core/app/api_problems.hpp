// Calls of «Проблематор» in the programmatic interface: entries of this browser, their file, and what the shell lays over the page.
#pragma once
#include <nlohmann/json_fwd.hpp>

#include "core/app/app.hpp"
#include "core/base/json.hpp"

namespace problemator {

/// {"entries": [{"opened": "2026-11-16", "topic": "…", …}]} takes the place of the entries before. Answer: {"count": n}.
Result<nlohmann::ordered_json> set_unpublished(App& app, const JsonCursor& request);
/// {"name": "reg_problems 2026-11-16.csv", "text": "…"}: a file for the exports of the next week.
nlohmann::ordered_json problems_file(const App& app);
/// {"title", "html", "file", "name"} of the state's overlay; empty html without one.
nlohmann::ordered_json overlay_of(const App& app);

}  // namespace problemator
