// Funnel: how far from the municipality's share can a department of n answers be by chance alone?
// Spiegelhalter 2005, Stat Med 24:1185–1202: normal limits of a proportion, cut to 0…1.
#pragma once

namespace problemator {

struct FunnelLimit { double n = 0, low95 = 0, high95 = 1, low998 = 0, high998 = 1; };

/// Shares that n answers reach by chance around `target` (0…1): p ± z·√(p(1−p)/n), cut to 0…1. n > 0.
FunnelLimit funnel_limit(double target, double n);

}  // namespace problemator
