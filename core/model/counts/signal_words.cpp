#include "core/model/counts/signal_words.hpp"

#include "core/base/format.hpp"
#include "core/model/words.hpp"

namespace problemator {

const Baseline& norm_of(const Signal& signal) {
    const bool is_chronic_only = !signal.is_surge && signal.chronic.weeks > 0;
    return is_chronic_only || !signal.norm ? signal.chronic.before : *signal.norm;
}

std::string growth_words(const Signal& signal, Lang lang) {
    const Baseline& norm = norm_of(signal);
    if (norm.mean >= 5) {
        const auto times = format_times(signal.count / norm.mean, lang);
        return lang == Lang::Ru ? "рост " + times + " к норме" : times + " the norm";
    }
    const auto range = usual_range(norm);
    const auto count = format_count(static_cast<std::int64_t>(signal.count), lang);
    const auto usual = range.low == range.high ? format_count(range.low, lang) : format_count(range.low, lang) + "–" + format_count(range.high, lang);
    return lang == Lang::Ru ? count + " вместо обычных " + usual : count + " instead of the usual " + usual;
}

std::string_view method_words(SurgeMethod method, Lang lang) {
    switch (method) {
        case SurgeMethod::Tail: return Phrase{"12 прошлых недель", "the 12 weeks before"}.in(lang);
        case SurgeMethod::SeasonalGlm: return Phrase{"тренд и сезон за всю историю", "trend and season of the whole history"}.in(lang);
        case SurgeMethod::Farrington: return Phrase{"те же недели прошлых лет (Фаррингтон)", "the same weeks of past years (Farrington)"}.in(lang);
    }
    return {};
}

void explain_norm(Figure& figure, const Signal& signal, Lang lang) {
    if (signal.chronic.weeks == 0 && !signal.verdict) return;
    const bool is_chronic_only = !signal.is_surge && signal.chronic.weeks > 0;
    std::string norm = format_decimal(norm_of(signal).mean, 1, lang);
    if (!is_chronic_only) norm += std::string{Phrase{" (до ", " (up to "}.in(lang)} + format_decimal(signal.verdict->upper, 0, lang) + ")";
    figure.why.emplace_back(Phrase{"Ожидалось", "Expected"}.in(lang), std::move(norm));
    if (is_chronic_only) {
        figure.why.emplace_back(Phrase{"По чему", "From"}.in(lang), Phrase{"12 недель до начала роста", "the 12 weeks before the growth began"}.in(lang));
        return;
    }
    figure.why.emplace_back(Phrase{"По чему", "From"}.in(lang), std::string{method_words(signal.verdict->method, lang)} + ", " + format_counted(static_cast<std::int64_t>(signal.verdict->weeks), kWeeksWord, lang));
    figure.why.emplace_back("q", format_decimal(signal.q, signal.q < 0.001 ? 5 : 3, lang));
}

}  // namespace problemator
