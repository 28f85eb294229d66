// Surges: 500 made municipalities of 120 cells (12 territories × 10 topics) over three years and twelve weeks, most cells with 0–5 messages
// a week, with planted surges. How many false alarms do the ladder, EARS, CUSUM and «+50 % к прошлой неделе» give, what do they find, and
// when? Prints the tables of docs/methods.md; a file named second gets the points of its picture. Run: see README.md.
#include <algorithm>
#include <array>
#include <cstdlib>
#include <string>

#include "core/stats/surge_ladder.hpp"
#include "tests/reference/simulation/made.hpp"

namespace {

using namespace problemator;
using namespace problemator::made;

constexpr std::size_t kTopics = 10, kTerritories = 12, kCells = kTopics * kTerritories, kWeeks = 168, kStretch = 12, kSurges = 6;
constexpr double kExcess[] = {3, 5, 8, 12, 20, 30};   // messages a week above the usual mean
constexpr std::size_t kLasts[] = {1, 2, 4, 8};        // weeks
constexpr std::size_t kQuietEvery = 5;                // of so many municipalities one has no surge at all

/// Weeks that are judged, by the history they have.
struct Stretch { const char* name; std::size_t from; };
constexpr Stretch kStretches[] = {{"8–19", 8}, {"40–51", 40}, {"52–63", 52}, {"144–155", 144}, {"156–167", 156}};
constexpr std::size_t kCompared = 1;                  // the first stretch where every rule has its history
constexpr std::size_t kBands = 3;
constexpr const char* kBand[kBands] = {"under 1", "1–3", "over 3"};
constexpr const char* kMethod[] = {"tail on 12 weeks", "trend and season", "Farrington Flexible"};

enum Rule : std::size_t { Ladder, C1, C2, C3, Cusum, Naive, kRules };
constexpr const char* kRule[kRules] = {"ladder (q ≤ 0.05)", "EARS C1", "EARS C2", "EARS C3", "CUSUM", "+50 % to last week"};

struct Planted { std::size_t cell = 0, day = 0, days = 7, excess = 0, band = 0; };   // excess: place in kExcess

/// What one rule did in one stretch.
struct Tally {
    double alarms = 0, false_alarms = 0, weeks = 0, false_share = 0;   // false_share: sum over weeks, 0 for a week without alarms
    Share quiet;                                                       // weeks without any surge: alarmed?
    Share found[std::size(kExcess)][kBands];
    std::vector<double> days[std::size(kExcess)];                      // from the surge's first day to the end of the week that found it
    std::array<double, 3> by_method{}, false_by_method{};
};
struct Least { Tally any, seven; };                                    // any count; at least 7 messages

struct Municipality {
    std::vector<Usual> cells;
    std::vector<Planted> planted;
    std::vector<double> excess, counts;                                // cells × kWeeks
};

Usual make_cell(Random& random, const Usual& topic) {
    Usual cell = topic;
    cell.level = std::min(10.0, 0.8 * std::exp(1.1 * random.normal()));
    cell.v = 0.4 * random.uniform() * random.uniform();
    cell.growth += 0.1 * random.normal();
    return cell;
}

Usual make_topic(Random& random) {
    return {.level = 1, .growth = 0.05 + 0.1 * random.normal(), .wave = 0.5 * random.uniform(), .phase = 6.28 * random.uniform(),
            .wave2 = 0.2 * random.uniform(), .phase2 = 6.28 * random.uniform(), .holiday = 0.6, .v = 0};
}

void plant(Random& random, Municipality& m, const Stretch& stretch) {
    std::vector<std::size_t> taken;
    while (taken.size() < kSurges) {
        const std::size_t cell = draw_below(random, kCells), lasts = kLasts[draw_below(random, std::size(kLasts))];
        if (std::find(taken.begin(), taken.end(), cell) != taken.end()) continue;
        taken.push_back(cell);
        const std::size_t week = stretch.from + draw_below(random, kStretch - lasts);
        const double usual = m.cells[cell].mean(week);
        m.planted.push_back({cell, 7 * week + draw_below(random, 7), 7 * lasts, draw_below(random, std::size(kExcess)), usual < 1 ? 0u : usual < 3 ? 1u : 2u});
        const Planted& p = m.planted.back();
        for (std::size_t day = p.day; day < p.day + p.days; ++day) m.excess[cell * kWeeks + day / 7] += kExcess[p.excess] / 7;
    }
}

Municipality make_municipality(Random& random, bool is_quiet) {
    Municipality m;
    std::vector<Usual> topics;
    for (std::size_t i = 0; i < kTopics; ++i) topics.push_back(make_topic(random));
    for (std::size_t i = 0; i < kCells; ++i) m.cells.push_back(make_cell(random, topics[i % kTopics]));
    m.excess.assign(kCells * kWeeks, 0);
    for (const Stretch& stretch : kStretches)
        if (!is_quiet) plant(random, m, stretch);
    for (std::size_t cell = 0; cell < kCells; ++cell)
        for (std::size_t week = 0; week < kWeeks; ++week) m.counts.push_back(draw_count(random, m.cells[cell].mean(week) + m.excess[cell * kWeeks + week], m.cells[cell].v));
    return m;
}

std::array<bool, kRules> alarms_of(const SurgeVerdict& v, double before) {
    return {v.q <= 0.05, v.marks_c1, v.marks_c2, v.marks_c3, v.marks_cusum, v.count > 0 && v.count >= 1.5 * before};
}

struct Study {
    std::vector<SurgeLadder> ladders;                                  // by week; the calendar is common to all
    std::vector<std::array<Least, kRules>> by_stretch = std::vector<std::array<Least, kRules>>(std::size(kStretches));
    Share on_rung[std::size(kStretches)][3];

