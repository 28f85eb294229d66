#include "core/import/message_fields.hpp"

namespace problemator {

NameView* name_of(Field field, MessageView& m) {
    switch (field) {
        case Field::Channel: return &m.names[MessageView::Channel];
        case Field::Block: return &m.names[MessageView::Block];
        case Field::Topic: return &m.names[MessageView::Topic];
        case Field::Subtopic: return &m.names[MessageView::Subtopic];
        case Field::Territory: return &m.names[MessageView::Territory];
        case Field::Department: return &m.names[MessageView::Department];
        case Field::Network: return &m.names[MessageView::Network];
        default: return nullptr;
    }
}

std::string_view* text_of(Field field, MessageView& m) {
    switch (field) {
        case Field::Id: return &m.texts[MessageView::Id];
        case Field::Street: return &m.texts[MessageView::Street];
        case Field::House: return &m.texts[MessageView::House];
        case Field::Text: return &m.texts[MessageView::Body];
        case Field::Answer: return &m.texts[MessageView::Answer];
        case Field::LinkedId: return &m.texts[MessageView::LinkedId];
        case Field::Author: return &m.texts[MessageView::Author];
        case Field::RubricCode: return &m.texts[MessageView::RubricCode];
        case Field::Tags: return &m.texts[MessageView::Tags];
        default: return nullptr;
    }
}

bool is_blank(Field field, MessageView& m) {
    if (const NameView* name = name_of(field, m)) return name->text.empty();
    const std::string_view* text = text_of(field, m);
    return text && text->empty();
}

void put_code(Field field, int code, Message& m) {
    const auto answer = static_cast<Answer>(code);
    switch (field) {
        case Field::Kind: m.kind = static_cast<Kind>(code); break;
        case Field::Form: m.form = static_cast<Form>(code); break;
        case Field::Status: m.status = static_cast<MessageStatus>(code); break;
        case Field::Outcome: m.outcome = static_cast<Outcome>(code); break;
        case Field::Overdue: m.overdue = answer; break;
        case Field::FastTrack: m.fast_track = answer; break;
        case Field::Repeat: m.repeat = answer; break;
        case Field::AutoRouted: m.auto_routed = answer; break;
        case Field::AutoControl: m.auto_control = answer; break;
        case Field::Gratitude: m.gratitude |= answer == Answer::Yes; break;
        case Field::Consultation: m.consultation |= answer == Answer::Yes; break;
        case Field::Conflict: m.conflict |= answer == Answer::Yes; break;
        default: break;
    }
}

}  // namespace problemator
