// Priority of a problem point: which of them first? Five parts between 0 and 1, weighed by the caller, so that every reader can see
// and change what counts. No test of anything: an order of work. The mark «вопрос для опроса» says which are worth asking people about.
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>

namespace problemator {

/// What is known about a point within the period looked at.
struct ProblemPoint {
    std::size_t messages = 0;
    std::optional<double> expected{};    // what is usual for it; empty when unknown: then Excess has no weight
    std::size_t weeks_active = 0, weeks = 0;   // weeks with a message, weeks looked at
    std::size_t overdue = 0;             // messages past their deadline
    std::size_t repeats = 0;             // messages that came again after an answer
    std::optional<std::size_t> authors{};   // distinct; empty when the exports do not say
};

enum class PriorityPart : std::uint8_t { Volume, Excess, Persistence, Overdue, Repeats };
inline constexpr std::size_t kPriorityParts = 5;

struct PriorityWeights { std::array<double, kPriorityParts> of = {0.3, 0.25, 0.15, 0.15, 0.15}; };   // in the order of PriorityPart; negative ones count as 0

struct Priority {
    double score = 0;                             // 0…100: Σ weight · part / Σ weight
    std::array<double, kPriorityParts> parts{};   // each 0…1, before weighing
};

/// volume      ln(1 + messages) / ln(1 + most messages of the points compared)
/// excess      (messages − expected) / messages, at least 0
/// persistence weeks with a message / weeks
/// overdue     lower 95 % Wilson limit of the share: 1 of 1 does not beat 30 of 40
/// repeats     the same of the share of repeats
Priority priority_of(const ProblemPoint& point, std::size_t most_messages, const PriorityWeights& weights = {});

/// When is a point a question for a poll or a vote (ПОС «Опросы», «Голосования»)? When many different people raise it for long and
/// answers do not end it. Operational breakdowns are no questions: the caller says which topics may be asked about.
struct PollRule {
    std::size_t min_messages = 10, min_authors = 7, min_weeks = 4;
    double min_author_share = 0.5;       // authors / messages: not one person writing
    double min_repeat_share = 0.1;
};
enum class PollAnswer : std::uint8_t { Ask, TopicIsNotAsked, TooFewMessages, TooFewAuthors, TooShort, AnswersHelp };
/// The first condition that fails, in the order of PollAnswer. Unknown authors: the conditions about them are passed over.
PollAnswer poll_answer(const ProblemPoint& point, bool topic_may_be_asked, const PollRule& rule = {});

}  // namespace problemator
