#include "core/model/reason_words.hpp"

namespace problemator {

Phrase reason_words(Reason reason) {
    switch (reason) {
        case Reason::None: return {"–", "–"};
        case Reason::TooFewPeriods: return {"история коротка", "too short a history"};
        case Reason::TooFewCounts: return {"мало данных", "little data"};
        case Reason::NoVariation: return {"все значения равны", "all values are equal"};
        case Reason::NotConverged: return {"расчёт не сошёлся", "the calculation did not settle"};
        case Reason::Unfinished: return {"период не закончился", "the period is not over"};
        case Reason::NoNeighbours: return {"сравнить не с чем", "nothing to compare with"};
        case Reason::TooLarge: return {"слишком много данных для этого расчёта", "too much data for this calculation"};
    }
    return {"–", "–"};
}

}  // namespace problemator
