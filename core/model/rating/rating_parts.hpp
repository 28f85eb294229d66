// Parts of the rating page: every listing under the table is built by one function from what was found about the departments or territories.
#pragma once
#include <memory>
#include <optional>
#include <string>

#include "core/model/counts/deadlines.hpp"
#include "core/model/rating/rating_page.hpp"
#include "core/model/rating/rating_units.hpp"
#include "core/model/words.hpp"

namespace problemator {

/// What the builders read.
struct RatingFindings {
    const Scope& scope;
    Period period;
    const RatingUnits& rated;
    std::shared_ptr<const Deadlines> deadlines;      // of the snapshot's own week only: what is open now says nothing about a past one
    Lang lang() const { return scope.lang; }
    std::string say(const Phrase& phrase) const { return std::string{phrase.in(scope.lang)}; }
    Dimension dimension() const { return rated_dimension(scope.state); }
    std::string name(Code unit) const;               // short: a listing has many columns
    std::string full_name(Code unit) const;
    /// Rows of a department or territory, or of all with kNotGiven.
    State rows(Code unit, Basis basis, Marks marks = 0) const;
};

/// How those who are rated are called: «Подразделение», «подразделения», «подразделений», «Подразделения».
struct UnitWords { Phrase one, of_one, of_many, many; };
const UnitWords& unit_words(Rated rated);

std::string range_words(double low, double high, int digits, Lang lang);      // «12–18»
std::string days_words(Minute minutes, Lang lang);                            // «2,4 дн.»
std::string time_interval_words(const TimeQuantile& time, Lang lang);         // «1,9–3,0», «от 1,9»
std::string places_words(const RankRange& range);                             // «2–7»
Phrase aspect_name(Aspect aspect);                                            // «Сроки рассмотрения»
Phrase group_name(RatingGroup group);                                         // «хуже»

ListingCell plain_cell(std::string text, Tone tone = Tone::Plain);
ListingCell linked_cell(Figure figure, Tone tone = Tone::Plain);

/// What the share in time is set against, added to «Почему это число».
void add_comparison(Figure& figure, const RatingUnit& unit, const Scope& scope);

// What the page is built with: a paper takes some blocks of it, and none has the history.
inline bool shows_history(const World& world) { return world.blocks.empty(); }
inline bool shows_movement(const World& world) { return takes_any(world, {"rating"}); }
inline bool shows_deadlines(const Scope& scope) { return scope.week >= scope.home && takes_any(scope.world, {"deadlines", "risks"}); }

// Absent when they have nothing to say.
std::optional<Listing> fair_listing(const RatingFindings& f);          // late answers against the expected, groups, chance of the upper third
std::optional<Listing> dimensions_listing(const RatingFindings& f);    // the decree's three, each with n and interval
std::optional<Listing> times_listing(const RatingFindings& f);         // median, nine tenths, log-rank
std::optional<Listing> satisfaction_listing(const RatingFindings& f);
std::optional<Listing> deadlines_listing(const RatingFindings& f);     // due in 0…8 days
std::optional<Listing> risks_listing(const RatingFindings& f);         // expected overdue by department
std::optional<Listing> region_listing(const RatingFindings& f);        // the region's own rating
std::optional<Listing> lowest_listing(const RatingFindings& f);        // the lowest-rated answers of all departments
std::optional<Listing> versus_listing(const RatingPage& page, const RatingFindings& f);   // the departments that the state compares
/// Places of a year of periods, four weeks apart, for every row; none where the table is too short.
void add_history(RatingPage& page, const RatingFindings& f);
/// Switches, names and the paper's link of the page.
void add_choices(RatingPage& page, const Scope& scope);
/// What the dashes, the lines and the colours say; empty without a mean.
std::string footnote_of(const RatingPage& page, const Scope& scope);
/// Orders the rows as the state asks and gives every column its link.
void sort_rating(RatingPage& page, const State& state);
/// The link and the state of the tick box of every row.
void add_versus(RatingPage& page, const RatingFindings& f);
/// Listings of the department that the state has opened: topics against others, slowest topics, lowest-rated answers, open ones by age.
void add_card(std::vector<Listing>& listings, const RatingFindings& f);

}  // namespace problemator
