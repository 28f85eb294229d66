#include "core/schema/indicator_file.hpp"

#include <algorithm>
#include <charconv>

#include "core/schema/fields.hpp"
#include "core/schema/indicator_term.hpp"

namespace problemator {
namespace {

Result<std::vector<PlanYear>> read_plan(const JsonCursor& object) {
    std::vector<PlanYear> plan;
    TRY(const auto years, object.members());
    for (const auto& [key, at] : years) {
        int year = 0;
        const auto [end, fault] = std::from_chars(key.data(), key.data() + key.size(), year);
        if (fault != std::errc{} || end != key.data() + key.size() || year < 2000 || year > 2199)
            return at.error(Fault::BadValue, key, "2026");
        TRY(const double percent, at.number());
        if (percent < 0 || percent > 100) return at.error(Fault::OutOfRange, shown_number(percent), "0…100");
        plan.push_back({.year = year, .percent = percent});
    }
    std::sort(plan.begin(), plan.end(), [](const PlanYear& a, const PlanYear& b) { return a.year < b.year; });
    return plan;
}

struct AlsoDivided { std::string denominator; Name formula; };

Result<AlsoDivided> read_also(const JsonCursor& object) {
    AlsoDivided also;
    Fields fields{object};
    fields.text("denominator", also.denominator);
    fields.name("formula", also.formula);
    return fields.finish(std::move(also));
}

void read_members(Fields& fields, Indicator& indicator) {
    fields.id("id", indicator.id);
    fields.integer("number", indicator.number, 1, 999, Need::Optional);
    fields.name("name", indicator.name);
    fields.name("short_name", indicator.short_name, Need::Optional);
    fields.name("decree_name", indicator.decree_name, Need::Optional);
    fields.word("unit", {Word{"percent", std::string{"percent"}}}, indicator.unit);
    fields.text("numerator", indicator.numerator);
    fields.text("denominator", indicator.denominator);
    fields.name("formula", indicator.formula);
    AlsoDivided also;
    fields.value("also", also, read_also, Need::Optional);
    indicator.also_denominator = std::move(also.denominator);
    indicator.also_formula = std::move(also.formula);
    fields.name("needs", indicator.needs, Need::Optional);
    fields.name("note", indicator.note, Need::Optional);
    fields.flag("higher_is_better", indicator.higher_is_better);
    fields.value("plan", indicator.plan, read_plan);
    if (indicator.short_name.ru.empty()) indicator.short_name = indicator.name;
}

}  // namespace

Result<Indicator> read_indicator(const JsonCursor& object) {
    Indicator indicator;
    Fields fields{object};
    read_members(fields, indicator);
    return fields.finish(std::move(indicator));
}

std::optional<Error> wrong_term(const Indicator& indicator) {
    const std::pair<const char*, const std::string*> terms[] = {{".numerator", &indicator.numerator}, {".denominator", &indicator.denominator}, {".also.denominator", &indicator.also_denominator}};
    for (const auto& [path, text] : terms) {
        if (text->empty() && text == &indicator.also_denominator) continue;
        if (auto term = parse_term(*text); !term) return Error{.fault = term.error().fault, .place = {.column = path}, .piece = term.error().piece, .expected = term.error().expected};
    }
    return std::nullopt;
}

Result<IndicatorFile> read_indicator_file(std::string_view json, std::string_view file_name) {
    TRY(const auto root, JsonCursor::parse(json, file_name));
    IndicatorFile file;
    Fields fields{root};
    fields.texts("municipalities", file.municipalities);
    read_members(fields, file.indicator);
    TRY(auto read, fields.finish(std::move(file)));
    if (read.municipalities.empty()) return root.error(Fault::MissingKey, {}, "\"municipalities\": [\"*\"]");
    if (auto error = wrong_term(read.indicator)) {
        error->place.file = file_name;
        error->place.column.erase(0, 1);
        return *std::move(error);
    }
    return read;
}

std::vector<Indicator> own_indicators(std::string_view municipality) {
    std::vector<Indicator> own;
    for (const EmbeddedFile& file : embedded_indicators()) {
        auto read = read_indicator_file(file.text, file.name);
        if (!read) continue;
        const bool is_meant = std::any_of(read->municipalities.begin(), read->municipalities.end(), [&](const std::string& id) { return id == "*" || id == municipality; });
        if (is_meant) own.push_back(std::move(read->indicator));
    }
    return own;
}

}  // namespace problemator
