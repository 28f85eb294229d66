// An app over random messages whose first page is built, and the steps to its next one.
#pragma once
#include "core/app/app.hpp"
#include "tests/unit/model/make_table.hpp"

namespace problemator {

inline std::unique_ptr<App> opened() {
    auto app = *App::open(testing_tables::random_snapshot(6, 3000, 60), "test");
    app->page();
    return app;
}

inline int steps_to(App& app) {
    int steps = 1;
    while (!app.prepare(0)) ++steps;
    return steps;
}

}  // namespace problemator
