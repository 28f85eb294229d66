// Filtered pages: what a click on a filter costs on each screen of a real snapshot, as tests/browser/bench.mjs clicks: header, steps, page.
#pragma once

namespace problemator {

/// One line of JSON a screen and kind of filter: processor time, of each step the least of `rounds`, every round with nothing counted but the home page and the screen without the filter.
/// `only`: one screen. False when the file cannot be read.
bool measure_filters(const char* path, int rounds, const char* only, bool tells_steps);

}  // namespace problemator
