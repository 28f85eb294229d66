#include "web/platform/canvas_host.hpp"

#include <emscripten.h>
#include <emscripten/html5.h>

#include <algorithm>
#include <cmath>

#include "imgui.h"
#include "web/picture.hpp"
#include "web/platform/browser.hpp"
#include "web/theme.hpp"

namespace problemator::web {
namespace {

constexpr const char* kCanvas = "#canvas";
constexpr int kFramesPerEvent = 5;       // a move, a press and a release that come together are three frames; hover and layout settle in two more
constexpr double kRestoreMs = 3000;
constexpr double kMostCpuRatio = 1;      // four times the pixels are four times the work; also after a lost context

EM_BOOL on_context(int kind, const void*, void* user) {
    auto& host = *static_cast<CanvasHost*>(user);
    if (kind == EMSCRIPTEN_EVENT_WEBGLCONTEXTLOST) host.lose_context();
    else host.restore_context();
    return EM_TRUE;                      // preventDefault, or the browser would never restore it
}

void on_restore_timeout(void* user) { static_cast<CanvasHost*>(user)->give_up_context(); }
void on_wake(void* user) { static_cast<CanvasHost*>(user)->request(); }

const char* css_cursor(int cursor) {
    switch (cursor) {
        case ImGuiMouseCursor_Hand: return "pointer";
        case ImGuiMouseCursor_TextInput: return "text";
        case ImGuiMouseCursor_ResizeEW: return "ew-resize";
        case ImGuiMouseCursor_ResizeNS: return "ns-resize";
        case ImGuiMouseCursor_ResizeAll: return "move";
        case ImGuiMouseCursor_NotAllowed: return "not-allowed";
        default: return "default";
    }
}

}  // namespace

std::string_view CanvasHost::start(std::string_view wanted) {
    if (!stage_) {
        stage_.emplace();
        input_.attach([this] { request(); });
        input_.set_aim([this](Point at) { return stage_->aim(at); });
    }
    if (renderer_ != Renderer::None) return renderer_name();
    if (wanted != "gl" || !start_gl()) start_cpu();
    request();
    return renderer_name();
}

std::string_view CanvasHost::renderer_name() const {
    return renderer_ == Renderer::Gl ? "gl" : renderer_ == Renderer::Cpu ? "cpu" : "text";
}

bool CanvasHost::start_gl() {
    EmscriptenWebGLContextAttributes wish;
    emscripten_webgl_init_context_attributes(&wish);
    wish.majorVersion = 2;
    wish.alpha = wish.depth = wish.stencil = wish.antialias = EM_FALSE;
    wish.enableExtensionsByDefault = EM_FALSE;
    const EMSCRIPTEN_WEBGL_CONTEXT_HANDLE context = emscripten_webgl_create_context(kCanvas, &wish);
    if (context <= 0) return false;
    if (emscripten_webgl_make_context_current(context) != EMSCRIPTEN_RESULT_SUCCESS || !gl_.create()) {
        emscripten_webgl_destroy_context(context);
        renew_canvas();
        input_.attach_again();
        return false;
    }
    context_ = static_cast<int>(context);
    context_is_lost_ = false;
    shown_picture_ = 0;
    emscripten_set_webglcontextlost_callback(kCanvas, this, EM_FALSE, on_context);
    emscripten_set_webglcontextrestored_callback(kCanvas, this, EM_FALSE, on_context);
    renderer_ = Renderer::Gl;
    return true;
}

void CanvasHost::start_cpu() {
    canvas_width_ = canvas_height_ = 0;
    shown_picture_ = 0;
    const std::uint32_t pixel = colour(Ink::Bg, screen_.theme);
    renderer_ = put_pixels(&pixel, 1, 1) ? Renderer::Cpu : Renderer::None;
    screen_.ratio = std::min(screen_.ratio, kMostCpuRatio);
}

void CanvasHost::lose_context() {
    context_is_lost_ = true;
    gl_.forget();
    emscripten_async_call(on_restore_timeout, this, static_cast<int>(kRestoreMs));
}

void CanvasHost::restore_context() {
    if (!context_is_lost_ || renderer_ != Renderer::Gl) return;
    emscripten_webgl_make_context_current(context_);
    if (!gl_.create()) return give_up_context();
    context_is_lost_ = false;
    shown_picture_ = 0;
    request();
}

void CanvasHost::give_up_context() {
    if (!context_is_lost_) return;
    context_is_lost_ = false;
    emscripten_webgl_destroy_context(context_);
    renew_canvas();
    input_.attach_again();
    start_cpu();
    request();
}

void CanvasHost::request() {
    const bool was_idle = frames_due_ == 0;
    frames_due_ = kFramesPerEvent;
    if (was_idle) ask_for_frame();
}

void CanvasHost::resize(double width, double height, double ratio) {
    const Screenful before = screen_;
    screen_.width = std::clamp(std::round(width), 1.0, 8192.0);
    screen_.height = std::clamp(std::round(height), 1.0, 8192.0);
    screen_.ratio = std::clamp(ratio, 0.5, renderer_ == Renderer::Cpu ? kMostCpuRatio : 4.0);
    if (screen_.width != before.width || screen_.height != before.height || screen_.ratio != before.ratio) request();
}

void CanvasHost::set_theme(Theme theme) { screen_.theme = theme, request(); }
void CanvasHost::set_text_scale(double scale) {
    screen_.text_scale = std::clamp(scale, 0.5, 3.0);
    input_.set_text_scale(screen_.text_scale);
    request();
}
void CanvasHost::set_focus(std::string_view href) { screen_.focus_href = href, request(); }

// In the frame that fills it again, so that a resize never shows an empty canvas.
void CanvasHost::fit_canvas() {
    const int width = static_cast<int>(std::lround(screen_.width * screen_.ratio)), height = static_cast<int>(std::lround(screen_.height * screen_.ratio));
    if (width == canvas_width_ && height == canvas_height_) return;
    emscripten_set_canvas_element_size(kCanvas, width, height);
    emscripten_set_element_css_size(kCanvas, screen_.width, screen_.height);
    canvas_width_ = width, canvas_height_ = height;
    shown_picture_ = 0;
}

void CanvasHost::present(ImDrawData& data) {
    const std::uint32_t ground = colour(Ink::Bg, screen_.theme);
    const std::uint64_t picture = picture_number(data, ground);
    if (picture != 0 && picture == shown_picture_) return;
    paint(data, ground);
    shown_picture_ = picture != 0 ? picture : picture_number(data, ground);   // new glyphs are no news any more
}

void CanvasHost::paint(ImDrawData& data, std::uint32_t ground) {
    if (renderer_ == Renderer::Gl) return gl_.render(data, ground);
    raster_.render(data, ground);
    put_pixels(raster_.pixels().data(), raster_.width(), raster_.height());
}

void CanvasHost::show_cursor() {
    const int now = ImGui::GetMouseCursor();
    if (now == cursor_) return;
    cursor_ = now;
    set_cursor(css_cursor(now));
}

void CanvasHost::tell_hovered() {
    if (hovered_href_ == stage_->hovered_href()) return;
    hovered_href_ = stage_->hovered_href();
    tell_hover(hovered_href_.c_str());
}

void CanvasHost::schedule_wake(double seconds) {
    const double now = emscripten_get_now(), at = now + seconds * 1000;
    if (wake_at_ms_ > now && wake_at_ms_ <= at) return;   // one that comes early enough is set already
    wake_at_ms_ = at;
    emscripten_async_call(on_wake, this, static_cast<int>(std::ceil(seconds * 1000)));
}

bool CanvasHost::frame(double now_ms, Commands& commands, const Stage::Draw& draw) {
    if (renderer_ == Renderer::None || context_is_lost_ || frames_due_ == 0 || screen_.width <= 0) {
        frames_due_ = 0;
        return false;
    }
    const double begin = emscripten_get_now();
    fit_canvas();
    const double seconds = last_frame_ms_ > 0 ? (now_ms - last_frame_ms_) / 1000 : 1.0 / 60;
    last_frame_ms_ = now_ms;
    ImDrawData& data = stage_->run(screen_, seconds, commands, draw);
    const double drawn = emscripten_get_now();
    if (commands.empty()) present(data);   // else another page is coming
    show_cursor();
    tell_hovered();
    ++stats_.frames;
    stats_.vertices = data.TotalVtxCount;
    stats_.last_ms = emscripten_get_now() - begin;
    stats_.last_draw_ms = emscripten_get_now() - drawn;
    --frames_due_;
    if (!commands.empty()) frames_due_ = kFramesPerEvent;
    if (const double wake = stage_->wake_after(); frames_due_ == 0 && wake >= 0) schedule_wake(wake);
    return frames_due_ > 0;
}

}  // namespace problemator::web
