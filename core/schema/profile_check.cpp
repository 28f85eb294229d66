#include "core/schema/profile_check.hpp"

#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "core/base/nearest.hpp"
#include "core/base/text.hpp"
#include "core/schema/indicator_file.hpp"
#include "core/schema/indicator_term.hpp"

namespace problemator {
namespace {

std::string step(std::string_view list, std::size_t at) { return std::string{list} + "[" + std::to_string(at) + "]"; }

struct Ids {
    std::vector<std::string_view> in_order;   // so that the nearest of equals is always the same one
    std::unordered_set<std::string_view> set;
};

class Checker {
public:
    explicit Checker(std::string_view file_name) : file_{file_name} {}

    template <class Items>
    Ids unique_ids(const Items& items, std::string_view list) {
        Ids ids;
        for (std::size_t i = 0; i < items.size(); ++i) {
            if (!ids.set.insert(items[i].id).second) tell(Fault::DuplicateKey, step(list, i) + ".id", items[i].id, {});
            ids.in_order.push_back(items[i].id);
        }
        return ids;
    }

    void resolves(const std::string& reference, const Ids& ids, std::string path) {
        if (first_ || reference.empty() || ids.set.contains(reference)) return;
        tell(Fault::BadValue, std::move(path), reference, nearest_word(reference, ids.in_order));
    }

    void at_least_one(std::size_t count, std::string_view list) {
        if (count == 0) tell(Fault::MissingValue, std::string{list}, {}, {});
    }

    void tell(Fault fault, std::string path, std::string piece, std::string expected) {
        if (first_) return;
        first_ = Error{.fault = fault, .place = {.file = file_, .column = std::move(path)}, .piece = std::move(piece), .expected = std::move(expected)};
    }

    std::optional<Error> first() && { return std::move(first_); }

private:
    std::string file_;
    std::optional<Error> first_;
};

/// Spellings of one kind of thing: the same folded spelling must not stand for two of them.
class Spellings {
public:
    explicit Spellings(Checker& checker) : checker_{checker} {}

    template <class Item>
    void add(const Item& item, const std::string& path) {
        add(item.name.ru, item.id, path + ".name");
        for (std::size_t i = 0; i < item.aliases.size(); ++i) add(item.aliases[i], item.id, step(path + ".aliases", i));
    }

private:
    void add(const std::string& spelling, const std::string& id, const std::string& path) {
        const auto [found, is_new] = owners_.emplace(fold(spelling), id);
        if (!is_new && found->second != id) checker_.tell(Fault::DuplicateKey, path, spelling, found->second);
    }

