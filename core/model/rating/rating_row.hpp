// A department (or territory) as a line of the rating.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "core/model/figure.hpp"
#include "core/store/table.hpp"

namespace problemator {

struct RatingRow {
    Code code = kNotGiven;
    std::string id, name, short_name;
    std::string place, place_range, movement;     // «3», «2–7», «▲ 1» as text; empty when withheld; no place where its range is wide
    int movement_direction = 0;
    Figure count, in_time, completeness, median_reply, satisfaction, repeats, score;
    std::optional<double> share;                  // in time, 0…1, where it is drawn: also of few data, whose figure is withheld
    std::optional<double> low, high;              // 95 % Wilson interval of the share in time, 0…1
    Tone tone = Tone::Plain;                      // Good/Bad only beyond chance against the same topics and channels elsewhere
    bool is_few = false;
    std::string href;
    /// Places of the periods before, oldest first; the last one is of this period. Absent: too few answers then.
    struct Places { int low = 0, high = 0, place = 0; };   // place 0: withheld, its range is wide
    std::vector<std::optional<Places>> history;
    int places = 0;                               // how many departments were placed at most: the scale of the history
    std::string versus_href;                      // takes the department into the comparison, or out of it
    bool is_compared = false;
};

}  // namespace problemator
