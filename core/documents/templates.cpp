#include "core/documents/templates.hpp"

#include <algorithm>
#include <vector>

#include "core/documents/block_files.hpp"
#include "core/documents/csv.hpp"

namespace problemator {
namespace {

constexpr std::size_t kWordsListed = 8;
constexpr Phrase kData = {"Данные", "Data"}, kHow = {"Как заполнять", "How to fill in"}, kColumn = {"Столбец", "Column"}, kMeaning = {"Что писать", "What goes in"}, kNeeded = {"Обязателен", "Needed"};
constexpr Phrase kForm = {"Как писать", "How to write"}, kYes = {"да", "yes"}, kNo = {"нет", "no"}, kAlso = {"подойдут и названия: ", "also understood: "}, kWords = {"слова: ", "words: "}, kDates = {"дата: ", "date: "};

/// Columns of the template: those that are read, each head once, in the order of the channel.
std::vector<const ColumnRule*> columns_of(const Channel& channel) {
    std::vector<const ColumnRule*> out;
    for (const ColumnRule& rule : channel.columns) {
        const bool is_read = rule.field != Field::Ignored || !rule.register_field.empty();
        const bool is_new = !rule.headers.empty() && std::none_of(out.begin(), out.end(), [&](const ColumnRule* other) { return other->headers.front() == rule.headers.front(); });
        if (is_read && is_new && rule.occurrence == 1) out.push_back(&rule);
    }
    return out;
}

std::string joined(const std::vector<std::string>& words, std::size_t first) {
    std::string out;
    for (std::size_t i = first; i < words.size() && i < first + kWordsListed; ++i) out += (out.empty() ? "" : ", ") + words[i];
    return out;
}

std::string form_words(const ColumnRule& rule, Lang lang) {
    std::string out;
    const auto add = [&](const Phrase& before, const std::string& text) { if (!text.empty()) out += (out.empty() ? "" : "; ") + std::string{before.in(lang)} + text; };
    add(kDates, joined(rule.date_forms, 0));
    std::vector<std::string> words;
    for (const ValueMap& value : rule.values)
        if (value.from != "*" && value.from != "?" && !value.to.empty()) words.push_back(value.from);
    add(kWords, joined(words, 0));
    add(kAlso, joined(rule.headers, 1));
    return out;
}

PageBlock data_block(const Channel& channel, Lang lang) {
    PageBlock block{.id = "data", .title = std::string{kData.in(lang)}};
    for (const ColumnRule* rule : columns_of(channel)) block.columns.push_back({rule->headers.front()});
    return block;
}

PageBlock how_block(const Channel& channel, Lang lang) {
    PageBlock block{.id = "how", .title = std::string{kHow.in(lang)}, .note = std::string{channel.name(lang)}};
    block.columns = {{std::string{kColumn.in(lang)}}, {std::string{kMeaning.in(lang)}}, {std::string{kNeeded.in(lang)}}, {std::string{kForm.in(lang)}}};
    for (const ColumnRule* rule : columns_of(channel)) {
        const std::string meaning = rule->register_field.empty() ? std::string{field_name(rule->field).in(lang)} : rule->headers.front();
        block.rows.push_back({{.text = rule->headers.front()}, {.text = meaning}, {.text = std::string{(rule->required ? kYes : kNo).in(lang)}}, {.text = form_words(*rule, lang)}});
    }
    return block;
}

}  // namespace

std::string template_csv(const Channel& channel) {
    std::vector<std::string> heads;
    for (const ColumnRule* rule : columns_of(channel)) heads.push_back(rule->headers.front());
    return std::string{kByteOrderMark} + csv_line(heads);
}

std::string template_xlsx(const Channel& channel, Lang lang) {
    const std::vector<PageBlock> blocks = {data_block(channel, lang), how_block(channel, lang)};
    return table_xlsx(blocks, lang);
}

}  // namespace problemator
