#include "core/model/pages.hpp"

#include "core/model/explain_rest.hpp"

namespace problemator {
namespace {

Page built_page(const World& world, const State& state) {
    switch (state.screen) {
        case Screen::Overview: return overview_page(world, state);
        case Screen::Heatmap:
            if (state.view == MatrixView::Map) return map_page(world, state);
            return heatmap_page(world, state);
        case Screen::Problems: return problems_page(world, state);
        case Screen::Rating: return rating_page(world, state);
        case Screen::Indicators: return indicators_page(world, state);
        case Screen::Messages: return messages_page(world, state);
        case Screen::Quality: return quality_page(world, state);
        case Screen::Reports: return reports_page(world, state);
        case Screen::About: return about_page(world, state);
        case Screen::Sections: return sections_page(world, state);
    }
    return overview_page(world, state);
}

}  // namespace

Page page_of(const World& world, const State& state) {
    Page page = built_page(world, state);
    explain_rest(page, scope_of(world, state));
    return page;
}

}  // namespace problemator
