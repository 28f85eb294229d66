// Heat map: the matrix in one of three views with filters at the left and the selected cell's explanation at the right.
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/model/counts/excess_line.hpp"
#include "core/model/frame/filter_model.hpp"
#include "core/model/heat/matrix_model.hpp"
#include "core/model/messages/message_line.hpp"

namespace problemator {

struct State;
struct World;

struct CellDrawer {                                // right: the explanation of the selected cell
    std::string title, verdict, norm, close_href;  // norm: «норма 33, порог 51»; empty where there is none
    Tone verdict_tone = Tone::Plain;
    std::vector<std::pair<Figure, std::string>> figures;       // 57 «сообщений» …
    std::vector<Change> figure_changes;            // one per figure: «+16»; empty text when there is nothing to compare
    struct Growth { std::string name; Figure count; double expected = 0; std::string excess; bool is_culprit = false; std::string href{}; };   // href: the cell with this sub-topic alone
    std::vector<Growth> growth;                    // sub-topics by excess over the norm
    std::string growth_note;
    std::vector<ExcessLine> excess;                // streets, channels and like texts that the excess comes from
    std::string excess_note;                       // «9 лишних: 12 при норме 2,8»
    struct Cluster { std::string words, note; Figure count; std::string href; bool is_selected = false; };   // href: the cell with these messages alone, or with all again
    std::vector<Cluster> clusters;                 // messages that say the same, the largest first
    std::string clusters_note;                     // why there are none
    std::vector<Bar> weeks;                        // 52
    std::vector<double> thresholds;                // one per week; NaN while the norm is not known yet: a gap
    std::vector<std::pair<std::size_t, std::string>> week_labels;
    std::string surges_note;
    std::vector<MessageLine> newest;               // four
    std::string all_text, all_href;
};

struct HeatmapPage {
    std::string verdict, note;
    std::vector<Choice> views, measures, orders;
    Rail rail;
    Matrix matrix;
    std::optional<CellDrawer> drawer;
    Choice reorder{};                              // «Обновить порядок», empty while the order is this week's
};
HeatmapPage heatmap_page(const World& world, const State& state);

}  // namespace problemator
