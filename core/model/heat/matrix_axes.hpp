// The two axes of a matrix: which rows and columns there are, in which order, what they are called and which rows they list.
#pragma once
#include <optional>

#include "core/model/scope.hpp"

namespace problemator {

inline constexpr std::size_t kMaxMatrixRows = 40, kMaxMatrixColumns = 26;   // the largest are shown; the note counts the others
inline constexpr std::size_t kMaxTopicColumns = 10;   // names of topics are long: more of them could not be read
inline constexpr std::size_t kMatrixWeeks = 12;

struct AxisLine { std::int32_t key = 0; std::string id, name, short_name; };

struct MatrixAxis {
    Axis axis{};
    std::vector<AxisLine> lines;
    std::size_t left_out = 0;
    std::optional<std::size_t> find(std::int32_t key) const;
};

struct MatrixAxes {
    MatrixAxis rows, columns;
    Period period;                         // that the cells cover together
    Week order_week = 0;                   // whose order the lines have
};

/// What a view puts on its axes: names down, names or weeks or hours across.
struct ViewShape { Axis row = Axis::Territory, column = Axis::Block; };
ViewShape shape_of(MatrixView view);

/// The link names the lines in the order that the reader keeps.
bool keeps_order(const State& state);

/// Lines of both axes. Names are those with a message in the last year or in the period, in the order of the state's order week (else of
/// the snapshot's own), so that rows stay in place while weeks are stepped through. By likeness: of the 12 weeks that end with it.
/// Where the link names the lines, they stand in that order whatever the week.
MatrixAxes matrix_axes(const Scope& scope, MatrixView view);

/// The link's state narrowed to one line of an axis; false when a link cannot say it (an hour of several days).
bool narrow(State& rows, const Scope& scope, Axis axis, std::int32_t key);

}  // namespace problemator
