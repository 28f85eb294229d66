#include "core/cli/files.hpp"

#include <algorithm>
#include <fstream>
#include <system_error>

#include "core/base/text.hpp"

namespace problemator::cli {
namespace fs = std::filesystem;
namespace {

Error io_error(const fs::path& path) { return {.fault = Fault::Io, .place = {.file = path.string()}}; }

/// What a folder of exports may hold; a file that is named itself is always looked at.
bool is_table(const fs::path& path) {
    constexpr std::string_view kExtensions[] = {".csv", ".tsv", ".txt", ".xlsx", ".xlsm", ".xls", ".ods", ".json", ".jsonl", ".ndjson", ".geojson", ".htm", ".html", ".zip", ".gz"};
    const bool is_lock_file = path.filename().string().starts_with("~$");   // of an open spreadsheet
    return !is_lock_file && std::find(std::begin(kExtensions), std::end(kExtensions), to_lower(path.extension().string())) != std::end(kExtensions);
}

}  // namespace

Result<std::string> read_file(const fs::path& path) {
    std::error_code failed;
    const auto size = fs::file_size(path, failed);
    std::ifstream in{path, std::ios::binary};
    if (failed || !in) return io_error(path);
    std::string bytes(static_cast<std::size_t>(size), '\0');
    in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (in.gcount() != static_cast<std::streamsize>(bytes.size())) return io_error(path);
    return bytes;
}

Result<Nothing> write_file(const fs::path& path, std::string_view bytes) {
    std::error_code failed;
    if (path.has_parent_path()) fs::create_directories(path.parent_path(), failed);
    fs::path part = path;
    part += ".part";
    {
        std::ofstream out{part, std::ios::binary | std::ios::trunc};
        out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        out.flush();
        if (!out) return io_error(path);
    }
    fs::rename(part, path, failed);
    if (failed) return io_error(path);
    return Nothing{};
}

Result<std::vector<fs::path>> list_inputs(const std::vector<std::string>& paths) {
    std::vector<fs::path> files;
    for (const std::string& given : paths) {
        std::error_code failed;
        if (!fs::is_directory(given, failed)) {
            if (!fs::is_regular_file(given, failed)) return io_error(given);
            files.emplace_back(given);
            continue;
        }
        const std::size_t before = files.size();
        for (const auto& entry : fs::directory_iterator{given, failed})
            if (entry.is_regular_file(failed) && is_table(entry.path())) files.push_back(entry.path());
        if (files.size() == before) return Error{.fault = Fault::NoRows, .place = {.file = given}, .expected = "*.csv, *.xlsx, *.xls, *.ods, *.json, *.zip"};
    }
    std::sort(files.begin(), files.end());
    files.erase(std::unique(files.begin(), files.end()), files.end());
    return files;
}

}  // namespace problemator::cli
