#include "core/model/world.hpp"

#include <algorithm>

namespace problemator {

bool takes_any(const World& world, std::initializer_list<std::string_view> blocks) {
    return world.blocks.empty() || std::find_first_of(world.blocks.begin(), world.blocks.end(), blocks.begin(), blocks.end()) != world.blocks.end();
}

}  // namespace problemator
