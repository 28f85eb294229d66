// Hot spots: settlements and groups of neighbours that lie above their own norm in the last weeks. Gi* and the classes of emerging
// spots need enough settlements with coordinates; the scan takes any three.
#include <algorithm>
#include <cmath>

#include "core/base/format.hpp"
#include "core/model/counts/settlement_spots.hpp"
#include "core/model/names.hpp"
#include "core/model/problems/problem_register.hpp"
#include "core/model/reason_words.hpp"
#include "core/stats/scan_norms.hpp"
#include "core/stats/scan_poisson.hpp"

namespace problemator {
namespace {

std::string p_words(const ProblemMaker& m, double p) { return p < 0.001 ? "<\u00A0" + format_decimal(0.001, 3, m.lang()) : format_decimal(p, 3, m.lang()); }

/// Of several places the rows cannot be told by a state with one territory; a list of territories can.
State rows_of(const ProblemMaker& m, const std::vector<Code>& codes, std::size_t weeks) {
    std::vector<std::string> ids;
    for (const Code code : codes) ids.emplace_back(m.scope.table.dictionary(Dimension::Territory).id(code));
    return with_dimension(m.period_rows(m.week, weeks), Dimension::Territory, std::move(ids));
}

std::string names_of(const ProblemMaker& m, const std::vector<Code>& codes) {
    std::string out;
    for (const Code code : codes) out += (out.empty() ? "" : ", ") + name_of(m.scope.world, Dimension::Territory, code, m.lang());
    return out;
}

void add_scan(Listing& out, const ProblemMaker& m, const SettledPlaces& places) {
    const auto zones = nearest_places(places.points, std::min(kNearestPlaces, places.points.size() - 1), Self::With);
    const ScanWeeks weekly = scan_weeks(m.scope, m.filter, m.week, places);
    const auto norms = scan_norms({places.codes.size(), weekly.weeks, weekly.counts}, kScanWeeks);
    if (!zones || !norms) return;
    const auto clusters = scan_poisson({places.codes.size(), kScanWeeks, norms->counts}, {places.codes.size(), kScanWeeks, norms->baselines}, *zones, {.max_periods = kScanWeeks, .seed = kSpotSeed});
    if (!clusters) return;
    for (const ScanCluster& cluster : *clusters) {
        if (cluster.p > kSurely) continue;
        std::vector<Code> codes;
        for (const std::uint32_t place : cluster.places) codes.push_back(places.codes[place]);
        ListingCell p = words_cell(p_words(m, cluster.p));
        p.figure.why.emplace_back(m.say({"Метод", "Method"}), m.say({"просмотр Пуассона по соседним поселениям против среднего за ", "Poisson scan over neighbouring settlements against the mean of "}) + format_counted(static_cast<std::int64_t>(norms.n), kWeeksWord, m.lang()) +
                                  m.say({" и нынешнего уровня всех, разброс ", " and the level of all now, dispersion "}) + format_decimal(norms->dispersion, 2, m.lang()) + m.say({"; 999 повторений", "; 999 replicas"}));
        out.rows.push_back({words_cell(names_of(m, codes)), words_cell(codes.size() > 1 ? m.say({"выше нормы вместе", "above the norm together"}) : m.say({"выше нормы", "above the norm"}), Tone::Bad), number_cell(m, cluster.periods),
                            rows_cell(m, static_cast<std::uint32_t>(std::llround(cluster.count * norms->dispersion)), rows_of(m, codes, cluster.periods)), words_cell(format_decimal(cluster.expected * norms->dispersion, 1, m.lang())), std::move(p)});
    }
}

void add_spots(Listing& out, const ProblemMaker& m, const SettledPlaces& places, const SettledWeeks& weekly) {
    const std::vector<SettlementSpot> spots = settlement_spots(places, weekly);
    for (std::size_t i = 0; i < spots.size(); ++i) {
        const std::string kind = spots[i].kind ? spot_words(*spots[i].kind, m.lang()) : std::string{};
        if (kind.empty() || !spots[i].is_known) continue;
        const std::size_t at = i * weekly.weeks + weekly.weeks - 1;
        ListingCell q = words_cell(p_words(m, spots[i].now.q));
        q.figure.why.emplace_back(m.say({"Метод", "Method"}), m.say({"Gi* с ближайшими соседями, 999 перестановок", "Gi* with the nearest neighbours, 999 permutations"}));
        out.rows.push_back({words_cell(names_of(m, {places.codes[i]})), words_cell(kind, spots[i].kind->side == Heat::Hot ? Tone::Bad : Tone::Plain), number_cell(m, spots[i].kind.n),
                            rows_cell(m, static_cast<std::uint32_t>(weekly.counts[at]), rows_of(m, {places.codes[i]}, 1)), words_cell(format_decimal(weekly.norms[at], 1, m.lang())), std::move(q)});
    }
}

}  // namespace

Listing spots_listing(const ProblemMaker& m) {
    Listing out;
    out.id = "spots";
    out.title = m.say({"Очаги по соседству", "Hot spots among neighbours"});
    out.columns = {{"where", m.say({"Где", "Where"})}, {"kind", m.say({"Что это", "What it is"})}, {"weeks", m.say({"Недель", "Weeks"}), true}, {"count", m.say({"Поступило", "Came"}), true},
                   {"expected", m.say({"Ожидалось", "Expected"}), true}, {"p", m.say({"p или q", "p or q"}), true}};
    const SettledPlaces places = settled_places(m.scope);
    out.note = neighbourhood_words(places, m.lang());
    out.empty = m.say({"Очагов нет", "No hot spots"});
    if (places.codes.size() < kLeastForScan) {
        out.empty = m.say(reason_words(Reason::NoNeighbours));
        return out;
    }
    const SettledWeeks weekly = settled_weeks(m.scope, m.filter, m.week, places);
    if (weekly.weeks < kScanWeeks) {
        out.empty = m.say(reason_words(Reason::TooFewPeriods));
        return out;
    }
    add_scan(out, m, places);
    if (places.codes.size() >= kLeastForGi) add_spots(out, m, places, weekly);
    return out;
}

}  // namespace problemator
