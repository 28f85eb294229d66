// CanvasHost: the stage on a real canvas — which renderer, what size, and when a frame is due. An idle canvas draws nothing:
// every event makes three frames due, a tooltip that is coming sets a timer, all else waits.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "web/frame.hpp"
#include "web/platform/input.hpp"
#include "web/render/raster.hpp"
#include "web/render/webgl.hpp"

namespace problemator::web {

struct HostStats { std::uint64_t frames = 0; double last_ms = 0, last_draw_ms = 0; int vertices = 0; };   // draw: of last, the renderer's part

class CanvasHost {
public:
    enum class Renderer : std::uint8_t { None, Gl, Cpu };

    /// Attaches to #canvas. `wanted` "gl" falls back to the CPU when there is no WebGL2. Answers "gl", "cpu" or "text" (nothing draws).
    std::string_view start(std::string_view wanted);
    std::string_view renderer_name() const;
    void resize(double width, double height, double ratio);
    void set_theme(Theme theme);
    void set_text_scale(double scale);
    void set_focus(std::string_view href);
    bool is_touch() const { return input_.is_touch(); }
    const Screenful& screen() const { return screen_; }
    const HostStats& stats() const { return stats_; }

    /// Something changed: the next three animation frames draw.
    void request();
    /// Draws when a frame is due. True: call again on the next animation frame.
    bool frame(double now_ms, Commands& commands, const Stage::Draw& draw);

    // For the callbacks.
    void lose_context();
    void restore_context();
    void give_up_context();

private:
    bool start_gl();
    void start_cpu();
    void fit_canvas();
    void present(ImDrawData& data);
    void paint(ImDrawData& data, std::uint32_t ground);
    void show_cursor();
    void tell_hovered();
    void schedule_wake(double seconds);

    std::optional<Stage> stage_;
    Input input_;
    Screenful screen_;
    Renderer renderer_ = Renderer::None;
    WebGlRenderer gl_;
    Raster raster_;
    int context_ = 0;
    bool context_is_lost_ = false;
    int frames_due_ = 0;
    int canvas_width_ = 0, canvas_height_ = 0;   // device pixels as set
    double last_frame_ms_ = 0, wake_at_ms_ = -1;
    int cursor_ = -1;
    std::string hovered_href_;                   // as told
    std::uint64_t shown_picture_ = 0;            // see picture_number(); 0: the next frame is painted whatever it is
    HostStats stats_;
};

}  // namespace problemator::web
