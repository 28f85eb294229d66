#include "core/model/register_names.hpp"

#include <algorithm>

#include "core/base/text.hpp"
#include "core/model/remembered.hpp"

namespace problemator {
namespace {

bool is_named(const std::string& key, const Name& name, const std::vector<std::string>& aliases, std::string_view id) {
    if (key == fold(name.ru) || key == fold(name.en) || key == id) return true;
    return std::any_of(aliases.begin(), aliases.end(), [&](const std::string& alias) { return key == fold(alias); });
}

}  // namespace

RegisterCell entry_cell(const Register& entries, std::string_view field, std::size_t row) {
    const auto at = entries.form.find(field);
    return at ? entries.cell(*at, row) : RegisterCell{};
}

namespace {

std::vector<Code> topics_of(const World& world, std::string_view cell) {
    const Dictionary& topics = world.snapshot.table.dictionary(Dimension::Topic);
    std::vector<Code> codes;
    for (const std::string_view part : split(cell, ';')) {
        const std::string key = fold(part);
        if (key.empty()) continue;
        for (const Block& block : world.profile.blocks) {
            const bool is_block = is_named(key, block.name, block.aliases, block.id) || key == fold(block.short_name.ru);
            for (const TopicRule& topic : block.topics)
                if (is_block || is_named(key, topic.name, topic.aliases, topic.id)) codes.push_back(topics.find_id(topic.id));
        }
    }
    std::erase(codes, kNotGiven);
    std::sort(codes.begin(), codes.end());
    codes.erase(std::unique(codes.begin(), codes.end()), codes.end());
    return codes;
}

}  // namespace

std::vector<Code> topics_named(const World& world, std::string_view cell) {
    return *recall(world, &Remembered::topics_named, std::string{cell}, [&] { return topics_of(world, cell); });
}

std::optional<Code> territory_named(const World& world, std::string_view cell) {
    const std::string key = fold(cell);
    if (key.empty()) return kNotGiven;
    for (const Territory& territory : world.profile.territories) {
        if (!is_named(key, territory.name, territory.aliases, territory.id) && key != fold(territory.full_name.ru)) continue;
        const Code code = world.snapshot.table.dictionary(Dimension::Territory).find_id(territory.id);
        if (code != kNotGiven) return code;
    }
    return std::nullopt;
}

}  // namespace problemator
