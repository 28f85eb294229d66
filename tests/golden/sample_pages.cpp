// The hand-made pages of the chart tests are what the golden pictures show.
#include "tests/unit/charts/sample_pages.cpp"
