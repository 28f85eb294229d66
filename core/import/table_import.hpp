// One file: opened into its tables, each found to be of some channel and read row by row into a sink and a FileReport of its own.
#pragma once
#include "core/import/import.hpp"

namespace problemator {

struct FileTask {
    const SourceFile& file;
    const ImportOptions& options;
    const ViewSink& sink;
    const RegisterSink& registers;                           // may be empty: then such tables are only counted
    std::function<bool(std::uint64_t done)> progress;        // bytes of this file; false = stop
    std::function<std::optional<Error>(const FileView& file, const PartSink& sink)> open = open_parts;
};

/// Adds a FileReport for every table of the file, one with a failure when it has none. False when the user stopped the import.
bool import_file(const FileTask& task, std::vector<FileReport>& reports);

}  // namespace problemator
