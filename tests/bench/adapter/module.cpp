// The core behind a C interface, for the peers' benchmark: import, table and queries are those of the product.
// Answers lie in one buffer of int32; problemator.mjs turns them into the columns that the harness checks.
#include <emscripten/emscripten.h>

#include <algorithm>
#include <memory>

#include "core/base/embedded.hpp"
#include "core/import/import.hpp"
#include "core/query/cross_filter.hpp"

// The file stays in the page's memory; the module copies a slice at a time out of it.
EM_JS(void, page_bytes, (double offset, char* to, int size), { HEAPU8.set(Module.input.subarray(offset, offset + size), to); });

namespace problemator {

std::span<const EmbeddedFile> bench_channels();   // tests/bench/adapter/*.json, written by cmake/embed.py

namespace {

constexpr Minute kAsOf = kLastTime - 1;           // later than every message of the data
constexpr std::size_t kTop = 20;

class PageBytes final : public ByteSource {
public:
    explicit PageBytes(std::uint64_t size) : size_{size} {}
    std::uint64_t size() const override { return size_; }
    Result<std::size_t> read(std::uint64_t offset, std::span<char> out) const override {
        const std::size_t size = static_cast<std::size_t>(std::min<std::uint64_t>(out.size(), size_ - std::min(size_, offset)));
        page_bytes(static_cast<double>(offset), out.data(), static_cast<int>(size));
        return size;
    }

private:
    std::uint64_t size_;
};

struct Engine {
    Table table;
    std::unique_ptr<CrossFilter> cross;
    std::vector<std::int32_t> answer;
    std::vector<std::uint32_t> grid;
};

Engine& engine() {
    static Engine one;
    return one;
}

void put(std::size_t n) { engine().answer.push_back(static_cast<std::int32_t>(n)); }
void put_all(const std::vector<std::int32_t>& values) { engine().answer.insert(engine().answer.end(), values.begin(), values.end()); }

/// groups, then of each: key, n, closed, in time, sum of ratings, ratings, repeats.
void put_departments(const Grouped& departments) {
    put(departments.keys.size());
    for (std::size_t i = 0; i < departments.keys.size(); ++i) {
        const Tally& t = departments.tallies[i];
        put_all({departments.keys[i]});
        for (const auto n : {t.n, t.closed, t.in_time, t.rating_sum, t.rated, t.repeats}) put(n);
    }
}

/// cells that are not empty, then of each: row key, column key, n.
void put_cells(const CountPivot& pivot) {
    const std::size_t at = engine().answer.size();
    put(0);
    for (std::size_t cell = 0; cell < pivot.counts.size(); ++cell) {
        if (pivot.counts[cell] == 0) continue;
        put_all({pivot.rows[cell / pivot.columns.size()], pivot.columns[cell % pivot.columns.size()]});
        put(pivot.counts[cell]);
    }
    engine().answer[at] = static_cast<std::int32_t>((engine().answer.size() - at - 1) / 3);
}

Filter topics_in_period(Minute from, Minute until, const std::int32_t* topics, int count) {
    Filter filter;
    filter.period = {from, until};
    auto& keep = filter.keep[index(Dimension::Topic)];
    for (int i = 0; i < count; ++i) keep.push_back(static_cast<Code>(topics[i]));
    std::sort(keep.begin(), keep.end());
    return filter;
}

/// Twice the median, which is a whole number of minutes; −1 without values.
std::int32_t doubled_median(std::vector<Minute>& minutes) {
    if (minutes.empty()) return -1;
    const auto middle = minutes.begin() + static_cast<std::ptrdiff_t>(minutes.size() / 2);
    std::nth_element(minutes.begin(), middle, minutes.end());
    return minutes.size() % 2 == 1 ? 2 * *middle : *middle + *std::max_element(minutes.begin(), middle);
}

}  // namespace
}  // namespace problemator

using namespace problemator;

