// Map of the overview: a circle per territory whose place is known, area by messages, the part in a surge red inside it.
// The ground lies under the circles where the municipality has a file of it; the picture says which territories have no point.
#include <algorithm>
#include <cmath>

#include "core/base/stable_order.hpp"
#include "core/charts/charts.hpp"
#include "core/charts/labels.hpp"
#include "core/charts/map_view.hpp"

namespace problemator {
namespace {

constexpr Phrase kAll = {"все сообщения", "all messages"}, kSurge = {"из них во всплеске", "of them in a surge"};
constexpr Phrase kMessages = {"сообщений", "messages"};
constexpr Phrase kNothing = {"Нет территорий с известным местом", "No territory with a known place"};
constexpr std::size_t kFewPoints = 7;

using MapPoint = OverviewPage::MapPoint;

double amount(const Figure& f) { return is_finite(f.value) ? std::max(0.0, *f.value) : static_cast<double>(f.n); }
bool is_placed(const MapPoint& p) { return std::isfinite(p.lat) && std::isfinite(p.lon) && std::abs(p.lat) <= 85 && std::abs(p.lon) <= 180; }

class MapPainter {
public:
    MapPainter(const OverviewPage& page, double width, double height, Lang lang) : page_{page}, lang_{lang}, pen_{width, height} {
        for (const MapPoint& p : page.map)
            if (is_placed(p)) points_.push_back(&p);
        sort_stably(points_, [](const MapPoint* a, const MapPoint* b) { return amount(a->all) > amount(b->all); });
        if (!page.map_note.empty()) note_ = wrap_text(page.map_note, 11, Weight::Regular, pen_.width());
        if (note_.size() > 3) note_.resize(3);
        legend_y_ = pen_.height() - 9 - 15 * static_cast<double>(note_.size());
        land_ = {0, 0, pen_.width(), std::max(20.0, legend_y_ - 14)};
        fit();
    }

    Scene paint() && {
        if (page_.ground) draw_ground(pen_, *page_.ground, view_);
        else pen_.rect(land_, Ink::Land, 8);
        if (points_.empty()) pen_.text(kNothing.in(lang_), {pen_.width() / 2, land_.h / 2}, {.size = 12, .ink = Ink::Ink2, .anchor = Anchor::Middle, .max_width = pen_.width() - 16});
        for (const MapPoint* p : points_) circle(*p);
        names();
        legend();
        return std::move(pen_).finish(summary());
    }

private:
    void fit() {
        for (const MapPoint* p : points_) most_ = std::max(most_, amount(p->all));
        const double share = points_.size() < kFewPoints ? 0.14 : 0.11;     // few places: larger circles, or the map looks empty
        largest_ = std::clamp(std::min(land_.w, land_.h) * share, 6.0, points_.size() < kFewPoints ? 34.0 : 26.0);
        if (page_.ground) fit_ground();
        else if (!points_.empty()) fit_points();
        if (points_.size() < kFewPoints && points_.size() > 1) largest_ = std::clamp(nearest() * 0.7, largest_ * 0.5, largest_);
    }

    void fit_ground() {
        std::vector<Degrees> edge;
        for (const MapShape& shape : page_.ground->shapes)
            for (const MapLine& line : shape.lines)
                for (const MapVertex v : line) edge.push_back({v.lat_e5 / 1e5, v.lon_e5 / 1e5});
        for (const MapPoint* p : points_) edge.push_back({p->lat, p->lon});
        view_ = view_of(page_.plane, edge, 4);
    }

    void fit_points() {
        std::vector<Degrees> edge;
        for (const MapPoint* p : points_) edge.push_back({p->lat, p->lon});
        view_ = view_of(plane_about(edge).value_or(GridPlane{}), edge, largest_ + 12);
    }

    MapView view_of(GridPlane plane, const std::vector<Degrees>& edge, double pad) const {
        Metres low = to_metres(plane, edge.front()), high = low;
        for (const Degrees& at : edge) {
            const Metres p = to_metres(plane, at);
            low = {std::min(low.x, p.x), std::min(low.y, p.y)}, high = {std::max(high.x, p.x), std::max(high.y, p.y)};
        }
        const double wide = std::max(high.x - low.x, 1.0), tall = std::max(high.y - low.y, 1.0);
        const double grow = std::max({1.0, land_.w / std::max(1.0, land_.w - 2 * pad), land_.h / std::max(1.0, land_.h - 2 * pad)});
        return {plane, to_degrees(plane, {(low.x + high.x) / 2, (low.y + high.y) / 2}), wide * grow, tall * grow, land_};
    }

    // Distance of the two places that are closest: large circles would hide each other there.
    double nearest() const {
        double out = std::hypot(land_.w, land_.h);
        for (std::size_t i = 0; i < points_.size(); ++i)
            for (std::size_t k = 0; k < i; ++k) {
                const Point a = at(*points_[i]), b = at(*points_[k]);
                out = std::min(out, std::hypot(a.x - b.x, a.y - b.y));
            }
        return out;
    }

    Point at(const MapPoint& p) const { return view_.at(Degrees{p.lat, p.lon}); }
    double radius(double count) const { return count <= 0 || most_ <= 0 ? 2.5 : std::sqrt(std::min(1.0, count / most_)) * (largest_ - 2.5) + 2.5; }

