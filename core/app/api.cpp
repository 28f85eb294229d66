#include "core/app/api.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "core/app/api_filter.hpp"
#include "core/app/api_problems.hpp"
#include "core/base/format.hpp"
#include "core/base/nearest.hpp"
#include "core/model/names.hpp"

namespace problemator {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kMaxRows = 1000, kDefaultRows = 50;

std::string key_id(const World& world, Axis axis, std::int32_t key) {
    if (is_dimension(axis)) return std::string{world.snapshot.table.dictionary(static_cast<Dimension>(axis)).id(static_cast<Code>(key))};
    switch (axis) {
        case Axis::Day: return format_iso_day(key);
        case Axis::Week: return format_week_key(key);
        case Axis::Month: return format_iso_day(first_day_of_month(key)).substr(0, 7);
        case Axis::Weekday: return std::to_string(key + 1);   // 1 = Monday, as in ISO 8601
        default: return std::to_string(key);
    }
}

std::string key_name(const World& world, Axis axis, std::int32_t key) {
    return is_dimension(axis) ? name_of(world, static_cast<Dimension>(axis), static_cast<Code>(key), Lang::Ru) : key_id(world, axis, key);
}

Json number(std::optional<double> value) { return value ? Json(*value) : Json(nullptr); }

std::optional<double> population_of(const World& world, std::string_view territory) {
    for (const auto& t : world.profile.territories)
        if (t.id == territory && t.population && *t.population > 0) return *t.population;
    return std::nullopt;
}

// Middle of the closed rows' minutes; of an even number the lower one.
std::optional<double> median(std::vector<Minute> minutes) {
    if (minutes.empty()) return std::nullopt;
    const auto middle = minutes.begin() + static_cast<std::ptrdiff_t>((minutes.size() - 1) / 2);
    std::nth_element(minutes.begin(), middle, minutes.end());
    return *middle;
}

struct Groups { Grouped grouped; std::optional<GroupedMinutes> minutes; };

Json measure_value(const World& world, const Groups& groups, std::size_t i, Measure measure) {
    const auto& [axis, keys, tallies] = groups.grouped;
    if (measure == Measure::MedianReply) return groups.minutes && i < groups.minutes->minutes.size() ? number(median(groups.minutes->minutes[i])) : Json(nullptr);
    if (measure != Measure::PerThousand) return number(value(tallies[i], measure));
    const auto people = axis == Axis::Territory ? population_of(world, key_id(world, axis, keys[i])) : std::nullopt;
    return people ? Json(1000.0 * tallies[i].n / *people) : Json(nullptr);
}

Result<Json> count(const App& app, const JsonCursor& request) {
    TRY(const auto filter, read_filter(app, request));
    return Json{{"count", count_rows(app.world().snapshot.table, filter)}};
}

Result<Json> grouped(const App& app, const JsonCursor& request) {
    const World world = app.world();
    TRY(const auto axis, read_axis(request, "by"));
    TRY(const auto measures, read_measures(request, "measures"));
    TRY(const auto filter, read_filter(app, request));
    Groups groups{group(world.snapshot.table, filter, axis), std::nullopt};
    if (std::find(measures.begin(), measures.end(), Measure::MedianReply) != measures.end()) groups.minutes = reply_minutes_by(world.snapshot.table, filter, axis);
    Json out = {{"by", axis_id(axis)}, {"groups", Json::array()}};
    for (std::size_t i = 0; i < groups.grouped.keys.size(); ++i) {
        const auto key = groups.grouped.keys[i];
        Json row = {{"id", key_id(world, axis, key)}, {"name", key_name(world, axis, key)}};
        for (const Measure measure : measures) row[std::string{measure_id(measure)}] = measure_value(world, groups, i, measure);
        out["groups"].push_back(std::move(row));
    }
    return out;
}

Result<Json> series(const App& app, const JsonCursor& request) {
    TRY(const auto axis, read_axis(request, "by"));
    if (!is_dimension(axis)) return grouped(app, request);
    TRY(const auto at, request.at("by"));
    return at.error(Fault::BadValue, std::string{axis_id(axis)}, "day, week, month, weekday, hour");
}

Json heads(const World& world, Axis axis, const std::vector<std::int32_t>& keys) {
    Json out = Json::array();
    for (const auto key : keys) out.push_back({{"id", key_id(world, axis, key)}, {"name", key_name(world, axis, key)}});
    return out;
}

Result<Json> pivoted(const App& app, const JsonCursor& request) {
    const World world = app.world();
    TRY(const auto rows, read_axis(request, "rows"));
    TRY(const auto columns, read_axis(request, "columns"));
    TRY(const auto measures, read_measures(request, "measure"));
    TRY(const auto filter, read_filter(app, request));
    const Measure measure = measures.empty() ? Measure::Count : measures.front();
    const auto cells = pivot(world.snapshot.table, filter, rows, columns);
    Json values = Json::array();
    for (std::size_t r = 0; r < cells.rows.size(); ++r) {
        Json line = Json::array();
        for (std::size_t c = 0; c < cells.columns.size(); ++c) line.push_back(number(value(cells.at(r, c), measure)));
        values.push_back(std::move(line));
    }
    return Json{{"measure", measure_id(measure)}, {"rows", heads(world, rows, cells.rows)}, {"columns", heads(world, columns, cells.columns)}, {"values", std::move(values)}};
}

Json row_json(const World& world, std::uint32_t row) {
    const Table& table = world.snapshot.table;
    const auto time = [](Minute m) { return m == kNoTime ? Json(nullptr) : Json(format_iso_minute(m)); };
    Json out = {{"id", table.id[row]}, {"received", time(table.received[row])}, {"due", time(table.due[row])}, {"closed", time(table.closed[row])}};
    for (const Dimension d : kAllDimensions)
        if (table.column(d)[row] != kNotGiven) out[std::string{dimension_id(d)}] = table.dictionary(d).id(table.column(d)[row]);
    Json marks = Json::array();
    for (std::size_t i = 0; i < kMarks; ++i)
        if (has(table.marks[row], static_cast<Mark>(1u << i))) marks.push_back(mark_id(static_cast<Mark>(1u << i)));
    out["marks"] = std::move(marks);
    if (table.rating[row] > 0) out["rating"] = table.rating[row];
    if (row < table.text.size() && !table.text[row].empty()) out["text"] = table.text[row];
    return out;
}

Result<std::size_t> read_size(const JsonCursor& request, std::string_view key, std::size_t otherwise) {
    const auto at = request.find(key);
    if (!at) return otherwise;
    TRY(const auto n, at->integer());
    if (n < 0) return at->error(Fault::OutOfRange, std::to_string(n), "≥ 0");
    return static_cast<std::size_t>(n);
}

Result<Json> rows(const App& app, const JsonCursor& request) {
    const World world = app.world();
    TRY(const auto filter, read_filter(app, request));
    TRY(const auto limit, read_size(request, "limit", kDefaultRows));
    TRY(const auto offset, read_size(request, "offset", 0));
    const auto found = matching_rows(world.snapshot.table, filter);
    Json out = {{"total", found.size()}, {"rows", Json::array()}};
    const std::size_t first = std::min(offset, found.size()), last = std::min(first + std::min(limit, kMaxRows), found.size());
    for (std::size_t i = first; i < last; ++i) out["rows"].push_back(row_json(world, found[found.size() - 1 - i]));   // newest first
    return out;
}

Json names(const World& world, Dimension d) {
    Json out = Json::array();
    const auto& dictionary = world.snapshot.table.dictionary(d);
    for (std::size_t code = 1; code < dictionary.size(); ++code)
        out.push_back({{"id", dictionary.id(static_cast<Code>(code))}, {"name", name_of(world, d, static_cast<Code>(code), Lang::Ru)}});
    return out;
}

template <class T>
Json words(T last, std::string_view (*id)(T)) {
    Json out = Json::array();
    for (int i = 0; i <= static_cast<int>(last); ++i) out.push_back(id(static_cast<T>(i)));
    return out;
}

Json describe_app(const App& app) {
    const World world = app.world();
    const Table& table = world.snapshot.table;
    Json out = {{"municipality", world.profile.id}, {"name", world.profile.name.ru}, {"week", format_week_key(world.snapshot.info.week)},
                {"as_of", format_iso_minute(table.as_of)}, {"checksum", world.checksum}, {"rows", table.rows()}};
    if (table.rows() > 0) {
        out["first"] = format_iso_minute(table.received.front());
        out["last"] = format_iso_minute(table.received.back());
    }
    Json dimensions = Json::object();
    for (const Dimension d : kAllDimensions) dimensions[std::string{dimension_id(d)}] = names(world, d);
    out["dimensions"] = std::move(dimensions);
    out["axes"] = words<Axis>(Axis::Hour, axis_id);
    out["measures"] = words<Measure>(Measure::PerThousand, measure_id);
    Json marks = Json::array();
    for (std::size_t i = 0; i < kMarks; ++i) marks.push_back(mark_id(static_cast<Mark>(1u << i)));
    out["marks"] = std::move(marks);
    out["calls"] = {"describe", "count", "filter", "group", "pivot", "series", "rows", "state", "go", "unpublished", "problems_file", "plans_file", "overlay"};
    return out;
}

Json state_json(const App& app) {
    const World world = app.world();
    const State& state = app.state();
    std::vector<std::string> problems;
    const Filter filter = filter_of(state, world.snapshot.table, world.snapshot.info.week, &problems);
    return {{"hash", to_hash(state)}, {"screen", screen_id(state.screen)}, {"week", format_week_key(state.week.value_or(world.snapshot.info.week))},
            {"count", count_rows(world.snapshot.table, filter)}, {"unknown_ids", problems}, {"revision", app.revision()}};
}

Result<Json> go(App& app, const JsonCursor& request) {
    TRY(const auto at, request.at("hash"));
    TRY(auto hash, at.string());
    app.apply(Go{std::move(hash)});
    return state_json(app);
}

Result<Json> answer_to(App& app, const JsonCursor& request) {
    if (auto error = request.unknown_member({"call", "by", "measures", "measure", "rows", "columns", "filter", "hash", "limit", "offset", "entries", "form"})) return *error;
    TRY(const auto at, request.at("call"));
    TRY(auto call, at.string());
    if (call == "describe") return describe_app(app);
    if (call == "count" || call == "filter") return count(app, request);
    if (call == "group") return grouped(app, request);
    if (call == "pivot") return pivoted(app, request);
    if (call == "series") return series(app, request);
    if (call == "rows") return rows(app, request);
    if (call == "state") return state_json(app);
    if (call == "go") return go(app, request);
    if (call == "unpublished") return set_unpublished(app, request);
    if (call == "problems_file") return problems_file(app);
    if (call == "plans_file") return plans_file(app);
    if (call == "overlay") return overlay_of(app);
    const auto known = std::vector<std::string_view>{"describe", "count", "filter", "group", "pivot", "series", "rows", "state", "go", "unpublished", "problems_file", "plans_file", "overlay"};
    auto nearest = nearest_word(call, known);
    return at.error(Fault::BadValue, std::move(call), std::move(nearest));
}

std::string written(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

std::string failure(const Error& error) {
    Json out = {{"ok", false}, {"fault", fault_id(error.fault)}, {"place", error.place.column}, {"piece", error.piece}, {"expected", error.expected}};
    out["message"] = {{"ru", describe(error, Lang::Ru)}, {"en", describe(error, Lang::En)}};
    out["remedy"] = {{"ru", remedy(error.fault).ru}, {"en", remedy(error.fault).en}};
    return written(out);
}

}  // namespace

std::string call_api(App& app, std::string_view request) {
    const auto parsed = JsonCursor::parse(request, "request");
    if (!parsed) return failure(parsed.error());
    const auto answer = answer_to(app, *parsed);
    if (!answer) return failure(answer.error());
    Json out = {{"ok", true}};
    out.update(*answer);
    return written(out);
}

}  // namespace problemator
