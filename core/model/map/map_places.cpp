// Territories of the map: their number, their change and the chosen measure — of all of them, whichever is selected.
#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "core/base/format.hpp"
#include "core/base/stable_order.hpp"
#include "core/model/counts/weekly_cells.hpp"
#include "core/model/heat/matrix_measures.hpp"
#include "core/model/map/map_parts.hpp"
#include "core/model/names.hpp"
#include "core/model/preparations.hpp"
#include "core/model/remembered.hpp"
#include "core/model/words.hpp"

namespace problemator {
namespace {

using Tallies = std::unordered_map<std::int32_t, Tally>;

/// Every territory, whichever is chosen.
Filter places_filter(Filter filter) {
    filter.keep[index(Dimension::Territory)].clear();
    filter.place = {};
    return filter;
}

Filter kinds_filter(Filter filter) {
    filter.without |= kNotProblems;
    return filter;
}

class PlaceMaker {
public:
    explicit PlaceMaker(const Scope& scope)
        : scope_{scope}, kind_{cell_meaning(scope.state)}, measure_{matrix_measure(scope.state, MatrixView::Map)}, filter_{places_filter(scope.filter)} {
        count_ = tallies(filter_);
        if (const auto base = scope.base_week(scope.week)) {
            Filter before = filter_;
            before.period = week_period(*base);
            before_ = tallies(before);
            has_before_ = true;
        }
        measured_ = measured_rows();
        find_norms();
        find_kinds();
    }

    std::vector<MapPlace> places() {
        std::vector<MapPlace> out;
        for (const Territory& territory : scope_.world.profile.territories) {
            const Code code = scope_.table.dictionary(Dimension::Territory).find_id(territory.id);
            MapPlace place = place_of(code, territory.population.value_or(0));
            place.id = territory.id;
            place.name = territory.name.in(scope_.lang);
            if (territory.lat && territory.lon) place.at = Degrees{*territory.lat, *territory.lon};
            if (territory.is_placed_by_messages) place.tooltip.emplace_back(Phrase{"место", "stands"}.in(scope_.lang), Phrase{"середина точек сообщений", "in the middle of its messages"}.in(scope_.lang));
            out.push_back(std::move(place));
        }
        add_others(out);
        sort_stably(out, [](const MapPlace& a, const MapPlace& b) { return a.count.n > b.count.n; });
        return out;
    }

private:
    Tallies tallies(const Filter& filter) const {
        Tallies out;
        const auto grouped = group_of(scope_, filter, Axis::Territory);
        for (std::size_t i = 0; i < grouped->keys.size(); ++i) out[grouped->keys[i]] = grouped->tallies[i];
        return out;
    }

    Tallies measured_rows() const {
        const MeasureRows rows = rows_of(measure_);
        if (rows.basis == filter_.basis && rows.with == 0) return count_;
        Filter filter = filter_;
        filter.basis = rows.basis;
        filter.with |= rows.with;
        return tallies(filter);
    }

    void find_norms() {
        if (!scope_.is_one_week || filter_.basis != Basis::Received) return;
        const WeeklyCells cells{scope_, filter_, Dimension::Territory, std::nullopt, scope_.week, kBaselineWeeks + 1};
        for (std::size_t i = 0; i < cells.size(); ++i) {
            const auto known = cells.known(i);
            if (known.empty()) continue;
            if (const auto norm = baseline_of(known.first(known.size() - 1))) norms_[cells.key(i).row] = *norm;
        }
    }

    void find_kinds() {
        if (!scope_.is_one_week || !scope_.is_finished) return;
        kinds_ = *kinds_of(scope_, kinds_filter(filter_), scope_.week);
    }

    State rows_of_place(Code code, Basis basis, Marks with) const {
        State rows = with_code(rows_state(scope_, basis, scope_.filter.period), scope_.table, Dimension::Territory, code);
        rows.place = {};
        rows.with |= with;
        return rows;
    }

    MapPlace place_of(Code code, int people) const {
        MapPlace place;
        const std::uint32_t n = of(count_, code).n;
        const State rows = rows_of_place(code, filter_.basis, 0);
        place.count = count_figure(scope_, n, rows);
        explain(place.count, scope_, {"число поступивших сообщений", "number of messages received"}, rows);
        const std::uint32_t before = of(before_, code).n;
        if (has_before_) place.change = bare_change(scope_.world, n, before, scope_.lang);
        measure(place, code, people);
        place.tooltip = tooltip_of(place, code, before);
        const auto kind = kinds_.find(code);
        if (kind != kinds_.end() && code != kNotGiven) {
            place.kind = spot_words(kind->second, scope_.lang);
            place.is_hot = kind->second.side == Heat::Hot && !place.kind.empty();
        }
        select(place, code);
        return place;
    }

