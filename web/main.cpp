// The exports of docs/contract-web.md. Only shell/ calls them; strings are UTF-8 and live until the same function is called again.
#include <emscripten.h>
#include <emscripten/heap.h>

#include <cstdlib>
#include <string>

#include "web/platform/browser.hpp"
#include "web/platform/canvas_host.hpp"
#include "web/session.hpp"
#include "web/views/views.hpp"

namespace problemator::web {
namespace {

Session& session() {
    static Session one;
    return one;
}

CanvasHost& host() {
    static CanvasHost one;
    return one;
}

std::string_view text_of(const char* text) { return text ? std::string_view{text} : std::string_view{}; }

/// Takes steps for about so many milliseconds. True: nothing is left to do.
template <class Step>
bool is_done(double ms, Step step) {
    const double until = emscripten_get_now() + ms;
    while (!step())
        if (emscripten_get_now() >= until) return false;
    return true;
}

void draw_app(Painter& painter, Commands& commands) {
    App* app = session().app();
    if (!app || !app->shown().page) return;
    const App::Shown& shown = app->shown();
    const World world = app->world();
    const Screenful& screen = host().screen();
    const ViewContext context{.width = screen.view_width(), .height = screen.view_height(), .top = 0, .lang = shown.state.lang,
                              .is_touch = host().is_touch(), .world = world, .state = shown.state};
    draw_page(*shown.page, painter, commands, context);
}

// A click on the canvas is a step of the page's history; a drag replaces the step that it is on.
bool is_new_step(const Commands& commands) {
    for (const Command& command : commands)
        if (const Go* go = std::get_if<Go>(&command); go && !go->replace) return true;
    return false;
}

bool has_step(const Commands& commands) {
    for (const Command& command : commands)
        if (std::holds_alternative<Go>(command)) return true;
    return false;
}

void tell_menus(const Commands& commands) {
    const double scale = host().screen().text_scale;
    for (const Command& command : commands)
        if (const OpenBlock* menu = std::get_if<OpenBlock>(&command)) tell_block(menu->block.c_str(), menu->x * scale, menu->y * scale);
}

std::string stats_json() {
    const HostStats& stats = host().stats();
    const double done = session().app() ? session().app()->prepared() : 1;   // without data there is nothing to count
    return "{\"ready\":" + std::string{session().app() && done >= 1 ? "true" : "false"} + ",\"done\":" + std::to_string(done) + ",\"frames\":" + std::to_string(stats.frames) + ",\"renderer\":\"" + std::string{host().renderer_name()} + "\",\"heap_bytes\":" +
           std::to_string(emscripten_get_heap_size()) + ",\"last_frame_ms\":" + std::to_string(stats.last_ms) + ",\"last_render_ms\":" +
           std::to_string(stats.last_draw_ms) + ",\"vertices\":" + std::to_string(stats.vertices) + "}";
}

}  // namespace
}  // namespace problemator::web

using namespace problemator;
using namespace problemator::web;

