// Pen: the small drawing vocabulary that the charts share. It adds marks to a Scene and refuses what is not finite,
// so that a chart reads as geometry. Coordinates are CSS pixels; y of a text is the middle of its capitals.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "core/charts/scene.hpp"
#include "core/model/figure.hpp"

namespace problemator {

struct TextLook {
    double size = 11;
    Weight weight = Weight::Regular;
    Ink ink = Ink::Ink1;
    Anchor anchor = Anchor::Start;
    double max_width = 0;
    Ink halo = Ink::None;
};

class Pen {
public:
    Pen(double width, double height);                    // sizes below 1 px become 1
    double width() const { return scene_.width; }
    double height() const { return scene_.height; }

    void rect(Box box, Ink fill, double radius = 0);
    void frame(Box box, Ink stroke, double thickness = 1, double radius = 0);
    void line(Point a, Point b, Ink ink, double thickness = 1);
    void dashed(Point a, Point b, Ink ink, double thickness = 1);
    void path(std::vector<Point> points, Ink ink, double thickness);   // fewer than two points draw nothing
    void loop(std::vector<Point> points, Ink ink, double thickness);   // a closed line
    void polygon(std::vector<Point> points, Ink fill);
    void dot(Point centre, double radius, Ink fill, Ink stroke = Ink::None, double thickness = 1);
    /// Returns the width that the text takes.
    double text(std::string_view utf8, Point at, const TextLook& look);
    void hatch(Box box, Ink ink);                        // diagonal lines: no data
    void hit(Box box, std::string href, std::string title, std::string hint);
    Scene finish(std::string summary) &&;

private:
    Scene scene_;
};

/// Linear map of [from, to] onto [begin, end]; an empty domain maps everything to the middle. The result is finite.
class Scale {
public:
    Scale(double from, double to, double begin, double end) : from_{from}, span_{to - from}, begin_{begin}, end_{end} {}
    double operator()(double value) const;
    double clamped(double value) const;                  // stays between begin and end

private:
    double from_, span_, begin_, end_;
};

/// Round values (steps of 1, 2, 5 × 10ⁿ) within [low, high], ascending, at most `most` of them.
std::vector<double> round_ticks(double low, double high, std::size_t most);
/// «40» or «0,5»: the fewest digits that show the step.
std::string tick_text(double value, Lang lang);
double half_pixel(double v);                             // where a 1 px line is sharp

Ink tone_ink(Tone tone, Ink plain);                      // text and dots: Good, Warn and Bad have their ink, the rest is `plain`
Ink tone_fill(Tone tone, Ink plain);                     // areas: amber is the lighter one
/// Lines «label \t value» of a hint.
std::string hint_lines(const std::vector<std::pair<std::string, std::string>>& lines);
/// «82,8 %» — number and unit as people write them.
std::string figure_text(const Figure& figure);
bool is_finite(const std::optional<double>& v);

}  // namespace problemator
