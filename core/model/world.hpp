// World: what every builder of a page reads.
#pragma once
#include <cstdint>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>

#include "core/model/reports/paper.hpp"
#include "core/query/text_search.hpp"
#include "core/schema/profile.hpp"
#include "core/snapshot/snapshot.hpp"

namespace problemator {

/// A week of the site that has a data file of its own.
struct ArchiveWeek { Week week = 0; std::uint32_t messages = 0; };

struct Remembered;

/// Borrowed for the call.
struct World {
    const Profile& profile;
    const Snapshot& snapshot;
    std::string checksum;                          // of the snapshot file, for people
    std::span<const ArchiveWeek> archive{};        // of the site, newest first; empty = this snapshot stands alone
    std::span<const OwnSection> sections{};        // composed by readers or shipped with the site
    const Register* unpublished = nullptr;         // problems that were entered in this browser; of the form «problems»
    const Register* unpublished_plans = nullptr;   // plans of indicators that were entered in this browser; of the form «plans»
    const FoundTexts* found = nullptr;             // rows of the words that were searched for last, where the app has looked them up
    Remembered* remembered = nullptr;              // what was counted lately; null: everything is counted anew
    std::span<const std::string> blocks{};         // all that a paper takes of the page; empty: the page is built whole
    /// The week that a link without `w` opens: the newest of the site.
    Week newest_week() const { return archive.empty() ? snapshot.info.week : archive.front().week; }
};

/// Whether the page is built with one of these blocks.
bool takes_any(const World& world, std::initializer_list<std::string_view> blocks);

}  // namespace problemator
