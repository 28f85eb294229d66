// «Проблематор»: the register of problems — what surged this week and why, who took it up, which points come first, what lies behind
// the messages, and whether the measures helped.
#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/base/time.hpp"
#include "core/model/counts/excess_line.hpp"
#include "core/model/listing.hpp"
#include "core/model/state.hpp"

namespace problemator {

struct World;

/// Life of a problem: выявлена → в работе → дорожная карта → устранена.
enum class ProblemStage : std::uint8_t { Found, InWork, RoadMap, Solved };

inline constexpr std::size_t kStages = 4;
struct StageCount { ProblemStage stage{}; std::string name, count, note; Tone tone = Tone::Plain; std::string href; bool is_selected = false; };

/// One problem of the register, «topic~territory» for as long as it lives.
struct ProblemRow {
    int rank = 0;
    std::string id, title, place, block, stage_name, reason, was, cause, unit, due, late;   // late: «−4 дн.»
    ProblemStage stage{};
    Trend trend;                                   // 26 weeks; no values where nothing was counted
    Figure recent;                                 // messages of the last four weeks
    bool has_cause = false, is_late = false, is_unpublished = false, is_selected = false;
    std::string href;                              // opens its card, once more closes it
};

struct StageStep { std::string name, day; };       // «В работе», «26.03»

/// Road map as bars over time. A measure whose beginning nobody wrote down has a due day only.
struct Gantt {
    struct Measure { std::string text, responsible, due_text; std::optional<Day> from, due, done; bool is_late = false; };
    std::vector<Measure> measures;
    Day first = 0, last = 0, today = 0;            // [first, last)
    std::vector<std::pair<Day, std::string>> months;
};

/// Weekly messages on both sides of a measure.
struct EffectPicture {
    std::vector<Bar> weeks;
    std::size_t start = 0;                         // first week with the measure
    double before = 0, after = 0;                  // means of the sides
    std::string before_text, after_text, day_text; // «было 8,0 в неделю», «стало 2,4», «меры введены 27.07»
    std::vector<std::pair<std::size_t, std::string>> labels;
};

struct ProblemCard {
    std::string id, title, subtitle, close_href;
    ProblemStage stage{};
    std::vector<StageStep> steps;                  // four
    std::string cause, cause_source;               // «Причина не установлена»
    bool has_cause = false, is_unpublished = false;
    std::vector<std::pair<std::string, std::string>> words;   // «стая», «58»
    std::string quote, alike;                      // masked text; «похожи 154 из 217 сообщений»
    std::vector<ExcessLine> excess;                // of an alarm: what its excess is made of, and `excess_note`
    std::string excess_note;
    std::string unit, due;
    Tone due_tone = Tone::Plain;
    std::optional<Gantt> gantt;
    std::string measures_note, no_measures;        // «2 из 4 мер выполнены»
    std::optional<EffectPicture> effect;
    std::string change, interval, season_note, no_effect;   // «−70 %», «интервал от −79 до −59 %»; no_effect: why nothing is said
    Tone change_tone = Tone::Plain;
    std::vector<std::pair<std::string, std::string>> change_why;
    Figure all;                                    // messages of a year, opens its rows
    std::string all_text, cause_href, protocol_text, protocol_href;
};

struct ProblemsPage : ListingsPage {
    ProblemView view{};
    std::vector<Choice> views, sets, blocks, territories;
    std::vector<StageCount> stages;
    std::vector<ProblemRow> rows;
    std::string shown_text, empty, register_name;  // register_name: caption of the table for the text view
    std::optional<ProblemCard> card;
    std::string new_text, new_href, protocol_text, protocol_href;
};

ProblemsPage problems_page(const World& world, const State& state);
/// Surges and chronic problems of a week in the whole municipality.
std::size_t count_week_problems(const World& world, Week week);

}  // namespace problemator
