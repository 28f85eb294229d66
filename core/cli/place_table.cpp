#include "core/cli/place_table.hpp"

#include <algorithm>
#include <cstdlib>
#include <map>

namespace problemator::cli {
namespace {

constexpr std::size_t kMaxCells = 20'000'000;

bool has_column(const PlainTable& table, std::string_view name) { return std::find(table.header.begin(), table.header.end(), name) != table.header.end(); }

Error bad_cell(const PlainTable& table, std::size_t row, std::string_view column, std::string piece, std::string expected) {
    return {.fault = Fault::OutOfRange, .place = {.file = table.file, .row = static_cast<std::uint32_t>(row + 2), .column = std::string{column}}, .piece = std::move(piece), .expected = std::move(expected)};
}

Result<std::vector<double>> counts_of(const PlainTable& table, std::string_view column) {
    if (!has_column(table, column)) return std::vector<double>(table.rows.size(), 1.0);
    TRY(auto counts, number_column(table, column));
    for (std::size_t i = 0; i < counts.size(); ++i)
        if (counts[i] < 0 || counts[i] > 1e9) return bad_cell(table, i, column, plain_number(counts[i]), "0…1000000000");
    return counts;
}

// As the file has them: x, y in metres, or longitude and latitude.
struct RawPositions { std::vector<double> x, y; bool is_globe = false; };

Result<RawPositions> positions_of(const PlainTable& table) {
    RawPositions at{.x = {}, .y = {}, .is_globe = has_column(table, "lat") || !has_column(table, "x")};
    TRY(at.x, number_column(table, at.is_globe ? "lon" : "x"));
    TRY(at.y, number_column(table, at.is_globe ? "lat" : "y"));
    for (std::size_t i = 0; i < at.x.size(); ++i) {
        const double most_x = at.is_globe ? 180 : 1e9, most_y = at.is_globe ? 90 : 1e9;
        if (std::abs(at.x[i]) > most_x) return bad_cell(table, i, at.is_globe ? "lon" : "x", plain_number(at.x[i]), "±" + plain_number(most_x));
        if (std::abs(at.y[i]) > most_y) return bad_cell(table, i, at.is_globe ? "lat" : "y", plain_number(at.y[i]), "±" + plain_number(most_y));
    }
    return at;
}

std::vector<PlanePoint> plane_of(const RawPositions& at, const Projection& projection) {
    std::vector<PlanePoint> points;
    for (std::size_t i = 0; i < at.x.size(); ++i) points.push_back(at.is_globe ? projection.plane({at.y[i], at.x[i]}) : PlanePoint{at.x[i], at.y[i]});
    return points;
}

Projection projection_of(const RawPositions& at) {
    std::vector<LatLon> globe;
    if (at.is_globe)
        for (std::size_t i = 0; i < at.x.size(); ++i) globe.push_back({at.y[i], at.x[i]});
    return problemator::projection_of(globe);
}

bool is_whole_number(const std::string& text) { return !text.empty() && text.size() < 10 && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; }); }

std::vector<std::string> sorted_weeks(std::vector<std::string> weeks) {
    std::sort(weeks.begin(), weeks.end());
    weeks.erase(std::unique(weeks.begin(), weeks.end()), weeks.end());
    if (std::all_of(weeks.begin(), weeks.end(), is_whole_number))
        std::stable_sort(weeks.begin(), weeks.end(), [](const auto& a, const auto& b) { return std::atol(a.c_str()) < std::atol(b.c_str()); });
    return weeks;
}

struct Rows { std::vector<std::string> place, week; std::vector<double> count, expected; RawPositions at; };

Result<Rows> rows_of(const PlainTable& table, Positions positions) {
    Rows rows;
    if (positions == Positions::Needed) { TRY(rows.at, positions_of(table)); }
    TRY(rows.count, counts_of(table, "count"));
    if (has_column(table, "expected")) { TRY(rows.expected, counts_of(table, "expected")); }
    rows.week.resize(table.rows.size());
    if (has_column(table, "week")) { TRY(rows.week, text_column(table, "week")); }
    if (has_column(table, "place") || positions == Positions::Unneeded) {
        TRY(rows.place, text_column(table, "place"));
    } else {
        for (std::size_t i = 0; i < table.rows.size(); ++i) rows.place.push_back(plain_number(rows.at.x[i]) + " " + plain_number(rows.at.y[i]));
    }
    return rows;
}

}  // namespace

std::vector<double> PlaceTable::of_week(std::size_t week) const {
    std::vector<double> values;
    for (std::size_t place = 0; place < places.size(); ++place) values.push_back(count(place, week));
    return values;
}

Result<PlaceTable> read_places(const std::string& path, Positions positions) {
    TRY(const PlainTable table, read_plain_table(path));
    if (table.rows.empty()) return Error{.fault = Fault::NoRows, .place = {.file = table.file}};
    TRY(const Rows rows, rows_of(table, positions));
    PlaceTable read;
    read.weeks = sorted_weeks(rows.week);
    std::map<std::string, std::size_t> week_numbers, first_rows, numbers;
    for (std::size_t w = 0; w < read.weeks.size(); ++w) week_numbers[read.weeks[w]] = w;
    for (std::size_t i = 0; i < rows.place.size(); ++i) {
        const std::size_t first = first_rows.try_emplace(rows.place[i], i).first->second;
        if (first == i) {
            numbers[rows.place[i]] = read.places.size();
            read.places.push_back(rows.place[i]);
        } else if (positions == Positions::Needed && (rows.at.x[i] != rows.at.x[first] || rows.at.y[i] != rows.at.y[first])) {
            const bool is_x = rows.at.x[i] != rows.at.x[first];   // the place has moved
            const auto& axis = is_x ? rows.at.x : rows.at.y;
            return bad_cell(table, i, rows.at.is_globe ? (is_x ? "lon" : "lat") : (is_x ? "x" : "y"), plain_number(axis[i]), plain_number(axis[first]));
        }
    }
    if (read.places.size() > kMaxCells / read.weeks.size()) return Error{.fault = Fault::TooLarge, .place = {.file = table.file}};
    read.counts.resize(read.places.size() * read.weeks.size());
    read.expected.resize(rows.expected.empty() ? 0 : read.counts.size());
    for (std::size_t i = 0; i < rows.place.size(); ++i) {
        const std::size_t cell = numbers[rows.place[i]] * read.weeks.size() + week_numbers[rows.week[i]];
        read.counts[cell] += rows.count[i];
        if (!rows.expected.empty()) read.expected[cell] += rows.expected[i];
    }
    if (positions == Positions::Unneeded) return read;
    const auto points = plane_of(rows.at, projection_of(rows.at));
    for (const std::string& place : read.places) read.points.push_back(points[first_rows[place]]);
    return read;
}

Result<PointTable> read_points(const std::string& path, const PointTable* first) {
    TRY(const PlainTable table, read_plain_table(path));
    if (table.rows.empty()) return Error{.fault = Fault::NoRows, .place = {.file = table.file}};
    TRY(const RawPositions at, positions_of(table));
    TRY(const auto counts, counts_of(table, "count"));
    if (first && first->is_globe != at.is_globe) return Error{.fault = Fault::MissingColumn, .place = {.file = table.file, .row = 1, .column = first->is_globe ? "lat" : "x"}};
    PointTable read{.points = {}, .projection = first ? first->projection : projection_of(at), .is_globe = at.is_globe};
    const auto plane = plane_of(at, read.projection);
    for (std::size_t i = 0; i < plane.size(); ++i) read.points.push_back({plane[i], counts[i]});
    return read;
}

}  // namespace problemator::cli