    void circle(const MapPoint& p) {
        const Point centre = at(p);
        const double r = radius(amount(p.all));
        pen_.dot(centre, r, Ink::Seq3, Ink::Seq5, 1);
        if (amount(p.surge) > 0) pen_.dot(centre, radius(amount(p.surge)), Ink::Bad);
        const double reach = std::max(r, 8.0);
        std::string hint = std::string{kMessages.in(lang_)} + '\t' + figure_text(p.all);
        if (amount(p.surge) > 0) hint += '\n' + std::string{kSurge.in(lang_)} + '\t' + figure_text(p.surge);
        pen_.hit({centre.x - reach, centre.y - reach, 2 * reach, 2 * reach}, p.all.href, p.name, hint);
    }

    // The largest and the burning places get their names first; who finds no room stays without.
    void names() {
        LabelPlacer placer{{2, 2, land_.w - 4, land_.h - 4}};
        for (const MapPoint* p : points_) placer.block_dot(at(*p), radius(amount(p->all)) + 1);
        std::vector<const MapPoint*> order = points_;
        sort_stably(order, [](const MapPoint* a, const MapPoint* b) { return a->is_hot && !b->is_hot; });
        for (const MapPoint* p : order) {
            const bool is_main = p->is_hot || p == points_.front();
            if (name_above_count(placer, *p) || !is_main || name_beside_count(placer, *p) || name_with_line(placer, *p)) continue;
            name_over_circle(*p);
        }
    }

    double name_width(const MapPoint& p) const { return std::min(text_width(p.name, 11, Weight::Medium), land_.w * 0.45); }

    bool name_above_count(LabelPlacer& placer, const MapPoint& p) {
        const double wide = std::max(name_width(p), text_width(p.all.text, 11, Weight::Regular));
        const auto spot = placer.place(at(p), radius(amount(p.all)), wide + 2, 28);
        if (!spot) return false;
        pen_.text(p.name, spot->at, {.weight = Weight::Medium, .anchor = spot->anchor, .max_width = wide + 1, .halo = Ink::Land});
        pen_.text(p.all.text, {spot->at.x, spot->at.y + 13}, {.ink = Ink::Ink2, .anchor = spot->anchor, .halo = Ink::Land});
        return true;
    }

    // One line finds room where two do not.
    double line_width(const MapPoint& p) const { return name_width(p) + 5 + text_width(p.all.text, 11, Weight::Regular) + 2; }

    bool name_beside_count(LabelPlacer& placer, const MapPoint& p) {
        const auto spot = placer.place(at(p), radius(amount(p.all)), line_width(p), 14);
        if (spot) one_line(p, *spot);
        return spot.has_value();
    }

    // Farther away, past the circles of others.
    bool name_with_line(LabelPlacer& placer, const MapPoint& p) {
        const Point centre = at(p);
        const auto spot = placer.place_far(centre, radius(amount(p.all)), line_width(p), 14);
        if (!spot) return false;
        const Point end = {std::clamp(centre.x, spot->box.x, spot->box.x + spot->box.w), std::clamp(centre.y, spot->box.y, spot->box.y + spot->box.h)};
        pen_.line(centre, end, Ink::Ink2);
        pen_.dot(centre, 1.5, Ink::Ink2);
        one_line(p, *spot);
        return true;
    }

    void one_line(const MapPoint& p, const PlacedLabel& spot) {
        pen_.text(p.name, {spot.box.x + 1, spot.at.y}, {.weight = Weight::Medium, .max_width = name_width(p) + 1, .halo = Ink::Land});
        pen_.text(p.all.text, {spot.box.x + 6 + name_width(p), spot.at.y}, {.ink = Ink::Ink2, .halo = Ink::Land});
    }

    // The most important name is never left out: where every side is taken, it stands over its own circle.
    void name_over_circle(const MapPoint& p) {
        const double wide = name_width(p), half = std::min(wide / 2 + 2, land_.w / 2);
        const double x = std::clamp(at(p).x, half, std::max(half, land_.w - half));
        pen_.text(p.name, {x, std::clamp(at(p).y, 9.0, std::max(9.0, land_.h - 9))}, {.weight = Weight::Medium, .anchor = Anchor::Middle, .max_width = wide + 1, .halo = Ink::Land});
    }

    void legend() {
        pen_.dot({6, legend_y_}, 5.5, Ink::Seq3, Ink::Seq5, 1);
        const double used = 17 + pen_.text(kAll.in(lang_), {17, legend_y_}, {.ink = Ink::Ink2, .max_width = pen_.width() - 17});
        const double x = used + 24, wide = text_width(kSurge.in(lang_), 11, Weight::Regular);
        if (x + 10 + wide <= pen_.width()) {
            pen_.dot({x, legend_y_}, 4, Ink::Bad);
            pen_.text(kSurge.in(lang_), {x + 10, legend_y_}, {.ink = Ink::Ink2});
        }
        double y = legend_y_ + 17;
        for (const std::string& line : note_) {
            pen_.text(line, {0, y}, {.ink = Ink::Ink3, .max_width = pen_.width()});
            y += 15;
        }
    }

    std::string summary() const {
        if (points_.empty()) return std::string{kNothing.in(lang_)};
        std::string out;
        for (const MapPoint* p : points_) {
            out += (out.empty() ? "" : ", ") + p->name + ' ' + p->all.text;
            if (amount(p->surge) > 0) out += " (" + std::string{kSurge.in(lang_)} + ' ' + p->surge.text + ')';
        }
        return out;
    }

    const OverviewPage& page_;
    Lang lang_;
    Pen pen_;
    std::vector<const MapPoint*> points_;
    std::vector<std::string> note_;
    Box land_{};
    MapView view_{{}, {}, 1, 1, {}};
    double legend_y_ = 0, most_ = 0, largest_ = 10;
};

}  // namespace

Scene point_map(const OverviewPage& page, double width, double height, Lang lang) { return MapPainter{page, width, height, lang}.paint(); }

}  // namespace problemator
