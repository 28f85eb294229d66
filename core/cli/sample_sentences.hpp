// Sentences of the synthetic messages by topic id; kept apart from the code because they are only words.
#pragma once
#include <map>
#include <string_view>
#include <vector>

namespace problemator::cli {

using SentenceTable = std::map<std::string_view, std::vector<std::string_view>>;

/// Sentences with {p} settlement, {s} street and {h} house; general ones for an unknown topic. Never empty.
const std::vector<std::string_view>& sentences_of(std::string_view topic_id);

/// One thing behind many messages of a topic: what it is in two words, and how residents tell of it. No lines: the topic has none.
struct SampleCause { std::string_view words; std::vector<std::string_view> lines; };
const SampleCause& cause_of(std::string_view topic_id);

}  // namespace problemator::cli
