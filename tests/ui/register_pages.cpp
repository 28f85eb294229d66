// The hand-made register of the chart tests is drawn here too.
#include "tests/unit/charts/sample_pages.cpp"
