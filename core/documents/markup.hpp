// Markup: the few pieces that every HTML page is made of. Everything from the model is escaped here and nowhere else.
#pragma once
#include <string>
#include <string_view>

#include "core/charts/charts.hpp"
#include "core/model/figure.hpp"
#include "core/model/frame/filter_model.hpp"

namespace problemator {

/// Text escaped for HTML.
std::string esc(std::string_view text);
/// ` href="…"` for links inside the page; nothing for anything that does not start with «#».
std::string href_attribute(std::string_view href);
/// `<a class href title>inner</a>`, or `<span class>` when there is nowhere to go. `inner` is HTML.
std::string link(std::string_view href, std::string_view inner, std::string_view css = {}, std::string_view title = {});
/// The number with its unit, linked to its rows. «–» when withheld.
std::string figure_html(const Figure& figure, std::string_view css = "num");
/// «▲ +77 к неделе 45»: the triangle is drawn by CSS, the sign is in the text.
std::string change_html(const Change& change);
std::string_view tone_class(Tone tone);          // "t-bad"
/// A list of views to choose from; the selected one has aria-current.
std::string choices_html(const std::vector<Choice>& choices, std::string_view label);
/// `<section class="panel …"><header><h2>title</h2> note, link</header>body</section>`. `block`: its id where it can be copied and
/// downloaded (core/documents/blocks.hpp); the shell adds the menu.
struct PanelHead { std::string_view title, note = {}, link_text = {}, link_href = {}, block = {}; };
/// ` data-block="…"`; nothing without an id.
std::string block_attribute(std::string_view block);
std::string panel_html(std::string_view css, const PanelHead& head, std::string_view body);
/// h1 of a page: verdict and its quieter tail.
std::string verdict_html(std::string_view verdict, std::string_view tail, std::string_view note);
/// «Ничего не найдено» and what taking each filter off would bring back, one link each.
std::string remedies_html(std::string_view nothing, const std::vector<FilterBar::Remedy>& remedies);
/// «Почему это число» as a fold beside the number, for keyboards and readers; nothing when nobody explained it. Stands where a block may.
/// Skips: among many numbers the Tab key passes it by; the key `i` on the number opens it.
enum class Tab : std::uint8_t { Stops, Skips };
std::string why_html(const Figure& figure, Tab tab = Tab::Stops);
/// The number and its fold.
std::string explained_html(const Figure& figure, Tab tab = Tab::Stops, std::string_view css = "num");
std::string chips_html(const std::vector<Chip>& chips, std::string_view reset_href, Lang lang);
/// Lines «label: value» for a title attribute.
std::string title_lines(std::string_view title, const std::vector<std::pair<std::string, std::string>>& lines);

}  // namespace problemator
