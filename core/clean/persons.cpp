#include "core/clean/persons.hpp"

namespace problemator {

/// Whatever stands in the column of authors is about a person: a name, when nothing else is recognised.
void Persons::look_at_author(const Message& m) {
    if (m.author.empty()) return;
    find_personal(m.author, spans_);
    count_personal(spans_, in_columns_);
    if (spans_.empty()) ++in_columns_.found[static_cast<std::size_t>(PersonalKind::Name)];
}

/// True when it was masked.
bool Persons::look_at_text(std::string& text) {
    if (text.empty()) return false;
    if (masks_texts_) {
        const std::string_view masked = mask_personal(text, scratch_, in_texts_);
        const bool is_changed = masked.data() != text.data();
        if (is_changed) text.assign(masked);
        return is_changed;
    }
    find_personal(text, spans_);
    count_personal(spans_, in_texts_);
    return false;
}

bool Persons::apply(Message& m) {
    look_at_author(m);
    code_author(m, coder_);
    if (!m.house.empty()) ++in_columns_.found[static_cast<std::size_t>(PersonalKind::Address)];
    look_at_text(m.answer);
    return look_at_text(m.text);
}

std::vector<PrivacyCount> Persons::counts() const {
    std::vector<PrivacyCount> counts;
    for (std::size_t i = 0; i < kPersonalKinds; ++i)
        if (in_columns_.found[i] + in_texts_.found[i] > 0)
            counts.push_back({std::string{personal_kind_id(static_cast<PersonalKind>(i))}, in_columns_.found[i], in_texts_.found[i]});
    return counts;
}

}  // namespace problemator
