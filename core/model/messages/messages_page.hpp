// Messages: the rows behind any number, in the order of the reader's choice, and the card of one of them.
#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/model/frame/filter_model.hpp"
#include "core/model/messages/message_line.hpp"

namespace problemator {

struct State;
struct World;

struct MessagesPage {
    std::vector<Chip> chips;
    std::string count_text, total_text;            // «298 из 27 019», «298»; «< 3» where a published snapshot hides it, though the rows are listed
    std::size_t rows_total = 0;                    // rows that pass
    std::vector<std::uint32_t> rows;               // table rows in display order; lines are made on demand by message_line()
    struct Column { std::string id, title, href; bool is_sorted = false, is_descending = false; };
    std::vector<Column> columns;
    Rail rail;
    struct Card {
        MessageLine line;
        std::string title, status_badge, kind;
        std::vector<std::pair<std::string, std::string>> facts;
        double elapsed = 0, due = 0;
        std::vector<std::string> clock_labels;
        std::string clock_title, close_href, previous_href, next_href;
        struct Step { std::string moment, what, note; Tone tone = Tone::Plain; };   // «14.11, 14:24», «Поступило», «через 2 дн.»
        std::vector<Step> history;                 // in the order of time
        struct Neighbour { MessageLine line; std::string why; };                    // «тот же автор», «похожий текст», «та же тема и территория»
        std::vector<Neighbour> neighbours;
        std::string neighbours_href, neighbours_text;   // all that say the same
        std::string problem_text, problem_href;    // «Входит в проблему: Холодно в школе, Приобье»; empty when nobody has registered one
    };
    std::optional<Card> card;
    std::string empty_text;                        // said when nothing passes
    std::vector<FilterBar::Remedy> remedies;       // what taking each filter off would bring back
};

MessagesPage messages_page(const World& world, const State& state);
/// The same without the rail, columns and remedies: what a paper shows of it.
MessagesPage listed_messages(const World& world, const State& state);

}  // namespace problemator
