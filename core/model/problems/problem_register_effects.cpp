// Road maps: did the messages become fewer after the measure? Level and slope before and after the day on which it was done.
#include <algorithm>
#include <numeric>

#include "core/base/format.hpp"
#include "core/base/stable_order.hpp"
#include "core/model/names.hpp"
#include "core/model/problems/problem_list.hpp"
#include "core/model/reason_words.hpp"
#include "core/model/register_names.hpp"

namespace problemator {
namespace {

constexpr std::size_t kShown = 20, kSeasonWeeks = 104, kEffectWeeks = 156, kBeside = 12;

struct RoadMapStep : MeasureEffect {
    std::size_t row = 0;
    std::vector<Code> topics;
    Code territory = kNotGiven;                    // kNotGiven: everywhere
    Day done = kNoDay;
};

std::vector<double> weekly_counts(const ProblemMaker& m, std::span<const Code> topics, std::optional<Code> territory) {
    std::vector<double> counts;
    for (std::size_t cell = 0; cell < m.cells.size(); ++cell) {
        const WeeklyCells::Key key = m.cells.key(cell);
        if (!std::binary_search(topics.begin(), topics.end(), key.row) || (territory && key.column != *territory)) continue;
        const auto known = m.cells.known(cell), last = known.last(std::min(known.size(), kEffectWeeks));
        counts.resize(last.size());
        for (std::size_t w = 0; w < last.size(); ++w) counts[w] += last[w];
    }
    return counts;
}

std::vector<RoadMapStep> measures_of(const ProblemMaker& m, const Register& maps) {
    std::vector<RoadMapStep> out;
    for (std::size_t row = 0; row < maps.rows(); ++row) {
        const Day done = entry_cell(maps, "done", row).day;
        const auto territory = territory_named(m.scope.world, entry_cell(maps, "territory", row).text);
        if (done == kNoDay || !territory) continue;
        RoadMapStep measure;
        measure.row = row;
        measure.topics = topics_named(m.scope.world, entry_cell(maps, "topic", row).text);
        measure.territory = *territory;
        measure.done = done;
        static_cast<MeasureEffect&>(measure) = effect_of(m, measure.topics, *territory == kNotGiven ? std::nullopt : territory, done);
        out.push_back(std::move(measure));
    }
    // What can be said first, the surest effects before the others; then the newest.
    const auto p = [](const RoadMapStep& one) { return one.effect ? std::min(one.effect->level_p, one.effect->slope_p) : 2.0; };
    sort_stably(out, [&](const RoadMapStep& a, const RoadMapStep& b) { return std::pair{p(a), -a.done} < std::pair{p(b), -b.done}; });
    return out;
}

std::string ratio_words(const ProblemMaker& m, const Interval& ratio, int digits) {
    return "×" + format_decimal(ratio.value, digits, m.lang()) + " (" + format_decimal(ratio.low, digits, m.lang()) + "–" + format_decimal(ratio.high, digits, m.lang()) + ")";
}

std::string verdict_words(const ProblemMaker& m, const Interrupted& effect) {
    if (effect.level.high < 1) return m.say({"стало меньше сразу", "fewer at once"});
    if (effect.level.low > 1) return m.say({"стало больше сразу", "more at once"});
    if (effect.slope.high < 1) return m.say({"стало убывать", "falling since"});
    if (effect.slope.low > 1) return m.say({"стало расти", "growing since"});
    return m.say({"изменения не видно", "no change to be seen"});
}

double mean_of(std::span<const double> values) {
    double sum = 0;
    for (const double value : values) sum += value;
    return values.empty() ? 0 : sum / static_cast<double>(values.size());
}

bool is_hidden_sum(const ProblemMaker& m, std::span<const double> counts) {
    return is_hidden_count(m.scope.world, static_cast<std::uint32_t>(std::accumulate(counts.begin(), counts.end(), 0.0)));
}

/// «4,1 → 0,3 в неделю» over twelve weeks on either side; nothing where the messages of a side may not be told.
std::string before_after(const ProblemMaker& m, const RoadMapStep& measure) {
    if (!measure.effect) return std::string{kNone};
    const std::span<const double> all{measure.counts};
    const auto before = all.first(measure.start).last(std::min(measure.start, kBeside)), after = all.subspan(measure.start).first(std::min(all.size() - measure.start, kBeside));
    if (is_hidden_sum(m, before) || is_hidden_sum(m, after)) return std::string{kNone};
    return format_decimal(mean_of(before), 1, m.lang()) + " → " + format_decimal(mean_of(after), 1, m.lang());
}

ListingCell verdict_cell(const ProblemMaker& m, const RoadMapStep& measure) {
    if (!measure.effect) {
        std::string why = measure.topics.empty() ? m.say({"темы нет в профиле", "the profile has no such topic"}) : m.say(reason_words(measure.effect.reason));
        if (measure.effect.reason == Reason::TooFewPeriods) why = m.say({"нужно по 12 недель до и после", "12 weeks before and after are needed"});
        return words_cell(std::move(why), Tone::Muted);
    }
    const bool is_worse = measure.effect->level.low > 1;
    return words_cell(verdict_words(m, *measure.effect), helped(measure) ? Tone::Good : is_worse ? Tone::Bad : Tone::Plain);
}

std::vector<ListingCell> effect_row(const ProblemMaker& m, const Register& maps, const RoadMapStep& measure) {
    const std::string where = measure.territory == kNotGiven ? m.say({"везде", "everywhere"}) : name_of(m.scope.world, Dimension::Territory, measure.territory, m.lang());
    ListingCell level = words_cell(measure.effect ? ratio_words(m, measure.effect->level, 2) : std::string{kNone}), slope = words_cell(measure.effect ? ratio_words(m, measure.effect->slope, 3) : std::string{kNone});
    level.figure.why.emplace_back(m.say({"Метод", "Method"}), m.say({"прерванный ряд, квазипуассон; 95 %", "interrupted series, quasi-Poisson; 95 %"}));
    return {words_cell(entry_cell(maps, "measure", measure.row).text), words_cell(entry_cell(maps, "topic", measure.row).text), words_cell(where), words_cell(format_date(measure.done, m.lang())), words_cell(before_after(m, measure)), std::move(level), std::move(slope),
            number_cell(m, measure.effect.n), verdict_cell(m, measure)};
}

}  // namespace

MeasureEffect effect_of(const ProblemMaker& m, std::span<const Code> topics, std::optional<Code> territory, Day done) {
    MeasureEffect out;
    out.counts = weekly_counts(m, topics, territory);
    const std::size_t weeks = out.counts.size();
    const auto start = static_cast<std::int64_t>(weeks) - 1 - (m.week - (week_from_day(done) + 1));
    if (weeks == 0) out.effect = withheld<Interrupted>(Reason::TooFewCounts);
    else if (start <= 0 || start >= static_cast<std::int64_t>(weeks)) out.effect = withheld<Interrupted>(Reason::TooFewPeriods, weeks);
    else {
        out.start = static_cast<std::size_t>(start);
        out.has_season = weeks >= kSeasonWeeks;
        out.effect = interrupted(out.counts, out.start, {.harmonics = out.has_season ? std::size_t{1} : std::size_t{0}});
    }
    return out;
}

bool helped(const MeasureEffect& effect) {
    return effect.effect && (effect.effect->level.high < 1 || (effect.effect->slope.high < 1 && effect.effect->level.low <= 1));
}

CountedListing effects_listing(const ProblemMaker& m) {
    CountedListing out;
    Listing& listing = out.listing;
    listing.id = "effects";
    listing.title = m.say({"Дорожные карты: до и после", "Road maps: before and after"});
    listing.note = m.say({"сообщений в неделю по теме мероприятия; уровень и наклон с интервалом 95 %; связь по времени, не доказательство причины", "messages a week on the topic of the measure; level and slope with 95 % intervals; a link in time, no proof of a cause"});
    listing.columns = {{"measure", m.say({"Мероприятие", "Measure"})}, {"topic", m.say({"Тема", "Topic"})}, {"territory", m.say({"Где", "Where"})}, {"done", m.say({"Выполнено", "Done"}), true},
                       {"change", m.say({"До → после", "Before → after"}), true}, {"level", m.say({"Уровень", "Level"}), true}, {"slope", m.say({"Наклон за неделю", "Slope a week"}), true, true},
                       {"weeks", m.say({"Недель", "Weeks"}), true, true}, {"verdict", m.say({"Вывод", "Verdict"})}};
    listing.empty = m.say({"Выполненных мероприятий в реестре дорожных карт нет", "The register of road maps has no measures that are done"});
    const Register* maps = find_register(m.scope.world.snapshot.registers, "road_maps");
    if (!maps) return out;
    const std::vector<RoadMapStep> measures = measures_of(m, *maps);
    for (const RoadMapStep& measure : measures) out.n += helped(measure) ? 1u : 0u;
    add_first(listing, measures, kShown, m, [&](const RoadMapStep& measure) { return effect_row(m, *maps, measure); });
    return out;
}

}  // namespace problemator
