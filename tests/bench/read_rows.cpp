// read_rows FILE: reads every table of a file and says how fast, and how much memory that took at most. Natively and under node.
//   python3 tests/bench/make_xlsx.py 200000 build/pos.xlsx && build/…/read_rows build/pos.xlsx
#include <sys/resource.h>

#include <cstdio>
#include <ctime>
#include <fstream>
#include <iterator>
#include <string>

#ifdef __EMSCRIPTEN__
#include <emscripten/heap.h>
#endif

#include "core/import/formats.hpp"

using namespace problemator;

namespace {

double peak_mb() {
#ifdef __EMSCRIPTEN__
    return static_cast<double>(emscripten_get_heap_size()) / 1e6;   // the heap never shrinks
#else
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    return static_cast<double>(used.ru_maxrss) / 1e3;
#endif
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 2) return std::puts("read_rows FILE"), 1;
    std::ifstream in{argv[1], std::ios::binary};
    const std::string bytes{std::istreambuf_iterator<char>{in}, {}};
    const std::clock_t begin = std::clock();   // of the processor: other work on the machine does not count
    FileView file;
    file.source = std::make_shared<BorrowedBytes>(bytes);
    file.path = "file";
    std::size_t rows = 0, cells = 0, text = 0;
    std::string failure;
    const auto read = [&](TablePart&& part) {
        TableRow row;
        while (part.rows && part.rows->next(row)) {
            ++rows;
            cells += row.cells.size();
            for (const RowCell& cell : row.cells) text += cell.raw.size();
        }
        if (part.rows && part.rows->failure()) failure = describe(*part.rows->failure(), Lang::En);
        return true;
    };
    if (const auto error = open_parts(file, read)) failure = describe(*error, Lang::En);
    const double seconds = static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
    std::printf("%zu rows, %zu cells, %.1f MB of text in %.2f s; unpacked %.1f MB, %.0f MB/s; peak %.1f MB\n", rows, cells, static_cast<double>(text) / 1e6, seconds,
                static_cast<double>(file.budget->unpacked) / 1e6, static_cast<double>(file.budget->unpacked) / 1e6 / seconds, peak_mb());
    if (!failure.empty()) std::printf("%s\n", failure.c_str());
    return failure.empty() ? 0 : 1;
}
