// Names of the dimensions and of their fixed values: one table per enum, in the order of the enum.
#include "core/schema/dimension.hpp"

namespace problemator {
namespace {

struct Entry {
    std::string_view id;
    Phrase name;
};

constexpr Entry kDimensionTable[] = {
    {"channel", {"Канал", "Channel"}},
    {"kind", {"Вид", "Kind"}},
    {"form", {"Форма", "Form"}},
    {"block", {"Отраслевой блок", "Sector block"}},
    {"topic", {"Тема", "Topic"}},
    {"subtopic", {"Подтема", "Sub-topic"}},
    {"territory", {"Территория", "Territory"}},
    {"department", {"Ответственный", "Department"}},
    {"status", {"Состояние", "Status"}},
    {"outcome", {"Результат", "Outcome"}},
    {"network", {"Соцсеть", "Network"}},
    {"street", {"Улица", "Street"}},
};

constexpr Entry kKindTable[] = {
    {"message", {"Сообщение", "Message"}},
    {"appeal", {"Обращение (59-ФЗ)", "Appeal (59-FZ)"}},
};

constexpr Entry kFormTable[] = {
    {"unknown", {"Форма не указана", "Form not given"}},
    {"electronic", {"Электронная", "Electronic"}},
    {"written", {"Письменная", "Written"}},
    {"oral", {"Устная", "Oral"}},
};

constexpr Entry kStatusTable[] = {
    {"unknown", {"Состояние не указано", "Status not given"}},
    {"new", {"Новое", "New"}},
    {"in_work", {"В работе", "In work"}},
    {"answered", {"Дан ответ", "Answered"}},
    {"postponed", {"Срок перенесён", "Postponed"}},
    {"redirected", {"Перенаправлено", "Redirected"}},
    {"rejected", {"Отклонено", "Rejected"}},
    {"withdrawn", {"Отозвано заявителем", "Withdrawn"}},
};

constexpr Entry kOutcomeTable[] = {
    {"unknown", {"Результат не указан", "Outcome not given"}},
    {"solved", {"Решено", "Solved"}},
    {"explained", {"Разъяснено", "Explained"}},
    {"not_solved", {"Не решено", "Not solved"}},
    {"supported", {"Поддержано", "Supported"}},
    {"not_supported", {"Не поддержано", "Not supported"}},
    {"redirected", {"Направлено по компетенции", "Redirected"}},
    {"rejected", {"Отклонено", "Rejected"}},
};

/// Enumerators come from our own code, so a value is always inside its table; the clamp keeps a corrupt one from reading past it.
template <class Enum, std::size_t n>
constexpr const Entry& entry(const Entry (&table)[n], Enum value) {
    const auto at = static_cast<std::size_t>(value);
    return table[at < n ? at : 0];
}

template <class Enum, std::size_t n>
std::optional<Enum> parse(const Entry (&table)[n], std::string_view id) {
    for (std::size_t i = 0; i < n; ++i)
        if (table[i].id == id) return static_cast<Enum>(i);
    return std::nullopt;
}

static_assert(std::size(kDimensionTable) == kDimensions);

}  // namespace

std::string_view dimension_id(Dimension d) { return entry(kDimensionTable, d).id; }
Phrase dimension_name(Dimension d) { return entry(kDimensionTable, d).name; }
std::optional<Dimension> parse_dimension(std::string_view id) { return parse<Dimension>(kDimensionTable, id); }

std::string_view kind_id(Kind k) { return entry(kKindTable, k).id; }
Phrase kind_name(Kind k) { return entry(kKindTable, k).name; }
std::optional<Kind> parse_kind(std::string_view id) { return parse<Kind>(kKindTable, id); }

std::string_view form_id(Form f) { return entry(kFormTable, f).id; }
Phrase form_name(Form f) { return entry(kFormTable, f).name; }
std::optional<Form> parse_form(std::string_view id) { return parse<Form>(kFormTable, id); }

std::string_view status_id(MessageStatus s) { return entry(kStatusTable, s).id; }
Phrase status_name(MessageStatus s) { return entry(kStatusTable, s).name; }
std::optional<MessageStatus> parse_status(std::string_view id) { return parse<MessageStatus>(kStatusTable, id); }

std::string_view outcome_id(Outcome o) { return entry(kOutcomeTable, o).id; }
Phrase outcome_name(Outcome o) { return entry(kOutcomeTable, o).name; }
std::optional<Outcome> parse_outcome(std::string_view id) { return parse<Outcome>(kOutcomeTable, id); }

}  // namespace problemator
