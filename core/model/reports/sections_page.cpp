#include "core/model/reports/sections_page.hpp"

#include "core/base/format.hpp"
#include "core/model/listing_cells.hpp"
#include "core/model/reports/paper_states.hpp"
#include "core/model/words.hpp"

namespace problemator {
namespace {

constexpr Counted kBlocks = {"блок", "блока", "блоков", "block", "blocks"};

/// The reader's week goes into every block that names none of its own.
std::string link_at_week(const std::string& link, const State& reader) {
    State state = from_hash(link);
    if (!state.week && !state.period) state.week = reader.week;
    state.lang = reader.lang;
    return to_hash(state);
}

const OwnSection* chosen_section(const World& world, const State& state) {
    for (const OwnSection& section : world.sections)
        if (section.id == state.paper) return &section;
    return world.sections.empty() ? nullptr : &world.sections.front();
}

std::string link_of_section(const State& state, const std::string& id) {
    State out = state;
    out.paper = id;
    return to_hash(out);
}

void add_choices(SectionsPage& page, const Scope& scope, const OwnSection* chosen) {
    for (const OwnSection& section : scope.world.sections)
        page.choices.push_back({section.title(scope.lang), link_of_section(scope.state, section.id), &section == chosen});
}

Paper paper_of(const OwnSection& section, const Scope& scope) {
    Paper paper{.id = section.id, .title = section.title(scope.lang), .subtitle = section.note, .parts = {}, .has_signature = false};
    for (std::size_t i = 0; i < section.blocks.size(); ++i)
        paper.parts.push_back({std::to_string(i + 1), {}, {link_at_week(section.blocks[i].link, scope.state), section.blocks[i].block}, true, {}});
    return paper;
}

}  // namespace

Paper section_paper(const World& world, const State& state) {
    const OwnSection* section = chosen_section(world, state);
    return section ? paper_of(*section, scope_of(world, state)) : Paper{};
}

SectionsPage sections_page(const World& world, const State& state) {
    const Scope scope = scope_of(world, state);
    const ListingMaker f = listing_maker(scope);
    const OwnSection* section = chosen_section(world, state);
    SectionsPage page;
    add_choices(page, scope, section);
    if (!section) {
        page.verdict = f.say({"Разделов пока нет", "No sections yet"});
        page.empty = f.say({"Откройте меню любого блока и выберите «Добавить в раздел»: раздел собирается из таблиц и графиков любых экранов со своими фильтрами", "Open the menu of any block and choose “Add to a section”: a section is put together of tables and charts of any screen with their filters"});
        return page;
    }
    page.paper = paper_of(*section, scope);
    page.verdict = page.paper.title;
    page.note = format_counted(static_cast<std::int64_t>(page.paper.parts.size()), kBlocks, scope.lang) + " · " + period_words(period_of(state, scope.home), scope.lang);
    return page;
}

}  // namespace problemator
