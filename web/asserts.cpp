#include "web/asserts.hpp"

#include <utility>

#include "imgui.h"

namespace problemator::web {
namespace {

std::vector<std::string>& failed() {
    static std::vector<std::string> all;
    return all;
}

}  // namespace

#ifndef __EMSCRIPTEN__
void note_failed_assert(const char* condition, const char* file, int line) {
    failed().push_back(std::string{condition} + " (" + file + ":" + std::to_string(line) + ")");
}
#endif

std::vector<std::string> take_failed_asserts() { return std::exchange(failed(), {}); }

}  // namespace problemator::web
