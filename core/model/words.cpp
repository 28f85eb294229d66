#include "core/model/words.hpp"

#include <cmath>

#include "core/base/format.hpp"
#include "core/model/names.hpp"

namespace problemator {
namespace {

Tone tone_of(int direction, Better better) {
    if (direction == 0 || better == Better::Neither) return Tone::Plain;
    return (direction > 0) == (better == Better::Higher) ? Tone::Good : Tone::Bad;
}

int sign_of(double difference) { return difference > 0 ? 1 : difference < 0 ? -1 : 0; }

std::string signed_or_same(std::string difference, int direction, Lang lang) {
    return direction != 0 ? std::move(difference) : std::string{Phrase{"без изменений", "no change"}.in(lang)};
}

std::string mark_words(Marks marks, Lang lang) {
    std::string out;
    for (std::size_t i = 0; i < kMarks; ++i) {
        if (!(marks & (1u << i))) continue;
        out += (out.empty() ? "" : ", ") + std::string{mark_name(static_cast<Mark>(1u << i)).in(lang)};
    }
    return out;
}

}  // namespace

std::string or_none(std::string text) { return text.empty() ? std::string{kNone} : std::move(text); }

std::string number_words(const std::optional<double>& number, int digits, Lang lang) { return number ? format_decimal(*number, digits, lang) : std::string{kNone}; }

std::string basis_words(Basis basis, Lang lang) {
    switch (basis) {
        case Basis::Received: return std::string{Phrase{"по дате поступления", "by date of receipt"}.in(lang)};
        case Basis::Decided: return std::string{Phrase{"по дате ответа или нарушения срока", "by date of the answer or of the missed deadline"}.in(lang)};
        case Basis::Closed: return std::string{Phrase{"по дате закрытия", "by date of closing"}.in(lang)};
        case Basis::Due: return std::string{Phrase{"по сроку ответа", "by deadline"}.in(lang)};
    }
    return {};
}

std::string period_words(const Period& period, Lang lang) {
    const Period all;
    const Phrase ever = {"всё время", "all time"};
    if (period == all || period.from >= period.until) return std::string{period == all ? ever.in(lang) : std::string_view{kNone}};
    const Day first = day_from_minute(period.from), last = day_from_minute(period.until - 1);
    if (period.from == all.from) return std::string{Phrase{"по ", "until "}.in(lang)} + format_date(last, lang);
    if (period.until == all.until) return std::string{Phrase{"с ", "from "}.in(lang)} + format_date(first, lang);
    const std::string range = format_date_range(first, last, lang);
    if (period == week_period(week_from_day(first))) return format_week(week_from_day(first), lang) + " (" + range + ")";
    const bool is_whole_days = period.from == minute_from_day(first) && period.until == minute_from_day(last + 1);
    return is_whole_days ? range : format_time(period.from, lang) + " – " + format_time(period.until, lang);
}

std::string filter_words(const World& world, const State& state, Lang lang) {
    const Table& table = world.snapshot.table;
    std::string out;
    for (const Dimension d : kAllDimensions) {
        const auto& ids = state.keep[index(d)];
        if (ids.empty()) continue;
        out += (out.empty() ? "" : "; ") + std::string{dimension_name(d).in(lang)} + ": ";
        for (std::size_t i = 0; i < ids.size(); ++i) {
            const auto& names = table.dictionary(d);
            const Code code = names.find_id(ids[i]);
            const bool is_known = code != kNotGiven || ids[i] == names.id(kNotGiven);
            out += (i ? ", " : "") + (is_known ? name_of(world, d, code, lang) : ids[i]);
        }
    }
    if (state.with) out += (out.empty() ? "" : "; ") + mark_words(state.with, lang);
    if (state.without) out += (out.empty() ? "" : "; ") + std::string{Phrase{"без: ", "without: "}.in(lang)} + mark_words(state.without, lang);
    if (!state.place.is_everywhere()) out += (out.empty() ? "" : "; ") + area_words(state.place, lang);
    return out.empty() ? std::string{Phrase{"без фильтров", "no filters"}.in(lang)} : out;
}

std::string area_words(const HexArea& area, Lang lang) {
    constexpr Counted cells = {"ячейка", "ячейки", "ячеек", "cell", "cells"};
    const auto say = [lang](const Phrase& phrase) { return std::string{phrase.in(lang)}; };
    const bool is_large = area.size_m >= 1000;
    const std::string size = (is_large ? format_decimal(area.size_m / 1000.0, area.size_m % 1000 == 0 ? 0 : 1, lang) : format_count(area.size_m, lang)) + say(is_large ? Phrase{"\u00A0км", "\u00A0km"} : Phrase{"\u00A0м", "\u00A0m"});
    if (area.cells.size() != 1) return say({"Место: ", "Place: "}) + format_counted(static_cast<std::int64_t>(area.cells.size()), cells, lang) + say({" по ", " of "}) + size;
    const Degrees at = to_degrees(area.plane, hex_centre(area.cells.front(), area.size_m));
    const auto degrees = [lang](double v) { return format_decimal(std::fabs(v), 2, lang) + "°"; };
    const Phrase north = at.lat >= 0 ? Phrase{" с. ш. ", " N "} : Phrase{" ю. ш. ", " S "}, east = at.lon >= 0 ? Phrase{" в. д.", " E"} : Phrase{" з. д.", " W"};
    return say({"Место: ячейка ", "Place: cell of "}) + size + say({" у ", " at "}) + degrees(at.lat) + say(north) + degrees(at.lon) + say(east);
}

std::string to_week(Week week, Lang lang) {
    const auto number = std::to_string(iso_week(week).week);
    return lang == Lang::Ru ? "к неделе\u00A0" + number : "vs week\u00A0" + number;
}

std::string to_week(Week week, Week now, Lang lang) {
    if (week >= now - 1) return to_week(week, lang);
    return std::string{Phrase{"к АППГ", "vs a year ago"}.in(lang)};
}

Change change_of_count(std::int64_t now, std::int64_t before, std::string_view against, Better better, int min_base, Lang lang) {
    Change change;
    change.direction = sign_of(static_cast<double>(now - before));
    change.tone = tone_of(change.direction, better);
    if (before < min_base) {
        const Phrase was = {"было ", "was "}, became = {", стало ", ", now "};
        change.text = std::string{was.in(lang)} + format_count(before, lang) + std::string{became.in(lang)} + format_count(now, lang);
        return change;
    }
    change.text = signed_or_same(format_signed(static_cast<double>(now - before), 0, lang), change.direction, lang) + " " + std::string{against};
    return change;
}

Change change_of_share(double now, double before, std::string_view against, Better better, Lang lang) {
    Change change;
    const double difference = std::round((now - before) * 1000) / 1000;   // as shown: one decimal of a percent
    change.direction = sign_of(difference);
    change.tone = tone_of(change.direction, better);
    change.text = signed_or_same(format_points(difference, 1, lang), change.direction, lang) + " " + std::string{against};
    return change;
}

Change change_of_value(double now, double before, int digits, std::string_view against, Better better, Lang lang) {
    Change change;
    const double scale = std::pow(10.0, digits), difference = std::round((now - before) * scale) / scale;
    change.direction = sign_of(difference);
    change.tone = tone_of(change.direction, better);
    change.text = signed_or_same(format_signed(difference, digits, lang), change.direction, lang) + " " + std::string{against};
    return change;
}

Change change_of_messages(const World& world, std::int64_t now, std::int64_t before, std::string_view against, Better better, Lang lang) {
    if (!is_hidden_count(world, now) && !is_hidden_count(world, before)) return change_of_count(now, before, against, better, world.profile.min_count_for_percent, lang);
    Change change;
    change.text = std::string{Phrase{"было ", "was "}.in(lang)} + count_words(world, before, lang) + std::string{Phrase{", стало ", ", now "}.in(lang)} + count_words(world, now, lang);
    change.direction = sign_of(drawn_count(world, static_cast<double>(now)) - drawn_count(world, static_cast<double>(before)));
    change.tone = tone_of(change.direction, better);
    return change;
}

std::string bare_change(const World& world, std::int64_t now, std::int64_t before, Lang lang) {
    if (is_hidden_count(world, now) || is_hidden_count(world, before)) return {};
    return format_signed(static_cast<double>(now - before), 0, lang);
}

bool is_hidden_count(const World& world, std::int64_t n) {
    return world.snapshot.info.is_published && n > 0 && n < world.profile.min_count_published;
}

std::string count_words(const World& world, std::int64_t n, Lang lang) {
    return is_hidden_count(world, n) ? "<\u00A0" + std::to_string(world.profile.min_count_published) : format_count(n, lang);
}

std::string counted_words(const World& world, std::int64_t n, const Counted& noun, Lang lang) {
    constexpr std::int64_t kSeveral = 5;   // «< 3 сообщений», whatever is hidden
    return is_hidden_count(world, n) ? count_words(world, n, lang) + "\u00A0" + std::string{noun.in(lang, kSeveral)} : format_counted(n, noun, lang);
}

bool hides_share(const World& world, std::int64_t part, std::int64_t n) { return is_hidden_count(world, n) || is_hidden_count(world, part) || is_hidden_count(world, n - part); }

void set_bound(Figure& figure, const Scope& scope, std::uint32_t part, std::uint32_t n) {
    const double bound = 100.0 * scope.world.profile.min_count_published / n;
    const bool is_part = is_hidden_count(scope.world, part), is_rest = is_hidden_count(scope.world, n - part);
    figure.value.reset();
    figure.unit.clear();
    figure.text = kNone;
    if (is_part == is_rest) return;                        // either bound would say which of them is the smaller
    figure.text = (is_part ? "<\u00A0" : ">\u00A0") + format_decimal(is_part ? std::ceil(bound) : std::floor(100 - bound), 0, scope.lang);
    figure.unit = "%";
}

std::string norm_words(const World& world, double mean, Lang lang) {
    const bool is_hidden = world.snapshot.info.is_published && mean < world.profile.min_count_published;
    return is_hidden ? count_words(world, 1, lang) : format_decimal(mean, mean < 10 ? 1 : 0, lang);
}

double drawn_count(const World& world, double n) { return is_hidden_count(world, std::llround(n)) ? world.profile.min_count_published - 1 : n; }

double drawn_share(const World& world, std::uint32_t part, std::uint32_t n) {
    if (is_hidden_count(world, part)) return is_hidden_count(world, n - part) ? 0.5 : drawn_count(world, part) / n;
    return 1 - drawn_count(world, n - part) / n;
}

Figure count_figure(const Scope& scope, std::uint32_t n, const State& rows) {
    Figure figure;
    if (is_hidden_count(scope.world, n)) {
        figure.text = count_words(scope.world, n, scope.lang);
        figure.is_few = true;
        return figure;
    }
    figure.text = format_count(n, scope.lang);
    figure.value = n;
    figure.n = n;
    figure.href = to_hash(rows);
    return figure;
}

Figure share_figure(const Scope& scope, std::uint32_t part, std::uint32_t n, int digits, std::uint32_t min_n, const State& rows) {
    Figure figure;
    figure.n = n;
    figure.href = to_hash(rows);
    figure.is_few = n < min_n;
    if (is_hidden_count(scope.world, n)) {
        figure.n = 0;
        figure.href.clear();
    }
    if (figure.is_few) {
        figure.text = kNone;
        return figure;
    }
    if (is_hidden_count(scope.world, part) || is_hidden_count(scope.world, n - part)) {
        set_bound(figure, scope, part, n);
        return figure;
    }
    const double share = static_cast<double>(part) / n;
    figure.value = share;
    figure.text = format_decimal(share * 100, digits, scope.lang);
    figure.unit = "%";
    return figure;
}

std::string clock_words(const Scope& scope) {
    const Minute as_of = scope.table.as_of;
    return std::string{Phrase{"состояние и сроки на ", "states and deadlines as of "}.in(scope.lang)} + format_date(day_from_minute(as_of), scope.lang) + ", " + format_time(as_of, scope.lang).substr(format_time(as_of, scope.lang).rfind(' ') + 1);
}

void explain(Figure& figure, const Scope& scope, Phrase formula, const State& rows) {
    const Lang lang = scope.lang;
    const auto label = [lang](Phrase phrase) { return std::string{phrase.in(lang)}; };
    figure.why.emplace_back(label({"Как считается", "Formula"}), label(formula));
    figure.why.emplace_back(label({"Период", "Period"}), period_words(period_of(rows, scope.home), lang) + ", " + basis_words(rows.basis, lang));
    figure.why.emplace_back(label({"Отбор", "Filter"}), filter_words(scope.world, rows, lang));
    if (!figure.href.empty()) figure.why.emplace_back(label({"Строк", "Rows"}), format_count(figure.n, lang));
    figure.why.emplace_back(label({"Часы", "Clocks"}), clock_words(scope));
}

}  // namespace problemator
