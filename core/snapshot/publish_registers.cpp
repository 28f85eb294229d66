// Publishing of registers: what may name a person leaves the entries before they are written.
#include <algorithm>
#include <array>

#include "core/base/text.hpp"
#include "core/snapshot/personal.hpp"
#include "core/snapshot/registers.hpp"
#include "core/snapshot/snapshot.hpp"

namespace problemator {
namespace {

constexpr std::array<std::string_view, 5> kPersonalPages = {"ok.ru/profile/", "odnoklassniki.ru/profile/", "facebook.com/profile.php", "t.me/+", "wa.me/"};

Register without_personal_fields(const Register& all) {
    RegisterForm form = all.form;
    std::erase_if(form.fields, [](const RegisterField& field) { return field.is_personal; });
    std::erase_if(form.key, [&](const std::string& id) { return !form.find(id); });
    for (std::string* id : {&form.period, &form.from, &form.until})
        if (!form.find(*id)) id->clear();
    Register kept{std::move(form)};
    for (std::size_t i = 0; i < kept.columns.size(); ++i) kept.columns[i] = all.columns[*all.form.find(kept.form.fields[i].id)];
    kept.file = all.file;
    kept.row = all.row;
    return kept;
}

bool may_leave(ValueType type, const std::string& text) {
    switch (type) {
        case ValueType::Text: case ValueType::Category: return !looks_personal(text);
        case ValueType::Link: return !is_personal_page(text) && text.find('@') == std::string::npos;
        case ValueType::MessageKey: return is_system_key(text);
        case ValueType::Date: case ValueType::YesNo: case ValueType::Number: break;
    }
    return true;
}

}  // namespace

bool is_personal_page(std::string_view link) {
    const std::string address = to_lower(link);
    for (const std::string_view page : kPersonalPages)
        if (address.find(page) != std::string::npos) return true;
    for (const std::string_view host : {"vk.com/id", "vk.ru/id", "vkontakte.ru/id"}) {
        const std::size_t at = address.find(host);
        if (at == std::string::npos) continue;
        const std::size_t digits = at + host.size();
        if (digits < address.size() && address[digits] >= '0' && address[digits] <= '9') return true;
    }
    return false;
}

void drop_personal_entries(std::vector<Register>& registers) {
    for (Register& one : registers) {
        one = without_personal_fields(one);
        for (std::size_t i = 0; i < one.columns.size(); ++i)
            for (std::string& text : one.columns[i].texts)
                if (!may_leave(one.form.fields[i].type, text)) text.clear();
    }
}

}  // namespace problemator
