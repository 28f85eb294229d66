// ingest: how fast exported files become columns. Usage: ingest <columns|full> <mapping.json or -> <file>…
// columns: reader and typed, sorted columns. full: the import of the product — hash, names, places, routing, persons, links, columns.
// Prints one JSON line: MB/s of processor time, rows, peak memory as a multiple of the input. The same source runs under node as WASM.
#include <sys/resource.h>

#include <cstdio>
#include <fstream>
#include <iterator>

#include "core/app/assemble.hpp"
#include "core/schema/embedded.hpp"
#include "tests/bench/processor_time.hpp"
#ifdef __EMSCRIPTEN__
#include <emscripten.h>
#include <emscripten/heap.h>

// The page's worker lets the browser take the checksum; here node does. Its time is counted with the rest.
EM_JS(void, platform_sha256, (const char* path, char* to), {
    const digest = require("crypto").createHash("sha256"), fs = require("fs"), file = fs.openSync(UTF8ToString(path), "r"), slice = new Uint8Array(1 << 20);
    for (let got; (got = fs.readSync(file, slice)) > 0;) digest.update(slice.subarray(0, got));
    fs.closeSync(file);
    stringToUTF8(digest.digest("hex"), to, 65);
});
#endif

namespace problemator {
namespace {

/// A file read in slices, as a File of the browser is.
class SlicedFile final : public ByteSource {
public:
    explicit SlicedFile(const char* path) : path_{path}, file_{std::fopen(path, "rb")} {
        if (!file_) return;
        std::fseek(file_, 0, SEEK_END);
        size_ = static_cast<std::uint64_t>(std::ftell(file_));
    }
    ~SlicedFile() override { if (file_) std::fclose(file_); }
    SlicedFile(const SlicedFile&) = delete;
    SlicedFile& operator=(const SlicedFile&) = delete;
    std::uint64_t size() const override { return size_; }
    Result<std::size_t> read(std::uint64_t offset, std::span<char> out) const override {
        if (!file_ || std::fseek(file_, static_cast<long>(offset), SEEK_SET) != 0) return Error{.fault = Fault::Io};
        return std::fread(out.data(), 1, out.size(), file_);
    }
#ifdef __EMSCRIPTEN__
    std::optional<std::string> known_sha256() const override {
        char hex[65];
        platform_sha256(path_.c_str(), hex);
        return std::string{hex, 64};
    }
#endif

private:
    std::string path_;
    std::FILE* file_;
    std::uint64_t size_ = 0;
};

constexpr std::uint64_t kBytesOfRow = 450;

/// Natively, columns are made of bytes that lie in memory before the clock starts, as the comparison of engines says.
std::shared_ptr<const ByteSource> opened(const char* path, std::string_view mode) {
#ifndef __EMSCRIPTEN__
    if (mode == "columns") {
        std::ifstream in{path, std::ios::binary};
        return std::make_shared<OwnedBytes>(std::string{std::istreambuf_iterator<char>{in}, {}});
    }
#endif
    (void)mode;
    return std::make_shared<SlicedFile>(path);
}

double peak_bytes() {
#ifdef __EMSCRIPTEN__
    return static_cast<double>(emscripten_get_heap_size());
#else
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    return static_cast<double>(used.ru_maxrss) * 1024;
#endif
}

/// Columns as the comparison of engines makes them (tests/bench/adapter): room for the rows to be expected, no checksum.
std::size_t make_columns(const std::vector<SourceFile>& files, ImportOptions options) {
    options.with_sha256 = false;
    TableBuilder builder;
    std::uint64_t bytes = 0;
    for (const SourceFile& file : files) bytes += file.source->size();
    builder.reserve(static_cast<std::size_t>(bytes / kBytesOfRow), 0);
    const ViewSink sink = [&](const MessageView& message, FileReport&) { builder.add(message); };
    const auto report = read_views(files, options, sink);
    for (const FileReport& file : report.files)
        if (file.failure) std::fprintf(stderr, "%s\n", describe(*file.failure, Lang::En).c_str());
    return std::move(builder).finish(kLastTime - 1, {}).rows();
}

std::size_t import_all(std::vector<SourceFile> files, const ImportOptions& options) {
    const auto profile = builtin_profile("oktyabrskoe");
    const auto calendar = builtin_calendar();
    if (!profile || !calendar) return 0;
    const Intake intake = take_in(files, *profile, *calendar, options);
    files.clear();
    const auto made = assemble(intake, *profile, {}, {.as_of = kLastTime - 1, .is_published = false});
    return made ? made->snapshot.table.rows() : 0;
}

}  // namespace
}  // namespace problemator

int main(int argc, char** argv) {
    using namespace problemator;
    if (argc < 4) return 2;
    const std::string_view mode = argv[1], mapping = argv[2];
    ImportOptions options;
    if (mode == "full") options.mask_texts = true;
    if (mapping != "-") {
        std::ifstream in{argv[2]};
        auto channel = read_channel(std::string{std::istreambuf_iterator<char>{in}, {}}, "mapping.json");
        if (!channel) return std::fprintf(stderr, "%s\n", describe(channel.error(), Lang::En).c_str()), 1;
        options.user_channels.push_back(*std::move(channel));
        options.only_user_channels = true;
    }
    std::vector<SourceFile> files;
    double bytes = 0;
    for (int i = 3; i < argc; ++i) {
        files.emplace_back(std::string_view{argv[i]}.substr(std::string_view{argv[i]}.rfind('/') + 1).data(), opened(argv[i], mode));
        bytes += static_cast<double>(files.back().source->size());
    }
    const double begin = processor_seconds();
    const std::size_t rows = mode == "full" ? import_all(std::move(files), options) : make_columns(files, options);
    const double seconds = processor_seconds() - begin;
    std::printf("{\"mode\":\"%s\",\"rows\":%zu,\"mb\":%.1f,\"s\":%.3f,\"mb_per_s\":%.0f,\"peak_ratio\":%.2f}\n", argv[1], rows, bytes / 1e6, seconds, bytes / 1e6 / seconds,
                peak_bytes() / bytes);
    return rows > 0 ? 0 : 1;
}
