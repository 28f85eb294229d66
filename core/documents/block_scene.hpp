// A block as a picture of its own: title, filter, chart or table, and the line that says where it is from. PNG and SVG are made of it.
#pragma once
#include "core/documents/blocks.hpp"
#include "core/documents/page_facts.hpp"

namespace problemator {

/// `width` of the whole picture, CSS px. A table longer than 60 rows ends with «… и ещё N».
Scene block_scene(const Page& page, const PageBlock& block, const PageFacts& facts, double width, Lang lang);

}  // namespace problemator
