#include "core/import/canonical.hpp"

#include "core/base/text.hpp"
#include "core/import/values.hpp"

namespace problemator {
namespace {

struct Known { std::string_view id; Phrase name; };

template <class Enum>
std::vector<Known> values_up_to(Enum last, std::string_view (*id)(Enum), Phrase (*name)(Enum)) {
    std::vector<Known> all;
    for (int code = 0; code <= static_cast<int>(last); ++code) all.push_back({id(static_cast<Enum>(code)), name(static_cast<Enum>(code))});
    return all;
}

std::vector<Known> known_values(Field field) {
    switch (field) {
        case Field::Kind: return values_up_to(Kind::Appeal, kind_id, kind_name);
        case Field::Form: return values_up_to(Form::Oral, form_id, form_name);
        case Field::Status: return values_up_to(MessageStatus::Withdrawn, status_id, status_name);
        case Field::Outcome: return values_up_to(Outcome::Rejected, outcome_id, outcome_name);
        default: break;
    }
    const FieldType type = type_of(field);
    if (type == FieldType::YesNo || type == FieldType::Flag)
        return {{"unknown", {"неизвестно", "unknown"}}, {"no", {"нет", "no"}}, {"yes", {"да", "yes"}}};
    return {};
}

}  // namespace

FieldType type_of(Field field) {
    switch (field) {
        case Field::Received: case Field::Registered: case Field::Due: case Field::Answered: case Field::Closed: case Field::ExtendedTo:
        case Field::Forwarded: case Field::Moved:
            return FieldType::Date;
        case Field::Reply: return FieldType::Duration;
        case Field::Kind: case Field::Form: case Field::Status: case Field::Outcome: return FieldType::Enum;
        case Field::Overdue: case Field::FastTrack: case Field::Repeat: case Field::AutoRouted: case Field::AutoControl: return FieldType::YesNo;
        case Field::Gratitude: case Field::Consultation: case Field::Conflict: return FieldType::Flag;
        case Field::Block: case Field::Topic: case Field::Subtopic: case Field::Territory: case Field::Department: case Field::Network:
        case Field::Channel: return FieldType::Category;
        case Field::Lat: case Field::Lon: return FieldType::Number;
        case Field::Rating: return FieldType::Rating;
        case Field::Point: return FieldType::Point;
        case Field::Id: case Field::Street: case Field::House: case Field::Text: case Field::Answer: case Field::LinkedId: case Field::Author:
        case Field::RubricCode: case Field::Tags:
            return FieldType::Text;
        case Field::Ignored: return FieldType::Nothing;
    }
    return FieldType::Nothing;
}

std::vector<std::string_view> canonical_ids(Field field) {
    std::vector<std::string_view> ids;
    for (const Known& known : known_values(field)) ids.push_back(known.id);
    return ids;
}

Phrase canonical_name(Field field, int code) { return known_values(field)[static_cast<std::size_t>(code)].name; }

std::optional<int> canonical_code(Field field, std::string_view text) {
    const std::string key = fold(text);
    int code = 0;
    for (const Known& known : known_values(field)) {
        if (key == known.id || key == fold(known.name.ru) || key == fold(known.name.en)) return code;
        ++code;
    }
    const FieldType type = type_of(field);
    if (type != FieldType::YesNo && type != FieldType::Flag) return std::nullopt;
    const auto yes = read_yes_no(text);
    if (!yes) return std::nullopt;
    return static_cast<int>(*yes ? Answer::Yes : Answer::No);
}

}  // namespace problemator
