// MappedFile: a file of the disk as ByteSource. It is mapped where the system can do that, so that it is read without being copied, and
// read in pieces where it cannot.
#pragma once
#include <filesystem>
#include <memory>

#include "core/import/byte_source.hpp"

namespace problemator::cli {

/// Fault::Io when the file cannot be opened.
Result<std::shared_ptr<const ByteSource>> open_file(const std::filesystem::path& path);

}  // namespace problemator::cli
