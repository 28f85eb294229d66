#include "core/model/state.hpp"

#include <algorithm>
#include <iterator>

#include "core/base/format.hpp"
#include "core/base/text.hpp"
#include "core/model/link_text.hpp"

namespace problemator {
namespace {

constexpr std::size_t kMaxHash = 4096;
constexpr std::array<std::string_view, kScreens> kScreenIds = {"svodka", "teplo", "problemy", "rejting", "pokazateli", "soobshcheniya", "kachestvo"};
constexpr std::array<std::string_view, kDimensions> kDimensionKeys = {"ch", "k", "f", "b", "tp", "sub", "t", "d", "st", "out", "net"};
constexpr std::array<std::string_view, 3> kViews = {"territory-block", "week-block", "weekday-hour"};
constexpr std::array<std::string_view, 3> kOrders = {"sum", "name", "profile"};
constexpr std::array<std::string_view, 3> kSpans = {"weeks", "quarter", "year"};
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

bool read_week(std::string_view text, State& state) {
    const auto week = parse_week(text);
    if (week) state.week = *week;
    return week.has_value();
}

bool read_measure(std::string_view text, State& state) {
    const auto measure = parse_measure(text);
    if (measure) state.measure = *measure;
    return measure.has_value();
}

// False: the key is not ours or the value cannot be read; the state is unchanged then.
bool read_field(std::string_view key, std::string_view value, State& state) {
    if (const auto d = find_word(kDimensionKeys, key)) {
        state.keep[*d] = decode_link_list(value);
        return true;
    }
    if (key == "w") return read_week(value, state);
    if (key == "p") {
        const auto period = read_period(decode_link(value));
        if (period) state.period = *period;
        return period.has_value();
    }
    if (key == "basis") return read_word(kBases, value, state.basis);
    if (key == "m") return read_marks(value, state.with);
    if (key == "not") return read_marks(value, state.without);
    if (key == "view") return read_word(kViews, value, state.view);
    if (key == "measure") return read_measure(value, state);
    if (key == "order") return read_word(kOrders, value, state.order);
    if (key == "span") return read_word(kSpans, value, state.span);
    if (key == "change") return read_flag(value, state.as_change);
    if (key == "compare") return read_flag(value, state.compare);
    if (key == "cell") return read_cell(value, state);
    if (key == "id") state.message = decode_link(value);
    else if (key == "sort") state.sort = decode_link(value);
    else if (key == "dep") state.department = decode_link(value);
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
    if (state.measure != plain.measure) out.emplace_back("measure", measure_id(state.measure));
    if (state.order != plain.order) out.emplace_back("order", word_of(kOrders, state.order));
    if (state.span != plain.span) out.emplace_back("span", word_of(kSpans, state.span));
    if (state.as_change) out.emplace_back("change", "1");
    if (!state.compare) out.emplace_back("compare", "0");
    if (state.cell) out.emplace_back("cell", encode_link(state.cell->first) + "," + encode_link(state.cell->second));
    if (!state.message.empty()) out.emplace_back("id", encode_link(state.message));
    if (!state.sort.empty()) out.emplace_back("sort", encode_link(state.sort));
    if (!state.department.empty()) out.emplace_back("dep", encode_link(state.department));
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
