#include "core/cli/rate_command.hpp"

#include <algorithm>
#include <map>

#include "core/cli/plain_table.hpp"
#include "core/stats/case_mix.hpp"
#include "core/stats/funnel.hpp"
#include "core/stats/prior_mixture.hpp"
#include "core/stats/ranks.hpp"
#include "core/stats/wilson.hpp"

namespace problemator::cli {
namespace {

constexpr std::size_t kMaxDepartments = 2000;   // places are counted unit × unit

struct Department {
    std::string name;
    Portion portion;                           // events among n
    double expected = 0;                       // 0: unknown
    Finding<Interval> ratio = withheld<Interval>(Reason::TooFewCounts);
    std::size_t pooled = 0, left_out = 0;
};

Error wrong_cell(const PlainTable& table, std::size_t row, const std::string& column, double value, std::string expected) {
    return {.fault = Fault::OutOfRange, .place = {.file = table.file, .row = static_cast<std::uint32_t>(row + 2), .column = column}, .piece = plain_number(value), .expected = std::move(expected)};
}

bool has_column(const PlainTable& table, std::string_view name) { return std::find(table.header.begin(), table.header.end(), name) != table.header.end(); }

Result<std::vector<Department>> read_departments(const RateOptions& o) {
    TRY(const PlainTable table, read_plain_table(o.departments));
    TRY(const auto names, text_column(table, "department"));
    TRY(const auto n, number_column(table, "n"));
    TRY(const auto events, number_column(table, "events"));
    std::vector<double> expected(names.size());
    if (has_column(table, "expected")) {
        TRY(expected, number_column(table, "expected"));
    }
    std::vector<Department> out;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (n[i] < 0 || n[i] > 1e9) return wrong_cell(table, i, "n", n[i], "0…1000000000");
        if (events[i] < 0 || events[i] > n[i]) return wrong_cell(table, i, "events", events[i], "0…n");
        if (expected[i] < 0) return wrong_cell(table, i, "expected", expected[i], "≥ 0");
        Department d{names[i], {events[i], n[i]}, expected[i], withheld<Interval>(Reason::TooFewCounts), 0, 0};
        if (expected[i] > 0 && n[i] > 0) {   // a binomial count cannot spread as a Poisson one does
            const Interval own = wilson(events[i], n[i]);
            d.ratio = found(Interval{events[i] / expected[i], own.low * n[i] / expected[i], own.high * n[i] / expected[i]}, static_cast<std::size_t>(n[i]));
        }
        out.push_back(std::move(d));
    }
    return out;
}

// Numbers the different texts of a column in the order of their first appearance.
std::vector<std::uint32_t> codes_of(const std::vector<std::string>& texts, std::vector<std::string>* names = nullptr) {
    std::map<std::string_view, std::uint32_t> codes;
    std::vector<std::uint32_t> out;
    for (const auto& text : texts) {
        const auto [at, is_new] = codes.try_emplace(text, static_cast<std::uint32_t>(codes.size()));
        if (is_new && names) names->push_back(text);
        out.push_back(at->second);
    }
    return out;
}

Result<std::vector<Department>> read_messages(const RateOptions& o) {
    TRY(const PlainTable table, read_plain_table(o.messages));
    TRY(const auto department, text_column(table, "department"));
    TRY(const auto outcome, number_column(table, "outcome"));
    for (std::size_t i = 0; i < outcome.size(); ++i)
        if (outcome[i] != 0 && outcome[i] != 1) return wrong_cell(table, i, "outcome", outcome[i], "0, 1");
    std::vector<std::vector<std::uint32_t>> strata;
    for (const auto& name : o.strata) {
        TRY(const auto column, text_column(table, name));
        strata.push_back(codes_of(column));
    }
    std::vector<std::string> names;
    const auto unit = codes_of(department, &names);
    CaseMixOptions options;
    options.min_peers = o.min_peers;
    options.kept_columns = o.kept;
    options.peers = o.peers == "all" ? Peers::All : Peers::Others;
    CaseMix mix{unit, {}, outcome};
    mix.strata.assign(strata.begin(), strata.end());
    std::vector<Department> out;
    for (const auto& u : case_mix(mix, options)) out.push_back({names[u.unit], {}, u.expected, u.ratio, u.pooled, u.left_out});
    for (std::size_t i = 0; i < unit.size(); ++i) {
        out[unit[i]].portion.n += 1;
        out[unit[i]].portion.successes += outcome[i];
    }
    return out;
}

std::string_view group_id(RatingGroup group) {
    switch (group) {
        case RatingGroup::None: return "none";
        case RatingGroup::Few: return "few";
        case RatingGroup::Worse: return "worse";
        case RatingGroup::Within: return "within";
        case RatingGroup::Better: return "better";
    }
    return "";
}

// What all departments together say: the mean, the spread beyond chance, the prior.
struct Common {
    double share = 0;
    Overdispersion over;
    PriorMixture prior;
};

std::vector<FunnelDistance> points_of(const std::vector<Department>& departments, double share) {
    std::vector<FunnelDistance> points;
    for (const auto& d : departments)
        points.push_back(d.portion.n <= 0 ? FunnelDistance{} : d.expected > 0 ? ratio_point(d.ratio->value * d.expected, d.expected) : share_point(d.portion.successes, d.portion.n, share));
    return points;
}

std::vector<std::string> numbers_of(std::initializer_list<double> values) {
    std::vector<std::string> out;
    for (const double value : values) out.push_back(plain_number(value));
    return out;
}

std::vector<std::string> row_of(const Department& d, const Common& common, const FunnelDistance& point, const RankChance& chance, const RateOptions& o) {
    const bool is_given = d.portion.n > 0;
    const Interval own = wilson(d.portion.successes, d.portion.n), shrunk = shrunk_interval(d.portion, common.prior);
    std::vector<std::string> row = {d.name};
    const auto add = [&](bool is_known, std::initializer_list<double> values) {
        auto cells = is_known ? numbers_of(values) : std::vector<std::string>(values.size());
        row.insert(row.end(), cells.begin(), cells.end());
    };
    add(true, {d.portion.n, d.portion.successes});
    add(is_given, {own.value, own.low, own.high, shrunk.value, shrunk.low, shrunk.high});
    add(d.expected > 0, {d.expected});
    const Interval ratio = d.ratio ? *d.ratio : Interval{};
    add(bool{d.ratio}, {ratio.value, ratio.low, ratio.high});
    add(true, {double(d.pooled), double(d.left_out)});
    const FunnelLimit limit = d.expected > 0 ? ratio_funnel(d.expected, common.over, Spread::Added) : share_funnel(common.share, d.portion.n, common.over, Spread::Added);
    add(is_given, {point.z, limit.low95, limit.high95, limit.low998, limit.high998});
    add(is_given, {chance.top_third, chance.bottom_third, double(chance.range.low), double(chance.range.high)});
    const Best best = o.best == "high" ? Best::High : Best::Low;
    const auto group = d.ratio ? rating_group(ratio, 1, static_cast<double>(d.ratio.n), best, {o.min_figure, o.min_colour}) : rating_group(own, common.share, d.portion.n, best, {o.min_figure, o.min_colour});
    row.emplace_back(group_id(group));
    return row;
}

std::vector<RankChance> places_of(const std::vector<Department>& departments, const PriorMixture& prior, const RateOptions& o) {
    std::vector<ScorePosterior> scores;
    for (const auto& d : departments) {
        const BetaPrior known = posterior_of(d.portion, prior);
        scores.push_back({{known.alpha, known.beta, o.best == "high" ? 1.0 : -1.0}});
    }
    return rank_chances(scores, o.draws, o.seed);
}

Result<Nothing> rate(const RateOptions& o) {
    TRY(const auto departments, o.messages.empty() ? read_departments(o) : read_messages(o));
    const std::string& file = o.messages.empty() ? o.departments : o.messages;
    if (departments.size() > kMaxDepartments) return Error{.fault = Fault::TooLarge, .place = {.file = file}, .piece = std::to_string(departments.size()), .expected = "≤ " + std::to_string(kMaxDepartments)};
    std::vector<Portion> portions;
    double n = 0, events = 0;
    for (const auto& d : departments) {
        portions.push_back(d.portion);
        n += d.portion.n;
        events += d.portion.successes;
    }
    const auto prior = fit_prior_mixture(portions);
    if (!prior) return Error{.fault = Fault::NoRows, .place = {.file = file}, .expected = "n > 0"};
    const double share = events / n;
    const auto points = points_of(departments, share);
    const auto over = overdispersion(points);
    const Common common{share, over ? *over : Overdispersion{}, *prior};
    const auto places = places_of(departments, *prior, o);
    std::vector<std::vector<std::string>> rows;
    for (std::size_t i = 0; i < departments.size(); ++i) rows.push_back(row_of(departments[i], common, points[i], places[i], o));
    note("share " + plain_number(share) + " · phi " + plain_number(common.over.phi) + " · tau2 " + plain_number(common.over.tau2));
    const std::string csv = plain_csv({"department", "n", "events", "share", "low", "high", "shrunk", "shrunk_low", "shrunk_high", "expected", "ratio", "ratio_low", "ratio_high",
                                       "pooled", "left_out", "z", "funnel_low95", "funnel_high95", "funnel_low998", "funnel_high998", "top_third", "bottom_third", "place_low", "place_high", "group"}, rows);
    return put_csv(o.out, csv);
}

}  // namespace

Exit run_rate(const RateOptions& options) {
    if (options.departments.empty() == options.messages.empty()) {
        complain({.fault = Fault::BadArgument, .expected = "--departments | --messages"});
        return Exit::BadArguments;
    }
    return finish(rate(options));
}

}  // namespace problemator::cli
