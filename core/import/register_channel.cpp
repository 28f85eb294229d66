#include "core/import/register_channel.hpp"

#include <algorithm>

#include "core/base/nearest.hpp"
#include "core/schema/register_form.hpp"

namespace problemator {
namespace {

JsonCursor rule_at(const JsonCursor& root, std::size_t index) {
    const auto columns = root.at("columns");
    if (!columns) return root;
    const auto rules = columns->items();
    return rules && index < rules->size() ? (*rules)[index] : *columns;
}

std::optional<Error> bad_answer(const JsonCursor& at, const ColumnRule& rule) {
    for (const ValueMap& value : rule.values)
        if (!value.to.empty() && value.to != "yes" && value.to != "no")
            return at.find("values").value_or(at).error(Fault::BadValue, value.to, nearest_word(value.to, {"yes", "no"}));
    return std::nullopt;
}

std::optional<Error> bind_rule(const JsonCursor& root, const RegisterForm& form, ColumnRule& rule, std::size_t index) {
    const JsonCursor at = rule_at(root, index);
    if (rule.register_field.empty()) {
        if (rule.field == Field::Ignored) return std::nullopt;
        return at.error(Fault::UnknownKey, "field", "entry");
    }
    const auto field = form.find(rule.register_field);
    if (!field) return at.find("entry").value_or(at).error(Fault::BadValue, rule.register_field, nearest_word(rule.register_field, form.field_ids()));
    rule.required |= form.fields[*field].is_required;
    return form.fields[*field].type == ValueType::YesNo ? bad_answer(at, rule) : std::nullopt;
}

}  // namespace

std::optional<Error> bind_register(const JsonCursor& root, Channel& channel) {
    const RegisterForm* form = find_register_form(channel.register_id);
    if (!form) return root.find("register").value_or(root).error(Fault::BadValue, channel.register_id, nearest_word(channel.register_id, register_form_ids()));
    for (std::size_t i = 0; i < channel.columns.size(); ++i)
        if (auto error = bind_rule(root, *form, channel.columns[i], i)) return error;
    for (const RegisterField& field : form->fields) {
        const bool has = std::any_of(channel.columns.begin(), channel.columns.end(), [&](const ColumnRule& rule) { return rule.register_field == field.id; });
        if (field.is_required && !has) return root.find("columns").value_or(root).error(Fault::MissingKey, {}, "\"entry\": \"" + field.id + "\"");
    }
    return std::nullopt;
}

}  // namespace problemator