extern "C" {

EMSCRIPTEN_KEEPALIVE int engine_ingest(double size) {
    auto channel = read_channel(bench_channels().front().text, bench_channels().front().name);
    if (!channel) return -1;
    ImportOptions options;
    options.user_channels.push_back(*std::move(channel));
    options.only_user_channels = true;
    options.with_sha256 = false;                   // no other engine of the comparison takes a fingerprint of the file
    TableBuilder builder;
    const auto expected = static_cast<std::size_t>(size);
    builder.reserve(expected / 450, 0);
    const SourceFile file{"messages.csv", std::make_shared<PageBytes>(static_cast<std::uint64_t>(size))};
    const auto report = read_views({file}, options, [&builder](const MessageView& m, FileReport&) { builder.add(m); });
    if (report.files.front().failure || report.files.front().rows_rejected > 0) return -2;
    engine().table = std::move(builder).finish(kAsOf, {});
    engine().cross = std::make_unique<CrossFilter>(engine().table);
    return static_cast<int>(engine().table.rows());
}

EMSCRIPTEN_KEEPALIVE void engine_drop() { engine() = Engine{}; }

EMSCRIPTEN_KEEPALIVE int engine_names(int dimension) { return static_cast<int>(engine().table.names[static_cast<std::size_t>(dimension)].size()); }
EMSCRIPTEN_KEEPALIVE const char* engine_name(int dimension, int code) {
    return engine().table.names[static_cast<std::size_t>(dimension)].name(static_cast<Code>(code)).data();   // of a std::string: ends with 0
}

EMSCRIPTEN_KEEPALIVE const std::int32_t* engine_answer() { return engine().answer.data(); }
EMSCRIPTEN_KEEPALIVE int engine_answer_size() { return static_cast<int>(engine().answer.size()); }

EMSCRIPTEN_KEEPALIVE void engine_w2() {
    engine().answer.clear();
    put_departments(group(engine().table, {}, Axis::Department));
    auto replies = reply_minutes_by(engine().table, {}, Axis::Department);
    for (auto& minutes : replies.minutes) put_all({doubled_median(minutes)});
}

EMSCRIPTEN_KEEPALIVE void engine_w3(Minute open_at) {
    engine().answer.clear();
    Filter filter;
    filter.open_at = open_at;
    put_cells(count_pivot(engine().table, filter, Axis::Territory, Axis::Topic));
}

EMSCRIPTEN_KEEPALIVE void engine_w4() {
    engine().answer.clear();
    put_cells(count_pivot(engine().table, {}, Axis::Week, Axis::Network));
}

EMSCRIPTEN_KEEPALIVE void engine_w5(Minute from, Minute until, const std::int32_t* topics, int count, Minute open_at) {
    CrossFilter& cross = *engine().cross;
    engine().answer.clear();
    cross.set(topics_in_period(from, until, topics, count));
    put_departments(cross.by(Axis::Department, false));
    put_cells(cross.count(Axis::Territory, Axis::Topic, open_at));
    put_cells(cross.count(Axis::Week, Axis::Network));
    const Grouped top = cross.top(Dimension::Subtopic, kTop);
    put(top.keys.size());
    for (std::size_t i = 0; i < top.keys.size(); ++i) {
        put_all({top.keys[i]});
        put(top.tallies[i].n);
    }
}

EMSCRIPTEN_KEEPALIVE const std::uint32_t* engine_w6(Minute from, Minute until, const std::int32_t* topics, int count, double lat0, double lat1,
                                                    double lon0, double lon1, int n) {
    const Table& table = engine().table;
    CrossFilter& cross = *engine().cross;
    cross.set(topics_in_period(from, until, topics, count));
    const auto side = static_cast<std::size_t>(n);
    engine().grid.assign(side * side, 0);
    const double south = lat0 * 1e6, west = lon0 * 1e6, rows = n / (lat1 * 1e6 - south), columns = n / (lon1 * 1e6 - west);
    for (const auto row : cross.kept_rows()) {
        const auto y = static_cast<std::size_t>((table.lat_e6[row] - south) * rows), x = static_cast<std::size_t>((table.lon_e6[row] - west) * columns);
        if (y < side && x < side) ++engine().grid[y * side + x];
    }
    return engine().grid.data();
}

}  // extern "C"
