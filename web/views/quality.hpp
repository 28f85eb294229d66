// The screen «Качество данных»: what the snapshot was made of, in tables; the first sentence says what is wrong.
#pragma once
#include "web/views/quality_layout.hpp"
#include "web/views/views.hpp"
#include "web/widgets/scroll_area.hpp"
#include "web/widgets/ui.hpp"

namespace problemator::web {

void draw_quality(Ui& ui, const QualityPage& page, const ViewContext& context);

/// One section. `area` is the page that scrolls: rows outside it are not drawn.
void draw_listing(Ui& ui, const Listing& listing, const ListingLayout& at, const ScrollArea& area, double dy);

}  // namespace problemator::web
