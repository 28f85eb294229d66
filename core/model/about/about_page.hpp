// «О данных»: which snapshot this is, what it was made of, how every number is made, what is hidden and why.
#pragma once
#include "core/model/listing.hpp"

namespace problemator {

struct State;
struct World;

struct AboutPage : ListingsPage {};                // methods, sources, versions, words: what stands behind the numbers
AboutPage about_page(const World& world, const State& state);

}  // namespace problemator
