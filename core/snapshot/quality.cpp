#include "core/snapshot/quality.hpp"

#include <cmath>
#include <concepts>
#include <nlohmann/json.hpp>
#include <type_traits>

#include "core/base/json.hpp"
#include "core/store/table.hpp"

namespace problemator {
namespace {

using nlohmann::json;

constexpr Week kFirstWeek = week_from_minute(kFirstTime), kLastWeek = week_from_minute(kLastTime - 1);

// ---- the members of every struct by name: writing and reading follow from them

template <class T, class Plain>
concept Of = std::same_as<std::remove_const_t<T>, Plain>;

void members(Of<QualityFault> auto& o, auto use) { use("fault", o.fault), use("column", o.column), use("count", o.count), use("rows", o.rows); }
void members(Of<QualityGuess> auto& o, auto use) { use("about", o.about), use("value", o.value), use("second", o.second), use("confidence", o.confidence); }
void members(Of<QualityWord> auto& o, auto use) { use("column", o.column), use("value", o.value), use("ru", o.read_as_ru), use("en", o.read_as_en), use("count", o.count); }
void members(Of<QualityName> auto& o, auto use) { use("dimension", o.dimension), use("value", o.value), use("suggestion", o.suggestion), use("count", o.count); }
void members(Of<QualityPlace> auto& o, auto use) { use("file", o.file), use("row", o.row); }
void members(Of<QualityClock> auto& o, auto use) { use("fault", o.fault), use("count", o.count), use("first", o.first); }
void members(Of<QualityWeek> auto& o, auto use) { use("week", o.week), use("channel", o.channel), use("messages", o.messages); }
void members(Of<QualityPrivacy> auto& o, auto use) { use("kind", o.kind), use("in_columns", o.in_columns), use("in_texts", o.in_texts); }
void members(Of<QualityRule> auto& o, auto use) {
    use("id", o.id), use("ru", o.name_ru), use("en", o.name_en), use("matched", o.matched), use("changed", o.changed), use("contradicted", o.contradicted);
}
void members(Of<QualityChange> auto& o, auto use) {
    use("has_previous", o.has_previous), use("added", o.added), use("updated", o.updated), use("kept", o.kept), use("gone", o.gone);
}
void members(Of<QualityPlaces> auto& o, auto use) {
    use("with_territory", o.with_territory), use("with_street", o.with_street), use("with_point_given", o.with_point_given);
    use("with_point_found", o.with_point_found), use("without_place", o.without_place);
}
void members(Of<QualityTable> auto& o, auto use) {
    use("name", o.name), use("sheet", o.sheet), use("format", o.format), use("encoding", o.encoding), use("channel", o.channel), use("register", o.register_id);
    use("confidence", o.confidence), use("rows_read", o.rows_read), use("rows_kept", o.rows_kept), use("rows_rejected", o.rows_rejected);
    use("rows_skipped", o.rows_skipped), use("rows_updated", o.rows_updated), use("rows_duplicate", o.rows_duplicate), use("failure", o.failure);
    use("refused", o.refused), use("remarks", o.remarks), use("guesses", o.guesses), use("words", o.words), use("missing_columns", o.missing_columns);
}
void members(Of<QualityReport> auto& o, auto use) {
    use("tables", o.tables), use("unmapped", o.unmapped), use("coverage", o.coverage), use("clocks", o.clocks), use("rules", o.rules), use("privacy", o.privacy);
    use("change", o.change), use("places", o.places), use("messages", o.messages), use("linked_by_key", o.linked_by_key), use("linked_by_text", o.linked_by_text);
    use("appeals", o.appeals), use("gratitudes", o.gratitudes), use("consultations", o.consultations), use("beyond_calendar", o.beyond_calendar);
}

// ---- writing

template <class T> json to_json(const T& value);

template <class T>
json to_json(const std::vector<T>& values) {
    json all = json::array();
    for (const T& value : values) all.push_back(to_json(value));
    return all;
}

template <class T>
json to_json(const T& value) {
    if constexpr (std::same_as<T, Dimension>) return dimension_id(value);
    else if constexpr (std::is_arithmetic_v<T> || std::same_as<T, std::string>) return value;
    else {
        json object = json::object();
        members(value, [&](const char* name, const auto& member) { object[name] = to_json(member); });
        return object;
    }
}

// ---- reading: the first mistake stays, the rest is passed over

class Reader {
public:
    template <class T>
    void read(const JsonCursor& at, std::vector<T>& values) {
        const auto items = at.items();
        if (!items) return fail(items.error());
        values.reserve(items->size());
        for (const JsonCursor& item : *items) {
            if (error_) return;
            read(item, values.emplace_back());
        }
    }

    template <class T>
    void read(const JsonCursor& at, T& value) {
        if constexpr (std::same_as<T, std::string>) keep(at.string(), value);
        else if constexpr (std::same_as<T, bool>) keep(at.boolean(), value);
        else if constexpr (std::same_as<T, double>) read_share(at, value);
        else if constexpr (std::same_as<T, std::uint32_t>) read_whole(at, value, 0, UINT32_MAX);
        else if constexpr (std::same_as<T, Week>) read_whole(at, value, kFirstWeek, kLastWeek);
        else if constexpr (std::same_as<T, Dimension>) read_dimension(at, value);
        else read_object(at, value);
    }

    std::optional<Error> error() && { return std::move(error_); }

private:
    void fail(Error error) {
        if (!error_) error_ = std::move(error);
    }
    void fail(const JsonCursor& at) { fail(at.error(Fault::BadSnapshot, {}, {})); }

    template <class T>
    void keep(Result<T> read, T& value) {
        if (read) value = *std::move(read);
        else fail(read.error());
    }

    template <class T>
    void read_whole(const JsonCursor& at, T& value, std::int64_t low, std::int64_t high) {
        const auto* const number = at.raw().get_ptr<const json::number_integer_t*>();
        if (!number || *number < low || *number > high) return fail(at);
        value = static_cast<T>(*number);
    }

    void read_share(const JsonCursor& at, double& value) {
        keep(at.number(), value);
        if (!(value >= 0 && value <= 1)) fail(at);
    }

    void read_dimension(const JsonCursor& at, Dimension& value) {
        std::string id;
        keep(at.string(), id);
        const auto known = parse_dimension(id);
        if (!known) return fail(at);
        value = *known;
    }

    template <class T>
    void read_object(const JsonCursor& at, T& value) {
        if (!at.is_object()) return fail(at);
        members(value, [&](const char* name, auto& member) {
            if (const auto found = at.find(name)) read(*found, member);
        });
    }

    std::optional<Error> error_;
};

}  // namespace

std::string quality_json(const QualityReport& report) { return to_json(report).dump(-1, ' ', false, json::error_handler_t::replace); }

Result<QualityReport> read_quality(std::string_view text, std::string_view file_name) {
    TRY(const JsonCursor root, JsonCursor::parse(text, file_name));
    QualityReport report;
    Reader reader;
    reader.read(root, report);
    if (auto error = std::move(reader).error()) return *std::move(error);
    return report;
}

}  // namespace problemator
