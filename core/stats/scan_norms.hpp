// Scan norms: what scan_poisson is given where nobody knows the norms and counts vary more than Poisson — the quasi-Poisson form of the scan.
// Norm of a place: its mean over the past, times what all places together are now to theirs (season and trend fall out; a rise
// everywhere is not seen, the ladder of surges sees it). φ: the mean Pearson dispersion of all places, at least 1, times 1 + window / past for the doubt in the
// norms. Counts and norms are divided by φ: then C·ln(C/B) + B − C is the quasi-likelihood ratio (Wedderburn 1974; McCullagh & Nelder 1989, ch. 9).
#pragma once
#include <vector>

#include "core/stats/finding.hpp"
#include "core/stats/scan_zones.hpp"

namespace problemator {

struct ScanNorms {
    std::vector<double> counts, baselines;   // places × window, divided by `dispersion`
    double dispersion = 1;
};

/// `all`: past and window, the window last. n = weeks of the past. TooFewPeriods: less than `least_past` before the window. TooFewCounts:
/// nothing came in the past. A place without a past message expects half a message of all that time.
Finding<ScanNorms> scan_norms(const PlacePeriods<double>& all, std::size_t window, std::size_t least_past = 26);

}  // namespace problemator
