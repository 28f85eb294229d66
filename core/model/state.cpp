#include "core/model/state.hpp"

#include <algorithm>
#include <charconv>
#include <iterator>

#include "core/base/format.hpp"
#include "core/base/text.hpp"
#include "core/model/link_text.hpp"

namespace problemator {
namespace {

constexpr std::size_t kMaxHash = 4096;
constexpr std::array<std::string_view, kScreens> kScreenIds = {"svodka", "teplo", "problemy", "rejting", "pokazateli", "soobshcheniya", "kachestvo", "otchyoty", "o-dannykh", "razdely"};
constexpr std::array<std::string_view, kDimensions> kDimensionKeys = {"ch", "k", "f", "b", "tp", "sub", "t", "d", "st", "out", "net", "str"};
constexpr std::array<std::string_view, 6> kViews = {"territory-block", "week-block", "weekday-hour", "territory-week", "department-topic", "map"};
constexpr std::array<std::string_view, 4> kOrders = {"sum", "name", "profile", "likeness"};
constexpr std::array<std::string_view, 4> kCompares = {"1", "year", "plan", "0"};
constexpr std::array<std::string_view, 3> kSpans = {"weeks", "quarter", "year"};
constexpr std::array<std::string_view, 2> kRated = {"departments", "territories"};
constexpr std::array<std::string_view, 3> kProblemViews = {"register", "board", "week"};
constexpr std::array<std::string_view, 6> kProblemSets = {"open", "all", "found", "work", "map", "solved"};
constexpr std::array<std::string_view, 5> kOverlays = {"none", "new", "cause", "protocol", "plan"};
constexpr std::array<std::string_view, 2> kGrains = {"month", "quarter"};
constexpr std::array<std::string_view, kMapLayers> kLayers = {"areas", "density", "totals", "spots"};
constexpr std::array<std::string_view, 4> kBases = {"received", "decided", "closed", "due"};

template <std::size_t N>
std::optional<std::size_t> find_word(const std::array<std::string_view, N>& words, std::string_view word) {
    const auto found = std::find(words.begin(), words.end(), word);
    if (found == words.end()) return std::nullopt;
    return static_cast<std::size_t>(found - words.begin());
}

template <class E, std::size_t N>
bool read_word(const std::array<std::string_view, N>& words, std::string_view word, E& out) {
    const auto found = find_word(words, word);
    if (found) out = static_cast<E>(*found);
    return found.has_value();
}

// Whole days are written with their last day included, other periods by the minute with the end excluded.
std::string write_period(const Period& period) {
    const Period all;
    if (period == all) return "all";
    const auto is_day = [](Minute m) { return m == minute_from_day(day_from_minute(m)); };
    const bool has_from = period.from != all.from, has_until = period.until != all.until;
    const bool by_day = (!has_from || is_day(period.from)) && (!has_until || is_day(period.until));
    std::string out;
    if (has_from) out += by_day ? format_iso_day(day_from_minute(period.from)) : format_iso_minute(period.from);
    out += "..";
    if (has_until) out += by_day ? format_iso_day(day_from_minute(period.until) - 1) : format_iso_minute(period.until);
    return out;
}

std::optional<Period> read_period(std::string_view text) {
    Period period;
    if (text == "all") return period;
    const auto dots = text.find("..");
    if (dots == std::string_view::npos) return std::nullopt;
    const auto first = text.substr(0, dots), last = text.substr(dots + 2);
    if (!first.empty()) {
        const auto from = parse_iso_minute(first);
        if (!from) return std::nullopt;
        period.from = *from;
    }
    if (!last.empty()) {
        const auto until = parse_iso_minute(last);
        if (!until) return std::nullopt;
        period.until = last.find('T') == std::string_view::npos ? *until + kMinutesPerDay : *until;
    }
    if (period.from > period.until) return std::nullopt;
    return period;
}

std::string write_marks(Marks marks) {
    std::vector<std::string> ids;
    for (std::size_t i = 0; i < kMarks; ++i)
        if (marks & (1u << i)) ids.emplace_back(mark_id(static_cast<Mark>(1u << i)));
    return encode_link_list(std::move(ids));
}

bool read_marks(std::string_view text, Marks& out) {
    Marks marks = 0;
    for (const auto& id : decode_link_list(text)) {
        const auto mark = parse_mark(id);
        if (!mark) return false;
        marks |= bit(*mark);
    }
    out = marks;
    return true;
}

bool read_flag(std::string_view text, bool& out) {
    if (text != "0" && text != "1") return false;
    out = text == "1";
    return true;
}

bool read_cell(std::string_view text, State& state) {
    const auto comma = text.find(',');
    if (comma == std::string_view::npos) return false;
    state.cell = {decode_link(text.substr(0, comma)), decode_link(text.substr(comma + 1))};
    return true;
}

bool read_week(std::string_view text, std::optional<Week>& out) {
    const auto week = parse_week(text);
    if (week) out = *week;
    return week.has_value();
}

// "pos:17,2026-W46" or "pos:17,2026-10-19..2026-11-15".
std::string write_cluster(const ClusterKey& cluster) {
    const Period& period = cluster.period;
    const bool is_inside = period.from >= kFirstTime && period.from < kLastTime;
    const Week week = is_inside ? week_from_minute(period.from) : 0;
    const bool is_week = is_inside && period == Period{first_minute_of_week(week), first_minute_of_week(week + 1)};
    return encode_link(cluster.message) + "," + (is_week ? format_week_key(week) : write_period(period));
}

bool read_cluster(std::string_view text, State& state) {
    const auto comma = text.find(',');
    if (comma == 0 || comma == std::string_view::npos) return false;
    const auto when = decode_link(text.substr(comma + 1));
    auto period = read_period(when);
    if (const auto week = parse_week(when)) period = Period{first_minute_of_week(*week), first_minute_of_week(*week + 1)};
    if (!period) return false;
    state.cluster = ClusterKey{decode_link(text.substr(0, comma)), *period};
    return true;
}

std::string write_dimensions(std::uint32_t bits) {
    std::vector<std::string> keys;
    for (std::size_t d = 0; d < kDimensions; ++d)
        if (bits & (1u << d)) keys.emplace_back(kDimensionKeys[d]);
    return encode_link_list(std::move(keys));
}

bool read_dimensions(std::string_view text, std::uint32_t& out) {
    std::uint32_t bits = 0;
    for (const auto& key : decode_link_list(text)) {
        const auto d = find_word(kDimensionKeys, key);
        if (!d) return false;
        bits |= 1u << *d;
    }
    out = bits;
    return true;
}

bool read_search(std::string_view text, State& state) {
    state.search = decode_link(text);
    state.is_search_linked = true;   // also of an empty one: such a link ends a search
    return true;
}

bool read_measure(std::string_view text, State& state) {
    const auto measure = parse_measure(text);
    if (measure) state.measure = *measure;
    return measure.has_value();
}

std::string write_layers(std::uint8_t hidden) {
    std::vector<std::string> ids;
    for (std::size_t i = 0; i < kMapLayers; ++i)
        if (hidden & bit(static_cast<MapLayer>(i))) ids.emplace_back(kLayers[i]);
    return encode_link_list(std::move(ids));
}

bool read_layers(std::string_view text, std::uint8_t& out) {
    std::uint8_t hidden = 0;
    for (const auto& id : decode_link_list(text)) {
        const auto layer = find_word(kLayers, id);
        if (!layer) return false;
        hidden = static_cast<std::uint8_t>(hidden | bit(static_cast<MapLayer>(*layer)));
    }
    out = hidden;
    return true;
}

// "3,62450,66030": zoom, then the middle in thousandths of a degree.
std::string write_look(const MapLook& look) { return std::to_string(look.zoom) + ',' + std::to_string(look.lat_e3) + ',' + std::to_string(look.lon_e3); }

bool read_look(std::string_view text, MapLook& look) {
    const auto parts = split(text, ',');
    if (parts.size() != 3) return false;
    constexpr int kMost[] = {kMaxMapZoom, 90'000, 180'000};
    int values[3] = {};
    for (std::size_t i = 0; i < 3; ++i) {
        const auto end = parts[i].data() + parts[i].size();
        const auto read = std::from_chars(parts[i].data(), end, values[i]);
        if (read.ec != std::errc{} || read.ptr != end || values[i] > kMost[i] || values[i] < (i == 0 ? 1 : -kMost[i])) return false;
    }
    look.zoom = values[0], look.lat_e3 = values[1], look.lon_e3 = values[2];
    return true;
}

bool read_place(std::string_view text, State& state) {
    auto area = read_area(text);
    if (area) state.place = *std::move(area);
    return area.has_value();
}

// False: the key is not ours or the value cannot be read; the state is unchanged then.
bool read_field(std::string_view key, std::string_view value, State& state) {
    if (const auto d = find_word(kDimensionKeys, key)) {
        state.keep[*d] = decode_link_list(value);
        return true;
    }
    if (key == "w") return read_week(value, state.week);
    if (key == "ow") return read_week(value, state.order_week);
    if (key == "cl") return read_cluster(value, state);
    if (key == "more") return read_dimensions(value, state.unfolded);
    if (key == "q") return read_search(value, state);
    if (key == "p") {
        const auto period = read_period(decode_link(value));
        if (period) state.period = *period;
        return period.has_value();
    }
    if (key == "basis") return read_word(kBases, value, state.basis);
    if (key == "m") return read_marks(value, state.with);
    if (key == "not") return read_marks(value, state.without);
    if (key == "view") return read_word(kViews, value, state.view);
    if (key == "hex") return read_place(value, state);
    if (key == "tiles") return read_flag(value, state.map.as_tiles);
    if (key == "hide") return read_layers(value, state.map.hidden);
    if (key == "at") return read_look(value, state.map);
    if (key == "measure") return read_measure(value, state);
    if (key == "order") return read_word(kOrders, value, state.order);
    if (key == "span") return read_word(kSpans, value, state.span);
    if (key == "of") return read_word(kRated, value, state.rated);
    if (key == "raw") return read_flag(value, state.is_unadjusted);
    if (key == "tab") return read_word(kProblemViews, value, state.problem_view);
    if (key == "set") return read_word(kProblemSets, value, state.problem_set);
    if (key == "g") return read_word(kGrains, value, state.grain);
    if (key == "over") return read_word(kOverlays, value, state.overlay);
    if (key == "change") return read_flag(value, state.as_change);
    if (key == "deviation") return read_flag(value, state.as_deviation);
    if (key == "compare") return read_word(kCompares, value, state.compare);
    if (key == "cell") return read_cell(value, state);
    if (key == "id") state.message = decode_link(value);
    else if (key == "rows") state.row_order = decode_link_order(value);
    else if (key == "cols") state.column_order = decode_link_order(value);
    else if (key == "sort") state.sort = decode_link(value);
    else if (key == "dep") state.department = decode_link(value);
    else if (key == "paper") state.paper = decode_link(value);
    else if (key == "skip") state.skip = decode_link_list(value);
    else if (key == "vs") state.versus = decode_link_list(value);
    else if (key == "ind") state.indicator = decode_link(value);
    else if (key == "problem") state.problem = decode_link(value);
    else if (key == "protocol") state.protocol = decode_link_list(value);
    else if (key == "lang" && (value == "en" || value == "ru")) state.lang = value == "en" ? Lang::En : Lang::Ru;
    else return false;
    return true;
}

template <class E, std::size_t N>
std::string_view word_of(const std::array<std::string_view, N>& words, E value) {
    return words[static_cast<std::size_t>(value)];
}

// Key and value as they stand in the link, defaults left out; sorted by key so that equal states give equal links.
std::vector<std::pair<std::string, std::string>> write_fields(const State& state) {
    const State plain;
    std::vector<std::pair<std::string, std::string>> out;
    for (std::size_t d = 0; d < kDimensions; ++d)
        if (!state.keep[d].empty()) out.emplace_back(kDimensionKeys[d], encode_link_list(state.keep[d]));
    if (state.week) out.emplace_back("w", format_week_key(*state.week));
    if (state.period) out.emplace_back("p", write_period(*state.period));
    if (state.basis != plain.basis) out.emplace_back("basis", word_of(kBases, state.basis));
    if (state.with) out.emplace_back("m", write_marks(state.with));
    if (state.without) out.emplace_back("not", write_marks(state.without));
    if (state.view != plain.view) out.emplace_back("view", word_of(kViews, state.view));
    if (!state.place.is_everywhere()) out.emplace_back("hex", write_area(state.place));
    if (state.map.as_tiles) out.emplace_back("tiles", "1");
    if (state.map.hidden) out.emplace_back("hide", write_layers(state.map.hidden));
    if (state.map.zoom > 0) out.emplace_back("at", write_look(state.map));
    if (state.measure != plain.measure) out.emplace_back("measure", measure_id(state.measure));
    if (state.order != plain.order) out.emplace_back("order", word_of(kOrders, state.order));
    if (state.span != plain.span) out.emplace_back("span", word_of(kSpans, state.span));
    if (state.rated != plain.rated) out.emplace_back("of", word_of(kRated, state.rated));
    if (state.is_unadjusted) out.emplace_back("raw", "1");
    if (state.as_change) out.emplace_back("change", "1");
    if (state.as_deviation) out.emplace_back("deviation", "1");
    if (state.compare != plain.compare) out.emplace_back("compare", word_of(kCompares, state.compare));
    if (state.order_week) out.emplace_back("ow", format_week_key(*state.order_week));
    if (!state.row_order.empty()) out.emplace_back("rows", encode_link_order(state.row_order));
    if (!state.column_order.empty()) out.emplace_back("cols", encode_link_order(state.column_order));
    if (state.cluster) out.emplace_back("cl", write_cluster(*state.cluster));
    if (state.unfolded) out.emplace_back("more", write_dimensions(state.unfolded));
    if (state.is_search_linked) out.emplace_back("q", encode_link(state.search));
    if (state.cell) out.emplace_back("cell", encode_link(state.cell->first) + "," + encode_link(state.cell->second));
    if (!state.message.empty()) out.emplace_back("id", encode_link(state.message));
    if (!state.sort.empty()) out.emplace_back("sort", encode_link(state.sort));
    if (!state.department.empty()) out.emplace_back("dep", encode_link(state.department));
    if (!state.paper.empty()) out.emplace_back("paper", encode_link(state.paper));
    if (!state.skip.empty()) out.emplace_back("skip", encode_link_list(state.skip));
    if (!state.versus.empty()) out.emplace_back("vs", encode_link_list(state.versus));
    if (state.grain != plain.grain) out.emplace_back("g", word_of(kGrains, state.grain));
    if (!state.indicator.empty()) out.emplace_back("ind", encode_link(state.indicator));
    if (state.problem_view != plain.problem_view) out.emplace_back("tab", word_of(kProblemViews, state.problem_view));
    if (state.problem_set != plain.problem_set) out.emplace_back("set", word_of(kProblemSets, state.problem_set));
    if (!state.problem.empty()) out.emplace_back("problem", encode_link(state.problem));
    if (!state.protocol.empty()) out.emplace_back("protocol", encode_link_list(state.protocol));
    if (state.overlay != plain.overlay) out.emplace_back("over", word_of(kOverlays, state.overlay));
    if (state.lang == Lang::En) out.emplace_back("lang", "en");
    std::sort(out.begin(), out.end());
    for (const auto& [key, value] : state.unknown) out.emplace_back(encode_link(key), encode_link(value));
    return out;
}

}  // namespace

std::string_view screen_id(Screen s) { return word_of(kScreenIds, s); }

Phrase screen_name(Screen s) {
    switch (s) {
        case Screen::Overview: return {"Сводка", "Overview"};
        case Screen::Heatmap: return {"Тепловая карта", "Heat map"};
        case Screen::Problems: return {"Проблематор", "Problem register"};
        case Screen::Rating: return {"Рейтинг", "Rating"};
        case Screen::Indicators: return {"Показатели", "Indicators"};
        case Screen::Messages: return {"Сообщения", "Messages"};
        case Screen::Quality: return {"Качество данных", "Data quality"};
        case Screen::Reports: return {"Отчёты", "Reports"};
        case Screen::About: return {"О данных", "About the data"};
        case Screen::Sections: return {"Разделы", "Sections"};
    }
    return {"Сводка", "Overview"};
}

std::string to_hash(const State& state) {
    std::string out = "#/" + std::string{screen_id(state.screen)};
    char before = '?';
    for (const auto& [key, value] : write_fields(state)) {
        out += before + key + '=' + value;
        before = '&';
    }
    return out;
}

State from_hash(std::string_view hash) {
    State state;
    hash = hash.substr(0, kMaxHash);
    while (!hash.empty() && (hash.front() == '#' || hash.front() == '/')) hash.remove_prefix(1);
    const auto question = hash.find('?');
    const auto path = hash.substr(0, question);
    if (!path.empty() && !read_word(kScreenIds, path, state.screen)) state.unknown.emplace_back("screen", decode_link(path));
    if (question == std::string_view::npos) return state;
    for (const auto piece : split(hash.substr(question + 1), '&')) {
        if (piece.empty()) continue;
        const auto equals = piece.find('=');
        const auto key = decode_link(piece.substr(0, equals));
        const auto value = equals == std::string_view::npos ? std::string_view{} : piece.substr(equals + 1);
        if (!read_field(key, value, state)) state.unknown.emplace_back(key, decode_link(value));
    }
    return state;
}

State with_dimension(State state, Dimension d, std::vector<std::string> ids) {
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    state.keep[index(d)] = std::move(ids);
    return state;
}

}  // namespace problemator
