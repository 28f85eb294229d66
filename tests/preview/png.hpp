// A PNG file of opaque RGBA pixels: for pictures that people look at. Native tools only (zlib).
#pragma once
#include <cstdint>
#include <span>
#include <string>

namespace problemator::web {

/// `pixels`: rows from the top, 0xAABBGGRR; size = width × height. False when the file cannot be written.
bool write_png(const std::string& path, int width, int height, std::span<const std::uint32_t> pixels);

}  // namespace problemator::web
