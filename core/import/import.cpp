#include "core/import/import.hpp"

#include "core/import/table_import.hpp"

namespace problemator {
namespace {

/// The table that was being read, or a file that was not begun, is not whole.
void tell_stopped(std::vector<FileReport>& reports, const SourceFile& file) {
    if (reports.empty() || reports.back().failure || !reports.back().name.starts_with(file.name)) {
        FileReport& own = reports.emplace_back();
        own.name = file.name;
        own.bytes = file.source->size();
    }
    reports.back().failure = Error{.fault = Fault::Io, .place = {.file = reports.back().name}, .piece = "остановлено"};
}

}  // namespace

ImportReport read_views(const std::vector<SourceFile>& files, const ImportOptions& options, const ViewSink& sink, const RegisterSink& registers) {
    ImportReport report;
    std::uint64_t total = 0, done = 0;
    for (const SourceFile& file : files) total += file.source->size();
    bool is_stopped = false;
    for (const SourceFile& file : files) {
        const auto progress = [&](std::uint64_t bytes) { return !options.progress || options.progress(done + bytes, total); };
        if (!is_stopped) is_stopped = !import_file({.file = file, .options = options, .sink = sink, .registers = registers, .progress = progress}, report.files);
        if (is_stopped) tell_stopped(report.files, file);
        done += file.source->size();
        if (!is_stopped && options.progress) is_stopped = !options.progress(done, total);
    }
    for (const FileReport& file : report.files) report.messages += file.register_id.empty() ? file.rows_kept : 0;
    return report;
}

ImportReport read_files(const std::vector<SourceFile>& files, const ImportOptions& options, const MessageSink& sink, const RegisterSink& registers) {
    Message message;
    const ViewSink copy = [&](const MessageView& view, FileReport& report) {
        view.copy_to(message);
        sink(std::move(message), report);
    };
    return read_views(files, options, copy, registers);
}

}  // namespace problemator
