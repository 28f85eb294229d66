#include "web/widgets/ui.hpp"

#include <algorithm>

#include "web/widgets/why.hpp"

namespace problemator::web {
namespace {

constexpr double kTipWidth = 336;   // within the painter's limit for one line
constexpr double kTipGap = 24;

// The lines as drawn: the last one takes the rest of the text, so that it ends with «…» when it is too long.
std::vector<std::string> lines_of(std::string_view text, double width, std::size_t most, const TextStyle& style) {
    auto lines = wrap_text(text, style.size, style.weight, width);
    if (lines.size() <= most || most == 0) return lines;
    for (std::size_t i = most; i < lines.size(); ++i) lines[most - 1] += ' ' + lines[i];
    lines.resize(most);
    return lines;
}

void add_lines(Facts& out, std::string_view text) {
    for (std::string& line : wrap_text(text, 12, Weight::Regular, kTipWidth)) out.emplace_back(std::move(line), "");
}

double left_end(Point at, double width, Anchor anchor) {
    return anchor == Anchor::Start ? at.x : anchor == Anchor::End ? at.x - width : at.x - width / 2;
}

void whole_text_on_hover(Ui& ui, std::string_view text, Box box) {
    const auto hit = ui.paint.hit(id_of("text", ui.cut_texts++), box, "", ui.commands);
    ui.paint.only_explains();
    if (hit.hovered) show_tip(ui, text);
}

}  // namespace

void show_tip(Ui& ui, std::string_view title, const Facts& facts) {
    if (opened_why() != 0) return;   // the open explanation says it already
    Facts lines;
    const bool is_short = text_width(title, 12, Weight::SemiBold) <= kTipWidth;
    if (!is_short) add_lines(lines, title);
    for (const auto& [label, value] : facts) {
        if (text_width(label, 12, Weight::Regular) + kTipGap + text_width(value, 12, Weight::Medium) <= kTipWidth) {
            lines.emplace_back(label, value);
        } else {
            add_lines(lines, label);
            add_lines(lines, value);
        }
    }
    ui.paint.tooltip(is_short ? title : std::string_view{}, lines);
}

double width_of(std::string_view text, const TextStyle& style) { return text_width(text, style.size, style.weight); }
bool is_cut(std::string_view text, const TextStyle& style) { return style.max_width > 0 && width_of(text, style) > style.max_width; }

double show_text(Ui& ui, std::string_view text, Point at, const TextStyle& style) {
    const double drawn = ui.paint.text(text, at.x, at.y, style);
    if (is_cut(text, style)) whole_text_on_hover(ui, text, {left_end(at, drawn, style.anchor), at.y - style.size * 0.7, drawn, style.size * 1.4});
    return drawn;
}

std::size_t paragraph_lines(std::string_view text, double width, std::size_t most, const TextStyle& style) {
    return text.empty() ? 0 : lines_of(text, width, most, style).size();
}

double show_paragraph(Ui& ui, std::string_view text, Point at, double width, double line_height, std::size_t most, const TextStyle& style) {
    if (text.empty()) return at.y;
    TextStyle line_style = style;
    line_style.max_width = width;
    const double top = at.y - line_height / 2;
    bool has_cut = false;
    for (const std::string& line : lines_of(text, width, most, style)) {
        has_cut = has_cut || is_cut(line, line_style);
        ui.paint.text(line, at.x, at.y, line_style);
        at.y += line_height;
    }
    if (has_cut) whole_text_on_hover(ui, text, {left_end(at, width, style.anchor), top, width, at.y - line_height / 2 - top});
    return at.y;
}

void show_marks(Ui& ui, Scene scene, Point origin) {
    scene.hits.clear();
    ui.paint.scene(scene, origin, ui.commands);
}

double right_of(Box box) { return box.x + box.w; }
double bottom_of(Box box) { return box.y + box.h; }
Box inset(Box box, double by) { return {box.x + by, box.y + by, std::max(0.0, box.w - 2 * by), std::max(0.0, box.h - 2 * by)}; }
Box moved(Box box, double dy) { return {box.x, box.y + dy, box.w, box.h}; }
std::string id_of(std::string_view base, std::size_t number) { return std::string{base} + '/' + std::to_string(number); }

}  // namespace problemator::web
