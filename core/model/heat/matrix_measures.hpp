// Measures of a matrix cell: value, rows behind it, text, intensity class and legend.
#pragma once
#include "core/model/figure.hpp"
#include "core/model/scope.hpp"

namespace problemator {

/// The measure that a view shows for a state: what it cannot give falls back to Count.
Measure matrix_measure(const State& state, MatrixView view);
/// Measures that a view of the heat map offers, in order. Rates need rows of territories.
std::vector<Measure> offered_measures(MatrixView view);
/// In words, for «Почему это число».
Phrase measure_formula(Measure measure);

/// The rows that a measure is counted of: its basis and marks.
struct MeasureRows { Basis basis = Basis::Received; Marks with = 0; };
MeasureRows rows_of(Measure measure);
/// How many of a tally's rows that is.
std::uint32_t base_of(const Tally& tally, Measure measure);
bool is_share(Measure measure);

/// Figure of a tally; `rows` lists base_of() rows. Shares and means of few rows are withheld; a zero count has an empty text.
/// `people`: residents behind the line, for rates; 0 = unknown.
Figure measure_figure(const Scope& scope, const Tally& tally, Measure measure, const State& rows, double people = 0);
/// 0 = zero, 1…7 by fixed lower limits, −1 = no data.
int color_class(const Figure& figure, Measure measure);
/// 0…6 for a difference of counts: fewer … more.
int change_class(std::int64_t difference);
/// 0…6 for standard deviations from the norm.
int deviation_class(double z);
/// What the cells say: the measure itself, its change, or its distance from the norm.
enum class CellMeaning : std::uint8_t { Value, Change, Deviation };
CellMeaning cell_meaning(const State& state);
std::vector<std::string> legend_of(Measure measure, CellMeaning kind, Lang lang);

}  // namespace problemator
