// Explanation of an alarm: sub-topics, streets, channels, departments and like texts above their share of the norm, and phrases that are new.
// A cell is one territory already; where the explanation by territory is asked for, the cells themselves are it.
#include <algorithm>

#include "core/base/format.hpp"
#include "core/model/counts/signal_words.hpp"
#include "core/model/names.hpp"
#include "core/model/problems/problem_register.hpp"
#include "core/model/reason_words.hpp"
#include "core/model/remembered.hpp"

namespace problemator {
namespace {

constexpr Dimension kCuts[] = {Dimension::Subtopic, Dimension::Street, Dimension::Channel, Dimension::Department};
constexpr std::size_t kNamed = 3;                  // parts in a sentence
constexpr std::size_t kMostTexts = 300;

/// Weeks that belong to the alarm: they say nothing about the usual shares.
std::size_t own_weeks(const ProblemMaker& m, const Alarm& alarm) { return static_cast<std::size_t>(m.week - m.since(alarm)) + 1; }

void keep_newest(std::vector<std::uint32_t>& rows) {
    if (rows.size() > kMostTexts) rows.erase(rows.begin(), rows.end() - static_cast<std::ptrdiff_t>(kMostTexts));
}

/// Messages of the topic in the year before the alarm, the newest of them: what people usually write about it.
std::vector<std::uint32_t> usual_rows(const ProblemMaker& m, const Alarm& alarm) {
    Filter filter = m.cell_filter(alarm.cell, m.since(alarm) - 1, kYearWeeks);
    filter.keep[index(Dimension::Territory)] = m.filter.keep[index(Dimension::Territory)];
    auto rows = passing_rows(m.scope, filter);
    keep_newest(rows);
    return rows;
}

/// Texts with the names of their places, which say nothing: they are new wherever a place is new.
std::vector<PhraseText> texts_of(const Table& table, const std::vector<std::uint32_t>& rows, std::vector<std::string>& places) {
    for (const std::uint32_t row : rows) places.push_back(place_words(table, row));
    std::vector<PhraseText> out;
    for (std::size_t i = 0; i < rows.size(); ++i) out.push_back({table.text[rows[i]], places[i]});
    return out;
}

}  // namespace

Explained explain_alarm(const ProblemMaker& m, const Alarm& alarm, WeekClusters& clusters) {
    Explained out;
    out.basis = excess_basis(m.scope.table, m.cell_filter(alarm.cell, m.week), m.week, m.since(alarm), norm_of(*alarm.signal).mean);
    out.cuts = excess_cuts(m.scope, out.basis, kCuts, clusters);
    std::vector<std::span<const ExcessChild>> views;
    for (const ExcessCut& cut : out.cuts) views.emplace_back(cut.children);
    out.best = explain_excess(views);
    return out;
}

std::string explanation_words(const ProblemMaker& m, const Explained& explained) {
    if (!explained.best) return explained.best.reason == Reason::NoVariation ? m.say({"выросло всё одинаково", "all rose alike"}) : m.say(reason_words(explained.best.reason));
    const ExcessCut& cut = explained.cuts[explained.best->dimension];
    const auto& parts = explained.best->split.parts;
    std::string names;
    double share = 0;
    bool is_hidden = false;
    for (std::size_t i = 0; i < std::min(parts.size(), kNamed); ++i) {
        names += (i > 0 ? ", " : "") + child_name(m.scope, cut, parts[i].child);
        share += parts[i].share;
        is_hidden |= is_hidden_count(m.scope.world, static_cast<std::uint32_t>(cut.children[parts[i].child].observed));
    }
    if (is_hidden) return m.say({"больше всего: ", "most of all: "}) + names + " (" + m.say(cut_name(cut)) + ")";
    return (m.lang() == Lang::Ru ? "на " : "") + format_percent(share, 0, m.lang()) + m.say({" дают: ", " from: "}) + names + " (" + m.say(cut_name(cut)) + ")";
}

std::vector<NewPhrase> new_phrases_of(const ProblemMaker& m, const Alarm& alarm) {
    const Table& table = m.scope.table;
    if (table.text.text_bytes() == 0) return {};   // no texts in this snapshot
    auto now = passing_rows(m.scope, m.cell_filter(alarm.cell, m.week, own_weeks(m, alarm)));
    keep_newest(now);
    std::vector<std::string> places, places_before;
    const auto texts = texts_of(table, now, places), before = texts_of(table, usual_rows(m, alarm), places_before);
    auto fresh = new_phrases(texts, before);
    return fresh ? *std::move(fresh.value) : std::vector<NewPhrase>{};
}

}  // namespace problemator
