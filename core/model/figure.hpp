// Figure: a number as shown, and the other small parts that pages are made of. Every number is computed once and formatted once, with its
// link and its explanation; painters (canvas, HTML, documents) read pages and compute nothing.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace problemator {

enum class Tone : std::uint8_t { Plain, Muted, Good, Warn, Bad };

/// A number as shown. `href` opens exactly the `n` rows behind it (empty when it is not about rows).
struct Figure {
    std::string text;             // «82,8»
    std::string unit;             // «%», «из 5», «»
    std::optional<double> value;  // for bars and scales; absent = withheld
    std::string href;
    std::uint32_t n = 0;          // rows behind the number, = rows listed by href
    bool is_few = false;          // «мало данных»
    std::vector<std::pair<std::string, std::string>> why;   // «Почему это число»: label, text (formula, filter, n, period in words)
};

struct Change {                   // against the week before
    std::string text;             // «+77 к неделе 45», «было 2, стало 6»; empty when there is nothing honest to compare
    int direction = 0;            // −1, 0, +1
    Tone tone = Tone::Plain;      // worse, better or neutral
};

struct Trend {                    // sparkline of 26 weeks, oldest first
    std::vector<std::optional<double>> values;
    std::optional<double> norm_low, norm_high;   // usual range
    Tone end = Tone::Plain;
    bool from_zero = true;
    std::string summary;          // one sentence for the text view
};

struct Tile {
    std::string id, label, aside; // «Отвечено в срок», «из 447»
    Figure figure;
    Change change;
    std::string year_ago;         // «АППГ 88,7 %»
    Trend trend;
};

struct Bar { std::string label; double value = 0; bool is_alarm = false; std::string href; };
struct Choice { std::string text, href; bool is_selected = false; };

}  // namespace problemator
