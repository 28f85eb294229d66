// Input: html5.h events of #canvas and the window as Dear ImGui events, in CSS px of the views.
//   mouse   drags go on outside the canvas
//   wheel   pixels, lines and pages become one unit; Ctrl+wheel stays the browser's zoom
//   touch   drag = scroll, tap = click, hold = hover (the tooltip comes by itself); a finger means the nearest target
//   keys    by physical position, only when nothing of the page has the focus; only keys that scroll or choose are kept from the browser
#pragma once
#include <functional>

#include "core/charts/scene.hpp"

namespace problemator::web {

class Input {
public:
    /// `on_event`: called after every event that was passed on.
    void attach(std::function<void()> on_event);
    /// #canvas was replaced by a fresh element.
    void attach_again();
    void set_text_scale(double scale) { text_scale = scale; }
    /// What a finger at this place of the views means (web/touch.hpp).
    void set_aim(std::function<Point(Point)> aim_of_finger) { aim = std::move(aim_of_finger); }
    bool is_touch() const { return was_touch; }

    // For the callbacks.
    struct Touch { long id = -1; double start_x = 0, start_y = 0, last_y = 0, last_x = 0, start_ms = 0; bool scrolls = false; };
    std::function<void()> on_event;
    std::function<Point(Point)> aim;
    double text_scale = 1;
    double window_to_canvas_x = 0, window_to_canvas_y = 0;   // client coordinates minus those of the canvas
    bool was_touch = false;
    Touch touch;
};

}  // namespace problemator::web
