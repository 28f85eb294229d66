#include "core/snapshot/registers.hpp"

#include <cmath>
#include <nlohmann/json.hpp>
#include <unordered_map>

#include "core/base/json.hpp"
#include "core/store/table.hpp"

namespace problemator {
namespace {

using nlohmann::json;

constexpr std::size_t kLongestRepeated = 1000;   // bytes of a text that stands in several entries: names are no longer, so memory stays bounded
constexpr Day kFirstDay = day_from_minute(kFirstTime), kLastDay = day_from_minute(kLastTime - 1);

// ---- writing

json texts_json(const std::vector<std::string>& texts) {
    json values = json::array(), codes = json::array();
    std::unordered_map<std::string, std::size_t> known{{"", 0}};   // code 0: not given
    for (const std::string& text : texts) {
        const auto [found, is_new] = known.emplace(text, known.size());
        if (is_new) values.push_back(text);
        codes.push_back(found->second);
    }
    return {{"values", std::move(values)}, {"codes", std::move(codes)}};
}

json column_json(ValueType type, const RegisterColumn& column) {
    json out = json::array();
    switch (type) {
        case ValueType::Date:
            for (const Day day : column.days) out.push_back(day == kNoDay ? json{} : json(day));
            return out;
        case ValueType::YesNo:
            for (const Answer answer : column.answers) out.push_back(static_cast<int>(answer));
            return out;
        case ValueType::Number:
            for (const auto& number : column.numbers) out.push_back(number ? json(*number) : json{});
            return out;
        case ValueType::Text: case ValueType::Category: case ValueType::Link: case ValueType::MessageKey: break;
    }
    return texts_json(column.texts);
}

json name_json(const Name& name) { return {{"ru", name.ru}, {"en", name.en}}; }

json register_json(const Register& entries) {
    const RegisterForm& form = entries.form;
    json fields = json::array();
    for (std::size_t i = 0; i < form.fields.size(); ++i) {
        const RegisterField& field = form.fields[i];
        fields.push_back({{"id", field.id}, {"name", name_json(field.name)}, {"type", value_type_id(field.type)}, {"required", field.is_required},
                          {"personal", field.is_personal}, {"list", field.is_list}, {"column", column_json(field.type, entries.columns[i])}});
    }
    return {{"id", form.id}, {"name", name_json(form.name)}, {"key", form.key}, {"period", form.period}, {"from", form.from}, {"until", form.until},
            {"fields", std::move(fields)}, {"file", entries.file}, {"row", entries.row}};
}

// ---- reading

Error bad(const JsonCursor& at) { return at.error(Fault::BadSnapshot, {}, {}); }

Result<std::string> text_at(const JsonCursor& object, std::string_view key) {
    TRY(const JsonCursor at, object.at(key));
    return at.string();
}
Result<bool> flag_at(const JsonCursor& object, std::string_view key) {
    TRY(const JsonCursor at, object.at(key));
    return at.boolean();
}
Result<Name> name_at(const JsonCursor& object) {
    TRY(const JsonCursor at, object.at("name"));
    Name name;
    TRY(name.ru, text_at(at, "ru"));
    TRY(name.en, text_at(at, "en"));
    return name;
}

/// An array of `rows` members that are whole numbers of [low, high]; the arrays of a register are read without a cursor per cell.
Result<std::vector<std::int64_t>> numbers_at(const JsonCursor& at, std::size_t rows, std::int64_t low, std::int64_t high) {
    const json& array = at.raw();
    if (!array.is_array() || array.size() != rows) return bad(at);
    std::vector<std::int64_t> numbers;
    numbers.reserve(rows);
    for (const json& item : array) {
        const auto* const value = item.get_ptr<const json::number_integer_t*>();
        if (!value || *value < low || *value > high) return bad(at);
        numbers.push_back(*value);
    }
    return numbers;
}

Result<std::vector<std::uint32_t>> places_at(const JsonCursor& object, std::string_view key, std::size_t rows) {
    TRY(const JsonCursor at, object.at(key));
    TRY(const auto numbers, numbers_at(at, rows, 0, UINT32_MAX));
    std::vector<std::uint32_t> places;
    for (const auto number : numbers) places.push_back(static_cast<std::uint32_t>(number));
    return places;
}

Result<std::vector<std::string>> texts_at(const JsonCursor& at, std::size_t rows) {
    TRY(const JsonCursor listed, at.at("values"));
    TRY(const auto values, listed.strings());
    TRY(const JsonCursor coded, at.at("codes"));
    TRY(const auto codes, numbers_at(coded, rows, 0, static_cast<std::int64_t>(values.size())));
    std::vector<std::string> texts;
    std::size_t bytes = 0, most = kLongestRepeated * rows;
    for (const std::string& value : values) most += value.size();
    for (const auto code : codes) {
        texts.push_back(code == 0 ? std::string{} : values[static_cast<std::size_t>(code - 1)]);
        bytes += texts.back().size();
        if (bytes > most) return bad(at);
    }
    return texts;
}

Result<RegisterColumn> column_at(const JsonCursor& at, ValueType type, std::size_t rows) {
    RegisterColumn column;
    const json& array = at.raw();
    if (type == ValueType::YesNo) {
        TRY(const auto answers, numbers_at(at, rows, 0, static_cast<int>(Answer::Yes)));
        for (const auto answer : answers) column.answers.push_back(static_cast<Answer>(answer));
    } else if (type == ValueType::Date || type == ValueType::Number) {
        if (!array.is_array() || array.size() != rows) return bad(at);
        for (const json& item : array) {
            const auto* const day = item.get_ptr<const json::number_integer_t*>();
            const bool is_number = item.is_number() && std::isfinite(item.get<double>());
            if (!item.is_null() && (type == ValueType::Date ? !day || *day < kFirstDay || *day > kLastDay : !is_number)) return bad(at);
            if (type == ValueType::Date) column.days.push_back(day ? static_cast<Day>(*day) : kNoDay);
            else column.numbers.push_back(is_number ? std::optional{item.get<double>()} : std::nullopt);
        }
    } else {
        TRY(column.texts, texts_at(at, rows));
    }
    return column;
}

Result<RegisterField> field_at(const JsonCursor& object) {
    RegisterField field;
    TRY(field.id, text_at(object, "id"));
    TRY(field.name, name_at(object));
    TRY(const std::string type, text_at(object, "type"));
    TRY(field.is_required, flag_at(object, "required"));
    TRY(field.is_personal, flag_at(object, "personal"));
    TRY(field.is_list, flag_at(object, "list"));
    const auto known = parse_value_type(type);
    if (!known) return bad(object);
    field.type = *known;
    return field;
}

bool is_date(const RegisterForm& form, const std::string& id) {
    const auto field = form.find(id);
    return id.empty() || (field && form.fields[*field].type == ValueType::Date);
}

/// As the checks of a form's file, without hints.
bool holds_together(const RegisterForm& form) {
    for (std::size_t i = 0; i < form.fields.size(); ++i)
        if (form.find(form.fields[i].id) != i) return false;
    for (const std::string& id : form.key)
        if (!form.find(id)) return false;
    return !form.id.empty() && is_date(form, form.period) && is_date(form, form.from) && is_date(form, form.until);
}

Result<Register> register_at(const JsonCursor& object) {
    RegisterForm form;
    TRY(form.id, text_at(object, "id"));
    TRY(form.name, name_at(object));
    TRY(form.period, text_at(object, "period"));
    TRY(form.from, text_at(object, "from"));
    TRY(form.until, text_at(object, "until"));
    TRY(const JsonCursor key, object.at("key"));
    TRY(form.key, key.strings());
    TRY(const JsonCursor listed, object.at("fields"));
    TRY(const auto items, listed.items());
    for (const JsonCursor& item : items) {
        TRY(auto field, field_at(item));
        form.fields.push_back(std::move(field));
    }
    if (!holds_together(form)) return bad(object);
    TRY(const JsonCursor places, object.at("row"));
    const std::size_t rows = places.raw().size();
    Register entries{std::move(form)};
    TRY(entries.row, places_at(object, "row", rows));
    TRY(entries.file, places_at(object, "file", rows));
    for (std::size_t i = 0; i < items.size(); ++i) {
        TRY(const JsonCursor at, items[i].at("column"));
        TRY(entries.columns[i], column_at(at, entries.form.fields[i].type, rows));
    }
    return entries;
}

}  // namespace

std::string registers_json(const std::vector<Register>& registers) {
    json all = json::array();
    for (const Register& one : registers) all.push_back(register_json(one));
    return all.dump(-1, ' ', false, json::error_handler_t::replace);
}

Result<std::vector<Register>> read_registers(std::string_view text, std::string_view file_name) {
    TRY(const JsonCursor root, JsonCursor::parse(text, file_name));
    TRY(const auto items, root.items());
    std::vector<Register> registers;
    for (const JsonCursor& item : items) {
        TRY(Register one, register_at(item));
        if (!registers.empty() && registers.back().form.id >= one.form.id) return bad(item);
        registers.push_back(std::move(one));
    }
    return registers;
}

}  // namespace problemator
