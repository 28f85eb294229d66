// Words of the pages: periods, changes, names of codes and the explanation of a number, each said in one way everywhere.
#pragma once
#include <optional>
#include <string>

#include "core/model/figure.hpp"
#include "core/model/scope.hpp"

namespace problemator {

inline constexpr Counted kMessages = {"сообщение", "сообщения", "сообщений", "message", "messages"};
inline constexpr Counted kWeeksWord = {"неделя", "недели", "недель", "week", "weeks"};
inline constexpr Counted kDaysWord = {"день", "дня", "дней", "day", "days"};
inline constexpr Counted kRatings = {"оценка", "оценки", "оценок", "rating", "ratings"};
inline constexpr std::string_view kNone = "–";   // a withheld number

/// «–» for nothing.
std::string or_none(std::string text);
/// A number as a register gives it, or «–».
std::string number_words(const std::optional<double>& number, int digits, Lang lang);

enum class Better : std::uint8_t { Higher, Lower, Neither };

/// «неделя 46 (9–15 ноября 2026)», «19 октября – 15 ноября 2026», «всё время».
std::string period_words(const Period& period, Lang lang);
/// «Территория: Речное, Таёжный; без: Благодарности», «без фильтров».
std::string filter_words(const World& world, const State& state, Lang lang);
/// «по дате поступления».
std::string basis_words(Basis basis, Lang lang);
/// «Место: ячейка 3 км у 62,46° с. ш. 66,03° в. д.»; of several: «Место: 4 ячейки по 3 км».
std::string area_words(const HexArea& area, Lang lang);
/// «к неделе 45».
std::string to_week(Week week, Lang lang);
/// The same of a week set against `now`: the week a year before is «к АППГ».
std::string to_week(Week week, Week now, Lang lang);

/// «+77 к неделе 45» (`against`); «было 2, стало 6» when the base is under `min_base`.
Change change_of_count(std::int64_t now, std::int64_t before, std::string_view against, Better better, int min_base, Lang lang);
/// «−3,6 п. п. к неделе 45» for shares 0…1.
Change change_of_share(double now, double before, std::string_view against, Better better, Lang lang);
/// «+0,1 к неделе 45».
Change change_of_value(double now, double before, int digits, std::string_view against, Better better, Lang lang);
/// «+77 к неделе 45» of two counts of messages. Where a published snapshot hides one of them: «было 5, стало < 3».
Change change_of_messages(const World& world, std::int64_t now, std::int64_t before, std::string_view against, Better better, Lang lang);
/// «+15» alone, for margins of the matrix; «» where one of the counts is hidden.
std::string bare_change(const World& world, std::int64_t now, std::int64_t before, Lang lang);

/// A count as shown, with its link to the rows; small cells of a published snapshot become «< 3» without a link.
Figure count_figure(const Scope& scope, std::uint32_t n, const State& rows);
/// True when 0 < n < the profile's limit in a published snapshot.
bool is_hidden_count(const World& world, std::int64_t n);
/// A count inside a sentence: «1 234», or «< 3».
std::string count_words(const World& world, std::int64_t n, Lang lang);
/// The same with its noun: «12 сообщений», «< 3 сообщений».
std::string counted_words(const World& world, std::int64_t n, const Counted& noun, Lang lang);
/// The exact share of `part` in `n` would tell a hidden count: of the part, of the rest or of all.
bool hides_share(const World& world, std::int64_t part, std::int64_t n);
/// Puts a bound into the figure in place of such a share: «> 94 %», or «–», without a value.
void set_bound(Figure& figure, const Scope& scope, std::uint32_t part, std::uint32_t n);
/// What is usual in a cell: «2,8»; where it is as little as a hidden count, «< 3» too, for it is made of such counts.
std::string norm_words(const World& world, double mean, Lang lang);
/// What a picture draws for a count: hidden ones are all as tall as the largest of them.
double drawn_count(const World& world, double n);
/// The same for a share of `part` in `n` > 0.
double drawn_share(const World& world, std::uint32_t part, std::uint32_t n);
/// A share in percent without its sign («82,8» and unit «%»), of `n` rows; few under `min_n`, none at 0. Where a published snapshot
/// hides the part or the rest, only a bound is told («> 94»), without a value.
Figure share_figure(const Scope& scope, std::uint32_t part, std::uint32_t n, int digits, std::uint32_t min_n, const State& rows);
/// «состояние и сроки на 16.11.2026, 00:00»: the moment that the clocks of all numbers show.
std::string clock_words(const Scope& scope);
/// «Почему это число»: formula, period, filter, n, clocks.
void explain(Figure& figure, const Scope& scope, Phrase formula, const State& rows);

}  // namespace problemator
