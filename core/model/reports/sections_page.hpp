// «Разделы»: statistical sections that readers put together of blocks of any screen, kept in a file and shipped by the generator.
#pragma once
#include <string>
#include <vector>

#include "core/model/listing.hpp"
#include "core/model/reports/paper.hpp"

namespace problemator {

struct State;
struct World;

/// «Разделы»: what readers put together. Without a section `empty` says how to begin.
struct SectionsPage : ListingsPage { std::vector<Choice> choices; Paper paper; std::string empty; };

SectionsPage sections_page(const World& world, const State& state);

}  // namespace problemator
