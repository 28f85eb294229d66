// Picture: what a frame would show, told by a number, so that a frame like the one before it is not painted again.
#pragma once
#include <cstdint>

struct ImDrawData;

namespace problemator::web {

/// Of everything that a renderer reads but the pixels of textures; 0 when a texture has changed, which no picture is like. Once it is
/// painted, the number is that of the next frame that shows the same.
std::uint64_t picture_number(const ImDrawData& data, std::uint32_t background);

}  // namespace problemator::web
