// Places: where a message is about — its territory of the profile, one spelling of street and house, a point with its precision.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/clean/address.hpp"
#include "core/clean/geo_places.hpp"
#include "core/clean/settlements.hpp"
#include "core/import/import_report.hpp"
#include "core/import/known_cells.hpp"
#include "core/schema/message.hpp"
#include "core/schema/profile.hpp"

namespace problemator {

enum class Precision : std::uint8_t { None, Settlement, Street, Exact };

/// What a record says of its place. `text` is only looked at when the columns name no territory.
struct PlaceQuery {
    std::string_view territory, street, house, department, text;
    std::optional<GeoPoint> point;               // from the file
};
struct PlaceFound {
    const Territory* territory = nullptr;        // null: not told, or not one of the profile
    std::string street, house;                   // one spelling: «ул. Лесная», "4а"; empty when not told
    std::optional<GeoPoint> point;
    Precision precision = Precision::None;       // of `point`; only an Exact one may be drawn as a dot
    bool is_unknown = false;                     // a settlement is named that the profile does not have
};

/// The profile (and the user's own places) must outlive the index. All look-ups are exact after normalisation; nearness only suggests.
class PlaceIndex {
public:
    explicit PlaceIndex(const Profile& profile, std::vector<GeoPlace> own = {});
    /// Pure: equal queries give equal answers. O(length of the query).
    PlaceFound find(const PlaceQuery& query) const;
    /// find() on a message after NameIndex::apply, which has looked at the names of its territory and department: sets territory, street, house and, when Exact, the point (has_place).
    /// `text_words`: of write_words() on its text. Remembers what the columns meant, so that a row with known ones costs a look-up.
    PlaceFound apply(Message& message, std::string_view text_words);
    std::size_t own_places() const { return own_places_; }   // of the user's file that could be matched to a territory

private:
    struct Spot { GeoPoint point; Precision precision = Precision::None; };
    /// A cell of a territory or a street: what it names as a whole, its parts, and the territory that a part names.
    struct Cell { const Territory* whole = nullptr; Address parts; const Territory* of_part = nullptr; };
    void add_streets(const Territory& territory);
    void add_own(GeoPlace place);
    const Territory* territory_at(GeoPoint point) const;
    const Territory* named_by_part(const Address& address) const;
    Cell read_territory(std::string_view text) const;
    Cell read_street(std::string_view text) const;
    PlaceFound join(const PlaceQuery& query, const Cell& territory, const Cell& street) const;
    /// `text_words` may be none: then the text of the query is read.
    PlaceFound finish(PlaceFound found, const Territory* of_department, const PlaceQuery& query, std::optional<std::string_view> text_words) const;
    std::optional<Spot> spot_of(const Territory& territory, const std::string& street, const std::string& house) const;

    Settlements settlements_;
    std::unordered_map<std::string, Spot> spots_;             // "<territory id>\n<street key>\n<house>"
    std::vector<std::pair<const Territory*, GeoPlace>> areas_;
    std::size_t own_places_ = 0;
    KnownCells<Cell> territory_cells_, street_cells_;
    KnownCells<const Territory*> department_cells_;
};

/// Adds one record to the counts of the report.
void count_place(const PlaceQuery& query, const PlaceFound& found, PlaceCounts& counts);

}  // namespace problemator
