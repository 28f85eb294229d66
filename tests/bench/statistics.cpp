// statistics: how long the methods of core/stats take over what a municipality has: 5,000 cells × 156 weeks, 1,000,000 messages.
// Usage: statistics <limit, seconds> [<threads>]. Prints one line of JSON each, then the sum of those under the limit. The same source runs under node as WASM.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <numeric>
#include <string>

#include "core/base/parallel.hpp"
#include "core/stats/case_mix.hpp"
#include "core/stats/clusters.hpp"
#include "core/stats/hot_spots.hpp"
#include "core/stats/log_rank.hpp"
#include "core/stats/overdue_forecast.hpp"
#include "core/stats/plan_forecast.hpp"
#include "core/stats/poisson_draw.hpp"
#include "core/stats/prior_mixture.hpp"
#include "core/stats/ranks.hpp"
#include "core/stats/score.hpp"
#include "core/stats/surge_ladder.hpp"
#include "tests/bench/made_texts.hpp"
#include "tests/bench/processor_time.hpp"

namespace {

using namespace problemator;

constexpr std::size_t kCells = 5000, kWeeks = 156, kMessages = 1'000'000, kDepartments = 60, kPlans = 20;

struct Weekly { std::vector<double> counts; std::vector<PlanePoint> points; };   // cells × (kWeeks + 1), the last one is judged

Weekly make_weekly() {
    Weekly made;
    Random random{1};
    for (std::size_t cell = 0; cell < kCells; ++cell) {
        const double mean = std::min(10.0, 0.8 * std::exp(1.1 * random.normal()));
        for (std::size_t week = 0; week <= kWeeks; ++week) made.counts.push_back(draw_poisson(random, mean * (1 + 0.3 * std::sin(0.12 * static_cast<double>(week)))));
        made.points.push_back({40'000 * random.uniform(), 40'000 * random.uniform()});
    }
    return made;
}

struct Messages {
    std::vector<std::uint32_t> department, topic, channel, month;
    std::vector<double> late;
    std::vector<Duration> took;
    std::vector<OpenMessage> open;
};

std::uint32_t code_below(Random& random, std::uint32_t n) { return static_cast<std::uint32_t>(random.uniform() * n); }

Messages make_messages() {
    Messages made;
    Random random{2};
    for (std::size_t i = 0; i < kMessages; ++i) {
        const std::uint32_t topic = code_below(random, 120), department = random.uniform() < 0.8 ? topic % kDepartments : code_below(random, kDepartments);
        const auto minutes = static_cast<std::int32_t>(-std::log(random.uniform()) * (4000 + 100 * topic));
        const bool is_closed = random.uniform() < 0.98;
        made.department.push_back(department), made.topic.push_back(topic), made.channel.push_back(code_below(random, 8)), made.month.push_back(code_below(random, 36));
        made.late.push_back(minutes > 20'000 ? 1 : 0);
        made.took.push_back({minutes, is_closed, i % 10 == 0 ? minutes / 4 : 0});
        if (!is_closed) made.open.push_back({topic, minutes, minutes + static_cast<std::int32_t>(code_below(random, 20'000))});
    }
    return made;
}

TextWords words_of_all(const MadeTexts& made) {
    TextReader reader;
    for (const ClusterMessage& m : made.messages) reader.add(m.text, m.place);
    return std::move(reader).words();
}

/// Of all messages, their words having been read; the largest `told` of them are told in words and counts.
std::size_t clusters(const MadeTexts& made, const TextWords& words, std::size_t told) {
    std::vector<std::uint32_t> texts(made.messages.size());
    std::iota(texts.begin(), texts.end(), 0u);
    FoundClusters found{made.messages, words, texts};
    for (std::size_t cluster = 0; cluster < std::min(found.size(), told); ++cluster)
        if (found.tell(cluster).rows.size() != found.size_of(cluster)) return 0;
    return found.size();
}

/// What a choice of a block and a quarter costs: the newest 4,000, words and all, as the pages have them.
std::size_t clusters_of_page(const MadeTexts& made) { return find_clusters(std::span{made.messages}.last(4000)).size(); }

std::size_t surges(const Weekly& weekly) {
    const auto board = judge_cells(SurgeLadder{kWeeks + 1}, weekly.counts);
    return static_cast<std::size_t>(std::count_if(board.cells.begin(), board.cells.end(), [](const auto& cell) { return cell && is_surge(*cell); }));
}

/// Gi* of every week by the normal z, and the class of every place.
std::size_t spots(const Weekly& weekly) {
    const auto near = nearest_places(weekly.points, 8, Self::With);
    std::vector<double> judged;
    for (std::size_t cell = 0; cell < kCells; ++cell) judged.insert(judged.end(), &weekly.counts[cell * (kWeeks + 1) + 1], &weekly.counts[cell * (kWeeks + 1)] + kWeeks + 1);
    const HotSpots found = hot_spots(judged, kWeeks, *near, {.permutations = 0, .seed = 1});
    return static_cast<std::size_t>(std::count_if(found.kinds.begin(), found.kinds.end(), [](const auto& spot) { return spot && spot->kind != EmergingKind::NoPattern; }));
}

std::size_t permuted(const Weekly& weekly) {
    const auto near = nearest_places(weekly.points, 8, Self::With);
    std::vector<double> now;
    for (std::size_t cell = 0; cell < kCells; ++cell) now.push_back(weekly.counts[cell * (kWeeks + 1) + kWeeks]);
    return local_g(now, *near, {.permutations = 999, .seed = 1}).size();
}

std::size_t mix(const Messages& m) { return case_mix({m.department, {m.topic, m.channel, m.month}, m.late}).size(); }

std::size_t forecast_of_overdue(const Messages& m) { return forecast_overdue(m.open, {m.took, m.topic})->due; }

std::size_t ratings(const Messages& m) {
    std::vector<Portion> terms(kDepartments);
    for (std::size_t i = 0; i < kMessages; ++i) terms[m.department[i]].successes += 1 - m.late[i], terms[m.department[i]].n += 1;
    const auto mixture = fit_prior_mixture(terms);
    const std::vector<AspectRule> rules = {{Aspect::Terms, 0.6, 0, 1, 5}, {Aspect::Completeness, 0.4, 0, 1, 5}};
    std::vector<std::vector<double>> draws;
    for (const Portion& portion : terms) {
        const BetaPrior known = posterior_of(portion, *mixture);
        const std::vector<AspectKnown> aspects = {{Aspect::Terms, ShareKnown{known.alpha, known.beta}, portion.n}, {Aspect::Completeness, ShareKnown{9, 1}, portion.n}};
        draws.push_back(score(rules, aspects)->draws);
    }
    return rank_chances(draws).size();
}

std::size_t plans() {
    Random random{4};
    std::size_t judged = 0;
    for (std::size_t plan = 0; plan < kPlans; ++plan) {
        std::vector<double> done, all;
        for (int month = 0; month < 34; ++month) {
            all.push_back(1 + draw_poisson(random, 60 + 10 * std::sin(0.52 * month)));
            done.push_back(std::min(all.back(), draw_poisson(random, 0.8 * all.back())));
        }
        if (forecast_plan({.numerator = done, .denominator = all, .this_year = 10, .remaining = 2, .plan = 0.8, .borders = {}})) ++judged;
    }
    return judged;
}

double clock_seconds() { return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count(); }

/// Best of three, by the clock and by processor time: the first round also waits for the compiler of WASM. What counts is the clock, which two processors
/// shorten; in WASM, which has one thread, it is processor time, which does not count what others do.
template <typename Work>
double measure(const char* name, const char* of, Work work) {
    double clock = 1e9, processor = 1e9;
    std::size_t result = 0;
    for (int round = 0; round < 3; ++round) {
        const double from_clock = clock_seconds(), from = processor_seconds();
        result = work();
        processor = std::min(processor, processor_seconds() - from);
        clock = std::min(clock, clock_seconds() - from_clock);
    }
#ifdef __EMSCRIPTEN__
    const double seconds = processor;
#else
    const double seconds = clock;
#endif
    std::printf("{\"method\":\"%s\",\"of\":\"%s\",\"seconds\":%.4f,\"clock\":%.4f,\"processor\":%.4f,\"results\":%zu}\n", name, of, seconds, clock, processor, result);
    std::fflush(stdout);
    return seconds;
}

}  // namespace

int main(int argc, char** argv) {
    const double limit = argc > 1 ? std::atof(argv[1]) : 1;
    const ThreadsForNow now{argc > 2 ? static_cast<std::size_t>(std::atoi(argv[2])) : thread_count()};
    const Weekly weekly = make_weekly();
    const Messages messages = make_messages();
    double sum = measure("surges of one week", "5,000 cells x 156 weeks", [&] { return surges(weekly); });
    sum += measure("Gi* and classes of hot spots", "5,000 places x 156 weeks", [&] { return spots(weekly); });
    sum += measure("case mix by topic, channel, month", "1,000,000 messages", [&] { return mix(messages); });
    sum += measure("Kaplan-Meier", "1,000,000 messages", [&] { return kaplan_meier(messages.took).size(); });
    sum += measure("log-rank of 60 departments", "1,000,000 messages", [&] { return log_rank(messages.took, messages.department)->groups.size(); });
    sum += measure("overdue forecast, 120 topics", "1,000,000 messages", [&] { return forecast_of_overdue(messages); });
    sum += measure("ratings of 60 departments", "1,000,000 messages", [&] { return ratings(messages); });
    sum += measure("forecasts", "20 plans", [] { return plans(); });
    const MadeTexts mixture = made_mixture(kMessages);
    const TextWords of_mixture = words_of_all(mixture);
    sum += measure("clusters, words read, 100 told", "1,000,000 texts of 6 to 40 words", [&] { return clusters(mixture, of_mixture, 100); });
    std::printf("{\"method\":\"sum\",\"threads\":%zu,\"seconds\":%.3f,\"limit\":%.1f,\"within\":%s}\n", thread_count(), sum, limit, sum <= limit ? "true" : "false");
    measure("Gi*, 999 permutations, one week", "5,000 places", [&] { return permuted(weekly); });
    measure("clusters, words read, all told", "1,000,000 texts of 6 to 40 words", [&] { return clusters(mixture, of_mixture, kMessages); });
    measure("words of texts", "1,000,000 texts of 6 to 40 words", [&] { return words_of_all(mixture).dictionary().size(); });
    measure("clusters, words and all", "4,000 texts of 6 to 40 words", [&] { return clusters_of_page(mixture); });
    const MadeTexts sentences = made_sentences(kMessages);
    const TextWords of_sentences = words_of_all(sentences);
    measure("clusters, words read, all told", "1,000,000 sentences", [&] { return clusters(sentences, of_sentences, kMessages); });
    measure("words of texts", "1,000,000 sentences", [&] { return words_of_all(sentences).dictionary().size(); });
}
