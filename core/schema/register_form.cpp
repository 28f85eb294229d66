#include "core/schema/register_form.hpp"

#include <algorithm>
#include <array>

#include "core/base/embedded.hpp"
#include "core/base/nearest.hpp"
#include "core/schema/fields.hpp"

namespace problemator {

std::span<const EmbeddedFile> embedded_register_forms();   // data/registers/*.json, written by cmake/embed.py

namespace {

constexpr std::array<std::string_view, 7> kTypes = {"text", "category", "date", "yes_no", "number", "link", "message_key"};

Result<ValueType> read_type(const JsonCursor& at) {
    TRY(const std::string id, at.string());
    if (const auto type = parse_value_type(id)) return *type;
    return at.error(Fault::BadValue, id, nearest_word(id, {kTypes.begin(), kTypes.end()}));
}

Result<RegisterField> read_field(const JsonCursor& object) {
    RegisterField field;
    Fields fields{object};
    fields.id("id", field.id);
    fields.name("name", field.name);
    fields.value("type", field.type, read_type);
    fields.flag("required", field.is_required);
    fields.flag("personal", field.is_personal);
    fields.flag("list", field.is_list);
    return fields.finish(std::move(field));
}

std::optional<Error> repeated_field(const JsonCursor& at, const RegisterForm& form) {
    for (std::size_t i = 0; i < form.fields.size(); ++i)
        if (form.find(form.fields[i].id) != i) return at.find("fields").value_or(at).error(Fault::DuplicateKey, form.fields[i].id, {});
    return std::nullopt;
}

std::optional<Error> unknown_key(const JsonCursor& at, const RegisterForm& form) {
    if (form.key.empty()) return at.error(Fault::MissingKey, {}, "\"key\": [\"…\"]");
    for (const std::string& id : form.key)
        if (!form.find(id)) return at.find("key").value_or(at).error(Fault::BadValue, id, nearest_word(id, form.field_ids()));
    return std::nullopt;
}

/// The three words that place an entry in time must name dates.
std::optional<Error> no_date(const JsonCursor& at, const RegisterForm& form) {
    const std::pair<std::string_view, const std::string&> words[] = {{"period", form.period}, {"from", form.from}, {"until", form.until}};
    for (const auto& [word, id] : words) {
        const auto field = form.find(id);
        if (id.empty() || (field && form.fields[*field].type == ValueType::Date)) continue;
        return at.find(word).value_or(at).error(Fault::BadValue, id, nearest_word(id, form.field_ids()));
    }
    return std::nullopt;
}

}  // namespace

std::string_view value_type_id(ValueType type) { return kTypes[static_cast<std::size_t>(type)]; }

std::optional<ValueType> parse_value_type(std::string_view id) {
    const auto at = std::find(kTypes.begin(), kTypes.end(), id);
    if (at == kTypes.end()) return std::nullopt;
    return static_cast<ValueType>(at - kTypes.begin());
}

std::optional<std::size_t> RegisterForm::find(std::string_view field) const {
    for (std::size_t i = 0; i < fields.size(); ++i)
        if (fields[i].id == field) return i;
    return std::nullopt;
}

std::vector<std::string_view> RegisterForm::field_ids() const {
    std::vector<std::string_view> ids;
    for (const RegisterField& field : fields) ids.push_back(field.id);
    return ids;
}

Result<RegisterForm> read_register_form(std::string_view json, std::string_view file_name) {
    TRY(const JsonCursor root, JsonCursor::parse(json, file_name));
    RegisterForm form;
    Fields fields{root};
    fields.id("id", form.id);
    fields.name("name", form.name);
    fields.text("about", form.about, Need::Optional);
    fields.list("fields", form.fields, read_field);
    fields.texts("key", form.key);
    fields.text("period", form.period, Need::Optional);
    fields.text("from", form.from, Need::Optional);
    fields.text("until", form.until, Need::Optional);
    TRY(form, fields.finish(std::move(form)));
    for (const auto check : {repeated_field, unknown_key, no_date})
        if (auto error = check(root, form)) return *std::move(error);
    return form;
}

std::span<const RegisterForm> builtin_register_forms() {
    static const std::vector<RegisterForm> forms = [] {
        std::vector<RegisterForm> all;
        for (const EmbeddedFile& file : embedded_register_forms())
            if (auto form = read_register_form(file.text, file.name)) all.push_back(*std::move(form));   // the contract tests read every one
        return all;
    }();
    return forms;
}

const RegisterForm* find_register_form(std::string_view id) {
    for (const RegisterForm& form : builtin_register_forms())
        if (form.id == id) return &form;
    return nullptr;
}

std::vector<std::string_view> register_form_ids() {
    std::vector<std::string_view> ids;
    for (const RegisterForm& form : builtin_register_forms()) ids.push_back(form.id);
    return ids;
}

}  // namespace problemator
