#include "web/views/messages_layout.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "web/views/drawer.hpp"
#include "web/views/heatmap_layout.hpp"
#include "web/widgets/block_menu.hpp"
#include "web/widgets/chip.hpp"

namespace problemator::web {
namespace {

constexpr double kGap = 16, kTop = 12, kControl = 32, kHead = 38, kFoot = 52;

// How much a column needs, how eagerly it takes what is left, and when it gives way (0 = never, higher = earlier).
struct Appetite { std::string_view id; MessageField field; double least, share; int gives_way; };
constexpr std::array<Appetite, 7> kAppetites = {{
    {"received", MessageField::Received, 88, 0, 0},
    {"channel", MessageField::Channel, 96, 0.5, 3},
    {"territory", MessageField::Territory, 96, 1, 1},
    {"topic", MessageField::Topic, 150, 2.2, 0},
    {"text", MessageField::Text, 150, 4, 4},
    {"department", MessageField::Department, 120, 1.4, 2},
    {"due", MessageField::Status, 124, 0, 0},
}};

const Appetite* appetite_of(MessageField field) {
    const auto found = std::find_if(kAppetites.begin(), kAppetites.end(), [&](const Appetite& a) { return a.field == field; });
    return found == kAppetites.end() ? nullptr : &*found;
}

double least_width(const std::vector<ColumnPlace>& places) {
    double sum = 0;
    for (const ColumnPlace& place : places) sum += appetite_of(place.field)->least;
    return sum + kGap * static_cast<double>(places.empty() ? 0 : places.size() - 1);
}

// Leaves out the column that gives way first; false when all the others must stay.
bool leave_one_out(std::vector<ColumnPlace>& places) {
    const auto first = std::max_element(places.begin(), places.end(), [](const ColumnPlace& a, const ColumnPlace& b) {
        return appetite_of(a.field)->gives_way < appetite_of(b.field)->gives_way;
    });
    if (first == places.end() || appetite_of(first->field)->gives_way == 0) return false;
    places.erase(first);
    return true;
}

void spread(std::vector<ColumnPlace>& places, double left, double right) {
    double shares = 0;
    for (const ColumnPlace& place : places) shares += appetite_of(place.field)->share;
    const double spare = std::max(0.0, right - left - least_width(places));
    const double squeeze = std::min(1.0, (right - left) / std::max(1.0, least_width(places)));
    double x = left;
    for (ColumnPlace& place : places) {
        const Appetite& appetite = *appetite_of(place.field);
        place.x = std::floor(x);
        place.w = std::floor(appetite.least * squeeze + (shares > 0 ? spare * appetite.share / shares : 0));
        x += place.w + kGap * squeeze;
    }
    if (!places.empty() && places.back().anchor == Anchor::End) places.back().w = right - places.back().x;
}

// Between the button and the count where they have room there, else on rows of their own.
void place_chips(MessagesLayout& at, const MessagesPage& page, const MessagesSizes& sizes, double pad) {
    const double left = right_of(at.filters_button) + 12, right = at.count.x - sizes.count - 16;
    at.chips = right - left >= 240 ? Box{left, kTop + (kControl - kChipHeight) / 2, right - left, 0}
                                   : Box{at.list.x + pad, kTop + kControl + 8, at.list.w - 2 * pad, 0};
    at.chips.h = chip_rows_height(page.chips, at.chips.w);
}

}  // namespace

MessageField field_of(std::string_view column_id) {
    for (const Appetite& appetite : kAppetites)
        if (appetite.id == column_id) return appetite.field;
    return MessageField::Unknown;
}

std::vector<ColumnPlace> layout_columns(const std::vector<MessagesPage::Column>& columns, TextColumn text, double left, double right) {
    std::vector<ColumnPlace> places;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const MessageField field = field_of(columns[i].id);
        if (field == MessageField::Unknown || (field == MessageField::Text && text == TextColumn::LeftOut)) continue;
        places.push_back({field, i, 0, 0, field == MessageField::Status ? Anchor::End : Anchor::Start});
    }
    while (least_width(places) > right - left && leave_one_out(places)) {}
    spread(places, left, right);
    return places;
}

MessagesLayout layout_messages(const MessagesPage& page, const MessagesSizes& sizes, double width, double height) {
    MessagesLayout at;
    const bool is_wide = width >= kWidePage;
    const double pad = is_wide ? 20 : 16;
    if (sizes.has_rail && is_wide) at.rail = {0, 0, kRailWidth, height};
    const double left = at.rail.w;
    const bool is_beside = page.card && width - left - kDrawerWidth >= kLeastBeside;
    at.list = {left, 0, width - left - (is_beside ? kDrawerWidth : 0), height};
    if (page.card) at.card = drawer_box({0, 0, width, height});

    at.filters_button = {left + pad, kTop, sizes.filters, kControl};
    at.export_icon = {right_of(at.list) - pad - kBlockIcon / 2 + 6, kTop + kControl / 2};
    at.count = {at.export_icon.x - kBlockIcon / 2 - 6, kTop + kControl / 2};
    place_chips(at, page, sizes, pad);
    const double toolbar = std::max(kTop + kControl, at.chips.h > 0 ? bottom_of(at.chips) + 4 : 0.0);
    at.head = {left, toolbar + 8, at.list.w, kHead};
    at.foot = {left, std::max(height - kFoot, bottom_of(at.head)), at.list.w, kFoot};
    at.body = {left, bottom_of(at.head), at.list.w, std::max(0.0, at.foot.y - bottom_of(at.head))};
    return at;
}

}  // namespace problemator::web
