// The hand-made pages of the chart tests serve the documents too.
#include "tests/unit/charts/sample_pages.cpp"
