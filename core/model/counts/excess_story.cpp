// The parts of an excess in words: one line a part, with the messages it opens and why it is said.
#include <algorithm>
#include <cmath>

#include "core/base/format.hpp"
#include "core/base/stable_order.hpp"
#include "core/model/counts/excess_cuts.hpp"
#include "core/model/names.hpp"
#include "core/model/words.hpp"

namespace problemator {
namespace {

constexpr std::size_t kMostLines = 6, kPartsOfCut = 2;
constexpr double kEnough = 0.8;

struct Telling { const ExcessCut* cut = nullptr; ExcessSplit split; };

/// The most telling first: those whose parts cover most beyond their share of the norm.
std::vector<Telling> tellings(const std::vector<ExcessCut>& cuts) {
    std::vector<Telling> out;
    for (const ExcessCut& cut : cuts)
        if (auto split = concentrated_excess(cut.children, kEnough)) out.push_back({&cut, *std::move(split.value)});
    const auto gain = [](const Telling& t) { return t.split.covered - t.split.norm_share; };
    sort_stably(out, [&](const Telling& a, const Telling& b) { return gain(a) > gain(b); });
    return out;
}

std::string rounded(double value, Lang lang) { return format_count(std::llround(value), lang); }

ExcessLine line_of(const Scope& scope, const Telling& telling, const ExcessPart& part, double excess, const State& rows) {
    const ExcessChild& child = telling.cut->children[part.child];
    const Lang lang = scope.lang;
    const State own = child_rows(scope, *telling.cut, part.child, rows);
    ExcessLine line;
    line.by = telling.cut->dimension ? cut_name(*telling.cut).in(lang) : Phrase{"Тексты", "Texts"}.in(lang);
    line.name = telling.cut->dimension ? short_name_of(scope.world, *telling.cut->dimension, telling.cut->codes[part.child], lang) : child_name(scope, *telling.cut, part.child);
    line.share = rounded(std::min(part.excess, excess), lang) + std::string{Phrase{" из ", " of "}.in(lang)} + rounded(excess, lang);
    line.count = count_figure(scope, static_cast<std::uint32_t>(child.observed), own);
    explain(line.count, scope, {"сообщения недели: часть, которая выросла сильнее остальных", "messages of the week: a part that rose more than the others"}, own);
    line.count.why.emplace_back(Phrase{"Ожидалось", "Expected"}.in(lang), format_decimal(child.expected, 1, lang) + std::string{Phrase{" — доля части за год до роста от нормы клетки", " — the part's share of the year before the rise, of the norm of the cell"}.in(lang)});
    line.count.why.emplace_back(Phrase{"Сверх нормы", "Above the norm"}.in(lang), format_signed(part.excess, 1, lang) + ", " + format_percent(part.share, 0, lang) + std::string{Phrase{" роста", " of the rise"}.in(lang)});
    return line;
}

}  // namespace

ExcessStory tell_excess(const Scope& scope, const ExcessBasis& basis, const std::vector<ExcessCut>& cuts, const State& rows) {
    ExcessStory story;
    const double excess = static_cast<double>(basis.now.size()) - basis.expected;
    const Lang lang = scope.lang;
    if (excess < 1 || is_hidden_count(scope.world, static_cast<std::uint32_t>(basis.now.size()))) return story;
    for (const Telling& telling : tellings(cuts)) {
        const auto& parts = telling.split.parts;
        for (std::size_t i = 0; i < std::min(parts.size(), kPartsOfCut); ++i) {
            const auto observed = static_cast<std::uint32_t>(telling.cut->children[parts[i].child].observed);
            if (story.lines.size() < kMostLines && parts[i].excess >= 1 && !is_hidden_count(scope.world, observed)) story.lines.push_back(line_of(scope, telling, parts[i], excess, rows));
        }
    }
    const std::string counts = std::string{Phrase{"лишних ", "excess "}.in(lang)} + rounded(excess, lang) + ": " + format_count(static_cast<std::int64_t>(basis.now.size()), lang) + std::string{Phrase{" при норме ", " with a norm of "}.in(lang)} + format_decimal(basis.expected, 1, lang);
    story.note = counts + (story.lines.empty() ? std::string{Phrase{", выросло всё одинаково", ", all rose alike"}.in(lang)} : std::string{});
    return story;
}

}  // namespace problemator
