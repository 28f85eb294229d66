#include "filtered_pages.hpp"

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "core/app/app.hpp"
#include "processor_time.hpp"

namespace problemator {
namespace {

constexpr const char* kFilteredScreens[] = {"svodka", "teplo", "problemy", "soobshcheniya", "rejting", "pokazateli", "kachestvo", "teplo?view=map", "otchyoty", "otchyoty?paper=kontrol", "otchyoty?paper=cur", "otchyoty?paper=problematory"};
constexpr const char* kKinds[] = {"t", "b", "t and b", "d"};

std::vector<std::uint8_t> bytes_of(const char* path) {
    std::ifstream file{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{file}, std::istreambuf_iterator<char>{}};
}

/// As tests/browser/bench.mjs asks: the i-th click on a screen.
std::string filter_of_click(const Table& table, std::size_t i) {
    const auto pick = [&](Dimension d, std::size_t by) {
        const Dictionary& names = table.dictionary(d);
        return std::string{names.id(static_cast<Code>(1 + i * by % (names.size() - 1)))};
    };
    switch (i % 4) {
        case 0: return "t=" + pick(Dimension::Territory, 1);
        case 1: return "b=" + pick(Dimension::Block, 1);
        case 2: return "t=" + pick(Dimension::Territory, 3) + "&b=" + pick(Dimension::Block, 5);
        default: return "d=" + pick(Dimension::Department, 1);
    }
}

/// What a click costs: the header, every step, the page itself as the last of them.
struct Click {
    double header = 0;
    std::vector<double> steps;
    double work() const {
        double sum = header;
        for (const double ms : steps) sum += ms;
        return sum;
    }
    double longest() const { return std::max(header, *std::max_element(steps.begin(), steps.end())); }
};

Click click(App& app, const std::string& link) {
    Click out;
    double before = processor_seconds();
    const auto since = [&before] {
        const double now = processor_seconds(), ms = 1000 * (now - before);
        before = now;
        return ms;
    };
    app.apply(Go{link});
    app.header();
    out.header = since();
    for (bool is_built = false; !is_built;) {
        is_built = app.prepare();
        out.steps.push_back(since());
    }
    return out;
}

void keep_least(Click& least, const Click& other) {
    if (least.steps.empty()) least = other;
    least.header = std::min(least.header, other.header);
    for (std::size_t i = 0; i < std::min(least.steps.size(), other.steps.size()); ++i) least.steps[i] = std::min(least.steps[i], other.steps[i]);
}

void tell(const char* screen, const char* kind, const Click& click, bool tells_steps) {
    std::printf("{\"screen\": \"%s\", \"filter\": \"%s\", \"work_ms\": %.1f, \"header_ms\": %.1f, \"longest_ms\": %.1f", screen, kind, click.work(), click.header, click.longest());
    if (tells_steps) {
        std::printf(", \"steps_ms\": [");
        for (std::size_t i = 0; i < click.steps.size(); ++i) std::printf(i ? ", %.1f" : "%.1f", click.steps[i]);
        std::printf("]");
    }
    std::printf("}\n");
    std::fflush(stdout);
}

}  // namespace

bool measure_filters(const char* path, int rounds, const char* only, bool tells_steps) {
    const auto bytes = bytes_of(path);
    auto app = App::open(bytes, path);
    if (!app) return false;
    for (const char* screen : kFilteredScreens) {
        if (only && std::string{only} != screen) continue;
        const std::string link = std::string{"#/"} + screen, joint = link.find('?') == std::string::npos ? "?" : "&";
        Click least[std::size(kKinds)];
        for (int round = 0; round < rounds; ++round) {
            (*app)->set_sections({});   // forgets what was counted
            click(**app, "#/svodka");
            click(**app, link);
            for (std::size_t i = 0; i < std::size(kKinds); ++i) keep_least(least[i], click(**app, link + joint + filter_of_click((*app)->world().snapshot.table, i)));
        }
        for (std::size_t i = 0; i < std::size(kKinds); ++i) tell(screen, kKinds[i], least[i], tells_steps);
    }
    return true;
}

}  // namespace problemator
