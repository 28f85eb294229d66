// Synthetic registers beside the synthetic exports: pages, decisions, road maps, automatic control, hearings, votes, risks, the region's
// rating and heat map, decisions of meetings. Invented and plausible; headers are those of data/channels/reg_*.json.
#pragma once
#include "core/cli/samples.hpp"

namespace problemator::cli {

/// Writes reg_*.csv to `sink`. `planted`: of the exports they belong to (their days and row counts). The same options give the same bytes.
Result<Nothing> make_sample_registers(const Profile& profile, const SampleOptions& options, const Planted& planted, const SampleSink& sink);

}  // namespace problemator::cli
