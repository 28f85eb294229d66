// Signals in words: how far above its norm a cell is.
#pragma once
#include <string>

#include "core/model/counts/weekly_cells.hpp"
#include "core/model/figure.hpp"

namespace problemator {

/// The norm an alarm is judged by: of a surge its recent weeks, of a chronic problem the weeks before it began.
/// pre: signal.norm or signal.chronic.weeks > 0
const Baseline& norm_of(const Signal& signal);
/// «рост ×2,8 к норме» from a norm of 5, «10 вместо обычных 0–3» below it.
std::string growth_words(const Signal& signal, Lang lang);
/// Where the norm comes from: «те же недели прошлых лет (Фаррингтон)».
std::string_view method_words(SurgeMethod method, Lang lang);
/// Adds to «Почему это число» the norm, its bound, the method and the weeks behind it.
void explain_norm(Figure& figure, const Signal& signal, Lang lang);

}  // namespace problemator
