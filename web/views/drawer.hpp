// Drawer: the explanation at the right — of a selected cell, or of one message. Layout is pure; drawing follows it.
#pragma once
#include "core/model/heat/heatmap_page.hpp"
#include "core/model/messages/messages_page.hpp"
#include "web/views/views.hpp"
#include "web/widgets/ui.hpp"

namespace problemator::web {

inline constexpr double kDrawerWidth = 380, kDrawerPad = 20;

/// What every y below counts from is the top of the drawer's content.
struct CellDrawerLayout {
    double title_y = 27, title_width = 0, verdict_y = 0, figures_y = 0;
    double growth_y = 0, growth_rows_y = 0, growth_key_y = 0;      // 0 = the section is not there
    double excess_y = 0, excess_rows_y = 0;
    double alike_y = 0, alike_rows_y = 0;
    double weeks_y = 0, weeks_note_y = 0;
    Box weeks;
    double newest_y = 0;
    std::vector<Box> newest;
    double height = 0;
};
CellDrawerLayout layout_cell_drawer(const CellDrawer& drawer, double width);
void draw_cell_drawer(Ui& ui, const CellDrawer& drawer, Box box);

struct CardLayout {
    double title_y = 50, title_width = 0, badge_y = 0, subtitle_y = 0;
    bool badge_is_beside = true;                                   // at the right of the title, else under it
    Box problem, text;                                             // h = 0 without them
    double clock_y = 0, history_y = 0, facts_y = 0, beside_y = 0;  // of the hairlines above; 0 = not there
    std::vector<double> steps;                                     // y of each line of the history
    std::vector<Box> neighbours;
    std::vector<double> fact_rows;                                 // y of the first line of each
    double height = 0;
};
CardLayout layout_card(const MessagesPage::Card& card, double width);
void draw_card(Ui& ui, const MessagesPage::Card& card, Box box);

/// Drawer at the right of `page`; a narrower page gets all of its width.
Box drawer_box(Box page);

// Shared by both drawers (web/views/drawer.cpp).
void draw_drawer_ground(Ui& ui, Box box);
/// A bare icon of 28 px that opens `href`; Muted when there is nothing to open.
enum class DrawerIcon : std::uint8_t { Close, Up, Down };
void drawer_icon(Ui& ui, std::string_view id, DrawerIcon icon, Point centre, std::string_view href, std::string_view hint);
void drawer_rule(Ui& ui, double x, double y, double width);
std::string_view close_word(Lang lang);

}  // namespace problemator::web
