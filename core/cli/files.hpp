// Files of the command line: read whole, written whole or not at all, listed in a stable order.
#pragma once
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "core/base/result.hpp"

namespace problemator::cli {

Result<std::string> read_file(const std::filesystem::path& path);
/// Writes beside and renames, so that a reader never sees half a file.
Result<Nothing> write_file(const std::filesystem::path& path, std::string_view bytes);

/// Every file of `paths`; folders are read one level deep, tables and archives only (by their extension), sorted by name.
/// A path that is not there, or a folder without tables, is an error.
Result<std::vector<std::filesystem::path>> list_inputs(const std::vector<std::string>& paths);

}  // namespace problemator::cli
