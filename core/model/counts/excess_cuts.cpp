#include "core/model/counts/excess_cuts.hpp"

#include <algorithm>
#include <iterator>

#include "core/base/stable_order.hpp"
#include "core/model/counts/weekly_cells.hpp"
#include "core/model/names.hpp"
#include "core/stats/new_phrases.hpp"
#include "core/stats/text_groups.hpp"

namespace problemator {
namespace {

constexpr std::size_t kMostTexts = 300, kLeastCluster = 2, kBlocks = 3, kWordsNamed = 2;

ExcessCut cut_by(const Table& table, const ExcessBasis& basis, Dimension dimension) {
    std::map<Code, ExcessChild> counts;
    for (const std::uint32_t row : basis.now) counts[table.column(dimension)[row]].observed += 1;
    for (const std::uint32_t row : basis.before) counts[table.column(dimension)[row]].expected += 1;
    const double share = basis.before.empty() ? 0 : basis.expected / static_cast<double>(basis.before.size());
    ExcessCut cut{.dimension = dimension, .codes = {}, .clusters = {}, .phrases = {}, .children = {}};
    for (const auto& [code, child] : counts) {
        cut.codes.push_back(code);
        cut.children.push_back({child.observed, child.expected * share, code != kNotGiven});
    }
    return cut;
}

/// The blocks of the messages, the most frequent first.
std::vector<Code> blocks_of(const Table& table, const std::vector<std::uint32_t>& rows) {
    std::map<Code, std::size_t> counts;
    for (const std::uint32_t row : rows) ++counts[table.column(Dimension::Block)[row]];
    std::vector<Code> out;
    for (const auto& [code, n] : counts) out.push_back(code);
    sort_stably(out, [&](Code a, Code b) { return counts[a] > counts[b]; });
    out.resize(std::min(out.size(), kBlocks));
    return out;
}

/// Texts of messages with the names of their places, which stay where they are while the views are in use.
struct Told {
    std::vector<std::string> places;
    std::vector<PhraseText> phrases;
    std::vector<GroupText> texts;
};

Told told_by(const Table& table, const std::vector<std::uint32_t>& rows) {
    Told out;
    out.places.reserve(rows.size());
    for (const std::uint32_t row : rows) {
        out.places.push_back(place_words(table, row));
        out.phrases.push_back({table.text[row], out.places.back()});
        out.texts.push_back({table.text[row], out.places.back()});
    }
    return out;
}

/// The newest ones before that have a text, and how many of all before those stand for.
struct Sample { std::vector<std::uint32_t> rows; double share_with_text = 0; };

Sample sample_of(const Table& table, const std::vector<std::uint32_t>& before) {
    Sample out;
    std::copy_if(before.begin(), before.end(), std::back_inserter(out.rows), [&](std::uint32_t row) { return !table.text[row].empty(); });
    if (!before.empty()) out.share_with_text = static_cast<double>(out.rows.size()) / static_cast<double>(before.size());
    if (out.rows.size() > kMostTexts) out.rows.erase(out.rows.begin(), out.rows.end() - static_cast<std::ptrdiff_t>(kMostTexts));
    return out;
}

std::string phrase_of(const NamedCluster& cluster, const Told& own, const Told& before) {
    const auto fresh = new_phrases(own.phrases, before.phrases, {.min_count = std::min<std::size_t>(3, own.phrases.size()), .most = 1});
    if (fresh && !fresh->empty()) return fresh->front().words;
    std::string out;
    for (std::size_t i = 0; i < std::min(kWordsNamed, cluster.words.size()); ++i) out += (i > 0 ? ", " : "") + cluster.words[i];
    return out;
}

/// Groups of like texts of the week against how often the year before said the same.
ExcessCut cut_by_texts(const Table& table, const ExcessBasis& basis, WeekClusters& known) {
    ExcessCut cut;
    std::vector<Told> tellers;
    std::vector<std::vector<GroupText>> groups;
    std::vector<const NamedCluster*> named;
    for (const Code block : blocks_of(table, basis.now))
        for (const NamedCluster& cluster : known.of(table, block, basis.week)) {
            std::vector<std::uint32_t> own;
            std::set_intersection(cluster.rows.begin(), cluster.rows.end(), basis.now.begin(), basis.now.end(), std::back_inserter(own));
            if (own.size() < kLeastCluster) continue;
            cut.clusters.push_back(cluster.key);
            cut.children.push_back({static_cast<double>(own.size()), 0});
            named.push_back(&cluster);
            tellers.push_back(told_by(table, own));
        }
    if (cut.children.empty()) return cut;
    const Sample sample = sample_of(table, basis.before);
    const Told before = told_by(table, sample.rows);
    for (std::size_t i = 0; i < named.size(); ++i) {
        cut.phrases.push_back(phrase_of(*named[i], tellers[i], before));
        groups.push_back(tellers[i].texts);
    }
    const double each = before.texts.empty() ? 0 : basis.expected * sample.share_with_text / static_cast<double>(before.texts.size());
    for (const auto& group : nearest_groups(groups, before.texts))
        if (group) cut.children[*group].expected += each;
    ExcessChild rest{static_cast<double>(basis.now.size()), basis.expected, false};
    for (const ExcessChild& child : cut.children) {
        rest.observed -= child.observed;
        rest.expected -= child.expected;
    }
    cut.children.push_back(rest);
    return cut;
}

}  // namespace

ExcessBasis excess_basis(const Table& table, Filter cell, Week week, Week since, double expected) {
    ExcessBasis out{.now = {}, .before = {}, .expected = expected, .week = week};
    cell.basis = Basis::Received;
    cell.period = {first_minute_of_week(since - static_cast<Week>(kYearWeeks)), first_minute_of_week(week + 1)};
    for (const std::uint32_t row : matching_rows(table, cell)) {
        if (table.received[row] >= first_minute_of_week(week)) out.now.push_back(row);
        else if (table.received[row] < first_minute_of_week(since)) out.before.push_back(row);
    }
    return out;
}

const std::vector<NamedCluster>& WeekClusters::of(const Table& table, Code block, Week week) {
    const auto [found, is_new] = known_.try_emplace({block, week});
    if (is_new) found->second = clusters_of(table, block, week_period(week));
    return found->second;
}

std::vector<ExcessCut> excess_cuts(const Scope& scope, const ExcessBasis& basis, std::span<const Dimension> dimensions, WeekClusters& clusters) {
    std::vector<ExcessCut> out;
    const auto keep = [&](ExcessCut cut) {
        if (cut.children.size() > 1) out.push_back(std::move(cut));
    };
    for (const Dimension dimension : dimensions) keep(cut_by(scope.table, basis, dimension));
    if (scope.table.text.text_bytes() > 0 && !scope.world.snapshot.info.is_published) keep(cut_by_texts(scope.table, basis, clusters));
    return out;
}

Phrase cut_name(const ExcessCut& cut) {
    if (cut.dimension) return dimension_name(*cut.dimension);
    return {"Похожие тексты", "Like texts"};
}

std::string child_name(const Scope& scope, const ExcessCut& cut, std::size_t child) {
    if (cut.dimension) return name_of(scope.world, *cut.dimension, cut.codes[child], scope.lang);
    return child < cut.phrases.size() ? "«" + cut.phrases[child] + "»" : std::string{};
}

State child_rows(const Scope& scope, const ExcessCut& cut, std::size_t child, State rows) {
    if (cut.dimension) return with_code(std::move(rows), scope.table, *cut.dimension, cut.codes[child]);
    if (child < cut.clusters.size()) rows.cluster = cut.clusters[child];
    return rows;
}

}  // namespace problemator
