// Misuse of Dear ImGui (Begin without End, equal ids …) is counted, so that the headless tests can demand zero.
#pragma once
#include <string>
#include <vector>

namespace problemator::web {

/// What failed since the last call, "condition (file:line)". Always empty in the WASM build, where the checks are compiled out.
std::vector<std::string> take_failed_asserts();

}  // namespace problemator::web
