#include "core/import/row_reader.hpp"

#include <algorithm>
#include <tuple>

#include "core/base/text.hpp"
#include "core/import/message_fields.hpp"

namespace problemator {

RowReader::RowReader(const ChannelMatch& match, const HeaderRow& header, const Encoding& encoding, DateSystem dates,
                     std::span<const std::vector<DateForm>* const> forms_of_rules, int shift_minutes, std::optional<int> local_offset)
    : channel_{*match.channel}, header_{header}, encoding_{encoding}, dates_{dates}, shift_minutes_{shift_minutes}, local_offset_{local_offset} {
    for (const std::string& value : channel_.empty_values) {
        empty_values_.push_back(fold(value));
        longest_empty_ = std::max(longest_empty_, value.size());
        note_beginning(empty_values_.back());
    }
    for (std::size_t i = 0; i < match.columns.size(); ++i) {
        const ColumnRule& rule = channel_.columns[i];
        const FieldType type = type_of(rule.field);
        if (match.columns[i] == kNoColumn || type == FieldType::Nothing) continue;
        Column column;
        column.rule = &rule;
        column.field = rule.field;
        column.type = type;
        column.index = static_cast<std::size_t>(match.columns[i]);
        for (const std::string& form : rule.date_forms)
            if (auto compiled = DateForm::compile(form)) column.forms.push_back(*std::move(compiled));
        if (column.forms.empty() && type == FieldType::Date) column.forms = i < forms_of_rules.size() && forms_of_rules[i] ? *forms_of_rules[i] : usual_date_forms();
        if (type == FieldType::Date) column.quick = QuickDates{column.forms};
        for (const ValueMap& value : rule.values) column.values.emplace(fold(value.from), value.to);
        const bool says_one_thing = type != FieldType::Category && column.values.size() == 1 && column.values.count("*") == 1;
        if (says_one_thing) column.always = look_up(column, "*");
        if (rule.required) required_.push_back(rule.field);
        columns_.push_back(std::move(column));
    }
    note_places();
}

/// Which names and texts the columns fill: only those are emptied for the next row.
void RowReader::note_places() {
    MessageView any;
    texts_.push_back(MessageView::Id);                         // may be the digest of the row
    for (Column& column : columns_) {
        if (const NameView* name = name_of(column.field, any)) names_.push_back(column.name = static_cast<MessageView::Name>(name - any.names.data()));
        if (const std::string_view* text = text_of(column.field, any)) texts_.push_back(column.text = static_cast<MessageView::Text>(text - any.texts.data()));
        column.usual = usual_of(column);
    }
}

/// Cells that begin like this may be empty values: most numbers and dates need no folding. A letter may stand there as a capital too.
void RowReader::note_beginning(std::string_view folded) {
    if (folded.empty()) return;
    const char first = folded[0];
    begins_empty_[static_cast<unsigned char>(first)] = true;
    if (first >= 'a' && first <= 'z') begins_empty_[static_cast<unsigned char>(first - 'a' + 'A')] = true;
    if (static_cast<unsigned char>(first) >= 0x80)
        for (std::size_t byte = 0x80; byte < 0x100; ++byte) begins_empty_[byte] = true;
}

std::vector<UnknownWord> RowReader::unknown_words() const {
    std::vector<UnknownWord> words;
    for (const Column& column : columns_) {
        const auto first = static_cast<std::ptrdiff_t>(words.size());
        for (const auto& [cell, known] : column.known.entries())
            if (known.is_unlisted)
                words.push_back({header_.names[column.index], cell, known.is_bad || known.is_empty ? std::nullopt : std::optional{canonical_name(column.field, known.code)}, known.count});
        std::sort(words.begin() + first, words.end(), [](const UnknownWord& a, const UnknownWord& b) { return std::tie(b.count, a.value) < std::tie(a.count, b.value); });
    }
    return words;
}

}  // namespace problemator