    Study() {
        std::vector<double> holidays;
        for (std::size_t week = 0; week < kWeeks; ++week) {
            holidays.push_back(is_holiday_week(week) ? 1 : 0);
            ladders.emplace_back(week + 1, LadderOptions{}, std::vector<std::vector<double>>{holidays});
        }
    }
    void judge(const Municipality& m, std::size_t stretch);
    void judge_week(const Municipality& m, std::size_t stretch, std::size_t week, std::vector<char>& alarmed);
};

void note_week(Tally& tally, double alarms, double false_alarms, bool is_quiet) {
    tally.weeks += 1, tally.alarms += alarms, tally.false_alarms += false_alarms;
    tally.false_share += alarms > 0 ? false_alarms / alarms : 0;
    if (is_quiet) tally.quiet.add(alarms > 0);
}

/// alarmed: rules × {any, seven} × cells × weeks of the stretch.
std::size_t slot(std::size_t rule, bool is_seven, std::size_t cell, std::size_t week) { return ((rule * 2 + is_seven) * kCells + cell) * kStretch + week; }

void Study::judge_week(const Municipality& m, std::size_t stretch, std::size_t week, std::vector<char>& alarmed) {
    std::vector<double> counts;
    for (std::size_t cell = 0; cell < kCells; ++cell) {
        const auto first = m.counts.begin() + static_cast<std::ptrdiff_t>(cell * kWeeks);
        counts.insert(counts.end(), first, first + static_cast<std::ptrdiff_t>(week + 1));
    }
    const auto board = judge_cells(ladders[week], counts);
    double alarms[kRules][2] = {}, wrong[kRules][2] = {};
    bool is_quiet = true;
    for (std::size_t cell = 0; cell < kCells; ++cell) {
        const SurgeVerdict& verdict = *board.cells[cell];
        const std::size_t at = cell * kWeeks + week;
        const bool is_true = m.excess[at] > 0;
        is_quiet &= !is_true;
        for (std::size_t rung = 0; rung < 3; ++rung) on_rung[stretch][rung].add(static_cast<std::size_t>(verdict.method) == rung);
        const auto rules = alarms_of(verdict, m.counts[at - 1]);
        for (std::size_t rule = 0; rule < kRules; ++rule)
            for (const bool is_seven : {false, true}) {
                if (!rules[rule] || (is_seven && !verdict.has_min_count)) continue;
                alarms[rule][is_seven] += 1, wrong[rule][is_seven] += is_true ? 0 : 1;
                alarmed[slot(rule, is_seven, cell, week - kStretches[stretch].from)] = 1;
                auto& tally = is_seven ? by_stretch[stretch][rule].seven : by_stretch[stretch][rule].any;
                const auto method = static_cast<std::size_t>(verdict.method);
                tally.by_method[method] += 1, tally.false_by_method[method] += is_true ? 0 : 1;
            }
    }
    for (std::size_t rule = 0; rule < kRules; ++rule) {
        note_week(by_stretch[stretch][rule].any, alarms[rule][0], wrong[rule][0], is_quiet);
        note_week(by_stretch[stretch][rule].seven, alarms[rule][1], wrong[rule][1], is_quiet);
    }
}

void note_surge(Tally& tally, const Planted& p, const std::vector<char>& alarmed, std::size_t first_slot, std::size_t from) {
    const std::size_t first = p.day / 7, last = (p.day + p.days - 1) / 7;
    std::size_t week = first;
    while (week <= last && !alarmed[first_slot + week - from]) ++week;
    tally.found[p.excess][p.band].add(week <= last);
    if (week <= last) tally.days[p.excess].push_back(static_cast<double>(7 * (week + 1) - p.day));
}

void Study::judge(const Municipality& m, std::size_t stretch) {
    const std::size_t from = kStretches[stretch].from;
    std::vector<char> alarmed(slot(kRules, false, 0, 0), 0);
    for (std::size_t week = from; week < from + kStretch; ++week) judge_week(m, stretch, week, alarmed);
    for (const Planted& p : m.planted) {
        if (p.day / 7 < from || p.day / 7 >= from + kStretch) continue;
        for (std::size_t rule = 0; rule < kRules; ++rule) {
            note_surge(by_stretch[stretch][rule].any, p, alarmed, slot(rule, false, p.cell, 0), from);
            note_surge(by_stretch[stretch][rule].seven, p, alarmed, slot(rule, true, p.cell, 0), from);
        }
    }
}

void add(Tally& sum, const Tally& t) {
    sum.alarms += t.alarms, sum.false_alarms += t.false_alarms, sum.weeks += t.weeks, sum.false_share += t.false_share;
    sum.quiet.hits += t.quiet.hits, sum.quiet.all += t.quiet.all;
    for (std::size_t e = 0; e < std::size(kExcess); ++e) {
        for (std::size_t b = 0; b < kBands; ++b) sum.found[e][b].hits += t.found[e][b].hits, sum.found[e][b].all += t.found[e][b].all;
        sum.days[e].insert(sum.days[e].end(), t.days[e].begin(), t.days[e].end());
    }
    for (std::size_t i = 0; i < 3; ++i) sum.by_method[i] += t.by_method[i], sum.false_by_method[i] += t.false_by_method[i];
}

Share found_of(const Tally& t, std::size_t excess) {
    Share sum;
    for (const Share& s : t.found[excess]) sum.hits += s.hits, sum.all += s.all;
    return sum;
}
Share found_of(const Tally& t) {
    Share sum;
    for (std::size_t e = 0; e < std::size(kExcess); ++e) sum.hits += found_of(t, e).hits, sum.all += found_of(t, e).all;
    return sum;
}
double false_share(const Tally& t) { return t.alarms > 0 ? 100 * t.false_alarms / t.alarms : 0; }
double median(std::vector<double> days) {
    if (days.empty()) return 0;
    std::nth_element(days.begin(), days.begin() + static_cast<std::ptrdiff_t>(days.size() / 2), days.end());
    return days[days.size() / 2];
}
std::vector<double> all_days(const Tally& t) {
    std::vector<double> all;
    for (const auto& days : t.days) all.insert(all.end(), days.begin(), days.end());
    return all;
}

Tally compared(const Study& study, std::size_t rule, bool is_seven) {
    Tally sum;
    for (std::size_t s = kCompared; s < std::size(kStretches); ++s) add(sum, is_seven ? study.by_stretch[s][rule].seven : study.by_stretch[s][rule].any);
    return sum;
}

void print_rules(const Study& study) {
    std::printf("| Rule | false alarms a week | false among alarms, %% | surges found, %% | days to it | false alarms from 7 messages | false among them, %% | found, %% |\n| --- | --- | --- | --- | --- | --- | --- | --- |\n");
    for (std::size_t rule = 0; rule < kRules; ++rule) {
        const Tally any = compared(study, rule, false), seven = compared(study, rule, true);
        std::printf("| %s | %.2f | %.0f | %.0f | %.0f | %.2f | %.0f | %.0f |\n", kRule[rule], any.false_alarms / any.weeks, false_share(any), found_of(any).percent(),
                    median(all_days(any)), seven.false_alarms / seven.weeks, false_share(seven), found_of(seven).percent());
    }
}

void print_ladder(const Study& study) {
    std::printf("\n| Weeks of history | cells on each rung, %% | alarms a week | false alarms a week | false among alarms, %% | mean of a week's false share, %% | quiet weeks with an alarm, %% | surges found, %% |\n| --- | --- | --- | --- | --- | --- | --- | --- |\n");
    for (std::size_t s = 0; s < std::size(kStretches); ++s) {
        const Tally& t = study.by_stretch[s][Ladder].seven;
        std::printf("| %s | %.0f / %.0f / %.0f | %.2f | %.3f | %.1f | %.1f | %.1f | %.0f |\n", kStretches[s].name, study.on_rung[s][0].percent(), study.on_rung[s][1].percent(), study.on_rung[s][2].percent(),
                    t.alarms / t.weeks, t.false_alarms / t.weeks, false_share(t), 100 * t.false_share / t.weeks, t.quiet.percent(), found_of(t).percent());
    }
    std::printf("\n| Rung that judged the cell | alarms | false, %% |\n| --- | --- | --- |\n");
    Tally all;
    for (const auto& rules : study.by_stretch) add(all, rules[Ladder].seven);
    for (std::size_t i = 0; i < 3; ++i) std::printf("| %s | %.0f | %.1f |\n", kMethod[i], all.by_method[i], all.by_method[i] > 0 ? 100 * all.false_by_method[i] / all.by_method[i] : 0.0);
}

void print_power(const Study& study) {
    std::printf("\n| Messages a week above the usual |");
    for (const auto* band : kBand) std::printf(" usual %s |", band);
    std::printf(" all | median days | C2 | CUSUM | +50 %% |\n| --- | --- | --- | --- | --- | --- | --- | --- | --- |\n");
    const Tally ladder = compared(study, Ladder, true), c2 = compared(study, C2, true), cusum = compared(study, Cusum, true), naive = compared(study, Naive, true);
    for (std::size_t e = 0; e < std::size(kExcess); ++e) {
        std::printf("| %.0f |", kExcess[e]);
        for (const Share& share : ladder.found[e]) std::printf(" %.0f |", share.percent());
        std::printf(" %.0f | %.0f | %.0f | %.0f | %.0f |\n", found_of(ladder, e).percent(), median(ladder.days[e]), found_of(c2, e).percent(), found_of(cusum, e).percent(), found_of(naive, e).percent());
    }
}

void write_points(const Study& study, const char* file) {
    std::FILE* out = std::fopen(file, "w");
    if (!out) return;
    std::fprintf(out, "panel,series,x,y\n");
    for (std::size_t rule = 0; rule < kRules; ++rule) {
        const Tally seven = compared(study, rule, true);
        for (std::size_t e = 0; e < std::size(kExcess); ++e) std::fprintf(out, "found,%s,%.0f,%.1f\n", kRule[rule], kExcess[e], found_of(seven, e).percent());
        std::fprintf(out, "false,%s,0,%.3f\n", kRule[rule], false_share(seven));
    }
    std::fclose(out);
}

}  // namespace

int main(int argc, char** argv) {
    const std::size_t municipalities = argc > 1 ? static_cast<std::size_t>(std::max(1, std::atoi(argv[1]))) : 500;
    Study study;
    Random random{20261121};
    for (std::size_t i = 0; i < municipalities; ++i) {
        const Municipality m = make_municipality(random, i % kQuietEvery == 0);
        for (std::size_t s = 0; s < std::size(kStretches); ++s) study.judge(m, s);
    }
    print_rules(study);
    print_ladder(study);
    print_power(study);
    if (argc > 2) write_points(study, argv[2]);
}
