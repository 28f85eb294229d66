#include "core/stats/priority.hpp"

#include <algorithm>
#include <cmath>

#include "core/stats/wilson.hpp"

namespace problemator {
namespace {

double share(std::size_t part, std::size_t whole) { return whole == 0 ? 0 : std::min(1.0, static_cast<double>(part) / static_cast<double>(whole)); }

double sure_share(std::size_t part, std::size_t whole) {
    return part == 0 || whole == 0 ? 0 : wilson(static_cast<double>(std::min(part, whole)), static_cast<double>(whole)).low;
}

double excess_share(const ProblemPoint& point) {
    const double messages = static_cast<double>(point.messages), expected = point.expected.value_or(messages);
    return messages > expected ? std::min(1.0, (messages - expected) / messages) : 0;
}

}  // namespace

Priority priority_of(const ProblemPoint& point, std::size_t most_messages, const PriorityWeights& weights) {
    const double most = static_cast<double>(std::max({most_messages, point.messages, std::size_t{1}}));
    Priority priority;
    priority.parts = {std::log1p(static_cast<double>(point.messages)) / std::log1p(most), excess_share(point), share(point.weeks_active, point.weeks),
                      sure_share(point.overdue, point.messages), sure_share(point.repeats, point.messages)};
    double sum = 0, total = 0;
    for (std::size_t i = 0; i < kPriorityParts; ++i) {
        const bool is_known = i != static_cast<std::size_t>(PriorityPart::Excess) || point.expected;
        const double weight = is_known ? std::max(0.0, weights.of[i]) : 0;
        sum += weight * priority.parts[i];
        total += weight;
    }
    priority.score = total > 0 ? 100 * sum / total : 0;
    return priority;
}

PollAnswer poll_answer(const ProblemPoint& point, bool topic_may_be_asked, const PollRule& rule) {
    if (!topic_may_be_asked) return PollAnswer::TopicIsNotAsked;
    if (point.messages < rule.min_messages) return PollAnswer::TooFewMessages;
    if (point.authors && (*point.authors < rule.min_authors || share(*point.authors, point.messages) < rule.min_author_share)) return PollAnswer::TooFewAuthors;
    if (point.weeks_active < rule.min_weeks) return PollAnswer::TooShort;
    if (share(point.repeats, point.messages) < rule.min_repeat_share) return PollAnswer::AnswersHelp;
    return PollAnswer::Ask;
}

}  // namespace problemator
