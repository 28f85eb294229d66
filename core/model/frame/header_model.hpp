// Header: municipality, week picker, tabs, comparison switch — what the shell draws as real HTML.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "core/base/time.hpp"
#include "core/model/frame/filter_model.hpp"

namespace problemator {

struct State;
struct World;

struct WeekChoice { Week week = 0; std::string text, total, href; bool is_selected = false; };

struct HeaderModel {                               // drawn as real HTML by the shell
    std::string product, municipality, period, as_of, checksum, lang_href, lang_text, about_href;   // about_href: of the line «Срез на …»
    struct Tab : Choice { std::string count{}, alert{}; };   // «7» in a pill; what the amber dot means, empty without one
    std::vector<Tab> tabs;
    std::vector<WeekChoice> weeks;                 // newest first
    std::string previous_href, next_href;          // empty at the ends
    std::string compare_text;                      // «Сравнение: неделя 45»
    std::vector<Choice> compares;                  // previous week, year ago, plan, none
    std::string compare_href;                      // none ↔ previous week
    bool compare = true;
    FilterBar filters;
};

/// AtHand: without the list of weeks, and without the number of alarms where the memory does not hold that of the week.
enum class HeaderDetail : std::uint8_t { Whole, AtHand };

HeaderModel header_model(const World& world, const State& state, HeaderDetail detail = HeaderDetail::Whole);

}  // namespace problemator
