// preview: one picture of a screen as the browser would show it, by the CPU rasteriser, into a PNG file.
//   preview --snapshot week.pms --hash '#/svodka' --size 1440x808 --theme dark --out x.png
// Without --snapshot it shows pages filled by hand (--amount usual, scarce or long).
#include <cstdio>
#include <fstream>
#include <iterator>
#include <map>

#include "imgui.h"
#include "png.hpp"
#include "sample_pages.hpp"
#include "web/asserts.hpp"
#include "web/frame.hpp"
#include "web/render/raster.hpp"
#include "web/theme.hpp"
#include "web/views/views.hpp"

namespace problemator::web {
namespace {

using Arguments = std::map<std::string, std::string>;

constexpr const char* kUsage =
    "preview --out x.png [--snapshot file] [--hash '#/svodka'] [--size 1440x808] [--theme light|dark] [--lang ru|en]\n"
    "        [--ratio 1] [--text 100|115|130] [--pointer x,y] [--wheel steps] [--focus href] [--amount usual|scarce|long]\n";

std::string value_of(const Arguments& arguments, const std::string& name, const std::string& otherwise) {
    const auto found = arguments.find(name);
    return found == arguments.end() ? otherwise : found->second;
}

Screenful screen_of(const Arguments& arguments) {
    Screenful screen;
    std::sscanf(value_of(arguments, "size", "1440x808").c_str(), "%lfx%lf", &screen.width, &screen.height);
    screen.ratio = std::stod(value_of(arguments, "ratio", "1"));
    screen.text_scale = std::stod(value_of(arguments, "text", "100")) / 100;
    screen.theme = value_of(arguments, "theme", "light") == "dark" ? Theme::Dark : Theme::Light;
    screen.focus_href = value_of(arguments, "focus", "");
    return screen;
}

Amount amount_of(const Arguments& arguments) {
    const std::string name = value_of(arguments, "amount", "usual");
    return name == "scarce" ? Amount::Scarce : name == "long" ? Amount::Long : Amount::Usual;
}

// What is shown: the app over a snapshot, or a page filled by hand.
struct Subject {
    std::unique_ptr<App> app;
    Profile profile;
    Snapshot snapshot;
    State state;
    std::optional<Page> page;

    World world() const { return app ? app->world() : World{profile, snapshot, ""}; }
    const Page& shown() { return app ? app->page() : *page; }
};

std::optional<Subject> subject_of(const Arguments& arguments) {
    Subject subject;
    const std::string hash = value_of(arguments, "hash", "#/svodka"), file = value_of(arguments, "snapshot", "");
    subject.state = from_hash(hash);
    if (value_of(arguments, "lang", "") == "en") subject.state.lang = Lang::En;
    if (file.empty()) {
        subject.page = sample_page(subject.state, amount_of(arguments));
        if (!subject.page) std::fprintf(stderr, "preview: this screen needs --snapshot\n");
        return subject.page ? std::optional{std::move(subject)} : std::nullopt;
    }
    std::ifstream in{file, std::ios::binary};
    const std::vector<char> bytes{std::istreambuf_iterator<char>{in}, {}};
    auto app = App::open({reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()}, file);
    if (!app) {
        std::fprintf(stderr, "preview: cannot open %s\n", file.c_str());
        return std::nullopt;
    }
    subject.app = std::move(*app);
    subject.app->apply(Go{to_hash(subject.state)});
    return subject;
}

void move_pointer(const Arguments& arguments) {
    float x = 0, y = 0;
    if (std::sscanf(value_of(arguments, "pointer", "").c_str(), "%f,%f", &x, &y) == 2) ImGui::GetIO().AddMousePosEvent(x, y);
}

int show(const Arguments& arguments) {
    auto subject = subject_of(arguments);
    if (!subject) return 1;
    const Screenful screen = screen_of(arguments);
    Stage stage;
    Raster raster;
    Commands commands;
    const World world = subject->world();
    const State state = subject->app ? subject->app->state() : subject->state;
    const ViewContext context{.width = screen.view_width(), .height = screen.view_height(), .top = 0, .lang = state.lang, .is_touch = false, .world = world, .state = state};
    const auto draw = [&](Painter& painter, Commands& out) { draw_page(subject->shown(), painter, out, context); };
    const auto frame = [&](double seconds) { raster.render(stage.run(screen, seconds, commands, draw), colour(Ink::Bg, screen.theme)); };
    frame(0.02);
    move_pointer(arguments);
    if (const double wheel = std::stod(value_of(arguments, "wheel", "0")); wheel != 0) {
        if (!arguments.count("pointer")) ImGui::GetIO().AddMousePosEvent(static_cast<float>(screen.view_width() / 2), static_cast<float>(screen.view_height() / 2));
        ImGui::GetIO().AddMouseWheelEvent(0, static_cast<float>(-wheel));
    }
    for (int i = 0; i < 30; ++i) frame(0.02);
    for (const std::string& failed : take_failed_asserts()) std::fprintf(stderr, "preview: %s\n", failed.c_str());
    return write_png(value_of(arguments, "out", "preview.png"), raster.width(), raster.height(), raster.pixels()) ? 0 : 1;
}

}  // namespace
}  // namespace problemator::web

int main(int count, char** words) {
    problemator::web::Arguments arguments;
    for (int i = 1; i + 1 < count; i += 2) {
        const std::string name = words[i];
        if (name.rfind("--", 0) != 0) break;
        arguments[name.substr(2)] = words[i + 1];
    }
    if (arguments.empty()) {
        std::fputs(problemator::web::kUsage, stderr);
        return 2;
    }
    return problemator::web::show(arguments);
}
