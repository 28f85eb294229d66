#include <algorithm>

#include "core/base/nearest.hpp"
#include "core/base/text.hpp"
#include "core/clean/address.hpp"
#include "core/clean/clean.hpp"

namespace problemator {
namespace {

constexpr std::size_t kLongestSuggested = 80;    // longer texts are not names; comparing them would be slow

template <class Value>
const Value* find(const std::unordered_map<std::string, const Value*>& index, const std::string& key) {
    const auto found = index.find(key);
    return found == index.end() ? nullptr : found->second;
}

/// Calls `add` with every spelling of a named thing.
template <class Thing, class Add>
void each_spelling(const Thing& thing, const Add& add) {
    add(thing.name.ru);
    add(thing.name.en);
    for (const std::string& alias : thing.aliases) add(alias);
}

using Stems = std::vector<std::string>;

Stems stems_of(std::string_view text) {
    Stems stems;
    const std::string words = words_of(text);
    for (const std::string_view word : split(words, ' '))
        if (word.size() >= 3) stems.emplace_back(stem_of(word));
    std::sort(stems.begin(), stems.end());
    stems.erase(std::unique(stems.begin(), stems.end()), stems.end());
    return stems;
}

std::size_t letters_in(const Stems& stems) {
    std::size_t letters = 0;
    for (const std::string& stem : stems) letters += stem.size();
    return letters;
}

/// «дорог» and «дорожн»: at least four first letters in common, and six tenths of the longer stem.
bool are_akin(const std::string& a, const std::string& b) {
    if (a == b) return true;
    const auto common = static_cast<std::size_t>(std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first - a.begin());
    return common >= 4 && common * 10 >= std::max(a.size(), b.size()) * 6;
}

/// Share of the letters of both that stand in akin stems (after Dice 1945), 0…1.
double likeness(const Stems& a, const Stems& b) {
    std::size_t common = 0;
    for (const std::string& stem : a) {
        const auto akin = std::find_if(b.begin(), b.end(), [&](const std::string& other) { return are_akin(stem, other); });
        if (akin != b.end()) common += stem.size() + akin->size();
    }
    const std::size_t all = letters_in(a) + letters_in(b);
    return all == 0 ? 0 : std::min(1.0, static_cast<double>(common) / static_cast<double>(all));
}

/// The name that says the same in other words: «Уборка снега и наледи» → «Уборка снега»; "" when less than four tenths are common.
std::string_view like_in_meaning(std::string_view value, const std::vector<std::string_view>& names) {
    const Stems stems = stems_of(value);
    std::string_view best;
    double highest = 0.4;
    for (const std::string_view name : names) {
        const double like = likeness(stems, stems_of(name));
        if (like > highest || (like == highest && best.empty())) highest = like, best = name;
    }
    return best;
}

std::string block_key(const Block& block, const std::string& folded) { return block.id + "\n" + folded; }

}  // namespace

NameIndex::NameIndex(const Profile& profile) : profile_{profile}, settlements_{profile} {
    const auto adder = [](auto& index, const auto& value) {
        return [&index, value](const std::string& name) { if (!name.empty()) index.emplace(fold(name), value); };
    };
    for (const ChannelUse& channel : profile.channels) {
        const auto add = adder(channels_, channel.id);
        for (const std::string* name : {&channel.id, &channel.name.ru, &channel.name.en, &channel.short_name.ru, &channel.short_name.en}) add(*name);
        if (channel.id == "other") channels_.emplace("generic", channel.id);
    }
    for (const Block& block : profile.blocks) {
        const auto add_block = adder(blocks_, &block);
        each_spelling(block, add_block);
        for (const std::string* name : {&block.short_name.ru, &block.short_name.en, &block.decree_name.ru}) add_block(*name);
        for (const TopicRule& topic : block.topics) {
            const TopicPlace place{&block, &topic};
            each_spelling(topic, adder(topics_, place));
            each_spelling(topic, [&](const std::string& name) { if (!name.empty()) topics_of_block_.emplace(block_key(block, fold(name)), place); });
        }
    }
    for (const Territory& territory : profile.territories) {
        territory_ids_.emplace(territory.id, &territory);
        const auto add = adder(territories_, &territory);
        each_spelling(territory, add);
        add(territory.full_name.ru);
        add(territory.full_name.en);
    }
    for (const Department& department : profile.departments) {
        department_ids_.emplace(department.id, &department);
        const auto add = adder(departments_, &department);
        each_spelling(department, add);
        add(department.short_name.ru);
        add(department.short_name.en);
    }
}

NameIndex::TopicCell NameIndex::read_topic(std::string_view text) const {
    TopicCell cell;
    const std::string key = fold(text);
    for (const Block& block : profile_.blocks) {
        const auto inside = topics_of_block_.find(block_key(block, key));
        if (inside != topics_of_block_.end()) cell.inside.push_back(&inside->second);
    }
    const auto anywhere = topics_.find(key);
    if (anywhere != topics_.end()) cell.anywhere = &anywhere->second;
    return cell;
}

const NameIndex::TopicPlace* NameIndex::find_topic(std::string_view text, const Block* block) {
    if (text.empty()) return nullptr;
    const TopicCell& cell = topic_cells_.of(text, [&](std::string_view given) { return read_topic(given); });
    for (const TopicPlace* place : cell.inside)
        if (place->block == block) return place;
    return cell.anywhere;
}

const Block* NameIndex::find_block(std::string_view text) {
    return block_cells_.of(text, [&](std::string_view given) { return find(blocks_, fold(given)); });
}

const Department* NameIndex::find_department(std::string_view text) {
    return department_cells_.of(text, [&](std::string_view given) { return find(departments_, fold(given)); });
}

const Territory* NameIndex::find_territory(std::string_view text) {
    return territory_cells_.of(text, [&](std::string_view given) {
        const Territory* territory = find(territories_, fold(given));
        return territory || given.empty() ? territory : settlements_.named(given);
    });
}

void NameIndex::set_topic(Message& m, const TopicPlace& place) const {
    if (m.subtopic.empty() && m.topic != place.topic->name.ru) m.subtopic = m.topic;
    m.topic = place.topic->name.ru;
    m.block = place.block->name.ru;
}

/// Topic and block; `block` gets the one that was found.
const NameIndex::TopicPlace* NameIndex::set_matter(Message& m, const Block*& block) {
    block = find_block(m.block);
    const TopicPlace* topic = find_topic(m.topic, block);
    if (!topic) topic = find_topic(m.subtopic, block);
    if (!topic) topic = find_topic(m.block, block);
    if (topic) {
        set_topic(m, *topic);
        block = topic->block;
        return topic;
    }
    if (!block && m.block.empty() && !m.topic.empty()) block = find_block(m.topic);
    if (block) m.block = block->name.ru;
    else if (!m.block.empty()) unknown_.push_back(Dimension::Block);
    if (!m.topic.empty()) unknown_.push_back(Dimension::Topic);
    return nullptr;
}

const Department* NameIndex::set_department(Message& m, const TopicPlace* topic, const Block* block) {
    const Department* department = find_department(m.department);
    if (!department && !m.department.empty()) unknown_.push_back(Dimension::Department);
    if (!department && m.department.empty() && topic) department = find(department_ids_, topic->topic->department);
    if (!department && m.department.empty() && block) department = find(department_ids_, block->department);
    if (department) m.department = department->name.ru;
    return department;
}

void NameIndex::set_territory(Message& m, const Department* department) {
    const Territory* territory = find_territory(m.territory);
    if (!territory && !m.territory.empty()) unknown_.push_back(Dimension::Territory);
    if (!territory && m.territory.empty() && department) territory = find(territory_ids_, department->territory);
    if (territory) m.territory = territory->name.ru;
}

const std::vector<Dimension>& NameIndex::apply(Message& m) {
    unknown_.clear();
    const std::string* channel = channel_cells_.of(m.channel, [&](std::string_view given) -> const std::string* {
        const auto found = channels_.find(fold(given));
        return found == channels_.end() ? nullptr : &found->second;
    });
    if (channel) m.channel = *channel;
    else unknown_.push_back(Dimension::Channel);
    const Block* block = nullptr;
    const TopicPlace* topic = set_matter(m, block);
    set_territory(m, set_department(m, topic, block));
    return unknown_;
}

std::string NameIndex::suggestion(Dimension dimension, std::string_view value) const {
    if (value.size() > kLongestSuggested) return {};
    std::vector<std::string_view> names;
    const std::string folded = dimension == Dimension::Territory ? settlement_name(value).name : fold(value);
    const auto from = [&](const auto& index, const auto& name_of) {
        for (const auto& [key, thing] : index) names.push_back(key);
        std::sort(names.begin(), names.end());
        const std::string_view same = like_in_meaning(folded, names);
        const auto found = index.find(same.empty() ? nearest_word(folded, names) : std::string{same});
        return found == index.end() ? std::string{} : name_of(found->second);
    };
    const auto name_ru = [](const auto* thing) { return thing->name.ru; };
    switch (dimension) {
        case Dimension::Channel: return from(channels_, [](const std::string& id) { return id; });
        case Dimension::Block: return from(blocks_, name_ru);
        case Dimension::Topic: return from(topics_, [](const TopicPlace& place) { return place.topic->name.ru; });
        case Dimension::Territory: return from(territories_, name_ru);
        case Dimension::Department: return from(departments_, name_ru);
        case Dimension::Kind: case Dimension::Form: case Dimension::Subtopic: case Dimension::Status: case Dimension::Outcome: case Dimension::Network: case Dimension::Street: break;
    }
    return {};
}

}  // namespace problemator