    void measure(MapPlace& place, Code code, int people) const {
        const std::uint32_t n = of(count_, code).n;
        place.measure = place.count;
        if (kind_ == CellMeaning::Value) {
            const MeasureRows rows = rows_of(measure_);
            const State listed = rows_of_place(code, rows.basis, rows.with);
            place.measure = measure_figure(scope_, of(measured_, code), measure_, listed, people);
            explain(place.measure, scope_, measure_formula(measure_), listed);
            place.color_class = color_class(place.measure, measure_);
            return;
        }
        const bool is_known = kind_ == CellMeaning::Change ? has_before_ : norms_.contains(code);
        const bool is_hidden = is_hidden_count(scope_.world, n) || (has_before_ && is_hidden_count(scope_.world, of(before_, code).n));
        place.measure.value.reset();
        place.measure.text = std::string{kNone};
        if (!is_known || is_hidden) return;
        double value = static_cast<double>(n) - of(before_, code).n;
        if (kind_ == CellMeaning::Deviation) {
            const Baseline& norm = norms_.at(code);
            value = (n - norm.mean) / std::sqrt(norm.mean * norm.dispersion);
        }
        place.measure.value = value;
        place.measure.text = format_signed(value, kind_ == CellMeaning::Change ? 0 : 1, scope_.lang);
        place.color_class = kind_ == CellMeaning::Change ? change_class(static_cast<std::int64_t>(value)) : deviation_class(value);
    }

    std::vector<std::pair<std::string, std::string>> tooltip_of(const MapPlace& place, Code code, std::uint32_t before) const {
        const auto say = [this](const Phrase& phrase) { return std::string{phrase.in(scope_.lang)}; };
        std::vector<std::pair<std::string, std::string>> out = {{say({"сообщений", "messages"}), place.count.text.empty() ? "0" : place.count.text}};
        if (has_before_) out.emplace_back(format_week(*scope_.base_week(scope_.week), scope_.lang), count_figure(scope_, before, State{}).text);
        if (const auto norm = norms_.find(code); norm != norms_.end()) out.emplace_back(say({"обычно", "usually"}), norm_words(scope_.world, norm->second.mean, scope_.lang));
        if (!place.change.empty()) out.emplace_back(say({"изменение", "change"}), place.change);
        if (kind_ == CellMeaning::Value && measure_ != Measure::Count)
            out.emplace_back(std::string{measure_name(measure_).in(scope_.lang)}, place.measure.text + (place.measure.unit.empty() ? "" : "\u00A0" + place.measure.unit) + (place.measure.href.empty() ? std::string{} : say({", n = ", ", n = "}) + format_count(place.measure.n, scope_.lang)));
        if (kind_ == CellMeaning::Deviation) out.emplace_back(say({"отклонение от нормы", "deviation from the norm"}), place.measure.text);
        return out;
    }

    void select(MapPlace& place, Code code) const {
        const std::string id{scope_.table.dictionary(Dimension::Territory).id(code)};
        const auto& chosen = scope_.state.keep[index(Dimension::Territory)];
        place.is_selected = std::find(chosen.begin(), chosen.end(), id) != chosen.end();
        State other = on_screen(scope_.state, Screen::Heatmap);
        other.place = {};
        const bool is_only_one = place.is_selected && chosen.size() == 1;
        place.href = to_hash(with_dimension(std::move(other), Dimension::Territory, is_only_one ? std::vector<std::string>{} : std::vector<std::string>{id}));
    }

    /// Territories that the profile does not have, and messages without one.
    void add_others(std::vector<MapPlace>& out) const {
        for (const auto& [key, tally] : count_) {
            const auto code = static_cast<Code>(key);
            const std::string id{scope_.table.dictionary(Dimension::Territory).id(code)};
            const auto& all = scope_.world.profile.territories;
            if (code != kNotGiven && std::any_of(all.begin(), all.end(), [&](const Territory& t) { return t.id == id; })) continue;
            MapPlace place = place_of(code, 0);
            place.id = id;
            place.name = name_of(scope_.world, Dimension::Territory, code, scope_.lang);
            out.push_back(std::move(place));
        }
        std::sort(out.begin(), out.end(), [](const MapPlace& a, const MapPlace& b) { return a.name < b.name; });   // hash order never reaches output
    }

    static const Tally& of(const Tallies& tallies, Code code) {
        static const Tally none;
        const auto found = tallies.find(code);
        return found == tallies.end() ? none : found->second;
    }

    const Scope& scope_;
    CellMeaning kind_;
    Measure measure_;
    Filter filter_;
    Tallies count_, before_, measured_;
    bool has_before_ = false;
    std::unordered_map<Code, Baseline> norms_;
    SpotKinds kinds_;
};

}  // namespace

void prepare_places(Preparations& out, const Scope& scope) {
    if (scope.is_one_week && scope.is_finished) out.push_back([](const Scope& own) { kinds_of(own, kinds_filter(places_filter(own.filter)), own.week); });
    out.push_back([](const Scope& own) { group_of(own, places_filter(own.filter), Axis::Territory); });
}

std::vector<MapPlace> map_places(const Scope& scope) { return PlaceMaker{scope}.places(); }

}  // namespace problemator
