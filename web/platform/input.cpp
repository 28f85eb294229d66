#include "web/platform/input.hpp"

#include <emscripten/html5.h>

#include <cmath>
#include <limits>

#include "web/platform/browser.hpp"
#include "web/platform/keys.hpp"
#include "web/points.hpp"

namespace problemator::web {
namespace {

constexpr const char* kCanvas = "#canvas";
constexpr double kTapDistance = 8, kHoldMs = 500, kLinesPerStep = 3;
constexpr float kNowhere = -std::numeric_limits<float>::max();

Input& input_of(void* user) { return *static_cast<Input*>(user); }
ImGuiIO& io() { return ImGui::GetIO(); }

void move_to(const Input& input, double x, double y) { io().AddMousePosEvent(real(x / input.text_scale), real(y / input.text_scale)); }

EM_BOOL on_canvas_mouse(int kind, const EmscriptenMouseEvent* e, void* user) {
    Input& input = input_of(user);
    input.was_touch = false;
    input.window_to_canvas_x = static_cast<double>(e->clientX - e->targetX);
    input.window_to_canvas_y = static_cast<double>(e->clientY - e->targetY);
    io().AddMouseSourceEvent(ImGuiMouseSource_Mouse);
    if (kind == EMSCRIPTEN_EVENT_MOUSELEAVE) {
        if (!io().MouseDown[0]) io().AddMousePosEvent(kNowhere, kNowhere);
    } else {
        move_to(input, static_cast<double>(e->targetX), static_cast<double>(e->targetY));
        if (kind == EMSCRIPTEN_EVENT_MOUSEDOWN && e->button == 0) {
            // A press may come in the same frame as the move to it (remote desktops, assistive tools). From a touch screen Dear ImGui
            // takes it a frame later, when what lies under the pointer is known.
            io().AddMouseSourceEvent(ImGuiMouseSource_TouchScreen);
            io().AddMouseButtonEvent(0, true);
        }
    }
    input.on_event();
    return EM_FALSE;   // a press on the canvas takes the focus from the search field, as everywhere
}

// The window sees the end of a drag that left the canvas.
EM_BOOL on_window_mouse(int kind, const EmscriptenMouseEvent* e, void* user) {
    Input& input = input_of(user);
    if (!io().MouseDown[0] && kind == EMSCRIPTEN_EVENT_MOUSEMOVE) return EM_FALSE;
    if (kind == EMSCRIPTEN_EVENT_MOUSEMOVE) move_to(input, static_cast<double>(e->clientX) - input.window_to_canvas_x, static_cast<double>(e->clientY) - input.window_to_canvas_y);
    else if (e->button == 0) io().AddMouseButtonEvent(0, false);
    input.on_event();
    return EM_FALSE;
}

double steps_of(double delta, unsigned long mode, double page) {
    if (mode == DOM_DELTA_PIXEL) return delta / kWheelStep;
    return mode == DOM_DELTA_LINE ? delta / kLinesPerStep : delta * page / kWheelStep;
}

EM_BOOL on_wheel(int, const EmscriptenWheelEvent* e, void* user) {
    if (e->mouse.ctrlKey) return EM_FALSE;
    const ImVec2 page = io().DisplaySize;
    io().AddMouseWheelEvent(real(-steps_of(e->deltaX, e->deltaMode, page.x)), real(-steps_of(e->deltaY, e->deltaMode, page.y)));
    input_of(user).on_event();
    return EM_TRUE;
}

void begin_touch(Input& input, const EmscriptenTouchPoint& point) {
    input.was_touch = true;
    const double x = static_cast<double>(point.targetX), y = static_cast<double>(point.targetY);
    input.touch = {.id = point.identifier, .start_x = x, .start_y = y, .last_y = y, .last_x = x, .start_ms = emscripten_get_now()};
    io().AddMouseSourceEvent(ImGuiMouseSource_TouchScreen);
    const Point pressed = input.aim({x / input.text_scale, y / input.text_scale});
    io().AddMousePosEvent(real(pressed.x), real(pressed.y));
}

void move_touch(Input& input, const EmscriptenTouchPoint& point) {
    Input::Touch& touch = input.touch;
    const double x = static_cast<double>(point.targetX), y = static_cast<double>(point.targetY);
    touch.scrolls = touch.scrolls || std::hypot(x - touch.start_x, y - touch.start_y) > kTapDistance;
    if (!touch.scrolls) return;
    const double step = kWheelStep * input.text_scale;
    io().AddMouseWheelEvent(real((x - touch.last_x) / step), real((y - touch.last_y) / step));
    touch.last_x = x, touch.last_y = y;
}

void end_touch(Input& input, bool is_cancelled) {
    const bool is_tap = !is_cancelled && !input.touch.scrolls && emscripten_get_now() - input.touch.start_ms < kHoldMs;
    if (is_tap) {
        io().AddMouseButtonEvent(0, true);
        io().AddMouseButtonEvent(0, false);
    }
    io().AddMousePosEvent(kNowhere, kNowhere);
    input.touch.id = -1;
}

EM_BOOL on_touch(int kind, const EmscriptenTouchEvent* e, void* user) {
    Input& input = input_of(user);
    if (kind == EMSCRIPTEN_EVENT_TOUCHSTART && e->numTouches > 1) {   // two fingers: the browser's zoom
        if (input.touch.id >= 0) end_touch(input, true);
        input.on_event();
        return EM_FALSE;
    }
    for (int i = 0; i < e->numTouches; ++i) {
        const EmscriptenTouchPoint& point = e->touches[i];
        if (kind == EMSCRIPTEN_EVENT_TOUCHSTART) begin_touch(input, point);
        else if (point.identifier != input.touch.id) continue;
        else if (kind == EMSCRIPTEN_EVENT_TOUCHMOVE) move_touch(input, point);
        else if (point.isChanged) end_touch(input, kind == EMSCRIPTEN_EVENT_TOUCHCANCEL);
    }
    input.on_event();
    return input.was_touch && e->numTouches == 1;
}

EM_BOOL on_key(int kind, const EmscriptenKeyboardEvent* e, void* user) {
    const bool is_down = kind == EMSCRIPTEN_EVENT_KEYDOWN;
    const KeyPlace* place = find_key(e->code);
    if (!place) return EM_FALSE;
    const bool explains = (place->key == ImGuiKey_I || place->key == ImGuiKey_Escape) && is_in_twin();
    if (is_down && !has_keyboard() && !explains) return EM_FALSE;
    io().AddKeyEvent(ImGuiMod_Ctrl, e->ctrlKey);
    io().AddKeyEvent(ImGuiMod_Shift, e->shiftKey);
    io().AddKeyEvent(ImGuiMod_Alt, e->altKey);
    io().AddKeyEvent(ImGuiMod_Super, e->metaKey);
    io().AddKeyEvent(place->key, is_down);
    input_of(user).on_event();
    return is_down && place->is_ours && !e->ctrlKey && !e->altKey && !e->metaKey;
}

EM_BOOL on_focus(int kind, const EmscriptenFocusEvent*, void* user) {
    io().AddFocusEvent(kind == EMSCRIPTEN_EVENT_FOCUS);   // losing it lifts every key
    input_of(user).on_event();
    return EM_FALSE;
}

}  // namespace

void Input::attach(std::function<void()> callback) {
    on_event = std::move(callback);
    const char* window = EMSCRIPTEN_EVENT_TARGET_WINDOW;
    emscripten_set_mousemove_callback(window, this, EM_FALSE, on_window_mouse);
    emscripten_set_mouseup_callback(window, this, EM_FALSE, on_window_mouse);
    emscripten_set_keydown_callback(window, this, EM_FALSE, on_key);
    emscripten_set_keyup_callback(window, this, EM_FALSE, on_key);
    emscripten_set_blur_callback(window, this, EM_FALSE, on_focus);
    emscripten_set_focus_callback(window, this, EM_FALSE, on_focus);
    attach_again();
}

void Input::attach_again() {
    emscripten_set_mousemove_callback(kCanvas, this, EM_FALSE, on_canvas_mouse);
    emscripten_set_mousedown_callback(kCanvas, this, EM_FALSE, on_canvas_mouse);
    emscripten_set_mouseleave_callback(kCanvas, this, EM_FALSE, on_canvas_mouse);
    emscripten_set_wheel_callback(kCanvas, this, EM_FALSE, on_wheel);
    emscripten_set_touchstart_callback(kCanvas, this, EM_FALSE, on_touch);
    emscripten_set_touchmove_callback(kCanvas, this, EM_FALSE, on_touch);
    emscripten_set_touchend_callback(kCanvas, this, EM_FALSE, on_touch);
    emscripten_set_touchcancel_callback(kCanvas, this, EM_FALSE, on_touch);
}

}  // namespace problemator::web
