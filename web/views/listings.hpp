// A screen of tables («Качество данных», «Проблематор»): a sentence that says what is wrong, tiles, sections.
#pragma once
#include "web/views/listings_layout.hpp"
#include "web/views/views.hpp"
#include "web/widgets/scroll_area.hpp"
#include "web/widgets/ui.hpp"

namespace problemator::web {

/// `id`: of the area that scrolls.
void draw_listings(Ui& ui, std::string_view id, const ListingsPage& page, const ViewContext& context);

/// Its content moved by `dy`, in a page that scrolls.
void draw_listings_body(Ui& ui, const ListingsPage& page, const ListingsLayout& at, const ScrollArea& area, double dy);

/// One section. `area` is the page that scrolls: rows outside it are not drawn.
void draw_listing(Ui& ui, const Listing& listing, const ListingLayout& at, const ScrollArea& area, double dy);

}  // namespace problemator::web
