#include "core/store/register_join.hpp"

#include <algorithm>
#include <string_view>
#include <unordered_map>

#include "core/base/text.hpp"

namespace problemator {
namespace {

constexpr std::uint32_t kSeveral = UINT32_MAX;

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
    if (found != rows.end()) found->second = found->second == kSeveral - 1 ? row : kSeveral;
}

std::vector<std::string> keys_of(const Table& table, const Register& list) {
    const auto message = list.form.find("message"), channel = list.form.find("channel");
    std::vector<std::string> keys;
    for (std::size_t i = 0; message && i < list.rows(); ++i) {
        const std::string& number = list.columns[*message].texts[i];
        if (number.empty()) continue;
        const std::string id = channel ? channel_id(table, list.columns[*channel].texts[i]) : std::string{};
        keys.push_back(id.empty() ? number : id + ":" + number);
    }
    std::sort(keys.begin(), keys.end());
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
    return keys;
}

}  // namespace

ControlJoin join_auto_control(Table& table, const std::vector<Register>& registers) {
    ControlJoin join;
    const Register* const list = find_register(registers, "auto_control");
    if (!list) return join;
    const std::vector<std::string> keys = keys_of(table, *list);
    RowsByKey rows;
    for (const std::string& key : keys) rows.emplace(key, kSeveral - 1);   // not met yet
    for (std::uint32_t row = 0; row < table.rows(); ++row) {
        const std::string_view id = table.id[row];
        remember(rows, id, row);
        remember(rows, id.substr(std::min(id.size(), id.find(':') + 1)), row);
    }
    for (const std::string& key : keys) {
        const std::uint32_t row = rows.at(key);
        if (row >= kSeveral - 1) {
            join.not_found.push_back(key);
        } else if (!has(table.marks[row], Mark::AutoControl)) {
            table.marks[row] |= bit(Mark::AutoControl);
            ++join.marked;
        }
    }
    return join;
}

}  // namespace problemator
