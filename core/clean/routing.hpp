// Router: the profile's automatic rules («автоправила») say block, topic, department and flags of a message.
//
// Order of the routing, documented in docs/formats.md: the source's own department, block and topic win where the profile knows them;
// then the first rule that routes; then topic → block → department of the profile. A rule with "overrides" beats the source.
// Rules that only set flags (thanks, consultation, conflict) all apply and do not end the search.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/clean/words.hpp"
#include "core/import/import_report.hpp"
#include "core/schema/message.hpp"
#include "core/schema/profile.hpp"

namespace problemator {

/// Where the department of a message comes from: the export itself, or the topic (NameIndex).
enum class DepartmentFrom : std::uint8_t { Source, Topic };

/// The profile must outlive the router. Deterministic; the counts are of this router's messages.
class Router {
public:
    explicit Router(const Profile& profile);
    /// For a message after NameIndex::apply. Returns the index in profile.rules of the rule that routed it (message.matched_rule is set),
    /// or nullopt; flags of flag rules are set in both cases. Without rules it costs nothing.
    /// `text_words`: of write_words() on the message's text.
    std::optional<std::size_t> apply(Message& message, DepartmentFrom department_from, std::string_view text_words);
    /// What every rule did, in the profile's order.
    std::vector<RuleUse> use() const;

private:
    struct Target { const Block* block = nullptr; const TopicRule* topic = nullptr; const Department* department = nullptr; };
    struct Count { std::uint32_t matched = 0, changed = 0, contradicted = 0; };
    /// Lists of patterns that a rule may have; the tag of a pattern is rule · kLists + list.
    enum List : std::uint32_t { Words, WithoutWords, Subtopics, Networks, Tags, kLists };

    void add_patterns(const std::vector<std::string>& patterns, std::size_t rule, List list, WordPatterns& to);
    void look(const WordPatterns& patterns, std::string_view text);
    void look_at_words(const WordPatterns& patterns, std::string_view words);
    void look_for_patterns(const Message& message, std::string_view text_words);
    void choose_rules();
    bool has(std::size_t rule, List list) const;
    bool holds(std::size_t rule, const Message& message) const;
    bool holds_ids(const RuleWhen& when, const Message& message) const;
    void set_flags(std::size_t rule, Message& message);
    void route(std::size_t rule, Message& message, DepartmentFrom department_from);
    const TopicRule* known_topic(const Message& message) const;
    const Block* known_block(const Message& message) const;

    const Profile* profile_;
    std::vector<Target> targets_;
    std::vector<std::uint32_t> wordless_;                           // rules that ask for no pattern
    std::vector<std::uint32_t> chosen_;                             // rules that may hold for one message, ascending
    std::vector<Count> counts_;
    std::unordered_map<std::string, const Block*> blocks_;          // by name
    std::unordered_map<std::string, const TopicRule*> topics_;      // by "<block name>\n<topic name>"
    std::unordered_map<std::string, const Department*> departments_;   // by id
    std::unordered_map<std::string, const Territory*> territories_;    // by name
    WordPatterns in_text_, in_subtopic_, in_network_, in_tags_;
    std::string words_;
    std::vector<WordPatterns::Found> found_;
    std::vector<std::uint32_t> tags_;                               // of the patterns found in one message, sorted
};

}  // namespace problemator
