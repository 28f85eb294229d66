#include "core/import/import.hpp"

#include "core/import/table_import.hpp"

namespace problemator {

ImportReport read_files(const std::vector<SourceFile>& files, const ImportOptions& options, const MessageSink& sink) {
    ImportReport report;
    report.files.reserve(files.size());
    std::uint64_t total = 0, done = 0;
    for (const SourceFile& file : files) total += file.source->size();
    bool is_stopped = false;
    for (const SourceFile& file : files) {
        FileReport& own = report.files.emplace_back();
        if (is_stopped) {
            own.name = file.name;
            own.bytes = file.source->size();
        } else {
            const auto progress = [&](std::uint64_t bytes) { return !options.progress || options.progress(done + bytes, total); };
            const auto index = static_cast<std::uint32_t>(report.files.size() - 1);
            is_stopped = !import_file({.file = file, .options = options, .sink = sink, .index = index, .progress = progress}, own);
        }
        if (is_stopped) own.failure = Error{.fault = Fault::Io, .place = {.file = own.name}, .piece = "остановлено"};
        report.messages += own.rows_kept;
        done += file.source->size();
        if (!is_stopped && options.progress) is_stopped = !options.progress(done, total);
    }
    return report;
}

}  // namespace problemator
