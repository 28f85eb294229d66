// Matrix view: the matrix scene as one target. Pointer and keys find cells by arithmetic; the scene keeps its links and hints.
#pragma once
#include "core/charts/charts.hpp"
#include "web/widgets/ui.hpp"

namespace problemator::web {

enum class MatrixKeys : std::uint8_t { Move, Ignored };

/// Height of matrix and hanging bars together.
double matrix_view_height(const Matrix& matrix);
/// Draws inside `box`, scrolling when the matrix is taller.
void draw_matrix_view(Ui& ui, const Matrix& matrix, Box box, MatrixKeys keys);

}  // namespace problemator::web
