#include "core/import/channel.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "core/base/embedded.hpp"
#include "core/base/nearest.hpp"
#include "core/base/text.hpp"
#include "core/import/canonical.hpp"
#include "core/import/dates.hpp"
#include "core/import/register_channel.hpp"
#include "core/schema/fields.hpp"

namespace problemator {

std::span<const EmbeddedFile> embedded_channels();   // data/channels/*.json, written by cmake/embed.py

namespace {

Result<Field> read_field(const JsonCursor& at) {
    TRY(const std::string id, at.string());
    if (const auto field = parse_field(id)) return *field;
    std::vector<std::string_view> known;
    for (int i = 0; i <= static_cast<int>(Field::Ignored); ++i) known.push_back(field_id(static_cast<Field>(i)));
    return at.error(Fault::UnknownKey, id, nearest_word(id, known));
}

Result<std::vector<ValueMap>> read_values(const JsonCursor& at) {
    TRY(const auto members, at.members());
    std::vector<ValueMap> values;
    for (const auto& [from, to] : members) {
        TRY(auto id, to.string());
        values.push_back({from, std::move(id)});
    }
    return values;
}

Result<std::vector<std::string>> read_date_forms(const JsonCursor& at) {
    TRY(auto forms, at.strings());
    for (const std::string& form : forms)
        if (!DateForm::compile(form)) return at.error(Fault::BadValue, form, "dd.mm.yyyy[ HH:MM[:SS]], d.m.yy, iso, mm/dd/yyyy hh:MM:SS am");
    return forms;
}

/// A value map of a field with fixed values may only lead to those.
std::optional<Error> bad_target(const JsonCursor& at, const ColumnRule& rule) {
    const auto known = canonical_ids(rule.field);
    if (known.empty()) return std::nullopt;
    for (const ValueMap& value : rule.values) {
        if (value.to.empty() || std::find(known.begin(), known.end(), value.to) != known.end()) continue;
        const auto place = at.find("values").value_or(at).find(value.from).value_or(at);
        return place.error(Fault::BadValue, value.to, nearest_word(value.to, known));
    }
    return std::nullopt;
}

Result<ColumnRule> read_rule(const JsonCursor& at) {
    ColumnRule rule;
    Fields fields{at};
    rule.field = Field::Ignored;
    fields.text("entry", rule.register_field, Need::Optional);
    fields.value("field", rule.field, read_field, rule.register_field.empty() ? Need::Required : Need::Optional);
    fields.texts("headers", rule.headers);
    fields.integer("occurrence", rule.occurrence, 1, 99, Need::Optional);
    fields.flag("required", rule.required);
    fields.flag("rare", rule.is_rare);
    fields.value("dates", rule.date_forms, read_date_forms, Need::Optional);
    fields.value("values", rule.values, read_values, Need::Optional);
    fields.word("pattern", {Word{"rubric", Reading::Rubric}, Word{"day", Reading::DayOnly}, Word{"markup", Reading::Markup}}, rule.pattern, Need::Optional);
    TRY(rule, fields.finish(std::move(rule)));
    if (rule.headers.empty()) return at.error(Fault::MissingKey, {}, "\"headers\": [\"…\"]");
    if (auto error = bad_target(at, rule)) return *std::move(error);
    for (const std::string& header : rule.headers) rule.header_keys.push_back(fold(header));
    return rule;
}

Result<std::string> read_lines(const JsonCursor& at) {
    TRY(const auto lines, at.strings());
    std::string text;
    for (const std::string& line : lines) text += line + "\n";
    return text;
}

Result<std::string> read_expected(const JsonCursor& at) {
    TRY(const auto rows, at.items());
    if (rows.empty()) return at.error(Fault::MissingValue, {}, "[{…}]");
    return at.raw().dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

Result<Channel::Sample> read_sample(const JsonCursor& at) {
    Channel::Sample sample;
    Fields fields{at};
    fields.value("lines", sample.csv, read_lines);
    fields.integer("rows", sample.expect_rows, 0, 1'000'000);
    fields.integer("rejected", sample.expect_rejected, 0, 1'000'000, Need::Optional);
    fields.value("expect", sample.expect_json, read_expected, Need::Optional);
    return fields.finish(std::move(sample));
}

Result<int> read_zone(const JsonCursor& at) {
    TRY(const std::string text, at.string());
    if (const auto offset = parse_offset(text)) return *offset;
    return at.error(Fault::BadValue, text, "+03:00");
}

/// Every message has a key and a moment of receipt: from a column, or as the file says for all rows.
std::optional<Error> lacks_key_columns(const JsonCursor& at, const Channel& channel) {
    for (const Field field : {Field::Id, Field::Received}) {
        if (field == Field::Id ? channel.key_of_content : channel.received_on != kNoTime) continue;
        const bool has = std::any_of(channel.columns.begin(), channel.columns.end(), [&](const ColumnRule& rule) { return rule.field == field; });
        if (!has) return at.find("columns").value_or(at).error(Fault::MissingKey, {}, "\"field\": \"" + std::string{field_id(field)} + "\"");
    }
    return std::nullopt;
}

}  // namespace

Result<Channel> read_channel(std::string_view json, std::string_view file_name) {
    TRY(const JsonCursor root, JsonCursor::parse(json, file_name));
    Channel channel;
    Name name;
    std::string about;
    Fields fields{root};
    fields.id("id", channel.id);
    fields.name("name", name);
    fields.text("about", about, Need::Optional);
    fields.text("register", channel.register_id, Need::Optional);
    fields.integer("version", channel.version, 1, 9999, Need::Optional);
    fields.texts("empty", channel.empty_values);
    fields.word("kind", {Word{"message", Kind::Message}, Word{"appeal", Kind::Appeal}}, channel.kind, Need::Optional);
    fields.word("form", {Word{"unknown", Form::Unknown}, Word{"electronic", Form::Electronic}, Word{"written", Form::Written}, Word{"oral", Form::Oral}},
                channel.form, Need::Optional);
    channel.is_local_time = !root.has("time_zone");
    fields.value("time_zone", channel.utc_offset_minutes, read_zone, Need::Optional);
    std::optional<Day> day;
    fields.day("day", day);
    fields.word("key", {Word{"column", false}, Word{"content", true}}, channel.key_of_content, Need::Optional);
    fields.texts("signature", channel.signature);
    fields.list("columns", channel.columns, read_rule);
    fields.list("samples", channel.samples, read_sample, Need::Optional);
    if (day) channel.received_on = minute_from_day(*day);
    channel.name_ru = name.ru;
    channel.name_en = name.en;
    TRY(channel, fields.finish(std::move(channel)));
    if (auto error = channel.register_id.empty() ? lacks_key_columns(root, channel) : bind_register(root, channel)) return *std::move(error);
    for (const std::string& header : channel.signature) channel.signature_keys.push_back(fold(header));
    return channel;
}

std::span<const Channel> builtin_channels() {
    static const std::vector<Channel> channels = [] {
        std::vector<Channel> all;
        for (const EmbeddedFile& file : embedded_channels())
            if (auto channel = read_channel(file.text, file.name)) all.push_back(*std::move(channel));   // the contract tests read every one
        return all;
    }();
    return channels;
}

}  // namespace problemator
