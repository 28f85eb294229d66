// How much of its inputs a test takes. The native run of the optimised program takes all. The sanitised run, ten times slower, and the
// WASM twin look for what only they can find (memory, undefined behaviour, 32 bits): a part of the same inputs is enough for it.
#pragma once

namespace problemator {

#if defined(PROBLEMATOR_SANITIZED) || defined(__EMSCRIPTEN__)
inline constexpr int kEveryWhich = 4;
#else
inline constexpr int kEveryWhich = 1;
#endif

/// Of `all` inputs of one kind, how many are taken; all of them, or every fourth.
constexpr int part_of(int all) { return (all + kEveryWhich - 1) / kEveryWhich; }

}  // namespace problemator
