// Matrix view: the matrix scene as one target. Pointer and keys find cells by arithmetic; the scene keeps its links and hints.
#pragma once
#include "core/charts/charts.hpp"
#include "web/touch.hpp"
#include "web/widgets/ui.hpp"

namespace problemator::web {

enum class MatrixKeys : std::uint8_t { Move, Ignored };
/// A finger is wider than narrow columns: there its first tap magnifies the cell, and a tap on what it shows opens it.
enum class MatrixPointer : std::uint8_t { Mouse, Finger };

/// Draws inside `box`, scrolling when the matrix is taller.
void draw_matrix_view(Ui& ui, const Matrix& matrix, Box box, MatrixKeys keys, MatrixPointer pointer);

}  // namespace problemator::web
