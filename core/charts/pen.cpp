#include "core/charts/pen.hpp"

#include <algorithm>
#include <cmath>

#include "core/base/format.hpp"

namespace problemator {
namespace {

bool finite(Point p) { return std::isfinite(p.x) && std::isfinite(p.y); }
bool finite(Box b) { return std::isfinite(b.x) && std::isfinite(b.y) && std::isfinite(b.w) && std::isfinite(b.h); }
bool finite(const std::vector<Point>& points) { return std::all_of(points.begin(), points.end(), [](Point p) { return finite(p); }); }
double at_least_one(double v) { return std::isfinite(v) && v > 1 ? std::min(v, 100000.0) : 1; }

}  // namespace

Pen::Pen(double width, double height) {
    scene_.width = at_least_one(width);
    scene_.height = at_least_one(height);
}

void Pen::rect(Box box, Ink fill, double radius) {
    if (finite(box) && box.w > 0 && box.h > 0) scene_.marks.push_back(RectMark{.box = box, .fill = fill, .radius = radius});
}

void Pen::frame(Box box, Ink stroke, double thickness, double radius) {
    if (!finite(box) || box.w <= 0 || box.h <= 0) return;
    scene_.marks.push_back(RectMark{.box = box, .stroke = stroke, .radius = radius, .stroke_width = thickness});
}

void Pen::line(Point a, Point b, Ink ink, double thickness) { path({a, b}, ink, thickness); }

void Pen::dashed(Point a, Point b, Ink ink, double thickness) {
    if (finite(a) && finite(b)) scene_.marks.push_back(LineMark{.points = {a, b}, .stroke = ink, .width = thickness, .dashed = true});
}

void Pen::path(std::vector<Point> points, Ink ink, double thickness) {
    if (points.size() < 2 || !finite(points)) return;
    scene_.marks.push_back(LineMark{.points = std::move(points), .stroke = ink, .width = thickness});
}

void Pen::loop(std::vector<Point> points, Ink ink, double thickness) {
    if (points.size() < 3 || !finite(points)) return;
    scene_.marks.push_back(LineMark{.points = std::move(points), .stroke = ink, .width = thickness, .closed = true});
}

void Pen::polygon(std::vector<Point> points, Ink fill) {
    if (points.size() >= 3 && finite(points)) scene_.marks.push_back(PolygonMark{.points = std::move(points), .fill = fill});
}

void Pen::dot(Point centre, double radius, Ink fill, Ink stroke, double thickness) {
    if (!finite(centre) || !std::isfinite(radius) || radius <= 0) return;
    scene_.marks.push_back(CircleMark{.centre = centre, .radius = radius, .fill = fill, .stroke = stroke, .stroke_width = thickness});
}

double Pen::text(std::string_view utf8, Point at, const TextLook& look) {
    if (utf8.empty() || !finite(at)) return 0;
    scene_.marks.push_back(TextMark{.text = std::string{utf8}, .at = at, .size = look.size, .weight = look.weight, .fill = look.ink,
                                    .anchor = look.anchor, .halo = look.halo, .max_width = look.max_width});
    const double natural = text_width(utf8, look.size, look.weight);
    return look.max_width > 0 ? std::min(natural, look.max_width) : natural;
}

// Lines x + y = c, cut at the sides of the box: a scene has no clipping.
void Pen::hatch(Box box, Ink ink) {
    if (!finite(box) || box.w <= 0 || box.h <= 0) return;
    constexpr double kStep = 6;
    const double last = std::min(box.w + box.h, 4000.0);
    for (double c = kStep; c < last; c += kStep) {
        const double x0 = std::min(c, box.w), y1 = std::min(c, box.h);
        line({box.x + x0, box.y + c - x0}, {box.x + c - y1, box.y + y1}, ink, 1);
    }
}

void Pen::hit(Box box, std::string href, std::string title, std::string hint) {
    if (finite(box) && box.w > 0 && box.h > 0) scene_.hits.push_back({box, std::move(href), std::move(title), std::move(hint)});
}

Scene Pen::finish(std::string summary) && {
    scene_.summary = std::move(summary);
    return std::move(scene_);
}

double Scale::operator()(double value) const {
    if (!std::isfinite(value) || !std::isfinite(span_) || std::abs(span_) < 1e-12) return (begin_ + end_) / 2;
    return begin_ + (value - from_) / span_ * (end_ - begin_);
}

double Scale::clamped(double value) const { return std::clamp((*this)(value), std::min(begin_, end_), std::max(begin_, end_)); }

std::vector<double> round_ticks(double low, double high, std::size_t most) {
    if (!std::isfinite(low) || !std::isfinite(high) || high <= low || most == 0) return {};
    const double rough = (high - low) / static_cast<double>(most), power = std::pow(10, std::floor(std::log10(rough)));
    double step = power;
    for (const double factor : {1.0, 2.0, 5.0, 10.0, 20.0}) {
        step = power * factor;
        if (std::floor(high / step) - std::ceil(low / step) + 1 <= static_cast<double>(most)) break;
    }
    std::vector<double> out;
    for (double k = std::ceil(low / step - 1e-9); k * step <= high + step * 1e-9 && out.size() < most; ++k) out.push_back(k * step);
    return out;
}

std::string tick_text(double value, Lang lang) {
    const double whole = std::round(value);
    if (!(std::abs(value) < 1e15)) return format_decimal(value, 0, lang);   // not an exact integer any more, or no number at all
    if (std::abs(value - whole) < 1e-6) return format_count(static_cast<std::int64_t>(whole), lang);
    return format_decimal(value, std::abs(value * 10 - std::round(value * 10)) < 1e-6 ? 1 : 2, lang);
}

double half_pixel(double v) { return std::floor(v) + 0.5; }

Ink tone_ink(Tone tone, Ink plain) {
    switch (tone) {
        case Tone::Plain: return plain;
        case Tone::Muted: return Ink::Ink3;
        case Tone::Good: return Ink::Good;
        case Tone::Warn: return Ink::Warn;
        case Tone::Bad: return Ink::Bad;
    }
    return plain;
}

Ink tone_fill(Tone tone, Ink plain) { return tone == Tone::Warn ? Ink::WarnFill : tone_ink(tone, plain); }

std::string hint_lines(const std::vector<std::pair<std::string, std::string>>& lines) {
    std::string out;
    for (const auto& [label, value] : lines) {
        if (!out.empty()) out += '\n';
        out += label + '\t' + value;
    }
    return out;
}

std::string figure_text(const Figure& figure) {
    if (figure.unit.empty() || figure.text.empty()) return figure.text;
    return figure.text + "\u00a0" + figure.unit;
}

bool is_finite(const std::optional<double>& v) { return v && std::isfinite(*v); }

}  // namespace problemator
