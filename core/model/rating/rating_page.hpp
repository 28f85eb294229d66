// Rating: departments (or territories) by score, with the places that chance leaves open, and the funnel of shares in time.
#pragma once
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/model/listing.hpp"
#include "core/model/rating/rating_row.hpp"

namespace problemator {

struct State;
struct World;

struct FunnelPoint { std::string name; double n = 0, share = 0; Tone tone = Tone::Plain; bool is_few = false, is_labelled = false; std::string href; };

struct RatingPage {
    std::string verdict, note;
    std::vector<Choice> spans, subjects;           // subjects: departments or territories
    Choice adjustment;                             // a switch: late answers against the same topics and channels elsewhere, or against everybody's
    Choice report;                                 // «Таблица для отчёта»: the paper of this very table
    std::string caption, unit_title;               // «Рейтинг подразделений», «Подразделение»
    std::vector<RatingRow> rows, few;
    std::optional<double> mean;
    std::string footnote;
    std::vector<FunnelPoint> funnel;
    struct Limit { double n, low95, high95, low998, high998; };
    std::vector<Limit> limits;
    std::vector<std::pair<std::string, std::string>> weights;  // «Ответы в срок», «50 %»
    std::vector<double> weight_values;
    std::vector<std::string> weight_notes;
    std::string funnel_note;                       // what the funnel shows; empty: share in time, %
    std::vector<Listing> listings;                 // the opened department's card first, then what the table has no room for
    struct Column { std::string id, href; bool is_sorted = false, is_descending = false; };
    std::vector<Column> columns;                   // what the table can be ordered by; href orders it, once more turns the order
    std::vector<std::string> history_periods;      // of every row's history, oldest first: «28 сен – 25 окт»
    std::string versus_note;                       // what the tick boxes do, or how many departments are compared
};

RatingPage rating_page(const World& world, const State& state);

}  // namespace problemator
