// Target indicators of the decree: plan and fact by month, and in words what is missing for those that cannot be counted.
#pragma once
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/base/time.hpp"
#include "core/model/listing.hpp"
#include "core/schema/profile.hpp"

namespace problemator {

struct State;
struct World;

struct IndicatorCard {
    std::string id, name, subtitle, decree_name, formula, note, missing;   // missing: what is absent, in words
    int number = 0;
    Figure fact;
    std::string plan_text, status;
    Tone tone = Tone::Plain;
    std::vector<std::pair<Month, double>> facts;   // percent by month, or by quarter under its last month
    Month step = 1;                                // months that a fact sums: 1 or 3
    bool is_since_january = false;                 // a fact sums the year up to its month
    std::vector<PlanYear> plan;
    double y_min = 0, y_max = 100;
    std::string footer, fraction, fraction_href;   // «388 из 424»
    Figure part;                                   // the numerator; its link lists its rows where a link can say them
    std::string part_href;                         // those rows, else the study with its months and entries
    struct Outlook { Month from = 0; double so_far = 0, value = 0, low = 0, high = 0; };   // percent of the year: by the end of `from`, and on 31 December
    std::optional<Outlook> outlook;
    Figure outlook_figure;                         // «92,2 (90,1–94,9)»
    std::string outlook_text;                      // «план будет выполнен, вероятность 93 %», or why it is too early
    Tone outlook_tone = Tone::Muted;
    std::string href;                              // opens its study; once more closes it
    std::string plan_href;                         // opens the form of its plan
    bool is_plan_unpublished = false;              // the plan has years that were entered in this browser
};

/// An opened indicator: its months with the limits of chance, the trend without season, and what happened then.
struct IndicatorStudy {
    std::string id, title, subtitle, close_href;
    struct Point { Month month = 0; double value = 0; Tone tone = Tone::Plain; std::string name, label, href; };   // month: the last that it sums
    std::vector<Point> points;                     // percent, ascending
    std::optional<double> mean, lower, upper;      // XmR; absent with too few months
    std::vector<std::pair<Month, double>> trend;   // STL; empty with less than two years
    std::vector<PlanYear> plan;
    struct Event { Day day = 0; std::string text; };
    std::vector<Event> events;                     // from registers, ascending
    std::vector<std::string> signals;              // «Октябрь 2026: ниже нижней границы …»
    std::string method_note, summary;
    double y_min = 0, y_max = 100;
    Month step = 1;                                // months that a point sums: 1 or 3
};

struct IndicatorsPage {
    std::vector<Choice> grains;                    // by month, by quarter
    std::string report_text, report_href, plan_text, plan_href;   // «Месячный отчёт», «Изменить план»: of the opened indicator, else of the first
    std::optional<IndicatorStudy> study;
    std::vector<Listing> listings;                 // under the study: its months as a table, its events
    std::string verdict, note;
    std::vector<IndicatorCard> cards;
    std::vector<std::string> how_to_read;
    Month month = 0;
};

IndicatorsPage indicators_page(const World& world, const State& state);

}  // namespace problemator
