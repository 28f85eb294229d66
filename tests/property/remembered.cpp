// What an app remembers never shows: after any walk through links every page and header is the one that is counted anew.
#include <gtest/gtest.h>

#include "core/app/app.hpp"
#include "core/documents/html.hpp"
#include "core/model/heat/kept_order.hpp"
#include "tests/effort.hpp"
#include "tests/unit/model/make_table.hpp"

namespace problemator {
namespace {

constexpr const char* kScreens[] = {"svodka", "teplo", "teplo?view=territory-week", "teplo?view=department-topic", "teplo?view=map", "teplo?deviation=1", "teplo?cell=andra,utilities", "rejting", "rejting?span=quarter", "rejting?span=year",
                                    "problemy", "problemy?tab=board", "problemy?tab=week", "pokazateli", "soobshcheniya", "otchyoty", "kachestvo"};
constexpr const char* kFilters[] = {"", "", "", "b=utilities", "t=andra", "d=housing", "m=repeat", "b=utilities&t=andra", "compare=year", "compare=none"};
constexpr const char* kWeeks[] = {"", "", "w=2026-W44", "w=2026-W45", "w=2026-W40", "p=2026-09-01..2026-10-15"};
constexpr const char* kLanguages[] = {"", "", "", "lang=en"};

template <std::size_t N>
std::string one_of(Random& random, const char* const (&words)[N]) { return words[static_cast<std::size_t>(random.uniform() * N)]; }

std::string link_of(Random& random) {
    std::string link = "#/" + one_of(random, kScreens);
    for (const std::string& part : {one_of(random, kFilters), one_of(random, kWeeks), one_of(random, kLanguages)})
        if (!part.empty()) link += (link.find('?') == std::string::npos ? "?" : "&") + part;
    return link;
}

std::string shown_by(App& app) {
    const Page& page = app.page();                     // before the header, which follows its order
    return page_html(page, app.header(), app.world(), app.state()) + header_html(app.header(), app.state());
}

std::string counted_anew(const App& app) {
    World world = app.world();
    world.remembered = nullptr;
    HeaderModel header = header_model(world, app.state());
    const Page page = page_of(world, app.state());
    if (const auto* heat = std::get_if<HeatmapPage>(&page)) keep_order(header, *heat, app.state());
    return page_html(page, header, world, app.state()) + header_html(header, app.state());
}

TEST(Remembered, AnyWalkShowsWhatIsCountedAnew) {
    const auto app = *App::open(testing_tables::random_snapshot(6, 6000, 120), "test");
    Random random{7};
    for (int step = 0; step < part_of(120); ++step) {
        const std::string link = link_of(random);
        const std::string rested = random.uniform() < 0.5 ? link : link_of(random);   // what the pointer rests on is mostly what is opened
        for (double left = random.uniform() * 40; left > 1 && !app->foresee(rested); --left) {}
        app->apply(Go{link});
        for (double left = random.uniform() * 30; left > 1 && !app->prepare(0); --left) {}   // some pages are built half prepared
        ASSERT_EQ(shown_by(*app), counted_anew(*app)) << link << ", step " << step;
    }
}

TEST(Remembered, WhatIsEnteredInTheBrowserForgetsWhatWasBuiltWithoutIt) {
    const auto app = *App::open(testing_tables::random_snapshot(6, 3000, 60), "test");
    app->apply(Go{"#/problemy"});
    const std::string before = shown_by(*app);
    Register problems{*find_register_form("problems")};
    RegisterRow row(problems.form.fields.size());
    const std::pair<std::string_view, std::string_view> texts[] = {{"topic", "Отопление"}, {"territory", "Андра"}, {"title", "Холодно в школе"}};
    for (const auto& [field, text] : texts)
        if (const auto at = problems.form.find(field)) row[*at].text = text;
    row[*problems.form.find("opened")].day = day_from_minute(app->world().snapshot.table.as_of) - 3;
    problems.append(row, 0, 1);
    app->set_unpublished(problems);
    EXPECT_EQ(shown_by(*app), counted_anew(*app));
    app->set_unpublished(Register{problems.form});
    EXPECT_EQ(shown_by(*app), before);
}

}  // namespace
}  // namespace problemator
