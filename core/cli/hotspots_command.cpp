#include "core/cli/hotspots_command.hpp"

#include "core/cli/explain_tables.hpp"
#include "core/cli/place_table.hpp"
#include "core/stats/hot_spots.hpp"
#include "core/stats/scan_permutation.hpp"
#include "core/stats/scan_poisson.hpp"

namespace problemator::cli {
namespace {

std::string whole(std::size_t n) { return std::to_string(n); }

Error too_large(const std::string& file) { return {.fault = Fault::TooLarge, .place = {.file = file}}; }

const std::string& table_of(const HotspotsOptions& o) { return o.cells.empty() ? o.points : o.cells; }

Result<SpatialWeights> weights_of(const PlaceTable& table, const HotspotsOptions& o) {
    const Self self = o.without_self ? Self::Without : Self::With;
    auto weights = o.band_metres > 0 ? distance_band(table.points, o.band_metres, self) : nearest_places(table.points, o.nearest, self);
    if (!weights) return too_large(table_of(o));
    return *std::move(weights.value);
}

Result<CsvSheet> local_sheet(const HotspotsOptions& o) {
    TRY(const PlaceTable table, read_places(table_of(o), Positions::Needed));
    TRY(const SpatialWeights weights, weights_of(table, o));
    CsvSheet sheet{{"week", "place", "count", "neighbours", "around", "expected", "z", "p_hot", "p_cold", "p", "q", "reason"}, {}};
    for (std::size_t week = 0; week < table.weeks.size(); ++week) {
        const auto values = table.of_week(week);
        const auto found_here = local_g(values, weights, {.permutations = o.replicas, .seed = o.seed});
        for (std::size_t i = 0; i < found_here.size(); ++i) {
            const auto& g = found_here[i];
            std::vector<std::string> row = {table.weeks[week], table.places[i], plain_number(values[i]), whole(g.n)};
            if (g) for (const double v : {g->around, g->expected, g->z, g->p_hot, g->p_cold, g->p, g->q}) row.push_back(plain_number(v));
            row.resize(sheet.header.size() - 1);
            row.emplace_back(reason_id(g.reason));
            sheet.rows.push_back(std::move(row));
        }
    }
    return sheet;
}

// What is withheld is one row that says why.
CsvSheet cluster_sheet(const Finding<std::vector<ScanCluster>>& clusters, const PlaceTable& table) {
    CsvSheet sheet{{"cluster", "centre", "places", "from_week", "until_week", "count", "expected", "relative_risk", "score", "p", "recurrence_weeks", "reason"}, {}};
    if (!clusters) sheet.rows.emplace_back(sheet.header.size()).back() = reason_id(clusters.reason);
    for (const ScanCluster& c : clusters.value.value_or(std::vector<ScanCluster>{})) {
        std::string places;
        for (const std::uint32_t place : c.places) places += (places.empty() ? "" : "|") + table.places[place];
        std::vector<std::string> row = {whole(sheet.rows.size() + 1), table.places[c.centre], places, table.weeks[table.weeks.size() - c.periods], table.weeks.back()};
        for (const double v : {c.count, c.expected, c.relative_risk, c.score, c.p, c.recurrence}) row.push_back(plain_number(v));
        row.emplace_back();
        sheet.rows.push_back(std::move(row));
    }
    return sheet;
}

Result<CsvSheet> scan_sheet(const HotspotsOptions& o) {
    const std::string& file = table_of(o);
    TRY(const PlaceTable table, read_places(file, Positions::Needed));
    const auto zones = nearest_places(table.points, o.nearest, Self::With);
    if (!zones) return too_large(file);
    const ScanOptions options{.max_periods = o.max_weeks, .replicas = o.replicas, .seed = o.seed};
    const std::size_t places = table.places.size(), weeks = table.weeks.size();
    if (o.method == "scan-ebp") {
        if (table.expected.empty()) return Error{.fault = Fault::MissingColumn, .place = {.file = file, .row = 1, .column = "expected"}};
        return cluster_sheet(scan_poisson({places, weeks, table.counts}, {places, weeks, table.expected}, *zones, options), table);
    }
    std::vector<std::uint32_t> counts;
    for (const double count : table.counts) {
        if (count > 4e9 || count != static_cast<double>(static_cast<std::uint32_t>(count))) return Error{.fault = Fault::BadNumber, .place = {.file = file, .row = 0, .column = "count"}, .piece = plain_number(count), .expected = "0, 1, 2 …"};
        counts.push_back(static_cast<std::uint32_t>(count));
    }
    return cluster_sheet(scan_permutation({places, weeks, counts}, *zones, options), table);
}

Result<CsvSheet> density_sheet(const HotspotsOptions& o) {
    const std::string& file = table_of(o);
    TRY(const PointTable cases, read_points(file));
    const Kernel kernel = o.gaussian ? Kernel::Gaussian : Kernel::Quartic;
    const auto grid = grid_around(cases.points, o.cell_metres, o.bandwidth_metres, kernel);
    if (!grid) return Error{.fault = Fault::TooLarge, .place = {.file = file}, .piece = {}, .expected = "--cell, --bandwidth"};
    const auto density = kernel_density(cases.points, *grid, o.bandwidth_metres, kernel);
    if (!density) return too_large(file);
    std::vector<std::optional<double>> risk;
    if (!o.denominator.empty()) {
        TRY(const PointTable below, read_points(o.denominator, &cases));
        const auto surface = relative_risk(cases.points, below.points, *grid, o.bandwidth_metres, kernel, o.min_near);
        if (!surface) return Error{.fault = surface.reason == Reason::TooLarge ? Fault::TooLarge : Fault::NoRows, .place = {.file = o.denominator}};
        risk = *surface;
    }
    CsvSheet sheet{{cases.is_globe ? "lon" : "x", cases.is_globe ? "lat" : "y", "per_km2", "relative_risk"}, {}};
    for (std::size_t i = 0; i < density->size(); ++i) {
        if ((*density)[i] == 0) continue;
        const PlanePoint at = grid->centre(i % grid->columns, i / grid->columns);
        const LatLon globe = cases.projection.globe(at);
        const auto ratio = risk.empty() ? std::nullopt : risk[i];
        sheet.rows.push_back({plain_number(cases.is_globe ? globe.longitude : at.x), plain_number(cases.is_globe ? globe.latitude : at.y), plain_number((*density)[i] * 1e6), ratio ? plain_number(*ratio) : ""});
    }
    return sheet;
}

constexpr const char* kKindNames[] = {"none", "new", "consecutive", "intensifying", "persistent", "diminishing", "sporadic", "oscillating", "historical"};

Result<CsvSheet> emerging_sheet(const HotspotsOptions& o) {
    TRY(const PlaceTable table, read_places(table_of(o), Positions::Needed));
    TRY(const SpatialWeights weights, weights_of(table, o));
    const std::size_t weeks = table.weeks.size();
    const auto spots = hot_spots(table.counts, weeks, weights, {.permutations = o.replicas, .seed = o.seed}, o.false_share);
    CsvSheet sheet{{"place", "kind", "side", "hot_weeks", "cold_weeks", "weeks", "trend_z", "trend_p", "reason"}, {}};
    for (std::size_t i = 0; i < table.places.size(); ++i) {
        const auto& spot = spots.kinds[i];
        if (!spot) sheet.rows.push_back({table.places[i], "", "", "", "", whole(weeks), "", "", std::string{reason_id(spot.reason)}});
        else sheet.rows.push_back({table.places[i], kKindNames[static_cast<std::size_t>(spot->kind)], spot->side == Heat::Hot ? "hot" : spot->side == Heat::Cold ? "cold" : "", whole(spot->hot), whole(spot->cold),
                                   whole(weeks), plain_number(spot->trend.z), plain_number(spot->trend.p), ""});
    }
    return sheet;
}

Result<CsvSheet> trend_sheet(const HotspotsOptions& o) {
    TRY(const PlaceTable table, read_places(table_of(o), Positions::Unneeded));
    CsvSheet sheet{{"place", "weeks", "s", "variance", "z", "p", "reason"}, {}};
    for (std::size_t i = 0; i < table.places.size(); ++i) {
        const auto trend = mann_kendall(std::span{table.counts}.subspan(i * table.weeks.size(), table.weeks.size()));
        std::vector<std::string> row = {table.places[i], whole(trend.n)};
        if (trend) for (const double v : {trend->s, trend->variance, trend->z, trend->p}) row.push_back(plain_number(v));
        row.resize(sheet.header.size() - 1);
        row.emplace_back(reason_id(trend.reason));
        sheet.rows.push_back(std::move(row));
    }
    return sheet;
}

Result<CsvSheet> sheet_of(const HotspotsOptions& o) {
    if (o.method == "gi") return local_sheet(o);
    if (o.method == "scan-st" || o.method == "scan-ebp") return scan_sheet(o);
    if (o.method == "kde") return density_sheet(o);
    if (o.method == "emerging") return emerging_sheet(o);
    if (o.method == "mann-kendall") return trend_sheet(o);
    TRY(const PlainTable table, read_plain_table(table_of(o)));
    if (o.method == "excess") return excess_sheet(table);
    if (o.method == "words") return words_sheet(table);
    return addresses_sheet(table);
}

Result<Nothing> write_hotspots(const HotspotsOptions& o) {
    if (o.cells.empty() == o.points.empty()) return Error{.fault = Fault::BadArgument, .piece = o.cells, .expected = "--cells, --points"};
    TRY(const CsvSheet sheet, sheet_of(o));
    const std::string text = plain_csv(sheet.header, sheet.rows);
    return put_csv(o.out, text);
}

}  // namespace

Exit run_hotspots(const HotspotsOptions& options) {
    return finish(write_hotspots(options));
}

}  // namespace problemator::cli
