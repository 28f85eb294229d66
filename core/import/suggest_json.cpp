// Suggestions as JSON: the channel file for people to correct, and what the mapping editor shows.
#include <nlohmann/json.hpp>

#include "core/base/json.hpp"
#include "core/import/suggest.hpp"

namespace problemator {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kMostRows = 2000;

Json rule_json(const ColumnRule& rule) {
    Json json{{"field", field_id(rule.field)}, {"headers", rule.headers}};
    if (rule.occurrence != 1) json["occurrence"] = rule.occurrence;
    if (rule.required) json["required"] = true;
    if (!rule.date_forms.empty()) json["dates"] = rule.date_forms;
    if (!rule.values.empty()) {
        Json values = Json::object();
        for (const ValueMap& value : rule.values) values[value.from] = value.to;
        json["values"] = std::move(values);
    }
    switch (rule.pattern) {
        case Reading::Plain: break;
        case Reading::Rubric: json["pattern"] = "rubric"; break;
        case Reading::DayOnly: json["pattern"] = "day"; break;
        case Reading::Markup: json["pattern"] = "markup"; break;
    }
    return json;
}

std::string_view form_word(Form form) {
    switch (form) {
        case Form::Unknown: return "unknown";
        case Form::Electronic: return "electronic";
        case Form::Written: return "written";
        case Form::Oral: return "oral";
    }
    return "unknown";
}

std::string zone_text(int minutes) {
    const int size = minutes < 0 ? -minutes : minutes;
    const auto two = [](int n) { return std::string(n < 10 ? "0" : "") + std::to_string(n); };
    return (minutes < 0 ? "-" : "+") + two(size / 60) + ":" + two(size % 60);
}

Json channel_json(const Channel& channel, std::string_view about) {
    Json json{{"id", channel.id}, {"name", {{"ru", channel.name_ru}, {"en", channel.name_en}}}};
    if (!about.empty()) json["about"] = about;
    json["version"] = channel.version;
    if (!channel.empty_values.empty()) json["empty"] = channel.empty_values;
    json["kind"] = channel.kind == Kind::Appeal ? "appeal" : "message";
    json["form"] = form_word(channel.form);
    if (!channel.is_local_time) json["time_zone"] = zone_text(channel.utc_offset_minutes);
    if (channel.key_of_content) json["key"] = "content";
    if (!channel.signature.empty()) json["signature"] = channel.signature;
    json["columns"] = Json::array();
    for (const ColumnRule& rule : channel.columns) json["columns"].push_back(rule_json(rule));
    return json;
}

std::string text_of(const Json& json, int indent) { return json.dump(indent, ' ', false, Json::error_handler_t::replace); }

double hundredths(double share) { return static_cast<double>(static_cast<int>(share * 100 + 0.5)) / 100; }

Json column_json(const ColumnSuggestion& column) {
    Json json{{"header", column.header}, {"occurrence", column.occurrence}, {"first", column.first_values}};
    json["field"] = nullptr;
    if (column.field) json["field"] = field_id(*column.field);
    json["confidence"] = hundredths(column.confidence);
    json["alternatives"] = Json::array();
    for (const FieldGuess& guess : column.alternatives) json["alternatives"].push_back({{"field", field_id(guess.field)}, {"confidence", hundredths(guess.confidence)}});
    return json;
}

}  // namespace

std::string write_channel(const Channel& channel, std::string_view about) { return text_of(channel_json(channel, about), 2) + "\n"; }

std::string suggestion_json(const Suggestion& suggestion) {
    Json json;
    json["columns"] = Json::array();
    for (const ColumnSuggestion& column : suggestion.columns) json["columns"].push_back(column_json(column));
    json["lacks"] = Json::array();
    if (suggestion.lacks_id) json["lacks"].push_back("id");
    if (suggestion.lacks_received) json["lacks"].push_back("received");
    json["mapping"] = channel_json(suggestion.channel, {});
    return text_of(json, -1);
}

Result<std::string> suggest_json(std::string_view request) {
    TRY(const JsonCursor root, JsonCursor::parse(request, "suggest"));
    TRY(const JsonCursor file, root.at("file"));
    TRY(const std::string name, file.string());
    TRY(const JsonCursor names, root.at("header"));
    TRY(auto header, names.strings());
    TRY(const JsonCursor list, root.at("rows"));
    TRY(const auto items, list.items());
    std::vector<CellRow> rows;
    for (const JsonCursor& item : items) {
        if (rows.size() == kMostRows) break;
        TRY(auto cells, item.strings());
        rows.push_back(std::move(cells));
    }
    return suggestion_json(suggest_channel(name, make_header(std::move(header), 1), rows));
}

}  // namespace problemator
