// Pages: how long each screen takes to be built anew, over 10,000, 100,000 and 1,000,000 messages of five years. Processor time, the
// median of seven. One line of JSON a screen; the limit is a frame of 16 ms.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "processor_time.hpp"
#include "tests/unit/model/make_table.hpp"

namespace problemator {
namespace {

constexpr int kRounds = 7;
constexpr const char* kScreens[] = {"#/svodka", "#/svodka?b=utilities", "#/teplo", "#/teplo?order=likeness", "#/teplo?view=territory-week", "#/teplo?view=department-topic", "#/teplo?deviation=1",
                                    "#/teplo?cell=andra,utilities", "#/teplo?view=map", "#/soobshcheniya", "#/rejting", "#/rejting?span=quarter", "#/problemy", "#/problemy?view=register", "#/pokazateli", "#/kachestvo"};

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

/// `only`: one link instead of every screen.
void measure(int rows, const char* only) {
    const Snapshot snapshot = testing_tables::random_snapshot(1, rows, 260);
    const World world{testing_tables::oktyabrskoe(), snapshot, ""};
    for (const char* hash : kScreens) {
        if (only && hash != std::string{only}) continue;
        std::printf("{\"rows\": %d, \"screen\": \"%s\", \"ms\": %.1f}\n", rows, hash, milliseconds(world, hash));
        std::fflush(stdout);
    }
}

}  // namespace
}  // namespace problemator

// bench_pages [ROWS [LINK]]: any number of rows; without it the three sizes.
int main(int argc, char** argv) {
    const int asked = argc > 1 ? std::atoi(argv[1]) : 0;
    if (asked > 0) problemator::measure(asked, argc > 2 ? argv[2] : nullptr);
    else
        for (const int rows : {10'000, 100'000, 1'000'000}) problemator::measure(rows, nullptr);
}
