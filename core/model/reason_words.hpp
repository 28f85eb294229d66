// Reason words: why a method says nothing, in the words of the reader.
#pragma once
#include "core/base/phrase.hpp"
#include "core/stats/finding.hpp"

namespace problemator {

/// «мало сообщений»; «–» for Reason::None. Small letters, no full stop: it stands beside other words or alone in a cell.
Phrase reason_words(Reason reason);

}  // namespace problemator
