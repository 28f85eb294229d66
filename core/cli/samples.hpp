// Synthetic exports: files in the real layouts of ПОС, «Инцидент менеджмент» and the 59-ФЗ register, with planted problems.
// Everything in them is invented; data/samples/README.md lists what is planted, planted.json says it to programs.
#pragma once
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.hpp"
#include "core/base/time.hpp"
#include "core/schema/profile.hpp"

namespace problemator::cli {

inline constexpr Day kSampleLastDay = 20'772;     // 2026-11-15, a Sunday: the exports of the demo end with a whole week

struct SampleOptions {
    std::string profile_id = "oktyabrskoe";
    std::uint64_t seed = 1;
    Day last_day = kSampleLastDay;
    int years = 3;                                // 1 … 20, ending with last_day
    std::optional<double> per_year;               // messages a year; absent = the usual volume of the profile
    std::optional<std::uint64_t> rows;            // about so many rows in all, instead of per_year
};

struct PlantedWeeks {                             // a problem put into the files on purpose
    std::string id;                               // "surge", "chronic", "growing", … — the list is in sample_plan.cpp
    std::string territory, block, topic;          // ids of the profile
    Week first_week = 0, last_week = 0;           // inclusive
    std::uint32_t extra_per_week = 0;             // messages on top of the ordinary ones in first_week; every one has its place
    std::uint32_t growth_per_week = 0;            // so many more each following week
    std::uint32_t single_every_weeks = 0;         // before first_week one message each so many weeks, so that the norm is not nothing; 0 = none
    std::string cause;                            // what two of three extra messages say is behind it, in two words; empty: nothing of its own
    std::uint64_t in_last_week = 0;               // all clean rows of this territory and topic in last_week, ordinary ones included
};

/// Messages on top of the ordinary ones in `week`.
std::uint32_t extra_in(const PlantedWeeks& problem, Week week);

struct Planted {
    Day first_day = 0, last_day = 0;
    Minute as_of = 0;                             // midnight after last_day
    std::vector<PlantedWeeks> problems;
    std::string slow_department;                  // id; answers late about four times as often as the others
    std::uint64_t rows = 0;                       // data rows written, dirty ones and duplicates included
    std::uint64_t bad_dates = 0, missing_topics = 0, unknown_topics = 0, exact_duplicates = 0;
    std::uint64_t linked_appeals = 0, phone_fragments = 0, rated = 0, closed = 0, open = 0, repeats = 0;
    struct File { std::string name, encoding; std::uint64_t rows = 0; };
    std::vector<File> files;                      // sorted by name
};

/// Takes the bytes of the files piece by piece, the pieces of one file in their order; files of different channels alternate.
using SampleSink = std::function<bool(std::string_view name, std::string_view bytes)>;   // false = cannot write: stop
using SampleProgress = std::function<void(std::uint64_t done_days, std::uint64_t all_days)>;

/// Writes exports of `profile` to `sink`. The same options give the same bytes on every platform. Memory does not grow with the rows.
Result<Planted> make_samples(const Profile& profile, const SampleOptions& options, const SampleSink& sink, const SampleProgress& progress = {});
std::string planted_json(const Planted& planted, const SampleOptions& options);

/// problemator samples --profile P --out DIR [--seed N] [--rows N] [--years N] [--last-day DATE]; returns the exit code.
int run_samples(std::span<const std::string_view> args);

}  // namespace problemator::cli
