// Excess explained: which children of a cell (sub-topics, settlements, streets, channels, clusters) make up what is above the norm?
// excess = observed − expected, child by child; the largest are named until 80 % of what rose is covered, the rest is summed.
// Arithmetic, not a test: it says where the messages came from, not why.
#pragma once
#include <cstddef>
#include <span>
#include <vector>

#include "core/stats/finding.hpp"

namespace problemator {

/// `is_named`: may be told as a part; what nobody can name (no street given, a text unlike all others) counts in the sums and explains nothing.
struct ExcessChild { double observed = 0, expected = 0; bool is_named = true; };

struct ExcessPart {
    std::size_t child = 0;               // its number among the children given
    double excess = 0;                   // > 0
    double share = 0;                    // of everything that rose
};

/// The excess of the parts and of the rest add up to `total`.
struct ExcessSplit {
    double total = 0;                    // Σ (observed − expected) of the children; may be below `risen`
    double risen = 0;                    // Σ of the positive ones
    std::vector<ExcessPart> parts;       // largest first, equal ones by number
    double covered = 0;                  // Σ share of the parts; below `enough` where the rest has no name
    double norm_share = 0;               // share of the parts in the expected of all children: what they would cover if all rose alike
    std::size_t rest_children = 0;
    double rest_excess = 0;              // may be negative: children that fell
};

/// n = children. TooFewCounts: no named child above its norm. The children's norms are the caller's: they should add up to the cell's norm,
/// else the difference stays unexplained. Not finite values count as 0.
Finding<ExcessSplit> split_excess(std::span<const ExcessChild> children, double enough = 0.8);

/// The same, but only where the parts cover more than their share of the norm, by 5 points; NoVariation: all rose alike, or there is one child.
Finding<ExcessSplit> concentrated_excess(std::span<const ExcessChild> children, double enough = 0.8);

struct ExcessDimension { std::size_t dimension = 0; ExcessSplit split; };

/// The dimension that explains the excess with the fewest children, before those that cover less than `enough`; then the one whose children are a smaller part of the norm, then the
/// earlier. A dimension explains only if its parts cover more than their share of the norm: one channel that always brings everything
/// explains nothing. n = dimensions. NoVariation: all rose alike. TooFewCounts: nothing rose.
Finding<ExcessDimension> explain_excess(std::span<const std::span<const ExcessChild>> dimensions, double enough = 0.8);

}  // namespace problemator
