// HTML of the same page models: first paint, text view, screen readers, print and the page without WASM.
#pragma once
#include <string>
#include <variant>

#include "core/model/frame/header_model.hpp"
#include "core/model/pages.hpp"
#include "core/model/world.hpp"

namespace problemator {

/// Content of <main id="text"> for the page of the state: h1 verdict, tiles as <dl>, tables with captions, inline SVG, links.
/// The overview is laid out like the design; A4 print comes from the same markup by CSS.
std::string page_html(const Page& page, const HeaderModel& header, const World& world, const State& state);
/// Content of <header>: product, municipality, week picker, tabs, search, buttons.
std::string header_html(const HeaderModel& header, const State& state);
/// JSON of the header for the shell, when it updates in place.
std::string header_json(const HeaderModel& header);

}  // namespace problemator
