// forecast: the forecasting methods on a plain CSV, so that anyone can check them with R or Python (columns: docs/formats.md).
#pragma once
#include <cstdint>
#include <string>

#include "core/cli/console.hpp"

namespace problemator::cli {

struct ForecastOptions {
    std::string series, method = "theta", out;     // out: CSV to write; empty = to stdout
    int period = 1;                                // rows in a year; 1 = no season
    std::size_t steps = 12;
    double level = 0.95;
    double plan = 0;                               // the rest: of method plan
    std::size_t this_year = 0, remaining = 0;
    bool at_most = false;
    std::string by = "auto";                       // one of kPlanMethods
    std::uint64_t seed = 1;
    int draws = 4000;
};

inline constexpr const char* kForecastMethods[] = {"theta", "ets", "ses", "holt", "damped", "snaive", "plan"};
inline constexpr const char* kPlanMethods[] = {"auto", "theta", "damped", "snaive", "mean"};       // as PlanMethod

Exit run_forecast(const ForecastOptions& options);

}  // namespace problemator::cli
