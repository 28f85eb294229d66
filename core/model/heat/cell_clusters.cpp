#include "core/model/heat/cell_clusters.hpp"

#include <algorithm>
#include <iterator>

#include "core/base/format.hpp"
#include "core/base/stable_order.hpp"
#include "core/model/counts/message_clusters.hpp"
#include "core/model/words.hpp"

namespace problemator {
namespace {

constexpr std::size_t kShown = 5, kBlocks = 3, kLeast = 2;

/// Blocks of the messages, the most frequent first: a cell of departments or weeks has several.
std::vector<Code> blocks_of(const Table& table, const std::vector<std::uint32_t>& rows) {
    std::vector<std::uint32_t> counts(table.dictionary(Dimension::Block).size());
    for (const std::uint32_t row : rows) ++counts[table.column(Dimension::Block)[row]];
    std::vector<Code> out;
    for (std::size_t code = 0; code < counts.size(); ++code)
        if (counts[code] > 0) out.push_back(static_cast<Code>(code));
    sort_stably(out, [&](Code a, Code b) { return counts[a] > counts[b]; });
    out.resize(std::min(out.size(), kBlocks));
    return out;
}

struct Found { NamedCluster cluster; std::uint32_t n = 0; };   // n: of its messages those in the cell

void add_found(std::vector<Found>& found, std::vector<NamedCluster> clusters, const std::vector<std::uint32_t>& rows) {
    for (NamedCluster& cluster : clusters) {
        std::vector<std::uint32_t> both;
        std::set_intersection(cluster.rows.begin(), cluster.rows.end(), rows.begin(), rows.end(), std::back_inserter(both));
        if (both.size() >= kLeast) found.push_back({std::move(cluster), static_cast<std::uint32_t>(both.size())});
    }
}

std::string words_of(const NamedCluster& cluster) {
    std::string out;
    for (const std::string& word : cluster.words) out += (out.empty() ? "" : ", ") + word;
    return out;
}

CellDrawer::Cluster describe(const Scope& scope, const State& rows, const Found& found) {
    const Lang lang = scope.lang;
    State own = rows;
    own.cluster = found.cluster.key;
    CellDrawer::Cluster out;
    out.words = words_of(found.cluster);
    out.count = count_figure(scope, found.n, own);
    explain(out.count, scope, {"сообщения клетки с похожим текстом об одном месте или одной теме", "messages of the cell with like texts about one place or one topic"}, own);
    if (found.cluster.unsolved > 0)
        out.note = std::string{Phrase{"вернулись после ответа: ", "came back after an answer: "}.in(lang)} + count_words(scope.world, found.cluster.unsolved, lang);
    State selected = scope.state;
    out.is_selected = selected.cluster == found.cluster.key;
    if (out.is_selected) selected.cluster.reset();
    else selected.cluster = found.cluster.key;
    out.href = to_hash(selected);
    return out;
}

}  // namespace

void add_clusters(CellDrawer& drawer, const Scope& scope, const State& rows, const Filter& filter) {
    const Table& table = scope.table;
    const Lang lang = scope.lang;
    if (scope.world.snapshot.info.is_published || table.text.text_bytes() == 0) {
        drawer.clusters_note = Phrase{"Текстов в этом срезе нет", "This snapshot has no texts"}.in(lang);
        return;
    }
    const auto own = matching_rows(table, filter);
    std::vector<Found> found;
    for (const Code block : blocks_of(table, own)) add_found(found, clusters_of(table, block, filter.period, scope.world.profile.repeat_days), own);
    sort_stably(found, [](const Found& a, const Found& b) { return a.n > b.n; });
    for (std::size_t i = 0; i < std::min(found.size(), kShown); ++i) drawer.clusters.push_back(describe(scope, rows, found[i]));
    if (drawer.clusters.empty()) drawer.clusters_note = Phrase{"Похожих сообщений нет", "No messages alike"}.in(lang);
}

}  // namespace problemator
