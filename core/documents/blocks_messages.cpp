// Blocks of «Проблематор» and «Сообщения»: the register, the list, and the cards that are open beside them.
#include <algorithm>
#include <span>

#include "core/charts/charts.hpp"
#include "core/documents/block_parts.hpp"
#include "core/model/messages/message_history.hpp"

namespace problemator {
namespace {

constexpr Phrase kMessages = {"Сообщения", "Messages"}, kId = {"Номер", "Id"}, kReceived = {"Поступило", "Received"}, kChannel = {"Канал", "Channel"}, kTerritory = {"Территория", "Territory"}, kTopic = {"Тема", "Topic"};
constexpr Phrase kText = {"Текст", "Text"}, kDepartment = {"Подразделение", "Department"}, kStatus = {"Состояние", "Status"}, kRepeat = {"Повторное", "Repeat"}, kYes = {"да", "yes"}, kNo = {"нет", "no"};
constexpr Phrase kRegister = {"Реестр проблем", "Register of problems"}, kProblem = {"Проблема", "Problem"}, kBlock = {"Блок", "Block"}, kStage = {"Стадия", "Stage"}, kReason = {"Основание", "Reason"}, kCause = {"Причина", "Cause"};
constexpr Phrase kUnit = {"Ответственный", "In charge"}, kDue = {"Срок", "Due"}, kWas = {"Было", "Before"}, kRecent = {"Сообщений за 4 недели", "Messages in 4 weeks"};
constexpr Phrase kProblemCard = {"Карточка проблемы", "Card of the problem"}, kMessageCard = {"Карточка сообщения", "Card of the message"}, kWhat = {"Сведения", "Fact"}, kValue = {"Значение", "Value"};
constexpr Phrase kMeasure = {"Мера", "Measure"}, kEffect = {"Эффект мер", "Effect of the measures"}, kAll = {"Сообщений за год", "Messages in a year"};

/// A card as a table of two columns; facts without a value are left out.
class CardTable {
public:
    CardTable(PageBlock& block, const BlockSource& from) : block_{block}, from_{from} { block_.columns = {{from.say(kWhat)}, {from.say(kValue)}}; }
    void add(std::string label, std::string value) {
        if (!value.empty()) block_.rows.push_back({{.text = std::move(label)}, {.text = std::move(value)}});
    }
    void add(const Phrase& label, std::string value) { add(from_.say(label), std::move(value)); }
    void add(const Phrase& label, const Figure& figure) { block_.rows.push_back({{.text = from_.say(label)}, cell_of(figure, from_.lang)}); }

private:
    PageBlock& block_;
    const BlockSource& from_;
};

std::string joined(std::string_view a, std::string_view b, std::string_view between) {
    return std::string{a} + std::string{a.empty() || b.empty() ? "" : between} + std::string{b};
}

void fill_register(PageBlock& block, const ProblemsPage& page, const BlockSource& from) {
    block.columns = {{from.say(kProblem)}, {from.say(kTerritory)}, {from.say(kBlock)}, {from.say(kStage)}, {from.say(kRecent), true}, {from.say(kWas)}, {from.say(kReason)}, {from.say(kCause)}, {from.say(kUnit)}, {from.say(kDue)}};
    for (const ProblemRow& row : page.rows)
        block.rows.push_back({{.text = row.title}, {.text = row.place}, {.text = row.block}, {.text = row.stage_name}, cell_of(row.recent, from.lang), {.text = row.was}, {.text = row.reason}, {.text = row.cause}, {.text = row.unit},
                              {.text = row.late.empty() ? row.due : row.due + " (" + row.late + ")"}});
    if (page.rows.empty()) block.words = page.empty;
}

/// Stages with their days, the cause, the road map and what the measures changed.
void fill_problem(PageBlock& block, const ProblemCard& card, const BlockSource& from) {
    block.note = card.subtitle;
    block.words = card.title + (card.has_cause ? ": " + card.cause : "");
    CardTable table{block, from};
    table.add(kProblem, card.title);
    for (const StageStep& step : card.steps) table.add(step.name, step.day);
    table.add(kCause, joined(card.cause, card.cause_source, ", "));
    table.add(kUnit, card.unit);
    table.add(kDue, card.due);
    if (card.gantt)
        for (const Gantt::Measure& measure : card.gantt->measures) table.add(kMeasure, joined(joined(measure.text, measure.responsible, ", "), measure.due_text, ", "));
    else table.add(kMeasure, card.no_measures);
    table.add(kEffect, card.effect ? joined(card.change, joined(card.interval, card.season_note, ", "), ", ") : card.no_effect);
    table.add(kAll, card.all);
}

/// What the card says of the message and what happened to it.
void fill_message(PageBlock& block, const MessagesPage::Card& card, const BlockSource& from) {
    block.note = card.line.id;
    block.words = joined(card.line.received + ", " + joined(card.line.territory, card.title, ", ") + ", " + card.line.status, card.line.text, ". ");
    CardTable table{block, from};
    table.add(kId, card.line.id);
    table.add(kTopic, card.title);
    table.add(kStatus, joined(card.status_badge, card.line.status, ", "));
    table.add(kText, card.line.text);
    table.add(kProblem, card.problem_text);
    for (const auto& step : card.history) table.add(step.what, joined(step.moment, step.note, ", "));
    for (const auto& [label, value] : card.facts) table.add(label, value);
}

std::vector<BlockCell> message_cells(const Scope& scope, std::uint32_t row, const BlockSource& from) {
    const Minute received = scope.table.received[row];
    const bool has_time = received != minute_from_day(day_from_minute(received));
    MessageLine line = line_of(scope, row);
    return {{.text = std::move(line.id)}, moment_cell(received, has_time, from.lang), {.text = std::move(line.channel)}, {.text = std::move(line.territory)}, {.text = std::move(line.topic)}, {.text = std::move(line.text)},
            {.text = std::move(line.department)}, {.text = std::move(line.status)}, {.text = from.say(line.is_repeat ? kYes : kNo)}};
}

}  // namespace

std::vector<BlockName> names_of(const ProblemsPage& page, Lang lang) {
    std::vector<BlockName> names;
    if (!page.rows.empty()) names.push_back({"register", page.register_name.empty() ? std::string{kRegister.in(lang)} : page.register_name, false});
    if (page.card) names.push_back({"problem-card", std::string{kProblemCard.in(lang)}, page.card->effect.has_value()});
    const std::vector<BlockName> tables = names_of(static_cast<const ListingsPage&>(page), lang);
    names.insert(names.end(), tables.begin(), tables.end());
    return names;
}

void fill(PageBlock& block, const ProblemsPage& page, const BlockSource& from) {
    if (block.id == "register") fill_register(block, page, from);
    else if (block.id == "problem-card" && page.card) fill_problem(block, *page.card, from);
    else fill(block, static_cast<const ListingsPage&>(page), from);
}

std::optional<Scene> picture_of(const ProblemsPage& page, std::string_view id, double width, Lang lang) {
    if (id != "problem-card" || !page.card || !page.card->effect) return std::nullopt;
    return effect_bars(*page.card->effect, width, width * 0.4, lang);
}

std::vector<BlockName> names_of(const MessagesPage& page, Lang lang) {
    std::vector<BlockName> names = {{"messages", std::string{kMessages.in(lang)}, false}};
    if (page.card) names.push_back({"message-card", std::string{kMessageCard.in(lang)}, false});
    return names;
}

void fill(PageBlock& block, const MessagesPage& page, const BlockSource& from) {
    if (block.id == "message-card" && page.card) return fill_message(block, *page.card, from);
    block.note = page.count_text;
    block.columns = {{from.say(kId)}, {from.say(kReceived)}, {from.say(kChannel)}, {from.say(kTerritory)}, {from.say(kTopic)}, {from.say(kText)}, {from.say(kDepartment)}, {from.say(kStatus)}, {from.say(kRepeat)}};
    const Scope scope = scope_of(from.world, from.state);
    const std::size_t told = std::min(page.rows.size(), from.most_rows);
    block.rows_left_out = page.rows.size() - told;
    block.rows.reserve(told);
    for (const std::uint32_t row : std::span<const std::uint32_t>{page.rows}.first(told)) block.rows.push_back(message_cells(scope, row, from));
    if (page.rows.empty()) block.words = page.empty_text;
}

}  // namespace problemator
