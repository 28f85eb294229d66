// History of places of one department: up is better; the band is the range that chance leaves open, the line the place where it is told.
#include <algorithm>

#include "core/charts/charts.hpp"
#include "core/charts/pen.hpp"

namespace problemator {
namespace {

constexpr Phrase kPlaces = {"места", "places"}, kFew = {"мало данных", "little data"}, kSummary = {"Места за периоды", "Places by period"};

std::string range_text(const RatingRow::Places& places) {
    return places.low == places.high ? std::to_string(places.low) : std::to_string(places.low) + "–" + std::to_string(places.high);
}

}  // namespace

Scene place_history(const RatingRow& row, const std::vector<std::string>& periods, double width, double height, Lang lang) {
    Pen pen{width, height};
    const auto n = static_cast<double>(std::max<std::size_t>(1, row.history.size()));
    const double step = pen.width() / n, most = std::max(2, row.places);
    const Scale y{1, most, 3, pen.height() - 3};
    std::vector<Point> line;
    std::string told;
    for (std::size_t i = 0; i < row.history.size(); ++i) {
        const double x = step * static_cast<double>(i);
        const auto& places = row.history[i];
        if (places) {
            const double top = y.clamped(places->low) - 1.5, bottom = y.clamped(places->high) + 1.5;
            pen.rect({x + 0.5, top, std::max(1.0, step - 1), bottom - top}, Ink::Norm, 1);
        }
        if (places && places->place > 0) line.push_back({x + step / 2, y.clamped(places->place)});
        else {
            pen.path(std::move(line), Ink::Ink1, 1.5);
            line.clear();
        }
        const std::string text = places ? range_text(*places) : std::string{kFew.in(lang)};
        told += (told.empty() ? "" : ", ") + text;
        pen.hit({x, 0, step, pen.height()}, {}, i < periods.size() ? periods[i] : row.name, places ? std::string{kPlaces.in(lang)} + '\t' + text : text);
    }
    pen.path(line, Ink::Ink1, 1.5);
    if (!line.empty()) pen.dot(line.back(), 2.5, tone_ink(row.tone, Ink::Ink1));
    return std::move(pen).finish(std::string{kSummary.in(lang)} + ": " + told);
}

}  // namespace problemator
