// Views: each screen paints its page model with the Painter and asks for changes by commands. They compute nothing.
#pragma once
#include "web/painter.hpp"

namespace problemator::web {

/// What a view may know besides its model. Borrowed for the frame.
struct ViewContext {
    double width = 0, height = 0;   // of the canvas, CSS px of the views (text scale already taken out)
    double top = 0;                 // where content begins: 0, because the header is HTML above the canvas
    Lang lang = Lang::Ru;
    bool is_touch = false;          // the last pointer was a finger: targets ≥ 44, no hover
    const World& world;             // for message_line() of the visible rows
    const State& state;
};

/// Paints the whole page. The current window is the full canvas, already filled with Ink::Bg.
void draw_page(const Page& page, Painter& painter, Commands& commands, const ViewContext& context);

}  // namespace problemator::web
