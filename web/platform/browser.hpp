// Browser: the few things that only JavaScript can do, each a function of one line.
#pragma once
#include <cstdint>

namespace problemator::web {

/// Puts RGBA pixels onto the 2-D context of #canvas. False when it has none.
bool put_pixels(const std::uint32_t* pixels, int width, int height);
/// A new element in place of #canvas: a canvas never changes the kind of its context.
void renew_canvas();
void set_cursor(const char* css_cursor);
/// True when the keyboard belongs to the canvas: nothing of the page (search field, link of the text view) has the focus.
bool has_keyboard();
/// The focus is on something of the text view: the canvas shows its ring and explains it by `i`, all other keys are the text's.
bool is_in_twin();
/// Module.onNeedFrame()
void ask_for_frame();
/// Module.onState(push)
void tell_state(bool push);
/// Module.onHover(href): where a click at the pointer leads now; empty = nowhere.
void tell_hover(const char* href);
/// Module.onBlock(block, x, y): the menu of a block was asked for at that point of the canvas.
void tell_block(const char* block, double x, double y);

}  // namespace problemator::web
