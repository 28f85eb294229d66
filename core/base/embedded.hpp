// Files of data/ that are compiled into the program, so that one binary (and one WASM) is enough.
#pragma once
#include <span>
#include <string_view>

namespace problemator {

struct EmbeddedFile { std::string_view name, text; };   // "pos.json" and its content

}  // namespace problemator
