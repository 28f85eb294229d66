// Page models filled by hand, as full as a real week: for views to be looked at and tested without data and without the core.
#pragma once
#include "core/model/pages.hpp"

namespace problemator::web {

/// Usual: the week of the design sheets. Scarce: nothing alarming, a single department with few answers, indicators without their register.
/// Long: the longest names that municipalities have, and numbers of a million-strong city.
enum class Amount : std::uint8_t { Usual, Scarce, Long };

OverviewPage sample_overview(Lang lang, Amount amount = Amount::Usual);
RatingPage sample_rating(Lang lang, Amount amount = Amount::Usual);
IndicatorsPage sample_indicators(Lang lang, Amount amount = Amount::Usual);
ProblemsPage sample_problems(Lang lang, Amount amount = Amount::Usual);
QualityPage sample_quality(Lang lang, Amount amount = Amount::Usual);
/// The page that `hash` opens; std::nullopt for screens that have no sample here.
std::optional<Page> sample_page(const State& state, Amount amount = Amount::Usual);

}  // namespace problemator::web
