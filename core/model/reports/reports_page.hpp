// «Отчёты»: the papers that the decrees ask for, the one that is chosen with its parts, and the week's proposals for the minutes.
#pragma once
#include <string>
#include <vector>

#include "core/model/listing.hpp"
#include "core/model/reports/paper.hpp"

namespace problemator {

struct State;
struct World;

/// «Отчёты»: its listings are the list of reports and the proposals of the week; `paper` is the one that is chosen.
struct ReportsPage : ListingsPage { Paper paper; std::string to, rhythm, basis; };

ReportsPage reports_page(const World& world, const State& state);

}  // namespace problemator
