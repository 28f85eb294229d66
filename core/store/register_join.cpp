#include "core/store/register_join.hpp"

#include <algorithm>
#include <string_view>
#include <unordered_map>

#include "core/base/text.hpp"

namespace problemator {
namespace {

constexpr std::uint32_t kSeveral = UINT32_MAX, kNotMet = UINT32_MAX - 1;

/// Rows by "<number>" and "<channel>:<number>"; only numbers of the list are looked at.
using RowsByKey = std::unordered_map<std::string, std::uint32_t>;

std::string channel_id(const Table& table, std::string_view given) {
    const Dictionary& channels = table.dictionary(Dimension::Channel);
    const std::string key = fold(given);
    for (std::size_t code = 1; code < channels.size(); ++code) {
        const auto c = static_cast<Code>(code);
        if (fold(channels.name(c)) == key || channels.id(c) == given) return std::string{channels.id(c)};
    }
    return {};
}

void remember(RowsByKey& rows, std::string_view key, std::uint32_t row) {
    const auto found = rows.find(std::string{key});
    if (found != rows.end()) found->second = found->second == kNotMet ? row : kSeveral;
}

/// Of each entry: "<channel>:<number>", or the number alone; empty without one.
std::vector<std::string> keys_of(const Table& table, const Register& list) {
    const auto message = list.form.find("message"), channel = list.form.find("channel");
    std::vector<std::string> keys(list.rows());
    for (std::size_t i = 0; message && i < list.rows(); ++i) {
        const std::string& number = list.columns[*message].texts[i];
        const std::string id = number.empty() || !channel ? std::string{} : channel_id(table, list.columns[*channel].texts[i]);
        keys[i] = id.empty() ? number : id + ":" + number;
    }
    return keys;
}

RowsByKey rows_of(const Table& table, const std::vector<std::string>& keys) {
    RowsByKey rows;
    for (const std::string& key : keys) rows.emplace(key, kNotMet);
    for (std::uint32_t row = 0; row < table.rows(); ++row) {
        const std::string_view id = table.id[row];
        remember(rows, id, row);
        remember(rows, id.substr(std::min(id.size(), id.find(':') + 1)), row);
    }
    return rows;
}

}  // namespace

ControlJoin join_auto_control(Table& table, std::vector<Register>& registers) {
    ControlJoin join;
    const auto list = std::find_if(registers.begin(), registers.end(), [](const Register& r) { return r.form.id == "auto_control"; });
    if (list == registers.end()) return join;
    const std::vector<std::string> keys = keys_of(table, *list);
    const RowsByKey rows = rows_of(table, keys);
    Register left{list->form};
    for (std::size_t i = 0; i < keys.size(); ++i) {
        const std::uint32_t row = rows.at(keys[i]);
        if (row >= kNotMet) {
            left.append(list->entry(i), list->file[i], list->row[i]);
            join.not_found.push_back(keys[i]);
        } else if (!has(table.marks[row], Mark::AutoControl)) {
            table.marks[row] |= bit(Mark::AutoControl);
            ++join.marked;
        }
    }
    *list = std::move(left);
    std::sort(join.not_found.begin(), join.not_found.end());
    join.not_found.erase(std::unique(join.not_found.begin(), join.not_found.end()), join.not_found.end());
    return join;
}

}  // namespace problemator
