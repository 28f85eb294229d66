// Frame: one picture of the app — ImGui context, fonts and painter kept together, and the full-canvas window that views draw into.
// Knows no browser: the tests and the exports run the same code.
#pragma once
#include <functional>
#include <memory>
#include <string>

#include "web/painter.hpp"

struct ImDrawData;
struct ImGuiContext;

namespace problemator::web {

struct Screenful {
    double width = 0, height = 0;   // CSS px of the canvas
    double ratio = 1;               // device pixels per CSS px
    double text_scale = 1;          // 1, 1.15, 1.3: a zoom of the whole canvas
    Theme theme = Theme::Light;
    std::string focus_href{};       // what the text view focuses

    double view_width() const { return width / text_scale; }
    double view_height() const { return height / text_scale; }
    double pixel_ratio() const { return ratio * text_scale; }
};

class Stage {
public:
    Stage();
    ~Stage();
    Stage(const Stage&) = delete;
    Stage& operator=(const Stage&) = delete;

    using Draw = std::function<void(Painter&, Commands&)>;
    /// Runs one ImGui frame: `draw` paints into a window that covers the canvas. `seconds`: since the frame before, > 0.
    /// The draw data lives until the next frame.
    ImDrawData& run(const Screenful& screen, double seconds, Commands& commands, const Draw& draw);
    /// Seconds until something becomes due without input (a tooltip); negative = never.
    double wake_after() const { return painter_->wake_after(); }
    const std::string& hovered_href() const { return painter_->hovered_href(); }
    /// Where a finger at this place of the last frame presses.
    Point aim(Point at) const { return painter_->aim(at); }

private:
    ImGuiContext* context_;
    std::unique_ptr<Painter> painter_;
};

}  // namespace problemator::web
