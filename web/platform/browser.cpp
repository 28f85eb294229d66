#include "web/platform/browser.hpp"

#include <emscripten.h>

// clang-format off
EM_JS(int, js_put_pixels, (const void* pixels, int width, int height), {
    const canvas = document.getElementById("canvas");
    const context = canvas && canvas.getContext("2d", { alpha: false });
    if (!context || !width || !height) return 0;
    const bytes = new Uint8ClampedArray(HEAPU8.buffer, pixels, width * height * 4);
    context.putImageData(new ImageData(bytes, width, height), 0, 0);
    return 1;
});
EM_JS(void, js_renew_canvas, (), {
    const old = document.getElementById("canvas");
    if (old) old.replaceWith(old.cloneNode(false));
});
EM_JS(void, js_set_cursor, (const char* cursor), { document.getElementById("canvas").style.cursor = UTF8ToString(cursor); });
EM_JS(int, js_has_keyboard, (), {
    const active = document.activeElement;
    return !active || active === document.body || active.id === "canvas" ? 1 : 0;
});
EM_JS(int, js_is_in_twin, (), {
    const active = document.activeElement;
    return active && active.closest && active.closest("#text") ? 1 : 0;
});
EM_JS(void, js_ask_for_frame, (), { if (Module["onNeedFrame"]) Module["onNeedFrame"](); });
EM_JS(void, js_tell_state, (int push), { if (Module["onState"]) Module["onState"](push); });
EM_JS(void, js_tell_hover, (const char* href), { if (Module["onHover"]) Module["onHover"](UTF8ToString(href)); });
EM_JS(void, js_tell_block, (const char* block, double x, double y), { if (Module["onBlock"]) Module["onBlock"](UTF8ToString(block), x, y); });
// clang-format on

namespace problemator::web {

bool put_pixels(const std::uint32_t* pixels, int width, int height) { return js_put_pixels(pixels, width, height) != 0; }
void renew_canvas() { js_renew_canvas(); }
void set_cursor(const char* css_cursor) { js_set_cursor(css_cursor); }
bool has_keyboard() { return js_has_keyboard() != 0; }
bool is_in_twin() { return js_is_in_twin() != 0; }
void ask_for_frame() { js_ask_for_frame(); }
void tell_state(bool push) { js_tell_state(push ? 1 : 0); }
void tell_hover(const char* href) { js_tell_hover(href); }
void tell_block(const char* block, double x, double y) { js_tell_block(block, x, y); }

}  // namespace problemator::web
