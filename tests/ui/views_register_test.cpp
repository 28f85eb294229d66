// «Проблематор» on a stage without a screen: its parts stand apart at every width, a click opens what it shows, keys step and close.
#include <gtest/gtest.h>

#include "imgui_internal.h"
#include "rig.hpp"
#include "sample_pages.hpp"
#include "tests/unit/charts/sample_pages.hpp"
#include "views_rig.hpp"
#include "web/views/indicators_layout.hpp"
#include "web/views/listings_layout.hpp"
#include "web/views/problems_layout.hpp"
#include "web/widgets/panel.hpp"

namespace problemator::web {
namespace {

using problemator::testing_parts::sample_problem_card;
using problemator::testing_parts::sample_register;
using problemator::testing_parts::sample_study;

struct Show {
    Rig rig;
    SampleWorld world{Screen::Problems};
    Lang lang;
    Page page;

    Show(Page shown, Lang in, double width, double height) : rig{width, height}, lang{in}, page{std::move(shown)} {}
    Stage::Draw draw() {
        return [this](Painter& painter, Commands& commands) { draw_page(page, painter, commands, world.context(rig, lang)); };
    }
};

ProblemsPage board(Lang lang) {
    ProblemsPage page = sample_register(lang);
    page.view = ProblemView::Board;
    return page;
}

ProblemsPage without_card(Lang lang) {
    ProblemsPage page = sample_register(lang);
    page.card.reset();
    return page;
}

std::vector<double> widths() { return {230, 150, 140, 150, 170, 160}; }
bool apart(Box a, Box b) { return a.w <= 0 || b.w <= 0 || right_of(a) <= b.x || right_of(b) <= a.x || bottom_of(a) <= b.y || bottom_of(b) <= a.y; }

TEST(ProblemsView, RendersWithoutImGuiErrorsAtEveryWidthInBothLanguages) {
    take_failed_asserts();
    for (const double width : {390.0, 1024.0, 1280.0, 1440.0, 2560.0})
        for (const Lang lang : {Lang::Ru, Lang::En})
            for (const ProblemsPage& page : {sample_register(lang), board(lang), without_card(lang), ProblemsPage{}}) {
                Show show{page, lang, width, 800};
                show.rig.frames(3, show.draw());
                const auto failed = take_failed_asserts();
                EXPECT_TRUE(failed.empty()) << width << ": " << failed.front();
                EXPECT_TRUE(show.rig.commands.empty());
            }
}

TEST(ProblemsView, HasNoTwoTargetsOfOneId) {
    take_failed_asserts();
    for (const ProblemsPage& page : {sample_register(Lang::Ru), board(Lang::Ru)}) {
        Show show{page, Lang::Ru, 1440, 808};
        expect_no_two_targets_of_one_id(show.rig, show.draw());
    }
    EXPECT_TRUE(take_failed_asserts().empty());
}

TEST(ProblemsLayout, PartsStandApartInsideThePage) {
    for (const double width : {1024.0, 1280.0, 1440.0, 1920.0, 2560.0})
        for (const ProblemsPage& page : {sample_register(Lang::Ru), board(Lang::Ru), without_card(Lang::Ru)}) {
            const PageGrid grid = page_grid(width, 808);
            const ProblemsLayout at = layout_problems(page, grid, widths());
            std::vector<Box> boxes = {at.views, at.sets, at.blocks, at.territories, at.protocol, at.fresh, at.strip, at.table};
            boxes.insert(boxes.end(), at.columns.begin(), at.columns.end());
            if (!at.card_lies_over) boxes.push_back(at.card);
            for (std::size_t i = 0; i < boxes.size(); ++i) {
                EXPECT_GE(boxes[i].x, -0.1) << width;
                EXPECT_LE(right_of(boxes[i]), width + 0.1) << width << " box " << i;
                for (std::size_t k = i + 1; k < boxes.size(); ++k) EXPECT_TRUE(apart(boxes[i], boxes[k])) << width << ": " << i << " and " << k;
            }
        }
}

TEST(ProblemsLayout, ColumnsOfTheRegisterStandInOrder) {
    for (const double width : {460.0, 640.0, 868.0, 1000.0, 1400.0}) {
        const RegisterColumns at = layout_register({20, 100, width, 500});
        double x = 20;
        for (const auto* span : {&at.rank, &at.problem, &at.stage, &at.trend, &at.recent, &at.cause, &at.due}) {
            if (span->w <= 0) continue;
            EXPECT_GE(span->x, x - 0.1) << width;
            x = span->x + span->w;
        }
        EXPECT_LE(x, 20 + width) << width;
        EXPECT_GT(at.problem.w, 100) << width;
        EXPECT_GT(at.cause.w, 80) << width;
    }
}

TEST(ProblemsLayout, SectionsOfTheCardFollowEachOther) {
    for (const Lang lang : {Lang::Ru, Lang::En})
        for (const double width : {420.0, 521.0, 620.0}) {
            const ProblemCard card = sample_problem_card(lang);
            const ProblemCardLayout at = layout_problem_card(card, width, 735, lang);
            EXPECT_LT(at.steps_y, at.cause_y);
            EXPECT_LT(at.cause_y, at.words.front().y);
            EXPECT_LT(bottom_of(at.words.back()), at.quote_y);
            EXPECT_LT(at.quote_y, at.post_y);
            EXPECT_LT(at.post_y, at.map_y);
            EXPECT_LT(at.gantt_y, at.effect_y);
            EXPECT_LE(bottom_of(at.effect), at.buttons_y);
            EXPECT_LE(bottom_of(at.buttons.back()), at.height);
            for (const Box& word : at.words) EXPECT_LE(right_of(word), width - 19);
        }
}

TEST(ProblemsView, AClickOnARowOpensItsCardAndOneOnItsNumberItsMessages) {
    Show show{without_card(Lang::Ru), Lang::Ru, 1440, 808};
    auto& page = std::get<ProblemsPage>(show.page);
    page.rows[2].recent.href = "#/soobshcheniya?tp=heat";
    const PageGrid grid = page_grid(1440, 808);
    const ProblemsLayout at = layout_problems(page, grid, widths());
    const RegisterColumns columns = layout_register(at.table);
    const double y = at.table.y + kRegisterHead + kRegisterRow * 2;
    show.rig.click_at(columns.problem.x + 30, y + 21, show.draw());
    EXPECT_EQ(hrefs_of(show.rig.commands), std::vector<std::string>{page.rows[2].href});
    show.rig.commands.clear();
    show.rig.click_at(columns.recent.x + columns.recent.w - 6, y + 21, show.draw());
    EXPECT_EQ(hrefs_of(show.rig.commands), std::vector<std::string>{"#/soobshcheniya?tp=heat"});
}

TEST(ProblemsView, TheRegisterAndItsCardHaveMenusOfTheirOwn) {
    Show show{sample_register(Lang::Ru), Lang::Ru, 1440, 808};
    const ProblemsLayout at = layout_problems(std::get<ProblemsPage>(show.page), page_grid(1440, 808), widths());
    const auto menu_at = [&](double x, double y) {
        show.rig.commands.clear();
        show.rig.click_at(x, y, show.draw());
        const auto* menu = show.rig.commands.empty() ? nullptr : std::get_if<OpenBlock>(&show.rig.commands.front());
        return menu ? menu->block : std::string{};
    };
    EXPECT_EQ(menu_at(right_of(at.table) - kPanelPadding - 6, bottom_of(at.table) - 17), "register");
    EXPECT_EQ(menu_at(right_of(at.card) - 58, at.card.y + 26), "problem-card");
}

TEST(ProblemsView, ArrowsStepToTheNextProblemAndEscapeClosesTheCard) {
    Show show{sample_register(Lang::Ru), Lang::Ru, 1440, 808};
    const auto& page = std::get<ProblemsPage>(show.page);
    show.rig.frames(2, show.draw());
    press(show.rig, ImGuiKey_DownArrow, show.draw());
    EXPECT_EQ(hrefs_of(show.rig.commands), std::vector<std::string>{page.rows[8].href});
    show.rig.commands.clear();
    press(show.rig, ImGuiKey_Escape, show.draw());
    EXPECT_EQ(hrefs_of(show.rig.commands), std::vector<std::string>{"#/problemy"});
}

TEST(IndicatorsView, ThePlanOfACardOpensItsFormAndTheSwitchTheQuarters) {
    IndicatorsPage page = sample_indicators(Lang::Ru);
    page.cards.front().plan_href = "#/pokazateli?ind=fast_track&over=plan";
    Show show{page, Lang::Ru, 1440, 808};
    const IndicatorsLayout at = layout_indicators(page, page_grid(1440, 808));
    const Box plan = layout_card(page.cards.front(), at.cards.front(), page.cards.front().fraction).plan;
    const auto link_at = [&](double x, double y) {
        show.rig.commands.clear();
        show.rig.click_at(x, y, show.draw());
        return hrefs_of(show.rig.commands);
    };
    EXPECT_EQ(link_at(plan.x + 5, plan.y + plan.h / 2), std::vector<std::string>{page.cards.front().plan_href});
    EXPECT_EQ(link_at(right_of(at.grains) - 10, at.grains.y + 16), std::vector<std::string>{page.grains[1].href});
    EXPECT_EQ(link_at(at.plan.x + 10, at.plan.y + 16), std::vector<std::string>{page.plan_href});
    EXPECT_EQ(link_at(at.report.x + 10, at.report.y + 16), std::vector<std::string>{page.report_href});
}

TEST(IndicatorsView, TheStudyIsDrawnAndEscapeClosesIt) {
    take_failed_asserts();
    for (const double width : {390.0, 1024.0, 1440.0, 2560.0}) {
        IndicatorsPage page;
        page.study = sample_study(Lang::Ru);
        Show show{page, Lang::Ru, width, 800};
        show.rig.frames(3, show.draw());
        EXPECT_TRUE(take_failed_asserts().empty()) << width;
        press(show.rig, ImGuiKey_Escape, show.draw());
        EXPECT_EQ(hrefs_of(show.rig.commands), std::vector<std::string>{"#/pokazateli"});
    }
}

TEST(ListingsLayout, WordsOfTheAlarmsAreNotCutOnALaptop) {
    Listing alarms;
    alarms.columns = {{"topic", "Тема"}, {"territory", "Территория"}, {"status", "Что это"}, {"count", "Поступило", true}, {"expected", "Ожидалось", true}, {"q", "q", true}, {"method", "Ожидание по", false, true}, {"weeks", "Недель истории", true, true}, {"explained", "Чем объясняется"}};
    const char* words[] = {"Очистка от снега и наледи", "Октябрьское", "всплеск, выше нормы с недели 38", "21", "3,2 (до 10)", "< 0,001", "тренд и сезон за всю историю", "155", "на 100 % дают: Нет тепла, низкая температура (Подтема)"};
    alarms.rows.emplace_back();
    for (const char* text : words) {
        ListingCell cell;
        cell.figure.text = text;
        alarms.rows.front().push_back(std::move(cell));
    }
    for (const double width : {992.0, 1240.0, 1400.0, 2520.0}) {
        const ListingLayout at = layout_listing(alarms, 16, 100, width);
        for (std::size_t c = 0; c < at.columns.size(); ++c) {
            if (at.columns[c].w <= 0) continue;
            EXPECT_LE(wrap_text(words[c], 13, Weight::Medium, at.columns[c].w).size(), kCellLines) << words[c] << " at " << width;
        }
        EXPECT_GE(at.rows.front(), at.row);
    }
}

}  // namespace
}  // namespace problemator::web
