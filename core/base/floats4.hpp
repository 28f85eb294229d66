// Floats4: four numbers at a time in the processor's vectors; g++ and clang know them for every processor, also as WebAssembly.
#pragma once

namespace problemator {

using Floats4 [[gnu::vector_size(16)]] = float;

}  // namespace problemator
