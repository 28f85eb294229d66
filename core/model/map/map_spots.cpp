// Hot spots of the map: the alarms of the week with their place — which cells hold more than their own weeks explain.
#include <algorithm>
#include <cmath>

#include "core/base/format.hpp"
#include "core/model/map/map_parts.hpp"
#include "core/model/remembered.hpp"
#include "core/model/names.hpp"
#include "core/model/overview/overview_parts.hpp"
#include "core/model/counts/signal_words.hpp"
#include "core/model/words.hpp"
#include "core/stats/emerging.hpp"
#include "core/stats/multiple_testing.hpp"

namespace problemator {
namespace {

constexpr std::size_t kMaxSpots = 6, kStatusWeeks = 26;
constexpr std::uint32_t kLeastInHotCell = 2;
constexpr double kSurely = 0.05;

/// Every week against the weeks before it, then the kind of spot that they make.
std::string status_of(std::span<const double> known, const Signal& signal, Lang lang) {
    const auto say = [lang](const Phrase& phrase) { return std::string{phrase.in(lang)}; };
    std::vector<Heat> heat;
    std::vector<double> z;
    const std::size_t weeks = std::min(kStatusWeeks, known.size());
    for (std::size_t w = known.size() - weeks; w < known.size(); ++w) {
        const auto norm = baseline_of(known.first(w));
        const bool is_hot = norm && known[w] >= kMinCountForSurge && surge_p(known[w], *norm) <= kSurely;
        heat.push_back(is_hot ? Heat::Hot : Heat::Neither);
        z.push_back(norm ? (known[w] - norm->mean) / std::sqrt(norm->mean * norm->dispersion) : 0);
    }
    const auto found = emerging_spot(heat, z);
    const EmergingKind kind = found ? found->kind : EmergingKind::New;
    if (!signal.is_surge || kind == EmergingKind::Persistent) return say({"постоянный", "persistent"});
    if (kind == EmergingKind::Consecutive || kind == EmergingKind::Intensifying) return say({"усиливается", "intensifying"});
    if (kind == EmergingKind::Diminishing) return say({"слабеет", "diminishing"});
    if (kind == EmergingKind::Sporadic || kind == EmergingKind::Oscillating) return say({"повторяется", "recurring"});
    return say({"новый", "new"});
}

/// Messages of a spot with a point: this week's, and those of the weeks that make the norm.
struct SpotRows { std::vector<std::uint32_t> now, before; };

std::vector<SpotRows> rows_of_spots(const Scope& scope, const WeeklyCells& cells, const std::vector<Alarm>& alarms) {
    std::vector<SpotRows> out(alarms.size());
    Filter filter = scope.filter;
    filter.basis = Basis::Received;
    filter.place = {};
    filter.without |= kNotProblems;
    filter.with |= bit(Mark::HasPlace);
    const Minute now = first_minute_of_week(scope.week);
    filter.period = {first_minute_of_week(scope.week - static_cast<Week>(kBaselineWeeks)), first_minute_of_week(scope.week + 1)};
    for (const std::uint32_t row : passing_rows(scope, filter)) {
        const Code topic = scope.table.column(Dimension::Topic)[row], territory = scope.table.column(Dimension::Territory)[row];
        for (std::size_t i = 0; i < alarms.size(); ++i) {
            const auto key = cells.key(alarms[i].cell);
            if (key.row != topic || key.column != territory) continue;
            (scope.table.received[row] >= now ? out[i].now : out[i].before).push_back(row);
        }
    }
    return out;
}

/// Cells above their own twelve weeks: Poisson tail of each, Benjamini–Hochberg over those with a message.
std::vector<HexCell> hot_cells(const Scope& scope, const SpotRows& rows, std::uint32_t size_m) {
    const GridPlane plane = map_plane(scope.world);
    const auto now = count_cells(scope.table, rows.now, plane, size_m), before = count_cells(scope.table, rows.before, plane, size_m);
    std::vector<double> p;
    for (const CellCount& cell : now) {
        const auto known = std::lower_bound(before.begin(), before.end(), cell.cell, [](const CellCount& a, HexCell b) { return a.cell < b; });
        const double past = known != before.end() && known->cell == cell.cell ? known->n : 0;
        p.push_back(surge_p(cell.n, {std::max(past, 0.5) / static_cast<double>(kBaselineWeeks), 1, kBaselineWeeks}));
    }
    const auto q = benjamini_hochberg(p, p.size());
    std::vector<HexCell> out;
    for (std::size_t i = 0; i < now.size(); ++i)
        if (now[i].n >= kLeastInHotCell && q[i] <= kSurely) out.push_back(now[i].cell);
    return out;
}

/// The badge stands where most of the spot's messages are, else at the territory's point.
std::optional<Degrees> badge_of(const Scope& scope, const SpotRows& rows, Code territory, std::uint32_t size_m, const std::vector<HexCell>& hot) {
    const GridPlane plane = map_plane(scope.world);
    const auto cells = count_cells(scope.table, rows.now, plane, size_m);
    const auto most = std::max_element(cells.begin(), cells.end(), [](const CellCount& a, const CellCount& b) { return a.n < b.n; });
    if (!hot.empty() && most != cells.end()) return to_degrees(plane, hex_centre(most->cell, size_m));
    for (const Territory& known : scope.world.profile.territories)
        if (known.lat && known.lon && scope.table.dictionary(Dimension::Territory).find_id(known.id) == territory && territory != kNotGiven) return Degrees{*known.lat, *known.lon};
    return std::nullopt;
}

MapSpot describe(const Scope& scope, const WeeklyCells& cells, const Alarm& alarm, int number) {
    const auto key = cells.key(alarm.cell);
    const Lang lang = scope.lang;
    MapSpot spot;
    spot.number = number;
    spot.title = name_of(scope.world, Dimension::Topic, key.row, lang);
    spot.place = key.column == kNotGiven ? std::string{Phrase{"территория не указана", "no territory given"}.in(lang)} : name_of(scope.world, Dimension::Territory, key.column, lang);
    spot.status = status_of(cells.known(alarm.cell), *alarm.signal, lang);
    spot.tone = alarm.signal->is_surge ? Tone::Bad : Tone::Warn;
    State rows = alarm_rows(scope, key);
    rows.place = {};
    spot.count = count_figure(scope, static_cast<std::uint32_t>(alarm.signal->count), rows);
    explain(spot.count, scope, {"сообщения темы на территории за неделю", "messages of the topic in the territory in the week"}, rows);
    explain_norm(spot.count, *alarm.signal, lang);
    spot.trend = alarm_trend(scope, cells, alarm);
    spot.tooltip = {{std::string{Phrase{"сообщений", "messages"}.in(lang)}, spot.count.text},
                    {std::string{Phrase{"обычно", "usually"}.in(lang)}, format_decimal(norm_of(*alarm.signal).mean, 1, lang)},
                    {std::string{Phrase{"очаг", "hot spot"}.in(lang)}, spot.status}};
    return spot;
}

}  // namespace

MapSpots map_spots(const Scope& scope, std::uint32_t size_m, std::uint32_t close_m) {
    MapSpots out;
    if (!scope.is_one_week || !scope.is_finished) {
        out.none = Phrase{"Очаги считаются по полным неделям", "Hot spots are judged for complete weeks"}.in(scope.lang);
        return out;
    }
    Filter filter = scope.filter;
    filter.without |= kNotProblems;
    filter.place = {};
    const CellsQuestion question{.filter = filter, .rows = Dimension::Topic, .columns = Dimension::Territory, .last = scope.week};
    const auto kept_cells = cells_of(scope, question);
    const auto kept_signals = signals_of(scope, question, *kept_cells, 0, Judged::PossibleSurges);
    const WeeklyCells& cells = *kept_cells;
    auto alarms = find_alarms(scope, cells, *kept_signals);
    const std::size_t all = alarms.size();
    alarms.resize(std::min(all, kMaxSpots));
    const auto rows = rows_of_spots(scope, cells, alarms);
    for (std::size_t i = 0; i < alarms.size(); ++i) {
        MapSpot spot = describe(scope, cells, alarms[i], static_cast<int>(i) + 1);
        const Code territory = cells.key(alarms[i].cell).column;
        spot.cells = hot_cells(scope, rows[i], size_m);
        spot.close_cells = hot_cells(scope, rows[i], close_m);
        spot.at = badge_of(scope, rows[i], territory, size_m, spot.cells);
        out.shown.push_back(std::move(spot));
        out.territories.push_back(territory);
    }
    const auto count = [&](std::size_t n) { return format_count(static_cast<std::int64_t>(n), scope.lang); };
    out.note = std::string{Phrase{"показаны ", "shown "}.in(scope.lang)} + count(out.shown.size()) + std::string{Phrase{" из ", " of "}.in(scope.lang)} + count(all);
    if (all == 0) out.none = Phrase{"Очагов нет", "No hot spots"}.in(scope.lang);
    return out;
}

}  // namespace problemator
