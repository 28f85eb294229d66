#include "core/documents/markup.hpp"
#include "core/documents/problem_papers.hpp"

namespace problemator {
namespace {

constexpr Phrase kSave = {"Записать", "Keep"}, kCancel = {"Отмена", "Cancel"};

std::string attributes(const FormField& field) {
    return " id=\"entry-" + esc(field.id) + "\" name=\"" + esc(field.id) + '"' + (field.is_required ? " required" : "");
}

std::string options_html(const FormField& field) {
    std::string out = field.is_required ? "<option value=\"\"></option>" : "";
    for (const FormField::Group& group : field.groups) {
        if (!group.name.empty()) out += "<optgroup label=\"" + esc(group.name) + "\">";
        for (const auto& [value, name] : group.options) out += "<option value=\"" + esc(value) + '"' + (value == field.value ? " selected" : "") + '>' + esc(name) + "</option>";
        if (!group.name.empty()) out += "</optgroup>";
    }
    return out;
}

std::string control_html(const FormField& field) {
    const std::string value = " value=\"" + esc(field.value) + '"';
    if (field.is_fixed) return "<input type=\"text\" readonly" + attributes(field) + value + '>';
    switch (field.kind) {
        case FormField::Kind::Line: return "<input type=\"text\" maxlength=\"200\" autocomplete=\"off\"" + attributes(field) + value + '>';
        case FormField::Kind::Text: return "<textarea rows=\"3\" maxlength=\"2000\"" + attributes(field) + '>' + esc(field.value) + "</textarea>";
        case FormField::Kind::Date: return "<input type=\"date\"" + attributes(field) + value + '>';
        case FormField::Kind::Percent: return "<input type=\"number\" min=\"0\" max=\"100\" step=\"0.1\" inputmode=\"decimal\"" + attributes(field) + value + '>';
        case FormField::Kind::Hidden: return "<input type=\"hidden\"" + attributes(field) + value + '>';
        case FormField::Kind::Choice: break;
    }
    return "<select" + attributes(field) + '>' + options_html(field) + "</select>";
}

}  // namespace

std::string entry_form_html(const EntryForm& form, Lang lang) {
    std::string out = "<form class=\"entry\" data-form=\"" + std::string{form.kind == EntryKind::Plan ? "plan" : "problem"} + "\"><h2 id=\"entry-title-head\" tabindex=\"-1\">" + esc(form.title) + "</h2>\n<p class=\"sub\">" + esc(form.note) + "</p>\n";
    for (const FormField& field : form.fields)
        out += field.kind == FormField::Kind::Hidden ? control_html(field) : "<p class=\"field field-" + esc(field.id) + "\"><label for=\"entry-" + esc(field.id) + "\">" + esc(field.label) + "</label>" + control_html(field) + "</p>\n";
    return out + "<p class=\"actions\"><button type=\"submit\" class=\"primary\">" + esc(kSave.in(lang)) + "</button> <button type=\"button\" data-do=\"close-overlay\">" + esc(kCancel.in(lang)) + "</button></p></form>\n";
}

}  // namespace problemator
