// «Качество данных»: what the snapshot was made of, what is wrong with it first, and what to do about it.
#pragma once
#include "core/model/listing.hpp"

namespace problemator {

struct State;
struct World;

struct QualityPage : ListingsPage {};              // no tiles in a snapshot without a report
QualityPage quality_page(const World& world, const State& state);

}  // namespace problemator
