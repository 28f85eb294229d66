// Hotspots: 500 made municipalities of 40 settlements over a year and a half, with a planted group of neighbours. How many places do Gi*
// and the Poisson scan call hot that are not, how many of the planted ones do they find, and does the class of an emerging hot spot come
// out as it was planted? Prints the tables of docs/methods.md. Run: see README.md.
#include <algorithm>
#include <array>
#include <cstdlib>
#include <span>
#include <string>

#include "core/stats/emerging.hpp"
#include "core/stats/getis_ord.hpp"
#include "core/stats/scan_poisson.hpp"
#include "core/stats/surge.hpp"
#include "tests/reference/simulation/made.hpp"

namespace {

using namespace problemator;
using namespace problemator::made;

constexpr std::size_t kPlaces = 40, kWeeks = 78, kYear = 52, kSeen = 26, kNear = 4, kGroup = 4, kWindow = 4, kQuietEvery = 3;
constexpr double kRatio[] = {1.5, 2, 3, 5};   // times the usual mean of the group
constexpr double kLevel = 0.05;

enum Plan : std::size_t { NewPlan, ConsecutivePlan, SporadicPlan, PersistentPlan, IntensifyingPlan, HistoricalPlan, kPlans };
constexpr const char* kPlan[kPlans] = {"new: the last week", "consecutive: the last four", "sporadic: every other", "persistent: all 26", "intensifying: all 26, rising", "historical: all but the last two"};
constexpr EmergingKind kPlanned[kPlans] = {EmergingKind::New, EmergingKind::Consecutive, EmergingKind::Sporadic, EmergingKind::Persistent, EmergingKind::Intensifying, EmergingKind::Historical};
constexpr const char* kKind[] = {"none", "new", "consecutive", "intensifying", "persistent", "diminishing", "sporadic", "oscillating", "historical"};

/// Of the usual mean, `back` weeks before the last one. Lasting heat has twice the excess: a class speaks of nearly every week.
double times_usual(Plan plan, double ratio, std::size_t back) {
    const double more = ratio - 1;
    switch (plan) {
        case NewPlan: return back == 0 ? ratio : 1;
        case ConsecutivePlan: return back < 4 ? ratio : 1;
        case SporadicPlan: return back < kSeen && back % 2 == 0 ? ratio : 1;
        case PersistentPlan: return back < kSeen ? 1 + 2 * more : 1;
        case IntensifyingPlan: return back < kSeen ? 1 + more * (1 + 3 * static_cast<double>(kSeen - back) / kSeen) : 1;
        case HistoricalPlan: return back >= 2 && back < kSeen ? 1 + 2 * more : 1;
        case kPlans: break;
    }
    return 1;
}

struct Municipality {
    std::vector<PlanePoint> points;
    std::vector<double> people, counts;       // counts: places × kWeeks
    std::vector<bool> is_planted;
    bool is_quiet = true;
    Plan plan = NewPlan;
    std::size_t ratio = 0;
    double count(std::size_t place, std::size_t week) const { return counts[place * kWeeks + week]; }
};

Municipality make_municipality(Random& random, std::size_t number) {
    Municipality m{.points = {}, .people = {}, .counts = {}, .is_planted = std::vector<bool>(kPlaces), .is_quiet = number % kQuietEvery == 0,
                   .plan = static_cast<Plan>(draw_below(random, kPlans)), .ratio = draw_below(random, std::size(kRatio))};
    std::vector<double> own;
    for (std::size_t i = 0; i < kPlaces; ++i) {
        m.points.push_back({40'000 * random.uniform(), 40'000 * random.uniform()});
        m.people.push_back(300 * std::exp(random.normal()));
        own.push_back(std::exp(0.15 * random.normal()));   // some places write more than their size says
    }
    const auto near = nearest_places(m.points, kGroup - 1, Self::With);
    if (!m.is_quiet)
        for (const auto place : near->of(draw_below(random, kPlaces))) m.is_planted[place] = true;
    const Usual season{.level = 1, .growth = 0.1 * random.normal(), .wave = 0.4 * random.uniform(), .phase = 6.28 * random.uniform(), .wave2 = 0.1, .phase2 = 0, .holiday = 0.6, .v = 0.15 * random.uniform()};
    for (std::size_t i = 0; i < kPlaces; ++i)
        for (std::size_t week = 0; week < kWeeks; ++week) {
            const double mean = 2 * m.people[i] / 500 * own[i] * season.mean(week) * (m.is_planted[i] ? times_usual(m.plan, kRatio[m.ratio], kWeeks - 1 - week) : 1);
            m.counts.push_back(draw_count(random, mean, season.v));
        }
    return m;
}

/// (y − e)/√e with e = the municipality's week by inhabitants: what Gi* is given.
std::vector<double> against_people(const Municipality& m, std::size_t week) {
    double all = 0, people = 0;
    for (std::size_t i = 0; i < kPlaces; ++i) all += m.count(i, week), people += m.people[i];
    std::vector<double> out;
    for (std::size_t i = 0; i < kPlaces; ++i) {
        const double expected = std::max(all, 1.0) * m.people[i] / people;
        out.push_back((m.count(i, week) - expected) / std::sqrt(expected));
    }
    return out;
}

struct Found {
    Share quiet, found[std::size(kRatio)];
    double alarms = 0, false_alarms = 0;
    void note(const Municipality& m, double called, double wrong, bool is_found) {
        if (m.is_quiet) quiet.add(called > 0);
        else found[m.ratio].add(is_found);
        alarms += called, false_alarms += wrong;
    }
};

/// A hot neighbourhood is false when nobody in it was planted.
bool touches(const Municipality& m, std::span<const std::uint32_t> places) {
    return std::any_of(places.begin(), places.end(), [&](std::uint32_t p) { return m.is_planted[p]; });
}

bool is_hot(const Finding<LocalG>& g) { return g && g->z > 0 && g->q <= kLevel; }

void look_with_g(Found& out, const Municipality& m, const SpatialWeights& near, std::size_t permutations) {
    const auto all = local_g(against_people(m, kWeeks - 1), near, {.permutations = permutations, .seed = 1});
    double called = 0, wrong = 0;
    bool is_found = false;
    for (std::size_t i = 0; i < kPlaces; ++i) {
        if (!is_hot(all[i])) continue;
        called += 1;
        wrong += touches(m, near.of(i)) ? 0 : 1;
        is_found |= m.is_planted[i];
    }
    out.note(m, called, wrong, is_found);
}

/// How the scan is given its norms. Common: counts and norms divided by the mean φ of all places, times 1 + kWindow/weeks for the
/// doubt in a norm of so many weeks. Level: norms times what all places together are now to their norm (season, trend).
enum class Spread { None, Common };
enum class Level { AsItWas, AsNow };
struct NormRule { std::size_t weeks = kYear; Spread spread = Spread::None; Level level = Level::AsItWas; };

struct Norms { std::vector<double> mean; double dispersion = 1; };
Norms norms_of(const Municipality& m, const NormRule& rule) {
    Norms norms;
    const double weeks = static_cast<double>(rule.weeks);
    double phi = 0;
    for (std::size_t i = 0; i < kPlaces; ++i) {
        const auto past = std::span{m.counts}.subspan(i * kWeeks + kWeeks - kWindow - rule.weeks, rule.weeks);
        double mean = 0, squares = 0;
        for (const double y : past) mean += y / weeks;
        mean = std::max(mean, 0.5 / weeks);
        for (const double y : past) squares += (y - mean) * (y - mean) / mean;
        norms.mean.push_back(mean), phi += squares / (weeks - 1) / kPlaces;
    }
    if (rule.spread == Spread::Common) norms.dispersion = std::max(1.0, phi) * (1 + kWindow / weeks);
    return norms;
}

void look_with_scan(Found& out, const Municipality& m, const SpatialWeights& zones, const NormRule& rule) {
    const Norms norms = norms_of(m, rule);
    std::vector<double> counts(kPlaces * kWindow), expected(kPlaces * kWindow);
    for (std::size_t w = 0; w < kWindow; ++w) {
        double now = 0, usual = 0;
        for (std::size_t i = 0; i < kPlaces; ++i) now += m.count(i, kWeeks - kWindow + w), usual += norms.mean[i];
        const double level = rule.level == Level::AsNow ? std::max(now, 1.0) / usual : 1;
        for (std::size_t i = 0; i < kPlaces; ++i) {
            counts[i * kWindow + w] = m.count(i, kWeeks - kWindow + w) / norms.dispersion;
            expected[i * kWindow + w] = norms.mean[i] * level / norms.dispersion;
        }
    }
    const auto clusters = scan_poisson({kPlaces, kWindow, counts}, {kPlaces, kWindow, expected}, zones, {.max_periods = kWindow, .max_share = 0.5, .replicas = 199, .max_clusters = 5, .seed = 1});
    double called = 0, wrong = 0;
    bool is_found = false;
    for (const auto& c : *clusters) {
        if (c.p > kLevel) continue;
        called += 1;
        wrong += touches(m, c.places) ? 0 : 1;
        is_found |= touches(m, c.places);
    }
    out.note(m, called, wrong, is_found);
}

struct Classes {
    std::array<std::array<double, std::size(kKind)>, kPlans> told{};
    std::array<double, std::size(kKind)> quiet{};
};

void classify(Classes& classes, const Municipality& m, const SpatialWeights& near) {
    std::vector<std::vector<Heat>> heat(kPlaces);
    std::vector<std::vector<double>> z(kPlaces);
    for (std::size_t week = kWeeks - kSeen; week < kWeeks; ++week) {
        const auto all = local_g(against_people(m, week), near, {.permutations = 0, .seed = 1});
        for (std::size_t i = 0; i < kPlaces; ++i) {
            heat[i].push_back(!all[i] || all[i]->q > kLevel ? Heat::Neither : all[i]->z > 0 ? Heat::Hot : Heat::Cold);
            z[i].push_back(all[i] ? all[i]->z : 0);
        }
    }
    for (std::size_t i = 0; i < kPlaces; ++i) {
        const auto spot = emerging_spot(heat[i], z[i]);
        const auto kind = spot->side == Heat::Hot ? static_cast<std::size_t>(spot->kind) : 0;
        if (m.is_quiet) classes.quiet[kind] += 1;
        else if (m.is_planted[i] && m.ratio + 1 == std::size(kRatio)) classes.told[m.plan][kind] += 1;
    }
}

void print(const char* name, const Found& found) {
    std::printf("| %s | %.1f | %.1f |", name, found.quiet.percent(), found.alarms > 0 ? 100 * found.false_alarms / found.alarms : 0.0);
    for (const Share& share : found.found) std::printf(" %.0f |", share.percent());
    std::printf("\n");
}

void print(const Classes& classes) {
    std::printf("\n| Planted, ×5 |");
    for (std::size_t k = 1; k < std::size(kKind); ++k) std::printf(" %s |", kKind[k]);
    std::printf(" none |\n| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |\n");
    const auto row = [](const std::string& name, const auto& kinds, EmergingKind planted) {
        double all = 0;
        for (const double n : kinds) all += n;
        std::printf("| %s |", name.c_str());
        for (std::size_t k = 1; k < std::size(kKind); ++k) std::printf(k == static_cast<std::size_t>(planted) ? " **%.1f** |" : " %.1f |", all > 0 ? 100 * kinds[k] / all : 0.0);
        std::printf(" %.1f |\n", all > 0 ? 100 * kinds[0] / all : 0.0);
    };
    for (std::size_t p = 0; p < kPlans; ++p) row(kPlan[p], classes.told[p], kPlanned[p]);
    row("nothing", classes.quiet, EmergingKind::NoPattern);
}

}  // namespace

