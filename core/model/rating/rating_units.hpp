// Rating units: what is counted about each department (or territory) over a span, its score and where it stands.
#pragma once
#include <map>
#include <optional>

#include "core/model/scope.hpp"
#include "core/stats/case_mix.hpp"
#include "core/stats/funnel.hpp"
#include "core/stats/kaplan_meier.hpp"
#include "core/stats/log_rank.hpp"
#include "core/stats/prior_mixture.hpp"
#include "core/stats/ranks.hpp"
#include "core/stats/satisfaction.hpp"
#include "core/stats/score.hpp"

namespace problemator {

inline constexpr std::size_t kMaxUnits = 200;   // the largest; a rating of more helps nobody
/// Whom the state rates: the departments that answer, or the territories that the messages are about, by the same statistics.
constexpr Dimension rated_dimension(const State& state) { return state.rated == Rated::Territories ? Dimension::Territory : Dimension::Department; }
inline constexpr GroupRule kLeastShown = {5, 10};   // under 5 answers no figure; the limit of colours is the profile's where it is higher

struct RatingUnit {
    Code code = kNotGiven;
    Tally received, decided, closed;         // of the span, each on its own basis
    Finding<TimeQuantile> median, slowest;   // half closed, nine tenths closed: Kaplan–Meier, with those still open
    Finding<Satisfaction> satisfaction;      // of the answers closed in the span
    Finding<Score> score;                    // with its draws until places are given
    bool is_ranked = false;                  // enough answers with a deadline
    int place = 0;                           // 1 = best among the ranked, equal scores share it; 0 otherwise
    RankChance chance;                       // of the ranked
    CaseMixUnit late;                        // late answers against those expected of others
    std::size_t alike = 0;                   // answers that others give on the same topic and channel too
    std::optional<FunnelLimit> limit;        // of late.ratio, by size and with the spread of all
    RatingGroup group = RatingGroup::None;   // by late.ratio: Better or Worse only beyond chance and beyond the spread of all
};

/// How figures become points: the rules, what is known of shares before an answer is counted, the weeks of the span.
struct UnitScoring { std::vector<AspectRule> rules; std::optional<PriorMixture> prior; double weeks = 1; };

struct RatingUnits {
    std::vector<RatingUnit> units;           // ranked first by place, then the others by name
    Tally municipality;                      // on the decided basis
    UnitScoring scoring;
    Finding<Overdispersion> spread;          // of the departments, beyond chance; withheld with fewer than four
    /// A place is told when the places that chance leaves open are no more than a third of all.
    bool is_told(const RatingUnit& unit) const;
    int ranked() const;
    /// Digits after the comma of the scores: neighbours of different places must not look alike.
    int score_digits() const;
};

/// Departments of the filter over `period`. Ranks only with at least the profile's number of answers with a deadline.
/// Places: without times to closing and with fewer draws, for who asks only where departments stood. Counted, Scored, Alone: parts of All, the
/// draws of each in a step of their own: without points, without places, not yet compared.
enum class UnitDetail : std::uint8_t { All, Places, Counted, Scored, Alone };
/// Every department with what is counted about it, the one with the most answers first.
RatingUnits count_units(const Scope& scope, const Period& period, UnitDetail detail);
/// Gives points, and the order that follows from them.
void score_units(RatingUnits& counted, const Scope& scope, UnitDetail detail);
/// Gives places to the ranked.
void rank_units(RatingUnits& scored);
/// What each closed in the period, and how residents rated it, of units with rated answers. Its draws cost as much as the rest of a rating, so it can be counted in
/// a step of its own.
struct UnitAnswers {
    Grouped closed;
    std::map<Code, Finding<Satisfaction>> satisfaction;
};
UnitAnswers unit_answers(const Scope& scope, const Period& period, UnitDetail detail);
/// Adds late answers against the same channel, topic and month elsewhere (against the mean of all where the state asks for it), and the
/// groups that follow from them.
void compare_units(RatingUnits& rated, const Scope& scope, const Period& period);

/// Time to closing of the messages received in the period, each with its department; open ones with their age.
struct UnitTimes { std::vector<Duration> durations; std::vector<std::uint32_t> unit; std::vector<std::uint32_t> rows; };
UnitTimes unit_times(const Scope& scope, const Period& period);

inline constexpr std::size_t kLogRankWork = 5'000'000;   // units × messages: beyond it the test of speeds is left out and said so
/// Closings of each rated unit against those of all others, whose speed it may share. Withheld: TooLarge beyond kLogRankWork, as a unit without any
/// message is not in the map.
using UnitSpeeds = std::map<std::uint32_t, Finding<AgainstRest>>;
UnitSpeeds unit_speeds(const Scope& scope, const Period& period, const RatingUnits& rated);

/// How the figures of a department become points, by the profile's weights; quantity: `most` messages a week are the full mark.
std::vector<AspectRule> score_rules(const Profile& profile, double most);

}  // namespace problemator
