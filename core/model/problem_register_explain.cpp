// Explanation of an alarm: sub-topics, channels and departments above their share of the norm, and words that are new.
// The snapshot keeps neither street nor house, and a cell is one territory already; so these are the cuts that are left.
#include <algorithm>
#include <map>

#include "core/base/format.hpp"
#include "core/model/names.hpp"
#include "core/model/problem_register.hpp"
#include "core/model/reason_words.hpp"
#include "core/model/signal_words.hpp"
#include "core/stats/new_words.hpp"
#include "core/stats/tokens.hpp"

namespace problemator {
namespace {

constexpr Dimension kCuts[] = {Dimension::Subtopic, Dimension::Channel, Dimension::Department};
constexpr std::size_t kNamed = 3;                  // parts in a sentence
constexpr std::size_t kMostTexts = 300, kWordsShown = 5;

struct Counts { double now = 0, before = 0; };

/// Weeks that belong to the alarm: they say nothing about the usual shares.
std::size_t own_weeks(const ProblemMaker& m, const Alarm& alarm) { return static_cast<std::size_t>(m.week - m.since(alarm)) + 1; }

std::map<Code, Counts> counts_by(const ProblemMaker& m, const Alarm& alarm, Dimension dimension, const std::vector<std::uint32_t>& rows) {
    const Week first_own = m.since(alarm);
    std::map<Code, Counts> counts;
    for (const std::uint32_t row : rows) {
        const Week week = week_from_minute(m.scope.table.received[row]);
        Counts& one = counts[m.scope.table.column(dimension)[row]];
        if (week == m.week) one.now += 1;
        else if (week < first_own) one.before += 1;
    }
    return counts;
}

/// Every child expects its usual share of what the cell expects, so that the parts add up to the cell.
void add_cut(Explained& out, Dimension dimension, const std::map<Code, Counts>& counts, double expected) {
    double before = 0;
    for (const auto& [code, one] : counts) before += one.before;
    std::vector<Code> codes;
    std::vector<ExcessChild> children;
    for (const auto& [code, one] : counts) {
        codes.push_back(code);
        children.push_back({one.now, before > 0 ? expected * one.before / before : 0});
    }
    out.dimensions.push_back(dimension);
    out.codes.push_back(std::move(codes));
    out.children.push_back(std::move(children));
}

using Tokens = std::vector<std::uint32_t>;

/// Counts every word once a message.
void count_words(std::vector<WordCount>& words, TokenDictionary& dictionary, std::string_view text, double WordCount::*side, Tokens& tokens) {
    dictionary.read(text, tokens);
    std::sort(tokens.begin(), tokens.end());
    tokens.erase(std::unique(tokens.begin(), tokens.end()), tokens.end());
    words.resize(std::max(words.size(), dictionary.size()));
    for (const std::uint32_t token : tokens) words[token].*side += 1;
}

/// The words of the place itself are new wherever a place is new: they say nothing.
void forget_place(std::vector<WordCount>& words, TokenDictionary& dictionary, const ProblemMaker& m, std::size_t cell, Tokens& tokens) {
    const Code code = m.cells.key(cell).column;
    dictionary.read(m.scope.table.dictionary(Dimension::Territory).name(code), tokens);
    for (const std::uint32_t token : tokens)
        if (token < words.size()) words[token] = {};
}

/// Worth a tenth of what there is: a prior of 500 words would drown a cell of ten messages.
double prior_of(const std::vector<WordCount>& words) {
    double all = 0;
    for (const WordCount& word : words) all += word.now + word.before;
    return std::clamp(all / 10, 20.0, 500.0);
}

/// Messages of the topic in the year before the alarm, the newest of them: what people usually write about it.
std::vector<std::uint32_t> usual_rows(const ProblemMaker& m, const Alarm& alarm) {
    Filter filter = m.cell_filter(alarm.cell, m.since(alarm) - 1, kYearWeeks);
    filter.keep[index(Dimension::Territory)] = m.filter.keep[index(Dimension::Territory)];
    auto rows = matching_rows(m.scope.table, filter);
    if (rows.size() > kMostTexts) rows.erase(rows.begin(), rows.end() - static_cast<std::ptrdiff_t>(kMostTexts));
    return rows;
}

}  // namespace

Explained explain_alarm(const ProblemMaker& m, const Alarm& alarm) {
    const auto rows = matching_rows(m.scope.table, m.cell_filter(alarm.cell, m.week, kYearWeeks + own_weeks(m, alarm)));
    Explained out;
    for (const Dimension dimension : kCuts) add_cut(out, dimension, counts_by(m, alarm, dimension, rows), norm_of(*alarm.signal).mean);
    std::vector<std::span<const ExcessChild>> views(out.children.begin(), out.children.end());
    out.best = explain_excess(views);
    return out;
}

std::string explanation_words(const ProblemMaker& m, const Explained& explained) {
    if (!explained.best) return explained.best.reason == Reason::NoVariation ? m.say({"выросло всё одинаково", "all rose alike"}) : m.say(reason_words(explained.best.reason));
    const std::size_t d = explained.best->dimension;
    const auto& parts = explained.best->split.parts;
    std::string names;
    double share = 0;
    bool is_hidden = false;
    for (std::size_t i = 0; i < std::min(parts.size(), kNamed); ++i) {
        names += (i > 0 ? ", " : "") + name_of(m.scope.world, explained.dimensions[d], explained.codes[d][parts[i].child], m.lang());
        share += parts[i].share;
        is_hidden |= is_hidden_count(m.scope.world, static_cast<std::uint32_t>(explained.children[d][parts[i].child].observed));
    }
    if (is_hidden) return m.say({"больше всего: ", "most of all: "}) + names + " (" + m.say(dimension_name(explained.dimensions[d])) + ")";
    return (m.lang() == Lang::Ru ? "на " : "") + format_percent(share, 0, m.lang()) + m.say({" дают: ", " from: "}) + names + " (" + m.say(dimension_name(explained.dimensions[d])) + ")";
}

std::vector<std::string> new_words_of(const ProblemMaker& m, const Alarm& alarm) {
    const Table& table = m.scope.table;
    TokenDictionary dictionary;
    std::vector<WordCount> words;
    Tokens tokens;
    for (const std::uint32_t row : matching_rows(table, m.cell_filter(alarm.cell, m.week))) count_words(words, dictionary, table.text[row], &WordCount::now, tokens);
    if (words.empty()) return {};                  // no texts in this snapshot
    for (const std::uint32_t row : usual_rows(m, alarm)) count_words(words, dictionary, table.text[row], &WordCount::before, tokens);
    forget_place(words, dictionary, m, alarm.cell, tokens);
    const auto changes = new_words(words, {.prior_words = prior_of(words), .most = kWordsShown});
    std::vector<std::string> out;
    if (!changes) return out;
    const auto readable = dictionary.readable();
    for (const WordChange& change : *changes) out.push_back(readable[change.word]);
    return out;
}

}  // namespace problemator
