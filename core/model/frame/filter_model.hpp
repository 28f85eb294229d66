// What narrows a page, as shown: the bar over every screen and the rail of a working screen.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "core/model/figure.hpp"
#include "core/schema/dimension.hpp"
#include "core/store/table.hpp"

namespace problemator {

struct Chip { std::string text, href; };           // href removes it

/// What narrows the page, in words, on every screen; and when nothing is left, what taking each filter off would bring back.
struct FilterBar {
    std::vector<Chip> chips;
    std::string reset_href;                        // «Сбросить всё»; empty when nothing is chosen
    std::string ignored;                           // filters that this screen does not follow, and why
    struct Remedy { std::string text; Figure count; std::string href; };   // «Без отбора «Блок: Дороги»», 298
    std::string nothing;                           // «Ничего не найдено», else empty
    std::vector<Remedy> remedies;                  // the largest first
    bool can_search = false;                       // the screen lists texts
    std::string search;                            // words they are searched for
    std::string search_note, search_href;          // «Включить поиск в ссылку»; no link once it is there
};

struct FacetValue { std::string id, name; Figure count; bool is_selected = false; std::string href, href_add; };

/// `more_href` shows the hidden values, or folds them again.
struct Facet { Dimension dimension{}; std::string title; std::vector<FacetValue> values; std::size_t hidden = 0; std::string more_href{}; bool is_unfolded = false; };

struct Rail {                                      // filters, left
    std::string period_text;
    Day first_day = 0;                             // of the histogram
    std::vector<std::uint32_t> days;               // counts as drawn (drawn_count), one bar a day, 56 days
    std::size_t brush_begin = 0, brush_end = 0;    // selected bars [begin, end)
    std::vector<std::pair<std::size_t, std::string>> day_labels;   // bar index, text
    std::vector<Facet> facets;                     // channel, block, territory, department, status
    std::vector<std::pair<Mark, FacetValue>> marks;   // «Без ответа», «Просрочено сейчас», «Фаст-трек», «Повторные»
    std::vector<Chip> chips;
    std::string reset_href;
    std::vector<Choice> presets;                   // неделя, 4 недели, квартал, год, всё
};

}  // namespace problemator
