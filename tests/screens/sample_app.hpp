// The app over the samples of a municipality, as a reader has it after the README's first command. Made once, for all tests here.
#pragma once
#include <map>
#include <string>
#include <vector>

#include "core/app/app.hpp"

namespace problemator {

App& sample_app();

/// Every screen in the states that people meet: each view, a drawer, a card. Links as in the browser.
std::vector<std::string> usual_links();

}  // namespace problemator
