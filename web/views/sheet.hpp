// Sheet: what lies over the page (an opened rail, the drawer of a narrow screen). It is above every scroll area drawn before it
// and takes the pointer from them.
#pragma once
#include <string_view>

#include "core/charts/scene.hpp"

namespace problemator::web {

/// While it lives, drawing and hits go to the sheet.
class Sheet {
public:
    Sheet(std::string_view id, Box box);
    ~Sheet();
    Sheet(const Sheet&) = delete;
    Sheet& operator=(const Sheet&) = delete;
};

}  // namespace problemator::web
