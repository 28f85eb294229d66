// Measures of a matrix cell: value, rows behind it, text, intensity class and legend.
#pragma once
#include "core/model/scope.hpp"

namespace problemator {

/// The measure that the matrix shows for a state: those that a tally cannot give fall back to Count.
Measure matrix_measure(const State& state);
/// Measures that the heat map offers, in order.
std::vector<Measure> offered_measures();

/// The rows that a measure is counted of: its basis and marks.
struct MeasureRows { Basis basis = Basis::Received; Marks with = 0; };
MeasureRows rows_of(Measure measure);
/// How many of a tally's rows that is.
std::uint32_t base_of(const Tally& tally, Measure measure);
bool is_share(Measure measure);

/// Figure of a tally; `rows` lists base_of() rows. Shares and means of few rows are withheld; a zero count has an empty text.
Figure measure_figure(const Scope& scope, const Tally& tally, Measure measure, const State& rows);
/// 0 = zero, 1…7 by fixed lower limits, −1 = no data.
int color_class(const Figure& figure, Measure measure);
/// 0…6 for a difference of counts: fewer … more.
int change_class(std::int64_t difference);
std::vector<std::string> legend_of(Measure measure, bool as_change, Lang lang);

}  // namespace problemator
