// Hot spots: settlements and groups of neighbours that lie above their own norm in the last weeks. Gi* and the classes of emerging
// spots need enough settlements with coordinates; the scan takes any three.
#include <algorithm>
#include <cmath>

#include "core/base/format.hpp"
#include "core/model/names.hpp"
#include "core/model/problem_register.hpp"
#include "core/model/reason_words.hpp"
#include "core/stats/emerging.hpp"
#include "core/stats/getis_ord.hpp"
#include "core/stats/scan_poisson.hpp"

namespace problemator {
namespace {

constexpr std::size_t kSpotWeeks = 26, kScanWeeks = 4, kNearest = 4, kLeastForGi = 8, kLeastForScan = 3;
constexpr double kSurely = 0.05;
constexpr std::uint64_t kSeed = 20'051;            // every reader draws the same

struct Places { std::vector<Code> codes; std::vector<PlanePoint> points; std::size_t all = 0; };

Places places_of(const ProblemMaker& m) {
    Places out;
    std::vector<LatLon> where;
    for (const Territory& territory : m.scope.world.profile.territories) {
        ++out.all;
        const Code code = m.scope.table.dictionary(Dimension::Territory).find_id(territory.id);
        if (code == kNotGiven || !territory.lat || !territory.lon) continue;
        out.codes.push_back(code);
        where.push_back({*territory.lat, *territory.lon});
    }
    out.points = project(where);
    return out;
}

/// Weeks of every place, oldest first, and what its 12 weeks before led to expect; empty when the history is too short.
struct Weekly { std::size_t weeks = 0; std::vector<double> counts, norms; };

Weekly weekly_of(const ProblemMaker& m, const Places& places) {
    const WeeklyCells cells{m.scope, m.filter, Dimension::Territory, std::nullopt, m.week, kSpotWeeks + kBaselineWeeks};
    Weekly out;
    const std::size_t known = cells.size() > 0 ? cells.known(0).size() : 0;
    if (known < kMinBaselineWeeks + kScanWeeks) return out;
    out.weeks = std::min(kSpotWeeks, known - kMinBaselineWeeks);
    for (const Code code : places.codes) {
        const auto cell = cells.find(code, kNotGiven);
        const std::vector<double> none(known, 0.0);
        const std::span<const double> series = cell ? cells.known(*cell) : std::span<const double>{none};
        for (std::size_t w = known - out.weeks; w < known; ++w) {
            const auto norm = baseline_of(series.first(w));
            out.counts.push_back(series[w]);
            out.norms.push_back(norm ? norm->mean : 0.5);
        }
    }
    return out;
}

struct Spot { LocalG now; Finding<EmergingSpot> kind; bool is_known = false; };

/// Gi* of how far places are above their own norms (Pearson residuals), week by week.
std::vector<Spot> spots_of(const Places& places, const Weekly& weekly) {
    std::vector<Spot> out(places.codes.size());
    const auto weights = nearest_places(places.points, kNearest, Self::With);
    if (!weights) return out;
    std::vector<std::vector<Heat>> heat(out.size());
    std::vector<std::vector<double>> z(out.size());
    for (std::size_t w = 0; w < weekly.weeks; ++w) {
        std::vector<double> residuals;
        for (std::size_t i = 0; i < out.size(); ++i) residuals.push_back((weekly.counts[i * weekly.weeks + w] - weekly.norms[i * weekly.weeks + w]) / std::sqrt(weekly.norms[i * weekly.weeks + w]));
        const auto found = local_g(residuals, *weights, {.seed = kSeed});
        for (std::size_t i = 0; i < found.size(); ++i) {
            const bool is_sure = found[i] && found[i]->q <= kSurely;
            heat[i].push_back(!is_sure ? Heat::Neither : found[i]->z > 0 ? Heat::Hot : Heat::Cold);
            z[i].push_back(found[i] ? found[i]->z : 0);
            if (w + 1 == weekly.weeks && found[i]) out[i] = {*found[i], {}, true};
        }
    }
    for (std::size_t i = 0; i < out.size(); ++i) out[i].kind = emerging_spot(heat[i], z[i]);
    return out;
}

std::string kind_words(const ProblemMaker& m, const EmergingSpot& spot) {
    const bool is_cold = spot.side == Heat::Cold;
    switch (spot.kind) {
        case EmergingKind::NoPattern: return {};
        case EmergingKind::New: return is_cold ? m.say({"новый спад", "new cold spot"}) : m.say({"новый очаг", "new hot spot"});
        case EmergingKind::Consecutive: return is_cold ? m.say({"спад несколько недель", "consecutive cold spot"}) : m.say({"очаг несколько недель", "consecutive hot spot"});
        case EmergingKind::Intensifying: return is_cold ? m.say({"спад усиливается", "intensifying cold spot"}) : m.say({"очаг усиливается", "intensifying hot spot"});
        case EmergingKind::Persistent: return is_cold ? m.say({"постоянный спад", "persistent cold spot"}) : m.say({"постоянный очаг", "persistent hot spot"});
        case EmergingKind::Diminishing: return is_cold ? m.say({"спад слабеет", "diminishing cold spot"}) : m.say({"очаг слабеет", "diminishing hot spot"});
        case EmergingKind::Sporadic: return is_cold ? m.say({"спад время от времени", "sporadic cold spot"}) : m.say({"очаг время от времени", "sporadic hot spot"});
        case EmergingKind::Oscillating: return is_cold ? m.say({"то спад, то очаг", "oscillating cold spot"}) : m.say({"то очаг, то спад", "oscillating hot spot"});
        case EmergingKind::Historical: return is_cold ? m.say({"прежний спад", "historical cold spot"}) : m.say({"прежний очаг", "historical hot spot"});
    }
    return {};
}

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

void add_scan(Listing& out, const ProblemMaker& m, const Places& places, const Weekly& weekly) {
    const auto zones = nearest_places(places.points, std::min(kNearest, places.points.size() - 1), Self::With);
    if (!zones) return;
    std::vector<double> counts, norms;
    for (std::size_t i = 0; i < places.codes.size(); ++i)
        for (std::size_t w = weekly.weeks - kScanWeeks; w < weekly.weeks; ++w) {
            counts.push_back(weekly.counts[i * weekly.weeks + w]);
            norms.push_back(weekly.norms[i * weekly.weeks + w]);
        }
    const auto clusters = scan_poisson({places.codes.size(), kScanWeeks, counts}, {places.codes.size(), kScanWeeks, norms}, *zones, {.max_periods = kScanWeeks, .seed = kSeed});
    if (!clusters) return;
    for (const ScanCluster& cluster : *clusters) {
        if (cluster.p > kSurely) continue;
        std::vector<Code> codes;
        for (const std::uint32_t place : cluster.places) codes.push_back(places.codes[place]);
        ListingCell p = words_cell(p_words(m, cluster.p));
        p.figure.why.emplace_back(m.say({"Метод", "Method"}), m.say({"просмотр Пуассона по соседним поселениям, 999 перестановок", "Poisson scan over neighbouring settlements, 999 replicas"}));
        out.rows.push_back({words_cell(names_of(m, codes)), words_cell(m.say({"выше нормы вместе", "above the norm together"}), Tone::Bad), number_cell(m, cluster.periods),
                            rows_cell(m, static_cast<std::uint32_t>(cluster.count), rows_of(m, codes, cluster.periods)), words_cell(format_decimal(cluster.expected, 1, m.lang())), std::move(p)});
    }
}

void add_spots(Listing& out, const ProblemMaker& m, const Places& places, const Weekly& weekly) {
    const std::vector<Spot> spots = spots_of(places, weekly);
    for (std::size_t i = 0; i < spots.size(); ++i) {
        const std::string kind = spots[i].kind ? kind_words(m, *spots[i].kind) : std::string{};
        if (kind.empty() || !spots[i].is_known) continue;
        const std::size_t at = i * weekly.weeks + weekly.weeks - 1;
        ListingCell q = words_cell(p_words(m, spots[i].now.q));
        q.figure.why.emplace_back(m.say({"Метод", "Method"}), m.say({"Gi* с ближайшими соседями, 999 перестановок", "Gi* with the nearest neighbours, 999 permutations"}));
        out.rows.push_back({words_cell(names_of(m, {places.codes[i]})), words_cell(kind, spots[i].kind->side == Heat::Hot ? Tone::Bad : Tone::Plain), number_cell(m, spots[i].kind.n),
                            rows_cell(m, static_cast<std::uint32_t>(weekly.counts[at]), rows_of(m, {places.codes[i]}, 1)), words_cell(format_decimal(weekly.norms[at], 1, m.lang())), std::move(q)});
    }
}

/// «Соседство (Gi*) не оценивается: координаты известны у 5 поселений из 11».
std::string note_of(const ProblemMaker& m, const Places& places) {
    const auto count = [&](std::size_t n) { return format_count(static_cast<std::int64_t>(n), m.lang()); };
    if (places.codes.size() >= kLeastForGi) return m.say({"территории с соседями против собственной нормы за 4 недели", "territories with their neighbours against their own norm, 4 weeks"});
    return m.say({"соседство (Gi*) не оценивается: нужны координаты 8 территорий, известны у ", "neighbourhood (Gi*) is not judged: coordinates of 8 territories are needed, known of "}) + count(places.codes.size()) + m.say({" из ", " of "}) +
           count(places.all);
}

}  // namespace

Listing spots_listing(const ProblemMaker& m) {
    Listing out;
    out.id = "spots";
    out.title = m.say({"Очаги по соседству", "Hot spots among neighbours"});
    out.columns = {{"where", m.say({"Где", "Where"})}, {"kind", m.say({"Что это", "What it is"})}, {"weeks", m.say({"Недель", "Weeks"}), true}, {"count", m.say({"Поступило", "Came"}), true},
                   {"expected", m.say({"Ожидалось", "Expected"}), true}, {"p", m.say({"p или q", "p or q"}), true}};
    const Places places = places_of(m);
    out.note = note_of(m, places);
    out.empty = m.say({"Очагов нет", "No hot spots"});
    if (places.codes.size() < kLeastForScan) {
        out.empty = m.say(reason_words(Reason::NoNeighbours));
        return out;
    }
    const Weekly weekly = weekly_of(m, places);
    if (weekly.weeks < kScanWeeks) {
        out.empty = m.say(reason_words(Reason::TooFewPeriods));
        return out;
    }
    add_scan(out, m, places, weekly);
    if (places.codes.size() >= kLeastForGi) add_spots(out, m, places, weekly);
    return out;
}

}  // namespace problemator
