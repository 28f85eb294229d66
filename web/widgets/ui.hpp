// Ui: what every widget gets — the painter, the list of commands and the language. Widgets draw where they are told,
// push Go{href} on a click, and never compute a number. Coordinates are CSS pixels of the canvas; y of a text is the middle of its capitals.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/app/app.hpp"
#include "core/base/phrase.hpp"
#include "core/documents/blocks.hpp"
#include "web/painter.hpp"

namespace problemator::web {

using Facts = std::vector<std::pair<std::string, std::string>>;   // label, value

/// The explanation of one number, and the box of the number.
struct WhyPanel { std::string text; Facts facts; std::string href; Box at; };

/// One per page and frame: it numbers the texts that were cut, so that their tooltips have ids.
struct Ui {
    Painter& paint;
    Commands& commands;
    Lang lang = Lang::Ru;
    std::size_t cut_texts = 0;
    std::vector<BlockName> blocks{};   // of the page: what can be copied and downloaded
    std::optional<WhyPanel> why{};     // open: drawn at the end, over the page
    std::string_view say(const Phrase& phrase) const { return phrase.in(lang); }
};

/// Tooltip of the last hit. Long texts are broken into lines, so that nothing of them is lost.
void show_tip(Ui& ui, std::string_view title, const Facts& facts = {});
/// Draws like Painter::text; when the text had to be cut at style.max_width, hovering it shows all of it. Not for texts inside
/// a larger target: there the target's own tooltip tells the whole text (`is_cut`). Returns the drawn width.
double show_text(Ui& ui, std::string_view text, Point at, const TextStyle& style);
bool is_cut(std::string_view text, const TextStyle& style);
/// Lines of `text` broken at `width`, `line_height` apart, the first centred on at.y. At most `most` lines, the last one cut.
/// Returns y of the line after the last.
double show_paragraph(Ui& ui, std::string_view text, Point at, double width, double line_height, std::size_t most, const TextStyle& style);
std::size_t paragraph_lines(std::string_view text, double width, std::size_t most, const TextStyle& style);
/// A picture that lies in a larger target: its marks without its own hits.
void show_marks(Ui& ui, Scene scene, Point origin);
double width_of(std::string_view text, const TextStyle& style);

double right_of(Box box);
double bottom_of(Box box);
Box inset(Box box, double by);
Box moved(Box box, double dy);
/// `base` and a number joined to an id that is unique among siblings: "problem/3".
std::string id_of(std::string_view base, std::size_t number);

}  // namespace problemator::web
