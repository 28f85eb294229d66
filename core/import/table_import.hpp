// One file: found to be a table of some channel, then read row by row into a sink and a FileReport.
#pragma once
#include "core/import/import.hpp"

namespace problemator {

struct FileTask {
    const SourceFile& file;
    std::string_view bytes{};
    const ImportOptions& options;
    const MessageSink& sink;
    std::uint32_t index = 0;                                 // of the file
    std::function<bool(std::uint64_t done)> progress;        // bytes of this file; false = stop
};

/// False when the user stopped the import.
bool import_file(const FileTask& task, FileReport& report);

}  // namespace problemator
