#include "core/clean/routing.hpp"

#include <algorithm>
#include <tuple>

namespace problemator {
namespace {

bool routes(const RuleGives& gives) { return !gives.block.empty() || !gives.topic.empty() || !gives.department.empty(); }

bool is_in(const std::vector<std::string>& list, std::string_view value) { return std::find(list.begin(), list.end(), value) != list.end(); }

template <class Thing>
const Thing* find(const std::unordered_map<std::string, const Thing*>& index, const std::string& key) {
    const auto found = index.find(key);
    return found == index.end() ? nullptr : found->second;
}

std::string topic_key(const std::string& block, const std::string& topic) { return block + '\n' + topic; }

}  // namespace

Router::Router(const Profile& profile) : profile_{&profile}, counts_(profile.rules.size()) {
    std::unordered_map<std::string, std::pair<const Block*, const TopicRule*>> topic_ids;
    std::unordered_map<std::string, const Block*> block_ids;
    for (const Block& block : profile.blocks) {
        block_ids.emplace(block.id, &block);
        blocks_.emplace(block.name.ru, &block);
        for (const TopicRule& topic : block.topics) {
            topic_ids.emplace(topic.id, std::pair{&block, &topic});
            topics_.emplace(topic_key(block.name.ru, topic.name.ru), &topic);
        }
    }
    for (const Department& department : profile.departments) departments_.emplace(department.id, &department);
    for (const Territory& territory : profile.territories) territories_.emplace(territory.name.ru, &territory);
    for (std::size_t i = 0; i < profile.rules.size(); ++i) {
        const RoutingRule& rule = profile.rules[i];
        Target target{.block = find(block_ids, rule.gives.block), .topic = nullptr, .department = find(departments_, rule.gives.department)};
        const auto topic = topic_ids.find(rule.gives.topic);
        if (topic != topic_ids.end()) std::tie(target.block, target.topic) = topic->second;
        targets_.push_back(target);
        if (rule.when.words.empty() && rule.when.subtopics.empty() && rule.when.networks.empty() && rule.when.tags.empty()) wordless_.push_back(static_cast<std::uint32_t>(i));
        add_patterns(rule.when.words, i, Words, in_text_);
        add_patterns(rule.when.without_words, i, WithoutWords, in_text_);
        add_patterns(rule.when.subtopics, i, Subtopics, in_subtopic_);
        add_patterns(rule.when.networks, i, Networks, in_network_);
        add_patterns(rule.when.tags, i, Tags, in_tags_);
    }
}

void Router::add_patterns(const std::vector<std::string>& patterns, std::size_t rule, List list, WordPatterns& to) {
    for (const std::string& pattern : patterns) to.add(pattern, static_cast<std::uint32_t>(rule) * kLists + list);
}

void Router::look(const WordPatterns& patterns, std::string_view text) {
    if (patterns.empty() || text.empty()) return;
    write_words(text, words_);
    look_at_words(patterns, words_);
}

void Router::look_at_words(const WordPatterns& patterns, std::string_view words) {
    patterns.find(words, found_);
    for (const auto& place : found_) tags_.push_back(place.tag);
}

void Router::look_for_patterns(const Message& m, std::string_view text_words) {
    tags_.clear();
    look_at_words(in_text_, text_words);
    look(in_subtopic_, m.subtopic);
    look(in_subtopic_, m.topic);
    look(in_network_, m.network);
    look(in_tags_, m.tags);
    std::sort(tags_.begin(), tags_.end());
}

/// A rule that asks for patterns holds only when one of them was found.
void Router::choose_rules() {
    chosen_ = wordless_;
    for (const std::uint32_t tag : tags_) chosen_.push_back(tag / kLists);
    if (chosen_.size() == wordless_.size()) return;
    std::sort(chosen_.begin(), chosen_.end());
    chosen_.erase(std::unique(chosen_.begin(), chosen_.end()), chosen_.end());
}

bool Router::has(std::size_t rule, List list) const {
    return std::binary_search(tags_.begin(), tags_.end(), static_cast<std::uint32_t>(rule) * kLists + list);
}

const Block* Router::known_block(const Message& m) const { return find(blocks_, m.block); }
const TopicRule* Router::known_topic(const Message& m) const { return m.topic.empty() ? nullptr : find(topics_, topic_key(m.block, m.topic)); }

bool Router::holds_ids(const RuleWhen& when, const Message& m) const {
    if (!when.channels.empty() && !is_in(when.channels, m.channel)) return false;
    if (!when.rubrics.empty() && std::none_of(when.rubrics.begin(), when.rubrics.end(), [&](const std::string& code) { return m.rubric_code.starts_with(code); }))
        return false;
    const auto is_listed = [](const std::vector<std::string>& ids, const auto* thing) { return ids.empty() || (thing && is_in(ids, thing->id)); };
    if (!when.blocks.empty() && !is_listed(when.blocks, known_block(m))) return false;
    if (!when.topics.empty() && !is_listed(when.topics, known_topic(m))) return false;
    return when.territories.empty() || is_listed(when.territories, find(territories_, m.territory));
}

bool Router::holds(std::size_t i, const Message& m) const {
    const RuleWhen& when = profile_->rules[i].when;
    const std::pair<const std::vector<std::string>*, List> needed[] = {{&when.words, Words}, {&when.subtopics, Subtopics}, {&when.networks, Networks}, {&when.tags, Tags}};
    for (const auto& [list, kind] : needed)
        if (!list->empty() && !has(i, kind)) return false;
    if (!when.without_words.empty() && has(i, WithoutWords)) return false;
    return holds_ids(when, m);
}

void Router::set_flags(std::size_t i, Message& m) {
    const RuleGives& gives = profile_->rules[i].gives;
    const auto set = [&](bool given, bool& flag) {
        const bool is_new = given && !flag;
        flag |= given;
        return is_new;
    };
    const bool changed_gratitude = set(gives.gratitude, m.gratitude), changed_consultation = set(gives.consultation, m.consultation);
    const bool is_changed = set(gives.conflict, m.conflict) || changed_gratitude || changed_consultation;
    if (!routes(gives)) ++counts_[i].matched, counts_[i].changed += is_changed ? 1u : 0u;
}

void Router::route(std::size_t i, Message& m, DepartmentFrom department_from) {
    const bool overrides = profile_->rules[i].overrides;
    const Target& target = targets_[i];
    bool is_changed = false, is_contradicted = false, takes_topic = false;
    /// True when the rule's value is put in: nothing known stands there, or the rule overrides what does.
    const auto may_put = [&](bool is_known, bool is_same) {
        if (is_same) return false;
        is_contradicted |= is_known;
        return !is_known || overrides;
    };
    const TopicRule* const known = target.topic ? known_topic(m) : nullptr;
    if (target.topic && may_put(known != nullptr, known == target.topic)) {
        if (m.subtopic.empty()) m.subtopic = m.topic;
        m.topic = target.topic->name.ru;
        m.block = target.block->name.ru;
        takes_topic = is_changed = true;
    } else if (target.block && !target.topic && may_put(known_block(m) != nullptr, known_block(m) == target.block)) {
        m.block = target.block->name.ru;
        takes_topic = is_changed = true;
    }
    const Department* department = target.department;
    if (!department && takes_topic && target.topic) department = find(departments_, target.topic->department);
    if (!department && takes_topic && target.block) department = find(departments_, target.block->department);
    const bool is_given = department_from == DepartmentFrom::Source && !m.department.empty();
    if (department && may_put(is_given, m.department == department->name.ru)) {
        m.department = department->name.ru;
        is_changed = true;
    }
    m.matched_rule = true;
    ++counts_[i].matched;
    counts_[i].changed += is_changed ? 1u : 0u;
    counts_[i].contradicted += is_contradicted ? 1u : 0u;
}

std::optional<std::size_t> Router::apply(Message& m, DepartmentFrom department_from, std::string_view text_words) {
    if (profile_->rules.empty()) return std::nullopt;
    look_for_patterns(m, text_words);
    choose_rules();
    std::optional<std::size_t> routed;
    for (const std::uint32_t i : chosen_) {
        const bool is_route = routes(profile_->rules[i].gives);
        if ((is_route && routed) || !holds(i, m)) continue;
        if (is_route) routed = i;
        set_flags(i, m);
    }
    if (routed) route(*routed, m, department_from);
    return routed;
}

std::vector<RuleUse> Router::use() const {
    std::vector<RuleUse> uses;
    for (std::size_t i = 0; i < counts_.size(); ++i) {
        const RoutingRule& rule = profile_->rules[i];
        uses.push_back({.id = rule.id, .name_ru = rule.name.ru, .name_en = std::string{rule.name.in(Lang::En)}, .matched = counts_[i].matched, .changed = counts_[i].changed, .contradicted = counts_[i].contradicted});
    }
    return uses;
}

}  // namespace problemator