    Checker& checker_;
    std::unordered_map<std::string, std::string> owners_;
};

template <class Items>
void check_spellings(Checker& checker, const Items& items, std::string_view list) {
    Spellings spellings{checker};
    for (std::size_t i = 0; i < items.size(); ++i) spellings.add(items[i], step(list, i));
}

void check_topics(Checker& checker, const Profile& profile, const Ids& departments) {
    Spellings spellings{checker};
    std::unordered_set<std::string_view> ids;
    for (std::size_t b = 0; b < profile.blocks.size(); ++b) {
        const auto& block = profile.blocks[b];
        checker.resolves(block.department, departments, step("blocks", b) + ".department");
        for (std::size_t t = 0; t < block.topics.size(); ++t) {
            const std::string path = step(step("blocks", b) + ".topics", t);
            const auto& topic = block.topics[t];
            if (!ids.insert(topic.id).second) checker.tell(Fault::DuplicateKey, path + ".id", topic.id, {});
            checker.resolves(topic.department, departments, path + ".department");
            spellings.add(topic, path);
        }
    }
}

struct ProfileIds { Ids territories, departments, channels, blocks, topics; };

void check_rule(Checker& checker, const RoutingRule& rule, const ProfileIds& ids, const std::string& path) {
    const auto all_resolve = [&](const std::vector<std::string>& references, const Ids& known, const std::string& list) {
        for (std::size_t i = 0; i < references.size(); ++i) checker.resolves(references[i], known, step(path + ".when." + list, i));
    };
    all_resolve(rule.when.channels, ids.channels, "channels");
    all_resolve(rule.when.blocks, ids.blocks, "blocks");
    all_resolve(rule.when.topics, ids.topics, "topics");
    all_resolve(rule.when.territories, ids.territories, "territories");
    checker.resolves(rule.gives.block, ids.blocks, path + ".gives.block");
    checker.resolves(rule.gives.topic, ids.topics, path + ".gives.topic");
    checker.resolves(rule.gives.department, ids.departments, path + ".gives.department");
    const RuleWhen& when = rule.when;
    const RuleGives& gives = rule.gives;
    const std::size_t conditions = when.channels.size() + when.blocks.size() + when.topics.size() + when.territories.size() + when.subtopics.size() +
                                   when.networks.size() + when.words.size() + when.tags.size() + when.rubrics.size();
    checker.at_least_one(conditions, path + ".when");
    const bool gives_something = !gives.block.empty() || !gives.topic.empty() || !gives.department.empty() || gives.gratitude || gives.consultation || gives.conflict;
    checker.at_least_one(gives_something ? 1 : 0, path + ".gives");
}

void check_rules(Checker& checker, const Profile& profile, ProfileIds ids) {
    for (const Block& block : profile.blocks)
        for (const TopicRule& topic : block.topics) ids.topics.set.insert(topic.id), ids.topics.in_order.push_back(topic.id);
    checker.unique_ids(profile.rules, "rules");
    for (std::size_t i = 0; i < profile.rules.size(); ++i) check_rule(checker, profile.rules[i], ids, step("rules", i));
}

/// Names of the profile that a filter of messages speaks of.
void check_rows(Checker& checker, const std::string& text, const ProfileIds& ids, const std::string& path) {
    const auto term = parse_term(text);
    if (!term || term->of != IndicatorTerm::Of::Rows) return;
    const std::pair<Dimension, const Ids*> known[] = {{Dimension::Channel, &ids.channels}, {Dimension::Block, &ids.blocks}, {Dimension::Topic, &ids.topics},
                                                      {Dimension::Territory, &ids.territories}, {Dimension::Department, &ids.departments}};
    for (const auto& [dimension, names] : known)
        for (const std::string& id : term->rows.keep[index(dimension)])
            if (id != "none") checker.resolves(id, *names, path);
}

void check_indicators(Checker& checker, const Profile& profile, ProfileIds ids) {
    for (const Block& block : profile.blocks)
        for (const TopicRule& topic : block.topics) ids.topics.set.insert(topic.id), ids.topics.in_order.push_back(topic.id);
    for (std::size_t i = 0; i < profile.indicators.size(); ++i) {
        const auto& indicator = profile.indicators[i];
        const std::string path = step("indicators", i);
        if (const auto wrong = wrong_term(indicator)) checker.tell(wrong->fault, path + wrong->place.column, wrong->piece, wrong->expected);
        check_rows(checker, indicator.numerator, ids, path + ".numerator");
        check_rows(checker, indicator.denominator, ids, path + ".denominator");
        check_rows(checker, indicator.also_denominator, ids, path + ".also.denominator");
    }
}

}  // namespace

std::optional<Error> check_profile(const Profile& profile, std::string_view file_name) {
    Checker checker{file_name};
    checker.at_least_one(profile.blocks.size(), "blocks");
    checker.at_least_one(profile.territories.size(), "territories");
    checker.at_least_one(profile.channels.size(), "channels");
    const auto territories = checker.unique_ids(profile.territories, "territories");
    const auto departments = checker.unique_ids(profile.departments, "departments");
    const auto channels = checker.unique_ids(profile.channels, "channels");
    for (std::size_t i = 0; i < profile.departments.size(); ++i)
        checker.resolves(profile.departments[i].territory, territories, step("departments", i) + ".territory");
    const auto blocks = checker.unique_ids(profile.blocks, "blocks");
    check_topics(checker, profile, departments);
    checker.unique_ids(profile.clocks, "clocks");
    for (std::size_t i = 0; i < profile.clocks.size(); ++i)
        checker.resolves(profile.clocks[i].channel, channels, step("clocks", i) + ".channel");
    check_rules(checker, profile, {territories, departments, channels, blocks, {}});
    checker.unique_ids(profile.indicators, "indicators");
    check_indicators(checker, profile, {territories, departments, channels, blocks, {}});
    checker.unique_ids(profile.roles, "roles");
    checker.unique_ids(profile.seasons, "seasons");
    check_spellings(checker, profile.blocks, "blocks");
    check_spellings(checker, profile.territories, "territories");
    check_spellings(checker, profile.departments, "departments");
    return std::move(checker).first();
}

}  // namespace problemator
