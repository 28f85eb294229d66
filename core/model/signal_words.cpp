#include "core/model/signal_words.hpp"

#include "core/base/format.hpp"

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

}  // namespace problemator
