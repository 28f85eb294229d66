// Scene → SVG. Inside the page colours come from class names (f-… fill, s-… stroke), so that themes and paper need no second
// drawing; a stand-alone file has the light theme's colours written out.
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

#include "core/base/text.hpp"
#include "core/charts/scene.hpp"

namespace problemator {
namespace {

enum class Colours : std::uint8_t { Classes, Written };

constexpr double kHalfCapitals = 0.364;   // of the font size: from the middle of Inter's capitals to the baseline

std::string number(double v) {
    if (!std::isfinite(v)) return "0";
    const auto hundredths = static_cast<long long>(std::llround(std::min(std::max(v, -1e9), 1e9) * 100));
    const auto size = std::llabs(hundredths);
    std::string out = hundredths < 0 ? "-" : "";
    out += std::to_string(size / 100);
    if (size % 100 == 0) return out;
    out += size % 100 < 10 ? ".0" : ".";
    out += std::to_string(size % 100 % 10 == 0 ? size % 100 / 10 : size % 100);
    return out;
}

std::string attribute(std::string_view name, double v) { return ' ' + std::string{name} + "=\"" + number(v) + '"'; }

std::string points_of(const std::vector<Point>& points) {
    std::string out;
    for (const Point& p : points) out += (out.empty() ? "" : " ") + number(p.x) + ',' + number(p.y);
    return out;
}

std::string hex(Ink ink) {
    std::array<char, 8> text{};
    std::snprintf(text.data(), text.size(), "#%06X", ink_rgb(ink, Theme::Light) & 0xFFFFFFu);
    return text.data();
}

struct Writer {
    Colours colours;
    std::string out{};

    std::string paint(Ink fill, Ink stroke) const {
        if (colours == Colours::Written)
            return " fill=\"" + (fill == Ink::None ? "none" : hex(fill)) + '"' + (stroke == Ink::None ? "" : " stroke=\"" + hex(stroke) + '"');
        std::string classes = fill == Ink::None ? "f-none" : "f-" + std::string{ink_css_name(fill)};
        if (stroke != Ink::None) classes += " s-" + std::string{ink_css_name(stroke)};
        return " class=\"" + classes + '"';
    }

    void operator()(const RectMark& m) {
        // A frame is drawn inside its box, as the design counts it.
        const double inset = m.stroke == Ink::None ? 0 : m.stroke_width / 2;
        out += "<rect" + attribute("x", m.box.x + inset) + attribute("y", m.box.y + inset) +
               attribute("width", std::max(0.0, m.box.w - 2 * inset)) + attribute("height", std::max(0.0, m.box.h - 2 * inset));
        if (m.radius > 0) out += attribute("rx", m.radius);
        if (m.stroke != Ink::None && m.stroke_width != 1) out += attribute("stroke-width", m.stroke_width);
        out += paint(m.fill, m.stroke) + "/>\n";
    }
    void operator()(const LineMark& m) {
        if (m.points.size() == 2 && !m.closed)
            out += "<line" + attribute("x1", m.points[0].x) + attribute("y1", m.points[0].y) + attribute("x2", m.points[1].x) +
                   attribute("y2", m.points[1].y);
        else
            out += (m.closed ? "<polygon points=\"" : "<polyline points=\"") + points_of(m.points) + '"';
        if (m.width != 1) out += attribute("stroke-width", m.width);
        if (m.points.size() > 2) out += " stroke-linejoin=\"round\"";
        if (m.dashed) out += " stroke-dasharray=\"3 3\"";
        out += paint(Ink::None, m.stroke) + "/>\n";
    }
    void operator()(const PolygonMark& m) { out += "<polygon points=\"" + points_of(m.points) + '"' + paint(m.fill, Ink::None) + "/>\n"; }
    void operator()(const CircleMark& m) {
        out += "<circle" + attribute("cx", m.centre.x) + attribute("cy", m.centre.y) + attribute("r", m.radius);
        if (m.stroke != Ink::None && m.stroke_width != 1) out += attribute("stroke-width", m.stroke_width);
        out += paint(m.fill, m.stroke) + "/>\n";
    }
    void operator()(const TextMark& m) {
        const std::string text = m.max_width > 0 ? fit_text(m.text, m.size, m.weight, m.max_width) : m.text;
        out += "<text" + attribute("x", m.at.x) + attribute("y", m.at.y + m.size * kHalfCapitals) + attribute("font-size", m.size);
        if (m.weight != Weight::Regular) out += " font-weight=\"" + std::to_string(static_cast<int>(m.weight)) + '"';
        if (m.anchor != Anchor::Start) out += m.anchor == Anchor::Middle ? " text-anchor=\"middle\"" : " text-anchor=\"end\"";
        if (m.halo != Ink::None) out += " stroke-width=\"3\" stroke-linejoin=\"round\" paint-order=\"stroke\"";
        out += paint(m.fill, m.halo) + '>' + escape_html(text) + "</text>\n";
    }
    // Links are for the pointer, and hidden from screen readers with the whole picture: they and the keyboard have the same links in
    // the table beside it.
    void hit(const HitRegion& h) {
        std::string title = h.title;
        for (const char c : (h.title.empty() || h.hint.empty() ? "" : "\n") + h.hint) title += c == '\t' ? std::string{": "} : std::string(1, c);
        const std::string body = (title.empty() ? "" : "<title>" + escape_html(title) + "</title>") + "<rect class=\"hit\"" + attribute("x", h.box.x) +
                                 attribute("y", h.box.y) + attribute("width", h.box.w) + attribute("height", h.box.h) +
                                 " fill=\"none\" pointer-events=\"all\"/>";
        out += h.href.empty() ? "<g>" + body + "</g>\n" : "<a href=\"" + escape_html(h.href) + "\" tabindex=\"-1\">" + body + "</a>\n";
    }
};

std::string draw(const Scene& scene, Colours colours) {
    Writer writer{colours};
    const bool alone = colours == Colours::Written;
    writer.out = "<svg";
    writer.out += alone ? " xmlns=\"http://www.w3.org/2000/svg\" font-family=\"Inter, Arial, sans-serif\"" : " class=\"chart\"";
    // A picture that holds links may not say that it is an image: then it may hold nothing (ARIA, "children presentational").
    const bool is_linked = !alone && std::any_of(scene.hits.begin(), scene.hits.end(), [](const HitRegion& h) { return !h.href.empty(); });
    writer.out += " viewBox=\"0 0 " + number(scene.width) + ' ' + number(scene.height) + '"' + attribute("width", scene.width) +
                  attribute("height", scene.height) + (is_linked ? " role=\"group\">\n" : " role=\"img\">\n");
    if (!scene.summary.empty()) writer.out += "<title>" + escape_html(scene.summary) + "</title>\n";
    if (alone) writer.out += "<rect" + attribute("width", scene.width) + attribute("height", scene.height) + " fill=\"" + hex(Ink::Surface) + "\"/>\n";
    if (is_linked) writer.out += "<g aria-hidden=\"true\">\n";
    for (const Mark2D& mark : scene.marks) std::visit(writer, mark);
    if (!alone)
        for (const HitRegion& h : scene.hits) writer.hit(h);
    if (is_linked) writer.out += "</g>\n";
    return std::move(writer.out) + "</svg>\n";
}

}  // namespace

std::string to_svg(const Scene& scene) { return draw(scene, Colours::Classes); }
std::string to_svg_file(const Scene& scene) { return draw(scene, Colours::Written); }

}  // namespace problemator
