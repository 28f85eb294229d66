#include "core/app/api_filter.hpp"

#include <algorithm>

#include "core/base/nearest.hpp"

namespace problemator {
namespace {

constexpr std::size_t kMaxListed = 2000;   // candidates compared for a hint

Error unknown_word(const JsonCursor& at, std::string word, const std::vector<std::string_view>& known) {
    auto nearest = nearest_word(word, known);
    return at.error(Fault::BadValue, std::move(word), std::move(nearest));
}

Result<std::vector<std::string>> words_of(const JsonCursor& at) {
    if (!at.is_string()) return at.strings();
    TRY(auto word, at.string());
    return std::vector<std::string>{std::move(word)};
}

Result<Code> read_code(const JsonCursor& at, const Dictionary& names, const std::string& word) {
    if (word == names.id(kNotGiven)) return kNotGiven;
    if (const Code code = names.find_id(word); code != kNotGiven) return code;
    if (const Code code = names.find(word); code != kNotGiven) return code;
    std::vector<std::string_view> known;
    for (std::size_t code = 1; code < std::min(names.size(), kMaxListed); ++code) {
        known.push_back(names.id(static_cast<Code>(code)));
        known.push_back(names.name(static_cast<Code>(code)));
    }
    return unknown_word(at, word, known);
}

Result<Nothing> read_dimension(const App& app, const JsonCursor& at, Dimension d, Filter& filter) {
    TRY(const auto words, words_of(at));
    auto& keep = filter.keep[index(d)];
    for (const auto& word : words) {
        TRY(const auto code, read_code(at, app.world().snapshot.table.dictionary(d), word));
        keep.push_back(code);
    }
    std::sort(keep.begin(), keep.end());
    keep.erase(std::unique(keep.begin(), keep.end()), keep.end());
    return Nothing{};
}

Result<Minute> read_moment(const JsonCursor& at) {
    TRY(auto text, at.string());
    const auto minute = parse_iso_minute(text);
    if (!minute) return at.error(Fault::BadDate, std::move(text), "2026-11-16, 2026-11-16T08:30");
    return *minute;
}

Result<Marks> read_marks(const JsonCursor& at) {
    TRY(const auto words, words_of(at));
    Marks marks = 0;
    for (const auto& word : words) {
        const auto mark = parse_mark(word);
        if (!mark) {
            std::vector<std::string_view> known;
            for (std::size_t i = 0; i < kMarks; ++i) known.push_back(mark_id(static_cast<Mark>(1u << i)));
            return unknown_word(at, word, known);
        }
        marks |= bit(*mark);
    }
    return marks;
}

Result<Basis> read_basis(const JsonCursor& at) {
    TRY(auto word, at.string());
    if (word == "received") return Basis::Received;
    if (word == "decided") return Basis::Decided;
    if (word == "closed") return Basis::Closed;
    if (word == "due") return Basis::Due;
    return unknown_word(at, std::move(word), {"received", "decided", "closed", "due"});
}

Result<Nothing> read_period(const JsonCursor& at, Filter& filter) {
    if (const auto week = at.find("week")) {
        TRY(auto word, week->string());
        const auto parsed = parse_week(word);
        if (!parsed) return week->error(Fault::BadDate, std::move(word), "2026-W46");
        filter.period = {first_minute_of_week(*parsed), first_minute_of_week(*parsed + 1)};
    }
    if (const auto from = at.find("from")) { TRY(filter.period.from, read_moment(*from)); }
    if (const auto until = at.find("until")) { TRY(filter.period.until, read_moment(*until)); }
    if (filter.period.from > filter.period.until) return at.error(Fault::OutOfRange, "from > until", "from ≤ until");
    return Nothing{};
}

}  // namespace

Result<Filter> read_filter(const App& app, const JsonCursor& request) {
    if (const auto hash = request.find("hash")) {
        TRY(const auto link, hash->string());
        return filter_of(from_hash(link), app.world().snapshot.table, app.world().snapshot.info.week);
    }
    Filter filter;
    const auto at = request.find("filter");
    if (!at) return filter;
    if (auto error = at->unknown_member({"channel", "kind", "form", "block", "topic", "subtopic", "territory", "department", "status", "outcome", "network", "street",
                                         "basis", "from", "until", "week", "with", "without", "open_at"})) return *error;
    for (const Dimension d : kAllDimensions)
        if (const auto words = at->find(dimension_id(d))) { TRY(const auto done, read_dimension(app, *words, d, filter)); static_cast<void>(done); }
    if (const auto basis = at->find("basis")) { TRY(filter.basis, read_basis(*basis)); }
    TRY(const auto period, read_period(*at, filter));
    static_cast<void>(period);
    if (const auto with = at->find("with")) { TRY(filter.with, read_marks(*with)); }
    if (const auto without = at->find("without")) { TRY(filter.without, read_marks(*without)); }
    if (const auto moment = at->find("open_at")) { TRY(filter.open_at, read_moment(*moment)); }
    return filter;
}

Result<Axis> read_axis(const JsonCursor& request, std::string_view key) {
    TRY(const auto at, request.at(key));
    TRY(auto word, at.string());
    if (const auto axis = parse_axis(word)) return *axis;
    std::vector<std::string_view> known;
    for (int a = 0; a <= static_cast<int>(Axis::Hour); ++a) known.push_back(axis_id(static_cast<Axis>(a)));
    return unknown_word(at, std::move(word), known);
}

Result<std::vector<Measure>> read_measures(const JsonCursor& request, std::string_view key) {
    const auto at = request.find(key);
    if (!at) return std::vector<Measure>{Measure::Count};
    TRY(const auto words, words_of(*at));
    std::vector<Measure> out;
    for (const auto& word : words) {
        const auto measure = parse_measure(word);
        if (!measure) {
            std::vector<std::string_view> known;
            for (int m = 0; m <= static_cast<int>(Measure::PerThousand); ++m) known.push_back(measure_id(static_cast<Measure>(m)));
            return unknown_word(*at, word, known);
        }
        out.push_back(*measure);
    }
    return out;
}

}  // namespace problemator
