#include "core/cli/survive_command.hpp"

#include <cmath>
#include <map>

#include "core/cli/plain_table.hpp"
#include "core/stats/aalen_johansen.hpp"
#include "core/stats/kaplan_meier.hpp"
#include "core/stats/log_rank.hpp"

namespace problemator::cli {
namespace {

struct Series {
    std::vector<Ending> endings;
    std::vector<std::uint32_t> group;          // beside the endings
    std::vector<std::string> names;            // of the groups, in the order of their names
};

using Rows = std::vector<std::vector<std::string>>;
struct Sheet { std::vector<std::string> header; Rows rows; };

// A column of whole numbers 0…`most`.
Result<std::vector<std::int32_t>> whole_column(const PlainTable& table, const std::string& name, double most) {
    TRY(const auto numbers, number_column(table, name));
    std::vector<std::int32_t> out;
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        if (numbers[i] < 0 || numbers[i] > most || numbers[i] != std::floor(numbers[i]))
            return Error{.fault = Fault::OutOfRange, .place = {.file = table.file, .row = static_cast<std::uint32_t>(i + 2), .column = name}, .piece = plain_number(numbers[i]), .expected = "0, 1, 2 … " + plain_number(most)};
        out.push_back(static_cast<std::int32_t>(numbers[i]));
    }
    return out;
}

Result<Series> read_series(const SurviveOptions& o) {
    TRY(const PlainTable table, read_plain_table(o.durations));
    TRY(const auto time, whole_column(table, "time", 2147483647));
    TRY(const auto event, whole_column(table, "event", 255));
    std::vector<std::int32_t> entry(time.size());
    if (!o.entry.empty()) {
        TRY(entry, whole_column(table, o.entry, 2147483647));
    }
    std::vector<std::string> group(time.size());
    if (!o.group.empty()) {
        TRY(group, text_column(table, o.group));
    }
    Series series;
    std::map<std::string, std::uint32_t> codes;
    for (const auto& name : group) codes[name] = 0;
    for (auto& [name, code] : codes) {
        code = static_cast<std::uint32_t>(series.names.size());
        series.names.push_back(name);
    }
    for (std::size_t i = 0; i < time.size(); ++i) {
        series.endings.push_back({time[i], static_cast<std::uint8_t>(event[i]), entry[i]});
        series.group.push_back(codes[group[i]]);
    }
    return series;
}

// Closed is ending 1; another ending takes the message out of sight, as an open one of that age.
std::vector<Duration> durations_of(const Series& series) {
    std::vector<Duration> out;
    for (const auto& e : series.endings) out.push_back({e.minutes, e.ending == 1, e.entered});
    return out;
}

template <typename T>
std::vector<std::vector<T>> split(const std::vector<T>& all, const Series& series) {
    std::vector<std::vector<T>> out(series.names.size());
    for (std::size_t i = 0; i < all.size(); ++i) out[series.group[i]].push_back(all[i]);
    return out;
}

Sheet curve_sheet(const Series& series) {
    Sheet sheet{{"group", "time", "at_risk", "closed", "open_share", "error", "low", "high"}, {}};
    const auto groups = split(durations_of(series), series);
    for (std::size_t g = 0; g < groups.size(); ++g) {
        for (const auto& s : kaplan_meier(groups[g])) {
            const bool has_limits = s.open_share > 0;
            sheet.rows.push_back({series.names[g], std::to_string(s.minutes), plain_number(s.at_risk), plain_number(s.closed), plain_number(s.open_share),
                                  has_limits ? plain_number(s.open_share * std::sqrt(s.greenwood)) : "", has_limits ? plain_number(s.low) : "", has_limits ? plain_number(s.high) : ""});
        }
    }
    return sheet;
}

Sheet quantile_sheet(const Series& series, const std::vector<double>& shares) {
    Sheet sheet{{"group", "share", "closed", "time", "low", "high", "reason"}, {}};
    const auto groups = split(durations_of(series), series);
    for (std::size_t g = 0; g < groups.size(); ++g) {
        const auto steps = kaplan_meier(groups[g]);
        for (const double share : shares) {
            const auto q = time_quantile(steps, share);
            const auto cell = [](const std::optional<std::int32_t>& time) { return time ? std::to_string(*time) : std::string{}; };
            sheet.rows.push_back({series.names[g], plain_number(share), std::to_string(q.n), q ? std::to_string(q->minutes) : "", q ? cell(q->low) : "", q ? cell(q->high) : "", std::string{reason_id(q.reason)}});
        }
    }
    return sheet;
}

Sheet log_rank_sheet(const Series& series) {
    Sheet sheet{{"group", "n", "closed", "expected", "chi2", "degrees", "p", "reason"}, {}};
    const auto test = log_rank(durations_of(series), series.group);
    if (!test) {
        sheet.rows.push_back({"", "", "", "", "", "", "", std::string{reason_id(test.reason)}});
        return sheet;
    }
    for (const auto& g : test->groups)
        sheet.rows.push_back({series.names[g.group], plain_number(g.n), plain_number(g.observed), plain_number(g.expected), plain_number(test->chi2), std::to_string(test->degrees), plain_number(test->p), ""});
    return sheet;
}

Sheet incidence_sheet(const Series& series) {
    Sheet sheet{{"group", "ending", "time", "share", "error", "low", "high"}, {}};
    const auto groups = split(series.endings, series);
    for (std::size_t g = 0; g < groups.size(); ++g)
        for (const auto& curve : aalen_johansen(groups[g]))
            for (const auto& s : curve.steps)
                sheet.rows.push_back({series.names[g], std::to_string(curve.ending), std::to_string(s.minutes), plain_number(s.share), plain_number(s.error), plain_number(s.low), plain_number(s.high)});
    return sheet;
}

Result<Nothing> survive(const SurviveOptions& o) {
    TRY(const Series series, read_series(o));
    const Sheet sheet = o.show == "curve" ? curve_sheet(series) : o.show == "quantiles" ? quantile_sheet(series, o.shares) : o.show == "logrank" ? log_rank_sheet(series) : incidence_sheet(series);
    const std::string csv = plain_csv(sheet.header, sheet.rows);
    return put_csv(o.out, csv);
}

}  // namespace

Exit run_survive(const SurviveOptions& options) {
    return finish(survive(options));
}

}  // namespace problemator::cli