int main(int argc, char** argv) {
    const std::size_t municipalities = argc > 1 ? static_cast<std::size_t>(std::max(1, std::atoi(argv[1]))) : 500;
    const struct { const char* name; NormRule rule; } scans[] = {
        {"Poisson scan, norm of 12 weeks", {kBaselineWeeks, Spread::None, Level::AsItWas}},
        {"norm of 52 weeks", {kYear, Spread::None, Level::AsItWas}},
        {"norm of 52 weeks, by a common φ", {kYear, Spread::Common, Level::AsItWas}},
        {"norm of 52 weeks, level of now", {kYear, Spread::None, Level::AsNow}},
        {"norm of 52 weeks, level of now, by a common φ", {kYear, Spread::Common, Level::AsNow}}};
    Found normal, permuted, scanned[std::size(scans)];
    Classes classes;
    Random random{20261121};
    for (std::size_t i = 0; i < municipalities; ++i) {
        const Municipality m = make_municipality(random, i);
        const auto near = nearest_places(m.points, kNear, Self::With);
        const auto zones = nearest_places(m.points, 9, Self::With);
        if (m.plan != HistoricalPlan || m.is_quiet) {   // nothing is hot in its last week
            look_with_g(normal, m, *near, 0);
            look_with_g(permuted, m, *near, 9999);
        }
        if (m.plan == NewPlan || m.plan == ConsecutivePlan || m.is_quiet) {   // against its own norm a lasting hot spot is usual
            for (std::size_t k = 0; k < std::size(scans); ++k) look_with_scan(scanned[k], m, *zones, scans[k].rule);
        }
        classify(classes, m, *near);
    }
    std::printf("| Method | quiet municipalities with an alarm, %% | false among alarms, %% |");
    for (const double ratio : kRatio) std::printf(" found at ×%g, %% |", ratio);
    std::printf("\n| --- | --- | --- | --- | --- | --- | --- |\n");
    print("Gi\\*, q by the normal z", normal);
    print("Gi\\*, q by 9,999 permutations", permuted);
    for (std::size_t k = 0; k < std::size(scans); ++k) print(scans[k].name, scanned[k]);
    print(classes);
}
