// bench_core: the core on a million messages, beside the straightforward way (one loop over rows, hash maps for groups) in the same run.
// Usage: bench_core [--benchmark_filter=…]; PROBLEMATOR_BENCH_ROWS sets another number of rows.
#include <benchmark/benchmark.h>

#include <cstdio>
#include <cstdlib>
#include <map>
#include <random>
#include <unordered_map>

#include "core/query/cross_filter.hpp"
#include "core/snapshot/snapshot.hpp"

namespace problemator {
namespace {

constexpr Minute kStart = 19'000 * kMinutesPerDay;
constexpr int kDays = 3 * 365;
constexpr int kTopics = 14, kSubtopics = 120, kDepartments = 40, kTerritories = 60, kChannels = 4;

int rows_wanted() {
    const char* text = std::getenv("PROBLEMATOR_BENCH_ROWS");
    return text != nullptr ? std::max(1, std::atoi(text)) : 1'000'000;
}

/// 0…n−1 with the small numbers much more frequent, as topics and territories are.
int skewed(std::mt19937& random, int n) {
    const double u = static_cast<double>(random()) / 4294967296.0;
    return static_cast<int>(u * u * n);
}

Message random_message(std::mt19937& random, int number) {
    const auto below = [&random](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
    Message m;
    m.id = std::to_string(300'000'000 + number);
    m.channel = "c" + std::to_string(skewed(random, kChannels));
    m.received = kStart + below(kDays * kMinutesPerDay);
    m.received_has_time = true;
    m.due = m.received + (8 + below(23)) * kMinutesPerDay;
    if (below(100) >= 12) m.closed = m.received + 1 + below(40 * kMinutesPerDay);
    m.fast_track = below(100) < 15 ? Answer::Yes : Answer::No;
    m.repeat = below(100) < 8 ? Answer::Yes : Answer::No;
    m.rating = below(100) < 30 ? 1 + below(5) : 0;
    m.topic = "тема " + std::to_string(skewed(random, kTopics));
    m.subtopic = "подтема " + std::to_string(skewed(random, kSubtopics));
    m.department = "управление " + std::to_string(skewed(random, kDepartments));
    m.territory = "посёлок " + std::to_string(skewed(random, kTerritories));
    m.has_place = true;
    m.lat = 60 + below(1'000'000) / 1e6;
    m.lon = 65 + below(1'000'000) / 1e6;
    m.row = static_cast<std::uint32_t>(number + 2);
    return m;
}

const std::vector<Message>& messages() {
    static const std::vector<Message> all = [] {
        std::mt19937 random{1};
        std::vector<Message> made;
        for (int i = 0; i < rows_wanted(); ++i) made.push_back(random_message(random, i));
        return made;
    }();
    return all;
}

Table build_table() {
    TableBuilder builder;
    for (const auto& m : messages()) builder.add(m);
    return std::move(builder).finish(kStart + (kDays + 60) * kMinutesPerDay, {"c0"});
}

const Snapshot& sample() {
    static const Snapshot snapshot = [] {
        Snapshot s;
        s.table = build_table();
        s.info.as_of = s.table.as_of;
        s.info.profile_json = "{}";
        return s;
    }();
    return snapshot;
}
const Table& table() { return sample().table; }

/// A year that moves by a week, and one topic more or less at each step.
Filter step_filter(int step) {
    Filter filter;
    const Minute from = kStart + (5 + step % 50) * kMinutesPerWeek;
    filter.period = {from, from + 52 * kMinutesPerWeek};
    for (Code topic = 1; topic <= kTopics; ++topic) {
        if ((topic + step) % 3 != 0) filter.keep[index(Dimension::Topic)].push_back(topic);
    }
    return filter;
}

// ---- the straightforward way ----

struct PlainTally { int n = 0, closed = 0, in_time = 0, repeats = 0, rated = 0, rating_sum = 0; };

bool passes_plainly(const Table& t, std::size_t row, const Filter& f) {
    if (t.received[row] < f.period.from || t.received[row] >= f.period.until) return false;
    const auto& keep = f.keep[index(Dimension::Topic)];
    return std::find(keep.begin(), keep.end(), t.column(Dimension::Topic)[row]) != keep.end();
}

void add_plainly(PlainTally& sum, const Table& t, std::size_t row) {
    ++sum.n;
    if (has(t.marks[row], Mark::Closed)) ++sum.closed;
    if (has(t.marks[row], Mark::InTime)) ++sum.in_time;
    if (has(t.marks[row], Mark::Repeat)) ++sum.repeats;
    if (t.rating[row] > 0) ++sum.rated, sum.rating_sum += t.rating[row];
}

struct PlainViews {
    std::unordered_map<int, PlainTally> departments;
    std::unordered_map<int, int> territory_topic, week_channel, subtopics;
};

void step_plainly(benchmark::State& state) {
    int step = 0;
    for (auto _ : state) {
        const Filter filter = step_filter(step++);
        const Table& t = table();
        PlainViews views;
        for (std::size_t row = 0; row < t.rows(); ++row) {
            if (!passes_plainly(t, row, filter)) continue;
            add_plainly(views.departments[t.column(Dimension::Department)[row]], t, row);
            ++views.territory_topic[t.column(Dimension::Territory)[row] * 65536 + t.column(Dimension::Topic)[row]];
            ++views.week_channel[week_from_minute(t.received[row]) * 65536 + t.column(Dimension::Channel)[row]];
            ++views.subtopics[t.column(Dimension::Subtopic)[row]];
        }
        benchmark::DoNotOptimize(views);
    }
}

void group_plainly(benchmark::State& state) {
    for (auto _ : state) {
        std::unordered_map<int, PlainTally> groups;
        for (std::size_t row = 0; row < table().rows(); ++row) add_plainly(groups[table().column(Dimension::Department)[row]], table(), row);
        benchmark::DoNotOptimize(groups);
    }
}

void pivot_plainly(benchmark::State& state) {
    for (auto _ : state) {
        std::unordered_map<int, PlainTally> cells;
        for (std::size_t row = 0; row < table().rows(); ++row) {
            add_plainly(cells[table().column(Dimension::Territory)[row] * 65536 + table().column(Dimension::Topic)[row]], table(), row);
        }
        benchmark::DoNotOptimize(cells);
    }
}

// ---- the core ----

void step_core(benchmark::State& state) {
    CrossFilter cross{table()};
    int step = 0;
    for (auto _ : state) {
        cross.set(step_filter(step++));
        benchmark::DoNotOptimize(cross.by(Axis::Department, false));
        benchmark::DoNotOptimize(cross.count(Axis::Territory, Axis::Topic));
        benchmark::DoNotOptimize(cross.count(Axis::Week, Axis::Channel));
        benchmark::DoNotOptimize(cross.top(Dimension::Subtopic, 20));
    }
}

void step_core_views_ignore_own(benchmark::State& state) {
    CrossFilter cross{table()};
    int step = 0;
    for (auto _ : state) {
        cross.set(step_filter(step++));
        for (const Axis axis : {Axis::Department, Axis::Topic, Axis::Territory, Axis::Week}) benchmark::DoNotOptimize(cross.by(axis));
    }
}

void group_core(benchmark::State& state) {
    for (auto _ : state) benchmark::DoNotOptimize(group(table(), {}, Axis::Department));
}

void pivot_core(benchmark::State& state) {
    for (auto _ : state) benchmark::DoNotOptimize(pivot(table(), {}, Axis::Territory, Axis::Topic));
}

void build(benchmark::State& state) {
    messages();
    for (auto _ : state) benchmark::DoNotOptimize(build_table());
}

void derive_marks(benchmark::State& state) {
    Table copy = table();
    for (auto _ : state) derive(copy, copy.as_of);
}

void write(benchmark::State& state) {
    std::size_t bytes = 0;
    for (auto _ : state) bytes = write_snapshot(sample()).size();
    state.counters["bytes_per_row"] = static_cast<double>(bytes) / static_cast<double>(table().rows());
}

void read(benchmark::State& state) {
    const auto bytes = write_snapshot(sample());
    for (auto _ : state) benchmark::DoNotOptimize(read_snapshot(bytes, "bench"));
}

/// Prints the usual lines and keeps the processor times (a busy machine disturbs them least), for the ratios below them.
class Reporter : public benchmark::ConsoleReporter {
public:
    void ReportRuns(const std::vector<Run>& runs) override {
        ConsoleReporter::ReportRuns(runs);
        for (const auto& run : runs) milliseconds_[run.benchmark_name()] = run.GetAdjustedCPUTime();
    }
    void print_ratios() const {
        for (const auto& [name, core] : milliseconds_) {
            const auto plain = milliseconds_.find(name + "/plain");
            if (plain != milliseconds_.end()) std::printf("%s: %.1f times faster than the plain loop\n", name.c_str(), plain->second / core);
        }
    }

private:
    std::map<std::string, double> milliseconds_;
};

void add(const char* name, void (*run)(benchmark::State&)) { benchmark::RegisterBenchmark(name, run)->Unit(benchmark::kMillisecond); }

}  // namespace
}  // namespace problemator

int main(int argc, char** argv) {
    using namespace problemator;
    benchmark::Initialize(&argc, argv);
    add("cross_filter_step", step_core);
    add("cross_filter_step/plain", step_plainly);
    add("cross_filter_step_ignoring_own", step_core_views_ignore_own);
    add("group", group_core);
    add("group/plain", group_plainly);
    add("pivot", pivot_core);
    add("pivot/plain", pivot_plainly);
    add("derive", derive_marks);
    add("snapshot_write", write);
    add("snapshot_read", read);
    add("table_build", build);
    Reporter reporter;
    benchmark::RunSpecifiedBenchmarks(&reporter);
    reporter.print_ratios();
}
