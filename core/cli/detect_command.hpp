// detect: surges, effects and trend pictures on a plain CSV of weekly counts, so that anyone can check them with R or Python
// (columns: docs/formats.md).
#pragma once
#include <cstddef>
#include <string>
#include <vector>

#include "core/cli/console.hpp"

namespace problemator::cli {

struct DetectOptions {
    std::string method;                        // one of kDetectMethods
    std::string series, out;                   // CSV to read; CSV to write, empty = to stdout
    std::string date = "week", count = "count", cell;   // names of columns; no cell: one series
    std::vector<std::string> regressors;       // columns of numbers: event marks, non-working days, snow
    std::string at = "last";                   // last, all, or one value of the date column
    std::string start;                         // its: first week with the measure
    double alpha = 0;                          // 0: as the method is published
    std::size_t baseline = 7;                  // ears
    double min_sigma = 1, mean = 0;            // ears; cusum: the norm, 0 = the mean of the weeks before the last half year
    bool with_reset = false;                   // cusum
    std::size_t years = 5, half_window = 3, seasons = 10, left_out = 26;   // farrington
    double threshold = 2.58, trend_p = 1;
    std::string form = "delta";                // farrington: delta, delta-half, delta-none, nb-plugin, nb-predictive
    bool by_calendar = false;                  // farrington: nearest same weekday of the years before instead of 52 weeks
    std::size_t harmonics = 0;                 // its
    std::size_t period = 52, seasonal_window = 7, trend_window = 0;   // stl; 0: follows
    bool is_robust = false;
};

inline constexpr const char* kDetectMethods[] = {"tail", "ears-c1", "ears-c2", "ears-c3", "cusum", "glm", "farrington", "ladder", "its", "stl", "xmr"};

Exit run_detect(const DetectOptions& options);

}  // namespace problemator::cli
