#include "web/views/rating_layout.hpp"

#include <algorithm>
#include <cmath>

#include "web/views/headline.hpp"
#include "web/widgets/button.hpp"
#include "web/widgets/choice_row.hpp"
#include "web/widgets/panel.hpp"
#include "web/widgets/segmented.hpp"
#include "web/widgets/toggle.hpp"

namespace problemator::web {
namespace {

constexpr double kToolbarTop = 12, kControl = 32;
constexpr double kLeastFunnel = 360, kTallestFunnel = 560;
constexpr RatingHeads kRu{"Место", "интервал", "Подразделение", "Сообщ.", "В срок, %", "Полнота, %", "Медиана, дн.", "Оценка", "Повторы, %", "Балл"};
constexpr RatingHeads kEn{"Place", "range", "Department", "Messages", "In time, %", "Complete, %", "Median, days", "Rated", "Repeats, %", "Score"};

double weights_height(const RatingPage& page) { return 90 + 31 * static_cast<double>(std::max<std::size_t>(1, page.weights.size())); }

double table_height(const RatingPage& page, const RatingLayout& at) {
    const double few = page.few.empty() ? 0 : at.band + at.row * static_cast<double>(page.few.size());
    return at.head + at.row * static_cast<double>(std::max<std::size_t>(1, page.rows.size())) + few + at.foot;
}

double footnote_height(const RatingPage& page, double width) {
    const double lines = static_cast<double>(paragraph_lines(page.footnote, width - 2 * kPanelPadding, 3, {.size = 11}));
    return 20 + 16 * std::max(1.0, lines);
}

constexpr double kHistoryRow = 44, kHistoryWide = 330;

std::size_t history_columns(double width) { return static_cast<std::size_t>(std::clamp(std::floor(width / kHistoryWide), 1.0, 4.0)); }

double history_height(const RatingPage& page, double width) {
    const std::size_t columns = history_columns(width - 2 * kPanelPadding), n = history_count(page);
    return kPanelHead + kHistoryRow * static_cast<double>((n + columns - 1) / columns) + 12;
}

// From the left what the reader chooses; the paper stands at the right edge of the last row. Returns the bottom, 0 without a toolbar.
double place_toolbar(RatingLayout& out, const RatingPage& page, Box area) {
    struct Part { Box* box; double width; };
    std::vector<Part> parts;
    if (!page.spans.empty()) parts.push_back({&out.spans, segmented_width(page.spans)});
    if (!page.subjects.empty()) parts.push_back({&out.subjects, segmented_width(page.subjects)});
    if (!page.adjustment.href.empty()) parts.push_back({&out.adjustment, toggle_width(page.adjustment.text)});
    if (!page.report.href.empty()) parts.push_back({&out.report, button_width(page.report.text, kPaperLook)});
    std::vector<double> widths;
    for (const Part& part : parts) widths.push_back(part.width);
    const auto boxes = place_in_rows(widths, area, kControl, 12);
    for (std::size_t i = 0; i < parts.size(); ++i) *parts[i].box = boxes[i];
    if (boxes.empty()) return 0;
    if (out.report.w > 0) out.report.x = area.x + area.w - out.report.w;
    return bottom_of(boxes.back());
}

void add_listings(RatingLayout& out, const RatingPage& page, const PageGrid& grid, double bottom) {
    if (history_count(page) > 0) {
        out.history = {grid.left(), bottom + grid.gap, grid.inner(), history_height(page, grid.inner())};
        bottom = bottom_of(out.history);
    }
    ListingStack stack = stack_listings(page.listings, grid, bottom + grid.gap);
    out.listings = std::move(stack.listings);
    out.height = (out.listings.empty() ? bottom : stack.bottom) + grid.bottom_margin;
}

}  // namespace

RatingHeads rating_heads(Lang lang) { return lang == Lang::Ru ? kRu : kEn; }

RatingLayout layout_rating(const RatingPage& page, const PageGrid& grid, Lang) {
    RatingLayout out;
    const double gap = grid.gap;
    const double toolbar = place_toolbar(out, page, {grid.left(), kToolbarTop, grid.inner(), 0});
    out.headline = layout_headline(page.verdict, "", grid, toolbar > 0 ? toolbar + 15 : 10);
    out.note = {grid.left(), out.headline.bottom() + 3, grid.inner(), note_height(page.note, grid.inner())};
    const double top = std::round(out.note.y + out.note.h + 8);
    const bool is_wide = grid.form == Form::Wide;
    const double side = is_wide ? std::clamp(grid.inner() * 0.308, 384.0, 620.0) : 0;
    const double table_w = is_wide ? std::round(grid.inner() - side - gap) : grid.inner();
    out.foot = footnote_height(page, table_w);
    const double natural = table_height(page, out);
    if (is_wide) {
        const double height = std::max({natural, std::min(grid.bottom() - top, natural * 1.15), kLeastFunnel + gap + weights_height(page)});
        const double x = grid.left() + table_w + gap, w = grid.left() + grid.inner() - x, weights = weights_height(page);
        out.table = {grid.left(), top, table_w, height};
        out.funnel = {x, top, w, std::min(height - gap - weights, kTallestFunnel)};
        out.weights = {x, bottom_of(out.funnel) + gap, w, weights};
        add_listings(out, page, grid, top + height);
        return out;
    }
    out.table = {grid.left(), top, table_w, natural};
    const double below = top + natural + gap;
    const auto halves = in_columns({grid.left(), below, grid.inner(), kLeastFunnel}, grid.form == Form::Narrow ? 1 : 2, gap);
    out.funnel = halves.front();
    out.weights = grid.form == Form::Narrow ? Box{grid.left(), below + kLeastFunnel + gap, grid.inner(), weights_height(page)} : halves.back();
    add_listings(out, page, grid, std::max(bottom_of(out.funnel), bottom_of(out.weights)));
    return out;
}

namespace {

struct Widths { double pick = 22, range = 50, count = 46, in_time = 62, axis = 130, completeness = 66, median = 70, satisfaction = 50, repeats = 0, bar = 52, score = 40; };

double head_width(std::string_view text) { return std::ceil(text_width(text, 11, Weight::SemiBold)) + 8; }

Widths natural_widths(Lang lang) {
    const RatingHeads heads = rating_heads(lang);
    Widths w;
    w.range = std::max(w.range, head_width(heads.range));
    w.count = std::max(w.count, head_width(heads.count));
    w.in_time = std::max(w.in_time, head_width(heads.in_time));
    w.completeness = std::max(w.completeness, head_width(heads.completeness) + 6);
    w.median = std::max(w.median, head_width(heads.median) + 12);   // the arrow of the order
    w.satisfaction = std::max(w.satisfaction, head_width(heads.satisfaction));
    w.score = std::max(w.score, head_width(heads.score) + 12);
    return w;
}

constexpr double kSide = 16, kPlace = 46, kNameGap = 14, kAxisGap = 7, kAxisAir = 13;   // air: between the head «В срок, %» and the first number of the scale

double fixed_width(const Widths& w) {
    return 2 * kSide + kPlace + w.range + kNameGap + w.count + w.in_time + kAxisAir + kAxisGap + w.axis + w.completeness + w.median + w.satisfaction + w.repeats + w.bar + w.score + w.pick;
}

// What the reader misses least goes first.
void drop_until_fits(Widths& w, double width, double name) {
    for (double* column : {&w.bar, &w.range, &w.satisfaction, &w.median, &w.completeness, &w.axis}) {
        if (width - fixed_width(w) >= name) return;
        *column = 0;
    }
}

}  // namespace

std::size_t history_count(const RatingPage& page) {
    if (page.history_periods.size() < 2) return 0;
    const auto has_places = [](const RatingRow& row) { return std::any_of(row.history.begin(), row.history.end(), [](const auto& places) { return places.has_value(); }); };
    return static_cast<std::size_t>(std::count_if(page.rows.begin(), page.rows.end(), has_places) + std::count_if(page.few.begin(), page.few.end(), has_places));
}

std::vector<Box> layout_histories(const RatingPage& page, Box body) {
    const Box inner{body.x + kPanelPadding, body.y, body.w - 2 * kPanelPadding, 0};
    return in_grid(inner, history_count(page), history_columns(inner.w), kHistoryRow, 0, LastRow::Keeps);
}

RatingColumns layout_rating_columns(const std::vector<RatingRow>& rows, Box table, Lang lang) {
    double longest = 140;
    for (const RatingRow& row : rows) longest = std::max(longest, text_width(row.name, 13, Weight::Medium));
    Widths w = natural_widths(lang);
    drop_until_fits(w, table.w, std::min(longest, 165.0));
    double name = std::max(60.0, table.w - fixed_width(w));
    if (const double spare = name - longest - 12; spare > 0) {
        if (spare > 260) w.repeats = head_width(rating_heads(lang).repeats);
        const double rest = spare - w.repeats;
        if (w.axis > 0) w.axis += std::min(rest * 0.5, 360.0);
        if (w.bar > 0) w.bar += std::min(rest * 0.25, 180.0);
        name = table.w - fixed_width(w);
    }
    RatingColumns out;
    double x = table.x + kSide;
    const auto take = [&](double width, double gap = 0) {
        const Span span{x, width > 0 ? width - gap : 0};
        x += width;
        return span;
    };
    out.place = take(kPlace);
    out.range = take(w.range);
    x += kNameGap;
    out.name = take(name, 8);
    out.count = take(w.count);
    out.in_time = take(w.in_time);
    x += kAxisAir;
    out.axis = take(w.axis);
    x += kAxisGap;
    out.completeness = take(w.completeness);
    out.median = take(w.median);
    out.satisfaction = take(w.satisfaction);
    out.repeats = take(w.repeats);
    out.bar = take(w.bar);
    if (out.bar.w > 0) out.bar = {out.bar.x + 16, out.bar.w - 16};
    out.score = take(w.score);
    out.pick = take(w.pick);
    return out;
}

}  // namespace problemator::web
