// Pages: how long each screen takes to be built anew, over 10,000, 100,000 and 1,000,000 messages of five years. Processor time, the
// median of seven; then in steps, as a browser does it: the longest of them, the page at the end included, and the same page again when
// everything it counts is remembered. One line of JSON a screen; the limit is a frame of 16 ms.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "core/model/pages.hpp"
#include "core/model/preparations.hpp"
#include "core/model/remembered.hpp"
#include "filtered_pages.hpp"
#include "processor_time.hpp"
#include "tests/unit/model/make_table.hpp"

namespace problemator {
namespace {

constexpr int kRounds = 7;
constexpr const char* kScreens[] = {"#/svodka", "#/svodka?b=utilities", "#/teplo", "#/teplo?order=likeness", "#/teplo?view=territory-week", "#/teplo?view=department-topic", "#/teplo?deviation=1",
                                    "#/teplo?cell=andra,utilities", "#/teplo?view=map", "#/soobshcheniya", "#/rejting", "#/rejting?span=quarter", "#/problemy", "#/problemy?view=register", "#/pokazateli", "#/otchyoty", "#/kachestvo"};

double milliseconds(const World& world, const char* hash) {
    const State state = from_hash(hash);
    std::vector<double> times;
    for (int i = 0; i < kRounds; ++i) {
        const double before = processor_seconds();
        const Page page = page_of(world, state);
        times.push_back(1000 * (processor_seconds() - before));
    }
    std::sort(times.begin(), times.end());
    return times[kRounds / 2];
}

double milliseconds_since(double before) { return 1000 * (processor_seconds() - before); }

struct Steps { double longest = 0, again = 0; };

Steps steps_of(const World& world, const char* hash) {
    Remembered remembered;
    World own = world;
    own.remembered = &remembered;
    const State state = from_hash(hash);
    Counting counts = counting_of(scope_of(own, state));
    Steps out;
    while (counts.done < counts.steps.size()) {
        const double before = processor_seconds();
        counts.step(own);
        out.longest = std::max(out.longest, milliseconds_since(before));
    }
    for (int round = 0; round < 2; ++round) {
        const double before = processor_seconds();
        const Page page = page_of(own, state);
        out.again = milliseconds_since(before);
        out.longest = std::max(out.longest, out.again);
    }
    return out;
}

/// `only`: one link instead of every screen.
void measure(int rows, const char* only) {
    const Snapshot snapshot = testing_tables::random_snapshot(1, rows, 260);
    const World world{testing_tables::oktyabrskoe(), snapshot, ""};
    for (const char* hash : kScreens) {
        if (only && hash != std::string{only}) continue;
        const double whole = milliseconds(world, hash);
        const Steps steps = steps_of(world, hash);
        std::printf("{\"rows\": %d, \"screen\": \"%s\", \"ms\": %.1f, \"longest_step_ms\": %.1f, \"again_ms\": %.1f}\n", rows, hash, whole, steps.longest, steps.again);
        std::fflush(stdout);
    }
}

}  // namespace
}  // namespace problemator

// bench_pages [ROWS [LINK]]: any number of rows; without it the three sizes.
// bench_pages SNAPSHOT [ROUNDS [SCREEN]]: clicks on filters over a built snapshot, see filtered_pages.hpp; with a screen, each step of it.
int main(int argc, char** argv) {
    const int asked = argc > 1 ? std::atoi(argv[1]) : 0;
    const char* only = argc > 2 ? argv[2] : nullptr;
    if (argc > 1 && asked == 0) return problemator::measure_filters(argv[1], only ? std::max(std::atoi(only), 1) : 5, argc > 3 ? argv[3] : nullptr, argc > 3) ? 0 : 1;
    if (asked > 0) problemator::measure(asked, only);
    else
        for (const int rows : {10'000, 100'000, 1'000'000}) problemator::measure(rows, nullptr);
}
