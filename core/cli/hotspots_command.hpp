// hotspots: the statistics of space on a plain CSV, so that anyone can check them with R or Python (columns: docs/formats.md).
#pragma once
#include <cstdint>
#include <string>

#include "core/cli/console.hpp"

namespace problemator::cli {

struct HotspotsOptions {
    std::string method;                        // one of kHotspotMethods
    std::string cells, points, denominator;    // cells: place × week; points: one row per place of messages; denominator: of kde
    std::string out;                           // CSV to write; empty = to stdout
    std::size_t nearest = 8;                   // neighbours of gi and emerging, places of a zone of the scans
    double band_metres = 0;                    // instead of nearest, for gi and emerging
    bool without_self = false;                 // Gi instead of Gi*
    std::size_t replicas = 999, max_weeks = 8;
    double false_share = 0.05;                 // q of a hot week (emerging)
    double bandwidth_metres = 500, cell_metres = 100, min_near = 10;
    bool gaussian = false;
    std::uint64_t seed = 1;
};

inline constexpr const char* kHotspotMethods[] = {"gi", "scan-st", "scan-ebp", "kde", "emerging", "mann-kendall", "excess", "words", "addresses"};

Exit run_hotspots(const HotspotsOptions& options);

}  // namespace problemator::cli
