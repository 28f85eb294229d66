// Parts of «Проблематор»: every listing is built by one function from the cells of topic × territory, judged once for the page.
#pragma once
#include <string>
#include <vector>

#include "core/model/counts/excess_cuts.hpp"
#include "core/model/listing_cells.hpp"
#include "core/model/overview/overview_parts.hpp"
#include "core/model/words.hpp"
#include "core/stats/new_phrases.hpp"

namespace problemator {

inline constexpr std::size_t kJournalWeeks = 8;    // of the journal of surges
inline constexpr std::size_t kQuietWeeks = 2;      // within the norm: then a surge is over
inline constexpr std::size_t kPointWeeks = 12;     // over which points are ranked
inline constexpr std::size_t kCauseWeeks = 8;      // whose messages are grouped by cause

/// What the builders read. `judged[b]`: all cells `b` weeks before `week`, the last complete one.
struct ProblemMaker : ListingMaker {
    Filter filter;                                 // of the state, without gratitude and questions
    Week week = 0;
    const WeeklyCells& cells;
    const std::vector<Signals>& judged;
    const std::vector<Alarm>& alarms;              // of `week`

    std::string topic(std::size_t cell) const;
    std::string territory(std::size_t cell) const;
    /// Lists the messages of the cell in `weeks` weeks that end with `last`.
    State cell_rows(std::size_t cell, Week last, std::size_t weeks = 1) const;
    /// The same rows as a filter.
    Filter cell_filter(std::size_t cell, Week last, std::size_t weeks = 1) const;
    State period_rows(Week last, std::size_t weeks) const;
    /// The first week of the run of surges, or of the time above the norm, that the alarm belongs to.
    Week since(const Alarm& alarm) const;
};

/// What the excess of an alarm is made of: its cuts, and the one that explains it with the fewest names.
struct Explained {
    ExcessBasis basis;
    std::vector<ExcessCut> cuts;
    Finding<ExcessDimension> best;                 // `dimension`: number of the cut
};
Explained explain_alarm(const ProblemMaker& m, const Alarm& alarm, WeekClusters& clusters);
/// «на 82 % дают: Холодные батареи (подтема)»; a reason when nothing stands out.
std::string explanation_words(const ProblemMaker& m, const Explained& explained);
/// Words and pairs of words that are new since the alarm began, as people wrote them; none without texts.
std::vector<NewPhrase> new_phrases_of(const ProblemMaker& m, const Alarm& alarm);

/// A surge from its first week to its last one.
struct SurgeEpisode {
    std::size_t cell = 0, first_back = 0, last_back = 0, peak_back = 0;   // weeks before m.week
    bool is_over = false;
    Day acknowledged = kNoDay, closed = kNoDay;    // from the register of surges
    std::string role{}, cause{};
};
enum class SurgeState : std::uint8_t { New, Acknowledged, CauseNamed, Closed };
SurgeState state_of(const SurgeEpisode& episode);
/// Those of the last kJournalWeeks weeks: surges that go on, and those that ended within them. Newest first.
std::vector<SurgeEpisode> surge_episodes(const ProblemMaker& m);

/// `explained`: of m.alarms, one by one; both listings tell of it.
Listing alarms_listing(const ProblemMaker& m, const std::vector<Explained>& explained);
Listing growth_listing(const ProblemMaker& m, const std::vector<Explained>& explained);
Listing journal_listing(const ProblemMaker& m, const std::vector<SurgeEpisode>& episodes);
/// A listing and the number of its rows that ask for something.
struct CountedListing { Listing listing; std::size_t n = 0; };
CountedListing points_listing(const ProblemMaker& m);      // n: questions for a poll
Listing spots_listing(const ProblemMaker& m);
Listing addresses_listing(const ProblemMaker& m);
CountedListing causes_listing(const ProblemMaker& m);      // n: came back after closing
Listing rules_listing(const ProblemMaker& m);
CountedListing effects_listing(const ProblemMaker& m);     // n: measures that helped
/// Of the registers that the centre keeps: open decisions by deadline, then those done in 4 weeks; votes of a year; risks of half a year.
Listing decisions_listing(const ProblemMaker& m);
Listing votes_listing(const ProblemMaker& m);
Listing info_risks_listing(const ProblemMaker& m);

}  // namespace problemator
