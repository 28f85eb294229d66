// The rows of a messages page as CSV: exactly the rows that the page counts, in its order.
#include "core/documents/csv.hpp"
#include "core/documents/html.hpp"

namespace problemator {
namespace {

constexpr Phrase kId = {"Номер", "Id"}, kReceived = {"Поступило", "Received"}, kChannel = {"Канал", "Channel"}, kTerritory = {"Территория", "Territory"};
constexpr Phrase kTopic = {"Тема", "Topic"}, kText = {"Текст", "Text"}, kDepartment = {"Подразделение", "Department"}, kStatus = {"Состояние", "Status"};
constexpr Phrase kRepeat = {"Повторное", "Repeat"}, kYes = {"да", "yes"}, kNo = {"нет", "no"};

std::vector<std::string> heads(Lang lang) {
    std::vector<std::string> out;
    for (const Phrase& phrase : {kId, kReceived, kChannel, kTerritory, kTopic, kText, kDepartment, kStatus, kRepeat}) out.emplace_back(phrase.in(lang));
    return out;
}

}  // namespace

std::string rows_csv(const World& world, const State& state) {
    const MessagesPage page = messages_page(world, state);
    std::string out = std::string{kByteOrderMark} + csv_line(heads(state.lang));
    for (const std::uint32_t row : page.rows) {
        const MessageLine line = message_line(world, state, row);
        out += csv_line({line.id, line.received, line.channel, line.territory, line.topic, line.text, line.department, line.status,
                         std::string{(line.is_repeat ? kYes : kNo).in(state.lang)}});
    }
    return out;
}

}  // namespace problemator
