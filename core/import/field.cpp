// Names of the fields, as channel files write them.
#include <array>
#include <cstddef>

#include "core/import/channel.hpp"

namespace problemator {
namespace {

constexpr std::array<std::string_view, static_cast<std::size_t>(Field::Ignored) + 1> kIds = {
    "id", "received", "registered", "due", "answered", "closed", "extended_to", "reply",
    "kind", "form", "status", "outcome", "overdue", "fast_track", "repeat", "auto_routed", "auto_control", "gratitude", "consultation",
    "block", "topic", "subtopic", "territory", "department", "network", "street", "house", "lat", "lon", "point",
    "rating", "text", "answer", "linked_id", "author", "channel", "forwarded", "conflict", "rubric_code", "tags", "moved", "ignored",
};

constexpr std::array<Phrase, kIds.size()> kNames = {{
    {"Номер сообщения", "Number of the message"}, {"Дата поступления", "Received"}, {"Дата регистрации", "Registered"}, {"Срок", "Due"},
    {"Дата первого ответа", "First answer"}, {"Дата закрытия", "Closed"}, {"Продлено до", "Extended to"}, {"Время рассмотрения", "Time to the answer"},
    {"Вид: сообщение или обращение", "Kind: message or appeal"}, {"Форма", "Form"}, {"Статус", "Status"}, {"Результат", "Outcome"}, {"Просрочено", "Overdue"},
    {"Фаст-трек", "Fast track"}, {"Повторное", "Repeated"}, {"Направлено автоправилом", "Routed by a rule"}, {"Автоматический контроль", "Automatic control"},
    {"Благодарность", "Thanks"}, {"Консультация", "Consultation"},
    {"Блок или группа тем", "Block or group of topics"}, {"Тема", "Topic"}, {"Подтема или факт", "Sub-topic"}, {"Территория", "Territory"},
    {"Подразделение", "Department"}, {"Социальная сеть", "Social network"}, {"Улица", "Street"}, {"Дом", "House"}, {"Широта", "Latitude"}, {"Долгота", "Longitude"},
    {"Точка", "Point"},
    {"Оценка заявителя", "Rating"}, {"Текст сообщения", "Text"}, {"Текст ответа", "Answer"}, {"Номер связанного сообщения", "Number of the linked message"},
    {"Автор", "Author"}, {"Канал", "Channel"}, {"Дата переадресации", "Forwarded"}, {"Конфликт", "Conflict"}, {"Код рубрики", "Rubric code"}, {"Метки", "Tags"},
    {"Дата смены стадии", "Last change of stage"}, {"Не читать", "Leave out"},
}};

}  // namespace

Phrase field_name(Field f) { return kNames[static_cast<std::size_t>(f)]; }
std::string_view field_id(Field f) { return kIds[static_cast<std::size_t>(f)]; }

std::optional<Field> parse_field(std::string_view id) {
    for (std::size_t i = 0; i < kIds.size(); ++i)
        if (kIds[i] == id) return static_cast<Field>(i);
    return std::nullopt;
}

}  // namespace problemator