extern "C" {

EMSCRIPTEN_KEEPALIVE void* pm_alloc(std::size_t bytes) { return std::malloc(bytes); }
EMSCRIPTEN_KEEPALIVE void pm_free(void* at) { std::free(at); }

EMSCRIPTEN_KEEPALIVE int pm_open(const std::uint8_t* at, std::size_t bytes, const char* name) {
    const bool ok = session().open({at, bytes}, text_of(name));
    host().request();
    return ok;
}

EMSCRIPTEN_KEEPALIVE int pm_own_pages(const char* json) {
    const bool ok = session().own_pages(text_of(json));
    host().request();
    return ok;
}

EMSCRIPTEN_KEEPALIVE const char* pm_export(const char* request) { return session().make_file(text_of(request)) ? session().file().bytes.data() : nullptr; }
EMSCRIPTEN_KEEPALIVE double pm_export_size() { return static_cast<double>(session().file().bytes.size()); }
EMSCRIPTEN_KEEPALIVE const char* pm_export_name() { return session().file().name.c_str(); }
EMSCRIPTEN_KEEPALIVE const char* pm_export_type() { return session().file().type.c_str(); }

EMSCRIPTEN_KEEPALIVE void pm_archive(const char* weeks) { session().archive(text_of(weeks)); }

EMSCRIPTEN_KEEPALIVE void pm_call(const char* request) {
    const auto before = session().revision();
    session().call(text_of(request));
    if (session().revision() != before) host().request();
}

EMSCRIPTEN_KEEPALIVE void pm_go(const char* hash) {
    session().go(text_of(hash));
    host().request();
}

EMSCRIPTEN_KEEPALIVE int pm_search(const char* words) {
    const bool goes_on = session().search(text_of(words));
    host().request();
    return goes_on ? 1 : 0;
}

EMSCRIPTEN_KEEPALIVE double pm_search_step(std::size_t bytes) {
    const double share = session().search_step(bytes);
    if (share >= 1) host().request();
    return share;
}

EMSCRIPTEN_KEEPALIVE void pm_search_cancel() { session().cancel_search(); }

EMSCRIPTEN_KEEPALIVE double pm_prepare(double ms) {
    App* app = session().app();
    return !app || is_done(ms, [&] { return app->prepare(); }) ? 1 : app->prepared();
}

EMSCRIPTEN_KEEPALIVE int pm_foresee(const char* href, double ms) {
    App* app = session().app();
    return !app || is_done(ms, [&] { return app->foresee(text_of(href)); }) ? 1 : 0;
}

EMSCRIPTEN_KEEPALIVE double pm_write(double ms) {
    return is_done(ms, [] { return session().write_twin(); }) ? 1 : session().written();
}

EMSCRIPTEN_KEEPALIVE int pm_prepare_header(double ms) {
    App* app = session().app();
    return !app || is_done(ms, [&] { return app->prepare_header(); }) ? 1 : 0;
}

EMSCRIPTEN_KEEPALIVE const char* pm_hash() { return session().hash().c_str(); }
EMSCRIPTEN_KEEPALIVE const char* pm_header() { return session().header_json().c_str(); }
EMSCRIPTEN_KEEPALIVE const char* pm_header_html(int lists_weeks) {
    return session().header_html(lists_weeks ? HeaderDetail::Whole : HeaderDetail::AtHand).c_str();
}
EMSCRIPTEN_KEEPALIVE const char* pm_twin() { return session().twin_html().c_str(); }
EMSCRIPTEN_KEEPALIVE const char* pm_answer() { return session().answer().c_str(); }
EMSCRIPTEN_KEEPALIVE double pm_revision() { return static_cast<double>(session().revision()); }

EMSCRIPTEN_KEEPALIVE const char* pm_start(const char* wanted) {
    static std::string name;
    name = host().start(text_of(wanted));
    return name.c_str();
}

EMSCRIPTEN_KEEPALIVE void pm_resize(double width, double height, double ratio) { host().resize(width, height, ratio); }
EMSCRIPTEN_KEEPALIVE void pm_theme(int is_dark) { host().set_theme(is_dark ? Theme::Dark : Theme::Light); }
EMSCRIPTEN_KEEPALIVE void pm_scale(double percent) { host().set_text_scale(percent / 100); }
EMSCRIPTEN_KEEPALIVE void pm_focus(const char* href) { host().set_focus(text_of(href)); }

EMSCRIPTEN_KEEPALIVE int pm_frame(double now_ms) {
    Commands commands;
    const bool again = host().frame(now_ms, commands, draw_app);
    if (!commands.empty()) {
        session().apply(commands);
        if (has_step(commands)) tell_state(is_new_step(commands));
        tell_menus(commands);
    }
    return again;
}

EMSCRIPTEN_KEEPALIVE const char* pm_stats() {
    static std::string json;
    json = stats_json();
    return json.c_str();
}

}  // extern "C"
